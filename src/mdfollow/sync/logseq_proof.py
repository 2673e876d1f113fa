"""Proof before write: a Logseq page must read as before plus our work (law 6)."""

import re
from collections.abc import Sequence

from mdfollow.dialects.logseq import task_of
from mdfollow.document import logseq
from mdfollow.document.edit import Edit
from mdfollow.document.logseq import LogseqNote
from mdfollow.document.source import Source
from mdfollow.sync.line_proof import Tree, moved, nested
from mdfollow.sync.logseq_scan import LogseqScanned
from mdfollow.sync.proof import ASTRAY, CHANGED

_NEW = re.compile(rb"<!-- (mf-[0-9a-z]+) -->")


def proof(page: LogseqScanned, edits: Sequence[Edit], new: bytes) -> str:
    """Why the result must not be written; empty when it is as it should be.

    Every line of hers stays what it is and in the block it was in, the page's properties stay,
    and every new task is one.
    """
    after = logseq.scan(Source(new))
    if trouble := moved(_tree(page.note), edits, _tree(after), len(page.note.kinds)):
        return trouble
    if _properties(page.note) != _properties(after):
        return CHANGED
    tasks = {task.id for block in after.blocks if (task := task_of(after, block))}
    added = {found.decode() for edit in edits for found in _NEW.findall(edit.new)}
    return "" if added <= tasks else ASTRAY


def _tree(note: LogseqNote) -> Tree:
    spans = ((block.line, block.stop) for block in note.blocks)
    return Tree(note.source, note.kinds, nested(spans, len(note.kinds)))


def _properties(note: LogseqNote) -> list[tuple[str, str]]:
    return [(each.key.text, each.value.text) for each in note.properties]
