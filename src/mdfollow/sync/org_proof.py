"""Proof before write: an Org result must read as before plus our work (law 6)."""

import re
from collections.abc import Sequence

from mdfollow.dialects.org import task_of
from mdfollow.document import org, org_fields
from mdfollow.document.edit import Edit
from mdfollow.document.org import OrgNote
from mdfollow.document.source import Source
from mdfollow.sync.org_scan import OrgScanned
from mdfollow.sync.org_state import is_plan
from mdfollow.sync.proof import ASTRAY, CHANGED, EDGES, kept
from mdfollow.value import Mapping, Scalar, Value

_NEW = re.compile(rb":MDFOLLOW: (mf-[0-9a-z]+)")


def proof(file: OrgScanned, edits: Sequence[Edit], new: bytes) -> str:
    """Why the result must not be written; empty when it is as it should be.

    Every line of hers stays what it is and under the headings it was under, every interview says
    the same, and every new task is one.
    """
    old, after = file.note, org.scan(Source(new))
    pairs = kept(old.source, edits, after.source)
    if pairs is None:
        return EDGES
    before, now = _chains(old), _chains(after)
    for line, there in pairs:
        if not old.source.texts[line].strip():
            continue
        same = old.kinds[line] == after.kinds[there]
        if not same or (line < file.tail and before[line] != now[there]):
            return CHANGED
    if [_said(s.mapping) for s in _sources(old)] != [_said(s.mapping) for s in _sources(after)]:
        return CHANGED
    tasks = {task.id for heading in after.headings if (task := task_of(after, heading))}
    added = {found.decode() for edit in edits for found in _NEW.findall(edit.new)}
    return "" if added <= tasks else ASTRAY


def _chains(note: OrgNote) -> list[tuple[str, ...]]:
    """For every line the headings it stands under; ours by their ids, for their words may move."""
    names = [_name(note, number) for number in range(len(note.headings))]
    chains: list[tuple[str, ...]] = [()] * len(note.kinds)
    for heading in note.headings:
        over = [names[each.index] for each in note.above(heading)]
        stop = heading.body_stop
        chains[heading.line] = (str(heading.headline.level), *over)
        chains[heading.line + 1 : stop] = [(names[heading.index], *over)] * (
            stop - heading.line - 1
        )
    return chains


def _name(note: OrgNote, number: int) -> str:
    heading = note.headings[number]
    task = task_of(note, heading) if heading.drawer else None
    if task is not None:
        return task.id
    return "plan" if is_plan(heading.drawer) else note.source.texts[heading.line]


def _sources(note: OrgNote) -> tuple[org_fields.FieldSource, ...]:
    return org_fields.sources(note)


def _said(value: Value) -> object:
    """A field's value without its places."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Mapping):
        return tuple((key.text, _said(each)) for key, each in value.entries)
    return tuple(_said(each) for each in value.items)
