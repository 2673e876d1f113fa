"""Org tasks: a heading, its planning line, its property drawer.

Emacs adds to a task whenever she ticks, un-ticks, clocks or reschedules it: CLOSED, state notes,
LOGBOOK, tags aligned anew. That is read as what it says and counts as no edit of hers.
"""

from datetime import date

from mdfollow.dialects import org_words
from mdfollow.dialects.base import Symbols, Written
from mdfollow.dialects.codec import Task
from mdfollow.dialects.stamps import day_of, stamp_of
from mdfollow.document.org import Heading, OrgNote
from mdfollow.document.org_drawer import Property
from mdfollow.document.org_stamp import Timestamp
from mdfollow.document.span import Part, part
from mdfollow.etiquette.model import Mark
from mdfollow.pattern import pattern

ID_PROPERTY = "MDFOLLOW"
BASE_PROPERTY = "MDFOLLOW_BASE"
WARNING = "-1d"
"""Org's agenda announces a deadline two weeks ahead unless told otherwise."""
_ID = pattern(r"mf-[0-9a-z]{6,8}\Z")
_STRAY = pattern(r"[ \t]*:MDFOLLOW(?:_BASE)?:[ \t]")
_OURS = frozenset({ID_PROPERTY, BASE_PROPERTY})
_OF_EMACS = frozenset({"LAST_REPEAT", "ID", "CREATED"})
"""Properties that Emacs and its packages write: no edit, but such a task is never taken out."""
_RECORD = pattern(
    r'[ \t]*(?:- (?:State +"|Refiled on |Rescheduled from |New deadline from |Removed deadline'
    r"|Not scheduled, was )|CLOCK:)"
)
"""What Org notes of a change, below the planning line or in a drawer."""
_HER_NOTE = pattern(r"[ \t]*- (?:Note taken on |CLOSING NOTE )")
_WORD = pattern(r"([A-Z][A-Z-]+)[ \t]+(?=\S)")


def lines(task: Written, symbols: Symbols, fields: str = "") -> list[str]:
    """A task as written: heading, planning line, drawer, in the only order Org reads."""
    start, due = stamp_of(task.start), stamp_of(task.due)
    memory = [f":{BASE_PROPERTY}: {task.memory}"] if task.memory else []
    return [
        f"{task.lead or '*'} {symbols.word} {task.words}",
        f"SCHEDULED: <{start}> DEADLINE: <{due} {WARNING}>",
        *(":PROPERTIES:", f":{ID_PROPERTY}: {task.id}", *memory, ":END:"),
    ]


def task_of(note: OrgNote, heading: Heading) -> Task | None:
    """The task a heading is, if it carries an id of ours."""
    task_id = _id(note, heading)
    if task_id is None:
        return None
    headline, plan = heading.headline, heading.planning
    word, words = _word(note, heading)
    start, due = (plan.scheduled, plan.deadline) if plan else (None, None)
    dates = {"start": start, "due": due}
    mark = _mark(note, heading, word)
    base = _property(heading, BASE_PROPERTY)
    body, recorded = _body(note, heading)
    added = headline.tags_part or headline.priority or headline.commented or not word
    written = _as_written(start, "") and _as_written(due, WARNING)
    dated = plan is not None and not (plan.plain and written)
    closed = plan is not None and plan.closed is not None
    properties = heading.drawer.properties if heading.drawer else ()
    kept = any(p.key.text.upper() not in _OURS | _OF_EMACS for p in properties)
    kept = kept or _has_notes(note, heading)
    booked = any(p.key.text.upper() in _OF_EMACS for p in properties)
    return Task(
        id=task_id,
        node=heading,
        words=words,
        mark=mark,
        start=start.day if start else None,
        due=due.day if due else None,
        made=_made(note, heading) if mark is Mark.DONE else None,
        extra=bool(added) or dated or kept,
        plain=_is_plain(note, heading) and not recorded and not closed and not booked,
        body=body,
        lead="*" * heading.level,
        memory=base.value if base else None,
        days={name: day_of(note.source, at) for name, at in dates.items() if at},
    )


