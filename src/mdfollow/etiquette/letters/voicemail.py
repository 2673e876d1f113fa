"""Calls: the first question, three points, and the script for the voice mail (CH-4)."""

from dataclasses import dataclass

from mdfollow.etiquette.facts import Facts
from mdfollow.etiquette.letters.grammar import did, heard, tidy
from mdfollow.etiquette.letters.words import words
from mdfollow.settings import Me

MY_NAME = "(my name)"
MY_NUMBER = "(my number, slowly)"


@dataclass(frozen=True, slots=True)
class Call:
    """One call: whether it is a good moment, the three points, and the voice mail."""

    moment: str
    interest: str
    question: str
    skill: str
    voice: str


CALLS = (
    Call(
        moment="Hello {name}, this is {me}. Is this a good moment for two minutes?",
        interest="thank you for the interview{for_role} on {date}; I am still very interested in "
        "the job and in {org}.",
        question="hiring often takes longer than planned, so when can I expect the next step? I "
        "am glad to send anything useful.",
        skill="something I have not told you yet: {skill}.",
        voice="Hello {name}, this is {me}, {phone}. I interviewed on {spoken}{for_role} and am "
        "still very interested, in the work and in {org}. When could I expect to hear about "
        "the next step? I am glad to send anything that helps. My number again: {phone}. "
        "Thank you, and have a good day.",
    ),
    Call(
        moment="Good day {name}, {me} here. May I take a minute, or is another time better?",
        interest="my interest in the position and in {org} has not changed since {date}, and I "
        "thank you for your time.",
        question="what happens next, and when? Whatever information is still missing, you can "
        "have it.",
        skill="one more strength: {skill}.",
        voice="Good day {name}, my name is {me} and my number is {phone}. We had an interview on "
        "{spoken}{for_role}, and I would still very much like to work with {org} in that job."
        " Could you tell me when the next step is planned? If you need further information, I"
        " have it ready. Once more, {phone}. Many thanks, and goodbye.",
    ),
    Call(
        moment="Hello {name}, {me} again. Do you have a moment now, or shall I call later?",
        interest="the role and {org} are as attractive to me as on {date}; thank you for that day.",
        question="is there a new date in sight? I can provide more material whenever it helps.",
        skill="and this could matter too: {skill}.",
        voice="Hello {name}, {me} speaking, at {phone}. It is about my interview of "
        "{spoken}{for_role}: the role and {org} still attract me. Is there any word on the "
        "timing? I can provide more material if you like. You reach me at {phone}. Thanks for"
        " listening.",
    ),
    Call(
        moment="Hello {name}, {me} calling. Are you free for a short question?",
        interest="with thanks for the talk on {date}: I would gladly do this job, and do it with "
        "{org}.",
        question="how do things stand on your side? My offer to send more stays open.",
        skill="a small addition: {skill}.",
        voice="{name}, hello from {me}, telephone {phone}. After the interview on "
        "{spoken}{for_role} I would gladly take the job, and join {org}. How do things stand "
        "on your side? My offer to send more stays open. That was {me}, {phone}, with thanks.",
    ),
    Call(
        moment="Hello {name}, {me} is my name. Have I caught you at a convenient time?",
        interest="our interview on {date} was a pleasure, thank you; the post and {org} are what "
        "I am looking for.",
        question="schedules move, so what date should I have in mind for the next step? I will "
        "happily answer more questions.",
        skill="we did not speak about this: {skill}.",
        voice="Hello {name}, you are hearing {me}, reachable at {phone}. On {spoken} I had the "
        "interview{for_role}, thank you for it. The post and {org} are what I am looking for."
        " What date should I have in mind for the next step? I will happily answer more "
        "questions. The number was {phone}. Thank you, and all the best.",
    ),
    Call(
        moment="Good day {name}, this is {me}. Would a brief call suit you just now?",
        interest="I am keen as before to start in this role, and at {org}; thank you for "
        "considering me.",
        question="by when might there be more to tell? I am ready to fill in any detail.",
        skill="here is another thing I can do for you: {skill}.",
        voice="Good day {name}, {me} with a short message; my number: {phone}. Ever since the "
        "interview on {spoken}{for_role} I have been keen to start, and to do so with {org}. "
        "By when might there be more to tell? I am ready to fill in any detail. I repeat: "
        "{phone}. Thank you for your trouble.",
    ),
    Call(
        moment="Hello {name}, it is {me}. Can you talk, or is later today kinder?",
        interest="my wish to take on the work, and to be with {org}, stands; thank you again for "
        "{date}.",
        question="do you see the way ahead yet? Extra papers are no trouble.",
        skill="maybe this helps as well: {skill}.",
        voice="Hello {name}, it is {me}; please note {phone}. My wish to take on the work I was "
        "interviewed for on {spoken}{as_role}, and to be with {org}, stands. Do you see the "
        "way ahead yet? Extra papers are no trouble. Again {phone}. Thank you kindly.",
    ),
    Call(
        moment="Hello {name}, {me} on the line. Is a quick word all right?",
        interest="I would say yes to the role and to {org} today as I would have on {date}; my "
        "thanks for the talk.",
        question="what can you tell me about the timing? Ask me for anything further.",
        skill="and a last thing to know: {skill}.",
        voice="{name}, a quick word from {me}, {phone}. The role we discussed on {spoken}{as_role},"
        " and {org} too, would be a yes from me. What can you tell me about the timing? Ask "
        "me for anything further, on {phone}. My thanks to you.",
    ),
)
"""Row `number - 1`, or four further down for the second variant."""


def call(facts: Facts, row: int, me: Me) -> str:
    """What to say on the telephone, and the script when nobody answers (at most 70 words)."""
    each, values = CALLS[row], words(facts)
    values |= {
        "me": me.name.strip() or MY_NAME,
        "phone": me.phone.strip() or MY_NUMBER,
        "skill": did(facts.skill),
        "news": heard(facts.news).text,
    }
    points = [f"First, {each.interest}"]
    if facts.skill:
        points.append(f"Then, {each.skill}")
    elif facts.news:
        points.append("Then, the news: {news}.")
    points.append(f"And, {each.question}")
    texts = [f"To open: “{each.moment}”", *points, f"Voice mail: “{each.voice}”"]
    filled = [tidy(text.format_map(values)) for text in texts]
    return "\n\n".join((filled[0], "\n".join(filled[1:-1]), filled[-1]))
