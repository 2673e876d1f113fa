"""When they said they would decide: spans and days counted from the interview (EXP-1, EXP-2)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from mdfollow.interview.codes import DATE, OUT_OF_ORDER
from mdfollow.interview.dates import MONTHS, WEEKDAYS, read_date
from mdfollow.interview.model import Decision

UNKNOWN = frozenset(
    {
        "",
        "?",
        "??",
        "-",
        "–",
        "~",
        "null",
        "none",
        "no",
        "unknown",
        "unclear",
        "not known",
        "not said",
        "didn't say",
        "did not say",
        "don't know",
        "open",
        "tbd",
        "tba",
        "tbc",
        "n/a",
        "na",
        "soon",
        "asap",
        "false",
    }
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("zero",),
            ("a", "an", "one"),
            ("two", "couple", "couple of", "a couple", "a couple of"),
            ("three",),
            ("four",),
            ("five",),
            ("six",),
            ("seven",),
            ("eight",),
            ("nine",),
            ("ten",),
            ("eleven",),
            ("twelve",),
        )
    )
    for word in words
}
_UNITS = {
    "hour": "hours",
    "hr": "hours",
    "h": "hours",
    "day": "days",
    "d": "days",
    "calendar day": "days",
    "week": "weeks",
    "wk": "weeks",
    "w": "weeks",
    "fortnight": "fortnights",
    "month": "months",
    "mo": "months",
    "mth": "months",
    "year": "years",
    "yr": "years",
    "business day": "workdays",
    "working day": "workdays",
    "work day": "workdays",
    "workday": "workdays",
    "weekday": "workdays",
    "bd": "workdays",
}


def _words(table: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True))


_N = rf"(?:\d{{1,3}}|{_words(_NUMBERS)})"
_U = rf"(?:{_words(_UNITS)})"
_DAY = rf"(?:{_words(WEEKDAYS)})"
_SPAN = re.compile(
    rf"(?P<low>{_N})(?:\s*(?:-|to|or)\s*(?P<high>{_N}))?\s*-?\s*(?P<unit>{_U})s?'?\Z"
)
_OR_TWO = re.compile(rf"an?\s+(?P<unit>{_U})\s+or\s+(?P<high>{_N})\Z")
_BARE = re.compile(rf"(?:next|the next)\s+(?P<n>{_N})\s+(?P<unit>{_U})s?\Z")
_LEAD = re.compile(
    r"(?:(?:expected|sometime|some time|probably|hopefully|decision|by|in|within|about|around"
    r"|approx\.?|approximately|circa|ca\.?|c\.|~|on|before|until|till|no later than|latest"
    r"|at the latest|up to|at most|max\.?|the(?=\s+end))\s*)+(?<![a-z])(?=\s|\b|~)"
)
_TAIL = re.compile(
    r"\s*(?:from now|from today|or so|or less|later|max\.?|at most|at the latest|latest|time"
    r"|(?:after|from|since) (?:the |my )?interview|\([^()]*\)|[.!])+\Z"
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """The decision as read. With `fault` it counts as unknown and the fault is reported."""

    decision: Decision = field(default_factory=Decision)
    fault: str = ""
    way_out: str = ""
    code: str = DATE
    odd: str = ""


def read_decision(
    text: str, day: date, order: str = "", is_off: Callable[[date], bool] = lambda _: False
) -> Expectation:
    """Read when they decide, counted from the interview on `day`.

    `is_off` says which days (beside weekends) do not count as working days. Of a range or a
    phrase with two readings the later counts.
    """
    plain = " ".join(text.replace("–", "-").replace("—", "-").lower().split())
    if plain.rstrip(".!") in UNKNOWN or plain in UNKNOWN:
        return Expectation()
    core = _TAIL.sub("", _LEAD.sub("", plain)).strip() or plain
    core = "a fortnight" if core == "fortnight" else core
    for shape in _SHAPES:
        found = shape(core, day, is_off)
        if found:
            return _in_order(text, found[0], found[1], day)
    moment = read_date(text, order, day)
    if not moment.day and moment.code == DATE and core != plain:
        moment = read_date(core, order, day)
    if moment.day:
        yearless = not re.search(r"\d{4}", text)
        reading = "the first such day after the interview" if yearless else ""
        result = _in_order(text, moment.day, reading, day)
        return Expectation(result.decision, result.fault, result.way_out, result.code, moment.odd)
    if moment.code != DATE or "year" in moment.way_out:
        return Expectation(fault=moment.fault, way_out=moment.way_out, code=moment.code)
    sentence = f"'{text}' is not a date or a span of time"
    return Expectation(fault=sentence, way_out="write it like 2026-11-24 or 3 weeks")


def _in_order(text: str, expected: date, reading: str, day: date) -> Expectation:
    if expected < day:
        fault = f"'{text}' lies before the interview"
    elif (expected.year, expected.month, expected.day) > (day.year + 1, day.month, day.day):
        fault = f"'{text}' lies more than a year after the interview"
    else:
        return Expectation(Decision(expected, f"'{text}': {reading}" if reading else ""))
    way_out = "check both dates; until then it counts as unknown"
    return Expectation(fault=fault, way_out=way_out, code=OUT_OF_ORDER)


Found = tuple[date, str] | None


def _span(text: str, day: date, is_off: Callable[[date], bool]) -> Found:
    found = _SPAN.match(text) or _OR_TWO.match(text)
    if found:
        groups = found.groupdict()
        low = _number(groups.get("low"))
        high = _number(groups.get("high"))
        end = _add(day, max(low, high), _UNITS[groups["unit"]], is_off)
        later = ", the later end" if groups.get("high") else ""
        return end, f"counted from the interview{later}"
    bare = _BARE.match(text)
    if bare:
        end = _add(day, _number(bare["n"]), _UNITS[bare["unit"]], is_off)
        return end, "counted from the interview"
    return None


def _number(word: str | None) -> int:
    if not word:
        return 0
    return int(word) if word.isdigit() else _NUMBERS[word]


def _add(day: date, count: int, unit: str, is_off: Callable[[date], bool]) -> date:
    if unit == "workdays":
        while count > 0:
            day += timedelta(1)
            count -= day.weekday() < 5 and not is_off(day)
        return day
    if unit in ("months", "years"):
        return _months_later(day, count * (12 if unit == "years" else 1))
    days = {"hours": -(-count // 24), "days": count, "weeks": 7 * count, "fortnights": 14 * count}
    return day + timedelta(days[unit])


def _months_later(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, _end_of_month(year, month + 1).day))


def _end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _next_week(day: date) -> date:
    """Monday of the calendar week after the one `day` is in."""
    return day + timedelta(7 - day.weekday())


def _weekday(text: str, day: date, _is_off: Callable[[date], bool]) -> Found:
    found = re.match(rf"(?:(this|next|coming|this coming) )?({_DAY})( next week)?\Z", text)
    if not found:
        return None
    wanted = WEEKDAYS[found[2]]
    if found[1] == "next" or found[3]:
        return _next_week(day) + timedelta(wanted), "the later reading, in the week after"
    ahead = (wanted - day.weekday() - 1) % 7 + 1
    return day + timedelta(ahead), "the first one after the interview"


def _fixed(text: str, day: date, _is_off: Callable[[date], bool]) -> Found:
    """Single words and ends of weeks and months."""
    friday = _next_week(day) - timedelta(3)
    month = _months_later(day, 1)
    end = r"(?:(?:the )?end of (?:the )?|later )?"
    table: tuple[tuple[str, date, str], ...] = (
        (r"today|same day", day, "the day of the interview"),
        (r"tomorrow|next day|the next day", day + timedelta(1), "the day after the interview"),
        (rf"{end}next week|(?:early |late )?next week", max(friday, day) + timedelta(7),
         "the later reading, its Friday"),
        (rf"{end}(?:this )?week|eow", max(friday, day), "the Friday of that week"),
        (rf"{end}next month", _end_of_month(month.year, month.month), "its last day"),
        (rf"{end}(?:this )?month|eom", _end_of_month(day.year, day.month), "its last day"),
        (rf"{end}(?:this )?year|eoy", date(day.year, 12, 31), "its last day"),
    )  # fmt: skip
    for pattern, expected, reading in table:
        if re.fullmatch(pattern, text):
            return expected, reading
    return None


def _named_month(text: str, day: date, _is_off: Callable[[date], bool]) -> Found:
    found = re.match(rf"((?:the )?end of |late )?({_words(MONTHS)})( \d{{4}})?\Z", text)
    if not found:
        return None
    month = MONTHS[found[2]]
    year = int(found[3]) if found[3] else day.year + (month < day.month)
    if not 1990 <= year <= 2100:
        return None
    return _end_of_month(year, month), "its last day"


_SHAPES = (_span, _weekday, _fixed, _named_month)
