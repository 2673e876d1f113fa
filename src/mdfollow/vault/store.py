"""Reading and replacing notes: the store that writes, and the store that only says it would.

Both ask the same questions in the same order, so a dry run cannot promise what a real one refuses.
"""

import os
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

from mdfollow.record import Protocol
from mdfollow.vault import locks, reading
from mdfollow.vault.names import is_conflict_copy
from mdfollow.vault.outcome import Outcome, Signature, Snapshot, Verdict
from mdfollow.vault.reading import Refused
from mdfollow.vault.system import System

if TYPE_CHECKING:
    from mdfollow.vault.write import Swap

__all__ = ["DiskStore", "DryStore", "Outcome", "Signature", "Snapshot", "Store", "Verdict"]

CHANGED = "it changed while it was being planned"
_READ_ONLY = "it is read-only", "its folder is read-only"
MOVED = "it was moved or taken away while it was being planned"


class Store(Protocol):
    """Where notes are read and replaced; paths are relative to the vault with `/`."""

    def read(self, path: str) -> Snapshot | Outcome:
        """Read one note whole; an Outcome says why not. Never raises OSError."""

    def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
        """Put `new` in the place of the note, if it still is what `snapshot` says."""

    def create(self, path: str, data: bytes) -> Outcome:
        """Write a file that is not there yet."""

    def discard(self, snapshot: Snapshot) -> Outcome:
        """Take away a file with nothing of hers in it."""

    def together(self) -> AbstractContextManager[None]:
        """Many notes in one go: only when all are written is it sure that they outlast a power cut.

        Whole they are at any moment.
        """


class _Checked:
    """What both stores have in common: steps 0 to 3 of the protocol."""

    def __init__(self, root: str, system: System | None = None) -> None:
        """`root` is the real path of the vault."""
        self.root, self.system = root, system or System()

    def read(self, path: str) -> Snapshot | Outcome:
        """Read one note whole; an Outcome says why not. Never raises OSError."""
        return reading.read(self.system, self.root, path)

    def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
        """Put `new` in the place of the note, if it still is what `snapshot` says."""
        if new == snapshot.data:
            return Outcome(Verdict.UNCHANGED, snapshot.path)
        return self._when_ready(snapshot, new)

    def discard(self, snapshot: Snapshot) -> Outcome:
        """Take away a file with nothing of hers in it, if it still is what `snapshot` says."""
        return self._when_ready(snapshot, None)

    def _when_ready(self, snapshot: Snapshot, new: bytes | None) -> Outcome:
        path = snapshot.path
        try:
            with self._turn(), self._ready(snapshot) as (folder, fd, notice):
                return self._put(snapshot, new, folder, fd, notice)
        except Refused as refused:
            return refused.outcome(path)
        except FileNotFoundError:
            return Outcome(Verdict.CHANGED, path, MOVED)
        except locks.WriteLockBusyError as busy:
            return Outcome(Verdict.BUSY, path, str(busy))
        except OSError as error:
            return Outcome(Verdict.SKIPPED, path, reading.explained(error))

    @contextmanager
    def _ready(self, snapshot: Snapshot) -> Iterator[tuple[int, int, str]]:
        """Open the note, sure that it may be replaced and is what was read."""
        from mdfollow.vault import editors

        system, name = self.system, snapshot.path.rpartition("/")[2]
        file = os.path.join(self.root, snapshot.path)
        waiting, notice = editors.unsaved(file, system.clock())
        if waiting:
            raise Refused(Verdict.DEFERRED, waiting)
        with (
            reading.open_folder(system, self.root, snapshot.path) as folder,
            reading.open_note(system, name, folder) as fd,
        ):
            if reason := hindrance(system, folder, name, fd):
                # A note that an editor takes away this very moment looks read-only, too.
                here = system.lstat(name, dir_fd=folder)
                is_same = here.st_ino == system.fstat(fd).st_ino
                verdict = Verdict.SKIPPED if is_same else Verdict.CHANGED
                raise Refused(verdict, reason if is_same else CHANGED)
            if reading.read_open(system, fd, snapshot.path).data != snapshot.data:
                raise Refused(Verdict.CHANGED, CHANGED)
            yield folder, fd, notice

    def together(self) -> AbstractContextManager[None]:
        """Many notes in one go; a store that writes nothing need not do anything for it."""
        return nullcontext()

    @abstractmethod
    def _turn(self) -> AbstractContextManager[None]:
        """Wait until no other mdfollow writes into this vault."""

    @abstractmethod
    def _put(
        self, snapshot: Snapshot, new: bytes | None, folder: int, fd: int, notice: str
    ) -> Outcome:
        """Do what this store is for; `new` is None where the file goes."""


