"""Her own templates: strict to read, plain to fill; the built-in letters can be taken out."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdfollow.etiquette.model import Kind
from mdfollow.interview.model import Channel
from mdfollow.letters import draft, pick, variants
from mdfollow.letters.export import exported
from mdfollow.letters.templates import (
    FILES,
    MAYBE,
    PLACEHOLDERS,
    Templates,
    file_of,
    fill,
    parse,
)
from mdfollow.settings import Me
from tests.letters.invented import BARE, ME, SLOT, step, text_of

GERMAN = Path(__file__).parents[2] / "docs" / "templates-de"
FULL = replace(
    BARE,
    role="Platform Engineer",
    learned="die Rufbereitschaft wandert zu den Teams.",
    skill="das Handbuch für Störungen",
    asked="yes",
)


def german() -> Templates:
    return {
        path.stem: parse(path.name, path.read_text(encoding="utf-8"))[0]
        for path in sorted(GERMAN.glob("*.txt"))
    }


def one(text: str) -> str:
    wordings, problems = parse("x.txt", text)
    assert problems == ()
    return fill(wordings[0], FULL, 0, ME)[1]


def test_facts_are_put_where_the_braces_are() -> None:
    assert one("Dear {{name}}, of {{ company }} on {{d}}.{{m}}.{{y}}") == (
        "Dear Dana, of Acme on 3.11.2026"
    )


def test_sentences_join_paragraphs_stay_and_the_sign_off_keeps_its_lines() -> None:
    text = one("Hello.\nHow are you?\n\nFine.\n\nBye,\n? {{me}}")
    assert text == "Hello. How are you?\n\nFine.\n\nBye,\nRobin Vale"


def test_a_missing_fact_leaves_its_slot_or_takes_its_sentence_along() -> None:
    wordings, _ = parse("x.txt", "A {{skill|your skill}}.\n? B {{news}}.\nC.\n\nBye")
    assert fill(wordings[0], BARE, 0, ME)[1] == "A [your skill]. C.\n\nBye"
    known = replace(BARE, skill="Go.", news="a site")
    assert fill(wordings[0], known, 0, ME)[1] == "A Go. B a site. C.\n\nBye"


def test_the_question_stands_where_it_is_asked() -> None:
    wordings, _ = parse("x.txt", "A.\n? {{asked}}When?\n\nBye")
    assert fill(wordings[0], BARE, 0, ME)[1] == "A.\n\nBye"
    assert fill(wordings[0], replace(BARE, asked="yes"), 0, ME)[1] == "A. When?\n\nBye"


PROBLEMS = [
    ("A {{nmae}}", 1, 3, "Did you mean {{name}}?"),
    ("A\n{{xyzzy}}", 2, 1, "There are name"),
    ("A\n\nB {{name", 3, 3, "Close them"),
    ("A {{learned}}.", 1, 3, "leave a slot: {{learned|…}}"),
    ("# A", 1, 1, "Begin the line with a word."),
    ("A\n? - B", 2, 1, "Begin the line with a word."),
    ("    A", 1, 1, "Begin the line with a word."),
    ("1. A", 1, 1, "Begin the line with a word."),
    ("", 1, 1, "Write or remove it."),
    ("===\n===\n", 1, 1, "Write or remove it."),
]


@pytest.mark.parametrize(("text", "line", "column", "way_out"), PROBLEMS)
def test_what_cannot_be_filled_is_named_with_its_place(
    text: str, line: int, column: int, way_out: str
) -> None:
    wordings, problems = parse("letters/thank-email.txt", text)
    assert wordings == ()
    first = problems[0]
    assert (first.path, first.line, first.column) == ("letters/thank-email.txt", line, column)
    assert way_out in first.way_out


def test_all_problems_are_named_at_once() -> None:
    _, problems = parse("x.txt", "{{a}} {{b}}\n# {{c}}")
    assert [(each.line, each.column) for each in problems] == [(1, 1), (1, 7), (2, 1), (2, 3)]


def test_her_wordings_take_the_place_of_ours() -> None:
    hers = {
        "thank-email": parse("x", "Heading: An {{person}}\nHallo {{name}}\n===\nTag {{name}}")[0]
    }
    thank = step(Kind.THANK, "thank:dana-kim")
    assert variants(thank, hers) == 2
    assert {pick(thank, [0], hers), pick(thank, [1], hers)} == {0, 1}
    first = draft(thank, BARE, 0, ME, templates=hers, occasion="round 2")
    second = draft(thank, BARE, 3, ME, templates=hers)
    assert first is not None
    assert second is not None
    assert (first.heading, first.text) == ("An Dana Kim (round 2)", "Hallo Dana")
    assert (second.heading, second.text) == ("Thank-you note to Dana Kim", "Tag Dana")
    card = step(Kind.THANK, "thank:dana-kim", channel=Channel.CARD)
    assert variants(card, hers) == 8
    assert draft(step(Kind.ASK), BARE, 0, ME, templates=hers) is None


def test_there_is_a_file_for_every_letter() -> None:
    kinds = {file_of(kind, channel.value) for kind in Kind for channel in Channel}
    assert kinds - {""} == set(FILES) == set(exported())
    assert set(PLACEHOLDERS) >= MAYBE


def test_the_built_in_letters_can_be_exported_and_read_again() -> None:
    counts = {name: len(parse(name, text)[0]) for name, text in exported().items()}
    assert counts == {
        "thank-email": 8,
        "thank-card": 8,
        "check-in": 8,
        "call": 8,
        "feedback": 2,
    }


def test_an_exported_letter_reads_like_the_built_in_one() -> None:
    facts = replace(BARE, learned="it is so", skill="this, and that", asked="yes")
    wordings, _ = parse("x", exported()["thank-email"])
    for variant, wording in enumerate(wordings):
        _, text = fill(wording, facts, variant, ME)
        assert text == text_of(Kind.THANK, facts, variant).text


def test_the_german_set_is_complete() -> None:
    counts = {name: len(wordings) for name, wordings in german().items()}
    assert counts == {"call": 2, "check-in": 4, "feedback": 2, "thank-card": 4, "thank-email": 8}


@pytest.mark.parametrize("me", [ME, Me()])
def test_the_german_letters_read_well(me: Me) -> None:
    for name, wordings in german().items():
        for variant, wording in enumerate(wordings):
            heading, text = fill(wording, FULL, variant, me)
            assert heading.endswith("Dana Kim")
            assert "Guten Tag Dana Kim" in text
            assert not SLOT.search(text) or not me.name
            assert ".." not in text
            assert "  " not in text
            if name.startswith("thank"):
                assert "die Rufbereitschaft wandert zu den Teams." in text
            if name == "thank-email":
                assert text.split("\n\n")[-2].endswith("?")
                bare = fill(wording, BARE, variant, me)[1]
                assert len(SLOT.findall(bare)) == 2


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_file_gives_letters_or_problems(text: str) -> None:
    wordings, problems = parse("x.txt", text)
    assert bool(wordings) is not bool(problems)
    for wording in wordings:
        assert fill(wording, BARE, 0, ME) == fill(wording, BARE, 0, ME)
