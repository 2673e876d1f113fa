"""docs/fields.md is what the source says, and every example on it is read without a word."""

from pathlib import Path

import pytest

from mdfollow.document.frontmatter import fields, find
from mdfollow.interview.dates import read_date
from mdfollow.interview.fields import ALIASES, PERSON_ALIASES, fold
from mdfollow.interview.read import read
from mdfollow.problem import Problem, Severity
from mdfollow.settings import Settings
from mdfollow.views.field_pages import spelt
from mdfollow.views.field_words import DATES, FIELDS, PERSON, SPELT
from pages import DOCS, PAGES

EXAMPLES = [(name, example) for name, said in FIELDS.items() for example in said.examples]
NOTE = {"type": "interview", "company": "Acme", "interview_date": "2026-11-03"}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_the_source_has_it(name: str) -> None:
    """`python scripts/pages.py` writes it anew."""
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]()


def test_every_field_is_described() -> None:
    assert list(FIELDS) == list(ALIASES)
    assert list(PERSON) == list(PERSON_ALIASES)


def test_keys_are_spelt_as_they_are_read() -> None:
    aliases = {
        each for table in (ALIASES, PERSON_ALIASES) for row in table.values() for each in row
    }
    for folded, shown in SPELT.items():
        assert fold(shown) == folded
        assert folded in aliases
    page = PAGES["fields.md"]()
    for alias in aliases - {f"interviewer{number}" for number in range(2, 9)}:
        assert f"`{spelt(alias)}`" in page, alias


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda each: each.partition("\n")[0])
def test_an_example_is_read(name: str, example: str) -> None:
    lines = [f"{key}: {value}" for key, value in NOTE.items() if not example.startswith(key)]
    if name == "interviews":
        lines = [line for line in lines if not line.startswith("interview_date")]
    if name != "interviews" and "interviewers" not in example:
        lines.append("interviewers: Dana Kim" if name != "attendees" else "role: Baker")
    block = find("\n".join(["---", *lines, example, "---", ""]).encode())
    assert block is not None
    mapping = fields(block, "a.md")
    assert not isinstance(mapping, Problem)
    reading = read(mapping, path="a.md", settings=Settings())
    assert reading.interviews
    problems = [each for each in reading.problems if each.code not in ("MDF122", "MDF124")]
    assert not problems
    assert all(each.severity is Severity.HINT for each in reading.problems)


def test_two_of_the_dates_are_refused() -> None:
    assert [text for text in DATES if read_date(text).day is None] == ["03/11/2026", "last Tuesday"]


def test_links_of_the_page_lead_somewhere() -> None:
    page = (DOCS / "fields.md").read_text(encoding="utf-8")
    headings = {
        line.lstrip("#").strip().lower().replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    }
    links = {link.partition(")")[0] for link in page.split("](#")[1:]}
    assert links
    assert links <= headings
    assert Path(DOCS / "fields.md").is_file()
