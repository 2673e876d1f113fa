"""Her own letters: the files of frames in the folder of templates, read whole or not at all."""

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from mdfollow.problem import Problem, Severity
from mdfollow.record import dataclass, field, replace
from mdfollow.vault.bounded import read_bounded
from mdfollow.vault.reading import GONE, Refused

if TYPE_CHECKING:
    from mdfollow.letters import Templates
    from mdfollow.letters.frames import Letters

ENDING = ".toml"
OLD = ".txt"
"""What the letters ended in before they were TOML."""
LIMIT = 64 * 1024
"""Bytes of one file: a hundred letters."""
MOST_PROBLEMS = 20
"""A folder with more files of nearly the right name is no folder of letters."""
UNUSED = "MDF421"
"""A file among the templates that no letter is made from."""


@dataclass(frozen=True, slots=True)
class OwnLetters:
    """What the folder holds: wordings by file name without ending, and what is wrong with others.

    `unready` names the files with a mistake: their letters wait until it is corrected. `texts`
    are the bytes of every file that was read, by path.
    """

    wordings: "Templates" = field(default_factory=dict)
    unready: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, bytes] = field(default_factory=dict)


def own_letters(root: str, folder: str) -> OwnLetters:
    """Read the letters in `folder` (in the vault at the real path `root`); never raises OSError."""
    place = "/".join(part for part in folder.replace("\\", "/").split("/") if part not in ("", "."))
    names = _names(root, place) if place else []
    if not names:
        return OwnLetters()
    from mdfollow.letters.frames import KINDS

    wordings: dict[str, Letters] = {}
    texts: dict[str, bytes] = {}
    problems: list[Problem] = []
    unready = set()
    for name in names:
        path, stem = f"{place}/{name}", name.removesuffix(ENDING).removesuffix(OLD)
        if stem not in KINDS or name.endswith(OLD):
            problems += _stranger(path, stem, KINDS) if len(problems) < MOST_PROBLEMS else []
            continue
        found, wrong = _file(root, path, texts)
        problems += [replace(each, severity=Severity.WARNING) for each in wrong]
        if found is None:
            unready.add(stem)
        else:
            wordings[stem] = found
    return OwnLetters(wordings, frozenset(unready), tuple(problems), texts)


def _names(root: str, place: str) -> list[str]:
    with suppress(OSError), os.scandir(os.path.join(root, place)) as entries:
        return sorted(entry.name for entry in entries if entry.name.endswith((ENDING, OLD)))
    return []


def _file(
    root: str, path: str, texts: dict[str, bytes]
) -> "tuple[Letters | None, tuple[Problem, ...]]":
    from mdfollow.letters.frames import CODE
    from mdfollow.letters.frames import read as read_letters

    try:
        data = read_bounded(root, path, LIMIT)
    except Refused as refused:
        data, reason = None, refused.reason
    else:
        reason = GONE
    if data is None:
        return None, (Problem(path, 0, 0, CODE, reason, "Put a text file in its place."),)
    texts[path] = data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (Problem(path, line, 1, CODE, "this line is not UTF-8", "Save it as UTF-8."),)
    return read_letters(path, text)


def _stranger(path: str, stem: str, known: tuple[str, ...]) -> list[Problem]:
    """A file whose name is nearly one of those that are read."""
    import difflib

    near = difflib.get_close_matches(stem.lower(), known, n=1, cutoff=0.6)
    if not near:
        return []
    sentence = "no letter is made from a file of this name"
    way_out = f"Did you mean {near[0]}{ENDING}?"
    if path.endswith(OLD) and near[0] == stem:
        sentence = "letters are TOML files now, so this one is not read"
        way_out = f"`mdfollow init --templates` writes {stem}{ENDING} to put your words into."
    elif path.endswith(OLD):
        return []
    return [Problem(path, 0, 0, UNUSED, sentence, way_out, Severity.HINT)]
