"""What several notes of one interview come to."""

from mdfollow.etiquette.attempts import numbered
from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Mark, Past
from mdfollow.interview.model import Decision, Person
from mdfollow.record import replace
from tests.etiquette.notes import DANA, OPEN, attempts, day, done, names, note, planned, vague


def test_two_people_with_one_mailbox_are_not_both_somebody_of_an_earlier_note() -> None:
    front, first, second = (
        Person(name, name.casefold(), email="front@a.example") for name in ("Ada", "Ben", "Cem")
    )
    later = note(path="later.md", people=(first, second))
    assert Meeting((note(people=(front,)), later)).people == (front, second)


def test_a_person_is_who_the_first_note_says() -> None:
    named_again = Person(DANA.name, DANA.slug)
    found = Meeting((note(), note(path="later.md", people=(named_again,))))
    assert (found.people, found.interviewers) == ((DANA,), (DANA,))


def test_done_a_step_stays_where_it_was_ticked() -> None:
    first, second = (
        note(history={"ask": OPEN}),
        note(path="2.md", history={"ask": done("2026-11-04")}),
    )
    assert Meeting((first, second)).home("ask") is second


def test_ty_1_one_note_is_enough_to_say_who_was_there_and_what_they_named() -> None:
    around = replace(DANA, interviewer=False)
    notes = note(people=(around,)), note(path="2.md", people=(DANA,))
    assert Meeting(notes).interviewers == (around,)
    assert "thank:dana-kim" in names(planned(*notes))
    assert Meeting((vague(note()), note(path="2.md"))).unread


def test_the_last_answer_of_all_notes_counts() -> None:
    notes = note(heard="2026-11-12"), note(path="2.md", heard="2026-11-20")
    assert Meeting(notes).heard == day("2026-11-20")


def test_loop_2_a_check_in_called_off_in_another_note_is_no_contact() -> None:
    made = {"attempt:1": done("2026-11-13")}
    off = {"attempt:1": Past(Mark.CANCELLED, day("2026-11-16")), "attempt:2": Past(Mark.DONE)}
    other = note(path="later.md", history=off)
    found = planned(note(expected="2026-11-10", history=made), other)
    assert [step.made for step in attempts(found) if step.made] == [day("2026-11-13")]


def test_ty_8_two_people_of_one_note_stay_two_whoever_shares_their_mailbox() -> None:
    front, same, other = (
        Person(name, name.casefold(), email="front@a.example") for name in ("Ada", "Ben", "Cem")
    )
    rows = ((front,), (same,), (other, front))
    notes = tuple(note(path=f"{n}.md", people=people) for n, people in enumerate(rows))
    assert Meeting(notes).people == (front, other)


def test_amt_5_an_answer_on_the_decision_date_is_the_answer() -> None:
    for on, answered in (("2026-11-12", True), ("2026-11-11", False)):
        assert Meeting((note(expected="2026-11-12", heard=on),)).answered is answered


def test_exp_1_is_named_where_one_of_two_notes_has_it_in_words() -> None:
    plain = note(expected="2026-11-24")
    words = Decision(day("2026-11-24"), "3 weeks after the interview")
    read = replace(note(path="2.md"), interview=replace(plain.interview, decision=words))
    (first,) = [step for step in planned(plain, read).steps if step.name == "attempt:1"]
    assert "EXP-1" in first.rules


def test_what_is_no_number_of_an_attempt_is_none_of_ours() -> None:
    names = ("attempt:0", "attempt:2", "attempt:12", "attempt:100", "thank:3")
    assert numbered(dict.fromkeys(names, OPEN)) == {2: OPEN, 12: OPEN}


def test_exp_2_one_date_out_of_bounds_is_enough_where_no_other_is_known() -> None:
    assert Meeting((note(expected="2020-01-01"), note(path="2.md"))).decision_out_of_bounds
    assert not Meeting((note(), note(path="2.md"))).decision_out_of_bounds
