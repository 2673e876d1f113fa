"""docs/problems.md has one section for every code in the source, and no other."""

import re
from pathlib import Path

import pytest

from mdfollow.etiquette.rules import RULES
from mdfollow.interview.codes import CODES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (MDF\d{3}): (.+?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
PARTS = ("**What.** ", "**Why.** ", "**What to do.** ")


def used() -> set[str]:
    """Every code that the source spells out."""
    files = sorted((ROOT / "src").rglob("*.py"))
    assert files
    return {code for file in files for code in re.findall(r'"(MDF\d{3})"', file.read_text("utf-8"))}


def test_every_code_has_its_section_and_every_section_its_code() -> None:
    codes = used()
    assert len(codes) > 50
    assert set(CODES) <= codes
    assert set(SECTIONS) == codes


def test_the_sections_are_in_order() -> None:
    headings = re.findall(r"^### (MDF\d{3})", PAGE, re.MULTILINE)
    assert headings == sorted(set(headings))


@pytest.mark.parametrize("code", SECTIONS)
def test_a_section_says_what_why_and_what_to_do(code: str) -> None:
    title, _, text = SECTIONS[code].partition("\n")
    assert title
    places = [text.find(part) for part in PARTS]
    assert -1 not in places
    assert places == sorted(places)
    for part in text.strip().split("**")[2::2]:
        assert part.strip().endswith((".", "”")), part


def test_rules_that_are_named_exist() -> None:
    named = set(re.findall(r"\b[A-Z]{2,4}-\d\b", PAGE)) - {"UTF-8"}
    assert named
    assert named <= {rule.id for rule in RULES}
