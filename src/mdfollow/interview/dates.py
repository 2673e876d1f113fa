"""Dates as people write them: a small strict grammar that never guesses.

Every shape has one reading or is refused. The date is the one written: offsets, zones and `Z` are
accepted, nothing is converted to the machine's zone.
"""

import re
from datetime import date, time

from mdfollow.interview.clock import read_clock
from mdfollow.interview.codes import DATE, TWO_READINGS
from mdfollow.interview.tables.calendar import DAY_NAMES, MONTH_NAMES, MONTHS, WEEKDAYS
from mdfollow.interview.texts import brief
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, replace

FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as read: either `day`, or `fault` with its `code` and `way_out`.

    `odd` is set when the weekday written beside the date is another one. `zone` is the IANA zone
    written behind the time, `remark` what she added ("rescheduled").
    """

    day: date | None = None
    clock: time | None = None
    fault: str = ""
    way_out: str = ""
    code: str = DATE
    odd: str = ""
    zone: str = ""
    remark: str = ""


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_WD, _MON = _one_of(WEEKDAYS), _one_of(MONTHS)
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_SHAPES = (
    r"(?P<year>\d{4,5})(?P<sep>[-/._])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
    r"(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)",
    r"(?P<year>\d{4})-?w(?P<week>\d{2})-?(?P<weekday>[1-7])",
    r"(?P<one>\d{1,2})(?P<sep>[-/.])(?P<two>\d{1,2})(?:(?P=sep)(?P<year>\d{4}))?",
    rf"(?P<name>{_MON})\.?[\s-]+(?:the\s+)?(?P<day>\d{{1,2}}){_TH}(?:(?:,?\s+|-){_YEAR})?",
    (
        rf"(?:the\s+)?(?P<day>\d{{1,2}})(?:{_TH}|\.)(?:\s+(?:of|de)|[-/])?\s*(?P<name>{_MON})\.?"
        rf"(?:(?:,?\s+(?:de\s+)?|[-/]){_YEAR})?"
    ),
    rf"(?P<year>\d{{4}})[-\s](?P<name>{_MON})\.?[-\s](?P<day>\d{{1,2}})",
)


_CORES = tuple(
    pattern(
        rf"(?:(?P<before>{_WD})\.?,?\s+(?:the\s+)?)?{core}(?![\d])"
        rf"(?:,?\s+\(?(?P<after>{_WD})\b\.?\)?)?(?P<tail>.*)\Z",
        re.IGNORECASE,
    )
    for core in _SHAPES
)
"""The shapes of one date; compiled one by one, since most runs read few but ISO dates."""


_LISTED = pattern(r"[;\n,]|\s(?:and|&)\s")
_RANGE = pattern(
    r"(.+?)\s*(?:\.\.+|--|→|->|\s-\s|\s(?:to|until|till|through|and|&)\s|/(?=\d{4}-))\s*(.+)\Z",
    re.IGNORECASE,
)
_SHORT_RANGE = pattern(r"(\d{4}-\d\d-)\d\d\s*(?:-|/|\.\.+|to)\s*(\d\d)\Z")
_DAYS = pattern(rf"(?<![\d/-])\d{{1,2}}{_TH}\s*(?:-|to)\s*(?=\d{{1,2}}{_TH}\b(?![-/:]))", re.I)
_WIKI = pattern(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")
_MARKDOWN = pattern(r"\[([^\[\]]+)\]\(<?([^()<>]*)>?\)")
_ORG = pattern(r"[<\[](\d{4}-\d\d-\d\d)(?:\s+([^\W\d][^\s\d>\]]*))?([^<>\[\]]*)[>\]]")
_REPEAT = pattern(r"\s+(?:[.+]?\+|--?)\d+[hdwmy]\b")
_IN_PATH = pattern(r"(?:.*/)?(\d{4})[-/_.](\d\d)[-/_.](\d\d)\Z")
_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"\u00a0": " ", "\u202f": " "})
_QUOTES = "\"'“”„‟‘’‚«»‹›"
_AT = pattern(r"(?:t(?=\d)|,?\s*(?:\bat\s+|@\s*|\bum\s+)?|\s-\s)", re.IGNORECASE)
_NO_REMARK = pattern(r"(?:to|until|till|through|and|or|und|oder|bis|&|/|\+)(?![^\W_])", re.I)
_BEFORE = pattern(
    r"(?:(?:was|originally|first|moved|rescheduled|changed|postponed)\b\s*)*"
    r"(?:from|was|originally|instead of|not)\b", re.I)  # fmt: skip
_DATED = pattern(rf"\d{{1,4}}[-/.]\d{{1,2}}\b|\b(?:{_MON})\.?\s*\d|\d\.?\s*(?:{_MON})\b", re.I)


def iso(text: str) -> date | None:
    """The day of a text that is an ISO date and nothing else; no expression is needed for it."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def within_a_year(found: date, day: date) -> bool:
    """Whether a day is none before `day` and none more than a year after it."""
    latest = (day.year + 1, day.month, day.day)
    return day <= found and (found.year, found.month, found.day) <= latest


