"""Eight note cards, written by hand: two to four sentences (CH-1)."""

from typing import NamedTuple


class Card(NamedTuple):
    """One card as sentences with placeholders; the parts mean what they mean in `Note`."""

    thanks: str
    topic: str
    saying: str
    skill: str
    interest: str
    informational: str
    closing: str


CARDS = (
    Card(
        thanks="Thank you for our {talk} on {day}{about}.",
        topic="I keep thinking about {learned}.",
        saying="I keep thinking about something you said: {learned}.",
        skill="Perhaps I can help there: {skill}.",
        interest="The role and {org} interest me more than before.",
        informational="The field and {org} interest me more than before.",
        closing="Yours sincerely",
    ),
    Card(
        thanks="This card brings you my thanks for {day}'s {talk}{about}.",
        topic="I will remember {learned}.",
        saying="I will remember one remark of yours: {learned}.",
        skill="What I could offer in return: {skill}.",
        interest="It would be a joy to work with {org} in this role.",
        informational="It would be a joy to hear more about {org} in time.",
        closing="With kind regards",
    ),
    Card(
        thanks="Talking with you{about} on {day} was a real pleasure; thank you.",
        topic="You helped me understand {learned}.",
        saying="You helped me see one thing clearly: {learned}.",
        skill="My own part could be this: {skill}.",
        interest="I would gladly take the role and work with {org}.",
        informational="I hope to see more of the work, and of {org}.",
        closing="With warm regards",
    ),
    Card(
        thanks="You were generous with your time on {day}, and I thank you for our {talk}{about}.",
        topic="I learned something useful about {learned}.",
        saying="I learned something useful from you: {learned}.",
        skill="Here is what I would bring: {skill}.",
        interest="The role appeals to me, and so does {org}.",
        informational="Both the work and {org} attract me more now.",
        closing="Best wishes",
    ),
    Card(
        thanks="A note of thanks for the time we spent on {day}{discussing}.",
        topic="It was good to hear about {learned}.",
        saying="It was good to hear this from you: {learned}.",
        skill="It is close to my own work: {skill}.",
        interest="I would be happy in this role, and happy with {org}.",
        informational="I would be glad to hear from {org} again.",
        closing="With gratitude",
    ),
    Card(
        thanks="Our {talk}{about} on {day} meant a good deal to me; thank you.",
        topic="I appreciated what I heard about {learned}.",
        saying="I appreciated one point in particular: {learned}.",
        skill="One thing I can contribute: {skill}.",
        interest="I would welcome the chance to take up the role with {org}.",
        informational="I would welcome the chance to know {org} better.",
        closing="With many thanks",
    ),
    Card(
        thanks="Let me thank you for the {talk}{about} on {day}.",
        topic="My thoughts have often gone back to {learned}.",
        saying="My thoughts have gone back to a point you made: {learned}.",
        skill="What I can bring is this: {skill}.",
        interest="I like the job and {org} all the better for it.",
        informational="I like the work and {org} all the better for it.",
        closing="With best regards",
    ),
    Card(
        thanks="How kind of you to find the time on {day}{to_discuss}; thank you.",
        topic="I have a clearer view of {learned} now.",
        saying="I see one thing more clearly now: {learned}.",
        skill="To this I could add: {skill}.",
        interest="I hope to be of use to {org} in this role.",
        informational="I hope to follow {org} and its work from now on.",
        closing="Sincerely",
    ),
)

QUESTIONS = (
    "may I ask when you will decide?",
    "when may I hope to hear from you?",
    "may I ask when the choice will be made?",
    "is there a date for the choice?",
    "could you say when a decision is likely?",
    "do you have a date for the decision?",
    "may I ask about the timing?",
    "when do you think there will be news?",
)
"""The question of ASK-1 as the end of a card's last sentence."""
