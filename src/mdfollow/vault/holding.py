"""Files in which one of some ids stands: where a task that left its note went."""

import os
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from mdfollow.endings import ends_like_a_note
from mdfollow.pattern import pattern
from mdfollow.settings import Settings
from mdfollow.vault.names import names_of
from mdfollow.vault.reading import read_whole
from mdfollow.vault.system import System, let_go

ARCHIVE = "_archive"
"""What Org's archive of a file adds to its name."""
_LARGEST = 16 * 1024 * 1024
_ID = pattern(rb"mf-[0-9a-z]{6,8}")


def holds(data: bytes, ids: AbstractSet[str]) -> bool:
    """Whether one of these ids stands in a file: each file is read once, however many there are."""
    return b"mf-" in data and any(each.decode() in ids for each in _ID.findall(data))


def holding(root: str, settings: Settings, ids: AbstractSet[str]) -> Iterator[tuple[str, bytes]]:
    """Every note and archive of the vault with one of these ids in it, by path, whole.

    What cannot be read is passed over: it is only looked for something there. Links are not
    followed.
    """
    names, start = names_of(settings), len(root.rstrip("/")) + 1
    for folder, inner, files in os.walk(root):
        at = folder[start:]
        inner[:] = [each for each in inner if not names.skips_folder(f"{at}/{each}".lstrip("/"))]
        for name in files:
            if name[0] == "." or not ends_like_a_note(name.removesuffix(ARCHIVE)):
                continue
            data = _read(os.path.join(folder, name))
            if holds(data, ids):
                yield f"{at}/{name}".lstrip("/"), data


def _read(file: str) -> bytes:
    try:
        fd = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return b""
    try:
        return read_whole(System(), fd, _LARGEST)[:_LARGEST]
    except OSError:
        return b""
    finally:
        let_go(fd)
