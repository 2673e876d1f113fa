"""Spans of time counted from the interview: "3 weeks", "a week or two", "10 business days"."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from mdfollow.interview.tables.spans import NUMBERS, UNITS
from mdfollow.pattern import pattern

Off = Callable[[date], bool]
Found = tuple[date, str] | None
"""The day and how it was read, or None where a text is no such phrase."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_N = rf"(?:\d{{1,3}}|{one_of(NUMBERS)})"
_U = rf"(?:{one_of(UNITS)})"
_SPAN = pattern(
    rf"(?P<low>{_N})(?:\s*(?:-|to|or)\s*(?P<high>{_N}))?(?P<half>\.5| and a half)?"
    rf"\s*-?\s*(?P<unit>{_U})s?'?(?P<more> and a half)?\Z"
)
_OR_TWO = pattern(rf"an?\s+(?P<unit>{_U})\s+or\s+(?P<high>{_N})\Z")
_NEXT = pattern(rf"(?:next|the next|the coming)\s+(?P<high>{_N})\s+(?P<unit>{_U})s?\Z")


def span(text: str, day: date, is_off: Off) -> Found:
    """The end of a span that begins on `day`; of a range the later end."""
    text = "a fortnight" if text in ("fortnight", "the next fortnight") else text
    found = _SPAN.match(text) or _OR_TWO.match(text) or _NEXT.match(text)
    if not found:
        return None
    groups = found.groupdict()
    low, high = _number(groups.get("low")), _number(groups.get("high"))
    unit = UNITS[groups["unit"]]
    count = max(low, high)
    if groups.get("half") or groups.get("more"):
        if unit != "weeks":
            return None
        unit, count = "days", 7 * count + 4
    later = ", the later end" if low and high else ""
    return _add(day, count, unit, is_off), f"counted from the interview{later}"


def _number(word: str | None) -> int:
    if not word:
        return 0
    return int(word) if word.isdigit() else NUMBERS[word]


def _add(day: date, count: int, unit: str, is_off: Off) -> date:
    if unit == "workdays":
        while count > 0:
            day += timedelta(1)
            count -= day.weekday() < 5 and not is_off(day)
        return day
    if unit in ("months", "years"):
        return months_later(day, count * (12 if unit == "years" else 1))
    days = {"hours": -(-count // 24), "days": count, "weeks": 7 * count, "fortnights": 14 * count}
    return day + timedelta(days[unit])


def months_later(day: date, count: int) -> date:
    """The same day some months on, or the end of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, end_of_month(year, month + 1).day))


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
