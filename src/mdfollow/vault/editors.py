"""Unsaved changes, seen from outside: the lock and swap files editors keep (safety.md 2.3)."""

import os
import re
import stat as modes
import time
from collections.abc import Iterator
from enum import Enum

from mdfollow.pattern import pattern
from mdfollow.record import dataclass

RESPECT = 24 * 3600
"""Seconds for which a lock is respected when its owner cannot be asked."""

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_EMACS = pattern(rb"[^@]*@(?P<host>.*)\.(?P<pid>\d+)(?::\d+)?\s*", re.DOTALL)
_SWAP_ENDINGS = (".swp", ".swo", ".swn", ".swm", ".swl")
_SWAP_FOLDERS = (
    ("XDG_STATE_HOME", "~/.local/state", "nvim/swap", "neovim"),
    ("XDG_DATA_HOME", "~/.local/share", "nvim/swap", "neovim"),
    ("XDG_STATE_HOME", "~/.local/state", "vim/swap", "vim"),
    ("XDG_CACHE_HOME", "~/.cache", "vim/swap", "vim"),
    ("", "~/.vim", "swap", "vim"),
    ("", "~/.vim", "swp", "vim"),
    ("", "~/.vim", "tmp", "vim"),
)
"""(environment variable, its default, folder, editor): where swap files with `%` for `/` lie."""

# Block 0 of a swap file as vim, neovim and nano write it: process, host, modified or not.
_BLOCK = 1024
_PID = slice(24, 28)
_HOST = slice(68, 108)
_DIRTY, _IS_DIRTY = 1007, 0x55


class Owner(Enum):
    """Whether the program behind a lock still has the note open."""

    ALIVE = "alive"
    DEAD = "dead"
    UNKNOWN = "unknown"
    """On another machine, or its process number belongs to a newer program."""


@dataclass(frozen=True, slots=True)
class Lock:
    """One sign of unsaved changes; `made` is the time of its file in seconds since 1970."""

    editor: str
    owner: Owner
    made: float
    host: str = ""

    def holds(self, now: float) -> bool:
        """Say whether to wait for the owner of this lock."""
        return self.owner is Owner.ALIVE or (
            self.owner is Owner.UNKNOWN and now - self.made < RESPECT
        )

    @property
    def sentence(self) -> str:
        """What the owner of the note reads while mdfollow waits, or once it no longer does."""
        where = f" on {self.host}" if self.host and self.owner is Owner.UNKNOWN else ""
        return f"open in {self.editor}{where} with unsaved changes"

    @property
    def notice(self) -> str:
        """What she reads when the note was written although this lock lies beside it."""
        return f"an old lock of {self.editor} lies beside the note and was not waited for"


def locks(file: str) -> Iterator[Lock]:
    """Yield every sign of unsaved changes in the note `file` (absolute, real path).

    Nothing here can fail or wait: a lock that cannot be read is no lock (E06).
    """
    folder, name = os.path.split(file)
    if lock := _emacs(os.path.join(folder, ".#" + name)):
        yield lock
    bases = [(os.path.join(folder, f".{name}"), "vim")]
    flat = file.replace("/", "%")
    for variable, default, inner, editor in _SWAP_FOLDERS:
        home = os.environ.get(variable, "") or os.path.expanduser(default)
        if os.path.isdir(swaps := os.path.join(home, inner)):
            bases.append((os.path.join(swaps, flat), editor))
    for base, editor in bases:
        for ending in _SWAP_ENDINGS:
            if lock := _swap(base + ending, editor, file):
                yield lock


def unsaved(file: str, now: float) -> tuple[str, str]:
    """Say why to wait for an editor, and what to mention otherwise; either may be empty."""
    found = list(locks(file))
    waiting = next((lock.sentence for lock in found if lock.holds(now)), "")
    notice = next((lock.notice for lock in found if not lock.holds(now)), "")
    return waiting, notice


def _emacs(file: str) -> Lock | None:
    try:
        stat = os.lstat(file)
        if modes.S_ISLNK(stat.st_mode):
            text = os.fsencode(os.readlink(file))
        elif modes.S_ISREG(stat.st_mode):  # what Emacs writes where there are no links
            text = _start_of(file)
        else:
            return None
    except OSError:
        return None
    made = stat.st_mtime
    match = _EMACS.fullmatch(text)
    if match is None:
        return Lock("Emacs", Owner.UNKNOWN, made)
    host = os.fsdecode(match["host"])
    return Lock("Emacs", owner(int(match["pid"]), host, made), made, host)


def _swap(file: str, editor: str, note: str) -> Lock | None:
    try:
        block = _start_of(file)
        made = os.lstat(file).st_mtime
        saved = os.lstat(note).st_mtime
    except OSError:
        return None
    if len(block) < _BLOCK or not block.startswith(b"b0") or block[_DIRTY] != _IS_DIRTY:
        return None
    host = os.fsdecode(block[_HOST].partition(b"\0")[0])
    name = "nano" if block[2:6] == b"nano" else editor
    if name == "nano" and made < saved:
        return None  # it notes that a change began, but not that it was saved
    return Lock(name, owner(int.from_bytes(block[_PID], "little"), host, made), made, host)


def _start_of(file: str) -> bytes:
    fd = os.open(file, _READ)
    try:
        return os.pread(fd, _BLOCK, 0) if modes.S_ISREG(os.fstat(fd).st_mode) else b""
    finally:
        os.close(fd)


def owner(pid: int, host: str, made: float) -> Owner:
    """Ask whether process `pid` on `host` still is the one that made a lock at time `made`."""
    if host and not _is_here(host):
        return Owner.UNKNOWN
    if not is_alive(pid):
        return Owner.DEAD
    # A process younger than the lock has inherited the number; clocks may have been set since,
    # so this is doubt, not proof.
    started = _start_time(pid)
    return Owner.UNKNOWN if started is not None and started > made + RESPECT else Owner.ALIVE


def _is_here(host: str) -> bool:
    name = os.uname().nodename
    # Swap files cut the name at 39 bytes; Emacs may give the full name, others the first part.
    return (
        host == name
        or host.partition(".")[0] == name.partition(".")[0]
        or (len(host) >= _HOST.stop - _HOST.start - 1 and name.startswith(host))
    )


def is_alive(pid: int) -> bool:
    """Say whether a process of this number runs on this machine, whoever owns it."""
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _start_time(pid: int) -> float | None:
    """Seconds since 1970 when the process began; None where the system does not tell."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            ticks = int(file.read().rpartition(b")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return None
    uptime = time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.time() - uptime + ticks / os.sysconf("SC_CLK_TCK")
