"""Dates, decisions and names as somebody else typed them, with what a careful person reads."""

from datetime import date
from pathlib import Path

import pytest

from mdfollow.interview.cast import cast_of
from mdfollow.interview.dates import read_date
from mdfollow.interview.facts import Context
from mdfollow.interview.fields import fields_of
from mdfollow.interview.findings import Findings
from mdfollow.interview.person_name import person_name
from mdfollow.interview.phrases import read_decision
from mdfollow.interview.tables.unknown import UNKNOWN
from mdfollow.settings import Settings
from mdfollow.value import Mapping, Place, Scalar

LISTS = Path(__file__).parent / "lists"


def rows(name: str) -> list[list[str]]:
    lines = (LISTS / name).read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines if line.strip()]


def date_read(text: str, day: str, key: str) -> str:
    """The day read, `unknown` or `unreadable`."""
    if key != "decision":
        moment = read_date(text)
        if text.lower() in UNKNOWN:
            return "unknown"
        return str(moment.day) if moment.day else "unreadable"
    found = read_decision(text, date.fromisoformat(day))
    if found.decision.day:
        return str(found.decision.day)
    return "unreadable" if found.fault and found.code != "MDF105" else "unknown"


def greeting(text: str, company: str = "Birch") -> str:
    """What stands after "Dear" for the one interviewer; `?` when nobody is named."""
    place = Place(1, 1)
    pairs = (("company", company), ("interviewers", text))
    mapping = Mapping(tuple((Scalar(k, place), Scalar(v, place)) for k, v in pairs), place)
    context = Context(Settings(), Findings("a.md"))
    people = [p for p in cast_of(fields_of(mapping), context, kind=True) if p.interviewer]
    assert len(people) <= 1, [person.name for person in people]
    return (person_name(people[0].name).greeting() or "?") if people else "?"


@pytest.mark.parametrize("row", rows("dates.tsv"), ids=lambda row: f"{row[2]}: {row[0]}")
def test_dates_and_decisions(row: list[str]) -> None:
    typed, day, key, expected = row[:4]
    assert date_read(typed, day, key) in expected.split(" | ")


@pytest.mark.parametrize("row", rows("names.tsv"), ids=lambda row: row[0])
def test_names_are_greeted_as_a_careful_person_would(row: list[str]) -> None:
    typed, hint, expected = row[:3]
    company = hint.removeprefix("company is ") if hint.startswith("company is ") else "Birch"
    assert greeting(typed, company) in expected.split(" | ")
