"""Check-in e-mails: four sentences at most, each attempt worded anew and shorter (CH-5, MSG)."""

from dataclasses import dataclass

from mdfollow.etiquette.facts import Facts
from mdfollow.etiquette.letters.grammar import did, heard, tidy
from mdfollow.etiquette.letters.words import words


@dataclass(frozen=True, slots=True)
class CheckIn:
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
        met="Thank you again for our interview{for_role} on {date}; I remain very interested in "
        "the position and in {org}.",
        helped="Thank you for your help with my interview{for_role} on {date}; I remain very "
        "interested in the position and in {org}.",
        skill="One thing I have not mentioned yet may be useful: {skill}.",
        news="I was glad to read the news: {news}.",
        both="The news ({news}) reminded me of something I have not mentioned yet: {skill}.",
        question="Hiring often takes longer than planned, so may I ask when I can expect the next "
        "step?",
        offer="If anything more from me would help, I will gladly send it.",
        closing="Kind regards",
    ),
    CheckIn(
        subject="After our interview on {date}",
        subject_with_role="{title}, after the interview on {date}",
        met="I think back with pleasure to our interview{for_role} on {date}, and I would still "
        "like to join {org}.",
        helped="I think back with pleasure to the interview{for_role} on {date} that you helped "
        "to set up, and I would still like to join {org}.",
        skill="Something I could bring to the job: {skill}.",
        news="I have read with interest about your news: {news}.",
        both="Your news ({news}) also points to something I could bring to the job: {skill}.",
        question="I know that such decisions need their time; when might I hear how it goes on?",
        offer="Just tell me if more information would be useful, with my thanks.",
        closing="With best wishes",
    ),
    CheckIn(
        subject="Still keen, and glad to help",
        subject_with_role="Still keen on the {title} role",
        met="My thanks once more for {date}: the job and {org} are still very much on my mind.",
        helped="My thanks once more for your help{for_role}: the job and {org} are still very "
        "much on my mind.",
        skill="What I can add today: {skill}.",
        news="It was good to see what is new: {news}.",
        both="Seeing what is new ({news}), I can add today: {skill}.",
        question="With so much on your desk, when could the next step come?",
        offer="I am happy to supply whatever you still need.",
        closing="Many thanks",
    ),
    CheckIn(
        subject="A brief word about my application",
        subject_with_role="A brief word about {title}",
        met="Thank you for keeping my application{for_role} in view; the work and {org} still "
        "appeal to me.",
        helped="Thank you for keeping my application{for_role} in view; the work and {org} still "
        "appeal to me.",
        skill="A last addition from me: {skill}.",
        news="A pleasant thing to read lately: {news}.",
        both="A last addition from me, given the news ({news}): {skill}.",
        question="Once the timing is clear, could you let me know what comes next?",
        offer="Any papers you want from me are only a message away.",
        closing="Warm regards",
    ),
    CheckIn(
        subject="Our interview on {date}, and what comes next",
        subject_with_role="The {title} interview on {date}",
        met="The interview{for_role} on {date} is fresh in my mind, and I thank you for it; both "
        "the work and {org} attract me as much as they did then.",
        helped="The interview{for_role} on {date} is fresh in my mind, and I thank you for "
        "arranging it; both the work and {org} attract me as much as they did then.",
        skill="A point we did not come to: {skill}.",
        news="The latest news pleased me: {news}.",
        both="The latest news ({news}) suits a point we did not come to: {skill}.",
        question="Plans for hiring tend to shift, so when do you think there will be a next step?",
        offer="Should you want to know more about my work, I am at hand.",
        closing="Best wishes",
    ),
    CheckIn(
        subject="Still very interested",
        subject_with_role="Still very interested in the {title} role",
        met="Since we met on {date} my wish to work with {org} has held, and so has my interest in "
        "the job; thank you for considering me.",
        helped="Since the interview on {date} my wish to work with {org} has held, and so has my "
        "interest in the job; thank you for considering me.",
        skill="In the meantime, here is one more reason: {skill}.",
        news="I noticed some news: {news}.",
        both="I noticed some news ({news}), and it gives me one more reason to write: {skill}.",
        question="These things rarely keep to a calendar, but what would be the next step, and "
        "when?",
        offer="You can have further details from me at any time.",
        closing="With thanks",
    ),
    CheckIn(
        subject="A short hello",
        subject_with_role="A short hello about {title}",
        met="A short hello, with thanks for {date}: I am as interested in the role and in {org} as "
        "ever.",
        helped="A short hello, with thanks for your support: I am as interested in the role and in "
        "{org} as ever.",
        skill="Also worth a line: {skill}.",
        news="Also worth a line, the news: {news}.",
        both="Also worth a line, after the news ({news}): {skill}.",
        question="Is it clear by now when things move on?",
        offer="I can add to my papers wherever you see a gap.",
        closing="All the best",
    ),
    CheckIn(
        subject="At your convenience",
        subject_with_role="At your convenience: {title}",
        met="I thank you for your patience with my notes, and would be as happy as before to do "
        "this job with {org}.",
        helped="I thank you for your patience with my notes, and would be as happy as before to do "
        "this job with {org}.",
        skill="To round it off: {skill}.",
        news="To round it off, I liked the news: {news}.",
        both="To round it off, and with the news in mind ({news}): {skill}.",
        question="When you can say more, would you write me a line about the timing?",
        offer="Until then, ask me for anything that makes the choice easier.",
        closing="Yours sincerely",
    ),
)
"""Row `number - 1`, or four further down for the second variant."""


def check_in(facts: Facts, row: int, signature: str) -> str:
    """The e-mail of one attempt: thanks and interest, news or skill, question, offer."""
    each, values = CHECK_INS[row], words(facts)
    values |= {"skill": did(facts.skill), "news": heard(facts.news).text}
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
