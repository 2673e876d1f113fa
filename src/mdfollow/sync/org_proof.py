"""Proof before write: an Org result must read as before plus our work (law 6)."""

import re
from collections.abc import Sequence

from mdfollow.dialects.org import task_of
from mdfollow.document import org, org_fields
from mdfollow.document.edit import Edit
from mdfollow.document.org import OrgNote
from mdfollow.document.source import Source
from mdfollow.sync.line_proof import Tree, moved, nested
from mdfollow.sync.org_scan import OrgScanned
from mdfollow.sync.proof import ASTRAY, CHANGED
from mdfollow.value import Mapping, Scalar, Value

_NEW = re.compile(rb":MDFOLLOW: (mf-[0-9a-z]+)")


def proof(file: OrgScanned, edits: Sequence[Edit], new: bytes) -> str:
    """Why the result must not be written; empty when it is as it should be.

    Every line of hers stays what it is and under the headings it was under, every interview says
    the same, and every new task is one.
    """
    after = org.scan(Source(new))
    if trouble := moved(_tree(file.note), edits, _tree(after), file.tail):
        return trouble
    if _interviews(file.note) != _interviews(after):
        return CHANGED
    tasks = {task.id for heading in after.headings if (task := task_of(after, heading))}
    added = {found.decode() for edit in edits for found in _NEW.findall(edit.new)}
    return "" if added <= tasks else ASTRAY


def _tree(note: OrgNote) -> Tree:
    spans = ((heading.line, heading.stop) for heading in note.headings)
    return Tree(note.source, note.kinds, nested(spans, len(note.kinds)))


def _interviews(note: OrgNote) -> list[object]:
    return [_said(source.mapping) for source in org_fields.sources(note)]


def _said(value: Value) -> object:
    """A field's value without its places."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Mapping):
        return tuple((key.text, _said(each)) for key, each in value.entries)
    return tuple(_said(each) for each in value.items)
