"""What a plan says beside its steps, and when it does not."""

from typing import Any

from mdfollow.etiquette.remarks import Code
from mdfollow.interview.model import Status
from tests.etiquette.notes import DANA, LEE, codes, done, note, planned, redated

E = "2026-11-24"


def test_ty_1_whoever_it_was_is_asked_for_only_where_nobody_is_named() -> None:
    assert Code.UNNAMED in codes(planned(note(people=())))
    assert Code.UNNAMED not in codes(planned(note()))


def test_msg_3_news_of_the_last_round_will_do() -> None:
    last = note("2026-11-10", path="2.md", news=("Acme opens a Leeds site",))
    other = note("2026-11-10", path="3.md")
    assert Code.NEWS not in codes(planned(note(), last, other, today="2026-11-10"))


def test_gap_3_her_own_date_on_the_decision_date_comes_too_early() -> None:
    for own, early in ((E, True), ("2026-11-25", False)):
        made = planned(note(expected=E, history={"attempt:1": redated(own)}))
        assert (Code.BEFORE_DECISION in codes(made)) is early


def test_ppl_1_a_stranger_is_remarked_on_only_without_recruiter_and_manager() -> None:
    assert Code.RECIPIENT not in codes(planned(note(people=(DANA, LEE))))
    assert Code.RECIPIENT in codes(planned(note(people=(LEE,))))


def test_done_a_tick_before_the_interview_is_named_by_its_task() -> None:
    early = done("2026-11-02")
    made = planned(note(history={"thank:dana-kim": early, "attempt:1": early}))
    said = [each.sentence for each in made.remarks if each.code == Code.BEFORE_INTERVIEW]
    assert {sentence.partition(" is ticked")[0] for sentence in said} == {
        "The thank-you to Dana Kim",
        "Check-in 1",
    }


def test_amt_5_who_asked_for_none_is_not_told_that_it_is_enough() -> None:
    made = {"attempt:1": done("2026-11-27")}
    assert Code.ENOUGH not in codes(planned(note(expected=E, max_attempts=0, history=made)))
    assert Code.ENOUGH in codes(planned(note(expected=E, max_attempts=1, history=made)))


def test_gap_3_her_own_date_is_seen_beside_the_last_of_several_check_ins() -> None:
    first = note(history={"attempt:1": done("2026-11-12"), "attempt:2": done("2026-11-19")})
    second = note("2026-11-20", path="2.md", history={"attempt:1": redated("2026-11-24")})
    assert Code.TOO_CLOSE in codes(planned(first, second, today="2026-11-20"))


def test_int_1_the_day_of_an_answer_is_asked_for_in_the_last_note() -> None:
    over: dict[str, Any] = {"internal": True, "status": Status.CLOSED, "status_word": "rejected"}
    last = note("2026-11-10", path="2026-11-10.md", heard=True, **over)
    made = planned(note(**over), last, today="2026-11-13")
    said = [each.path for each in made.remarks if each.code == Code.ANSWER_UNDATED]
    assert said == ["2026-11-10.md"]


def test_gap_3_her_own_date_is_seen_beside_the_decision_of_the_last_interview() -> None:
    last = note("2026-11-10", E, path="2.md", history={"attempt:1": redated("2026-11-20")})
    assert Code.BEFORE_DECISION in codes(planned(note(), last, today="2026-11-10"))


def test_gap_3_a_remark_names_a_task_only_where_it_is_about_one() -> None:
    made = planned(note(expected=E, people=(), history={"attempt:1": redated(E)}))
    assert {each.code: each.step for each in made.remarks} == {
        Code.UNNAMED: "",
        Code.BEFORE_DECISION: "attempt:1",
        Code.NEWS: "",
    }
