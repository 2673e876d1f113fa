"""The walk over a vault: every interview note, read once, with nothing remembered between runs.

Measured in system calls (performance.md): a note that is none of ours costs an open, one read of
a kilobyte and a close. Whether it may be an interview is for the caller's `accepts` to say.
"""

import errno
import os
import stat as modes
from collections.abc import Callable, Iterator
from contextlib import suppress

from mdfollow.endings import ORG, ends_like_a_note, format_of
from mdfollow.interview.first_look import FIRST_LINES
from mdfollow.problem import Problem, Severity
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.vault.names import TEMPORARY, Names, names_of
from mdfollow.vault.outcome import Signature, Snapshot, Verdict
from mdfollow.vault.reading import OUTSIDE, READ, Refused, read_open, read_whole
from mdfollow.vault.system import System, let_go

HEAD = 1024
UNREADABLE = "MDF901"
FRONTMATTER_LIMIT = 64 * 1024
_FENCES = (b"---", b"+++")
_BOM = b"\xef\xbb\xbf"
_SF_DATALESS = 0x40000000
_NO_NOTE = frozenset({errno.ENOENT, errno.ELOOP, errno.ENXIO})
_SYSTEM = System()

Accepts = Callable[[str, bytes], bool]
"""`(path, head) -> bool`; the head is all of an Org file, and of another note at least its first
kilobyte, its fields (up to 64 KiB) and the `FIRST_LINES` behind them."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A temporary file of ours that a write which never ended left behind; for `sweep`."""

    path: str


def placeholder(entry: os.DirEntry[str]) -> bool:
    """Say whether the file's content is in a cloud only: reading would download it (F07)."""
    return _is_dataless(entry.stat(follow_symlinks=False))


def _is_dataless(stat: os.stat_result) -> bool:
    return bool(stat.st_size and not stat.st_blocks and getattr(stat, "st_flags", 0) & _SF_DATALESS)


PLACEHOLDER = placeholder if hasattr(os.stat_result, "st_flags") else None
"""Asked before a note is opened; None, and free, where the system has no such flag."""


def walk(
    root: str,
    settings: Settings,
    accepts: Accepts,
    is_placeholder: Callable[[os.DirEntry[str]], bool] | None = PLACEHOLDER,
) -> Iterator[Snapshot | Problem | Leftover]:
    """Yield every note under `root` (a real path) whose head `accepts` takes, whole.

    In no certain order. What cannot be read comes as a Problem and stops nothing; a note that is
    too long, or a link that leads out of the vault, does so only when its head is accepted. Links
    to folders are not followed, and a link inside the vault adds nothing: its note comes under its
    real path.
    """
    names, start = names_of(settings), len(root.rstrip("/")) + 1
    for entry in _entries(root, names):
        if isinstance(entry, Problem):
            yield entry
            continue
        file = entry.path
        if not ends_like_a_note(file):
            yield Leftover(file[start:])
        elif entry.is_symlink():
            yield from _link(root, file, file[start:], accepts)
        elif entry.is_file(follow_symlinks=False) and not (
            is_placeholder and is_placeholder(entry)
        ):
            found = _look(file, file[start:], accepts)
            if found is not None and not names.skips_note(found.path):
                yield found


def look(root: str, path: str, settings: Settings, accepts: Accepts) -> Snapshot | Problem | None:
    """Look at one file as the walk would; None when it is no note, or none that is accepted."""
    file = os.path.join(root, path)
    if not names_of(settings).is_note(path):
        return None
    with suppress(OSError):
        if PLACEHOLDER is not None and _is_dataless(os.lstat(file)):
            return None
    return _look(file, path, accepts)


def under(root: str, settings: Settings, folder: str) -> Iterator[str]:
    """Name every note under `folder` (vault-relative), reading none."""
    names, start = names_of(settings), len(root.rstrip("/")) + 1
    for entry in _entries(root, names, folder):
        if not isinstance(entry, Problem) and not names.skips_note(path := entry.path[start:]):
            yield path


def subfolders(root: str, settings: Settings, folder: str) -> list[str]:
    """Name the folders right in `folder` (vault-relative, empty for the root) that are walked."""
    names, found = names_of(settings), []
    try:
        with os.scandir(os.path.join(root, folder)) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False) and not names.skips_folder(path):
                    found.append(path)
    except OSError:
        return []
    return found


def signature(root: str, path: str) -> Signature | None:
    """Take the signature of one file; None when it is not there."""
    with suppress(OSError):
        return Signature.of(os.lstat(os.path.join(root, path)))
    return None


