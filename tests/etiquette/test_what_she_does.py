"""The rows of the merge cases that the plan alone decides; the row's number is the test's id."""

import pytest

from mdfollow.etiquette.model import Entry, Kind, Past, Want
from mdfollow.etiquette.outcome import Reason
from mdfollow.etiquette.thank import WHOEVER
from mdfollow.interview.model import Status, Thanked
from mdfollow.record import replace
from tests.etiquette.notes import (
    CANCELLED,
    DANA,
    DELETED,
    LEE,
    ONSITE,
    OPEN,
    PANEL,
    attempts,
    codes,
    day,
    done,
    named,
    names,
    next_attempt,
    note,
    planned,
    redated,
    span,
    window,
)

E = "2026-11-24"


def after(expected: str = E, **history: Past) -> Entry:
    named_ = {name.replace("_", ":"): past for name, past in history.items()}
    return note(expected=expected, format=ONSITE, history=named_)


def standing(entry: Entry, today: str = "2026-11-30") -> str:
    step = next_attempt(planned(entry, today=today), entry)
    return f"{step.number} {span(step.window)}" if step else ""


ROWS: dict[str, tuple[Entry, str]] = {
    "1 ticks A1 with a date": (after(attempt_1=done("2026-12-02")), "2 2026-12-09..2026-12-14"),
    "2 ticks A1 late": (after(attempt_1=done("2026-12-21")), "2 2026-12-28..2026-12-31"),
    "3 leaves A1 undone": (after(attempt_1=OPEN), "1 2026-11-27"),
    "4 unticks A1": (after(attempt_1=OPEN, attempt_2=OPEN), "1 2026-11-27"),
    "6 a future day": (after(attempt_1=done("2027-01-05")), "2 2027-01-12..2027-01-15"),
    "6 a day before the interview": (
        after(attempt_1=done("2026-11-01")),
        "2 2026-12-04..2026-12-07",
    ),
    "7 moves E before A1": (after("2026-12-01", attempt_1=OPEN), "1 2026-12-04"),
    "8 moves E after A1": (
        after("2026-12-11", attempt_1=done("2026-11-27")),
        "2 2026-12-14..2026-12-15",
    ),
    "10 moves E into the past": (after("2026-11-04"), "1 2026-11-09"),
    "12 deletes A2": (after(attempt_1=done("2026-11-27"), attempt_2=DELETED), ""),
    "12 deletes A1": (after(attempt_1=DELETED), ""),
    "29 snoozes A1": (after(attempt_1=redated("2026-12-01")), "1 2026-11-27"),
    "30 cancels A1": (after(attempt_1=CANCELLED), "2 2026-12-04..2026-12-07"),
    "30 cancels a snoozed A1": (
        after(attempt_1=Past(CANCELLED.mark, window=window("2026-12-02"))),
        "2 2026-12-09..2026-12-14",
    ),
    "41 A1 re-dated, E moves past it": (
        after("2026-12-11", attempt_1=redated("2026-12-01")),
        "1 2026-12-14..2026-12-15",
    ),
}


@pytest.mark.parametrize(("entry", "expected"), ROWS.values(), ids=ROWS)
def test_attempt_that_stands(entry: Entry, expected: str) -> None:
    """At most one attempt stands in the note, where her deeds put it, whatever the day."""
    assert standing(entry) == standing(entry, "2026-11-04") == expected


def test_row_3_a_year_later() -> None:
    """An attempt that stands in the note is never joined by another, and has its time (OVER-4)."""
    assert standing(after(attempt_1=OPEN), "2027-01-26") == "1 2026-11-27"
    assert standing(after(attempt_1=OPEN), "2027-12-01") == ""


def test_row_10_no_heap() -> None:
    """A decision date long past gives one overdue attempt."""
    assert standing(after("2026-11-04"), "2027-01-08") == "1 2026-11-09"
    assert standing(after("2026-11-04"), "2027-01-09") == ""


def test_row_4_the_second_goes() -> None:
    """An attempt that had been written after one that is open again is not wanted now."""
    made = planned(after(attempt_1=OPEN, attempt_2=OPEN))
    assert named(made, "attempt:2").want == "later"


