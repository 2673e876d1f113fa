"""What several notes of one interview come to."""

from mdfollow.etiquette.meeting import Meeting
from mdfollow.interview.model import Person
from mdfollow.record import replace
from tests.etiquette.notes import DANA, OPEN, done, names, note, planned, vague


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
