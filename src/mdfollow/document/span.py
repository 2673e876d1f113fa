"""Places in a note: byte spans, and texts that know theirs."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from mdfollow.document.source import Source
from mdfollow.record import cached_property, dataclass
from mdfollow.value import Place, Scalar

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Bytes `start..end` of a note, counted from byte 0 (a BOM is counted)."""

    start: int
    end: int

    def of(self, data: bytes) -> bytes:
        """The bytes themselves."""
        return data[self.start : self.end]


@dataclass(frozen=True)
class Part:
    """A piece of one line: its text, its bytes, and where a person finds it.

    `span.of(data).decode() == text`; `line` and `column` count from 0, columns in characters.
    `end` is the line and column behind a piece that a formatter wrapped over several lines.
    """

    text: str
    source: Source
    line: int
    column: int
    end: tuple[int, int] | None = None

    @cached_property
    def span(self) -> Span:
        """Its bytes: worked out for the few pieces that are edited."""
        end = self.end or (self.line, self.column + len(self.text))
        return Span(self.source.offset(self.line, self.column), self.source.offset(*end))

    def scalar(self) -> Scalar:
        """The text as a field's value, its place counted from 1."""
        return Scalar(self.text, Place(self.line + 1, self.column + 1))


def part(source: Source, line: int, start: int, end: int) -> Part:
    """Characters `start..end` of one line (all from 0)."""
    return Part(source.texts[line][start:end], source, line, start)


def trimmed(source: Source, line: int, start: int, end: int) -> Part:
    """As `part`, blanks and tabs at both ends left off; nothing else counts as white space."""
    text = source.texts[line][start:end]
    left = len(text) - len(text.lstrip(" \t"))
    right = len(text) - len(text.rstrip(" \t"))
    return part(source, line, start + left, max(start + left, end - right))


def lines_span(source: Source, first: int, stop: int) -> Span:
    """The bytes of lines `first..stop` (from 0, `stop` excluded), line endings included."""
    if first >= len(source.lines):
        return Span(len(source.data), len(source.data))
    start = source.lines[first].start
    return Span(start, source.lines[stop - 1].stop if stop > first else start)


def runs(source: Source, kinds: Sequence[Kind]) -> Iterator[tuple[Kind, Span]]:
    """A note as runs of lines of one kind. With a BOM in front they are all its bytes."""
    first = 0
    for line, kind in enumerate(kinds):
        if line + 1 == len(kinds) or kinds[line + 1] != kind:
            yield kind, lines_span(source, first, line + 1)
            first = line + 1
