"""The files of a calendar in a folder of their own: read, added, replaced, removed.

With the care notes get: a file is replaced or removed only if it still is what was read, a new one
appears whole, and nothing that was not read is ever touched.
"""

import errno
import os
from contextlib import suppress

from mdfollow.vault import locks, reading, sweep, temporary
from mdfollow.vault.create import THERE, create
from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.reading import Refused, explained
from mdfollow.vault.store import CHANGED, DiskStore
from mdfollow.vault.system import System

ENDING = ".ics"
MEMORY = ".mdfollow"
"""What a folder is to remember; programs for calendars leave names with a dot alone."""
BESIDE = frozenset({"color", "displayname", "description", "order"})
"""Files that tell of the folder as a calendar (vdirsyncer's metadata)."""
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class CalendarFolder:
    """The folder at the real path `root`; it may not be there yet."""

    def __init__(self, root: str, system: System | None = None) -> None:
        self.root, self.system = root, system or System()
        self.store = DiskStore(root, self.system)

    def make(self) -> None:
        """Make the folder where it is missing; clear what an interrupted write left in it."""
        os.makedirs(self.root, exist_ok=True)
        sweep.sweep(self.root, self._leftovers())

    def _leftovers(self) -> list[str]:
        return [name for name in self.names() if temporary.parse(name)]

    def names(self) -> list[str]:
        """Everything in it, sorted; nothing where it is missing."""
        try:
            return sorted(os.listdir(self.root))
        except FileNotFoundError:
            return []

    @property
    def is_for_calendars(self) -> bool:
        """Whether it is new, empty or holds entries of a calendar, so that more are no harm."""
        names = self.names()
        shown = [name for name in names if not name.startswith(".") and name not in BESIDE]
        return MEMORY in names or not shown or any(name.endswith(ENDING) for name in shown)

    def read(self, name: str) -> Snapshot | Outcome:
        """One file; an Outcome says why not."""
        return self.store.read(name)

    def entries(self) -> list[Snapshot | Outcome]:
        """Every file of an entry."""
        names = [n for n in self.names() if n.endswith(ENDING) and not n.startswith(".")]
        return [self.read(name) for name in names]

    def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
        """Put `new` in the place of a file, if it still is what `snapshot` says."""
        return self.store.replace(snapshot, new)

    def add(self, name: str, data: bytes) -> Outcome:
        """Put a new file there, whole from its first moment; never over another one."""
        system, temp = self.system, temporary.temporary_for(name).name
        try:
            folder = system.open(self.root, reading.FOLDER)
        except OSError as error:
            return Outcome(Verdict.SKIPPED, name, explained(error))
        try:
            self._fill(temp, data, folder)
            os.link(temp, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
            system.fsync(folder)
        except FileExistsError:
            return Outcome(Verdict.SKIPPED, name, THERE)
        except OSError as error:
            if error.errno in _NO_LINKS:
                return create(self.root, name, data, system)
            return Outcome(Verdict.SKIPPED, name, explained(error))
        finally:
            with suppress(OSError):
                system.unlink(temp, dir_fd=folder)
            system.close(folder)
        return Outcome(Verdict.WRITTEN, name)

    def _fill(self, name: str, data: bytes, folder: int) -> None:
        out = self.system.open(name, _NEW, 0o666, dir_fd=folder)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[self.system.write(out, rest) :]
            self.system.fsync(out)
        finally:
            self.system.close(out)

    def remove(self, snapshot: Snapshot) -> Outcome:
        """Take a file away, if it still is what `snapshot` says."""
        name = snapshot.path
        try:
            with locks.write(self.root), reading.open_folder(self.system, self.root, name) as at:
                self._remove(snapshot, at)
        except Refused as refused:
            return refused.outcome(name)
        except FileNotFoundError:
            return Outcome(Verdict.UNCHANGED, name)
        except locks.WriteLockBusyError as busy:
            return Outcome(Verdict.BUSY, name, str(busy))
        except OSError as error:
            return Outcome(Verdict.SKIPPED, name, explained(error))
        return Outcome(Verdict.WRITTEN, name)

    def _remove(self, snapshot: Snapshot, folder: int) -> None:
        """Out of the way first, then looked at: whoever saves meanwhile saves to a new file."""
        system, name = self.system, snapshot.path
        temp = temporary.temporary_for(name).complete(snapshot.data, b"").name
        system.rename(name, temp, src_dir_fd=folder, dst_dir_fd=folder)
        with reading.open_note(system, temp, folder) as fd:
            same = reading.read_whole(system, fd) == snapshot.data
        if same:
            system.unlink(temp, dir_fd=folder)
            return
        try:
            os.link(temp, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
            system.unlink(temp, dir_fd=folder)
        except OSError:
            temporary.keep(system, folder, temp, name)
        raise Refused(Verdict.CHANGED, CHANGED)
