"""One task as it stands, able to tick and to move itself as the vault's own tool would.

Three spellings: a checkbox, a Logseq block, an Org heading. Nothing but the box, its day and the
dates is ever replaced.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Protocol

from mdfollow.dialects import checkbox
from mdfollow.dialects.base import Symbols
from mdfollow.document.edit import Edit
from mdfollow.document.source import Source
from mdfollow.document.span import Part
from mdfollow.endings import ORG, format_of
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, field

_BOX = pattern(r"[ \t>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\[(?P<box>.)\]")
_BLOCK_ID = pattern(r"[ \t]+\^[A-Za-z0-9-]+[ \t]*\Z")
_DONE = pattern(r" done=\S+")
_MADE = {"tasks": " ✅ {}", "dataview": "  [completion:: {}]"}
"""How a checkbox takes the day it was ticked on; plain GitHub Markdown has no way."""
_CALLED_OFF = {"tasks": " ❌ {}", "dataview": "  [cancelled:: {}]"}
"""The same for one that will not be done."""


class TaskLine(Protocol):
    """One task of ours."""

    def ticked(self, day: date) -> tuple[Edit, ...]:
        """The edits that tick it on `day`."""

    def called_off(self, day: date) -> tuple[Edit, ...]:
        """The edits that say it will not be done; none where the spelling has no word for it."""

    def moved(self, day: date) -> tuple[Edit, ...]:
        """The edits that put all its dates on `day`; none where it has no date."""


@dataclass(frozen=True, slots=True)
class Box:
    """`- [ ] words`, in any of the checkbox spellings."""

    source: Source
    row: int
    id: str
    dialect: str

    def ticked(self, day: date) -> tuple[Edit, ...]:
        """The box and the day beside it."""
        text = self.source.texts[self.row]
        box = _BOX.match(text)
        task = checkbox.scan(text, Symbols())
        if box is None or task is None:
            return ()
        tick = self._edit(*box.span("box"), "x")
        if made := task.date_spans.get("made"):
            return tick, self._edit(made.start, made.end, day.isoformat())
        spelt = _MADE.get(self.dialect, "")
        if not spelt:
            return tick, *_recorded(self.source, self.id, day)
        return tick, self._added(spelt.format(day))

    def called_off(self, day: date) -> tuple[Edit, ...]:
        """`[-]`, and the day where the plugin writes one."""
        box = _BOX.match(self.source.texts[self.row])
        if box is None:
            return ()
        spelt = _CALLED_OFF.get(self.dialect, "")
        added = (self._added(spelt.format(day)),) if spelt else ()
        return self._edit(*box.span("box"), "-"), *added

    def _added(self, words: str) -> Edit:
        """At the end of the line, before a block id, which must stay last."""
        text = self.source.texts[self.row]
        block = _BLOCK_ID.search(text)
        end = block.start() if block else len(text.rstrip())
        return self._edit(end, end, words)

    def moved(self, day: date) -> tuple[Edit, ...]:
        """Its two dates."""
        task = checkbox.scan(self.source.texts[self.row], Symbols())
        spans = task.date_spans if task else {}
        return tuple(
            self._edit(spans[name].start, spans[name].end, day.isoformat())
            for name in ("start", "due")
            if name in spans
        )

    def _edit(self, start: int, end: int, new: str) -> Edit:
        offset = self.source.offset
        return Edit(offset(self.row, start), offset(self.row, end), new.encode())


@dataclass(frozen=True, slots=True)
class Block:
    """A Logseq block: its marker is ticked, the day goes into the state comment."""

    source: Source
    id: str
    marker: Part
    days: Mapping[str, Part] = field(default_factory=dict)

    def ticked(self, day: date) -> tuple[Edit, ...]:
        """DONE, as Logseq writes it; it has no place for a day."""
        tick = Edit(self.marker.span.start, self.marker.span.end, b"DONE")
        return tick, *_recorded(self.source, self.id, day)

    def called_off(self, day: date) -> tuple[Edit, ...]:
        """CANCELED, as Logseq spells it."""
        return (Edit(self.marker.span.start, self.marker.span.end, b"CANCELED"),)

    def moved(self, day: date) -> tuple[Edit, ...]:
        """SCHEDULED and DEADLINE."""
        return _restamped(self.days, day)


@dataclass(frozen=True, slots=True)
class Heading:
    """An Org heading: its keyword, and `CLOSED` first on its planning line."""

    source: Source
    keyword: Part
    done: str
    off: str
    """The file's word for a task called off; empty without one."""
    planning: int | None
    closed: Part | None
    days: Mapping[str, Part] = field(default_factory=dict)

    def ticked(self, day: date) -> tuple[Edit, ...]:
        """As `org-todo` does with `org-log-done` set to `time`, without the time."""
        return self._shut(self.done, day)

    def called_off(self, day: date) -> tuple[Edit, ...]:
        """The same with the file's word for it; Emacs would not know another."""
        return self._shut(self.off, day) if self.off else ()

    def _shut(self, word: str, day: date) -> tuple[Edit, ...]:
        tick = Edit(self.keyword.span.start, self.keyword.span.end, word.encode())
        stamp = _stamp(day)
        if self.closed is not None:
            return tick, Edit(self.closed.span.start, self.closed.span.end, stamp.encode())
        if self.planning is not None:
            text = self.source.texts[self.planning]
            at = self.source.offset(self.planning, len(text) - len(text.lstrip(" \t")))
            return tick, Edit(at, at, f"CLOSED: [{stamp}] ".encode())
        line = self.source.lines[self.keyword.line]
        ending = self.source.newline
        if line.stop == line.end:
            return tick, Edit(line.end, line.end, f"{ending}CLOSED: [{stamp}]".encode())
        return tick, Edit(line.stop, line.stop, f"CLOSED: [{stamp}]{ending}".encode())

    def moved(self, day: date) -> tuple[Edit, ...]:
        """SCHEDULED and DEADLINE."""
        return _restamped(self.days, day)


