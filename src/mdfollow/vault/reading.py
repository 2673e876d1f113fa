"""Opening and reading one note without ever hanging, leaving the vault or reading half a save."""

import errno
import os
import stat as modes
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from mdfollow.vault.outcome import SIZE_LIMIT, Outcome, Signature, Snapshot, Verdict
from mdfollow.vault.system import System

READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
FOLDER = READ | os.O_DIRECTORY
CHUNK = 1 << 16

TOO_LARGE = "it is longer than 2 MiB, so mdfollow leaves it as it is"
NO_FILE = "it is no ordinary file, so mdfollow leaves it as it is"
OUTSIDE = "it leads out of the vault, so mdfollow leaves it as it is"
GONE = "it is not there any more"
READ_ONLY_DISK = "its disk is read-only"
CHANGING = "another program is writing it at this moment"

_PLAIN = {
    errno.ENOSPC: "its disk is full",
    errno.EDQUOT: "your share of its disk is used up",
    errno.EROFS: READ_ONLY_DISK,
    errno.EFBIG: "your system allows no file of its size: see `ulimit -f`",
    errno.EACCES: "the system does not let you",
    errno.EPERM: "the system does not let you",
    errno.EIO: "its disk cannot be read or written properly; please check it",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}
"""What an error means for a note, where the system's own words say too little."""


class Refused(Exception):  # noqa: N818  # an answer on its way to the caller, not an error
    """Carries an outcome out of the depth of a protocol."""

    def __init__(self, verdict: Verdict, reason: str = "", rescued: str = "") -> None:
        super().__init__(reason)
        self.verdict, self.reason, self.rescued = verdict, reason, rescued

    def outcome(self, path: str) -> Outcome:
        """Say it about `path`."""
        return Outcome(self.verdict, path, self.reason, self.rescued)


def explained(error: OSError) -> str:
    """Put an error of the system into half a sentence."""
    plain = _PLAIN.get(error.errno or 0, "")
    system = f"the system says “{error.strerror or error}”"
    return f"{plain} ({system})" if plain else f"{system}, so the note stays as it is"


def real_path(root: str, path: str) -> str:
    """Follow links in `path` (relative to the vault or absolute) to the vault-relative real file.

    Raises Refused when it lies outside `root`, which must be a real path itself.
    """
    real = os.path.realpath(os.path.join(root, path))
    prefix = root.rstrip("/") + "/"
    if not real.startswith(prefix):
        raise Refused(Verdict.SKIPPED, OUTSIDE)
    return real[len(prefix) :]


@contextmanager
def open_folder(system: System, root: str, path: str) -> Iterator[int]:
    """Open the folder that holds `path`, one part at a time and following no link (W18).

    So a folder swapped for a link on the way cannot lead a write out of the vault.
    """
    folder = system.open(root, FOLDER)
    try:
        for part in path.split("/")[:-1]:
            if part == "..":
                raise Refused(Verdict.SKIPPED, OUTSIDE)
            inner = system.open(part, FOLDER, dir_fd=folder)
            folder, outer = inner, folder
            _close(system, outer)
        yield folder
    finally:
        _close(system, folder)


@contextmanager
def open_note(system: System, name: str, folder: int) -> Iterator[int]:
    """Open an ordinary file for reading; anything else is refused at once and unread (F01)."""
    fd = system.open(name, READ, dir_fd=folder)
    try:
        if not modes.S_ISREG(system.fstat(fd).st_mode):
            raise Refused(Verdict.SKIPPED, NO_FILE)
        yield fd
    finally:
        _close(system, fd)


def _close(system: System, fd: int) -> None:
    with suppress(OSError):  # nothing was written through it, so nothing can be lost
        system.close(fd)


def read_whole(system: System, fd: int, limit: int = SIZE_LIMIT) -> bytes:
    """Read an open file from its start, stopping once it is longer than `limit` bytes."""
    data = system.pread(fd, CHUNK, 0)
    if len(data) < CHUNK:
        return data
    parts, size = [data], len(data)
    while size <= limit and (part := system.pread(fd, CHUNK, size)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def read_open(system: System, fd: int, path: str) -> Snapshot:
    """Read the note behind `fd`; raises Refused when it is too long or being written."""
    before = Signature.of(system.fstat(fd))
    if before.size > SIZE_LIMIT:
        raise Refused(Verdict.SKIPPED, TOO_LARGE)
    data = read_whole(system, fd)
    after = Signature.of(system.fstat(fd))
    if before != after or len(data) != after.size:
        raise Refused(Verdict.BUSY, CHANGING)
    return Snapshot(path, data, after)


def read(system: System, root: str, path: str) -> Snapshot | Outcome:
    """Read the note at `path`, whatever may have happened to it; never raises OSError."""
    try:
        real = real_path(root, path)
        with (
            open_folder(system, root, real) as folder,
            open_note(system, real.rpartition("/")[2], folder) as fd,
        ):
            return read_open(system, fd, real)
    except Refused as refused:
        return refused.outcome(path)
    except FileNotFoundError:
        return Outcome(Verdict.SKIPPED, path, GONE)
    except OSError as error:
        return Outcome(Verdict.SKIPPED, path, explained(error))
