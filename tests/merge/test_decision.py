"""Merge-cases 7 to 11 and 41: the decision date moves, and the plan around it."""

import pytest

from tests.merge.desk import ACME, Desk

A1, A2, ASK = "attempt:1", "attempt:2", "ask"
THANKS = ["thank:dana-kim", "thank:sam-roe"]


def test_row_07_changes_the_decision_date_before_a1(planned: Desk) -> None:
    """A1 moves in place: two dates change, in its line and in its state line."""
    before = planned.read().splitlines()
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")
    changed = [
        (old, new)
        for old, new in zip(before, planned.read().splitlines(), strict=True)
        if old != new
    ]
    assert len(changed) == 3
    assert all(
        old.replace("2026-12-04", "2026-12-11").replace("3 weeks", "4 weeks") == new
        for old, new in changed
    )


@pytest.mark.parametrize("box", ["[-]", "[x]"])
def test_row_07_a_ticked_or_cancelled_task_is_never_redated(planned: Desk, box: str) -> None:
    """Item 7: the decision moves, the line she closed does not."""
    planned.edit(A1, "[ ]", box)
    closed = planned.line(A1)
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.sync()
    assert planned.line(A1) == closed


def test_row_07_and_back_again(planned: Desk) -> None:
    before = planned.read()
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.sync()
    planned.replace("decision: 4 weeks", "decision: 3 weeks")
    planned.sync()
    assert planned.read() == before


def test_row_08_changes_it_after_a1_was_made(planned: Desk) -> None:
    """LOOP-1: the next window is the later of FU-1 and a week after the last attempt."""
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.replace("decision: 3 weeks", "decision: 2026-12-18")
    planned.sync("2026-12-06")
    assert planned.window(A2) == ("2026-12-21", "2026-12-22")
    planned.replace("decision: 2026-12-18", "decision: 2026-12-07")
    planned.sync("2026-12-07")
    assert planned.window(A2) == ("2026-12-11", "2026-12-14")


def test_row_08_grants_one_more_when_all_were_made(desk: Desk) -> None:
    desk.write(ACME.replace("format: onsite", "format: phone\nmdfollow: {max_attempts: 1}"))
    desk.sync()
    desk.tick(A1, "2026-12-04")
    desk.sync("2026-12-05")
    assert desk.steps() == [A1]
    desk.replace("decision: 3 weeks", "decision: 2026-12-18")
    desk.sync("2026-12-06")
    assert desk.steps() == [A1, A2]
    assert desk.window(A2) == ("2026-12-21", "2026-12-22")


def test_row_09_heard_and_a_later_decision(planned: Desk) -> None:
    """Their answer ends the open attempts; a later date takes the plan up again."""
    planned.replace("decision: 3 weeks", "decision: 3 weeks\nheard: 2026-12-02")
    planned.sync("2026-12-02")
    assert planned.steps() == []
    planned.replace("decision: 3 weeks", "decision: 2026-12-18")
    planned.sync("2026-12-02")
    assert planned.steps() == [A1]
    assert planned.window(A1) == ("2026-12-21", "2026-12-22")


def test_row_09_after_a1_was_made(planned: Desk) -> None:
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.replace("decision: 3 weeks", "decision: 2026-12-18\nheard: 2026-12-08")
    planned.sync("2026-12-08")
    assert planned.window(A2) == ("2026-12-21", "2026-12-22")


def test_row_10_moves_the_decision_into_the_past(planned: Desk) -> None:
    """One overdue task, no heap."""
    planned.replace("decision: 3 weeks", "decision: 2026-11-11")
    planned.sync("2026-12-20")
    assert planned.steps() == [A1]
    assert planned.window(A1) == ("2026-11-16", "2026-11-16")


def test_row_11_empties_the_decision_again(desk: Desk) -> None:
    """The question comes back, for its state line went when it was removed."""
    desk.write(ACME.replace("decision: 3 weeks", "decision:"))
    desk.sync()
    assert desk.steps() == [ASK, *THANKS, A1]
    desk.replace("decision:", "decision: 3 weeks")
    desk.sync()
    assert desk.steps() == [*THANKS, A1]
    assert ASK not in desk.state()
    assert desk.window(A1) == ("2026-12-04", "2026-12-04")
    desk.replace("decision: 3 weeks", "decision:")
    desk.sync()
    assert sorted(desk.steps()) == sorted([ASK, *THANKS, A1])
    assert desk.window(ASK) == ("2026-11-10", "2026-11-11")
    assert desk.window(A1) == ("2026-11-20", "2026-11-20")


def test_row_11_a_question_she_ticked_stays_ticked(desk: Desk) -> None:
    desk.write(ACME.replace("decision: 3 weeks", "decision:"))
    desk.sync()
    desk.tick(ASK, "2026-11-11")
    line = desk.line(ASK)
    desk.sync()
    desk.replace("decision:", "decision: 3 weeks")
    desk.sync()
    desk.replace("decision: 3 weeks", "decision:")
    desk.sync()
    assert desk.line(ASK) == line


def test_row_41_redates_a1_then_the_decision_moves_past_it(planned: Desk) -> None:
    """Hers, with a hint that names the first fitting day."""
    planned.redate(A1, "2026-12-07")
    planned.sync()
    planned.replace("decision: 3 weeks", "decision: 2026-12-11")
    ran = planned.quiet()
    assert planned.window(A1) == ("2026-12-04", "2026-12-07")
    assert any("2026-12-14" in each["message"] + each["hint"] for each in ran.problems())


def test_a_corrected_interview_date_moves_everything_in_place(planned: Desk) -> None:
    """Exactly one date gone and one new: a correction; ids and ticks stay."""
    ids = planned.ids()
    planned.tick("thank:dana-kim", "2026-11-11")
    line = planned.line("thank:dana-kim")
    planned.replace("interview_date: 2026-11-10", "interview_date: 2026-11-11")
    planned.sync()
    assert planned.ids() == ids
    assert planned.line("thank:dana-kim") == line
    assert planned.window("thank:sam-roe") == ("2026-11-11", "2026-11-12")
    assert planned.window(A1) == ("2026-12-07", "2026-12-07")
    assert planned.header()["i1"] == "2026-11-11"


TWO_DATES = """\
---
company: Acme
type: job-application
interviews:
  - date: 2026-11-03
    interviewers: Dana Kim
  - date: 2026-11-17
    interviewers: Dana Kim
---
"""


def test_a_corrected_date_is_corrected_in_every_title(desk: Desk) -> None:
    """Titles that name the date follow it, the question's too."""
    desk.write(TWO_DATES)
    desk.sync("2026-11-05")
    assert "17 November" in desk.read()
    desk.replace("date: 2026-11-17", "date: 2026-11-18")
    desk.sync("2026-11-05")
    assert "17 November" not in desk.read()
    assert desk.read().count("18 November") >= 2