def test_row_6_names_the_day() -> None:
    """A tick dated before the interview is reported with its day."""
    made = planned(after(attempt_1=done("2026-11-01")))
    (remark,) = [r for r in made.remarks if r.code == "MDF305"]
    assert "2026-11-01" in remark.sentence
    assert named(made, "attempt:1").made == day("2026-11-27")


def test_row_9_answer_and_a_later_date() -> None:
    """An answer with a new date keeps the plan going, re-anchored."""
    entry = note(
        expected="2026-12-11", heard="2026-11-30", history={"attempt:1": done("2026-11-27")}
    )
    assert standing(entry, "2026-12-01") == "2 2026-12-14..2026-12-15"


def test_row_11_the_question_comes_back() -> None:
    """Without a date the ask is wanted, with one it is not, and back again."""
    plans = [planned(note(expected=text)) for text in ("", E, "")]
    assert ["ask" in names(made) for made in plans] == [True, False, True]


def test_row_12_a_person_added_later() -> None:
    """A deleted attempt ends the chain; a new person is thanked all the same."""
    history = {
        "thank:dana-kim": done("2026-11-03"),
        "attempt:1": done("2026-11-27"),
        "attempt:2": DELETED,
    }
    made = planned(note(expected=E, format=PANEL, people=(DANA, LEE), history=history))
    assert [step.number for step in attempts(made)] == [1, 2]
    assert named(made, "thank:lee-ortiz").want == "write"
    assert "MDF308" not in codes(made)


ROUND_1 = {"attempt:1": OPEN}


def first(**fields: object) -> Entry:
    return note(path="one.md", expected=E, history=ROUND_1, **fields)  # type: ignore[arg-type]


def test_row_36_a_second_round_comes_and_goes() -> None:
    """Round 1's attempt goes with the round-2 note, and comes back without it."""
    second = note("2026-11-20", path="two.md")
    wants = [
        named(planned(*entries), "attempt:1", "one.md").want
        for entries in ((first(),), (first(), second), (first(),))
    ]
    assert wants == ["write", "drop", "write"]


def test_row_37_rejected_then_reopened() -> None:
    """The same with a closed status."""
    statuses = (Status.WAITING, Status.CLOSED, Status.WAITING)
    plans = [planned(first(status=status)) for status in statuses]
    assert [named(p, "attempt:1", "one.md").want for p in plans] == ["write", "drop", "write"]


def test_row_41_names_the_first_fitting_day() -> None:
    """Her own date before the new decision date gets a hint with the first fitting day."""
    made = planned(after("2026-12-11", attempt_1=redated("2026-12-01")))
    (remark,) = [r for r in made.remarks if r.code == "MDF304"]
    assert "2026-12-14" in remark.way_out
    assert not remark.warning


def test_gap_3_names_the_first_allowed_day() -> None:
    """Her own date within a week of the last attempt gets a warning with the first allowed day."""
    made = planned(after(attempt_1=done("2026-11-28"), attempt_2=redated("2026-11-30")))
    (remark,) = [r for r in made.remarks if r.code == "MDF303"]
    assert "2026-12-07" in remark.way_out
    assert remark.warning


CLOSING = {
    "50 offer": (Status.OFFER, "write"),
    "50 rejected": (Status.CLOSED, "drop"),
    "50 cancelled": (Status.CANCELLED, "drop"),
}


@pytest.mark.parametrize(("status", "thanks"), CLOSING.values(), ids=CLOSING)
def test_row_50_the_search_closes(status: Status, thanks: str) -> None:
    """Open attempts and the ask go, thank-yous too; an offer leaves those (OVER-1)."""
    history = {"ask": OPEN, "thank:dana-kim": OPEN, "attempt:1": OPEN}
    made = planned(note(status=status, history=history))
    assert named(made, "ask").want == "drop"
    assert named(made, "attempt:1").want == "drop"
    assert named(made, "thank:dana-kim").want == thanks


def test_cancelled_interview_keeps_what_was_done() -> None:
    """A tick in the note of a cancelled interview stays, and nothing new comes."""
    history = {"thank:dana-kim": done("2026-11-03"), "attempt:1": done("2026-11-13")}
    made = planned(note(status=Status.CANCELLED, history=history))
    assert {s.name: str(s.want) for s in made.steps} == dict.fromkeys(history, "write")
    assert planned(note(status=Status.CANCELLED)).steps == ()


