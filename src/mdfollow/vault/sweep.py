"""What a write that never ended left in the vault: removed when it is ours, kept when it is not."""

import os
import stat as modes
from collections.abc import Iterable, Iterator

from mdfollow.vault import editors, temporary
from mdfollow.vault.names import TEMPORARY
from mdfollow.vault.reading import READ, Refused, open_folder, read_whole
from mdfollow.vault.system import Lease, System


def sweep(
    root: str, leftovers: Iterable[str] | None = None, system: System | None = None
) -> list[str]:
    """Clear the temporary files at `leftovers` (vault-relative; None: look for them).

    One of a process that still runs is left to it; one of another machine for 24 hours. Returns a
    sentence for every file that was kept under a visible name because its bytes are the owner's.
    """
    system = system or System()
    found = find(root) if leftovers is None else leftovers
    return [message for path in found if (message := _settle(system, root, path))]


def find(root: str) -> Iterator[str]:
    """Look through the whole vault, hidden folders too, for temporary files of ours."""
    for folder, _, names in os.walk(root):
        for name in names:
            if name.startswith(TEMPORARY) and name.endswith(".tmp"):
                yield os.path.relpath(os.path.join(folder, name), root)


def _settle(system: System, root: str, path: str) -> str:
    parent, _, name = path.rpartition("/")
    try:
        with open_folder(system, root, path) as folder:
            kept = _clear(system, folder, name, os.path.join(root, parent))
    except (OSError, Refused):
        return ""  # it is still there for the next run
    if not kept:
        return ""
    place = os.path.join(parent, kept)
    return f"{place}: a version of yours from an interrupted save; look whether you still need it."


def _clear(system: System, folder: int, name: str, directory: str) -> str:
    """Remove the file or give it a visible name; returns that name or nothing."""
    stat = system.lstat(name, dir_fd=folder)
    temp = temporary.parse(name)
    if not modes.S_ISREG(stat.st_mode) or (temp and _in_use(system, temp, stat.st_ctime)):
        return ""
    if temp and not temp.base:
        system.unlink(name, dir_fd=folder)
        return ""
    note = _note_of(directory, temp)
    fd = system.open(name, READ, dir_fd=folder)
    try:
        if system.take_lease(fd) is Lease.BUSY:
            return ""
        data = read_whole(system, fd)
        known = temp is not None and temporary.bytes_digest(data) in (temp.base, temp.new)
        if known or (note and data == _bytes_of(system, folder, note)):
            system.unlink(name, dir_fd=folder)
            return ""
        return temporary.keep(system, folder, name, note or "note.md")
    finally:
        system.close(fd)


def _in_use(system: System, temp: temporary.Temporary, made: float) -> bool:
    host = "" if temp.host == temporary.host_digest() else "another machine"
    lock = editors.Lock("mdfollow", editors.owner(temp.pid, host, made), made)
    return lock.holds(system.clock())


def _note_of(directory: str, temp: temporary.Temporary | None) -> str:
    if temp is None:
        return ""
    names = os.listdir(directory)
    return next((name for name in names if temporary.name_digest(name) == temp.note), "")


def _bytes_of(system: System, folder: int, name: str) -> bytes | None:
    try:
        fd = system.open(name, READ, dir_fd=folder)
    except OSError:
        return None
    try:
        return read_whole(system, fd)
    finally:
        system.close(fd)
