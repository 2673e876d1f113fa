"""The words of a task: who, where, what, readable on a telephone's lock screen."""

from mdfollow.etiquette.model import Kind, Step
from mdfollow.letters.facts import Facts

THANKS = {
    "email": "Thank {who} by e-mail{via}",
    "email+card": "Thank {who} by e-mail{via}; a note card as well would stand out",
    "card": "Thank {who} with a note card, posted the same day",
    "phone": "Call {who} to say thank you",
}
ATTEMPTS = {
    "phone": (
        "Call {who}: still interested, what is the next step?",
        "Call {who}: anything they still need, and what comes next?",
        "Call {who}: still keen, any word on the timing?",
        "Call {who}: still keen, and glad to help",
    ),
    "email": (
        "Write to {who}: still interested, what is the next step?",
        "Write to {who}: anything they still need, and what comes next?",
        "Write to {who}: still keen, any word on the timing?",
        "Write to {who}: still keen, and glad to help",
    ),
}
FEEDBACK = "Ask {who} for feedback for the next vacancy"
NOBODY = {
    Kind.THANK: "whoever interviewed you",
    Kind.ATTEMPT: "your contact",
    Kind.FEEDBACK: "your contact",
    Kind.ASK: "whoever interviewed you",
}


def title(step: Step, facts: Facts, *, occasion: str = "") -> str:
    """The task's words as plain text, unescaped.

    Names person and company; `occasion` ("round 2", "3 Nov") joins the company where several
    interviews share a note, so that titles stay unique there.
    """
    who = _who(step.kind, facts, occasion)
    if step.kind is Kind.ASK:
        if facts.asked:
            return f"Ask before you leave, or in the thank-you to {who}, when they expect to decide"
        return f"Ask {who} when they expect to decide"
    if step.kind is Kind.FEEDBACK:
        return FEEDBACK.format(who=who)
    if step.kind is Kind.ATTEMPT:
        row = ATTEMPTS["phone" if facts.channel == "phone" else "email"]
        return row[min(step.number, len(row)) - 1].format(who=who)
    via = f", through {facts.via}" if facts.via else ""
    return THANKS.get(facts.channel, THANKS["email"]).format(who=who, via=via)


def _who(kind: Kind, facts: Facts, occasion: str) -> str:
    """`Dana Kim (Acme, round 2)`, or `whoever interviewed you at Acme`."""
    if not facts.person:
        place = f"{NOBODY[kind]} at {facts.company}" if facts.company else NOBODY[kind]
        return f"{place} ({occasion})" if occasion else place
    brackets = ", ".join(part for part in (facts.company, occasion) if part)
    return f"{facts.person} ({brackets})" if brackets else facts.person
