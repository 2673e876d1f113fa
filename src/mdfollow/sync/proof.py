"""Proof before write: a Markdown result must parse as before plus our work (law 6)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mdfollow.document.edit import Edit
from mdfollow.document.markdown import tokens
from mdfollow.document.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

CHANGED = "writing the plan would change how some of your own text is read"
ASTRAY = "the new tasks would not be read as tasks where the note ends"
EDGES = "an edit would reach into your own text"


def proof(old: Source, first: int, edits: Sequence[Edit], new: Source, tasks: Sequence[str]) -> str:
    """Why the result must not be written; empty when it is as it should be.

    Every line of hers keeps its block structure, and every line of `tasks` is the first line of
    a list item. `first` is the first line after the frontmatter, the same in both.
    """
    before, after = _structure(old, first), _structure(new, first)
    items = {token.map[0] for token in tokens(new, first) if _is_item(token) and token.map}
    pairs = kept(old, edits, new)
    if pairs is None:
        return EDGES
    for line, there in pairs:
        if line >= first and before[line] != after[there]:
            return CHANGED
    wanted = set(tasks)
    for number, text in enumerate(new.texts):
        if text.lstrip("> \t") in wanted and number not in items:
            return ASTRAY
    return ""


def _is_item(token: "Token") -> bool:
    return token.type == "list_item_open"


def _structure(source: Source, first: int) -> list[tuple[str, ...]]:
    """For every line the blocks it stands in, outermost first; lists only by kind."""
    paths: list[tuple[str, ...]] = [()] * len(source.lines)
    said = [bool(text.strip("> \t")) for text in source.texts]
    for token in tokens(source, first):
        if token.map is None or token.nesting < 0 or token.type == "inline":
            continue
        for number in range(token.map[0], min(token.map[1], len(paths))):
            if said[number]:
                paths[number] += (token.type,)
    return paths


def kept(old: Source, edits: Sequence[Edit], new: Source) -> list[tuple[int, int]] | None:
    """Pairs of line numbers: lines no edit touches, before and after."""
    shift, pending = 0, sorted(edits)
    starts = {line.start: number for number, line in enumerate(new.lines)}
    pairs = []
    for number, line in enumerate(old.lines):
        while pending and pending[0].end <= line.start and pending[0].start <= line.start:
            shift += len(pending[0].new) - (pending[0].end - pending[0].start)
            pending.pop(0)
        if any(edit.start < line.stop and edit.end > line.start for edit in pending):
            continue
        if line.start == line.end:
            continue
        there = starts.get(line.start + shift)
        if there is None or new.texts[there] != old.texts[number]:
            return None
        pairs.append((number, there))
    return pairs
