"""Eight thank-you e-mails, each with openings, order and closing of its own (TY-6)."""

from typing import NamedTuple


class Note(NamedTuple):
    """One thank-you e-mail as sentences with placeholders.

    `rows`: the paragraphs, each the parts it is made of, in order. `topic` takes what fits after
    a preposition, and the visible slot; `saying` sets any other phrase off. In the same way
    `clause` takes a skill that begins with "I", `phrase` one that is a noun phrase, and `skill`
    any. `tail` follows the skill and makes something of it.
    """

    rows: tuple[tuple[str, ...], ...]
    subject: str
    subject_with_role: str
    thanks: str
    again: str
    topic: str
    saying: str
    skill: str
    clause: str = ""
    phrase: str = ""
    tail: str = ""
    closing: str = "Kind regards"


NOTES = (
    Note(
        rows=(("thanks", "learned"), ("skill", "interest")),
        subject="Thank you for our {talk}",
        subject_with_role="Thank you for our {talk}: {title}",
        thanks="Thank you for {day}'s {talk}{about}.",
        again="Thank you for {day}'s {talk}{about}; it was good to go further than last time.",
        topic="What you told me about {learned} has stayed with me.",
        saying="One thing you told me has stayed with me: {learned}.",
        skill="There is one thing I did not get to say: {skill}.",
        clause="I did not get to say that {skill}, and would enjoy putting that to use with "
        "{team}.",
        phrase="I did not get to mention {skill}, and would enjoy putting that to use with {team}.",
        closing="Kind regards",
    ),
    Note(
        rows=(("learned", "thanks"), ("skill", "tail", "interest")),
        subject="Thank you for {day}",
        subject_with_role="{title}: thank you for {day}",
        thanks="Thank you for bringing it up, and for a good {talk}{about}.",
        again="Thank you for bringing it up, and for making time for another {talk}{about}.",
        topic="Since {day} I have been thinking about {learned}.",
        saying="Since {day} one thing has been on my mind: {learned}.",
        skill="To add to what we covered: {skill}.",
        tail="It would help me find my feet with {team} quickly.",
        closing="With best wishes",
    ),
    Note(
        rows=(("thanks", "learned", "skill"), ("interest",)),
        subject="Thank you for your time on {day}",
        subject_with_role="Thank you for your time: {title}",
        thanks="It was a pleasure to speak with you on {day}{about}; thank you for your time.",
        again="It was a pleasure to speak with you once more on {day}{about}; my thanks for that.",
        topic="Hearing about {learned} gave me a clear picture of the work.",
        saying="One point in particular gave me a clear picture of the work: {learned}.",
        skill="It brought to mind my own experience: {skill}.",
        closing="Many thanks",
    ),
    Note(
        rows=(("thanks",), ("learned", "skill", "interest")),
        subject="With thanks for {day}",
        subject_with_role="With thanks for {day} ({title})",
        thanks="Many thanks for the time you made for me on {day}{to_discuss}.",
        again="Many thanks for making time once more on {day}{to_discuss}.",
        topic="Your view of {learned} was new to me, and I have returned to it since.",
        saying="One of your points was new to me, and I have returned to it since: {learned}.",
        skill="Something we did not get to: {skill}.",
        closing="Warm regards",
    ),
    Note(
        rows=(("thanks", "interest"), ("learned", "skill", "tail")),
        subject="Many thanks for our {talk}",
        subject_with_role="Many thanks for our {talk} ({title})",
        thanks="I enjoyed our {talk}{about} on {day} and am grateful for the care you took.",
        again="I enjoyed picking up the thread with you{about} on {day} and am grateful for it.",
        topic="Afterwards I made a note of {learned}, because it says a lot about the work.",
        saying="Afterwards I wrote one thing down, because it says a lot about the work: "
        "{learned}.",
        skill="From my own experience I can add this: {skill}.",
        clause="From my own experience I can add that {skill}.",
        phrase="From my own experience I can add {skill}.",
        tail="It would be a pleasure to build on it with {team}.",
        closing="Best wishes",
    ),
    Note(
        rows=(("thanks", "skill"), ("learned", "interest")),
        subject="Thank you for all you shared on {day}",
        subject_with_role="Thank you for all you shared ({title})",
        thanks="Thank you for all that you shared when we talked{about} on {day}.",
        again="Thank you for all the new things you shared when we talked{about} on {day}.",
        topic="For my part, I took away a better understanding of {learned}.",
        saying="For my part, I took this away: {learned}.",
        skill="There is something I could have shared in return: {skill}.",
        closing="With thanks",
    ),
    Note(
        rows=(("thanks", "learned", "skill", "interest"),),
        subject="Thanks for a good {talk}",
        subject_with_role="Thanks for a good {talk}: {title}",
        thanks="Our {talk}{about} on {day} was time well spent; thank you for it.",
        again="Continuing our {talk}{about} on {day} was time well spent; thank you for it.",
        topic="I found it helpful to hear about {learned}.",
        saying="I found one thing especially helpful to hear: {learned}.",
        skill="What I would add from my side: {skill}.",
        clause="From my side I would add that {skill}.",
        phrase="From my side I would add {skill}.",
        closing="All the best",
    ),
    Note(
        rows=(("interest", "thanks"), ("learned", "skill", "tail")),
        subject="Thank you for speaking with me on {day}",
        subject_with_role="Thank you for speaking with me ({title})",
        thanks="Thank you for giving me your time, and for speaking so openly{about}.",
        again="Thank you for giving me your time once again, and for speaking so openly{about}.",
        topic="You gave me a good sense of {learned}.",
        saying="You gave me something to think about: {learned}.",
        skill="Let me mention one point that did not come up: {skill}.",
        phrase="Let me also mention {skill}, which did not come up.",
        tail="I would like to make use of it in the job.",
        closing="Yours sincerely",
    ),
)

