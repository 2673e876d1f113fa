"""Eight note cards, written by hand: two to four sentences (CH-1)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
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
        thanks="I was grateful for our {talk} on {day}{about}.",
        topic="I have reflected on {learned} ever since.",
        saying="I have reflected ever since on one thing you said: {learned}.",
        skill="A strength I would bring: {skill}.",
        interest="The role and {org} continue to interest me greatly, and I thank you.",
        informational="The field and {org} continue to interest me greatly, and I thank you.",
        closing="Yours sincerely",
    ),
    Card(
        thanks="This card brings you my thanks for {day}'s {talk}{about}.",
        topic="I will remember {learned}.",
        saying="One remark of yours I will keep: {learned}.",
        skill="What I could offer: {skill}.",
        interest="It would be a joy to work with {org} in this role.",
        informational="It would be a joy to hear more about {org} in time.",
        closing="With kind regards",
    ),
    Card(
        thanks="Thank you for the pleasure of talking with you on {day}{about}.",
        topic="You helped me understand {learned}.",
        saying="You helped me understand one thing well: {learned}.",
        skill="In return I can offer this: {skill}.",
        interest="I hope to see you and {org} again soon, for the role appeals to me.",
        informational="I hope to see you and {org} again, for the work appeals to me.",
        closing="With warm regards",
    ),
    Card(
        thanks="You were generous with your time on {day}, and I thank you for our {talk}{about}.",
        topic="I learned something useful about {learned}.",
        saying="I learned something useful from you: {learned}.",
        skill="Here is what I would bring to it: {skill}.",
        interest="Both the role and {org} would suit me well.",
        informational="Both the work and {org} attract me more than before.",
        closing="Best wishes",
    ),
    Card(
        thanks="A short note of thanks for our {talk} on {day}{about}.",
        topic="It was good to hear about {learned}.",
        saying="It was good to hear this from you: {learned}.",
        skill="It is close to my own experience: {skill}.",
        interest="I look forward to the next step, for the role as much as for {org}.",
        informational="I look forward to learning more, about the work as much as about {org}.",
        closing="With gratitude",
    ),
    Card(
        thanks="Our {talk} on {day}{about} meant a good deal to me, thank you.",
        topic="I appreciated what I heard about {learned}.",
        saying="I appreciated one point in particular: {learned}.",
        skill="My own contribution could be this: {skill}.",
        interest="I would welcome the chance to take up the role with {org}.",
        informational="I would welcome the chance to know {org} better.",
        closing="With many thanks",
    ),
    Card(
        thanks="Please accept my thanks for the {talk} on {day}{about}.",
        topic="My thoughts have gone back to {learned} more than once.",
        saying="My thoughts have gone back more than once to a point you made: {learned}.",
        skill="It is a field where I can help: {skill}.",
        interest="My interest in the job and in {org} is the stronger for it.",
        informational="My interest in the work and in {org} is the stronger for it.",
        closing="With best regards",
    ),
    Card(
        thanks="How kind of you to make time for our {talk} on {day}{about}; thank you.",
        topic="I have a clearer view of {learned} now.",
        saying="I see one thing more clearly now: {learned}.",
        skill="To this I could add: {skill}.",
        interest="I hope to be of use to {org} in this role.",
        informational="I hope to follow {org} and its work from now on.",
        closing="Sincerely",
    ),
)
