"""Proof before write for notes that are trees of lines: Org files and Logseq pages (law 6)."""

from collections.abc import Iterable, Sequence

from mdfollow.document.edit import Edit
from mdfollow.document.source import Source
from mdfollow.record import dataclass
from mdfollow.sync.proof import CHANGED, EDGES, kept


@dataclass(frozen=True, slots=True)
class Tree:
    """What every line is, and the lines (from 0) of the headings or blocks it stands under."""

    source: Source
    kinds: Sequence[int]
    over: Sequence[tuple[int, ...]]


def nested(spans: Iterable[tuple[int, int]], count: int) -> tuple[tuple[int, ...], ...]:
    """For every one of `count` lines the first lines of the spans around it, outermost first.

    Spans are `line, stop` in the order of their first lines; the first line is not around itself.
    """
    over: list[tuple[int, ...]] = [()] * count
    for line, stop in spans:
        for number in range(line + 1, stop):
            over[number] = (*over[number], line)
    return tuple(over)


def moved(old: Tree, edits: Sequence[Edit], new: Tree, free: int) -> str:
    """Why the result must not be written: a line of hers would be something else, or elsewhere.

    Lines from `free` on only have to stay what they are. Empty when all is well.
    """
    pairs = kept(old.source, edits, new.source)
    if pairs is None:
        return EDGES
    images = _images(old.source, edits, new.source)
    for line, there in pairs:
        if not old.source.texts[line].strip(" \t"):
            continue
        under = tuple(images.get(each, -1) for each in old.over[line])
        if old.kinds[line] != new.kinds[there] or (line < free and under != new.over[there]):
            return CHANGED
    return ""


def _images(old: Source, edits: Sequence[Edit], new: Source) -> dict[int, int]:
    """Where lines begin whose first byte no edit took, by number before and after."""
    starts = {line.start: number for number, line in enumerate(new.lines)}
    found = {}
    for number, line in enumerate(old.lines):
        if any(edit.start <= line.start < edit.end for edit in edits):
            continue
        above = (edit for edit in edits if edit.end <= line.start)
        shift = sum(len(edit.new) - (edit.end - edit.start) for edit in above)
        if line.start + shift in starts:
            found[number] = starts[line.start + shift]
    return found
