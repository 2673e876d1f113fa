"""Her desk: a vault in a folder, her edits in her words, and the command she runs.

Every `sync` here proves three laws by itself: her lines come back byte for byte and in order,
a second sync writes nothing (bytes, inode and time of every file), and no tick is undone.
"""

import re
from collections.abc import Callable
from pathlib import Path

from mdfollow.record import dataclass
from tests.merge.hers import Ledger, lines
from tests.merge.running import Ran, run

NOTE = "acme.md"
TODAY = "2026-11-12"
OPENING = "<!-- mdfollow:state "
BETA = """\
---
company: Beta
interview_date: 2026-11-09
interviewers: Ada Stone
decision: 2026-11-30
---
# Beta
"""
ACME = """\
---
company: Acme
role: Platform Engineer
interview_date: 2026-11-10
format: onsite
decision: 3 weeks
interviewers:
  - Dana Kim <dana@acme.example> (hiring manager)
  - Sam Roe <sam@acme.example> (recruiter)
skills: [ran the pager hand-over]
---
# Acme, on site

My own notes, with  two blanks  and a tab\there.
- [ ] my own task 📅 2026-11-20
"""
"""On site, two people, the decision on Tuesday 2026-12-01: A1 on 12-04, A2 12-11..14, A3."""

_FIELDS = {
    "tasks": ("⏳ {}", "📅 {}", " ✅ {}"),
    "dataview": ("[scheduled:: {}]", "[due:: {}]", "  [completion:: {}]"),
    "gfm": ("⏳ {}", "📅 {}", " ✅ {}"),
}
_MADE = 2
_DAY = r"(\d{4}-\d{2}-\d{2})"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the state comment: the step's id and what is remembered of it."""

    id: str
    fields: dict[str, str]