INTEREST: dict[str, tuple[str, ...]] = {
    "": (
        "I left even more interested in the role and in how {org} works.",
        "What I heard makes me want this job, and {org} is where I would enjoy doing it.",
        "I would be glad to take on the role, and to become part of {org}.",
        "This is work I can see myself doing, and {org} is a good reason to do it.",
        "I came away keener on the job, and on {org}.",
        "That makes both the role and {org} more attractive to me than they already were.",
        "I would take this role gladly, and the thought of joining {org} makes it better still.",
        "After our {talk} on {day} I am sure that the role would suit me, and so would {org}.",
    ),
    "recruiter": (
        (
            "I am very interested in the role and in {org}, and will gladly prepare whatever the "
            "next step asks for."
        ),
        "The role and {org} both appeal to me, so do tell me if you need anything more from me.",
        (
            "I would like to go on in the process, because the role and {org} fit what I am "
            "looking for."
        ),
        (
            "I would like to work with {org} in the role, and I am easy to reach for anything you "
            "need."
        ),
        "It confirmed my interest in the job and in {org}, and I look forward to what comes next.",
        (
            "That strengthens my wish to work with {org} in this role, and I am happy to send you "
            "any papers."
        ),
        (
            "It is good to have you as my guide in this process, and I hope it leads to the role "
            "and to {org}."
        ),
        (
            "After our {talk} on {day} I like the thought of the role, and of {org}, even better "
            "than before."
        ),
    ),
    "peer": (
        (
            "Such questions are what I like about the work, and the role and {org} appeal to me "
            "all the more."
        ),
        (
            "It lets me picture a working day beside you, which makes the role and {org} even "
            "more inviting."
        ),
        "I would be happy to share this work with you: the role interests me, and so does {org}.",
        (
            "It was good to talk shop, and it makes me want the role, and a place with {org}, "
            "even more."
        ),
        "It left me keen to work alongside you in this role, and curious to see more of {org}.",
        "I would look forward to learning from you in the role, and to working with {org}.",
        "With colleagues like you the job sounds even better to me, and so does {org}.",
        (
            "After our {talk} on {day} I can picture the daily work, and I would like to do it, "
            "in this role and with {org}."
        ),
    ),
    "executive": (
        "The role and {org} interest me even more now.",
        "I would be proud to contribute to {org} in this role.",
        "I would like to do my part for {org} in this role.",
        "My interest in the role, and in {org}, has only grown.",
        "I feel all the more drawn to the role and to where {org} is heading.",
        "It is a course I would gladly support, in this role and with {org}.",
        "I would be glad to help with that in the role, and to grow with {org}.",
        "After our {talk} on {day} I am keener still on the role and on {org}.",
    ),
    "informational": (
        "I left even more interested in the field, and in {org}.",
        "It gave me a better idea of the work, and makes me curious to follow {org} from here on.",
        "I will gladly tell you how I put it to use, and I am keen to learn more about {org}.",
        "Your advice will shape my next steps, and {org} is a place I would like to know better.",
        "I came away eager to learn more, about the work and about {org}.",
        "That makes both the field and {org} more attractive to me.",
        "I would gladly hear more about {org} one day, and do you a good turn whenever I can.",
        (
            "After our {talk} on {day} I understand the work far better, and my interest in {org} "
            "has grown."
        ),
    ),
}
"""Interest in the role and the organisation, by reader; one sentence for each e-mail (TONE-3)."""

ASKED = (
    "May I ask when you expect to decide?",
    "Could you tell me by when you hope to have a decision?",
    "When do you think the decision will be made?",
    "Do you already know when you will decide?",
    "Would you let me know when a decision is likely?",
    "Is there a date by which you plan to choose?",
    "What is your timing for the decision?",
    "When could I expect to hear about the outcome?",
)
"""The question of ASK-1, always the last sentence."""

THROUGH = (
    "Dear {via}, would you kindly pass this note on to {whom}? I am grateful for your help.",
    "Dear {via}, may I ask you to forward this to {whom}? Thank you very much.",
    "Dear {via}, I have no address for {whom}, so could you send this on? Many thanks.",
    "Dear {via}, this is for {whom}; would you see that it arrives? That is kind of you.",
    "Dear {via}, please let {whom} have the lines below. My thanks for doing so.",
    "Dear {via}, could these words reach {whom} through you? I appreciate it.",
    "Dear {via}, here is a message for {whom}. Thank you for handing it over.",
    "Dear {via}, kindly share the following with {whom}. My thanks to you.",
)
"""What the recruiter reads above a note that goes through her (ADDR)."""
