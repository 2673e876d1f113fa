"""Where the arithmetic turns: at each place a small mistake was once noticed by no test."""

from typing import Any

import pytest

from mdfollow.etiquette.application import applications
from mdfollow.etiquette.feedback import asks_feedback
from mdfollow.etiquette.model import Kind, Past, Want
from mdfollow.etiquette.outcome import over
from mdfollow.etiquette.remarks import Code
from mdfollow.etiquette.why import NUMBERS, counted
from mdfollow.interview.model import Channel, Person, Status, Thanked
from tests.etiquette.notes import (
    ASKING,
    DANA,
    DELETED,
    EVA,
    LEE,
    ONSITE,
    OPEN,
    PANEL,
    SAM,
    TUESDAY,
    attempts,
    codes,
    day,
    done,
    named,
    names,
    note,
    planned,
    redated,
    span,
    ticked,
    vague,
)

E = "2026-11-24"


def test_loop_2_a_contact_on_the_day_of_the_next_interview_is_about_that_one() -> None:
    first = note(expected=E, contacted=("2026-11-17",))
    alone, followed = planned(first), planned(first, note("2026-11-17", path="later.md"))
    assert [step.made for step in attempts(alone) if step.made]
    assert not [step.made for step in attempts(followed) if step.made]


def test_ppl_1_of_several_who_lead_the_first_is_written_to_each_time() -> None:
    heads = tuple(
        Person(name, name.casefold(), "head of department") for name in ("Ada", "Ben", "Cem")
    )
    made = planned(note(people=(LEE, *heads), format=ONSITE))
    assert {step.person for step in attempts(made)} == {heads[0]}


def test_numbers_are_words_from_nought_to_fourteen() -> None:
    words = [NUMBERS[0], NUMBERS[14], "15", "-1"]
    assert [counted(number) for number in (0, 14, 15, -1)] == words


def test_an_application_is_called_what_its_first_note_calls_it() -> None:
    later = note("2026-11-10", company="ACME", path="later.md")
    (application,) = applications([later, note(company="Acme")])
    assert application.company == "Acme"


def test_applications_come_in_the_order_of_their_first_notes() -> None:
    acme = [note(path="1.md"), note("2026-11-20", path="4.md")]
    bolt = [note("2026-11-04", company="Bolt", path="2.md")]
    crane = [note("2026-11-25", company="Crane", path="3.md")]
    found = applications([*crane, *bolt, *acme])
    assert [each.company for each in found] == ["Acme", "Bolt", "Crane"]


@pytest.mark.parametrize(("others", "count"), [("ACME", 1), ("", 2)])
def test_a_link_counts_by_its_alias_only_where_a_plain_note_says_that(
    others: str, count: int
) -> None:
    """`[[Acme Holding|ACME]]` and `[[Acme Holding Ltd|ACME]]` are two, but for a plain `ACME`."""
    linked = [note(company="ACME", linked=name, path=f"{name}.md") for name in ("Alpha", "Omega")]
    plain = [note(company=others, path="plain.md")] if others else []
    assert len(applications([*linked, *plain])) == count


def test_amt_4_as_many_attempts_as_there_are_is_no_remark() -> None:
    assert Code.MOST_ATTEMPTS not in codes(planned(note(max_attempts=4)))
    assert Code.MOST_ATTEMPTS in codes(planned(note(max_attempts=5)))


@pytest.mark.parametrize(("own", "too_close"), [("2026-12-04", False), ("2026-12-03", True)])
def test_gap_3_her_own_date_a_week_after_the_last_one_is_not_too_close(
    own: str, *, too_close: bool
) -> None:
    history = {"attempt:1": done("2026-11-27"), "attempt:2": redated(own)}
    made = planned(note(expected=E, format=ONSITE, history=history))
    assert (Code.TOO_CLOSE in codes(made)) is too_close


def test_ask_2_is_named_only_where_the_question_is_answered() -> None:
    assert "ASK-2" not in named(planned(note()), "ask").rules
    answered = planned(note(expected=E, history={"ask": OPEN}))
    assert "ASK-2" in named(answered, "ask").rules


def test_ch_1_a_card_says_why_it_is_posted_at_once() -> None:
    step = named(planned(note(culture="formal")), "thank:dana-kim")
    assert step.why.startswith("A card posted on the day, 3 November")


def test_ask_1_stays_in_the_note_it_was_written_in() -> None:
    """Two notes of one day: another step's history in the first is no reason to move it."""
    first = note(history={"thank:dana-kim": OPEN})
    second = note(path="second.md", history={"ask": OPEN})
    assert named(planned(first, second), "ask", "second.md")


