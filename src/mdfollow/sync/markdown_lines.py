"""Edits by line number: the pieces every change of a Markdown note is made of."""

from collections.abc import Iterable

from mdfollow.dialects import CHECKBOXES, quote
from mdfollow.dialects.base import Written
from mdfollow.document.edit import Edit
from mdfollow.document.source import Source
from mdfollow.letters import Draft
from mdfollow.record import dataclass
from mdfollow.sync.markdown_scan import Scanned
from mdfollow.sync.standing import Change

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one note (numbers from 0), with the dialect new tasks are spelt in."""

    note: Scanned
    dialect: str

    @property
    def source(self) -> Source:
        """The note's bytes."""
        return self.note.source

    def start(self, line: int) -> int:
        """Byte offset of a line; behind the last one, the note's end."""
        lines = self.source.lines
        return lines[line].start if line < len(lines) else len(self.source.data)

    def blank(self, line: int) -> bool:
        """Whether `line` is blank, or lies before the first or after the last one."""
        texts = self.source.texts
        inside = self.note.first <= line < len(texts)
        return not inside or not texts[line].replace(">", " ").strip()

    def unended(self, line: int) -> bool:
        """Whether `line` is the last one and has no line ending."""
        return line >= 0 and self.source.lines[line].end == self.source.lines[line].stop

    def text(self, lines: Iterable[str], marks: str = "") -> bytes:
        """Bytes of whole lines, each behind the quote marks `marks`."""
        quoted = ((marks + line).rstrip() if marks else line for line in lines)
        return "".join(line + self.source.newline for line in quoted).encode()

    def cut(self, first: int, stop: int) -> Edit:
        """Take out lines `first..stop`."""
        return Edit(self.start(first), self.start(stop), b"")

    def within(self, line: int, start: int, end: int, new: str) -> Edit:
        """Replace characters `start..end` of one line."""
        offset = self.source.offset
        return Edit(offset(line, start), offset(line, end), new.encode())

    def insert(self, line: int, text: bytes) -> Edit:
        """Insert before `line`; ends the line above first where it has no ending."""
        at = self.start(line)
        if line and self.unended(line - 1):
            text = self.source.newline.encode() + text
        return self.replace(at, at, text)

    def replace(self, start: int, end: int, text: bytes) -> Edit:
        """Put whole lines in place of bytes `start..end`.

        A CR that meets an LF would make one line ending of two, ours and hers.
        """
        data = self.source.data
        if text.startswith(b"\n") and data[start - 1 : start] == b"\r":
            text = b"\r" + text
        if text.endswith(b"\r") and data[end : end + 1] == b"\n":
            text = text[:-1] + b"\n"
        return Edit(start, end, text)

    def task(self, change: Change) -> str:
        """The line of a new task."""
        if change.desired is None:
            raise ValueError("a new task needs words")
        window = change.desired.step.window
        task = Written(change.id, words(change), window.start, window.due)
        return CHECKBOXES.get(self.dialect, CHECKBOXES["gfm"]).render(task, self.note.symbols)


def words(change: Change) -> str:
    """The words of a task as they stand in the note."""
    return quote.title(change.desired.words) if change.desired else ""


def draft_lines(draft: Draft, task_id: str, level: int) -> list[str]:
    """A draft as lines: heading, id comment, text, one blank line behind."""
    heading = "#" * level + " " + quote.title(draft.heading)
    return [heading, f"<!-- {task_id} draft -->", "", *quote.draft(draft.text).split("\n"), ""]


def new_drafts(changes: Iterable[Change], level: int) -> list[str]:
    """The drafts of all changes that bring one, as lines."""
    found: list[str] = []
    for change in changes:
        if change.desired and change.desired.draft and change.draft:
            found += draft_lines(change.desired.draft, change.id, min(level, DEEPEST))
    return found
