"""Fields in a note's text, `**Company:** Acme` or `[company:: Acme]`: not read, but named.

A note that keeps everything in bold words at its top, as some programs write them, would otherwise
be met with silence. Its text stays hers: it is only said which lines would make it an interview.
"""

from collections.abc import Iterator, Sequence

from mdfollow.interview.detect import Kind, judge
from mdfollow.interview.fields import Field, fields_of, fold
from mdfollow.interview.look import Look
from mdfollow.interview.nearly import Missing
from mdfollow.interview.texts import single, unlinked
from mdfollow.pattern import pattern
from mdfollow.settings import Settings
from mdfollow.value import Mapping, Place, Scalar

LINES = 40
"""Lines at the top of a note that are looked through."""

_BOLD = pattern(
    r"[ \t]*(?:[-*+>][ \t]+)?(?:\*\*|__)([^*_:]{2,30})(?::[ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t]*:)"
    r"[ \t]*(\S.*)"
)
_INLINE = pattern(r"[\[(]([A-Za-z][\w ]{1,29})::[ \t]*([^\])]+)[\])]")
_DAY = "interview_date"


def in_text(texts: Sequence[str], path: str, settings: Settings, *, fields: bool) -> Missing | None:
    """The lines that would make an interview of the note; None where it does not tell of one.

    `fields`: it has fields at its top, to which they can be added.
    """
    found = fields_of(Mapping(tuple(_entries(texts[:LINES]))))
    if judge(Look(found, path, settings)).what is not Kind.INTERVIEW:
        return None
    company, day = found.filled("company"), found.filled(_DAY)
    if company is None or day is None:
        return None
    lines = (f"company: {_said(company)}", f"{_DAY}: {_said(day)}")
    reason = f"`{company.key.text}` is in its text, where it is not read"
    place = company.key.place
    return Missing("company", _said(company), reason, place, lines=lines, on_top=not fields)


def _entries(texts: Sequence[str]) -> Iterator[tuple[Scalar, Scalar]]:
    """What is written like a field; beside interviewers a bare date is the interview's."""
    pairs = [
        (name.strip(), value.strip(), Place(number, text.index(name) + 1))
        for number, text in enumerate(texts, 1)
        for name, value in [*_bold(text), *_INLINE.findall(text)]
    ]
    asked = any(fold(name) in ("interviewer", "interviewers") for name, _, _ in pairs)
    for name, value, place in pairs:
        key = _DAY if asked and fold(name) == "date" else name
        yield Scalar(key, place), Scalar(value, place)


def _bold(text: str) -> list[tuple[str, str]]:
    found = _BOLD.match(text)
    return [(found[1], found[2])] if found else []


def _said(field: Field) -> str:
    one = single(field.value)
    return " ".join(unlinked(one.text).split()) if one else ""
