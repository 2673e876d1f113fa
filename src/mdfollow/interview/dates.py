"""Dates and times as people write them: a small strict grammar that never guesses.

Every shape has one reading or is refused. The date is the one written: offsets and `Z` are
accepted and ignored, nothing is converted to the machine's zone.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache

from mdfollow.interview.codes import DATE, TWO_READINGS

FIRST_YEAR, LAST_YEAR = 1990, 2100

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("mon", "monday"),
            ("tue", "tues", "tuesday"),
            ("wed", "weds", "wednesday"),
            ("thu", "thur", "thurs", "thursday"),
            ("fri", "friday"),
            ("sat", "saturday"),
            ("sun", "sunday"),
        )
    )
    for name in names
}
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as read: either `day`, or `fault` with its `code` and `way_out`.

    `odd` is set when the weekday written beside the date is another one.
    """

    day: date | None = None
    clock: time | None = None
    fault: str = ""
    way_out: str = ""
    code: str = DATE
    odd: str = ""


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_WD, _MON = _one_of(WEEKDAYS), _one_of(MONTHS)
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_ZONE = r"(?:z|utc|gmt|[+-]\d{2}:?\d{2}|[a-z]{2,4}t)"


@cache
def _cores() -> tuple[re.Pattern[str], ...]:
    """The shapes of one date; made at first use, since most runs read none but ISO dates."""
    return tuple(
        re.compile(
            rf"(?:(?P<before>{_WD})\.?,?\s+)?{core}(?:,?\s+\(?(?P<after>{_WD})\.?\)?)?"
            rf"(?:(?:t|,?\s+(?:at\s+|@\s*)?)(?P<clock>\d.*|noon))?\Z"
        )
        for core in (
            r"(?P<year>\d{4,5})(?P<sep>[-/])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
            r"(?P<one>\d{1,2})(?P<sep>[-/.])(?P<two>\d{1,2})(?:(?P=sep)(?P<year>\d{4}))?",
            rf"(?P<name>{_MON})\.?\s+(?P<day>\d{{1,2}}){_TH}(?:,?\s+{_YEAR})?",
            rf"(?:the\s+)?(?P<day>\d{{1,2}})(?:{_TH}|\.)(?:\s+of)?\s+(?P<name>{_MON})\.?(?:,?\s+{_YEAR})?",
        )
    )


_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?"
)
_CLOCK_REST = re.compile(
    rf"\s*(?:(?:-|to)\s*\d{{1,2}}(?:[:.h]\d{{2}})?\s*(?:[ap]\.?m\.?)?)?\s*{_ZONE}?\Z"
)
_OFFSET = re.compile(r"[+-](\d{2}):?(\d{2})\Z")
_RANGE = re.compile(
    r"(.+?)\s*(?:\.\.+|--|\s-\s|\s(?:to|until|till|through|and)\s|/(?=\d{4}-))\s*(.+)\Z"
)
_DAYS = re.compile(rf"(?<![\d/-])\d{{1,2}}{_TH}\s*-\s*(?=\d{{1,2}}{_TH}\b(?![-/:]))")
_LINK = re.compile(r"\[\[(?:[^\]|]*/)?([^\]|/]+)(?:\|[^\]]*)?\]\]")
_ORG = re.compile(r"[<\[](\d{4}-\d\d-\d\d[^>\]]*)[>\]]")
_REPEAT = re.compile(r"\s+(?:[.+]?\+|--?)\d+[hdwmy]\b")


def read_date(text: str, order: str = "", after: date | None = None) -> Moment:
    """Read one date, with its time of day when there is one.

    `order` is `dmy`, `mdy` or empty and decides 03/11/2026, which is refused without it. A range
    counts as its last day. `after` is the day from which a date without a year is looked for
    (the first one later than it); without it such a date is refused.
    """
    plain = _plain(text)
    single = _single(plain, text, order, after)
    if single is not None:
        return single
    ends = _RANGE.match(plain)
    if ends:
        last = _single(ends[2].strip(), text, order, after)
        first = _single(ends[1].strip(), text, order, last.day if last else None)
        if first and last and last.day:
            return last
        if first and last:
            return last
    return _not_a_date(text)


