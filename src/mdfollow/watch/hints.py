"""What a lookout has to tell: hints only, each of which the disk itself must bear out."""

import re
from collections.abc import Callable

from mdfollow.endings import ends_like_a_note
from mdfollow.pattern import pattern
from mdfollow.record import dataclass
from mdfollow.vault.root import SETTINGS_FILE

_LOCK = pattern(r"\.#(?P<emacs>.+)|\.(?P<swap>.+)\.sw[l-p]", re.DOTALL)
_ARRIVING = (".syncthing.", "~syncthing~")


@dataclass(frozen=True, slots=True)
class Touched:
    """Something happened to the note at `path`; `arrived` when a sync program put it there."""

    path: str
    arrived: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """The note at `old` is now called `path`."""

    old: str
    path: str


@dataclass(frozen=True, slots=True)
class FolderTouched:
    """A folder came, went or was renamed; what lies in it is to be looked at."""

    path: str


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An editor's lock beside the note at `path` went away (E05)."""

    path: str


@dataclass(frozen=True, slots=True)
class SettingsTouched:
    """`mdfollow.toml` changed."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Only a look at the whole vault can tell; `reason` says why.

    `lost`: events were, so that the lookout itself may have missed a folder.
    """

    reason: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Exhausted:
    """The system grants no more watches: from here on the vault must be looked through."""

    reason: str


@dataclass(frozen=True, slots=True)
class Stop:
    """She, or the system, wants the watch to end."""


Hint = Touched | Moved | FolderTouched | Unlocked | SettingsTouched | Doubt | Exhausted | Stop
Tell = Callable[[Hint], None]
"""Takes a hint from any thread, at once and without an error."""


def is_note_name(name: str) -> bool:
    """Whether a file of this name can be a note; everything else about it is asked later."""
    return ends_like_a_note(name) and not name.startswith((".", "#"))


def joined(folder: str, name: str) -> str:
    """The vault-relative path of `name` in `folder` (empty for the root)."""
    return f"{folder}/{name}" if folder else name


def file_hint(folder: str, name: str, *, gone: bool = False, source: str = "") -> Hint | None:
    """The hint in an event about the file `name`; `source` is the name it was moved from."""
    if is_note_name(name):
        return Touched(joined(folder, name), arrived=source.startswith(_ARRIVING))
    if gone and name.startswith(".") and (lock := _LOCK.fullmatch(name)):
        return Unlocked(joined(folder, lock["emacs"] or lock["swap"]))
    if not folder and name == SETTINGS_FILE:
        return SettingsTouched()
    return None
