"""Working days: where weekends and the owner's days off move a date to."""

from datetime import date, timedelta
from functools import lru_cache

from mdfollow.etiquette.model import Window
from mdfollow.settings import Settings

LONGEST_BREAK = 366
"""Days looked ahead for a working day; a calendar without any leaves the date where it is."""

SATURDAY = 5


@lru_cache(maxsize=4096)
def shift(day: date, days: int) -> date:
    """`day` plus `days` calendar days, held inside the calendar's own ends."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def is_working(day: date, settings: Settings) -> bool:
    """Whether `day` is Monday to Friday and none of the owner's days off."""
    return (
        day.weekday() < SATURDAY
        and day not in settings.days_off
        and (day.month, day.day) not in settings.days_off_yearly
    )


def working(day: date, settings: Settings) -> date:
    """W(d): `day` moved forward to a working day, never back."""
    moved = day
    for _ in range(LONGEST_BREAK):
        if is_working(moved, settings):
            return moved
        moved = shift(moved, 1)
    return day


def working_window(day: date, first: int, last: int, settings: Settings) -> Window:
    """W(day + first)..W(day + last): both ends moved forward on their own."""
    return Window(working(shift(day, first), settings), working(shift(day, last), settings))


def cut_window(start: date, due: date, settings: Settings) -> Window:
    """`start..due` cut to its working days; without any, the next working day after (FU-3)."""
    span = (due - start).days
    days = [shift(start, step) for step in range(span + 1)]
    kept = [day for day in days if is_working(day, settings)]
    if kept:
        return Window(kept[0], kept[-1])
    after = working(shift(due, 1), settings)
    return Window(after, after)
