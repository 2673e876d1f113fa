"""Days by their names: weekdays, weeks, parts of months, feasts, each the later reading."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from mdfollow.interview.dates import read_date
from mdfollow.interview.spans import Found, Off, end_of_month, months_later, one_of
from mdfollow.interview.tables.calendar import MONTHS, WEEKDAYS
from mdfollow.interview.tables.spans import ORDINALS
from mdfollow.pattern import pattern

Shape = Callable[[str, date, Off, str], Found]
"""Text, day of the interview, days off, date order."""

_DAY, _MONTH = f"(?:{one_of(WEEKDAYS)})", f"(?:{one_of(MONTHS)})"
_FRIDAY = "its Friday"
_WEEKDAY = pattern(
    rf"(?:(this|next|coming|this coming|the coming|following|the following) )?"
    rf"({_DAY})\.?( next week| after next| week)?\Z"
)
_WEEK_OF = pattern(
    r"(?:the )?(?:w/c|w/b|wc|(?:week|wk)\.?(?: commencing| beginning| starting| of)?(?: on)?)"
    r" (?:the )?(?P<day>.*\d.*)\Z"
)
_ISO_WEEK = pattern(r"(?P<year>\d{4})-?w(?P<week>\d{1,2})\Z")
_WEEK = pattern(
    r"(?:(?:kw|cw|calendar week|iso week)\s*\.?(?P<week>\d{1,2})"
    r"|(?:week|wk|w)\s?(?P<high>[1-5]\d))\Z"
)
_NTH_WEEK = pattern(
    rf"(?:the )?(?P<nth>{one_of(ORDINALS[:4])}|1st|2nd|3rd|4th) (?:full )?week (?:of|in) (?:the )?"
    rf"(?:(?P<month>{_MONTH})|(?P<next>next month))\Z"
)
_PART = pattern(
    r"(?:the )?(?:(?P<early>early(?: in| on in)?|(?:beginning|start)(?: of| in)?)"
    r"|(?P<mid>mid(?:dle)?(?: of| in)?|first half of)"
    r"|(?P<late>late(?: in)?|(?:the )?end(?: of| in)?|second half of"
    r"|last week (?:of|in)|in|sometime in)?)[\s-]*(?:the )?"
    rf"(?:(?P<month>{_MONTH})\.?,?(?: (?P<year>\d{{4}}))?|(?P<next>next month)"
    r"|(?P<this>(?:this )?month))\Z"
)
_THIS_QUARTER = pattern(r"(?:(?:the )?end of (?:the |this )?quarter|eoq)\Z")
_QUARTER = pattern(r"(?:(?:the )?end of |late |in )?(?:the )?q([1-4])(?:[ /]?(\d{4}))?\Z")
_OF_MONTH = pattern(rf"(?:(?P<name>{_DAY}),? )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\Z")


def weekday(text: str, day: date, _is_off: Off, _order: str) -> Found:
    """`Friday` is the first after the interview, `next Friday` the later reading."""
    found = _WEEKDAY.match(text)
    if not found:
        return None
    wanted, which, behind = WEEKDAYS[found[2]], found[1] or "", (found[3] or "").strip()
    ahead = day + timedelta((wanted - day.weekday() - 1) % 7 + 1)
    if behind in ("week", "after next"):
        return ahead + timedelta(7), "a week after the first one"
    if which == "next" or behind:
        return next_week(day) + timedelta(wanted), "the later reading, in the week after"
    return ahead, "the first one after the interview"


def next_week(day: date) -> date:
    """Monday of the calendar week after the one `day` is in."""
    return day + timedelta(7 - day.weekday())


def friday_of(day: date) -> date:
    """The Friday of a week that is named by one of its days; a weekend begins the next one."""
    return day + timedelta((4 - day.weekday()) % 7)


def week(text: str, day: date, _is_off: Off, order: str) -> Found:
    """`week of Nov 23`, `2026-W48`, `KW 48`, `first week of December`: its Friday."""
    of = _WEEK_OF.match(text)
    if of:
        ahead = of_month(of["day"], day, _is_off, order)
        named = ahead[0] if ahead else read_date(of["day"], order, day).day
        if named:
            return friday_of(named), _FRIDAY
    nth = _NTH_WEEK.match(text)
    if nth:
        name = nth["nth"]
        count = ORDINALS.index(name) if name in ORDINALS else int(name[0]) - 1
        later = months_later(day.replace(day=1), 1)
        years = (
            [(day.year, MONTHS[nth["month"]]), (day.year + 1, MONTHS[nth["month"]])]
            if nth["month"]
            else [(later.year, later.month)]
        )
        nth_fridays = (friday_of(date(*each, 3)) + timedelta(7 * count) for each in years)
        return next(((friday, _FRIDAY) for friday in nth_fridays if friday >= day), None)
    iso, numbered = _ISO_WEEK.match(text), _WEEK.match(text)
    if iso:
        friday = _friday(int(iso["year"]), int(iso["week"]))
        return (friday, _FRIDAY) if friday else None
    if not numbered:
        return None
    number = int(numbered["week"] or numbered["high"])
    fridays = (_friday(year, number) for year in (day.year, day.year + 1))
    found = next((friday for friday in fridays if friday and friday >= day), None)
    return (found, _FRIDAY) if found else None


def _friday(year: int, number: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 5)
    except ValueError:
        return None


def part_of_month(text: str, day: date, _is_off: Off, _order: str) -> Found:
    """`early December` is the 10th, `mid` the 15th, `late`, `end of` and the month its last day."""
    found = _PART.match(text)
    if not found:
        return None
    wanted, reading = 31, "its last day"
    if found["early"] or found["mid"]:
        wanted, reading = (10, "the 10th") if found["early"] else (15, "the 15th")
    if found["month"]:
        expected = _month(found["month"], found["year"], day, day=wanted)
    else:
        base = months_later(day.replace(day=1), 1 if found["next"] else 0)
        expected = _in_month(base.year, base.month, wanted)
        if expected < day and not found["next"]:
            base = months_later(base, 1)
            expected = _in_month(base.year, base.month, wanted)
    return (expected, reading) if expected else None


def _month(name: str, year: str | None, after: date, *, day: int) -> date | None:
    """A day of the named month: of its year, else the first that is not before the interview."""
    month = MONTHS[name]
    if year:
        return _in_month(int(year), month, day) if 1990 <= int(year) <= 2100 else None
    found = _in_month(after.year, month, day)
    # "early November", said on the 12th, can only be meant for next year
    return found if found >= after else _in_month(after.year + 1, month, day)


def _in_month(year: int, month: int, day: int) -> date:
    return min(date(year, month, min(day, 28)) + timedelta(day - min(day, 28)),
               end_of_month(year, month))  # fmt: skip


def quarter(text: str, day: date, _is_off: Off, _order: str) -> Found:
    """`Q4`, `end of Q1 2027`: its last day."""
    found = _QUARTER.match(text)
    if _THIS_QUARTER.match(text):
        return end_of_month(day.year, day.month + (-day.month) % 3), "its last day"
    if not found:
        return None
    month = 3 * int(found[1])
    year = int(found[2]) if found[2] else day.year + (month < day.month)
    return (end_of_month(year, month), "its last day") if 1990 <= year <= 2100 else None


def of_month(text: str, day: date, _is_off: Off, _order: str) -> Found:
    """`the 24th`, `Friday the 13th`: the first such day after the interview."""
    found = _OF_MONTH.match(text)
    if not found:
        return None
    for months in range(13):
        first = months_later(day.replace(day=1), months)
        number = int(found["day"])
        if not 1 <= number <= end_of_month(first.year, first.month).day:
            continue
        there = first.replace(day=number)
        fits = not found["name"] or there.weekday() == WEEKDAYS[found["name"]]
        if there > day and fits:
            return there, "the first such day after the interview"
    return None


def fixed(text: str, day: date, _is_off: Off, _order: str) -> Found:
    """Words that name one day: tomorrow, the end of a week or year, before Christmas."""
    friday, sunday = next_week(day) - timedelta(3), next_week(day) - timedelta(1)
    end = r"(?:(?:the )?end of (?:the )?|later )?"
    of_week = (
        r"(?:(?:the )?(?:early|late|mid|middle of|beginning of|start of|end of)(?: in)?[ -])?"
        r"(?:the )?"
    )
    thursday = date(day.year, 11, 1) + timedelta((3 - date(day.year, 11, 1).weekday()) % 7 + 21)
    table: tuple[tuple[str, date, str], ...] = (
        (r"today|same day|tonight|eod|cob|end of (?:the )?day|this (?:afternoon|evening)", day,
         "the day of the interview"),
        (r"tomorrow|(?:the )?(?:next|following) day", day + timedelta(1),
         "the day after the interview"),
        (r"(?:the )?day after tomorrow", day + timedelta(2), "two days after the interview"),
        (rf"{of_week}next week|next week", max(friday, day) + timedelta(7),
         "the later reading, its Friday"),
        (rf"{of_week}week after(?: next)?|{of_week}the following week",
         max(friday, day) + timedelta(14), "the later reading, its Friday"),
        (rf"{end}(?:this )?(?:work ?)?week|(?:the )?week'?s end|eow", max(friday, day),
         "the Friday of that week"),
        (r"before the weekend", max(friday, day), "the Friday of that week"),
        (r"(?:(?:this|the|over the) )?weekend", sunday, "its Sunday"),
        (r"after the weekend", sunday + timedelta(1), "its Monday"),
        (r"eom|month[ -]end", end_of_month(day.year, day.month), "its last day"),
        (rf"{end}(?:this )?year|eoy|year[ -]?end|(?:by|before) (?:the )?new year'?s?(?: eve)?",
         date(day.year, 12, 31), "its last day"),
        (r"before (?:christmas|x-?mas)", date(day.year, 12, 23), "December 23rd"),
        (r"christmas(?: eve)?|x-?mas", date(day.year, 12, 24), "December 24th"),
        (r"before thanksgiving", thursday - timedelta(1), "the Wednesday before"),
        (r"thanksgiving", thursday, "the fourth Thursday of November"),
    )  # fmt: skip
    for words, expected, reading in table:
        if re.fullmatch(words, text):
            return (expected, reading) if expected >= day else None
    return None


SHAPES: tuple[Shape, ...] = (weekday, week, part_of_month, quarter, of_month, fixed)
"""Tried in this order; the first that knows the phrase decides."""
