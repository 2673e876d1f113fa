"""The table of rules, and the page made of it."""

import re
from pathlib import Path

import pytest

from mdfollow.etiquette.rules import ARTICLE, RULES, Origin, ordered, page, rule

ROOT = Path(__file__).parents[2]
IDS = (
    "TY-1 TY-2 TY-3 TY-4 TY-5 TY-6 TY-7 TY-8 CH-1 CH-2 ADDR ASK-1 ASK-2 ASK-3 EXP-1 EXP-2 LAZY "
    "FU-1 FU-2 FU-3 FU-4 GAP-1 GAP-2 GAP-3 AMT-1 AMT-2 AMT-3 AMT-4 AMT-5 CH-3 PPL-1 PPL-2 LOOP-1 "
    "LOOP-2 STOP-1 STALE DONE OVER-1 OVER-2 OVER-3 OVER-4 AHEAD SAME CH-4 CH-5 MSG-1 MSG-2 MSG-3 "
    "MSG-4 MSG-5 TONE-1 TONE-2 TONE-3 RESP-1 RESP-2 INT-1 SIDE-1"
)
DATED = re.compile(r"TY-2|ASK|EXP|FU|GAP|LOOP|STALE|OVER|AHEAD|INT")


def test_every_rule_once_in_order() -> None:
    """The ids are stable and complete."""
    assert " ".join(known.id for known in RULES) == IDS


@pytest.mark.parametrize("known", RULES, ids=lambda known: known.id)
def test_rule_is_readable(known: object) -> None:
    """Every rule is one sentence with an example; those with dates have two."""
    found = rule(str(getattr(known, "id", "")))
    assert found is not None
    assert found.sentence.endswith(".")
    assert found.sentence[0].isupper()
    assert found.sentence.count(". ") == 0
    assert len(found.examples) >= (2 if DATED.match(found.id) else 1)
    assert not (found.own and found.origin is Origin.OWN)


def test_look_up() -> None:
    """A rule is found in any case; an unknown one is None."""
    found = rule(" ty-2 ")
    assert found is not None
    assert found.id == "TY-2"
    assert rule("TY-99") is None


def test_ordered() -> None:
    """Ids come once, in the order of the table."""
    assert ordered("STALE", "TY-1", "STALE") == ("TY-1", "STALE")


def test_page_is_the_table() -> None:
    """docs/etiquette.md is exactly what the table says, with the article credited."""
    text = (ROOT / "docs" / "etiquette.md").read_text(encoding="utf-8")
    assert text == page()
    assert ARTICLE in text
    assert "Patra Frame" in ARTICLE
    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == IDS.split()
