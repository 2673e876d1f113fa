"""A bar for every application beneath the agenda of a terminal: what was, and what comes."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from mdfollow.record import dataclass
from mdfollow.views import days
from mdfollow.views.dashboard import Bar, Kind
from mdfollow.views.paint import Paint
from mdfollow.views.shown import shown
from mdfollow.views.text_table import cut, width

TITLE = "Where they stand"
BEHIND, BEFORE = 21, 42
"""Days shown before today and after it, as far as anything is there."""
LONGEST_NAME = 24
LEAST = 30
"""Columns without which no bar tells anything."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters of a bar."""

    moment: str = "●"
    wait: str = "─"
    check_in: str = "█"
    today: str = "│"
    today_waiting: str = "┼"


UNICODE, ASCII = Signs(), Signs("o", "-", "#", "|", "+")


@dataclass(frozen=True, slots=True)
class Track:
    """Days from `first` to `last` on so many `columns`."""

    first: date
    last: date
    columns: int

    def at(self, day: date) -> int:
        """The column of a day, at most one beyond either end."""
        column = (day - self.first).days * self.columns // ((self.last - self.first).days + 1)
        return max(-1, min(column, self.columns))


def timeline(
    bars: Sequence[Bar], today: date, columns: int, paint: Paint, signs: Signs = UNICODE
) -> list[str]:
    """The lines of the section, title and all; none where nothing is near or the room is short."""
    first, last = today - timedelta(BEHIND), today + timedelta(BEFORE)
    near = [bar for bar in bars if bar.start <= last and (bar.end or bar.start) >= first]
    names = [cut(shown(bar.company), LONGEST_NAME) for bar in near]
    lead = max(map(width, names), default=0) + 4
    if not near or columns - lead < LEAST:
        return []
    ends = [today, *(bar.start for bar in near), *(bar.end or bar.start for bar in near)]
    track = Track(max(first, min(ends)), min(last, max(ends)) + timedelta(1), columns - lead)
    rows = [paint.on(paint.bold, TITLE), paint.on(paint.dim, " " * lead + _axis(track, today))]
    for company, mine in groupby(near, key=lambda bar: bar.company):
        name = cut(shown(company), LONGEST_NAME)
        row = _row(list(mine), track, today, paint, signs)
        rows.append(f"  {name}{' ' * (lead - 2 - width(name))}{row}")
    return [*rows, paint.on(paint.dim, f"  {_legend(signs)}")]


def _legend(signs: Signs) -> str:
    words = {
        signs.moment: "interview",
        signs.wait: "until they decide",
        signs.check_in: "check in",
        signs.today: "today",
    }
    return "   ".join(f"{sign} {word}" for sign, word in words.items())


def _axis(track: Track, today: date) -> str:
    """The Mondays, as many as find room."""
    line = ""
    day = track.first + timedelta(-track.first.weekday() % 7)
    while day <= track.last:
        words = days.day_of_month(day)
        if len(line) <= track.at(day) <= track.columns - len(words):
            line = f"{line.ljust(track.at(day))}{words} "
        day += timedelta(7)
    return line.rstrip()


def _row(bars: Sequence[Bar], track: Track, today: date, paint: Paint, signs: Signs) -> str:
    cells = [(" ", "")] * track.columns
    look = {
        Kind.WAIT: (signs.wait, paint.cyan),
        Kind.CHECK_IN: (signs.check_in, paint.green),
        Kind.MOMENT: (signs.moment, paint.bold),
    }
    for kind in look:
        for bar in bars:
            if bar.kind is kind:
                for column in _columns(bar, track):
                    cells[column] = look[kind]
    at = track.at(today)
    if cells[at][0] in {" ", signs.wait}:
        sign = signs.today if cells[at][0] == " " else signs.today_waiting
        cells[at] = sign, paint.yellow
    starts = [bar.start for bar in bars if bar.kind is Kind.WAIT]
    for column in (track.at(day) for day in starts):
        if 0 <= column < track.columns:
            cells[column] = look[Kind.MOMENT]
    return "".join(_painted(cells, paint)).rstrip()


def _columns(bar: Bar, track: Track) -> range:
    start, end = track.at(bar.start), track.at(bar.end or bar.start)
    return range(max(start, 0), min(max(end, start + 1), track.columns))


def _painted(cells: Sequence[tuple[str, str]], paint: Paint) -> Iterator[str]:
    for code, group in groupby(cells, key=lambda cell: cell[1]):
        yield paint.on(code, "".join(sign for sign, _ in group))
