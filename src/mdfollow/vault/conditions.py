"""What reading and writing a note takes besides the note: rights, room, a disk, a place for a lock.

A refusal is worth another try before its time only where these differ from what they were then.
"""

import os
import stat as modes
from typing import NamedTuple

from mdfollow.vault import locks

ROOM = 8192
"""Bytes that a write takes besides the note: what a disk needs for a name and its blocks."""

_Seen = tuple[int, ...] | None


class Conditions(NamedTuple):
    """One look; None where the system shows nothing."""

    note: _Seen
    """Mode, owner, group, names and time of the last change."""
    folder: _Seen
    """Number, mode, owner and group."""
    is_open: bool
    """Whether names may change in the folder."""
    room: int
    """How many notes like this one fit on the disk, counted to two; -1: the disk is read-only."""
    has_lock: bool
    """Whether there is a place for the lock of a write."""


def conditions(root: str, path: str, size: int) -> Conditions:
    """Look at what a write of `size` bytes to `path` would meet; never raises OSError."""
    file = os.path.join(root, path)
    folder = os.path.dirname(file)
    return Conditions(
        _note(file),
        _folder(folder),
        os.access(folder, os.W_OK | os.X_OK),
        _room(folder, size + ROOM),
        _has_lock(root),
    )


def _note(file: str) -> _Seen:
    try:
        stat = os.lstat(file)
    except OSError:
        return None
    return stat.st_mode, stat.st_uid, stat.st_gid, stat.st_nlink, stat.st_ctime_ns


def _folder(folder: str) -> _Seen:
    try:
        stat = os.stat(folder)
    except OSError:
        return None
    return stat.st_ino, modes.S_IMODE(stat.st_mode), stat.st_uid, stat.st_gid


def _room(folder: str, size: int) -> int:
    try:
        disk = os.statvfs(folder)
    except OSError:
        return 0
    return -1 if disk.f_flag & os.ST_RDONLY else min(disk.f_bavail * disk.f_frsize // size, 2)


def _has_lock(root: str) -> bool:
    try:
        return os.access(locks.runtime_folder(root), os.W_OK | os.X_OK)
    except OSError:
        return False