def read_date(text: str, order: str = "", after: date | None = None) -> Moment:
    """Read one date, with its time of day when there is one.

    `order` is `dmy`, `mdy` or empty and decides 03/11/2026, which is refused without it. A range
    counts as its last day. `after` is the day from which a date without a year is looked for
    (the first one later than it); without it such a date is refused.
    """
    if whole := iso(text):
        return Moment(whole)
    plain = _plain(text).removeprefix("from ")
    single = _single(plain, text, order, after)
    if single is not None:
        return single
    ends = _RANGE.match(plain)
    if ends:
        last = _single(ends[2].strip(), text, order, after)
        first = _single(ends[1].strip(), text, order, last.day if last else None)
        if first and last:
            return last
    return _not_a_date(text)


def read_days(text: str, order: str = "") -> tuple[Moment, ...]:
    """Every date of a text that lists whole dates with `,`, `;`, "and" or `&`; else the one."""
    if whole := iso(text):
        return (Moment(whole),)
    parts = [part for each in _LISTED.split(text) if (part := each.strip())]
    if len(parts) > 1 and all(re.search(r"\d{4}", part) for part in parts):
        moments = tuple(read_date(part, order) for part in parts)
        if all(moment.day for moment in moments):
            return moments
    return (read_date(text, order),)


def _plain(text: str) -> str:
    """The text without links, stamps, quotes and typographic signs."""
    text = " ".join(text.translate(_SIGNS).strip(_QUOTES + " \t\r\n").split())
    if "[" in text or "<" in text:
        text = _WIKI.sub(lambda found: _dated(found[1], found[2] or ""), text)
        text = _MARKDOWN.sub(lambda found: _dated(found[2], found[1]), text)
        text = _REPEAT.sub("", _ORG.sub(_stamp, text))
    found = _SHORT_RANGE.match(text)
    if found:
        return f"{found[1]}{found[2]}"
    return _DAYS.sub("", text) if re.search(_MON, text, re.IGNORECASE) else text


def _dated(target: str, shown: str) -> str:
    """The date a link stands for: what it points at where that is a date, else what it shows."""
    path = target.strip().removesuffix(".md").removesuffix(".org")
    found = _IN_PATH.match(path)
    if found:
        return "-".join(found.groups())
    last = path.rpartition("/")[2]
    dates = re.findall(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)", last)
    if len(dates) == 1 and not last.startswith(dates[0]):
        return str(dates[0])
    return last if re.search(r"\d", last) or not shown.strip() else shown.strip()


def _stamp(found: re.Match[str]) -> str:
    """An Org stamp; a day's name in a language we do not know is only decoration."""
    name = found[2] or ""
    known = name.lower().rstrip(".") in WEEKDAYS
    return f"{found[1]} {name if known else ''}{found[3]}"


def _single(plain: str, typed: str, order: str, after: date | None) -> Moment | None:
    for core in _CORES:
        found = core.match(plain)
        if found:
            moment = _day(found.groupdict(), typed, order, after)
            if moment is not None:
                return moment
    return None


