"""Asking for feedback after a no, inside one's own organisation (INT-1)."""

from typing import NamedTuple

from mdfollow.letters.facts import Facts
from mdfollow.letters.grammar import heard, tidy
from mdfollow.letters.words import words


class Asking(NamedTuple):
    """One note: `topic` and `saying` are the good point, `plain` the one without a fact."""

    subject: str
    opening: str
    plain: str
    topic: str
    saying: str
    question: str
    closing: str


ASKING = (
    Asking(
        subject="Thank you, and one question",
        opening="Thank you for letting me know your decision{about_it}; I respect it, and wish my "
        "new colleague a good start.",
        plain="I enjoyed the interview and learned from it.",
        topic="What I heard about {learned} will be useful to me.",
        saying="One thing from the interview will be useful to me: {learned}.",
        question="I would like to apply again, so what would make me a stronger candidate next "
        "time?",
        closing="With thanks",
    ),
    Asking(
        subject="A question for next time",
        opening="Thank you for your answer{about_it}, which I accept with good wishes for the "
        "person you chose.",
        plain="Preparing for the interview taught me a good deal about our work.",
        topic="The interview gave me a new understanding of {learned}.",
        saying="The interview left me with something of value: {learned}.",
        question="Which one or two things should I work on before the next vacancy?",
        closing="Kind regards",
    ),
)


def ask_feedback(facts: Facts, variant: int, signature: str) -> str:
    """Thanks, acceptance, one good point, and what to be stronger in next time (80 words)."""
    each, values = ASKING[variant], words(facts)
    point = each.plain
    if facts.learned:
        woven = heard(facts.learned)
        values |= {"learned": woven.text}
        point = each.topic if woven.topic else each.saying
    texts = [f"Subject: {each.subject}", "Dear {name},", f"{each.opening} {point} {each.question}"]
    filled = [tidy(text.format_map(values)) for text in texts]
    return "\n\n".join([*filled, f"{each.closing}{signature}"])
