"""Making a file that was not there: never over another one, never outside the vault."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from mdfollow.vault.outcome import Outcome, Verdict
from mdfollow.vault.reading import FOLDER, OUTSIDE, Refused, real_path
from mdfollow.vault.system import System

THERE = "it is there already, so it stays as it is"

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_LONG = frozenset({errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL})


def create(root: str, path: str, data: bytes, system: System | None = None) -> Outcome:
    """Write the new file `path` (relative to the vault at the real path `root`, with `/`).

    Folders on the way are made. The outcome is WRITTEN, or SKIPPED with the reason: whatever has
    that name stays as it is. Never raises OSError.
    """
    system = system or System()
    try:
        real = _inside(root, path)
        with _folder(system, root, real) as folder:
            _write(system, folder, real.rpartition("/")[2], data)
    except Refused as refused:
        return refused.outcome(path)
    except FileExistsError:
        return Outcome(Verdict.SKIPPED, path, THERE)
    except OSError as error:
        what = "the name does not fit this disk" if error.errno in _LONG else ""
        reason = what or f"the system says “{error.strerror or error}”"
        return Outcome(Verdict.SKIPPED, path, f"{reason}, so nothing was written")
    return Outcome(Verdict.WRITTEN, path)


def _inside(root: str, path: str) -> str:
    """The path with the links of its folders followed; its last part is a name, never a link."""
    if not path or any(part in ("", ".", "..") or "\0" in part for part in path.split("/")):
        raise Refused(Verdict.SKIPPED, OUTSIDE)
    parent, _, name = path.rpartition("/")
    if not parent:
        return name
    return f"{real_path(root, parent)}/{name}" if _real(root, parent) != root else name


def _real(root: str, parent: str) -> str:
    return os.path.realpath(os.path.join(root, parent))


@contextmanager
def _folder(system: System, root: str, path: str) -> Iterator[int]:
    """Open the folder of `path`, making what is missing, one part at a time and through no link."""
    folder = system.open(root, FOLDER)
    try:
        for part in path.split("/")[:-1]:
            with suppress(FileExistsError):
                os.mkdir(part, dir_fd=folder)
            inner = system.open(part, FOLDER, dir_fd=folder)
            folder, outer = inner, folder
            system.close(outer)
        yield folder
    finally:
        with suppress(OSError):
            system.close(folder)


def _write(system: System, folder: int, name: str, data: bytes) -> None:
    out = system.open(name, _NEW, 0o666, dir_fd=folder)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[system.write(out, rest) :]
            system.fsync(out)
        finally:
            system.close(out)
    except BaseException:
        # Half a note is worse than none, and nobody can have written into it yet.
        with suppress(OSError):
            system.unlink(name, dir_fd=folder)
        raise
    with suppress(OSError):
        system.fsync(folder)
