"""Titles name person and company, read as an errand, and stay unique in a note."""

from dataclasses import replace
from typing import Any

import pytest

from mdfollow.etiquette.model import Kind
from mdfollow.letters import draft
from mdfollow.letters.facts import Facts
from mdfollow.letters.titles import title
from tests.letters.invented import ME, step

DANA = Facts(person="Dana Kim", company="Acme", date="2026-11-03", channel="email")
NOBODY = replace(DANA, person="")
ASK = Facts(person="Sam Roe", company="Acme", asked="yes")

TITLES = [
    (Kind.THANK, DANA, {}, "Thank Dana Kim (Acme) by e-mail"),
    (
        Kind.THANK,
        replace(DANA, channel="email+card"),
        {},
        "Thank Dana Kim (Acme) by e-mail; a note card as well would stand out",
    ),
    (
        Kind.THANK,
        replace(DANA, channel="card"),
        {},
        "Thank Dana Kim (Acme) with a note card, posted the same day",
    ),
    (
        Kind.THANK,
        replace(DANA, via="Sam Roe"),
        {},
        "Thank Dana Kim (Acme) by e-mail, through Sam Roe",
    ),
    (Kind.THANK, replace(DANA, company=""), {}, "Thank Dana Kim by e-mail"),
    (Kind.THANK, NOBODY, {}, "Thank whoever interviewed you at Acme by e-mail"),
    (
        Kind.ASK,
        ASK,
        {},
        "Ask before you leave, or in the thank-you to Sam Roe (Acme), when they expect to decide",
    ),
    (Kind.ASK, replace(ASK, asked=""), {}, "Ask Sam Roe (Acme) when they expect to decide"),
    (
        Kind.ATTEMPT,
        replace(DANA, channel="phone"),
        {"number": 1},
        "Call Dana Kim (Acme): still interested, what is the next step?",
    ),
    (
        Kind.ATTEMPT,
        DANA,
        {"number": 2},
        "Write to Dana Kim (Acme): anything they still need, and what comes next?",
    ),
    (
        Kind.ATTEMPT,
        NOBODY,
        {"number": 1},
        "Write to your contact at Acme: still interested, what is the next step?",
    ),
    (Kind.FEEDBACK, DANA, {}, "Ask Dana Kim (Acme) for feedback for the next vacancy"),
]


@pytest.mark.parametrize(("kind", "facts", "more", "words"), TITLES)
def test_titles(kind: Kind, facts: Facts, more: dict[str, Any], words: str) -> None:
    assert title(step(kind, **more), facts) == words


def test_the_occasion_joins_the_company() -> None:
    words = title(step(Kind.THANK), DANA, occasion="round 2")
    assert words == "Thank Dana Kim (Acme, round 2) by e-mail"
    assert "(3 Nov)" in title(step(Kind.THANK), NOBODY, occasion="3 Nov")


def test_attempts_to_one_person_have_titles_of_their_own() -> None:
    for channel in ("email", "phone"):
        facts = replace(DANA, channel=channel)
        titles = {title(step(Kind.ATTEMPT, number=number), facts) for number in range(1, 5)}
        assert len(titles) == 4


def test_braces_in_a_name_are_text() -> None:
    assert "{x} (Acme)" in title(step(Kind.THANK), replace(DANA, person="{x}"))


HEADINGS = [
    (Kind.THANK, DANA, 0, "Thank-you note to Dana Kim"),
    (Kind.THANK, replace(DANA, channel="card"), 0, "Note card to Dana Kim"),
    (Kind.THANK, NOBODY, 0, "Thank-you note to whoever interviewed you at Acme"),
    (Kind.ATTEMPT, replace(DANA, channel="phone"), 1, "Check-in with Dana Kim, by phone"),
    (Kind.ATTEMPT, DANA, 2, "Second check-in with Dana Kim, by e-mail"),
    (Kind.ATTEMPT, NOBODY, 4, "Fourth check-in with your contact at Acme, by e-mail"),
    (Kind.FEEDBACK, DANA, 0, "Asking Dana Kim for feedback"),
]


@pytest.mark.parametrize(("kind", "facts", "number", "words"), HEADINGS)
def test_headings_of_drafts(kind: Kind, facts: Facts, number: int, words: str) -> None:
    made = draft(step(kind, number=number), facts, 0, ME)
    assert made is not None
    assert made.heading == words
    again = draft(step(kind, number=number), facts, 0, ME, occasion="round 2")
    assert again is not None
    assert again.heading == f"{words} (round 2)"