def read_time(text: str) -> time | None:
    """Read `15:15`, `3:15 pm`, `10:00-11:00` (its start) or `noon`; None when it is none."""
    plain = " ".join(text.lower().replace("–", "-").split())
    if plain == "noon":
        return time(12)
    found = _CLOCK.match(plain)
    if not found or not (found["minute"] or found["half"]):
        return None
    rest = plain[found.end() :]
    if not _CLOCK_REST.match(rest) or not _offset_fits(rest):
        return None
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"][0] == "p" else 0)
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        return None


def _offset_fits(rest: str) -> bool:
    offset = _OFFSET.search(rest)
    return offset is None or (int(offset[1]) <= 15 and int(offset[2]) < 60)


def _plain(text: str) -> str:
    text = _LINK.sub(r"\1", text.strip())
    text = _REPEAT.sub("", _ORG.sub(r"\1", text))
    text = text.lower().replace("–", "-").replace("—", "-")
    return (
        _DAYS.sub("", " ".join(text.split())) if re.search(_MON, text) else " ".join(text.split())
    )


def _single(plain: str, typed: str, order: str, after: date | None) -> Moment | None:
    for core in _cores():
        found = core.match(plain)
        if found:
            return _day(found.groupdict(), typed, order, after)
    return None


def _day(found: dict[str, str | None], typed: str, order: str, after: date | None) -> Moment:
    clock = read_time(found["clock"]) if found["clock"] else None
    if found["clock"] and clock is None:
        return _not_a_date(typed)
    if not found["year"] and after is None:
        return Moment(fault=f"'{typed}' has no year", way_out="add the year, as in 2026-11-03")
    years = [int(found["year"])] if found["year"] else [after.year, after.year + 1] if after else []
    if found["year"] and not FIRST_YEAR <= years[0] <= LAST_YEAR:
        sentence = f"'{typed}' is not between {FIRST_YEAR} and {LAST_YEAR}"
        return Moment(fault=sentence, way_out="check the year")
    days = _candidates(found, years, None if found["year"] else after)
    written = found["before"] or found["after"]
    weekday = WEEKDAYS[written] if written else None
    return replace(_choose(days, typed, order, weekday), clock=clock)


def _candidates(
    found: dict[str, str | None], years: list[int], after: date | None
) -> dict[str, date]:
    """The possible days, keyed by the order they need (`""` when there is no choice)."""
    if found.get("one"):
        one, two = int(found["one"] or 0), int(found["two"] or 0)
        pairs = {"dmy": (two, one), "mdy": (one, two)}
    else:
        month = MONTHS[found["name"] or ""] if found.get("name") else int(found["month"] or 0)
        pairs = {"": (month, int(found["day"] or 0))}
    days: dict[str, date] = {}
    for key, (month, day) in pairs.items():
        for year in years:
            try:
                candidate = date(year, month, day)
            except ValueError:
                continue
            if after is None or candidate > after:
                days.setdefault(key, candidate)
    return days


def _choose(days: dict[str, date], typed: str, order: str, weekday: int | None) -> Moment:
    if not days:
        return _not_a_date(typed)
    if len(set(days.values())) > 1 and weekday is not None:
        days = {k: d for k, d in days.items() if d.weekday() == weekday} or days
    if len(set(days.values())) > 1 and order in days:
        days = {order: days[order]}
    if len(set(days.values())) > 1:
        first, second = (f"{d.day} {MONTH_NAMES[d.month - 1]}" for d in days.values())
        one, two = (d.isoformat() for d in days.values())
        sentence = f"'{typed}' can be {first} or {second}"
        return Moment(fault=sentence, way_out=f"write {one} or {two}", code=TWO_READINGS)
    day = next(iter(days.values()))
    odd = ""
    if weekday is not None and day.weekday() != weekday:
        odd = f"{day.isoformat()} is a {DAY_NAMES[day.weekday()]}"
    return Moment(day, odd=odd)


def _not_a_date(typed: str) -> Moment:
    return Moment(fault=f"'{typed}' is not a date", way_out="write it like 2026-11-03")
