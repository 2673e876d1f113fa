"""Which names are notes: one table of rules over vault-relative paths, nothing read from disk."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mdfollow.endings import ends_like_a_note
from mdfollow.pattern import pattern
from mdfollow.problem import MdfollowError
from mdfollow.record import dataclass
from mdfollow.settings import Settings

if TYPE_CHECKING:
    from mdfollow.vault.linear import Expression

TOO_MANY = (
    "mdfollow.toml: `ignore` holds more than can be looked through for every note; "
    "name whole folders in it."
)
TEMPORARY = ".mdfollow-"
"""How the names of our own temporary files begin; they end in `.tmp`."""
SKIPPED_FOLDERS = frozenset({"node_modules", "templates", "_templates", "Templates"})
"""Folders without notes of the owner's own; those with a leading dot are skipped anyway."""

# Backups and probes of editors end or begin with these, whatever the settings say (E10).
_CONFLICT = pattern(r"\.sync-conflict-|\bconflicted copy\b|\.mdfollow-rescued-", re.IGNORECASE)
_COPY = r" ?\d{1,2}| ?\([^)/]*\)|[-. ][^/]*(?:[Cc]onflict|[Cc]opy|[Kk]opie)[^/]*"
_GLOB = pattern(r"\*\*/|\*{2,}|\*|\?|\[!?\]?[^\]/]*\]")
_ANYTHING = r"[\s\S]*"
_GLOB_MEANS = {"**/": f"(?:{_ANYTHING}/)?", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True, slots=True)
class Names:
    """The rules with what the settings add; made by `names_of`."""

    ignored: "Expression | None" = None
    dashboard: re.Pattern[str] | None = None

    def skips_folder(self, path: str) -> bool:
        """Say whether the walk stays out of the folder at `path`, its parents being walked."""
        parent, _, name = path.rpartition("/")
        return (
            name.startswith(".")
            or name in SKIPPED_FOLDERS
            or (name == "bak" and parent.rpartition("/")[2] == "logseq")
            or self._is_ignored(path)
        )

    def skips_note(self, path: str) -> bool:
        """Say whether the file at `path`, its folders being walked, is no note of hers."""
        name = path.rpartition("/")[2]
        return (
            not ends_like_a_note(name)
            or name.startswith((".", "#"))
            or is_conflict_copy(name)
            or self._is_ignored(path)
        )

    def is_note(self, path: str) -> bool:
        """Say whether the walk from the vault's root comes to `path` as a note."""
        folders = path.split("/")[:-1]
        return not self.skips_note(path) and not any(
            self.skips_folder("/".join(folders[: depth + 1])) for depth in range(len(folders))
        )

    def _is_ignored(self, path: str) -> bool:
        return (self.ignored is not None and self.ignored.matches(path)) or (
            self.dashboard is not None and self.dashboard.fullmatch(path) is not None
        )


def is_conflict_copy(name: str) -> bool:
    """Say whether a sync program or mdfollow itself put this file beside a note (S04)."""
    return _CONFLICT.search(name) is not None


@lru_cache(maxsize=8)
def names_of(settings: Settings) -> Names:
    """Compile the settings `ignore`, `templates` and `dashboard` into rules.

    A pattern without `/` names a file or folder anywhere; one with `/` counts from the vault's
    root; what lies beneath a named folder is named with it. Raises MdfollowError where they are
    more than can be told apart in time.
    """
    patterns = [*settings.ignore, *([settings.templates + "/"] if settings.templates else [])]
    parts = [_regex(pattern) for pattern in patterns if pattern.strip("/")]
    return Names(_any_of(parts) if parts else None, _with_copies(settings.dashboard))


def _any_of(parts: list[str]) -> "Expression":
    from mdfollow.vault.linear import Expression, UnreadableError

    try:
        return Expression(f"(?:{'|'.join(parts)})(?:/{_ANYTHING})?", whole=True)
    except UnreadableError as error:
        raise MdfollowError(TOO_MANY) from error


def _with_copies(path: str) -> re.Pattern[str] | None:
    """The dashboard and what sync programs and file managers name a second one of it."""
    if not path:
        return None
    stem, dot, ending = path.rpartition(".")
    return re.compile(f"{re.escape(stem)}(?:{_COPY})?{re.escape(dot + ending)}")


def _regex(pattern: str) -> str:
    anywhere = "/" not in pattern
    pattern = pattern.removeprefix("./").strip("/").removesuffix("/**")
    found: list[str] = ["(?:.*/)?" if anywhere else ""]
    start = 0
    for match in _GLOB.finditer(pattern):
        found.append(re.escape(pattern[start : match.start()]))
        mark = match.group()
        found.append(_GLOB_MEANS.get(mark) or _characters(mark))
        start = match.end()
    found.append(re.escape(pattern[start:]))
    return "".join(found)


def _characters(mark: str) -> str:
    """Turn stars or a bracket of a glob into a regex; a nonsensical bracket stands for itself."""
    if mark[0] == "*":
        return _ANYTHING
    from mdfollow.vault.linear import Expression, UnreadableError

    inside = mark[1:-1].replace("\\", "\\\\")
    meaning = f"[^/{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    try:
        Expression(meaning, whole=True)
    except UnreadableError:
        return re.escape(mark)
    return meaning
