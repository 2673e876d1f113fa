"""A list item's own text, wrapped over lines or not, read as one line with its places.

A formatter breaks lines where it likes; what an item says does not change by it.
"""

import re
from collections.abc import Sequence

from mdfollow.document.source import Source
from mdfollow.document.span import Part
from mdfollow.pattern import pattern
from mdfollow.record import dataclass

MOST_LINES = 100
"""Lines over which a formatter may wrap an item; looking on for each of them would take minutes."""
_LEAD = pattern(r"[ \t>]*")
_STARTS_BLOCK = pattern(
    r"[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}(?:[ \t]|$)|```|~~~|<(?!!--[ \t]*mf-[^<>]*-->))"
)
"""A line that goes on with nothing; an id of ours that was wrapped to a line's start does."""


@dataclass(frozen=True, slots=True)
class Item:
    """`text` is that of lines `line..stop`, each break and indentation one blank.

    `rows` holds where each line's part begins in `text`, and its first column.
    """

    source: Source
    line: int
    text: str
    rows: tuple[tuple[int, int], ...]

    @property
    def stop(self) -> int:
        """The line behind its own text."""
        return self.line + len(self.rows)

    def part(self, start: int, end: int) -> Part:
        """Characters `start..end` of `text`, with their bytes, breaks between them included."""
        text = self.text[start:end]
        if len(self.rows) == 1:
            return Part(text, self.source, self.line, start)
        last = max(end - 1, start)
        line, column = self._place(last)
        return Part(text, self.source, *self._place(start), (line, column + end - last))

    def _place(self, at: int) -> tuple[int, int]:
        """Line and column (from 0) of a character."""
        number = max(n for n, (start, _) in enumerate(self.rows) if start <= at)
        start, column = self.rows[number]
        return self.line + number, column + at - start


def goes_on(text: str) -> bool:
    """Whether a line can go on with the text of the item above."""
    return bool(text.strip(" \t>")) and not _STARTS_BLOCK.match(text)


def item(source: Source, line: int, stop: int) -> Item:
    """The item that begins in `line`, its own text ending before `stop` at the latest."""
    texts = source.texts
    found, rows = texts[line], [(0, 0)]
    for number in range(line + 1, stop):
        if not goes_on(texts[number]):
            break
        column = len((_LEAD.match(texts[number]) or [""])[0])
        found = found.rstrip(" \t") + " "
        rows.append((len(found), column))
        found += texts[number][column:]
    return Item(source, line, found, tuple(rows))


def first_line(texts: Sequence[str], line: int, least: int, begins: re.Pattern[str]) -> int | None:
    """The line in which the item that `line` is part of begins; None outside of items."""
    least = max(least, line - MOST_LINES)
    while line > least and not begins.match(texts[line]) and goes_on(texts[line]):
        line -= 1
    return line if begins.match(texts[line]) else None
