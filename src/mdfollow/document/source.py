"""A note as bytes and lines.

A line ends at CRLF, LF or a lone CR and nowhere else: `str.splitlines` also breaks at U+2028
and friends, where Markdown does not, and a span computed there points into the wrong place.
"""

from itertools import accumulate
from typing import NamedTuple

from mdfollow.pattern import pattern
from mdfollow.record import cached_property, dataclass

BOM = b"\xef\xbb\xbf"
_ENDING = pattern(rb"\r\n|\n|\r")
_END = pattern(r"\r\n|\n|\r")


class Line(NamedTuple):
    """Byte offsets: text is `start..end`, its line ending `end..stop` (empty at the end)."""

    start: int
    end: int
    stop: int


@dataclass(frozen=True)
class Source:
    """The bytes of one note, valid UTF-8, with their lines. Offsets count from byte 0."""

    data: bytes

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line; a final empty one only where the bytes after the last ending are none."""
        start = len(BOM) if self.data.startswith(BOM) else 0
        if b"\r" not in self.data:
            return self._lines(start)
        lines: list[Line] = []
        for ending in _ENDING.finditer(self.data, start):
            lines.append(Line(start, ending.start(), ending.end()))
            start = ending.end()
        if start < len(self.data):
            lines.append(Line(start, len(self.data), len(self.data)))
        return tuple(lines)

    def _lines(self, start: int) -> tuple[Line, ...]:
        """The same where every line ends with LF, which is nearly everywhere."""
        sizes = [len(each) for each in self.data[start:].split(b"\n")]
        last = sizes.pop()
        stops = [*accumulate([size + 1 for size in sizes], initial=start)]
        lines = tuple(map(Line, stops, [each - 1 for each in stops[1:]], stops[1:]))
        end = stops[-1] + last
        return (*lines, Line(stops[-1], end, end)) if last else lines

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of every line, endings left off."""
        text = self.data.removeprefix(BOM).decode()
        texts = tuple(_END.split(text)) if "\r" in text else tuple(text.split("\n"))
        return texts if texts[-1] else texts[:-1]

    @cached_property
    def newline(self) -> str:
        """The ending most lines have; LF where there is none, and in a tie."""
        crlf = self.data.count(b"\r\n")
        counts = {
            "\n": self.data.count(b"\n") - crlf,
            "\r\n": crlf,
            "\r": self.data.count(b"\r") - crlf,
        }
        return max(counts, key=lambda ending: counts[ending])

    def ended(self, byte: int) -> int:
        """How many lines end at a byte offset or before, their endings included."""
        if byte >= len(self.data) or b"\r" in self.data:
            return sum(1 for line in self.lines if line.stop <= byte)
        return self.data.count(b"\n", 0, byte)

    def rest(self) -> None:
        """Let go of what can be had from the bytes again, three times as large as they are."""
        for name in ("lines", "texts"):
            self.__dict__.pop(name, None)

    def offset(self, line: int, column: int) -> int:
        """Byte offset of a character column (from 0) in a line (from 0)."""
        return self.lines[line].start + len(self.texts[line][:column].encode())
