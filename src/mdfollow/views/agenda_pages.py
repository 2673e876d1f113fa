"""The agenda for a terminal and as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from mdfollow.record import dataclass
from mdfollow.views import days
from mdfollow.views.agenda import Agenda, Appointment, Rest, When
from mdfollow.views.agenda_words import (
    appointment_day,
    appointment_words,
    item_day,
    item_words,
    let_go_words,
    resting_words,
)
from mdfollow.views.paint import Paint
from mdfollow.views.shown import shown, shown_path

TITLES: Mapping[When, str] = {
    When.TODAY: "Today",
    When.STILL_GOOD: "Still good to do",
    When.NEXT: "The next seven days",
    When.LATER: "Later",
}
LET_GO = "Their time has passed"
NOTHING = "Nothing is due. Enjoy the day."
NARROW = 60
"""Columns below which the day stands on a line of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page: when, what, where, and what to think about beforehand."""

    day: str
    words: str
    path: str
    number: int | None = None
    asks: tuple[str, ...] = ()


def parts(agenda: Agenda, today: date, *, everything: bool) -> Iterator[tuple[str, list[Line]]]:
    """The parts that have lines, with their titles; `everything` adds what is later or let go."""
    for when, title in TITLES.items():
        dated = [*_appointments(agenda, when, today), *_offers(agenda, when, today)]
        for item in agenda.items:
            if item.when is when:
                said = Line(
                    item_day(item, today), item_words(item), item.path, item.step.line, item.asks
                )
                dated.append((item.day, said))
        if when in {When.NEXT, When.LATER}:
            dated.sort(key=lambda row: row[0])
        lines = [line for _, line in dated]
        if lines and (everything or when is not When.LATER):
            yield title, lines
    if everything and agenda.let_go:
        gone = agenda.let_go
        yield (
            LET_GO,
            [
                Line(days.short(item.day, today), item.step.desired.words, item.path)
                for item in gone
            ],
        )


Dated = list[tuple[date, Line]]


def _appointments(agenda: Agenda, when: When, today: date) -> Dated:
    return [
        (each.interview.day, _about(appointment_day(each, today), appointment_words(each), each))
        for each in agenda.appointments
        if each.when is when
    ]


def _offers(agenda: Agenda, when: When, today: date) -> Dated:
    if when is not When.TODAY:
        return []
    return [
        (today, _about("offer", f"{rest.interview.company}: {rest.sentence}", rest))
        for rest in agenda.offers
    ]


def _about(when: str, words: str, each: Appointment | Rest) -> Line:
    """A line about an interview; its number where that says more than the note."""
    number = each.interview.line if each.interview.line > 1 else None
    notes = each.notes if isinstance(each, Appointment) else ()
    return Line(when, words, each.path, number, notes)


def agenda_text(
    agenda: Agenda, today: date, paint: Paint, *, width: int = 0, everything: bool = False
) -> str:
    """For a terminal of `width` columns (0: no wrapping)."""
    found = list(parts(agenda, today, everything=everything))
    wide = max((len(line.day) for _, lines in found for line in lines), default=0)
    blocks: list[list[str]] = []
    if not any(title in {TITLES[When.TODAY], TITLES[When.STILL_GOOD]} for title, _ in found):
        blocks.append([NOTHING])
    for title, lines in found:
        rows = [row for line in lines for row in _rows(line, wide, width, paint)]
        strong = paint.bold + (paint.cyan if title == TITLES[When.TODAY] else "")
        blocks.append([paint.on(strong, title), *rows])
    foot = [resting_words(agenda), "" if everything else let_go_words(agenda)]
    blocks += [_folded(shown(text), width) for text in foot if text]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _folded(text: str, width: int) -> list[str]:
    from textwrap import wrap

    return wrap(text, width, break_long_words=False) if width else [text]


def _rows(line: Line, wide: int, width: int, paint: Paint) -> Iterator[str]:
    """One line, wrapped, its place last and shortened where it does not fit."""
    narrow = 0 < width < NARROW
    lead = "  " if narrow else f"  {line.day.ljust(wide)}  "
    hang = "    " if narrow else " " * len(lead)
    room = width - len(hang) if width else 0
    rows = _folded(shown(line.words), room)
    place = _place(line, room)
    if narrow:
        rows.append(f"{line.day}  {place}")
        fits = len(rows[-1]) <= room
        rows[-1:] = [f"{line.day}  {paint.on(paint.dim, place)}"] if fits else [line.day, place]
    elif width and len(rows[-1]) + 2 + len(place) > room:
        rows.append(paint.on(paint.dim, place))
    else:
        rows[-1] += f"  {paint.on(paint.dim, place)}"
    first, *rest = rows
    yield lead + first
    yield from (hang + row for row in rest)
    for question in line.asks:
        yield from (hang + row for row in _folded(shown(question), room))


def _place(line: Line, room: int) -> str:
    """`interviews/acme.md:18`, or `…/acme.md:18`, or the end of it."""
    number = f":{line.number}" if line.number else ""
    place = f"{shown_path(line.path)}{number}"
    limit = min(room, 30) if room else 0
    if not limit or len(place) <= limit:
        return place
    short = f"…/{shown_path(line.path).rpartition('/')[2]}{number}" if "/" in line.path else place
    return short if len(short) <= room else f"…{short[len(short) - room + 1 :]}"


def agenda_markdown(agenda: Agenda, today: date, *, everything: bool = False) -> str:
    """For a note: headings and plain list items with links, no tasks of their own."""
    return "\n".join(_markdown(agenda, today, everything=everything)) + "\n"


def _markdown(agenda: Agenda, today: date, *, everything: bool) -> Iterator[str]:
    yield f"# Agenda for {today.isoformat()}"
    found = list(parts(agenda, today, everything=everything))
    if not found:
        yield from ("", NOTHING)
    for title, lines in found:
        yield from ("", f"## {title}", "")
        for line in lines:
            yield f"- {_escaped(line.day)}: {_escaped(shown(line.words))} ({_link(line.path)})"
            yield from (f"    - {_escaped(shown(question))}" for question in line.asks)
    foot: Sequence[str] = [resting_words(agenda), "" if everything else let_go_words(agenda)]
    for text in filter(None, foot):
        yield from ("", _escaped(shown(text)) if "`" not in text else text)


def _link(path: str) -> str:
    from urllib.parse import quote

    name = path.rpartition("/")[2].rpartition(".")[0]
    return f"[{_escaped(shown_path(name))}]({quote(path, errors='surrogateescape')})"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|~$" else char for char in text)
