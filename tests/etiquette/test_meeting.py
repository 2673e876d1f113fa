"""What several notes of one interview come to."""

from mdfollow.etiquette.meeting import Meeting
from mdfollow.interview.model import Person
from tests.etiquette.notes import DANA, OPEN, done, note


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
