"""What names nobody, and what does though it looks like it."""

import time

import pytest
from tests.stalls import A_STALL

from mdfollow.interview.naming import parted, read_naming
from mdfollow.interview.no_names import is_name, names_nobody

NOBODY = [
    *("panel of 4", "two engineers", "the team", "Platform team", "Hiring Panel", "HR", "TBD"),
    *("head chef", "VP Engineering", "Creative Director", "Talent Acquisition", "N.N.", "t.b.d."),
    *("tall guy with beard", "someone from finance", "forgot her name", "a lady from HR"),
    *("https://meet.example/abc", "birch.example", "Google Meet", "Personalabteilung", "2 others"),
]
SOMEBODY = [
    *("Mark Team", "Art Panel", "Dean Hall", "Hope Grant", "Will Grant", "Mark Board"),
    *("A Banks", "No Min-su", "Nurse Bev", "priya", "Ann Manager", "Maria de la Cruz"),
]


@pytest.mark.parametrize("text", NOBODY)
def test_names_nobody(text: str) -> None:
    assert names_nobody(text)


@pytest.mark.parametrize("text", SOMEBODY)
def test_is_somebodys_name(text: str) -> None:
    assert not names_nobody(text)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("recruiter Sam", "Sam", "recruiter"),
        ("Sam from HR", "Sam", "HR"),
        ("CTO: Ana Ruiz", "Ana Ruiz", "CTO"),
        ("hiring manager Ana Ruiz", "Ana Ruiz", "hiring manager"),
        ("sam@acme.example (Sam Roe)", "Sam Roe", ""),
        ("Mara (née Lind) Okoro", "Mara Okoro", ""),
    ],
)
def test_name_and_role_are_told_apart(text: str, name: str, role: str) -> None:
    found = read_naming(text)
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Lind, Mara", ["Lind, Mara"]),
        ("Dana, Sam", ["Dana", "Sam"]),
        ("Kim, Dana", ["Kim, Dana"]),
        ("Lind, Mara, Okoro, Tom", ["Mara Lind", "Tom Okoro"]),
        ("Dana Kim, Sam Roe", ["Dana Kim", "Sam Roe"]),
        ("van der Berg, Jan", ["van der Berg, Jan"]),
        ("Mara Lind w/ Tom Okoro", ["Mara Lind", "Tom Okoro"]),
        ("Mara Lind and team", ["Mara Lind", "team"]),
        ("Lind, Mara; Okoro, Tom", ["Lind, Mara", "Okoro, Tom"]),
    ],
)
def test_one_line_is_parted_into_people(text: str, people: list[str]) -> None:
    assert parted(text) == people


@pytest.mark.parametrize("name", ["Zoe\u0308 Bronte\u0308", "गीता", "Jr. Ann", "Dana K."])
def test_marks_and_dots_of_a_name_stay(name: str) -> None:
    assert read_naming(f"👤 {name} 🦊").name == name


def test_brackets_without_end_are_no_name_and_take_no_time() -> None:
    begin = time.process_time()
    assert not is_name("Dana Kim " + "<[" * 1_500)
    assert time.process_time() - begin < A_STALL
