"""Edits by line number, for the notes that are no Markdown."""

from collections.abc import Sequence

from mdfollow.document.edit import Edit
from mdfollow.document.source import Source
from mdfollow.document.span import Part
from mdfollow.record import dataclass


@dataclass(frozen=True, slots=True)
class LineEdits:
    """Edits of one note; lines count from 0."""

    source: Source

    def start(self, line: int) -> int:
        """The byte a line begins at; the end of the note behind its last one."""
        found = self.source.lines
        return found[line].start if line < len(found) else len(self.source.data)

    def unended(self, line: int) -> bool:
        """Whether `line` is the last one and has no line ending."""
        return line >= 0 and self.source.lines[line].end == self.source.lines[line].stop

    def cut(self, first: int, stop: int) -> Edit:
        """Take out lines `first..stop`."""
        return Edit(self.start(first), self.start(stop), b"")

    def within(self, found: Part, new: str) -> Edit:
        """Put other text in a piece of a line."""
        return Edit(found.span.start, found.span.end, new.encode())

    def insert(self, line: int, text: Sequence[str]) -> Edit:
        """Insert lines before `line`; ends the line above first where it has no ending.

        A CR that meets an LF would make one line ending of two, ours and hers.
        """
        at, data = self.start(line), self.source.data
        new = "".join(each + self.source.newline for each in text).encode()
        if self.unended(line - 1):
            new = self.source.newline.encode() + new
        if new.startswith(b"\n") and data[at - 1 : at] == b"\r":
            new = b"\r" + new
        if new.endswith(b"\r") and data[at : at + 1] == b"\n":
            new = new[:-1] + b"\n"
        return Edit(at, at, new)

    def rewrite(self, first: int, stop: int, text: Sequence[str]) -> Edit:
        """Put other lines in place of `first..stop`; the last one's ending stays as it is."""
        found = self.source.lines[first:stop]
        return Edit(found[0].start, found[-1].end, self.source.newline.join(text).encode())