class DiskStore(_Checked):
    """The store that writes; `wait` is how many seconds another mdfollow may take."""

    def __init__(
        self, root: str, system: System | None = None, wait: float = locks.WRITE_WAIT
    ) -> None:
        super().__init__(root, system)
        self.wait = wait
        self._later: dict[str, str] | None = None
        """While notes are written together: a path in each folder that is to be made to last."""

    @contextmanager
    def together(self) -> Iterator[None]:
        """Many notes in one go: their folders are written through at its end, each once.

        That is half of what a note costs where it is done after each (ADR 0320). A note's own
        bytes are on the disk before they take its place, as ever.
        """
        self._later = {}
        try:
            yield
        finally:
            later, self._later = self._later, None
            for path in later.values():
                with (
                    suppress(OSError, Refused),
                    reading.open_folder(self.system, self.root, path) as at,
                ):
                    self.system.fsync(at)

    def _last(self, path: str, folder: int) -> None:
        """Make what happened in the open folder of `path` outlast a power cut, now or later."""
        if self._later is not None:
            self._later[path.rpartition("/")[0]] = path
            return
        with suppress(OSError):
            self.system.fsync(folder)

    def create(self, path: str, data: bytes) -> Outcome:
        """Write a file that is not there yet; whatever has its name stays."""
        from mdfollow.vault.create import create

        return create(self.root, path, data, self.system)

    def _turn(self) -> AbstractContextManager[None]:
        return locks.write(self.root, self.wait)

    def _put(
        self, snapshot: Snapshot, new: bytes | None, folder: int, fd: int, notice: str
    ) -> Outcome:
        parent, _, name = snapshot.path.rpartition("/")
        swap = self._swap(name, snapshot.data, new, folder, fd)
        verdict, reason = Verdict.WRITTEN, notice
        try:
            swap.run()
            self._last(snapshot.path, folder)
            reason = "; ".join(filter(None, (notice, swap.notice)))
        except Refused as refused:
            verdict, reason = refused.verdict, refused.reason
        except OSError as error:
            if not swap.rescued:
                raise
            verdict, reason = Verdict.CHANGED, reading.explained(error)
        rescued = os.path.join(parent, swap.rescued) if swap.rescued else ""
        if rescued:
            reason = f"two versions were saved at the same moment; the other one is {rescued}"
        return Outcome(verdict, snapshot.path, reason, rescued)

    def _swap(self, name: str, base: bytes, new: bytes | None, folder: int, fd: int) -> "Swap":
        if new is None:
            from mdfollow.vault.discard import Discard

            return Discard(self.system, folder, name, fd, base)
        from mdfollow.vault.write import Swap

        return Swap(self.system, folder, name, fd, base, new)


class DryStore(_Checked):
    """The store of `--check` and `--diff`: it looks as closely and touches nothing."""

    def create(self, path: str, data: bytes) -> Outcome:
        """Say that it would be written."""
        return Outcome(Verdict.DRY, path)

    def _turn(self) -> AbstractContextManager[None]:
        return nullcontext()

    def _put(
        self, snapshot: Snapshot, new: bytes | None, folder: int, fd: int, notice: str
    ) -> Outcome:
        return Outcome(Verdict.DRY, snapshot.path, notice)


def hindrance(system: System, folder: int, name: str, fd: int) -> str:
    """Say why the open note must not be replaced, or nothing (W12 to W16, S04)."""
    stat, user = system.fstat(fd), os.geteuid()

    def may(target: str, how: int) -> bool:
        return system.access(target, how, dir_fd=folder, effective_ids=True)

    rows = (
        (is_conflict_copy(name), "it is a conflict copy; only you can decide what to keep of it"),
        (stat.st_nlink > 1, "it has a second name (a hard link), which would keep the old text"),
        (user not in (0, stat.st_uid), "it belongs to another user"),
        (not stat.st_mode & 0o200 or not may(name, os.W_OK), _READ_ONLY[0]),
        (not may(".", os.W_OK | os.X_OK), _READ_ONLY[1]),
        (system.is_append_only(folder), "nothing may be removed from its folder (`chattr +a`)"),
    )
    reason = next((reason for holds, reason in rows if holds), "")
    return reading.READ_ONLY_DISK if reason in _READ_ONLY and _on_read_only_disk(fd) else reason


def _on_read_only_disk(fd: int) -> bool:
    with suppress(OSError):
        return bool(os.fstatvfs(fd).f_flag & os.ST_RDONLY)
    return False
