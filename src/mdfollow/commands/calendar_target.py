"""Where a calendar is kept: a folder with one file an entry (a vdir), or one file."""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from mdfollow.calendar import ics
from mdfollow.calendar.entry import Condition, Seen
from mdfollow.calendar.fates import WRITING, Fate, Outcome, Standing
from mdfollow.calendar.known import Known, known_after, known_lines, read_known
from mdfollow.problem import MdfollowError
from mdfollow.vault import outcome as disk
from mdfollow.vault.calendars import ENDING, MEMORY, CalendarFolder
from mdfollow.vault.outcome import Snapshot, Verdict

Closed = Mapping[str, Condition]
FINE = frozenset({Verdict.WRITTEN, Verdict.UNCHANGED})
_FRESH = frozenset({Fate.ADDED, Fate.CHANGED})


def on_this_clock(moment: datetime) -> datetime:
    """A moment with a zone, as the clock of this machine shows it."""
    return moment.astimezone().replace(tzinfo=None)


class Target(Protocol):
    """A calendar that can be read, and then written."""

    known: Known

    def read(self) -> Standing:
        """What stands there."""

    def write(self, vault: str, outcomes: Sequence[Outcome], closed: Closed) -> list[disk.Outcome]:
        """Carry the outcomes out; what could not be written comes back."""


def open_target(path: str) -> Target:
    """The calendar at the absolute `path`; raises MdfollowError where none can be kept there."""
    if path.lower().endswith(ENDING) and not os.path.isdir(path):
        return FileTarget(path)
    if os.path.exists(path) and not os.path.isdir(path):
        raise MdfollowError(f"{path} is no folder; a calendar is a folder, or a file in {ENDING}.")
    return FolderTarget(path)


class FolderTarget:
    """A vdir."""

    def __init__(self, path: str) -> None:
        self.folder = CalendarFolder(path)
        self.known = Known()
        self._files: dict[str, Snapshot] = {}
        self._memory: Snapshot | None = None

    def read(self) -> Standing:
        """Every file with one entry; a file with several is somebody else's."""
        if not self.folder.is_for_calendars:
            raise MdfollowError(
                f"{self.folder.root} holds other files; give the calendar a folder of its own."
            )
        memory = self.folder.read(MEMORY)
        if isinstance(memory, Snapshot):
            self._memory = memory
            self.known = read_known(memory.data.decode("utf-8", "replace"))
        seen: list[Seen] = []
        others: list[str] = []
        for file in self.folder.entries():
            calendar = ics.parsed(file.data) if isinstance(file, Snapshot) else None
            if not isinstance(file, Snapshot) or calendar is None:
                others.append(file.path.removesuffix(ENDING))
                continue
            mine, foreign = ics.read(calendar, file.path, on_this_clock)
            if len(mine) + len(foreign) == 1 and not {each.uid for each in seen} & {
                each.uid for each in mine
            }:
                seen += mine
                others += foreign
                self._files[file.path] = file
            else:
                others += [*(each.uid for each in mine), *foreign]
        return Standing(seen, others, self.known.uids)

    def write(self, vault: str, outcomes: Sequence[Outcome], closed: Closed) -> list[disk.Outcome]:
        """One file after the other, then what is to be remembered."""
        known = known_after(vault, outcomes)
        if known == self.known and not any(each.fate in WRITING for each in outcomes):
            return []
        self.folder.make()
        done = [self._write(each, closed) for each in outcomes if each.fate in WRITING]
        lines = "".join(f"{line}\n" for line in known_lines(known)).encode()
        if self._memory is None:
            done.append(self.folder.add(MEMORY, lines))
        else:
            done.append(self.folder.replace(self._memory, lines))
        return [each for each in done if each.verdict not in FINE]

    def _write(self, each: Outcome, closed: Closed) -> disk.Outcome:
        old = self._files[each.seen.file] if each.seen else None
        if old is not None and each.fate is Fate.REMOVED:
            return self.folder.remove(old)
        entries = [each.entry] if each.entry else []
        before = ics.parsed(old.data) if old else None
        shut = {each.uid: closed[each.uid]} if each.fate is Fate.CLOSED else {}
        data = ics.bytes_of(ics.calendar_of(entries, before, closed=shut))
        if old is None:
            return self.folder.add(each.uid + ENDING, data)
        return self.folder.replace(old, data)


class FileTarget:
    """One file, replaced in place."""

    def __init__(self, path: str) -> None:
        parent, self.name = os.path.split(path)
        self.folder = CalendarFolder(parent)
        self.known = Known()
        self._old: Snapshot | None = None

    def read(self) -> Standing:
        """All its entries; a file with anything that is not ours is hers."""
        path = os.path.join(self.folder.root, self.name)
        if not os.path.lexists(path):
            return Standing()
        file = self.folder.read(self.name)
        if not isinstance(file, Snapshot):
            raise MdfollowError(f"{path}: {file.reason}.")
        self._old = file
        calendar = ics.parsed(file.data) if file.data.strip() else ics.calendar_of(())
        mine, others = ics.read(calendar, self.name, on_this_clock) if calendar else ([], ["?"])
        if calendar is None or others:
            raise MdfollowError(
                f"{path} holds entries that are not mdfollow's; give it a file of its own."
            )
        self.known = read_known(ics.known_in(calendar))
        return Standing(mine, (), self.known.uids)

    def write(self, vault: str, outcomes: Sequence[Outcome], closed: Closed) -> list[disk.Outcome]:
        """The whole file, if anything in it is to change."""
        known = known_after(vault, outcomes)
        if known == self.known and not any(each.fate in WRITING for each in outcomes):
            return []
        self.folder.make()
        entries = [
            each.entry
            for each in outcomes
            if each.entry and each.fate in {Fate.ADDED, Fate.CHANGED}
        ]
        before = ics.parsed(self._old.data) if self._old and self._old.data.strip() else None
        kept = [each.uid for each in outcomes if each.fate in {Fate.KEPT, Fate.WAITS}]
        shut = {each.uid: closed[each.uid] for each in outcomes if each.fate is Fate.CLOSED}
        calendar = ics.calendar_of(entries, before, kept, shut)
        data = ics.with_known(calendar, " ".join(known_lines(known)))
        if self._old is None:
            done = self.folder.add(self.name, data)
        else:
            done = self.folder.replace(self._old, data)
        return [] if done.verdict in FINE else [done]
