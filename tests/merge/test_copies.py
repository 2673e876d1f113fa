"""Merge-cases 18 before any plan: of two files of one interview the original gets it."""

from datetime import date

import pytest

from mdfollow.sync.copies import is_copy_name
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, Vault

NOTE = b"---\ncompany: Acme\ninterview_date: 2026-11-03\ninterviewers: Mara Lind\n---\n"
TODAY = date(2026, 11, 4)
SUFFIXES = [
    *(" 2", " (1)", " (Kopie)", " copy", " copy 2", " - Copy", " - Copy (2)", "-DESKTOP-AB12CD3"),
    *(" [conflict 2026-11-05]", " (case conflict)", "-conflict-20261105", " - Kopie"),
    " (SFConflict m@x.example 2026-11-05-10-10-10)",
]


def changed(*notes: Note) -> dict[str, bool]:
    return {each.path: each.changed for each in sync(notes, Vault(), TODAY)}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("ending", [".md", ".org"])
def test_r18_the_shorter_name_is_the_original(suffix: str, ending: str) -> None:
    data = NOTE
    if ending == ".org":
        data = b"#+COMPANY: Acme\n#+INTERVIEW_DATE: <2026-11-03 Tue>\n#+INTERVIEWERS: Mara Lind\n"
    copy, original = f"jobs/Acme{suffix}{ending}", f"jobs/Acme{ending}"
    reports = {
        each.path: each for each in sync([Note(copy, data), Note(original, data)], Vault(), TODAY)
    }
    assert reports[original].changed
    assert not reports[copy].changed
    (problem,) = [each for each in reports[copy].problems if each.code == "MDF204"]
    assert original in problem.sentence


@pytest.mark.parametrize(
    "other",
    [
        Note("b/Acme (1).md", NOTE),
        Note("Acme Ltd.md", NOTE),
        Note("Acme round two.md", NOTE),
        Note("Acme 2.md", NOTE.replace(b"2026-11-03", b"2026-11-04")),
        Note("Acme 2.md", NOTE.replace(b"Mara Lind", b"Tom Okoro")),
        Note("Acme 2.md", NOTE.replace(b"company: Acme", b"company: Acme\nrole: Baker")),
        Note("Acme 2.md", NOTE.replace(b"company: Acme", b"company: Birch")),
    ],
)
def test_r18_another_note_is_no_copy(other: Note) -> None:
    reports = sync([Note("Acme.md", NOTE), other], Vault(), TODAY)
    assert not [each for report in reports for each in report.problems if each.code == "MDF204"]


def test_r18_a_plan_stays_where_it_is() -> None:
    planned = next(iter(sync([Note("Acme (1).md", NOTE)], Vault(), TODAY))).new
    assert changed(Note("Acme.md", NOTE), Note("Acme (1).md", planned)) == {
        "Acme.md": False,
        "Acme (1).md": False,
    }


def test_names_that_only_begin_alike() -> None:
    for name in ("Acme-two", "Acme2", "Acme 2026", "Acmeconflict", "Acme", "Acm"):
        assert not is_copy_name(name, "Acme")
