"""Her Org file or Logseq page, and what she does in it, as Emacs and Logseq write it.

Every `sync` proves by itself that a second one writes nothing, whatever the day.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from mdfollow.dialects.stamps import DAYS
from mdfollow.settings import Settings
from mdfollow.sync.engine import sync
from mdfollow.sync.pages import open_page
from mdfollow.sync.result import Note, NoteReport, State, Vault
from mdfollow.sync.standing import Actual, Home
from mdfollow.sync.trace import Base
from tests.pages.kinds import ORG, TODAY, Kind


def weekday(day: str) -> str:
    """`2026-11-10 Tue`."""
    return f"{day} {DAYS[date.fromisoformat(day).weekday()]}"


class Sheet:
    """A vault of one kind; `path` is the note all of this is about."""

    def __init__(self, kind: Kind, text: str = "") -> None:
        self.kind, self.path = kind, kind.path
        self.settings = Settings()
        self.folder = Path()
        self.files: dict[str, str] = {kind.path: text or kind.fields() + kind.notes}

    # --- the note

    @property
    def text(self) -> str:
        """The note as it stands."""
        return self.files[self.path]

    @text.setter
    def text(self, text: str) -> None:
        self.files[self.path] = text

    def replace(self, old: str, new: str) -> None:
        """Change one place of the note; `old` must stand there exactly once."""
        assert self.text.count(old) == 1, (old, self.text)
        self.text = self.text.replace(old, new)

    def field(self, name: str, value: str, new: str) -> None:
        """Give a field another value, or none."""
        row = self.kind.row
        wanted = row.format(name=name, value=new) if new else ""
        self.replace(row.format(name=name, value=value), wanted)

    def add_field(self, name: str, value: str) -> None:
        """Write one more field under the company."""
        row = self.kind.row.format(name="company", value="Acme")
        self.replace(row, row + self.kind.row.format(name=name, value=value))

    # --- the command

    def sync(self, today: str = "", *, again: bool = False) -> NoteReport:
        """Run it, and see that a second time changes nothing."""
        day = date.fromisoformat(today) if today else TODAY
        notes = [Note(path, text.encode()) for path, text in self.files.items()]
        where = Vault(self.settings, self.kind.surroundings)
        anew = frozenset({self.path} if again else ())
        reports = {each.path: each for each in sync(notes, replace(where, again=anew), day)}
        for path, report in reports.items():
            self.files[path] = report.new.decode()
        notes = [Note(path, text.encode()) for path, text in self.files.items()]
        assert not any(each.changed for each in sync(notes, where, day))
        return reports[self.path]

    def quiet(self, today: str = "") -> NoteReport:
        """Run it, and see that nothing is written."""
        before = dict(self.files)
        report = self.sync(today)
        assert self.files == before
        return report

    # --- what stands there

    def home(self, place: int = 0) -> Home:
        """The note as the merge sees it."""
        page = open_page(self.path, self.text.encode(), self.settings, self.kind.surroundings)
        assert not isinstance(page, tuple)
        return page.homes[place]

    def bases(self) -> dict[str, Base]:
        """What is remembered, by step: `attempt:1`."""
        return {b.name: b for trace in self.home().traces for b in trace.bases.values()}

    def actual(self, step: str) -> Actual:
        """A step's task; there must be exactly one."""
        (found,) = self.home().actual[self.bases()[step].id]
        return found

    def steps(self) -> list[str]:
        """The steps whose tasks stand in the note, in order."""
        names = {base.id: name for name, base in self.bases().items()}
        found = [each for twins in self.home().actual.values() for each in twins]
        return [names[a.id] for a in sorted(found, key=lambda a: a.line) if a.id in names]

    def window(self, step: str) -> tuple[str, str]:
        """The dates of a task."""
        actual = self.actual(step)
        return str(actual.start), str(actual.due)

    def done(self, step: str) -> str:
        """The day remembered of a tick; empty without one."""
        return str(self.bases()[step].done or "")

    def words(self, step: str) -> str:
        """A task's words as they stand."""
        head = self.block(step).split("\n", 1)[0]
        return head.split(" TODO ", 1)[1].split(" <!--", 1)[0]

    def lines(self, step: str) -> tuple[int, int]:
        """Where a task's text stands: its first line (from 0), and the line behind its subtree."""
        texts, first = self.text.splitlines(), self.actual(step).line - 1
        depth = self._depth(texts[first])
        stop = first + 1
        while stop < len(texts) and not 0 < self._depth(texts[stop]) <= depth:
            stop += 1
        return first, stop

    def block(self, step: str) -> str:
        """A task's lines with all beneath it."""
        first, stop = self.lines(step)
        return "\n".join(self.text.splitlines()[first:stop]) + "\n"

    def _depth(self, line: str) -> int:
        """How deep the heading or block is that begins here; 0 for other lines."""
        found = re.match(r"\*+(?= )" if self.is_org else r"[ \t]*-(?= |$)", line)
        return found.end() if found else 0

    @property
    def is_org(self) -> bool:
        """Whether this is an Org file."""
        return self.kind is ORG or self.kind.name == ORG.name

    # --- what she does

    def edit(self, step: str, old: str, new: str) -> None:
        """Change one place in a task or beneath it."""
        block = self.block(step)
        assert block.count(old) == 1, (old, block)
        self.replace(block, block.replace(old, new))

    def tick(self, step: str, day: str = "", word: str = "DONE") -> None:
        """Tick a task, with the record a client may keep of the day, or without."""
        self.edit(step, " TODO ", f" {word} ")
        if day and self.is_org:
            self.edit(step, "SCHEDULED: ", f"CLOSED: [{weekday(day)} 09:30] SCHEDULED: ")
        elif day:
            stamp = f"[{weekday(day)} 09:30:00]"
            lines = (":LOGBOOK:", f"CLOCK: {stamp}--{stamp} =>  00:00:00", ":END:")
            self.under(step, *lines)

    def untick(self, step: str, day: str = "", word: str = "DONE") -> None:
        """Open it again; `day`: its record goes, too."""
        self.edit(step, f" {word} ", " TODO ")
        if day and self.is_org:
            self.edit(step, f"CLOSED: [{weekday(day)} 09:30] ", "")
        elif day:
            block = self.block(step)
            self.replace(block, re.sub(r"(?s)[ \t]*:LOGBOOK:.*?:END:\n", "", block))

    def redate(self, step: str, due: str) -> None:
        """Move the deadline alone, as a reschedule does."""
        old = str(self.actual(step).due)
        self.edit(step, f"DEADLINE: <{weekday(old)}", f"DEADLINE: <{weekday(due)}")

    def under(self, step: str, *lines: str) -> None:
        """Write lines of her own into a task's text, below its dates and properties."""
        block = self.block(step)
        if self.is_org:
            at = block.index(":END:\n") + len(":END:\n")
            text = "".join(f"{line}\n" for line in lines)
        else:
            at = block.index("\n", block.index("DEADLINE")) + 1
            indent = re.match(r"[ \t]*", block)
            assert indent
            text = "".join(f"{indent[0]}  {line}\n" for line in lines)
        self.replace(block, block[:at] + text + block[at:])

    def hang(self, step: str, words: str) -> None:
        """Hang a child of her own under a task."""
        block = self.block(step)
        depth = self._depth(block)
        child = "*" * (depth + 1) if self.is_org else block[: depth - 1] + "\t-"
        self.replace(block, f"{block}{child} {words}\n")

    def tag(self, step: str) -> None:
        """Put a tag on a task."""
        head = self.block(step).split("\n", 1)[0]
        tagged = f"{head}  :soon:" if self.is_org else head.replace(" <!--", " #soon <!--")
        self.replace(head + "\n", tagged + "\n")

    def delete(self, step: str) -> str:
        """Delete a task with all beneath it; gives it back."""
        block = self.block(step)
        self.replace(block, "")
        return block

    def edit_draft(self, step: str) -> None:
        """Add a sentence of her own to a draft."""
        block = self.block(step)
        last = block.rstrip("\n").rsplit("\n", 1)[1]
        indent = re.match(r"[ \t]*", last)
        assert indent
        self.replace(block, block.rstrip("\n") + f"\n{indent[0]}The bridge is open again.\n")

    def cut_memory(self) -> None:
        """Cut what mdfollow remembers at the plan, and leave the tasks."""
        pattern = r":PROPERTIES:\n:MDFOLLOW_NOTE:(?s:.*?):END:\n"
        if not self.is_org:
            pattern = r"[ \t]*<!-- mdfollow:state(?s:.*?)-->\n"
        self.text, count = re.subn(pattern, "", self.text)
        assert count == 1


def states(report: NoteReport) -> dict[str, State]:
    """The state of every step of a note's first interview."""
    return {step.desired.step.name: step.state for step in report.interviews[0].steps}
