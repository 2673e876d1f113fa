"""The lines of a Logseq page, one pass: bullets, properties, dates, comments, verbatim text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import IntEnum, StrEnum
from typing import TypeVar

from mdfollow.document.closings import BLOCKS
from mdfollow.document.source import Source
from mdfollow.document.span import Part, Span, part, trimmed
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, field, replace

_BULLET = pattern(r"([ \t]*)-(?:[ \t]+|\Z)")
_HASHES = pattern(r"([ \t]*)(?=#+(?:[ \t]|\Z))")
_SIZE = pattern(r"(#+)(?:[ \t]+|\Z)")
_MARKER = pattern(
    r"(TODO|DOING|DONE|LATER|NOW|WAIT|WAITING|CANCELED|CANCELLED|IN-PROGRESS|STARTED) +"
)
_PRIORITY = pattern(r"\[#[A-Za-z]\][ \t]*")
_PROPERTY = pattern(r"[ \t]*([^ \t:#`<>\[\]()\"]+)::(?: .*)?\Z")
_DATED = pattern(r".*\b(?:SCHEDULED|DEADLINE): *[<\[][0-9]")
_DRAWER = pattern(r"[ \t]*:([\w-]+):[ \t]*\Z")
_BLOCK = pattern(r"[ \t]*#\+begin_([^ \t]+)", re.IGNORECASE)
_FENCE = pattern(r"[ \t]*(?:```|~~~)")
_COMMENT = pattern(r"[ \t]*<!--")
CLOSINGS = (
    *BLOCKS,
    (pattern(r"[ \t]*(```|~~~)"), "fence"),
    (pattern(r".*?(-->)"), "-->"),
)

Placed = TypeVar("Placed", "Property", "Comment")


class LogseqKind(IntEnum):
    """What a line is."""

    TEXT = 0
    BLANK = 1
    BLOCK = 2
    """The first line of a block."""
    PROPERTY = 3
    PLANNING = 4
    """A line of a block's body with SCHEDULED or DEADLINE."""
    DRAWER = 5
    """Every line of `:LOGBOOK:` and its like."""
    FENCE = 6
    """Every line of a fence or of `#+BEGIN_…`."""
    COMMENT = 7
    """Every line an HTML comment that begins its line has a part in."""
    FRONT = 8
    """YAML at the top."""


class MarkerKind(StrEnum):
    """What a marker says of its task."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


_DONE = {
    "DONE": MarkerKind.DONE,
    "CANCELED": MarkerKind.CANCELLED,
    "CANCELLED": MarkerKind.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Property:
    """`key:: value`."""

    key: Part
    value: Part


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment: all its bytes, what stands between the marks, its lines from 0."""

    text: str
    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Bullet:
    """What a block's first line says.

    `title` is all text behind marker and priority, comments and dates included; empty where the
    line holds a property. `indent` is the white space before the bullet, `dash` false for a `#`
    heading without one. `size` counts the hashes.
    """

    line: int
    level: int
    indent: str
    title: Part
    marker: Part | None = None
    priority: Part | None = None
    size: int = 0
    dash: bool = True

    @property
    def mark(self) -> MarkerKind | None:
        """What the marker says; None: the block is no task."""
        return _DONE.get(self.marker.text, MarkerKind.OPEN) if self.marker else None


