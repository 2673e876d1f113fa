"""Org timestamps and the planning line under a heading."""

import re
from datetime import date, time

from mdfollow.document.source import Source
from mdfollow.document.span import Part, part
from mdfollow.pattern import pattern
from mdfollow.record import dataclass

_ONE = r"[<\[](?P<{0}>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?P<{0}_rest>(?: [^\]>\r\n]{{0,200}})?)[>\]]"
_STAMP = pattern(_ONE.format("day") + "(?:--" + _ONE.format("last") + ")?")
_NAME = pattern(r" +([^\]+0-9>\r\n -]+)")
_CLOCK = pattern(
    r"(?<![0-9:])([0-9]{1,2}):([0-9]{2})(?:-([0-9]{1,2}):([0-9]{2}))?(?![0-9:])",
)
_REPEATER = pattern(r"(?<![^ ])(?:\+|\+\+|\.\+)[0-9]+[hdwmy](?:/[0-9]+[hdwmy])?(?![^ ])")
_WARNING = pattern(r"(?<![^ ])--?[0-9]+[hdwmy](?![^ ])")
_PLANNING = pattern(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):")
_ENTRY = pattern(r"\b(SCHEDULED|DEADLINE|CLOSED):(?= *[<\[])[ \t]*")


@dataclass(frozen=True, slots=True)
class Timestamp:
    """`<2026-11-03 Tue 10:00-11:00 +1w -2d>`, its range partner `--<…>` included in `whole`.

    `day` is None where the calendar has no such day; `start` and `end` are times of day, `last`
    the day of the range partner. `name` is the day's name in any language. `repeater` and
    `warning` are kept as typed, empty when there is none.
    """

    whole: Part
    active: bool
    day: date | None
    day_part: Part
    name: Part | None = None
    start: time | None = None
    end: time | None = None
    last: date | None = None
    repeater: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """`SCHEDULED: <…>`: the word without its colon, and the stamp (None: not readable)."""

    word: Part
    stamp: Timestamp | None


@dataclass(frozen=True, slots=True)
class Planning:
    """The line directly under a heading. Of two entries with one word the last counts, as in Org.

    `plain` is true when nothing but entries stands on the line.
    """

    line: int
    entries: tuple[Entry, ...]
    plain: bool = True

    def get(self, word: str) -> Timestamp | None:
        """The stamp of `SCHEDULED`, `DEADLINE` or `CLOSED`."""
        found = [entry.stamp for entry in self.entries if entry.word.text == word]
        return found[-1] if found else None

    @property
    def scheduled(self) -> Timestamp | None:
        """When she means to do it."""
        return self.get("SCHEDULED")

    @property
    def deadline(self) -> Timestamp | None:
        """By when."""
        return self.get("DEADLINE")

    @property
    def closed(self) -> Timestamp | None:
        """When it was ticked."""
        return self.get("CLOSED")


def timestamp(source: Source, line: int, column: int) -> Timestamp | None:
    """The stamp that begins at this place (both from 0), if one does."""
    found = _STAMP.match(source.texts[line], column)
    if found is None:
        return None
    name = _NAME.match(found["day_rest"])
    at = found.start("day_rest")
    clock = _CLOCK.search(found["day_rest"])
    until = _CLOCK.search(found["last_rest"] or "")
    whole = found["day_rest"] + " " + (found["last_rest"] or "")
    return Timestamp(
        whole=part(source, line, *found.span()),
        active=found[0].startswith("<"),
        day=_day(found["day"]),
        day_part=part(source, line, *found.span("day")),
        name=part(source, line, at + name.start(1), at + name.end(1)) if name else None,
        start=_time(clock, 1),
        end=_time(until, 1) if until else _time(clock, 3),
        last=_day(found["last"]) if found["last"] else None,
        repeater=_first(_REPEATER, whole),
        warning=_first(_WARNING, whole),
    )


def is_planning(text: str) -> bool:
    """Whether a line directly under a heading is its planning line."""
    return bool(_PLANNING.match(text))


def planning(source: Source, line: int) -> Planning:
    """The entries of a planning line."""
    text = source.texts[line]
    entries: list[Entry] = []
    rest, at = "", 0
    for found in _ENTRY.finditer(text):
        stamp = timestamp(source, line, found.end())
        entries.append(Entry(part(source, line, *found.span(1)), stamp))
        rest += text[at : found.start()]
        at = found.end() + (len(stamp.whole.text) if stamp else 0)
    rest += text[at:]
    return Planning(line, tuple(entries), not rest.strip(" \t"))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _time(found: re.Match[str] | None, group: int) -> time | None:
    if found is None or found[group] is None:
        return None
    hour, minute = int(found[group]), int(found[group + 1])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""
