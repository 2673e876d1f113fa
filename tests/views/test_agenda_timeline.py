"""The bars beneath the agenda: each day in its column, today marked, no line too long."""

import re
from datetime import date, timedelta

import pytest

from mdfollow.views.agenda_timeline import ASCII, BEFORE, BEHIND, UNICODE, timeline
from mdfollow.views.dashboard import Bar, Kind
from mdfollow.views.paint import ANSI, PLAIN
from mdfollow.views.text_table import cut, width

TODAY = date(2026, 11, 12)


def day(number: int) -> date:
    return TODAY + timedelta(number)


BARS = [
    Bar(Kind.MOMENT, "Acme", "round 1", day(-10)),
    Bar(Kind.WAIT, "Acme", "until they decide", day(-4), day(6)),
    Bar(Kind.CHECK_IN, "Acme", "check in with Sam", day(9), day(11)),
    Bar(Kind.MOMENT, "株式会社", "interview", day(3)),
    Bar(Kind.WAIT, "Long Ago & Sons", "until they decide", day(-90), day(-30)),
]


def test_each_sign_stands_in_the_column_of_its_day() -> None:
    """Twelve columns for the names, then two a day, from ten days ago on."""
    rows = timeline(BARS, TODAY, 12 + 2 * 23, PLAIN)
    assert rows[0] == "Where they stand"
    assert rows[1] == " " * 12 + "2 Nov         9 Nov         16 Nov"
    assert rows[2] == "  Acme      ●" + " " * 11 + "●" + "─" * 7 + "┼" + "─" * 11 + " " * 6 + "████"
    assert rows[3] == "  株式会社  " + " " * 20 + "│" + " " * 5 + "●"
    assert rows[4] == "  ● interview   ─ until they decide   █ check in   │ today"
    assert len(rows) == 5


def test_plain_letters_where_the_terminal_has_no_others() -> None:
    rows = timeline(BARS[:3], TODAY, 8 + 2 * 23, PLAIN, ASCII)
    assert all(row.isascii() for row in rows)
    assert rows[2].split() == ["Acme", "o", "o-------+-----------", "####"]


@pytest.mark.parametrize("columns", [46, 60, 80, 110, 200])
@pytest.mark.parametrize("shift", [-60, -21, 0, 40, 42, 90])
def test_no_line_is_longer_than_the_terminal(columns: int, shift: int) -> None:
    moved = [Bar(b.kind, b.company, b.words, b.start + timedelta(shift),
                 b.end and b.end + timedelta(shift)) for b in BARS]  # fmt: skip
    rows = timeline(moved, TODAY, columns, ANSI, UNICODE)
    bare = [re.sub(r"\x1b\[\d+m", "", row) for row in rows]
    assert max(map(width, bare[:-1]), default=0) <= columns


def test_far_days_and_narrow_terminals_draw_nothing() -> None:
    far = [Bar(Kind.MOMENT, "Acme", "interview", day(BEFORE + 1)),
           Bar(Kind.WAIT, "Acme", "until they decide", day(-90), day(-BEHIND - 1))]  # fmt: skip
    assert timeline(far, TODAY, 100, PLAIN) == []
    assert timeline(BARS, TODAY, 30, PLAIN) == []
    assert timeline([], TODAY, 100, PLAIN) == []


def test_long_names_are_cut_to_their_columns() -> None:
    assert cut("株式会社ほげほげ", 9) == "株式会社…"
    assert cut("Acme", 4) == "Acme"
