"""The values that pass between the disk and the rest of the house."""

import os
from enum import StrEnum
from typing import NamedTuple

from mdfollow.record import dataclass

SIZE_LIMIT = 2 * 1024 * 1024
"""Bytes; a longer note is reported and left alone (safety.md 5.2)."""


class Signature(NamedTuple):
    """What changes when a file does, `ctime_ns` even after an edit of equal size and time (A13)."""

    dev: int
    ino: int
    size: int
    mtime_ns: int
    ctime_ns: int

    @classmethod
    def of(cls, stat: os.stat_result) -> "Signature":
        """Take the signature out of a stat result."""
        return cls(stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One note as it stood at one moment.

    `path` is relative to the vault with `/` and names the real file, never a link; bytes that are
    no UTF-8 stand in it as lone surrogates, as Python's file names do.
    """

    path: str
    data: bytes
    signature: Signature

    @property
    def mtime_ns(self) -> int:
        """When the note was last changed, in nanoseconds since 1970."""
        return self.signature.mtime_ns


class Verdict(StrEnum):
    """What became of a request to read or replace a note."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    """The new bytes are the old ones: nothing was touched (I3)."""
    DEFERRED = "deferred"
    """An editor holds unsaved changes: try again once they are saved."""
    BUSY = "busy"
    """Another program is writing the note: try again soon."""
    CHANGED = "changed"
    """The note is no longer what was read: read and plan again."""
    SKIPPED = "skipped"
    """Left alone; `reason` says why. Trying again will not help by itself."""
    DRY = "dry"
    """Would be written; this store only looks."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of a store about one note.

    `reason` is one kind sentence without the path (a notice, when the note was written);
    `rescued` is the vault-relative path of a file that keeps a second version, or empty.
    """

    verdict: Verdict
    path: str
    reason: str = ""
    rescued: str = ""
