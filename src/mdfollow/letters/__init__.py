"""The drafts that go with the steps: thank-yous, check-ins, voice mails, a request for feedback.

`draft` is a pure function of the step's kind and number, its facts, the variant and the owner.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from mdfollow.digest import ALPHABET, digest
from mdfollow.etiquette.model import Kind, Step
from mdfollow.letters.facts import Facts
from mdfollow.record import dataclass
from mdfollow.settings import Me

if TYPE_CHECKING:
    from mdfollow.letters.frames import Letters

VARIANTS = {Kind.THANK: 8, Kind.ATTEMPT: 8, Kind.FEEDBACK: 2, Kind.ASK: 0}
"""Wordings of every kind in each language we write."""
LANGUAGES = ("en", "de")

Templates = Mapping[str, "Letters"]
"""Her letters by file name without ending; a kind that is missing stays built in."""
NONE: Templates = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft as plain text, not yet escaped for any dialect.

    `heading` is one line. `text`: lines joined by newlines, paragraphs parted by one empty line;
    no line opens with a mark that Markdown or Org would read.
    """

    heading: str
    text: str


def file_of(kind: Kind, channel: str) -> str:
    """The file a letter of this kind and channel is looked for in; empty: there is none."""
    files = {
        Kind.ASK: "",
        Kind.THANK: "thank-card" if channel == "card" else "thank-email",
        Kind.ATTEMPT: "call" if channel == "phone" else "check-in",
        Kind.FEEDBACK: "feedback",
    }
    return files[kind]


def variants(step: Step, templates: Templates = NONE) -> int:
    """How many wordings there are for `step`, hers or built in; 0 for a step without a draft."""
    hers = templates.get(file_of(step.kind, step.channel.value))
    return len(hers.wordings) if hers else VARIANTS[step.kind]


def pick(
    step: Step,
    taken: Collection[int],
    templates: Templates = NONE,
    heard: Collection[int] = (),
) -> int:
    """The wording for a step not yet written.

    `heard`: the wordings this person had before in letters of this kind, `taken`: those of the
    other steps in the note. Check-ins go through their wordings in order; a thank-you begins at
    a place told by its name, so that the same note gives the same on every machine (TY-6).
    """
    count = max(1, variants(step, templates))
    start = 0
    if step.kind is not Kind.ATTEMPT:
        start = sum(ALPHABET.index(char) for char in digest(step.name, 4)) % count
    order = [(start + offset) % count for offset in range(count)]
    had, used = [each % count for each in heard], [each % count for each in taken]
    return min(order, key=lambda each: (had.count(each), used.count(each), order.index(each)))


def draft(
    step: Step,
    facts: Facts,
    variant: int,
    me: Me,
    *,
    occasion: str = "",
    templates: Templates = NONE,
    language: str = "",
) -> Draft | None:
    """The draft of a step in the given wording; None for a step that has none (ask).

    `occasion` ("round 2") joins the heading where several interviews share a note. `templates`
    holds her own letters, `language` is the vault's; the note's own (`facts.language`) goes
    before it, and an unknown one is English.
    """
    if not variants(step):
        return None
    from mdfollow.letters import wordings
    from mdfollow.letters.render import rendered

    tongue = next((each for each in (facts.language, language) if each in LANGUAGES), "en")
    kind = file_of(step.kind, facts.channel)
    letters = templates.get(kind) or wordings.letters(tongue, kind)
    heading, text = rendered(
        letters,
        letters.wordings[variant % len(letters.wordings)],
        facts,
        me,
        wordings.words(tongue),
        language=tongue,
        number=step.number,
        names=tuple(person.name for person in step.interview.people),
    )
    return Draft(f"{heading} ({occasion})" if occasion else heading, text)
