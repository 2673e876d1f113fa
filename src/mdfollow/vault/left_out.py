"""Notes that get no first plan, whatever they say: left out by another program, or elsewhere's.

These signs differ between machines (`.obsidian` is often not synced), so a note that holds a plan
is read and planned all the same; only a vault inside with settings of its own is left alone whole.
"""

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from mdfollow.interview.first_look import holds_plan
from mdfollow.problem import Problem, Severity
from mdfollow.record import dataclass, field
from mdfollow.surroundings import Surroundings
from mdfollow.vault.outcome import Snapshot
from mdfollow.vault.root import APP_FILE, SETTINGS_FILE

if TYPE_CHECKING:
    from mdfollow.vault.linear import Expression

INNER_VAULT = (".obsidian", SETTINGS_FILE, "logseq/config.edn")
"""What makes a folder inside a vault a vault of its own."""


OUT = "your notes program leaves it out"
UNREAD = "your notes program leaves files out by {}, which mdfollow cannot follow"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A note that is left out and why; `inner` is the folder of the vault inside that it is of."""

    snapshot: Snapshot
    reason: str
    inner: str = ""


@dataclass
class FirstPlans:
    """Which notes of the vault at the real path `root` may get a first plan."""

    root: str
    surroundings: Surroundings
    _inner: dict[str, str] = field(default_factory=dict)

    def left_out(self, note: Snapshot) -> LeftOut | None:
        """Why this note is left out; None when it is not."""
        inner = self._inner_vault(note.path.rpartition("/")[0])
        own = inner and os.path.lexists(os.path.join(self.root, inner, SETTINGS_FILE))
        if holds_plan(note.data) and not own:
            return None
        if inner:
            return LeftOut(note, f"it is in another vault, {inner}", inner)
        reason = excluded(note.path, self.surroundings)
        return LeftOut(note, reason) if reason else None

    def _inner_vault(self, folder: str) -> str:
        """The outermost folder on the way to `folder` that is a vault of its own, or nothing."""
        if not folder:
            return ""
        if folder not in self._inner:
            above = self._inner_vault(folder.rpartition("/")[0])
            marks = (os.path.join(self.root, folder, mark) for mark in INNER_VAULT)
            self._inner[folder] = above or (folder if any(map(os.path.lexists, marks)) else "")
        return self._inner[folder]


def excluded(path: str, surroundings: Surroundings) -> str:
    """Which program's settings leave the note at `path` out; empty when none does."""
    folder = next((f for f in surroundings.template_folders if path.startswith(f"{f}/")), "")
    if folder:
        return f"its folder {folder} holds templates"
    for pattern in surroundings.excluded:
        if not _is_regex(pattern):
            if path.startswith(pattern.lstrip("/")):
                return OUT
        elif (regex := _regex(pattern)) is None:
            return UNREAD.format(pattern)
        elif regex.matches(path):
            return OUT
    return ""


def unread(surroundings: Surroundings) -> list[Problem]:
    """Excluded files that mdfollow cannot tell: until it can, no note gets a first plan."""
    found = [each for each in surroundings.excluded if _is_regex(each) and _regex(each) is None]
    way_out = "Write the folder's path there, or a pattern without look-around."
    return [
        Problem(APP_FILE, 0, 0, "MDF906", UNREAD.format(each), way_out, Severity.WARNING)
        for each in found
    ]


def _is_regex(pattern: str) -> bool:
    """Obsidian's excluded files: how a path begins, or a regular expression in slashes."""
    return len(pattern) > 2 and pattern.startswith("/") and pattern.endswith("/")


@lru_cache(maxsize=64)
def _regex(pattern: str) -> "Expression | None":
    from mdfollow.vault.linear import Expression, UnreadableError

    try:
        return Expression(pattern[1:-1], whole=False)
    except UnreadableError:
        return None