@dataclass
class PageLines:
    """The pass over the lines. `dated` are the lines that hold dates of a block."""

    source: Source
    closings: dict[str, list[int]]
    kinds: list[LogseqKind] = field(default_factory=list)
    bullets: list[Bullet] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    dated: list[int] = field(default_factory=list)

    def read(self, first: int) -> None:
        """Read every line from `first` on (lines above are frontmatter)."""
        texts = self.source.texts
        self.kinds = [LogseqKind.TEXT if t.strip(" \t") else LogseqKind.BLANK for t in texts]
        self.kinds[:first] = [LogseqKind.FRONT] * first
        line = first
        while line < len(texts):
            column = self._block(line)
            line = self._structure(line, column)

    def within(self, found: Sequence[Placed], first: int, stop: int) -> tuple[Placed, ...]:
        """Those that begin in lines `first..stop`."""
        left = bisect_left(found, first, key=_line)
        return tuple(found[left : bisect_left(found, stop, key=_line)])

    def _block(self, line: int) -> int:
        """Note the block that begins here; where its text does, from 0."""
        text = self.source.texts[line]
        dash = _BULLET.match(text)
        found = dash or _HASHES.match(text)
        if found is None:
            return 0
        at = found.end()
        size = _SIZE.match(text, at)
        at = size.end() if size else at
        marker = _MARKER.match(text, at)
        at = marker.end() if marker else at
        priority = _PRIORITY.match(text, at)
        at = priority.end() if priority else at
        self.kinds[line] = LogseqKind.BLOCK
        bullet = Bullet(
            line=line,
            level=len(found[1]) + 1,
            indent=found[1],
            title=trimmed(self.source, line, at, len(text)),
            marker=part(self.source, line, *marker.span(1)) if marker else None,
            priority=self._letter(line, priority),
            size=len(size[1]) if size else 0,
            dash=dash is not None,
        )
        self.bullets.append(bullet)
        return at

    def _letter(self, line: int, found: re.Match[str] | None) -> Part | None:
        return part(self.source, line, found.start(), found.start() + 4) if found else None

    def _structure(self, line: int, column: int) -> int:
        """Read a line's text from `column` on; the next line to look at."""
        text = self.source.texts[line]
        rest = text[column:]
        name, kind = _opening(rest)
        last = self._close(name, line) if name else None
        if last is not None:
            self._fill(line, last + 1, kind)
            return last + 1
        if _COMMENT.match(rest):
            return self._comment(line, column)
        if found := _PROPERTY.match(rest):
            self._property(line, column, found)
        elif _DATED.match(rest):
            self.dated.append(line)
            self._fill(line, line + 1, LogseqKind.PLANNING)
        self._inline(line, column)
        return line + 1

    def _property(self, line: int, column: int, found: re.Match[str]) -> None:
        start, end = found.span(1)
        key = part(self.source, line, column + start, column + end)
        value = trimmed(self.source, line, column + end + 2, len(self.source.texts[line]))
        self.properties.append(Property(key, value))
        self._fill(line, line + 1, LogseqKind.PROPERTY)
        if self.kinds[line] is LogseqKind.BLOCK:
            empty = part(self.source, line, column, column)
            self.bullets[-1] = replace(self.bullets[-1], title=empty)

    def _comment(self, line: int, column: int) -> int:
        """Comments that begin a line, one behind the other, over as many lines as they take."""
        texts = self.source.texts
        while _COMMENT.match(texts[line], column):
            start = texts[line].index("<!--", column)
            end = texts[line].find("-->", start + 4)
            last: int | None = line
            if end < 0:
                last = self._close("-->", line)
                end = texts[last].index("-->") if last is not None else -1
            if last is None:
                break
            self._note(line, start, last, end)
            self._fill(line, last + 1, LogseqKind.COMMENT)
            line, column = last, end + 3
        self._inline(line, column)
        return line + 1

    def _inline(self, line: int, column: int) -> None:
        text = self.source.texts[line]
        start = text.find("<!--", column)
        while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
            self._note(line, start, line, end)
            start = text.find("<!--", end + 3)

    def _note(self, line: int, start: int, last: int, end: int) -> None:
        inner = Span(self.source.offset(line, start + 4), self.source.offset(last, end))
        text = inner.of(self.source.data).decode()
        self.comments.append(Comment(text, Span(inner.start - 4, inner.end + 3), line, last))

    def _close(self, name: str, line: int) -> int | None:
        lines = self.closings.get(name, [])
        at = bisect_right(lines, line)
        return lines[at] if at < len(lines) else None

    def _fill(self, first: int, stop: int, kind: LogseqKind) -> None:
        """Mark lines, all but the first line of a block."""
        first += self.kinds[first] is LogseqKind.BLOCK
        self.kinds[first:stop] = [kind] * max(0, stop - first)


def _opening(text: str) -> tuple[str, LogseqKind]:
    """What the text needs to be closed by, and what its lines then are."""
    if _FENCE.match(text):
        return "fence", LogseqKind.FENCE
    if found := _BLOCK.match(text):
        return f"#+end_{found[1].lower()}", LogseqKind.FENCE
    drawer = _DRAWER.match(text)
    return (":end:" if drawer else ""), LogseqKind.DRAWER


def _line(found: Property | Comment) -> int:
    return found.key.line if isinstance(found, Property) else found.first
