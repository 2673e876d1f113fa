"""Proof before write: a Logseq page must read as before plus our work (law 6)."""

import re
from collections.abc import Sequence

from mdfollow.dialects.logseq import task_of
from mdfollow.document import logseq
from mdfollow.document.edit import Edit
from mdfollow.document.logseq import Block, LogseqNote
from mdfollow.document.source import Source
from mdfollow.sync.logseq_scan import LogseqScanned
from mdfollow.sync.proof import ASTRAY, CHANGED, EDGES, kept
from mdfollow.sync.trace import OPENING

_NEW = re.compile(rb"<!-- (mf-[0-9a-z]+) -->")


def proof(page: LogseqScanned, edits: Sequence[Edit], new: bytes) -> str:
    """Why the result must not be written; empty when it is as it should be.

    Every line of hers stays what it is and in the block it was in, the page's properties stay,
    and every new task is one.
    """
    old, after = page.note, logseq.scan(Source(new))
    pairs = kept(old.source, edits, after.source)
    if pairs is None:
        return EDGES
    before, now = _chains(old), _chains(after)
    for line, there in pairs:
        if not old.source.texts[line].strip():
            continue
        if old.kinds[line] != after.kinds[there] or before[line] != now[there]:
            return CHANGED
    if [p.key.text for p in old.properties] != [p.key.text for p in after.properties]:
        return CHANGED
    tasks = {task.id for block in after.blocks if (task := task_of(after, block))}
    added = {found.decode() for edit in edits for found in _NEW.findall(edit.new)}
    return "" if added <= tasks else ASTRAY


def _chains(note: LogseqNote) -> list[tuple[str, ...]]:
    """For every line the blocks it stands in; ours by their ids, for their words may move."""
    names = [_name(note, block) for block in note.blocks]
    chains: list[tuple[str, ...]] = [()] * len(note.kinds)
    for block in note.blocks:
        over, index = [], block.parent
        while index is not None:
            over.append(names[index])
            index = note.blocks[index].parent
        own = [(names[block.index], *over)] * (block.body_stop - block.line)
        chains[block.line : block.body_stop] = own
    return chains


def _name(note: LogseqNote, block: Block) -> str:
    task = task_of(note, block)
    if task is not None:
        return task.id
    if any(comment.text.startswith(OPENING[4:]) for comment in block.comments):
        return "plan"
    return note.source.texts[block.line]
