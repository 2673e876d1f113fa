"""Org tasks: a heading, its planning line, its property drawer.

Emacs adds to a task whenever she ticks, un-ticks, clocks or reschedules it: CLOSED, state notes,
LOGBOOK, tags aligned anew. That is read as what it says and counts as no edit of hers.
"""

import re
from collections.abc import Mapping
from datetime import date

from mdfollow.dialects import org_words
from mdfollow.dialects.base import Span, Symbols, TaskLine, Written
from mdfollow.document.org import Heading, OrgNote, scan
from mdfollow.document.org_drawer import Property
from mdfollow.document.org_stamp import Timestamp
from mdfollow.document.source import Source
from mdfollow.document.span import Part, part
from mdfollow.etiquette.model import Mark
from mdfollow.record import dataclass, field

ID_PROPERTY = "MDFOLLOW"
BASE_PROPERTY = "MDFOLLOW_BASE"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WARNING = "-1d"
"""Org's agenda announces a deadline two weeks ahead unless told otherwise."""
_ID = re.compile(r"mf-[0-9a-z]{6,8}\Z")
_STRAY = re.compile(r"[ \t]*:MDFOLLOW(?:_BASE)?:[ \t]")
_OURS = frozenset({ID_PROPERTY, BASE_PROPERTY})
_OF_EMACS = frozenset({"LAST_REPEAT"})
_WORD = re.compile(r"([A-Z][A-Z-]+)[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class OrgTask:
    """One task of ours as a heading says it; `line` counts from 0.

    `days` holds the places of `YYYY-MM-DD Day` of `start` and `due`. `extra` and `plain` as in
    `TaskLine`; `base` is what we last wrote of it, None where that property is gone. The body,
    Emacs' own records left out, begins at line `body`; `recorded` says that there are records.
    """

    heading: Heading
    id: str
    words: Part
    mark: Mark
    start: date | None
    due: date | None
    made: date | None
    extra: bool
    plain: bool
    body: int
    recorded: bool
    base: Part | None = None
    days: Mapping[str, Part] = field(default_factory=dict)

    @property
    def line(self) -> int:
        """The heading's line."""
        return self.heading.line


@dataclass(frozen=True, slots=True)
class Org:
    """Org as a row of the table of dialects: one task a text of several lines."""

    name: str = "org"

    def render(self, task: Written, symbols: Symbols) -> str:
        """A heading of level one with what belongs to it."""
        return "\n".join(lines(task, 1, "TODO"))

    def scan(self, text: str, symbols: Symbols) -> TaskLine | None:
        """The task in a text that begins with its heading; places are characters of the text."""
        source = Source(text.encode())
        note = scan(source)
        task = task_of(note, note.headings[0]) if note.headings else None
        if task is None:
            return None
        return TaskLine(
            id=task.id,
            words=task.words.text,
            mark=task.mark,
            start=task.start,
            due=task.due,
            made=task.made,
            extra=task.extra,
            plain=task.plain,
            indent=task.heading.headline.level,
            words_span=_characters(source, task.words),
            date_spans={name: _characters(source, day) for name, day in task.days.items()},
        )


def _characters(source: Source, found: Part) -> Span:
    start = len(source.data[: found.span.start].decode())
    return Span(start, start + len(found.text))


def stamp_of(day: date) -> str:
    """`2026-11-10 Tue`: in English on every machine, whatever its language."""
    return f"{day} {DAYS[day.weekday()]}"


def lines(task: Written, level: int, word: str, base: str = "") -> list[str]:
    """A task as written: heading, planning line, drawer, in the only order Org reads."""
    start, due = stamp_of(task.start), stamp_of(task.due)
    drawer = [f":{ID_PROPERTY}: {task.id}", *([f":{BASE_PROPERTY}: {base}"] if base else [])]
    return [
        f"{'*' * level} {word} {task.words}",
        f"SCHEDULED: <{start}> DEADLINE: <{due} {WARNING}>",
        *(":PROPERTIES:", *drawer, ":END:"),
    ]


def task_of(note: OrgNote, heading: Heading) -> OrgTask | None:
    """The task a heading is, if it carries an id of ours."""
    task_id = _id(note, heading)
    if task_id is None:
        return None
    headline, plan = heading.headline, heading.planning
    word, words = _word(note, heading)
    start, due = (plan.scheduled, plan.deadline) if plan else (None, None)
    mark = _mark(note, heading, word)
    base = _property(heading, BASE_PROPERTY)
    body, recorded = _body(note, heading)
    added = headline.tags_part or headline.priority or headline.commented or not word
    written = _as_written(start, "") and _as_written(due, WARNING)
    dated = plan is not None and not (plan.plain and written)
    closed = plan is not None and plan.closed is not None
    properties = heading.drawer.properties if heading.drawer else ()
    kept = any(p.key.text.upper() not in _OURS | _OF_EMACS for p in properties)
    return OrgTask(
        heading=heading,
        id=task_id,
        words=words,
        mark=mark,
        start=start.day if start else None,
        due=due.day if due else None,
        made=_made(note, heading) if mark is Mark.DONE else None,
        extra=bool(added) or dated or kept,
        plain=_is_plain(note, heading) and not recorded and not closed,
        body=body,
        recorded=recorded,
        base=base.value if base else None,
        days={name: _day(note, at) for name, at in (("start", start), ("due", due)) if at},
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


def _day(note: OrgNote, stamp: Timestamp) -> Part:
    day, name = stamp.day_part, stamp.name
    end = name.column + len(name.text) if name else day.column + len(day.text)
    return part(note.source, day.line, day.column, end)


def _body(note: OrgNote, heading: Heading) -> tuple[int, bool]:
    """The line behind Emacs' own records (from 0), and whether there are any."""
    drawers = {each.first: each for each in note.drawers if each.name.text.upper() == "LOGBOOK"}
    states = {state.line for state in note.states(heading)}
    line, behind = heading.body, heading.body
    while line < heading.body_stop:
        if line in drawers:
            line = behind = drawers[line].last + 1
        elif line in states:
            line = behind = line + 1
        elif not note.source.texts[line].strip(" \t"):
            line += 1
        else:
            break
    return behind, behind > heading.body