def _day(found: dict[str, str | None], typed: str, order: str, after: date | None) -> Moment | None:
    """The date of a match; None when what stands behind it makes it no single date."""
    tail = _tail(found["tail"] or "", with_words=bool(found["year"]))
    if tail is None:
        return None
    if not found["year"] and after is None:
        return Moment(
            fault=f"'{brief(typed)}' has no year", way_out="add the year, as in 2026-11-03"
        )
    years = [int(found["year"])] if found["year"] else [after.year, after.year + 1] if after else []
    if found["year"] and not FIRST_YEAR <= years[0] <= LAST_YEAR:
        sentence = f"'{brief(typed)}' is not between {FIRST_YEAR} and {LAST_YEAR}"
        return Moment(fault=sentence, way_out="check the year")
    days = _candidates(found, years, None if found["year"] else after)
    written = found["before"] or found["after"]
    weekday = WEEKDAYS[written.lower()] if written else None
    chosen = _choose(days, typed, order, weekday)
    if chosen.day is None:
        return chosen
    return replace(chosen, clock=tail.clock, zone=tail.zone, remark=tail.remark)


def _tail(text: str, *, with_words: bool) -> Moment | None:
    """Time, zone and remark behind a date, or None when another date or half a range is there."""
    begin = _AT.match(text)
    place = begin.end() if begin else 0
    compact = text[:1] in ("t", "T")
    clock = read_clock(text[place:], compact=compact) if place else None
    rest = f" {clock.rest}" if clock else text
    if compact and not clock:
        return None
    remark = _remark(rest, with_words=with_words)
    if remark is None:
        return None
    return Moment(clock=clock.time if clock else None, zone=clock.zone if clock else "",
                  remark=remark)  # fmt: skip


def _remark(rest: str, *, with_words: bool) -> str | None:
    """What was added to a date; None for what is no remark. Words alone need a whole date."""
    text = rest.strip().lstrip("?!").strip()
    if not text:
        return ""
    bracketed = re.fullmatch(r"[(\[](.*)[)\]][.?!]*", text)
    marked = re.match(r"\s*[?!]*\s*[,;:]\s*|\s*[?!]*\s+-+\s+|\s*#", rest)
    plain = bracketed[1] if bracketed else rest[marked.end() :] if marked else text
    plain = plain.strip()
    if not bracketed and not with_words:
        return None
    if not bracketed and not marked and not (rest[:1].isspace() and not text[0].isdigit()):
        return None
    if _NO_REMARK.match(plain) or plain[:1] in "-/.":
        return None
    # of two dates only one that is told to be over can be left out
    return None if _DATED.search(plain) and not _BEFORE.match(plain) else plain


def _candidates(
    found: dict[str, str | None], years: list[int], after: date | None
) -> dict[str, date]:
    """The possible days, keyed by the order they need (`""` when there is no choice)."""
    if found.get("week"):
        return _by_week(years[0], int(found["week"] or 0), int(found["weekday"] or 1))
    if found.get("one"):
        one, two = int(found["one"] or 0), int(found["two"] or 0)
        pairs = {"dmy": (two, one), "mdy": (one, two)}
    else:
        named = (found.get("name") or "").lower()
        month = MONTHS[named] if named else int(found["month"] or 0)
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


def _by_week(year: int, week: int, weekday: int) -> dict[str, date]:
    try:
        return {"": date.fromisocalendar(year, week, weekday)}
    except ValueError:
        return {}


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
        sentence = f"'{brief(typed)}' can be {first} or {second}"
        return Moment(fault=sentence, way_out=f"write {one} or {two}", code=TWO_READINGS)
    day = next(iter(days.values()))
    odd = ""
    if weekday is not None and day.weekday() != weekday:
        odd = f"{day.isoformat()} is a {DAY_NAMES[day.weekday()]}"
    return Moment(day, odd=odd)


def _not_a_date(typed: str) -> Moment:
    return Moment(fault=f"'{brief(typed)}' is not a date", way_out="write it like 2026-11-03")
