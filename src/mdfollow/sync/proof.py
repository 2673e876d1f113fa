"""Proof before write: the result, read back, is the note as before plus what was meant (law 6)."""

from collections.abc import Sequence

from mdfollow.document.edit import Edit
from mdfollow.document.outline import Node, Outline
from mdfollow.document.source import Source
from mdfollow.etiquette.model import Mark
from mdfollow.problem import Problem
from mdfollow.record import replace
from mdfollow.sync.reader import Reader
from mdfollow.sync.standing import Actual, Change, Home, Rewrite
from mdfollow.sync.trace import Trace
from mdfollow.value import Mapping, Scalar, Value

CHANGED = "writing the plan would change how some of your own text is read"
ASTRAY = "the new tasks would not be read as tasks where the note ends"
EDGES = "an edit would reach into your own text"
AS_DONE = "by this vault's own statuses a new task would count as done already"
WAY_OUT = "add an empty line or close what is open there; nothing was written"
WAYS_OUT = {
    AS_DONE: "have `[ ]` mean an open task in the Tasks plugin's settings; nothing was written"
}
"""Where another way leads out of it."""


def moved(old: Outline[Node], edits: Sequence[Edit], new: Outline[Node]) -> str:
    """Why the result must not be written: a line of hers would be something else, or elsewhere.

    Lines of the tail only have to stay what they are. Empty when all is well.
    """
    if _is_apart(old.source, new):
        return ""
    pairs = kept(old.source, edits, new.source)
    if pairs is None:
        return EDGES
    images = _images(old.source, edits, new.source) if any(old.over) else {}
    for line, there in pairs:
        if old.blank(line):
            continue
        under = tuple(images.get(each, -1) for each in old.over[line])
        if old.structure[line] != new.structure[there] or (
            line < old.tail and under != new.over[there]
        ):
            return CHANGED
    return ""


def _is_apart(old: Source, new: Outline[Node]) -> bool:
    """Whether all that was written stands behind the note, as something of its own.

    Then the parser's word on the result tells of the note before as well, and it is asked once.
    """
    count, texts = len(old.texts), new.source.texts
    if not count or not new.source.data.startswith(old.data) or texts[count - 1] != old.texts[-1]:
        return False
    first = next((line for line in range(count, len(texts)) if not new.blank(line)), 0)
    return first > 0 and new.begins_anew(first)


def read_alike(old: Reader, new: Reader) -> bool:
    """Whether all interviews say the same in both."""
    return [plain(one.place.mapping) for one in old.read_places] == [
        plain(one.place.mapping) for one in new.read_places
    ]


def plain(value: Value | Problem) -> object:
    """A field's value without its places."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Mapping):
        return tuple((key.text, plain(each)) for key, each in value.entries)
    return str(value) if isinstance(value, Problem) else tuple(map(plain, value.items))


def read_back(before: Home, after: Home, note: str, rewrite: Rewrite) -> str:
    """Why a home is not as meant: every step written stands as desired, all else as before."""
    changes = {change.id: change for change in rewrite.changes}
    for name in before.actual.keys() | after.actual.keys() | changes.keys():
        then, now = before.actual.get(name, ()), after.actual.get(name, ())
        if trouble := _step(then, now, changes.get(name)):
            return trouble
    for change in rewrite.changes:
        wanted = change.desired.draft_text if change.desired and change.draft else None
        if wanted is not None and after.drafts.get(change.id) != wanted:
            return ASTRAY
    if rewrite.trace is None:
        return ""
    found = [trace for trace in after.traces if trace.note == note]
    return "" if found and all(_remembers(each, rewrite) for each in found) else ASTRAY


def _step(then: Sequence[Actual], now: Sequence[Actual], change: Change | None) -> str:
    """Why one step's tasks are not as meant."""
    if change is None:
        return "" if list(map(_stands, then)) == list(map(_stands, now)) else CHANGED
    if change.remove:
        # None stood before where only the draft of a task she took out goes (merge-cases 53).
        return "" if len(now) < max(len(then), 1) else CHANGED
    if change.add and any(_is_done(each, change) for each in now):
        return AS_DONE
    if len(now) != len(then) + change.add or not any(_as_meant(each, change) for each in now):
        return ASTRAY
    return ""


def _remembers(found: Trace, rewrite: Rewrite) -> bool:
    """Whether a memory that was written reads as meant, for what was written in full."""
    wanted = rewrite.trace
    if wanted is None or found.tags != wanted.tags or found.bases.keys() != wanted.bases.keys():
        return False
    written = [change.id for change in rewrite.changes if not change.remove]
    return all(found.bases[name] == wanted.bases[name] for name in written)


def _stands(actual: Actual) -> tuple[object, ...]:
    """A task as it stands, wherever that is."""
    return (actual.text, actual.start, actual.due, actual.mark, actual.made)


def _as_meant(actual: Actual, change: Change) -> bool:
    """Whether a task that was written reads as it was to be."""
    desired = change.desired
    if desired is None:
        return False
    window = desired.step.window if change.add else change.window
    words = change.add or change.words
    if change.add and (actual.touched or not actual.plain or actual.mark is not Mark.OPEN):
        return False
    dates = window is None or (actual.start, actual.due) == (window.start, window.due)
    return dates and (not words or actual.text == desired.text)


def _is_done(actual: Actual, change: Change) -> bool:
    """Whether a task that was added reads as meant, but as one that is not open."""
    return actual.mark is not Mark.OPEN and _as_meant(replace(actual, mark=Mark.OPEN), change)


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
