"""Check-in e-mails: four sentences at most, each attempt worded anew and shorter (CH-5, MSG)."""

from typing import NamedTuple

from mdfollow.letters.facts import Facts
from mdfollow.letters.grammar import did, heard, tidy
from mdfollow.letters.words import words


class CheckIn(NamedTuple):
    """One check-in as sentences. `met` opens to someone from the interview, `helped` to others.

    `skill`, `news` and `both` are the optional second sentence (MSG-3, MSG-5).
    """

    subject: str
    subject_with_role: str
    met: str
    helped: str
    skill: str
    news: str
    both: str
    question: str
    offer: str
    closing: str


CHECK_INS = (
    CheckIn(
        subject="My interview on {date}",
        subject_with_role="{title}: my interview on {date}",
        met="Thank you again for our conversation{about} on {date}; I am still very interested in "
        "the job and in {org}.",
        helped="Thank you for considering me{for_role}; my interview on {date} left me very "
        "interested in the job and in {org}.",
        skill="One thing I did not mention then: {skill}.",
        news="It was good to read your news: {news}.",
        both="Your news ({news}) made me think of something I did not mention then: {skill}.",
        question="Hiring often takes longer than planned, so may I ask when I can expect to hear "
        "about the next step?",
        offer="If anything more from me would be useful, I will gladly send it.",
        closing="Kind regards",
    ),
    CheckIn(
        subject="After the interview on {date}",
        subject_with_role="{title}, after the interview on {date}",
        met="I think back to our talk{about} on {date} with pleasure, and would still very much "
        "like to do this work with {org}.",
        helped="I think back to my interview{for_role} on {date} with pleasure, and would still "
        "very much like to do this work with {org}.",
        skill="Something I could bring to it: {skill}.",
        news="Your news caught my eye: {news}.",
        both="Your news ({news}) caught my eye, because there is something I could bring to it: "
        "{skill}.",
        question="I know that choosing someone takes time; do you have an idea of when things "
        "will move on?",
        offer="Thank you for thinking of me, and please ask for whatever would help.",
        closing="With best wishes",
    ),
    CheckIn(
        subject="Still keen, and glad to help",
        subject_with_role="Still keen on {role}",
        met="Thank you once more for {date}; {role} and {org} still appeal to me very much.",
        helped="Thank you for keeping me in mind; {role} and {org} still appeal to me very much.",
        skill="I can add one thing today: {skill}.",
        news="I saw the news with pleasure: {news}.",
        both="I saw the news ({news}) with pleasure, and can add one thing today: {skill}.",
        question="Is there a new date in view for the next step?",
        offer="I am happy to answer any question in the meantime.",
        closing="Many thanks",
    ),
    CheckIn(
        subject="A brief word about my application",
        subject_with_role="A brief word about {role}",
        met="Thank you for keeping my application{for_role} open; I would still be glad to join "
        "{org} for this job.",
        helped="Thank you for keeping my application{for_role} open; I would still be glad to "
        "join {org} for this job.",
        skill="One last point from me: {skill}.",
        news="The news pleased me: {news}.",
        both="The news ({news}) brings me to one last point: {skill}.",
        question="When you know more, would you send me a line about what comes next?",
        offer="And should something from me make the choice easier, just ask.",
        closing="Warm regards",
    ),
    CheckIn(
        subject="Our interview on {date}, and what comes next",
        subject_with_role="The {title} interview on {date}",
        met="It was a pleasure to talk with you{about} on {date}, thank you; the job and {org} "
        "interest me as much as they did that day.",
        helped="My interview{for_role} on {date} was a pleasure, thank you; the job and {org} "
        "interest me as much as they did that day.",
        skill="There is a point I would like to add: {skill}.",
        news="I noticed the news with interest: {news}.",
        both="The news ({news}) is a good occasion to add a point: {skill}.",
        question="Plans for hiring tend to shift, so when do you think the next step will come?",
        offer="Please let me know if I can add anything to my application.",
        closing="Best wishes",
    ),
    CheckIn(
        subject="Still very interested",
        subject_with_role="Still very interested in {role}",
        met="Since we talked on {date}, my wish to work with {org}, and to do so in {role}, has "
        "only grown.",
        helped="Since the interview on {date}, my wish to work with {org}, and to do so in "
        "{role}, has only grown.",
        skill="In case it helps: {skill}.",
        news="What you announced makes it more appealing still: {news}.",
        both="What you announced ({news}) makes it more appealing still, and in case it helps: "
        "{skill}.",
        question="A decision like this has many sides; can you say roughly when it will be made?",
        offer="Many thanks, and do tell me what else you would like to see.",
        closing="With thanks",
    ),
    CheckIn(
        subject="A short hello",
        subject_with_role="A short hello about {role}",
        met="I am as keen on {role} and on {org} as I was on {date}, and thankful for our "
        "conversation.",
        helped="I am as keen on {role} and on {org} as I was on {date}, and thankful for your "
        "help.",
        skill="A further point in short: {skill}.",
        news="It is good to see this: {news}.",
        both="It is good to see the news ({news}), and here is a further point: {skill}.",
        question="Do you know by now how the timing looks?",
        offer="Anything you are missing from me, I will supply.",
        closing="All the best",
    ),
    CheckIn(
        subject="At your convenience",
        subject_with_role="At your convenience: {title}",
        met="Thank you for the attention you have given me{for_role}; I would still be happy to "
        "have this job with {org}.",
        helped="Thank you for the attention you have given me{for_role}; I would still be happy "
        "to have this job with {org}.",
        skill="To complete the picture: {skill}.",
        news="This was a welcome thing to read: {news}.",
        both="The news was welcome ({news}), and to complete the picture: {skill}.",
        question="Could you write me a word on the timing once you can?",
        offer="Until then I am glad to help with whatever is open.",
        closing="Yours sincerely",
    ),
)
"""Row `number - 1`, or four further down for the second variant."""


def check_in(facts: Facts, row: int, signature: str) -> str:
    """The e-mail of one attempt: thanks and interest, news or skill, question, offer."""
    each, values = CHECK_INS[row], words(facts)
    values |= {"skill": did(facts.skill).text, "news": heard(facts.news).text}
    second = {
        (True, True): each.both,
        (True, False): each.skill,
        (False, True): each.news,
        (False, False): "",
    }[bool(facts.skill), bool(facts.news)]
    subject = each.subject_with_role if facts.role else each.subject
    opening = each.met if facts.met else each.helped
    head = [f"Subject: {subject}", "Dear {name},", f"{opening} {second}".strip()]
    texts = [*head, f"{each.question} {each.offer}"]
    filled = [tidy(text.format_map(values)) for text in texts]
    return "\n\n".join([*filled, f"{each.closing}{signature}"])