def test_ask_1_goes_to_somebody_of_its_own_interview() -> None:
    first, second = note(people=(LEE,)), note("2026-11-10", path="second.md", people=(EVA,))
    assert named(planned(first, second, today="2026-11-10"), "ask", "second.md").person == EVA


def test_ch_3_whoever_it_is_is_called_or_written_to() -> None:
    assert [step.channel for step in attempts(planned(note(people=())))] == [Channel.EMAIL]
    first, *_ = attempts(planned(note(people=(), format=ONSITE)))
    assert first.channel is Channel.PHONE


@pytest.mark.parametrize("second", ["2026-12-04", "2026-12-14"])
def test_gap_2_counts_attempts_also_where_her_dates_are_out_of_order(second: str) -> None:
    history = {"attempt:1": redated("2026-12-10"), "attempt:2": redated(second)}
    third = named(planned(note(expected=E, format=PANEL, history=history)), "attempt:3")
    assert "the second check-in, planned for" in third.why


def test_gap_2_of_two_on_one_day_the_one_that_was_made_carries_the_next() -> None:
    history = {"attempt:1": redated("2026-12-04"), "attempt:2": done("2026-12-04")}
    third = named(planned(note(expected=E, format=PANEL, history=history)), "attempt:3")
    assert "your last check-in on 4 December" in third.why


def test_gap_3_says_which_contact_it_leaves_room_after() -> None:
    first = note(expected="2026-11-05", history={"attempt:1": done("2026-11-12")})
    made = planned(first, note("2026-11-10", "2026-11-12", path="2.md"), today="2026-11-12")
    step, *_ = attempts(made, "2.md")
    assert step.why.startswith("A week after your last contact with them on 12 November")


def test_a_tick_on_the_day_of_the_interview_is_no_slip() -> None:
    for tick, slip in (("2026-11-03", False), ("2026-11-02", True)):
        made = planned(note(history={"thank:dana-kim": done(tick)}))
        assert (Code.BEFORE_INTERVIEW in codes(made)) is slip


def test_loop_2_a_contact_counts_once_among_three_interviews() -> None:
    first = note(contacted=("2026-11-13",))
    made = planned(first, note("2026-11-10", path="2.md"), note("2026-11-17", path="3.md"))
    assert not [step.made for step in attempts(made) if step.made]
    assert [step.made for step in attempts(made, "2.md") if step.made] == [day("2026-11-13")]


def test_over_is_no_word_for_what_waits_for_an_answer() -> None:
    waiting = named(planned(vague(note())), "attempt:1")
    assert waiting.want is Want.HOLD
    assert over(waiting) == ""


def test_ty_8_one_person_under_two_names_is_thanked_once_over_three_notes() -> None:
    """One of the later notes calls her the same, the other has her address."""
    other = Person("D. Kim", "d-kim", email=DANA.email)
    bare = Person(DANA.name, DANA.slug)
    for order in ((DANA, other, bare), (DANA, bare, other)):
        notes = [note(path=f"{n}.md", people=(who,)) for n, who in enumerate(order)]
        thanks = [name for name in names(planned(*notes)) if name.startswith("thank:")]
        assert len(thanks) == 1


def test_fu_1_the_fourth_day_is_as_good_as_the_third() -> None:
    first = named(planned(note("2026-12-17", "2026-12-31")), "attempt:1")
    assert first.window.start == day("2027-01-04")
    assert {"FU-1", "FU-3"} & set(first.rules) == {"FU-1"}


def test_over_1_one_closed_note_closes_the_application() -> None:
    notes = [note(), note("2026-11-10", path="2.md", status=Status.CLOSED)]
    (application,) = applications(notes)
    assert application.closed


@pytest.mark.parametrize(
    "history",
    [
        {"attempt:1": OPEN, "attempt:2": OPEN, "attempt:3": DELETED},
        {f"attempt:{n}": done(f"2026-11-{13 + n}") for n in range(1, 6)}
        | {"attempt:6": OPEN, "attempt:7": OPEN},
    ],
)
def test_amt_4_what_stands_beyond_the_last_one_goes(history: dict[str, Past]) -> None:
    made = planned(note(format=ONSITE, history=history))
    open_ = [s for s in attempts(made) if history.get(s.name) == OPEN]
    assert len(open_) == 2
    assert {step.want for step in open_} == {Want.DROP}


def test_int_1_asks_for_feedback_in_the_last_round() -> None:
    over: dict[str, Any] = {"status": Status.CLOSED, "status_word": "rejected"}
    over["heard"] = "2026-11-12"
    notes = [note(on, path=f"{on}.md", internal=True, **over) for on in (TUESDAY, "2026-11-10")]
    made = planned(*notes, today="2026-11-13")
    assert [step.path for step in made.steps if step.kind is Kind.FEEDBACK] == ["2026-11-10.md"]