def test_contact_later_on_keeps_the_numbers() -> None:
    """A contact added later covers the line that stands there, and no step changes its name."""
    ticked = {"attempt:1": OPEN}
    before = note(expected=E, format=PANEL, history=ticked)
    covered = note(expected=E, format=PANEL, history=ticked, contacted=("2026-11-30",))
    gone = note(expected=E, format=PANEL, contacted=("2026-11-30",))
    assert standing(before) == "1 2026-11-27"
    assert standing(covered) == standing(gone) == "2 2026-12-07..2026-12-10"
    both = planned(
        note(
            expected=E,
            format=PANEL,
            contacted=("2026-11-30", "2026-12-04"),
            history={"attempt:2": done("2026-12-08"), "attempt:3": OPEN},
        )
    )
    made = [(s.number, str(s.want), str(s.made)) for s in attempts(both)]
    assert made == [
        (1, "drop", "2026-11-30"),
        (2, "write", "2026-12-08"),
        (3, "drop", "2026-12-04"),
    ]
    assert "MDF308" in codes(both)


def test_contact_taken_back() -> None:
    """When the contact is struck out, its free number is planned again, after what is made."""
    history = {"attempt:2": done("2026-12-08")}
    made = note(expected=E, format=PANEL, history=history)
    assert standing(made) == "1 2026-12-15..2026-12-18"


def test_people_fewer_than_before() -> None:
    """An open attempt beyond what the interview is worth now may go."""
    history = {
        "attempt:1": done("2026-11-27"),
        "attempt:2": done("2026-12-04"),
        "attempt:3": OPEN,
    }
    made = planned(note(expected=E, format=ONSITE, history=history))
    assert named(made, "attempt:3").want == "drop"
    assert named(made, "attempt:3").reason == "enough"


def test_answer_to_an_earlier_round_ends_nothing_later() -> None:
    """`heard` and `offer` speak of their own interview and those before it."""
    made = planned(
        note(path="one.md", heard="2026-11-09"),
        note("2026-11-20", path="two.md", thanked=Thanked(everyone=True)),
    )
    assert named(made, "attempt:1", "two.md").want == "write"
    assert named(made, "thank:dana-kim", "one.md").want == "write"
    assert named(made, "thank:dana-kim", "two.md").want == "drop"


def test_done_a_thank_you_to_whoever_it_was_was_one_persons() -> None:
    """DONE: with a second interviewer nobody knows whose it was."""
    history = {WHOEVER: done("2026-11-04")}
    for people, wants in (((DANA,), [Want.DROP]), ((DANA, LEE), [Want.WRITE, Want.WRITE])):
        made = planned(note(people=people, history=history))
        assert [s.want for s in made.steps if s.kind is Kind.THANK] == wants


@pytest.mark.parametrize(
    ("again", "reason"), [("2026-11-17", Reason.MET_AGAIN), ("2026-11-18", Reason.STALE)]
)
def test_over_4_who_is_met_again_once_it_is_too_late_anyway(again: str, reason: Reason) -> None:
    made = planned(note(), note(again, path="2.md"), today="2026-11-30")
    assert named(made, "thank:dana-kim").reason == reason


def test_over_4_nobody_knows_whether_an_unnamed_interviewer_is_met_again() -> None:
    made = planned(note(people=()), note("2026-11-10", path="2.md"), today="2026-11-11")
    assert named(made, WHOEVER).want is Want.WRITE


def test_done_everyone_is_also_whoever_it_was() -> None:
    (step,) = [
        step
        for step in planned(note(people=(), thanked=Thanked(everyone=True))).steps
        if step.kind is Kind.THANK
    ]
    assert (step.want, step.reason) == (Want.DROP, Reason.MADE)


def test_ty_1_nobody_else_is_thanked_where_she_wants_none() -> None:
    made = planned(note(people=(replace(DANA, thank=False),)))
    assert [step for step in made.steps if step.kind is Kind.THANK] == []
