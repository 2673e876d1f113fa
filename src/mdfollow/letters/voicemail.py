"""Calls: the first question, three points, and the script for the voice mail (CH-4)."""

from typing import NamedTuple

from mdfollow.letters.facts import Facts
from mdfollow.letters.grammar import did, heard, tidy
from mdfollow.letters.words import words
from mdfollow.settings import Me

MY_NAME = "(my name)"
MY_NUMBER = "(my number, slowly)"
COUNT = ("First", "Second", "Third")


class Call(NamedTuple):
    """One call: whether it is a good moment, the three points, and the voice mail."""

    moment: str
    interest: str
    skill: str
    news: str
    question: str
    offer: str
    voice: str


CALLS = (
    Call(
        moment="Hello {name}, this is {me}. Is this a good moment for two minutes?",
        interest="I am still very interested in the job and in {org}, and thankful for the "
        "interview on {date}.",
        skill="something I have not told you yet: {skill}.",
        news="what I read about you: {news}.",
        question="hiring often takes longer than planned, so when can I expect the next step?",
        offer="if anything more from me would help, I will gladly send it.",
        voice="Hello {name}, this is {me}, on {phone}. I interviewed on {spoken}{for_role} and am "
        "still very interested, in the job and in {org}. Could you tell me when the next "
        "step is likely? If more information would help, I will gladly send it. Again, that "
        "is {me}, {phone}. Thank you, and have a good day.",
    ),
    Call(
        moment="Hello {name}, {me} calling. Do you have a minute, or is another time better?",
        interest="since {date} my wish to work with {org}, and in this role, has not changed; "
        "thank you for the interview.",
        skill="one more thing I could bring: {skill}.",
        news="some news of yours that I liked: {news}.",
        question="do you know yet what happens next, and when?",
        offer="I can send whatever is useful to you.",
        voice="Hello {name}, {me} calling, from {phone}. It is about the interview{for_role} on "
        "{spoken}: I would still be very glad to do this work, and to join {org}. Do you know "
        "yet what happens next, and when? I can send whatever is useful to you. Once more, "
        "{phone}. Many thanks, and goodbye for now.",
    ),
    Call(
        moment="Hello {name}, it is {me}. Can you talk just now, or shall I try later?",
        interest="the role and {org} appeal to me as much as on {date}, and I thank you for that "
        "day.",
        skill="this may matter too: {skill}.",
        news="I have seen this: {news}.",
        question="is there any news on the timing?",
        offer="I am happy to answer further questions.",
        voice="Hello {name}, it is {me}, and my number is {phone}. {Role} I interviewed for on "
        "{spoken} appeals to me as much as ever, and so does {org}. Is there any "
        "news on the timing? I am happy to answer further questions. You can reach me on "
        "{phone}. Thank you very much.",
    ),
    Call(
        moment="Hello {name}, {me} here. Are you free for one short question?",
        interest="I would still be delighted to join {org} for this job; thank you for the talk "
        "on {date}.",
        skill="a small addition: {skill}.",
        news="good to read: {news}.",
        question="what should I know about the next step?",
        offer="what you may need from me, you will have.",
        voice="Hello {name}, {me} here, {phone}. I am calling after my interview{for_role} on "
        "{spoken}, as I would still be delighted to take the job, and to join {org}. What "
        "should I know about the next step? What you may need from me, you will have. My "
        "number: {phone}. Thanks, and all the best.",
    ),
    Call(
        moment="Hello {name}, my name is {me}. Have I caught you at a convenient time?",
        interest="I enjoyed the interview on {date}, thank you, and would like to do this job "
        "with {org}.",
        skill="we did not come to this: {skill}.",
        news="your latest news: {news}.",
        question="plans shift easily, so when might I hear about the next step?",
        offer="I would be pleased to tell you more about my work.",
        voice="Hello {name}, my name is {me}, and you can call me on {phone}. I enjoyed the "
        "interview on {spoken}{for_role} and would like to do this job with {org}. When might "
        "I hear about the next step? I would be pleased to tell you more about my work. The "
        "number was {phone}. Thank you.",
    ),
    Call(
        moment="Hello {name}, this is {me}. Would a brief call suit you now?",
        interest="I have grown even keener on the role, and on {org}, since {date}; thank you for "
        "considering me.",
        skill="here is another reason: {skill}.",
        news="a word on what is new with you: {news}.",
        question="by when do you think things will be clearer?",
        offer="please let me know what I can add.",
        voice="Hello {name}, this is {me}; my number is {phone}. Since the interview{for_role} on "
        "{spoken} I have grown even keener on the work, and on {org}. By when do you think "
        "things will be clearer? Please let me know what I can add. That number again, "
        "{phone}. Thank you for your help.",
    ),
    Call(
        moment="Hello {name}, {me} speaking. Is a quick word all right?",
        interest="I remain keen on the job and on {org}, with thanks for {date}.",
        skill="and one thing more: {skill}.",
        news="the recent news: {news}.",
        question="has a date been set for what comes next?",
        offer="I am glad to provide anything that is missing.",
        voice="Hello {name}, {me} speaking, {phone}, about my interview{for_role} on {spoken}. I "
        "remain keen on the job and on {org}. Has a date been set for what comes next? I am "
        "glad to provide anything that is missing. Please call {phone}. With many thanks.",
    ),
    Call(
        moment="Hello {name}, {me} on the line. Could you spare me a moment?",
        interest="this work, and {org}, would still be a pleasure for me; my thanks for {date}.",
        skill="a last thing to know: {skill}.",
        news="I noticed this: {news}.",
        question="how does the calendar look on your side?",
        offer="any open question, I will answer.",
        voice="Hello {name}, a word from {me}, {phone}. {Role} from my interview on {spoken} still "
        "attracts me, and so does {org}. How does the calendar look on your side? Any open "
        "question, I will answer. As I said, {phone}. Thank you for listening.",
    ),
)
"""Row `number - 1`, or four further down for the second variant."""


def call(facts: Facts, row: int, me: Me) -> str:
    """What to say on the telephone, and the script when nobody answers (at most 70 words)."""
    each, values = CALLS[row], words(facts)
    values |= {
        "me": me.name.strip() or MY_NAME,
        "phone": me.phone.strip() or MY_NUMBER,
        "skill": did(facts.skill).text,
        "news": heard(facts.news).text,
    }
    extra = each.skill if facts.skill else each.news if facts.news else ""
    last = [each.question, each.offer]
    joined = f"{each.question} {each.offer[0].upper()}{each.offer[1:]}"
    points = [each.interest, extra, joined] if extra else [each.interest, *last]
    numbered = [f"{count}: {point}" for count, point in zip(COUNT, points, strict=True)]
    texts = [f"To open: “{each.moment}”", *numbered, f"Voice mail: “{each.voice}”"]
    filled = [tidy(text.format_map(values)) for text in texts]
    return "\n\n".join((filled[0], "\n".join(filled[1:-1]), filled[-1]))
