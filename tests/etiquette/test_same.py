"""SAME: one person in several applications, one message."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from mdfollow.etiquette import same
from mdfollow.etiquette.application import applications
from mdfollow.etiquette.model import Entry, Step, Want
from mdfollow.etiquette.plan import plan
from mdfollow.etiquette.same import together
from mdfollow.interview.model import Part, Person
from mdfollow.settings import Settings
from tests.etiquette.notes import LEE, day, note, window

ANA = Person("Ana Ruiz", "ana-ruiz", "recruiter, Hays", Part.RECRUITER, email="ana@hays.example")


def steps(*entries: Entry) -> list[Step]:
    """What stands in the notes of all applications the entries make."""
    found = applications(entries)
    made = [step for each in found for step in plan(each, Settings(), day("2026-11-05")).steps]
    return [step for step in made if step.want is Want.WRITE]


def grouped(*entries: Entry) -> list[list[str]]:
    """The companies that one message covers."""
    return [[each.interview.company for each in group] for group in together(steps(*entries))]


def at(company: str, expected: str, person: Person = ANA, **fields: Any) -> Entry:
    return note(
        expected=expected, company=company, path=f"{company}.md", people=(person, LEE), **fields
    )


def test_same_three_applications_within_a_week() -> None:
    """One message on the latest day, and no date moves."""
    entries = at("Acme", "2026-11-12"), at("Birch", "2026-11-15"), at("Cedar", "2026-11-17")
    assert grouped(*entries) == [["Acme", "Birch", "Cedar"]]
    (group,) = together(steps(*entries))
    assert [str(each.window.start) for each in group] == ["2026-11-16", "2026-11-18", "2026-11-20"]


def test_same_a_week_apart_at_most() -> None:
    assert grouped(at("Acme", "2026-11-12"), at("Birch", "2026-11-24")) == []


def test_same_a_week_apart_is_near_enough() -> None:
    entries = at("Acme", "2026-11-12"), at("Birch", "2026-11-20")
    assert [str(each.window.start) for each in steps(*entries) if each.number] == [
        "2026-11-16",
        "2026-11-23",
    ]
    assert grouped(*entries) == [["Acme", "Birch"]]


def test_same_a_week_is_counted_from_the_first() -> None:
    """A chain of five days and five days is no one message."""
    entries = at("Acme", "2026-11-12"), at("Birch", "2026-11-17"), at("Cedar", "2026-11-22")
    assert grouped(*entries) == [["Acme", "Birch"]]


def test_same_by_name_and_agency_only() -> None:
    """Without an address the full name and the house must be one; a name alone says nothing."""
    hays = replace(ANA, email="")
    other = replace(hays, role="recruiter, Robert Half")
    inside = replace(hays, role="recruiter")
    spelled = replace(hays, role="Recruiter at Hays")
    for same_ in (hays, spelled):
        assert grouped(at("Acme", "2026-11-12", hays), at("Birch", "2026-11-12", same_))
    assert not grouped(at("Acme", "2026-11-12", hays), at("Birch", "2026-11-12", other))
    assert not grouped(at("Acme", "2026-11-12", inside), at("Birch", "2026-11-12", inside))


def test_same_two_addresses_are_two_people() -> None:
    other = replace(ANA, email="ana@other.example")
    assert not grouped(at("Acme", "2026-11-12"), at("Birch", "2026-11-12", other))


def test_same_one_company_with_two_roles() -> None:
    """Two jobs at one place, one person: the house is the company."""
    inside = replace(ANA, email="", role="recruiter")
    one = at("Acme", "2026-11-12", inside, role="Baker")
    other = replace(at("Acme", "2026-11-12", inside, role="Cook"), path="cook.md")
    assert grouped(one, other) == [["Acme", "Acme"]]


def test_same_people_are_told_apart_without_comparing_each_with_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """P11: a long search has hundreds of them; only who could be one person is compared."""
    compared: list[Step] = []
    fits = same._fits

    def counted(group: Sequence[Step], step: Step) -> bool:
        compared.append(step)
        return fits(group, step)

    monkeypatch.setattr(same, "_fits", counted)
    people = [Person(f"Ana Ruiz {n}", f"ana-ruiz-{n}", email=f"{n}@x.example") for n in range(20)]
    entries = [at(f"Firm {n}", "2026-11-12", who) for n, who in enumerate(people)]
    bo = Person("Bo Lind", "bo-lind")
    entries += [at(company, "2026-11-12", bo) for company in ("North", "South")]
    assert grouped(*entries, at("Other", "2026-11-13", people[3])) == [["Firm 3", "Other"]]
    assert len(compared) == 1


def test_same_a_name_will_do_where_one_note_has_no_address() -> None:
    bare = Person(ANA.name, ANA.slug, ANA.role, Part.RECRUITER)
    assert grouped(at("Acme", "2026-11-12"), at("Birch", "2026-11-15", bare)) == [["Acme", "Birch"]]


def test_same_nobody_is_nobody() -> None:
    one = note(expected="2026-11-12", company="Acme", path="acme.md", people=())
    other = note(expected="2026-11-15", company="Birch", path="birch.md", people=())
    assert grouped(one, other) == []


def test_same_a_first_name_alone_is_nobody_in_particular() -> None:
    ana = Person("Ana", "ana", "recruiter", Part.RECRUITER)
    one = at("Acme", "2026-11-12", ana, role="Seller")
    other = at("Acme", "2026-11-15", ana, role="Buyer")
    assert grouped(one, replace(other, path="other.md")) == []


def test_same_one_of_the_group_is_enough_to_know_who_it_is() -> None:
    """By address with the second, by name and house with the third."""
    other, bare = replace(ANA, name="A. Ruiz", slug="a-ruiz"), replace(ANA, email="")
    companies = {"Acme": ANA, "Birch": other, "Cedar": bare}
    entries = [at(company, "2026-11-12", person) for company, person in companies.items()]
    assert grouped(*entries) == [["Acme", "Birch", "Cedar"]]


def test_same_two_check_ins_of_one_interview_stay_two() -> None:
    entries = at("Acme", "2026-11-12"), at("Birch", "2026-11-12")
    acme, birch = (step for step in steps(*entries) if step.number)
    second = replace(acme, name="attempt:2", number=2, window=window("2026-11-20"))
    assert together([acme, birch, second]) == ((acme, birch),)
