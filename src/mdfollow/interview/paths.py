"""What a note's path tells: where no interviews are looked for, and the day in a file's name."""

import re
from datetime import date

from mdfollow.pattern import pattern
from mdfollow.settings import Settings

ASIDE = frozenset({"templates", "_templates", ".obsidian", ".trash", ".git", ".stversions"})
_COPY = pattern(r"\.sync-conflict-|\bconflicted copy\b|\.mdfollow-rescued-", re.IGNORECASE)
_ISO = r"(\d{4})([-_])(\d\d)\2(\d\d)"
_FIRST = pattern(rf"{_ISO}(?!\d)")
_LAST = pattern(rf"(?<!\d){_ISO}\Z")
_JOURNAL = pattern(r"(\d{4})(\d\d)(\d\d)\Z")


def aside(path: str, settings: Settings) -> str:
    """Why a note at `path` is never an interview, whatever it says; empty when it may be."""
    parts = path.split("/")
    lowered = [part.lower() for part in parts[:-1]]
    if any(part in ASIDE for part in lowered) or "logseq/bak/" in path.lower():
        return "it is in a folder that is not read"
    templates = settings.templates.strip("/")
    if templates and f"{path}/".startswith(f"{templates}/"):
        return "it is in the folder of templates"
    return "it is a conflict copy" if _COPY.search(parts[-1]) else ""


def in_folder(path: str, settings: Settings) -> bool:
    """The note lies in a folder that the settings name for interviews."""
    folders = [folder.strip("/") for folder in settings.interview_folders]
    return any(folder in ("", ".") or path.startswith(f"{folder}/") for folder in folders)


def stem(path: str) -> str:
    """The file's name without its ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def named_day(path: str) -> str:
    """The ISO date that begins or ends the file's name, or that is all of a journal's; else empty.

    `2026-11-03 Acme`, `Acme 2026_11_03`, `20261103`.
    """
    name = stem(path)
    if found := _JOURNAL.match(name):
        return _real(*found.groups())
    found = _FIRST.match(name) or _LAST.search(name)
    return _real(found[1], found[3], found[4]) if found else ""


def _real(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
