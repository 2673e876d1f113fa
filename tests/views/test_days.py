"""Days in words."""

from datetime import date

import pytest

from mdfollow.views.days import short, window

TODAY = date(2026, 11, 12)
WINDOWS = [
    ((2026, 12, 4), (2026, 12, 4), "Fri 4 Dec"),
    ((2026, 11, 10), (2026, 11, 11), "Tue 10 – Wed 11 Nov"),
    ((2026, 11, 30), (2026, 12, 3), "Mon 30 Nov – Thu 3 Dec"),
    ((2026, 12, 31), (2027, 1, 4), "Thu 31 Dec – Mon 4 Jan 2027"),
    ((2027, 1, 11), (2027, 1, 14), "Mon 11 – Thu 14 Jan 2027"),
    ((2026, 12, 5), (2026, 12, 4), "Fri 4 Dec"),
]


@pytest.mark.parametrize(("start", "due", "words"), WINDOWS)
def test_a_window(start: tuple[int, int, int], due: tuple[int, int, int], words: str) -> None:
    assert window(date(*start), date(*due), TODAY) == words


def test_a_day_of_another_year_says_which() -> None:
    assert short(date(2025, 2, 28), TODAY) == "Fri 28 Feb 2025"
