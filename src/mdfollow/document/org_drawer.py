"""Drawers, blocks, `#+KEY:` lines and the notes that Org leaves when a state changes."""

from collections.abc import Iterator

from mdfollow.document.org_stamp import Timestamp, timestamp
from mdfollow.document.source import Source
from mdfollow.document.span import Part, part, trimmed
from mdfollow.pattern import pattern
from mdfollow.record import dataclass

_PROPERTY = pattern(r"[ \t]*:([^ \t]+):(?: .*)?[ \t]*\Z")
_KEYWORD = pattern(r"[ \t]*#\+([^ \t]+):")
_STATE = pattern(
    r'[ \t]*[-+*] State +"(?P<after>[^"]*)"(?: +from(?: +"(?P<before>[^"]*)")?)? +(?=[<\[][0-9])'
)


@dataclass(frozen=True, slots=True)
class Property:
    """`:KEY: value`; `adds` for `:KEY+: value`, whose key is given without the plus."""

    key: Part
    value: Part
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Drawer:
    """Lines `first..last` with their `:NAME:` and `:END:`, from 0, both included.

    `properties` is empty for every drawer but a property drawer in its proper place.
    """

    name: Part
    first: int
    last: int
    properties: tuple[Property, ...] = ()

    def get(self, key: str) -> Property | None:
        """The first property of that name, in any case, as Org looks it up."""
        name = key.upper()
        return next((p for p in self.properties if p.key.text.upper() == name), None)


@dataclass(frozen=True, slots=True)
class Block:
    """`#+begin_name` … `#+end_name`, a dynamic block (`name` empty) or a LaTeX environment.

    Lines `first..last` from 0, both included. `verbatim` blocks hold no structure of Org's,
    but for headings, which no block can hold.
    """

    name: str
    first: int
    last: int
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Keyword:
    """`#+KEY: value` outside verbatim blocks, the key as typed.

    `heading` is the index of the heading above, None before the first.
    """

    key: Part
    value: Part
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class StateNote:
    """`- State "DONE" from "TODO" [2026-01-05 Mon]`, in a drawer or below the planning line."""

    line: int
    after: str
    before: str
    stamp: Timestamp


def is_property(text: str) -> bool:
    """Whether the line may stand in a property drawer."""
    return bool(_PROPERTY.match(text))


def property_of(source: Source, line: int) -> Property:
    """Read a line for which `is_property` is true."""
    text = source.texts[line]
    found = _PROPERTY.match(text)
    if found is None:
        raise ValueError("not a property line")
    start, end = found.span(1)
    adds = end - start > 1 and text[end - 1] == "+"
    key = part(source, line, start, end - adds)
    return Property(key, trimmed(source, line, end + 1, len(text)), adds)


def keyword_of(source: Source, line: int, heading: int | None) -> Keyword | None:
    """The `#+KEY: value` of a line."""
    text = source.texts[line]
    found = _KEYWORD.match(text)
    if found is None:
        return None
    value = trimmed(source, line, found.end(), len(text))
    return Keyword(part(source, line, *found.span(1)), value, heading)


def state_notes(source: Source, first: int, stop: int) -> Iterator[StateNote]:
    """The state notes in lines `first..stop` (from 0, `stop` excluded), newest as written first."""
    for line in range(first, stop):
        found = _STATE.match(source.texts[line])
        stamp = timestamp(source, line, found.end()) if found else None
        if found and stamp:
            yield StateNote(line, found["after"], found["before"] or "", stamp)
