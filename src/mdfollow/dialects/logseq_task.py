"""Logseq tasks: a block with a marker, its dates on lines of their own.

Logseq keeps its own records in the block (`:LOGBOOK:`, `collapsed::`): no edits of hers.
"""

from datetime import date

from mdfollow.dialects.base import Symbols, Written
from mdfollow.dialects.checkbox import ID
from mdfollow.dialects.codec import Task
from mdfollow.dialects.stamps import day_of, stamp_of
from mdfollow.document.logseq import Block, LogseqNote
from mdfollow.document.logseq_lines import LogseqKind, MarkerKind
from mdfollow.document.org_stamp import Timestamp
from mdfollow.document.span import Part, part, trimmed
from mdfollow.etiquette.model import Mark
from mdfollow.pattern import pattern

BODY = "  "
"""How much deeper than its bullet the text of a block stands."""
_CARRIER = pattern(
    rf"<!-- *({ID}) *-->|🆔\ufe0f? *({ID})(?![\w-])|[\[(]id:: *({ID}) *[\])]|\^({ID})(?![\w-])"
)
_TAG = pattern(r"(?:^|\s)#[^\s#]|\[\[")
_WRITTEN = frozenset({"TODO", "LATER"})
_OF_LOGSEQ = frozenset({"id", "collapsed", "created-at", "updated-at"})
"""Properties that Logseq writes by itself: no edit, but a block with any is never taken out."""
_DATED = ("SCHEDULED", "DEADLINE")
_TEXTS = frozenset({LogseqKind.TEXT, LogseqKind.FENCE, LogseqKind.COMMENT})
_MARKS = {
    MarkerKind.OPEN: Mark.OPEN,
    MarkerKind.DONE: Mark.DONE,
    MarkerKind.CANCELLED: Mark.CANCELLED,
}


def lines(task: Written, symbols: Symbols, fields: str = "") -> list[str]:
    """A task as written; Logseq reads dates only with their weekdays."""
    return [
        f"{task.lead}- {symbols.word} {task.words} <!-- {task.id} -->",
        f"{task.lead}{BODY}SCHEDULED: <{stamp_of(task.start)}>",
        f"{task.lead}{BODY}DEADLINE: <{stamp_of(task.due)}>",
    ]


def task_of(note: LogseqNote, block: Block) -> Task | None:
    """The task a block is, if it carries an id of ours."""
    title = block.bullet.title
    found = _CARRIER.search(title.text)
    if found is None:
        return None
    start, end = title.column + found.start(), title.column + found.end()
    words = trimmed(note.source, block.line, title.column, start)
    rest = trimmed(note.source, block.line, end, title.column + len(title.text))
    if not words.text:
        words, rest = rest, words
    before = note.source.texts[block.line][:start]
    stamps = {"start": block.date("SCHEDULED"), "due": block.date("DEADLINE")}
    mark = _mark(note, block)
    recorded = _records(note, block)
    kept = any(p.key.text != "collapsed" for p in block.properties)
    marker = block.bullet.marker
    carrier = part(note.source, block.line, len(before.rstrip(" \t")), end)
    return Task(
        id=next(filter(None, found.groups())),
        node=block,
        words=words,
        mark=mark,
        start=stamps["start"].day if stamps["start"] else None,
        due=stamps["due"].day if stamps["due"] else None,
        made=_made(note, block) if mark is Mark.DONE else None,
        extra=bool(rest.text) or _is_hers(note, block, words),
        plain=marker is not None and marker.text in _WRITTEN and not recorded and not kept,
        body=block.body,
        lead=block.bullet.indent,
        carrier=lambda: (carrier.span,),
        days={name: day_of(note.source, stamp) for name, stamp in stamps.items() if stamp},
    )


def _mark(note: LogseqNote, block: Block) -> Mark:
    """The marker says it; but a task made to repeat is opened again as soon as it is ticked."""
    mark = _MARKS[block.bullet.mark] if block.bullet.mark else Mark.OPEN
    stamps = [entry.stamp for plan in block.planning for entry in plan.entries]
    repeats = any(stamp and stamp.repeater for stamp in stamps)
    ticked = any(state.after == "DONE" for state in note.states(block))
    return Mark.DONE if mark is Mark.OPEN and repeats and ticked else mark


def _is_hers(note: LogseqNote, block: Block, words: Part) -> bool:
    """Whether something of hers stands on the block besides words and dates."""
    if block.bullet.marker is None or block.bullet.priority or _TAG.search(words.text):
        return True
    if any(p.key.text not in _OF_LOGSEQ for p in block.properties):
        return True
    if not all(plan.plain for plan in block.planning):
        return True
    stamps = [entry.stamp for plan in block.planning for entry in plan.entries]
    if any(stamp is None or _more(stamp) for stamp in stamps) or len(stamps) > len(_DATED):
        return True
    kinds = note.kinds[block.line + 1 : block.body_stop]
    return any(kind in _TEXTS for kind in kinds)


def _more(stamp: Timestamp) -> bool:
    return bool(stamp.start or stamp.last or stamp.repeater or stamp.warning) or not stamp.active


def _records(note: LogseqNote, block: Block) -> bool:
    return LogseqKind.DRAWER in note.kinds[block.line + 1 : block.body_stop]


def _made(note: LogseqNote, block: Block) -> date | None:
    """When the clock stopped last; Logseq notes nothing else of a tick."""
    states = [state.stamp.day for state in note.states(block) if state.after == "DONE"]
    clocks = [stamp.last or stamp.day for stamp in note.clocks(block)]
    return max(filter(None, (*states, *clocks)), default=None)