class Desk:
    """A vault under `root` whose tasks are spelt in `dialect`."""

    def __init__(self, root: Path, dialect: str = "tasks") -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root, self.dialect, self.today = root, dialect, TODAY
        self._ledger = Ledger()
        plugin = root / ".obsidian/plugins/obsidian-tasks-plugin"
        if dialect != "gfm":
            plugin.mkdir(parents=True)
        if dialect == "dataview":
            (plugin / "data.json").write_text('{"taskFormat": "dataview"}')

    # --- files

    def write(self, text: str = ACME, name: str = NOTE) -> None:
        """Save a note whole."""
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_bytes(text.encode())

    def read(self, name: str = NOTE) -> str:
        """A note as it stands, line endings and all."""
        return (self.root / name).read_bytes().decode()

    def files(self) -> dict[str, bytes]:
        """All notes by path."""
        return {str(f.relative_to(self.root)): f.read_bytes() for f in self.root.rglob("*.md")}

    def setting(self, text: str) -> None:
        """Write `mdfollow.toml`."""
        (self.root / "mdfollow.toml").write_text(text)

    def replace(self, old: str, new: str, name: str = NOTE) -> None:
        """Change one place of a note; `old` must stand there exactly once."""
        text = self.read(name)
        assert text.count(old) == 1, (old, text)
        self.write(text.replace(old, new), name)

    # --- the command

    def sync(self, today: str = "", *more: str) -> Ran:
        """Run it; then once more, to see that nothing at all is written."""
        self.today = today or self.today
        before = self.files()
        ran = run(self.root, self.today, *more)
        after = self.files()
        for name, data in after.items():
            self._ledger.compare(before.get(name, b""), data)
        prints = self._prints()
        run(self.root, self.today)
        assert self.files() == after
        assert self._prints() == prints
        return ran

    def quiet(self, today: str = "", *more: str) -> Ran:
        """Run it, and see that it writes nothing."""
        before, prints = self.files(), self._prints()
        ran = self.sync(today, *more)
        assert self.files() == before
        assert self._prints() == prints
        return ran

    def _prints(self) -> dict[str, tuple[int, int]]:
        stats = {str(file): file.stat() for file in self.root.rglob("*.md")}
        return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}

    # --- what stands in a note

    def state(self, name: str = NOTE) -> dict[str, Line]:
        """The state comment's lines by step: `attempt:1` (`i2/attempt:1` for later tags)."""
        found: dict[str, Line] = {}
        for comment in self.comments(name):
            for text in comment[1:-1]:
                task_id, key, *words = text.lstrip("> ").split()
                fields = dict(word.split("=", 1) for word in words)
                found[key.removeprefix("i1/")] = Line(task_id, fields)
        return found

    def header(self, name: str = NOTE) -> dict[str, str]:
        """The fields of the state comment's first line."""
        (comment,) = self.comments(name)
        return dict(word.split("=", 1) for word in comment[0].split() if "=" in word)

    def comments(self, name: str = NOTE) -> list[list[str]]:
        """All state comments as lines."""
        texts = self.read(name).splitlines()
        starts = [n for n, line in enumerate(texts) if OPENING in line]
        stops = [next(m for m in range(n, len(texts)) if "-->" in texts[m]) for n in starts]
        return [texts[n : m + 1] for n, m in zip(starts, stops, strict=True)]

    def ids(self, name: str = NOTE) -> list[str]:
        """The ids of all tasks that stand in a note, in order, twins twice."""
        found = [re.search(r"mf-\w{6,8}", line) for line in self._tasks(name)]
        return [match[0] for match in found if match]

    def steps(self, name: str = NOTE) -> list[str]:
        """The steps whose tasks stand in a note, in order."""
        keys = {line.id: key for key, line in self.state(name).items()}
        return [keys[task_id] for task_id in self.ids(name) if task_id in keys]

    def _tasks(self, name: str) -> list[str]:
        return [line for line in self.read(name).splitlines() if re.search(r"\[.\] .*mf-", line)]

    def line(self, step: str, name: str = NOTE) -> str:
        """The task line of a step; there must be exactly one."""
        task_id = self.state(name)[step].id
        (found,) = [line for line in self._tasks(name) if task_id in line]
        return found

    def window(self, step: str, name: str = NOTE) -> tuple[str, str]:
        """The dates on a step's line: not before, due."""
        start, due = (
            re.search(re.escape(field).replace(r"\{\}", _DAY), self.line(step, name))
            for field in _FIELDS[self.dialect][:2]
        )
        assert start
        assert due
        return start[1], due[1]

    def draft(self, step: str, name: str = NOTE) -> str:
        """A step's draft from its heading on; empty without one."""
        mark = f"<!-- {self.state(name)[step].id} draft -->"
        parts = re.split(r"(?m)^(?=#{1,6} |<!-- mdfollow:state )", self.read(name))
        return next((part for part in parts if mark in part), "")

    # --- what she does

    def edit(self, step: str, old: str, new: str, name: str = NOTE) -> None:
        """Change part of a step's line."""
        line = self.line(step, name)
        assert line.count(old) == 1, (old, line)
        self.replace(line, line.replace(old, new), name)

    def tick(self, step: str, day: str = "", name: str = NOTE) -> None:
        """Tick a task, with the date a client writes or, as in vim, without."""
        line = self.line(step, name)
        made = _FIELDS[self.dialect][_MADE].format(day) if day else ""
        self.replace(line, line.replace("[ ]", "[x]", 1) + made, name)

    def untick(self, step: str, *, date_too: bool = True, name: str = NOTE) -> None:
        """Open a box again; clients take the date out with it."""
        line = self.line(step, name)
        made = _FIELDS[self.dialect][_MADE]
        pattern = re.escape(made).replace(r"\{\}", _DAY)
        bare = re.sub(pattern, "", line) if date_too else line
        self.replace(line, bare.replace("[x]", "[ ]", 1), name)

    def redate(self, step: str, due: str, name: str = NOTE) -> None:
        """Move the due date alone, as a snooze does."""
        field = _FIELDS[self.dialect][1]
        old = self.window(step, name)[1]
        self.edit(step, field.format(old), field.format(due), name)

    def append(self, step: str, text: str, name: str = NOTE) -> None:
        """Write something at the end of a task's line."""
        line = self.line(step, name)
        self.replace(line, line + text, name)

    def hang(self, step: str, text: str, name: str = NOTE) -> None:
        """Write a line of her own beneath a task."""
        line = self.line(step, name)
        self.replace(line + "\n", f"{line}\n{text}\n", name)

    def delete(self, step: str, name: str = NOTE) -> str:
        """Delete a task's line; gives it back."""
        line = self.line(step, name)
        self.replace(line + "\n", "", name)
        return line

    def edit_draft(self, step: str, name: str = NOTE) -> str:
        """Add a sentence of her own to a draft; gives the draft back as it is then."""
        old = self.draft(step, name)
        self.replace(old, old.rstrip("> \n") + "\nThe bridge is open again.\n\n", name)
        return self.draft(step, name)

    def form(self, formatter: Callable[[str], str], name: str = NOTE) -> None:
        """Let a formatter loose on a note: its changes of our lines are not hers."""
        hers = {
            line for line in lines((self.root / name).read_bytes()) if self._ledger.is_hers(line)
        }
        self.write(formatter(self.read(name)), name)
        self._ledger.written |= set(lines((self.root / name).read_bytes())) - hers

    def expect_ids_to_go(self, name: str) -> None:
        """Allow the next sync to change every line of a note that carries an id."""
        self._ledger.written |= {line for line in lines(self.files()[name]) if b"mf-" in line}

    def cut_comment(self, name: str = NOTE) -> str:
        """Cut the state comment only; gives it back."""
        (comment,) = self.comments(name)
        text = "\n".join(comment) + "\n"
        self.replace(text, "", name)
        return text

    def cut_block(self, name: str = NOTE) -> str:
        """Cut everything mdfollow wrote, heading and comment included; gives it back."""
        head, mark, block = self.read(name).partition("\n## Follow-up plan\n")
        self.write(head, name)
        return mark + block
