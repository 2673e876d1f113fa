"""The one part of a file that is ours: from one mark to the other, and not a letter more."""

import re

from mdfollow.record import dataclass

OPENING, ENDING = "mdfollow:dashboard", "mdfollow:dashboard end"
_BOM = b"\xef\xbb\xbf"

NO_PLACE = (
    "it is there already and is yours; put the two lines `{}` and `{}` where the dashboard may "
    "stand, or name another file in mdfollow.toml"
)
NOT_ONE_PART = "it must have each of its two marks once, in their order"


@dataclass(frozen=True, slots=True)
class Part:
    """Where our part stands, in bytes; `trouble` says why it cannot be told, in one sentence.

    `is_blank`: there is nothing else in the file, and no mark yet.
    """

    start: int = 0
    end: int = 0
    trouble: str = ""
    is_blank: bool = False


def find(data: bytes, marks: tuple[str, str]) -> Part:
    """Our part of a file; the whole of one that is empty."""
    opened, ended = (_places(data, mark) for mark in marks)
    if not opened and not ended:
        start = len(_BOM) if data.startswith(_BOM) else 0
        if data[start:].strip():
            return Part(trouble=NO_PLACE.format(*marks))
        return Part(start, len(data), is_blank=True)
    if len(opened) != 1 or len(ended) != 1 or ended[0][0] < opened[0][1]:
        return Part(trouble=NOT_ONE_PART)
    return Part(opened[0][0], ended[0][1])


def _places(data: bytes, mark: str) -> list[tuple[int, int]]:
    """Where a mark begins and ends; one that is no comment in itself has a line of its own."""
    shape = re.escape(mark)
    if not mark.startswith("<"):
        shape = rf"(?m:^){shape}(?=[ \t]*(?:[\r\n]|\Z))"
    return [found.span() for found in re.finditer(shape.encode(), data)]


def with_part(data: bytes, part: Part, text: str) -> bytes:
    """The file with `text` in the place of our part, in the line endings of the file."""
    rest = data[: part.start] + data[part.end :]
    ending = "\r\n" if b"\r\n" in (rest or data) else "\n"
    new = text.replace("\n", ending).encode("utf-8", "surrogateescape")
    return data[: part.start] + new + data[part.end :]


def without_part(data: bytes, part: Part, lead: str) -> bytes:
    """The file without our part; empty where nothing is left but our `lead` before it."""
    before, after = data[: part.start], data[part.end :]
    if before.removeprefix(_BOM)[-1:] in (b"", b"\n"):
        after = after.removeprefix(b"\r").removeprefix(b"\n")
    rest = (before + after).removeprefix(_BOM).strip()
    return b"" if rest in (b"", lead.strip().encode()) else before + after
