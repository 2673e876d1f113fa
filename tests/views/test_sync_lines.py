"""One line per note, one for all."""

from datetime import date

import pytest

from mdfollow.etiquette.model import Window
from mdfollow.sync.result import NoteReport
from mdfollow.sync.standing import Change
from mdfollow.views.sync_lines import (
    DECLINE,
    MANY,
    asked_first,
    changed_lines,
    first_plans,
    removed_line,
    summary,
)

SUMMARIES = [
    ((3, 0, 0, 0), False, False, "3 interview notes, all up to date."),
    ((1, 0, 0, 0), False, True, "1 interview note, nothing to take out."),
    ((3, 1, 0, 0), False, False, "1 note changed, 2 up to date."),
    ((3, 3, 0, 0), True, False, "3 notes would change."),
    ((3, 2, 0, 0), False, True, "2 notes cleared, 1 with nothing to take out."),
    (
        (5, 2, 1, 1),
        False,
        False,
        "2 notes changed, 1 waiting for an editor, 1 left as it is, 1 up to date.",
    ),
    ((2, 0, 0, 2), False, False, "2 left as they are."),
]


@pytest.mark.parametrize(("counts", "dry", "removing", "words"), SUMMARIES)
def test_the_summary(
    counts: tuple[int, int, int, int], dry: bool, removing: bool, words: str
) -> None:
    assert summary(*counts, dry=dry, removing=removing) == words


MOVED = Change(None, "mf-a", window=Window(date(2026, 11, 2), date(2026, 11, 3)))
WRITTEN = Change(None, "mf-b", draft=True)
ADDED = Change(None, "mf-c", add=True)
LINES = [
    ((MOVED,), False, False, "a.md: 1 task moved"),
    (
        (MOVED, WRITTEN),
        False,
        True,
        "a.md: would change: 1 draft written, 1 task moved",
    ),
    (
        (ADDED, ADDED),
        True,
        False,
        "a.md: first plan (2 tasks added); `mdfollow: false` keeps a note without one",
    ),
    (
        (),
        True,
        True,
        "a.md: would change: first plan; `mdfollow: false` keeps a note without one",
    ),
]


@pytest.mark.parametrize(("changes", "first", "dry", "words"), LINES)
def test_the_line_of_a_note(
    changes: tuple[Change, ...], first: bool, dry: bool, words: str
) -> None:
    report = NoteReport("a.md", b"", b"x", first=first, changes=changes)
    assert changed_lines([report], dry=dry) == [words]


def test_the_way_to_decline_is_said_once_a_run() -> None:
    """Six first plans need no six hints (merge-cases 33)."""
    reports = [NoteReport(f"{name}.md", b"", b"x", first=True) for name in "abc"]
    said = [DECLINE in line for line in changed_lines(reports)]
    assert said == [True, False, False]


def test_many_notes_with_steps_to_let_go_are_asked_about_first() -> None:
    gone = tuple(Change(None, each, remove=True, over="time") for each in ("mf-a", "mf-b"))
    reports = [NoteReport(f"{name}.md", b"", b"x", changes=gone) for name in "abcdef"]
    assert asked_first(reports[:MANY]) == []
    first, *rest = asked_first(reports)
    assert "12 steps whose time has passed" in first
    assert rest[0] == "  a.md (2)"


def test_a_removed_plan() -> None:
    report = NoteReport("a.md", b"x", b"")
    assert removed_line(report) == "a.md: the plan is taken out"
    assert removed_line(report, dry=True) == "a.md: the plan would be taken out"


@pytest.mark.parametrize(("number", "many"), [(0, 0), (5, 0), (6, 6), (9, 9)])
def test_more_than_five_first_plans_are_many(number: int, many: int) -> None:
    reports = [NoteReport(f"{n}.md", b"", b"x", first=n < number) for n in range(12)]
    assert len(first_plans(reports)) == many