def signatures(root: str, settings: Settings) -> dict[str, Signature]:
    """Take the signature of every note under `root`, reading none: what a rescan compares."""
    names, start = names_of(settings), len(root.rstrip("/")) + 1
    found = {}
    for entry in _entries(root, names):
        if isinstance(entry, Problem) or not ends_like_a_note(entry.name):
            continue
        path = entry.path[start:]
        if entry.is_file(follow_symlinks=False) and not names.skips_note(path):
            with suppress(OSError):
                found[path] = Signature.of(entry.stat(follow_symlinks=False))
    return found


def _entries(root: str, names: Names, under: str = "") -> Iterator["os.DirEntry[str] | Problem"]:
    """Yield the entries with a note's ending, and our own temporary files, folder by folder."""
    start = len(root.rstrip("/")) + 1
    folders = [os.path.join(root, under) if under else root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    name = entry.name
                    if name[0] == ".":
                        if name.startswith(TEMPORARY) and name.endswith(".tmp"):
                            yield entry
                    elif entry.is_dir(follow_symlinks=False):
                        if not names.skips_folder(entry.path[start:]):
                            folders.append(entry.path)
                    elif ends_like_a_note(name):
                        yield entry
        except FileNotFoundError:
            continue
        except OSError as error:
            yield _unreadable(folder[start:] or ".", error)


def _look(file: str, path: str, accepts: Accepts) -> Snapshot | Problem | None:
    try:
        fd = os.open(file, READ)
    except OSError as error:
        # Gone, or swapped for a link or a socket, since the folder was listed: not a note now.
        return None if error.errno in _NO_NOTE else _unreadable(path, error)
    try:
        head = os.read(fd, HEAD)
        if len(head) == HEAD:
            head = _more(fd, head, path)
        return _whole(fd, path) if accepts(path, head) else None
    except OSError as error:
        return _unreadable(path, error)
    finally:
        let_go(fd)


def _more(fd: int, head: bytes, path: str) -> bytes:
    """Read on while what the prefilter must see may not have ended in `head`."""
    if format_of(path) == ORG:
        return read_whole(_SYSTEM, fd)
    start = len(_BOM) if head.startswith(_BOM) else 0
    fence = head[start : start + 3]
    if fence in _FENCES:
        end = head.find(b"\n" + fence, 3)
        end = head.find(b"\r" + fence, 3) if end < 0 else end
        # Right below it more fields may stand, and tags that count like theirs.
        rest = head[end + 4 :].lstrip()
        is_cut = end < 0 or len(rest) <= FIRST_LINES or b"::" in rest[:FIRST_LINES]
    else:
        # Page properties stand at the top: the first colon of such a note is a double one.
        # (Looking for two bytes in the whole head would cost as much as reading it.)
        is_cut = head.startswith(b":", head.find(b":") + 1)
    return head + os.read(fd, FRONTMATTER_LIMIT) if is_cut else head


def _whole(fd: int, path: str) -> Snapshot | Problem:
    for _ in range(3):
        try:
            return read_open(_SYSTEM, fd, path)
        except Refused as refused:
            if refused.verdict is not Verdict.BUSY:
                return Problem(path, 0, 0, "MDF902", refused.reason, "Split it in two.")
            reason = refused.reason
    return Problem(path, 0, 0, "MDF905", reason, "Run mdfollow again.", Severity.WARNING)


def _link(root: str, file: str, path: str, accepts: Accepts) -> Iterator[Problem]:
    """Report a link to an interview note outside the vault; nothing to do for any other link."""
    if (os.path.realpath(file) + "/").startswith(root.rstrip("/") + "/"):
        return
    with suppress(OSError):
        fd = os.open(file, READ & ~os.O_NOFOLLOW)
        try:
            if modes.S_ISREG(os.fstat(fd).st_mode):
                head = os.read(fd, HEAD)
                if accepts(path, _more(fd, head, path)):
                    way_out = "Move the note into the vault, or add the link to `ignore`."
                    yield Problem(path, 0, 0, "MDF903", OUTSIDE, way_out, Severity.WARNING)
        finally:
            let_go(fd)


def _unreadable(path: str, error: OSError) -> Problem:
    sentence = f"it cannot be read (the system says “{error.strerror or error}”)"
    is_right = isinstance(error, PermissionError)
    first = "Allow yourself to read it" if is_right else "Check its disk"
    way_out = f"{first}, or add it to `ignore`."
    return Problem(path, 0, 0, UNREADABLE, sentence, way_out, Severity.WARNING)
