"""Asking for feedback after a no, inside one's own organisation (INT-1)."""

from dataclasses import dataclass

from mdfollow.etiquette.facts import Facts
from mdfollow.etiquette.letters.grammar import heard, tidy
from mdfollow.etiquette.letters.words import words


@dataclass(frozen=True, slots=True)
class Asking:
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
        opening="Thank you for letting me know your decision{about_it}; I accept it gladly enough "
        "and wish you a good start with your choice.",
        plain="The interview itself was worthwhile for me.",
        topic="I took a lot from our exchange about {learned}.",
        saying="I took one thing from it that I will use: {learned}.",
        question="As I would like to apply again, what would make me a stronger candidate next "
        "time?",
        closing="With thanks",
    ),
    Asking(
        subject="A question for next time",
        opening="I appreciate your answer{about_it} and respect the choice you made, with every "
        "good wish for the new colleague.",
        plain="Preparing for the interview taught me something about our work.",
        topic="The interview gave me a new look at {learned}, thank you.",
        saying="The interview showed me something new: {learned}.",
        question="Which one or two things should I work on before the next vacancy? Thank you for "
        "any hint.",
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