def _id(note: OrgNote, heading: Heading) -> str | None:
    named = (_property(heading, name) for name in (ID_PROPERTY, "ID"))
    found = next((p.value.text for p in named if p and _ID.match(p.value.text)), None)
    if found or heading.drawer:
        return found
    # A merge may take the last line of a drawer: the task is known, and hers.
    texts = (note.source.texts[line] for line in stray(note, heading))
    words = (text.split(":")[-1].strip() for text in texts)
    return next((word for word in words if _ID.match(word)), None)


def stray(note: OrgNote, heading: Heading) -> list[int]:
    """Lines (from 0) under a heading without a drawer that belong into one of ours."""
    lines = range(heading.line + 1, heading.body_stop)
    texts = note.source.texts
    return [n for n in lines if ":MDFOLLOW" in texts[n] and _STRAY.match(texts[n])]


def _property(heading: Heading, name: str) -> Property | None:
    return heading.drawer.get(name) if heading.drawer else None


def _word(note: OrgNote, heading: Heading) -> tuple[str, Part]:
    """The state's word and the words behind it; words of her own Emacs settings count, too."""
    headline = heading.headline
    title = headline.title
    if headline.keyword is not None:
        return headline.keyword.text, title
    found = _WORD.match(title.text)
    if found is None or not org_words.is_known(found[1]):
        return "", title
    start = title.column + found.end()
    return found[1], part(note.source, title.line, start, title.column + len(title.text))


def _mark(note: OrgNote, heading: Heading, word: str) -> Mark:
    known = heading.headline.keyword is not None
    done = heading.headline.done if known else word in org_words.DONE
    if _is_called_off(note, word) and (done or not known):
        return Mark.CANCELLED
    if done or _repeated(heading):
        return Mark.DONE
    return Mark.OPEN


def _is_called_off(note: OrgNote, word: str) -> bool:
    """By what the word says; of words nobody knows the last on its line, as people write them."""
    by_place = word in note.words.last and not org_words.is_finished(word)
    return org_words.is_called_off(word) or by_place


def _is_plain(note: OrgNote, heading: Heading) -> bool:
    keyword = heading.headline.keyword
    return keyword is not None and keyword.text == note.words.written


def _repeated(heading: Heading) -> bool:
    """Whether she made it repeat and ticked it: Org opens such a task again at once."""
    plan = heading.planning
    stamps = (plan.scheduled, plan.deadline) if plan else ()
    repeats = any(stamp and stamp.repeater for stamp in stamps)
    return repeats and _property(heading, "LAST_REPEAT") is not None


def _made(note: OrgNote, heading: Heading) -> date | None:
    closed = heading.planning.closed if heading.planning else None
    if closed and closed.day:
        return closed.day
    done = {*note.words.done, *org_words.DONE}
    states = [state.stamp.day for state in note.states(heading) if state.after in done]
    return next(filter(None, states), None)


def _as_written(stamp: Timestamp | None, warning: str) -> bool:
    if stamp is None:
        return True
    more = stamp.start or stamp.last or stamp.repeater
    return stamp.active and not more and stamp.warning == warning


def _has_notes(note: OrgNote, heading: Heading) -> bool:
    """Whether she wrote a note with a change of state: that is hers."""
    lines = note.source.texts[heading.body : heading.body_stop]
    return any(map(_HER_NOTE.match, lines))


def _body(note: OrgNote, heading: Heading) -> tuple[int, bool]:
    """The line behind Emacs' own records (from 0), and whether there are any."""
    drawers = {each.first: each for each in note.drawers if each.name.text.upper() == "LOGBOOK"}
    texts = note.source.texts
    line, behind = heading.body, heading.body
    while line < heading.body_stop:
        if line in drawers:
            line = behind = drawers[line].last + 1
        elif _RECORD.match(texts[line]):
            line = behind = line + 1
        elif not texts[line].strip(" \t"):
            line += 1
        else:
            break
    return behind, behind > heading.body
