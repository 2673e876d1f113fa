"""Working days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.etiquette.workdays import cut_window, is_working, shift, working, working_window
from mdfollow.settings import Settings
from tests.etiquette.notes import day, span

HOLIDAYS = Settings(days_off=(day("2026-11-27"),), days_off_yearly=((12, 25), (2, 29)))

MOVES = (
    ("2026-11-13", "2026-11-13"),
    ("2026-11-14", "2026-11-16"),
    ("2026-11-15", "2026-11-16"),
    ("2026-11-27", "2026-11-30"),
    ("2026-12-25", "2026-12-28"),
    ("2028-02-29", "2028-03-01"),
    ("2027-12-25", "2027-12-27"),
)


@pytest.mark.parametrize(("given_", "moved"), MOVES)
def test_working(given_: str, moved: str) -> None:
    """W(d) moves forward over weekends and days off, never back."""
    assert working(day(given_), HOLIDAYS) == day(moved)


def test_windows() -> None:
    """Both ends of a window move on their own; a cut one keeps only its working days."""
    assert span(working_window(day("2026-11-20"), 7, 10, HOLIDAYS)) == "2026-11-30"
    assert span(cut_window(day("2026-11-26"), day("2026-11-27"), HOLIDAYS)) == "2026-11-26"
    assert span(cut_window(day("2026-11-21"), day("2026-11-22"), HOLIDAYS)) == "2026-11-23"


def test_no_working_day_at_all() -> None:
    """A calendar of nothing but days off leaves dates where they are, a cut window past its end."""
    every = tuple((month, number) for month in range(1, 13) for number in range(1, 32))
    settings = Settings(days_off_yearly=every)
    assert working(day("2026-11-13"), settings) == day("2026-11-13")
    assert span(cut_window(day("2026-11-12"), day("2026-11-13"), settings)) == "2026-11-14"


@given(st.dates(), st.integers(-400, 400))
def test_shift_stays_in_the_calendar(start: date, days: int) -> None:
    """Shifting never fails and moves in the asked direction."""
    moved = shift(start, days)
    assert (moved >= start) if days >= 0 else (moved <= start)
    assert shift(date.max, 1) == date.max


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_working_keeps_order(start: date, days: int) -> None:
    """A later day never moves before an earlier one, and working days stay."""
    one, other = working(start, HOLIDAYS), working(shift(start, days), HOLIDAYS)
    assert start <= one <= other
    assert is_working(one, HOLIDAYS)
    assert working(one, HOLIDAYS) == one
