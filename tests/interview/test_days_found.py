"""Days that no key holds: in a file's name, planned for a heading, stamped in it, its journal's."""

import pytest

from mdfollow.interview.detect import Judgement, Kind
from mdfollow.interview.paths import named_day
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.judging import judged
from mdfollow.sync.pages import open_page

MARKED = "---\ntype: interview\ncompany: Acme\n---\n"
CREATED = "* Tuesday, 11/03/2026\n:PROPERTIES:\n:CREATED: 20261103\n:END:\n"
DATED = ":PROPERTIES:\n:COMPANY: Acme\n:DATE: <2026-11-03 Tue>\n:END:\n"
DRAWER = ":PROPERTIES:\n:COMPANY: Acme\n:END:\n"


def what(path: str, text: str) -> Judgement:
    return judged(path, text.encode(), Settings())


def days(path: str, text: str) -> list[str]:
    page = open_page(path, text.encode(), Settings(), Surroundings())
    homes = () if isinstance(page, tuple) else page.homes
    return [str(one.day) for home in homes for one in home.interviews]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2026-11-03 Acme.md", "2026-11-03"),
        ("jobs/Acme 2026_11_03.md", "2026-11-03"),
        ("2026-11-03.md", "2026-11-03"),
        ("journals/2026_11_03.md", "2026-11-03"),
        ("20261103.org", "2026-11-03"),
        ("2026-02-30 Acme.md", ""),
        ("20261399.org", ""),
        ("Acme 2026-11-03 talk.md", ""),
        ("12026-11-03.md", ""),
        ("2026-11-031.md", ""),
        ("2026-11_03.md", ""),
        ("Acme.md", ""),
    ],
)
def test_a_day_begins_or_ends_the_name(name: str, day: str) -> None:
    assert named_day(name) == day
    if name.endswith(".md"):
        assert days(name, MARKED) == ([day] if day else [])


def test_a_key_comes_before_the_name_and_the_name_counts_only_with_a_marker() -> None:
    keyed = MARKED.replace("company", "date: 2026-11-04\ncompany")
    assert days("2026-11-03 Acme.md", keyed) == ["2026-11-04"]
    plain = "---\ncompany: Acme\nrole: Buyer\n---\n"
    assert what("2026-11-03 Acme.md", plain).what is Kind.NONE
    assert what("2026-11-03 Acme.md", MARKED.replace("company", "date:\ncompany")).missing


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"* Acme :interview:\nSCHEDULED: <2026-11-03 Tue 10:00>\n{DRAWER}", "2026-11-03"),
        (f"* Acme <2026-11-03 Tue> :interview:\n{DRAWER}", "2026-11-03"),
        (f"* Acme :interview:\n{DRAWER}[2026-11-03 Tue] with Dana\n", "2026-11-03"),
        (f"* 2026-11-03 Tuesday\n** Acme :interview:\n{DRAWER}", "2026-11-03"),
        (
            f"{CREATED}** 10:00 Acme :interview:\n{DRAWER}",
            "2026-11-03",
        ),
        (f"* Acme :interview:\nDEADLINE: <2026-11-03 Tue>\n{DRAWER}", ""),
        (f"* Acme :interview:\n{DRAWER}her words\n<2026-11-03 Tue>\n", ""),
        (f"* Acme <2026-13-03 Tue> :interview:\n{DRAWER}", ""),
        (
            f"* Acme :interview:\nSCHEDULED: <2026-11-01 Sun>\n{DATED}",
            "2026-11-03",
        ),
    ],
)
def test_the_day_of_an_org_heading(text: str, day: str) -> None:
    assert days("jobs.org", text) == ([day] if day else [])
    assert what("jobs.org", text).what is (Kind.INTERVIEW if day else Kind.NEARLY)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ninterview_date: 2026-11-03\ninterviewers: J\ncompnay: Acme\n---\n", "company: Acme"),
        ("---\ninterview_date: 2026-11-03\ninterviewers: Dana\ntitle: Interview at Birch\n---\n",
         "company: Birch"),
        ("---\ntype: interview\ncompany: Acme\ninterview: 2026-11-03\n---\n",
         "interview_date: 2026-11-03"),
        ("---\ntype: interview\ncompany: Acme\nInterview Date:\n---\n", "Interview Date:"),
        ("---\ncompany: Acme\ninterview_id: 7\n---\n", ""),
        ("---\ncompany: Acme\ninterviewed: yes\n---\n", ""),
        ("---\ntype: interview\ndate: 2026-11-03\n---\n", ""),
    ],
)  # fmt: skip
def test_the_one_line_that_is_missing(text: str, line: str) -> None:
    missing = what("x.md", text).missing
    assert (missing.line if missing else "") == line


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("a 2026-11-03 b.md", "type:: interview\ncompany:: Acme\n", "interview_date:: 2026-11-03"),
        ("a.md", '+++\ntype = "interview"\ncompany = "Acme"\n+++\n', 'interview_date = ""'),
        ("a 2026-11-03.org", "#+FILETAGS: :interview:\n#+COMPANY: Acme\n* x\n", ""),
        ("2026-11-03 b.org", f"* Talk :interview:\n{DRAWER}", ""),
        ("b.org", f"* Talk 2026-11-03 :interview:\n{DRAWER}", ":INTERVIEW_DATE: 2026-11-03"),
        ("b.org", "#+TYPE: interview\n#+COMPANY: Acme\n", "#+INTERVIEW_DATE:"),
    ],
)
def test_the_line_is_spelt_as_the_note_spells(path: str, text: str, line: str) -> None:
    missing = what(path, text).missing
    assert (missing.line if missing else "") == line


def test_every_file_gets_a_sentence() -> None:
    assert "end like a note" in what("a.txt", "x").reason
    assert "no heading" in what("a.org", "* Acme\n").reason
    assert "line 2" in what("a.md", "---\ncompany: 'x\n---\n").reason
