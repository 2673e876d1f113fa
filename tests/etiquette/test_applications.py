"""Which interviews belong together."""

from itertools import permutations

import pytest

from mdfollow.etiquette.application import applications
from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Entry
from mdfollow.interview.model import Format, Person, Status
from mdfollow.interview.names import company_key
from mdfollow.record import replace
from tests.etiquette.notes import DANA, EVA, LEE, OPEN, SAM, attempts, done, note, planned

SAME = (
    ("Acme", "Acme, Inc."),
    ("ACME", "acme Ltd"),
    ("Acme", "Acme GmbH & Co. KG"),
    ("Acme", "  Acme   LLC "),
    ("Blue Sky", "BlueSky"),
    ("Müller", "Mu\u0308ller GmbH"),
    ("Acme", "\uff21cme S.A."),
    ("Birch", "Birch Company"),
    ("Novo", "Novo A/S"),
    ("Birch", "Birch Sp. z o.o."),
)

DIFFERENT = (
    ("Acme", "Acme Labs"),
    ("Limited", "Inc"),
    ("AG", "SE"),
    ("Gmbhaus", "Gmb"),
    ("The Boring Company", "The Boring"),
    ("AC/DC", "DC"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_company(one: str, other: str) -> None:
    """Case, spaces and legal forms do not make another company."""
    assert company_key(one) == company_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_company(one: str, other: str) -> None:
    """Every other word does."""
    assert company_key(one) != company_key(other)


def grouped(*entries: Entry) -> list[list[str]]:
    return [[entry.path for entry in found.entries] for found in applications(entries)]


def a(on: str, path: str, **fields: object) -> Entry:
    return note(on, path=path, **fields)  # type: ignore[arg-type]


GROUPS = {
    "company and role": (
        [a("2026-11-03", "a", role="Cook"), a("2026-11-10", "b", role="COOK ", company="Acme Ltd")],
        [["a", "b"]],
    ),
    "two roles": (
        [a("2026-11-03", "a", role="Cook"), a("2026-11-10", "b", role="Baker")],
        [["a"], ["b"]],
    ),
    "a missing role joins the only other": (
        [a("2026-11-03", "a"), a("2026-11-10", "b", role="Cook")],
        [["a", "b"]],
    ),
    "a missing role beside two stands alone": (
        [
            a("2026-11-03", "a"),
            a("2026-11-04", "b", role="Cook"),
            a("2026-11-05", "c", role="Baker"),
        ],
        [["a"], ["b"], ["c"]],
    ),
    "a closed one ends": (
        [a("2026-11-03", "a", status=Status.CLOSED), a("2026-11-20", "b")],
        [["a"], ["b"]],
    ),
    "every round marked as closed": (
        [
            a("2026-11-03", "a", status=Status.CLOSED),
            a("2026-11-20", "b", status=Status.CLOSED),
        ],
        [["a", "b"]],
    ),
    "180 days": ([a("2026-01-01", "a"), a("2026-06-30", "b")], [["a", "b"]]),
    "181 days": ([a("2026-01-01", "a"), a("2026-07-01", "b")], [["a"], ["b"]]),
    "many rounds within": (
        [a("2026-01-01", "a"), a("2026-05-01", "b"), a("2026-09-01", "c")],
        [["a", "b", "c"]],
    ),
}


@pytest.mark.parametrize(("entries", "expected"), GROUPS.values(), ids=GROUPS)
def test_groups(entries: list[Entry], expected: list[list[str]]) -> None:
    """Company, role, ends and pauses part the interviews, in whatever order they come."""
    for order in permutations(entries):
        assert grouped(*order) == expected


def test_tags_sort_by_number() -> None:
    """`i2` comes before `i10` in one note."""
    (found,) = applications([note(tag="i10"), note(tag="i2")])
    assert [entry.tag for entry in found.entries] == ["i2", "i10"]


def test_nothing() -> None:
    """No entries, no applications."""
    assert applications([]) == ()


def test_company_and_role() -> None:
    """An application carries the words of its first note, and a role if any names one."""
    (found,) = applications([a("2026-11-10", "b", role="Cook"), a("2026-11-03", "a")])
    assert (found.company, found.role) == ("Acme", "Cook")


def test_rounds() -> None:
    """A missing round is 1 + the earlier dates; cancelled interviews do not count."""
    entries = [
        a("2026-11-03", "a"),
        a("2026-11-05", "b", status=Status.CANCELLED),
        a("2026-11-10", "c"),
        a("2026-11-10", "d", round=4),
        a("2026-11-20", "e"),
    ]
    (found,) = applications(entries)
    assert [meeting.round for meeting in found.meetings] == [1, 4, 3]
    assert [found.round_of(entry) for entry in found.entries] == [1, 2, 4, 4, 3]


def test_two_notes_of_one_interview() -> None:
    """n counts the different people; attempts and ask stand in the first note by path."""
    made = planned(
        a("2026-11-03", "b.md", people=(DANA, LEE, EVA), format=Format.PHONE),
        a("2026-11-03", "a.md", people=(SAM, DANA), format=Format.ONSITE),
    )
    where = {(step.path, step.name) for step in made.steps}
    assert where == {
        ("a.md", "ask"),
        ("a.md", "thank:sam-roe"),
        ("a.md", "thank:dana-kim"),
        ("b.md", "thank:lee-ortiz"),
        ("b.md", "thank:eva-brandt"),
        ("a.md", "attempt:1"),
        ("a.md", "attempt:2"),
        ("a.md", "attempt:3"),
    }


def test_second_note_added_later() -> None:
    """A note that comes first by path but later in time moves nothing."""
    history = {"ask": OPEN, "attempt:1": OPEN, "thank:dana-kim": done("2026-11-03")}
    made = planned(
        a("2026-11-03", "b.md", people=(DANA,), history=history),
        a("2026-11-03", "a.md", people=(DANA, LEE)),
    )
    names = {step.name for step in made.steps if step.path == "a.md"}
    assert names == {"thank:lee-ortiz"}


def test_attempt_ticked_in_the_other_note() -> None:
    """When both notes hold an attempt, the one made in the second counts for the first."""
    made = planned(
        a("2026-11-03", "b.md", history={"attempt:1": done("2026-11-16")}),
        a("2026-11-03", "a.md", format=Format.ONSITE, history={"attempt:1": done("2026-11-13")}),
    )
    assert [(s.number, str(s.made)) for s in attempts(made, "a.md")] == [
        (1, "2026-11-13"),
        (2, "2026-11-16"),
    ]


def person(slug: str, email: str = "") -> Person:
    return Person(slug.title(), slug, email=email)


def test_shared_mailbox() -> None:
    """Two people of one note stay two, whatever address they share."""
    first = note(path="a.md", people=(person("dana", "Team@a.example"),))
    second = note(
        path="b.md",
        people=(person("lee", "team@a.example"), person("dana", "team@a.example")),
    )
    meeting = Meeting((first, second))
    assert [one.slug for one in meeting.people] == ["dana", "lee"]


def test_one_person_spelled_two_ways() -> None:
    """The same address in two notes is the same person."""
    first = note(path="a.md", people=(person("dana", "d@a.example"),))
    second = note(path="b.md", people=(person("dana-kim", "D@a.example"),))
    assert len(Meeting((first, second)).interviewers) == 1


def test_later_reading_of_two() -> None:
    """Two notes, two decision dates: the later one counts; an answer without a day wins."""
    first = note(path="a.md", expected="2026-11-20", heard="2026-11-21")
    second = note(path="b.md", expected="2026-11-24")
    meeting = Meeting((first, second))
    assert str(meeting.decision) == "2026-11-24"
    assert not meeting.answered
    undated = replace(second, interview=replace(second.interview, heard=True))
    assert Meeting((first, undated)).answered


def test_over_1_one_open_note_of_a_day_is_a_new_beginning() -> None:
    closed = note(path="1.md", status=Status.CLOSED)
    both = [note("2026-11-10", path="2.md", status=Status.CLOSED), note("2026-11-10", path="3.md")]
    assert grouped(closed, *both) == [["1.md"], ["2.md", "3.md"]]


def test_over_1_one_closed_round_of_several_is_an_end() -> None:
    rounds = [note(path="1.md"), note("2026-11-10", path="2.md", status=Status.CLOSED)]
    again = note("2026-11-20", path="3.md")
    assert grouped(*rounds, again) == [["1.md", "2.md"], ["3.md"]]