def _restamped(days: Mapping[str, Part], day: date) -> tuple[Edit, ...]:
    spans = [found.span for found in days.values()]
    return tuple(Edit(span.start, span.end, _stamp(day).encode()) for span in spans)


def _stamp(day: date) -> str:
    from mdfollow.dialects.stamps import stamp_of

    return stamp_of(day)


def _recorded(source: Source, task_id: str, day: date) -> tuple[Edit, ...]:
    """`done=` in the step's line of the state comment; nothing where the comment is gone."""
    pattern = re.compile(rf"[ \t>]*{re.escape(task_id)} \S+/\S+")
    for row, text in enumerate(source.texts):
        if not pattern.match(text):
            continue
        end = len(text.removesuffix("-->").rstrip())
        found = _DONE.search(text)
        start, stop = found.span() if found else (end, end)
        new = f" done={day.isoformat()}"
        return (Edit(source.offset(row, start), source.offset(row, stop), new.encode()),)
    return ()


def task_line(path: str, data: bytes, line: int, task_id: str, dialect: str) -> TaskLine | None:
    """The task with this id that stands in `line` (from 1); None where there is none."""
    source, row = Source(data), line - 1
    if not 0 <= row < len(source.texts):
        return None
    if format_of(path) == ORG:
        return _heading(source, row, task_id)
    if _BOX.match(source.texts[row]):
        task = checkbox.scan(source.texts[row], Symbols())
        return Box(source, row, task_id, dialect) if task and task.id == task_id else None
    return _block(source, row, task_id)


def standing_task(path: str, data: bytes, task_id: str, dialect: str) -> TaskLine | None:
    """The first task with this id, wherever in the note it stands."""
    org = format_of(path) == ORG
    for row, text in enumerate(Source(data).texts):
        if text.startswith("*") if org else task_id in text:
            found = task_line(path, data, row + 1, task_id, dialect)
            if found is not None:
                return found
    return None


def _block(source: Source, row: int, task_id: str) -> Block | None:
    from mdfollow.dialects.logseq_task import task_of
    from mdfollow.document import logseq

    note = logseq.scan(source)
    found = next((block for block in note.blocks if block.line == row), None)
    task = task_of(note, found) if found else None
    if found is None or task is None or task.id != task_id or found.bullet.marker is None:
        return None
    return Block(source, task_id, found.bullet.marker, task.days)


def _heading(source: Source, row: int, task_id: str) -> Heading | None:
    from mdfollow.dialects.org_task import task_of
    from mdfollow.dialects.org_words import is_called_off
    from mdfollow.document import org

    note = org.scan(source)
    found = next((heading for heading in note.headings if heading.line == row), None)
    task = task_of(note, found) if found else None
    if found is None or task is None or task.id != task_id or found.headline.keyword is None:
        return None
    plan = found.planning
    closed = plan.closed.day_part if plan and plan.closed else None
    if closed and plan and plan.closed and plan.closed.name:
        closed = _through(source, closed, plan.closed.name)
    words = note.words.done
    done = "DONE" if "DONE" in words else words[0]
    off = next(filter(is_called_off, words), "")
    line = plan.line if plan else None
    return Heading(source, found.headline.keyword, done, off, line, closed, task.days)


def _through(source: Source, first: Part, last: Part) -> Part:
    from mdfollow.document.span import part

    return part(source, first.line, first.column, last.column + len(last.text))
