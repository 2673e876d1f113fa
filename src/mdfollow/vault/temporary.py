"""Our temporary files: names that tell a later run whose bytes they hold, and how they are kept.

A name tells the note, the machine and the process. While the file is being filled its name ends in
`.part.tmp`, and nothing but our own text can be in it. Complete, it is renamed to carry digests of
the note as read and as planned: bytes with neither digest are the owner's (I2).
"""

import os
import re
import time

from mdfollow.digest import sha256
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, replace
from mdfollow.vault.names import TEMPORARY
from mdfollow.vault.system import System

_NAME_LIMIT = 255
_SHAPE = pattern(
    re.escape(TEMPORARY) + r"(?P<note>[0-9a-f]{8})-(?P<host>[0-9a-f]{4})-(?P<pid>\d{1,10})"
    r"-(?P<chance>[0-9a-f]{8})(?:\.part|-(?P<base>[0-9a-f]{16})-(?P<new>[0-9a-f]{16}))\.tmp"
)


def bytes_digest(data: bytes, length: int = 16) -> str:
    """First `length` hexadecimal digits of SHA-256."""
    return sha256(data).hexdigest()[:length]


def name_digest(name: str) -> str:
    """Eight hexadecimal digits that stand for the note's name."""
    return bytes_digest(os.fsencode(name), 8)


def host_digest() -> str:
    """Four hexadecimal digits that stand for this machine; synced folders carry files of others."""
    return bytes_digest(os.fsencode(os.uname().nodename), 4)


@dataclass(frozen=True, slots=True)
class Temporary:
    """What the name of a temporary file says; without digests it is not complete yet."""

    note: str
    host: str
    pid: int
    chance: str
    base: str = ""
    new: str = ""

    @property
    def name(self) -> str:
        """The file's name."""
        end = f"-{self.base}-{self.new}.tmp" if self.base else ".part.tmp"
        return f"{TEMPORARY}{self.note}-{self.host}-{self.pid}-{self.chance}{end}"

    def complete(self, base: bytes, new: bytes) -> "Temporary":
        """Give the name it takes once all its bytes are on the disk."""
        return replace(self, base=bytes_digest(base), new=bytes_digest(new))


def temporary_for(name: str) -> Temporary:
    """Choose a fresh temporary file for the note `name`."""
    return Temporary(name_digest(name), host_digest(), os.getpid(), os.urandom(4).hex())


def parse(name: str) -> Temporary | None:
    """Read the name of a temporary file; None when it has another shape."""
    match = _SHAPE.fullmatch(name)
    if match is None:
        return None
    texts = {key: value or "" for key, value in match.groupdict().items() if key != "pid"}
    return Temporary(pid=int(match["pid"]), **texts)


def keep(system: System, folder: int, temporary: str, name: str) -> str:
    """Give a temporary file that holds the owner's bytes a visible name; returns that name."""
    moment = time.strftime("%Y%m%d-%H%M%S", time.localtime(system.clock()))
    for count in range(1, 1000):
        end = f".mdfollow-rescued-{moment}" + (f"-{count}" if count > 1 else "")
        stem = _shortened(name, _NAME_LIMIT - len(end))
        try:
            system.lstat(stem + end, dir_fd=folder)
        except FileNotFoundError:
            system.rename(temporary, stem + end, src_dir_fd=folder, dst_dir_fd=folder)
            return stem + end
    raise FileExistsError(f"too many rescued versions of {name}")


def _shortened(name: str, length: int) -> str:
    raw = os.fsencode(name)
    return name if len(raw) <= length else raw[:length].decode("utf-8", "ignore")
