"""Where a problem ends, and what mends it: every code has an end, and a fix fits its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.document.units import Unit, column_in
from mdfollow.problem import Fix, Problem
from mdfollow.views.ends import with_ends


@pytest.mark.parametrize(
    ("text", "column", "sentence", "end"),
    [
        ("decision: 3/11/2026", 11, "decision: '3/11/2026' has two readings", 20),
        ("intervewers: Dana", 1, "`intervewers` is not read", 12),
        ("who: [Dana Kim, Sam] # x", 7, "somebody", 15),
        ("naïve 😀 words  ", 1, "x", 14),
        ("", 1, "x", 1),
        ("short", 99, "x", 6),
    ],
)
def test_a_problem_ends_where_its_key_or_value_does(
    text: str, column: int, sentence: str, end: int
) -> None:
    (found,) = with_ends([Problem("a.md", 1, column, "MDF101", sentence)], [text])
    assert (found.end_line, found.end_column) == (1, end)


def test_a_problem_of_the_whole_note_has_no_end() -> None:
    (found,) = with_ends([Problem("a.md", 0, 0, "MDF901", "x")], ["words"])
    assert (found.end_line, found.end_column) == (0, 0)


@given(st.text(), st.integers(1, 40), st.text())
def test_every_end_lies_in_its_line_and_not_before_its_place(
    text: str, column: int, sentence: str
) -> None:
    (found,) = with_ends([Problem("a.md", 1, column, "MDF101", sentence)], [text])
    place = min(column, len(text) + 1)
    assert found.end_line == 1
    assert place <= found.end_column <= len(text) + 1


def test_a_fix_that_does_not_fit_its_line_is_dropped() -> None:
    fixes = (Fix(1, 1, "old", "new"), Fix(1, 9, "old", "new"), Fix(7, 1, "old", "new"))
    (found,) = with_ends([Problem("a.md", 1, 1, "MDF120", "x", fix=fixes)], ['"old" and'])
    assert found.fix == (Fix(1, 2, "old", "new"),)


@pytest.mark.parametrize(("unit", "column"), [("utf-32", 4), ("utf-8", 8), ("utf-16", 5)])
def test_a_column_is_told_in_the_units_of_the_reader(unit: str, column: int) -> None:
    assert column_in(Unit(unit), "ï😀xy", 4) == column
    assert column_in(Unit(unit), "ab", 5) == 5
