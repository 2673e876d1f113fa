"""All findings of a vault: as a page, as JSON, in one line."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from mdfollow.problem import Problem
from mdfollow.views.ends import ended, texts_of
from mdfollow.views.paint import Paint
from mdfollow.views.problem_lines import as_json, full
from mdfollow.views.sync_lines import counted

VERSION = 1


def full_page(found: Sequence[Problem], notes: Mapping[str, bytes], paint: Paint) -> str:
    """Every finding with the line it is about; `notes` holds the bytes of the notes by path."""
    texts = {path: texts_of(notes[path]) for path in {each.path for each in found} & set(notes)}
    blocks = [full(each, texts.get(each.path, ()), paint) for each in found]
    return "".join(f"{block}\n\n" for block in blocks)


def check_json(
    vault: str, found: Sequence[Problem], notes: Mapping[str, bytes]
) -> dict[str, object]:
    """`check --output-format json`: described by docs/schema/check.json."""
    return {
        "version": VERSION,
        "vault": vault,
        "findings": [
            {"path": path, **as_json(each)}
            for path, mine in groupby(found, key=lambda each: each.path)
            for each in ended(notes.get(path, b""), mine)
        ],
    }


def summary(found: Sequence[Problem], notes: int) -> str:
    """One line over everything; `notes` counts the interview notes looked at."""
    if not found:
        return f"{counted(notes, 'interview note')}, nothing to improve."
    places = len({each.path for each in found})
    return f"{counted(len(found), 'finding')} in {counted(places, 'note')}."
