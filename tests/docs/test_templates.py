"""docs/templates.md names every fact and file, and its example is a letter."""

import re
from mdfollow.record import replace
from pathlib import Path

from mdfollow.letters.templates import FILES, MAYBE, PLACEHOLDERS, fill, parse
from tests.letters.invented import BARE, ME

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")


def test_the_page_has_every_fact_with_its_meaning() -> None:
    rows = re.findall(r"^\| `\{\{(\w+)\}\}`( \*)? \| (.+) \|$", PAGE, re.MULTILINE)
    assert {name: words for name, _, words in rows} == PLACEHOLDERS
    assert {name for name, star, _ in rows if star} == MAYBE


def test_the_page_has_every_file() -> None:
    assert re.findall(r"^\| `([\w-]+)\.txt` \|", PAGE, re.MULTILINE) == list(FILES)


def test_the_example_is_a_letter() -> None:
    found = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert found
    (wording,), problems = parse("example", found[1])
    assert problems == ()
    facts = replace(BARE, role="Archivist", skill="I kept the glass plates")
    heading, text = fill(wording, facts, 0, ME)
    assert heading == "Thanks for Dana Kim"
    assert "[what you learned there]" in text
    assert "I can add this: I kept the glass plates." in text
    assert "When may I" not in text
    assert text.endswith("Kind regards\nRobin Vale")
