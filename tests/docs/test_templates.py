"""docs/templates.md names every fact, condition and file, and its example is a letter."""

import re
from dataclasses import replace
from pathlib import Path

from mdfollow.etiquette.model import Kind
from mdfollow.letters import draft
from mdfollow.letters.frames import KINDS, read
from mdfollow.letters.places import CONDITIONS, PLACES
from tests.letters.invented import BARE, ME, step

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")


def test_the_page_has_every_place_and_condition_with_its_meaning() -> None:
    assert dict(re.findall(r"^\| `\{(\w+)\}` \| (.+) \|$", PAGE, re.MULTILINE)) == PLACES
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert dict(rows) == CONDITIONS


def test_the_page_has_every_file() -> None:
    assert tuple(re.findall(r"^\| `([\w-]+)\.toml` \|", PAGE, re.MULTILINE)) == KINDS


def test_the_example_is_a_letter() -> None:
    found = re.search(r"```toml\n(heading.*?)```", PAGE, re.DOTALL)
    assert found
    letters, problems = read("example", found[1])
    assert problems == ()
    assert letters is not None
    facts = replace(BARE, role="Archivist", skill="kept the glass plates")
    made = draft(step(Kind.THANK), facts, 0, ME, templates={"thank-email": letters})
    assert made is not None
    assert made.heading == "Thanks for Dana Kim"
    assert "[what you learned there]" in made.text
    assert "I can add this: I kept the glass plates." in made.text
    assert "When may I" not in made.text
    assert made.text.endswith("Kind regards,\nRobin Vale")
