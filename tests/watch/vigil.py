"""A watcher whose clock stands still until the test turns it, and her hands on the notes."""

import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from mdfollow.record import replace
from mdfollow.session import Session
from mdfollow.vault.store import DiskStore, Store
from mdfollow.watch.hints import Hint, Touched
from mdfollow.watch.lines import Level, Line
from mdfollow.watch.planning import Planning
from mdfollow.watch.schedule import Waits
from mdfollow.watch.watcher import Watcher

TODAY = date(2026, 11, 12)
OPENING = b"<!-- mdfollow:state "


def note(
    company: str = "Acme", *, people: str = "Dana Kim", more: str = "", body: str = ""
) -> bytes:
    """An interview note as she might write it."""
    head = f"company: {company}\nrole: Engineer\ninterview_date: 2026-11-10\nformat: onsite\n"
    return f"---\n{head}interviewers: {people}\n{more}---\n# {company}\n{body}".encode()


class Vigil:
    """Looks after `root`; `now` is its clock in seconds, `lines` all that it said."""

    def __init__(self, root: Path, waits: Waits | None = None, store: Store | None = None) -> None:
        self.root, self.now, self.today = root, 1000.0, TODAY
        self.lines: list[Line] = []
        self._began = time.time() - self.now
        self.between: Callable[[], None] = lambda: None
        """What happens between two notes."""
        self.watcher = Watcher(
            Planning(Session(str(root)), lambda: self.today),
            store or DiskStore(str(root)),
            self.lines.append,
            wall=self.wall,
            waits=waits,
            share=lambda path: 3.0,
            between=lambda: self.between(),
        )

    def wall(self) -> float:
        """Seconds since 1970, in step with the clock."""
        return self._began + self.now

    def start(self) -> "Vigil":
        """Do the start-up sync."""
        self.watcher.start(self.now)
        return self

    def hint(self, hint: Hint) -> None:
        """Give it a hint."""
        self.watcher.take(hint, self.now)

    def put(self, path: str, data: bytes, *, age: float = 0.0) -> Path:
        """Save a note without a hint; `age` is how many seconds ago it was changed."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        moment = self.wall() - age
        os.utime(file, (moment, moment))
        return file

    def save(self, path: str, data: bytes, *, age: float = 0.0) -> None:
        """Save a note as an editor does, with its event."""
        self.put(path, data, age=age)
        self.hint(Touched(path))

    def edit(self, path: str, change: Callable[[bytes], bytes]) -> None:
        """Change what stands in a note and save it."""
        self.save(path, change((self.root / path).read_bytes()))

    def rest(self, seconds: float) -> None:
        """Let time pass, doing all that becomes due at its moment."""
        end = self.now + seconds
        for _ in range(10_000):
            at = self.watcher.next(self.now)
            if at is None or at > end:
                break
            self.now = max(self.now, at)
            self.watcher.act(self.now)
        else:
            raise AssertionError("it never comes to rest")
        self.now = end

    def read(self, path: str) -> bytes:
        """The bytes of a note."""
        return (self.root / path).read_bytes()

    def writes(self, path: str = "") -> list[str]:
        """What was written, in the words of the log."""
        return [
            line.what
            for line in self.lines
            if line.level is Level.CHANGE and (not path or line.note == path)
        ]

    def said(self, event: str) -> list[str]:
        """What was said of one kind."""
        return [line.what for line in self.lines if line.event == event]

    def has_plan(self, path: str) -> bool:
        """Whether a plan stands in the note."""
        return OPENING in self.read(path)

    def use(self, **waits: float) -> None:
        """Change some waits."""
        self.watcher.schedule.waits = replace(self.watcher.schedule.waits, **waits)


def without_plan(data: bytes) -> bytes:
    """The note as it was before its plan, heading and comment gone."""
    return data.partition(b"\n## Follow-up plan")[0]
