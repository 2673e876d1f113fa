"""The drafts that go with the steps: thank-yous, check-ins, voice mails, a request for feedback.

`draft` is a pure function of the step's kind and number, its facts, the variant and the owner.
"""

import re
from collections.abc import Collection
from types import MappingProxyType

from mdfollow.digest import ALPHABET, digest
from mdfollow.etiquette.model import Kind, Step
from mdfollow.letters.cards import CARDS
from mdfollow.letters.checkin import CHECK_INS, check_in
from mdfollow.letters.facts import Facts, plain
from mdfollow.letters.feedback import ASKING, ask_feedback
from mdfollow.letters.notes import NOTES
from mdfollow.letters.templates import Templates, Wording, file_of, fill
from mdfollow.letters.thank import thank_you
from mdfollow.letters.voicemail import CALLS, call
from mdfollow.record import dataclass
from mdfollow.settings import Me

ROWS = 4
"""Attempts with words of their own; each has `len(CHECK_INS) // ROWS` variants."""

VARIANTS = {
    Kind.THANK: min(len(NOTES), len(CARDS)),
    Kind.ATTEMPT: min(len(CHECK_INS), len(CALLS)) // ROWS,
    Kind.FEEDBACK: len(ASKING),
    Kind.ASK: 0,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft as plain text, not yet escaped for any dialect.

    `heading` is one line. `text`: lines joined by newlines, paragraphs parted by one empty line;
    no line opens with a mark that Markdown or Org would read.
    """

    heading: str
    text: str


NONE: Templates = MappingProxyType({})


def variants(step: Step, templates: Templates = NONE) -> int:
    """How many wordings there are for `step`, hers or built in; 0 for a step without a draft."""
    return len(_hers(step.kind, step.channel.value, templates)) or VARIANTS[step.kind]


def _hers(kind: Kind, channel: str, templates: Templates) -> tuple[Wording, ...]:
    return templates.get(file_of(kind, channel), ())


def pick(step: Step, taken: Collection[int], templates: Templates = NONE) -> int:
    """The wording for a step not yet written: from its name, clear of those in `taken`.

    `taken`: the variants of the other steps of this kind in the note. The same step and the same
    note give the same variant on every machine; up to eight thank-yous all differ (TY-6).
    """
    count = max(1, variants(step, templates))
    start = sum(ALPHABET.index(char) for char in digest(step.name, 4)) % count
    order = [(start + offset) % count for offset in range(count)]
    used = list(taken)
    return min(order, key=lambda variant: (used.count(variant), order.index(variant)))


def draft(
    step: Step,
    facts: Facts,
    variant: int,
    me: Me,
    *,
    occasion: str = "",
    templates: Templates = NONE,
) -> Draft | None:
    """The draft of a step in the given wording; None for a step that has none (ask).

    `occasion` ("round 2") joins the heading where several interviews share a note. `templates`
    holds her own wordings (`templates.parse`).
    """
    if not variants(step):
        return None
    hers = _hers(step.kind, facts.channel, templates)
    if hers:
        heading, text = fill(hers[variant % len(hers)], facts, variant, me)
    else:
        heading, text = "", _built_in(step, facts, variant % variants(step), me)
    heading = heading or _heading(step, facts)
    return Draft(f"{heading} ({occasion})" if occasion else heading, text)


def _built_in(step: Step, facts: Facts, variant: int, me: Me) -> str:
    """The text of a step in our own words."""
    name = re.sub(r"^[\W\d_]+", "", plain(me.name))
    signature = f",\n{name}" if name else ""
    row = (max(step.number, 1) - 1) % ROWS + ROWS * variant
    if step.kind is Kind.THANK:
        return thank_you(facts, variant, signature)
    if step.kind is Kind.FEEDBACK:
        return ask_feedback(facts, variant, signature)
    if facts.channel == "phone":
        return call(facts, row, me)
    return check_in(facts, row, signature)


def _heading(step: Step, facts: Facts) -> str:
    """`Thank-you note to Dana Kim`, `Second check-in with Sam Roe, by phone`."""
    where = f" at {facts.company}" if facts.company else ""
    if step.kind is Kind.THANK:
        what = "Note card" if facts.channel == "card" else "Thank-you note"
        return f"{what} to {facts.person or f'whoever interviewed you{where}'}"
    who = facts.person or f"your contact{where}"
    if step.kind is Kind.FEEDBACK:
        return f"Asking {who} for feedback"
    count = ("Check-in", "Second check-in", "Third check-in", "Fourth check-in")
    way = "phone" if facts.channel == "phone" else "e-mail"
    return f"{count[min(max(step.number, 1), ROWS) - 1]} with {who}, by {way}"