def test_over_1_what_comes_after_a_new_beginning_belongs_to_it() -> None:
    closed = note(status=Status.CLOSED)
    later = [note(f"2026-11-{n}", path=f"{n}.md") for n in (10, 12)]
    assert [len(each.entries) for each in applications([closed, *later])] == [1, 2]


def test_gap_3_the_latest_contact_of_all_interviews_counts() -> None:
    first = note(expected="2026-11-05", history={"attempt:1": done("2026-11-12")})
    second = note("2026-11-13", path="2.md", history={"attempt:1": done("2026-11-20")})
    third = note("2026-11-21", path="3.md", history={"attempt:1": redated("2026-11-25")})
    assert Code.TOO_CLOSE in codes(planned(first, second, third, today="2026-11-21"))


def test_gap_3_a_week_after_the_last_contact_needs_no_more_room() -> None:
    first = note(expected="2026-11-05", history={"attempt:1": done("2026-11-12")})
    second = note("2026-11-13", "2026-11-16", path="2.md")
    step, *_ = attempts(planned(first, second, today="2026-11-13"), "2.md")
    assert step.window.start == day("2026-11-19")
    assert "GAP-3" not in step.rules


def test_ahead_ends_on_the_day_itself() -> None:
    for today, ahead in (("2026-11-02", True), (TUESDAY, False)):
        made = planned(note(), today=today)
        assert {step.ahead for step in made.steps} == {ahead}


def test_a_cancelled_interview_of_a_day_counts_as_the_round_of_that_day() -> None:
    held, off = note(), note(path="off.md", status=Status.CANCELLED)
    (application,) = applications([held, off])
    assert [application.round_of(each) for each in (held, off)] == [1, 1]


def test_loop_1_says_the_new_day_when_a_week_of_room_ends_there_too() -> None:
    entry = note(expected="2026-11-17", format=ONSITE, history={"attempt:1": done("2026-11-13")})
    second = named(planned(entry), "attempt:2")
    assert second.window.start == day("2026-11-20")
    assert second.why.startswith("They named a new decision date")


def test_ppl_1_without_both_the_people_of_the_last_round_are_written_to() -> None:
    second = note("2026-11-10", path="2.md", people=(EVA,))
    made = planned(note(people=(LEE,)), second, today="2026-11-10")
    assert {step.person for step in attempts(made, "2.md")} == {EVA}


def test_ask_2_the_first_letter_that_asked_is_the_day() -> None:
    history = {"thank:dana-kim": ticked("2026-11-05"), "thank:sam-roe": ticked("2026-11-04")}
    made = planned(note(people=(DANA, SAM), history=history), today="2026-11-06")
    assert named(made, "ask").made == day("2026-11-04")


def test_ask_2_a_letter_that_is_sent_by_a_key_leaves_the_question_to_another() -> None:
    sent = Thanked(slugs=("dana-kim",))
    entry = note(people=(DANA, SAM), thanked=sent, history={"thank:dana-kim": ASKING})
    assert [step.name for step in planned(entry).steps if step.asks] == ["thank:sam-roe"]


def test_int_1_one_note_that_tells_of_the_refusal_will_do() -> None:
    refused = note("2026-11-10", status=Status.CLOSED, status_word="Not selected")
    assert asks_feedback([note(internal=True), refused])
    assert not asks_feedback([note(), refused])


def test_int_1_feedback_is_asked_for_within_three_days() -> None:
    entry = note(internal=True, heard="2026-11-09", status=Status.CLOSED, status_word="rejected")
    found = named(planned(entry, today="2026-11-10"), "feedback")
    assert span(found.window) == "2026-11-10..2026-11-12"


def test_a_thank_you_in_a_cancelled_note_is_no_check_in() -> None:
    history = {"thank:dana-kim": done("2026-11-12"), "attempt:1": OPEN}
    off = note("2026-11-10", path="off.md", status=Status.CANCELLED, history=history)
    first, *_ = attempts(planned(note(expected="2026-11-10"), off, today="2026-11-12"))
    assert first.window.start == day("2026-11-13")


def test_loop_1_a_date_before_the_last_attempt_grants_none() -> None:
    history = {"attempt:1": done("2026-11-13"), "attempt:2": done("2026-12-04")}
    assert "attempt:3" not in names(planned(note(expected=E, history=history)))


def test_amt_4_less_than_none_is_none() -> None:
    entry = note(expected=E, max_attempts=-1, history={"attempt:1": done("2026-11-13")})
    assert "attempt:2" not in names(planned(entry))
