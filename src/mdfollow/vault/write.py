"""The write protocol (safety.md 7): replace one note whole, never over a byte nobody has read.

    4  write the new bytes beside the note, with its mode, owner, attributes; time + 1 ms; fsync
    5  take a lease: nobody can open the note for writing without our knowing
    6  the note still is what was read
    7  exchange the two names in one step
    8  what came out of the exchange is what was read, and nobody waits to write into it
    9  yes: remove it      10  no: exchange back, keep what is the owner's      11  end the lease

Steps 0 to 3 are in `store`, because a dry run shares them.
"""

import errno
import os
from collections.abc import Callable
from contextlib import suppress

from mdfollow.vault import temporary
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.reading import CHANGING, READ, Refused, read_whole
from mdfollow.vault.rights import copy_rights
from mdfollow.vault.system import Lease, System

MTIME_STEPS = (10**6, 10**7, 10**8, 10**9, 2 * 10**9)
"""Nanoseconds after the time of the version read: the first one the disk can tell from it.

Never the old time (vim would not notice), never now (in Syncthing it would beat an edit made
elsewhere in between); safety.md 0.4.
"""
LINGER = 0.05
"""Seconds to watch the displaced file where there are no leases, or while somebody writes it."""
_POLL = 0.005

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_NO_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})

MEANWHILE = "somebody saved it while it was being planned"


class Swap:
    """One replacement under way: `fd` is the note `name` in the open `folder`, read as `base`."""

    def __init__(
        self, system: System, folder: int, name: str, fd: int, base: bytes, new: bytes
    ) -> None:
        self.system, self.folder, self.name, self.fd = system, folder, name, fd
        self.base, self.new = base, new
        self.rescued = ""
        self.notice = ""
        """What of the note could not be kept, as half a sentence."""

    def run(self) -> None:
        """Do it, or raise Refused or OSError with the note as its owner left it.

        After either, `rescued` names the file that keeps a second version of hers, if there is one.
        """
        temp = self._prepare()
        try:
            lease = self._lease()
            self._expect_base()
            self._swap(temp, lease)
        finally:
            # The note is settled by now; what fails from here on is left for the next sweep.
            _twice(lambda: self._clear(temp))
            self._release()

    def _prepare(self) -> str:
        temp = temporary.temporary_for(self.name)
        part, whole = temp.name, temp.complete(self.base, self.new).name
        out = self.system.open(part, _NEW, 0o600, dir_fd=self.folder)
        try:
            try:
                self._fill(out)
            finally:
                self.system.close(out)
            self.system.rename(part, whole, src_dir_fd=self.folder, dst_dir_fd=self.folder)
        except BaseException:
            _twice(lambda: self.system.unlink(part, dir_fd=self.folder))
            raise
        return whole

    def _fill(self, out: int) -> None:
        self._write(out, self.new)
        stat = self.system.fstat(self.fd)
        self.notice = copy_rights(self.system, self.fd, out)
        for step in MTIME_STEPS:
            self.system.utime(out, ns=(stat.st_atime_ns, stat.st_mtime_ns + step))
            if self.system.fstat(out).st_mtime_ns > stat.st_mtime_ns:
                break
        self.system.fsync(out)

    def _write(self, out: int, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self.system.write(out, rest) :]

    def _lease(self) -> Lease:
        lease = self.system.take_lease(self.fd)
        if lease is Lease.BUSY:
            raise Refused(Verdict.BUSY, CHANGING)
        return lease

    def _release(self) -> None:
        with suppress(OSError):  # there may be none; closing the file ends it at the latest
            self.system.drop_lease(self.fd)

    def _expect_base(self) -> None:
        if not self._is_base(self.name):
            raise Refused(Verdict.CHANGED, MEANWHILE)

    def _is_base(self, name: str) -> bool:
        """Say whether `name` is the file that was read, with the bytes that were read."""
        ours, there = self.system.fstat(self.fd), self.system.lstat(name, dir_fd=self.folder)
        same = (ours.st_dev, ours.st_ino) == (there.st_dev, there.st_ino)
        return same and read_whole(self.system, self.fd) == self.base

    def _swap(self, temp: str, lease: Lease) -> None:
        try:
            # This order: the note's own event comes last, or VS Code's watcher misses it.
            self.system.exchange(self.name, temp, self.folder)
        except OSError as error:
            if error.errno not in _NO_EXCHANGE:
                raise
            self._replace(temp, lease)
            return
        displaced_ok = False
        try:
            displaced_ok = self._is_base(temp) and self._stays_base(lease)
        finally:
            if not displaced_ok:
                self._swap_back(temp)
        if not displaced_ok:
            raise Refused(Verdict.CHANGED, MEANWHILE)

    def _stays_base(self, lease: Lease) -> bool:
        """Say whether nobody writes into the displaced file: by the lease, or by watching it."""
        if lease is Lease.HELD:
            return self.system.has_lease(self.fd)
        return self._linger()

    def _linger(self) -> bool:
        for _ in range(int(LINGER / _POLL)):
            self.system.sleep(_POLL)
            if read_whole(self.system, self.fd) != self.base:
                return False
        return True

    def _swap_back(self, temp: str) -> None:
        with suppress(FileNotFoundError):
            self.system.exchange(self.name, temp, self.folder)
            self._release()
            if not self._is_ours(temp):
                # Saved once more between the two exchanges: the newest version is to be the note.
                self.system.exchange(self.name, temp, self.folder)

    def _replace(self, temp: str, lease: Lease) -> None:
        """Do without the exchange: the displaced file is still to be seen through `fd` alone."""
        self._expect_base()
        self.system.rename(temp, self.name, src_dir_fd=self.folder, dst_dir_fd=self.folder)
        stays_base = False
        with suppress(OSError):
            stays_base = self._stays_base(lease)
        if not stays_base:
            self._release()
            self._keep_displaced()

    def _keep_displaced(self) -> None:
        """Save what was written into a file that has no name any more."""
        self._linger()
        text = read_whole(self.system, self.fd)
        if text == self.base:
            return
        # A name with digests: should we end here, the next sweep knows whose bytes these are.
        temp = temporary.temporary_for(self.name).complete(self.base, self.new).name
        out = self.system.open(temp, _NEW, 0o600, dir_fd=self.folder)
        try:
            self._write(out, text)
            self.system.fsync(out)
        finally:
            self.system.close(out)
        self.rescued = temporary.keep(self.system, self.folder, temp, self.name)
        raise Refused(Verdict.CHANGED, MEANWHILE)

    def _clear(self, temp: str) -> None:
        """Remove the temporary file if its bytes are ours or were read, else keep it (I2)."""
        with suppress(FileNotFoundError):
            if self._is_ours(temp):
                self.system.unlink(temp, dir_fd=self.folder)
            else:
                self.rescued = temporary.keep(self.system, self.folder, temp, self.name)

    def _is_ours(self, temp: str) -> bool:
        fd = self.system.open(temp, READ, dir_fd=self.folder)
        try:
            for _ in range(int(LINGER / _POLL)):
                if self.system.take_lease(fd) is not Lease.BUSY:
                    return read_whole(self.system, fd) in (self.base, self.new)
                self.system.sleep(_POLL)
            return False
        finally:
            self.system.close(fd)


def _twice(act: Callable[[], None]) -> None:
    """Do what clears up, once more where it fails: one bad call leaves no file behind."""
    for _ in range(2):
        with suppress(OSError):
            act()
            return
