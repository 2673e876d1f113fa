"""Letters as data: what a frame says, and what is wrong with a file."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.etiquette.model import Kind
from mdfollow.letters import LANGUAGES, draft
from mdfollow.letters.frames import KINDS, choice, filled, read
from mdfollow.letters.places import CONDITIONS, PLACES
from mdfollow.letters.wordings import source
from tests.letters.invented import BARE, ME, SLOT, step, text_of

MINE = """
heading = "For {person}"
page = ["Dear {name},", "{text}", ["{closing},\\n{me}", "{closing}"]]

[slots]
skill = "[a skill of yours]"

[[letter]]
text = [[["{?peer}Dear colleague.", "This is mine."], "About {skill}.", "On {title}."]]
closing = "Bye"
"""


def test_the_first_that_fits_is_taken_and_none_leaves_the_sentence_out() -> None:
    frames = choice(["{?peer !again}{learned}, colleague", "{learned}", "{?asked}nothing"])
    known = {"learned": "the rota"}
    assert filled(frames, known, frozenset({"peer"})) == "the rota, colleague"
    assert filled(frames, known, frozenset({"peer", "again"})) == "the rota"
    assert filled(frames, {}, frozenset()) is None
    assert filled(frames, {}, frozenset({"asked"})) == "nothing"


def test_a_letter_of_her_own() -> None:
    letters, problems = read("thank-email.toml", MINE)
    assert problems == ()
    assert letters is not None
    hers = {"thank-email": letters}
    made = draft(step(Kind.THANK), BARE, 3, ME, templates=hers)
    assert made is not None
    assert made.heading == "For Dana Kim"
    assert made.text == "Dear Dana,\n\nThis is mine. About [a skill of yours].\n\nBye,\nRobin Vale"
    peer = replace(BARE, part="peer", role="Nurse", skill="ran the ward")
    made = draft(step(Kind.THANK), peer, 0, ME, templates=hers)
    assert made is not None
    assert "Dear colleague. About I ran the ward. On Nurse." in made.text


WRONG = {
    "{nmae}": ("MDF420", "Did you mean name?"),
    "{?pear}Dear": ("MDF420", "Did you mean peer?"),
    "{name": ("MDF420", "Close it: {name}."),
    "# mark": ("MDF420", "Begin with a word."),
    "- mark": ("MDF420", "Begin with a word."),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_is_told_with_its_place(text: str) -> None:
    found, (problem, *_) = read("call.toml", MINE.replace("This is mine.", text))
    assert found is None
    assert (problem.code, problem.way_out) == WRONG[text]
    line = MINE.splitlines()[problem.line - 1]
    assert "This is mine." in line
    assert problem.column > line.index("This")


@pytest.mark.parametrize("text", ["", "page = 3", "x = [", "letter = 1\npage = ['a']"])
def test_a_file_without_letters_is_told_so(text: str) -> None:
    found, problems = read("call.toml", text)
    assert found is None
    assert len(problems) == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_ship_reads_as_hers_would(language: str, kind: str) -> None:
    letters, problems = read(f"{kind}.toml", source(language, kind))
    assert problems == ()
    assert letters is not None


def test_every_place_and_condition_has_its_meaning() -> None:
    assert all(PLACES.values())
    assert all(CONDITIONS.values())


@pytest.mark.parametrize("variant", range(8))
def test_raw_words_stand_in_a_slot_and_private_ones_nowhere(variant: int) -> None:
    facts = replace(BARE, learned="pays 34k, don't tell", skill="excel")
    for channel in ("email", "card"):
        text = text_of(Kind.THANK, replace(facts, channel=channel), variant).text
        assert "34k" not in text
        assert "[in your words: excel]" in text
        assert len(SLOT.findall(text)) == 2


def test_an_unnamed_reader_and_two_raw_facts_leave_two_slots() -> None:
    facts = replace(BARE, person="", learned="liked it a lot", skill="excel")
    for variant in range(8):
        assert len(SLOT.findall(text_of(Kind.THANK, facts, variant).text)) == 2


@pytest.mark.parametrize("variant", range(8))
def test_a_letter_says_weekday_and_date_and_no_time_gone_by(variant: int) -> None:
    for channel in ("email", "card"):
        text = text_of(Kind.THANK, replace(BARE, channel=channel), variant).text
        assert "Tuesday, November 3" in text
        assert not re.search(r"\b(?:since|last week|yesterday|today)\b", text)


GERMAN = replace(BARE, language="de", learned="wie das Team plant", skill="habe das Lager geleitet")
GREETINGS = {
    ("Frau Dr. Anna Roth", "formal"): "Sehr geehrte Frau Dr. Roth,",
    ("Herr Otto", "formal"): "Sehr geehrter Herr Otto,",
    ("Frau Dr. Anna Roth", ""): "Guten Tag Frau Dr. Roth,",
    ("Sabine Keller", ""): "Guten Tag Sabine Keller,",
    ("Sabine Keller", "formal"): "Guten Tag Sabine Keller,",
    ("", ""): "Guten Tag,",
}


@pytest.mark.parametrize("who", GREETINGS)
def test_a_german_letter_greets_as_germans_do(who: tuple[str, str]) -> None:
    facts = replace(GERMAN, person=who[0], culture=who[1])
    for variant in range(8):
        assert GREETINGS[who] in text_of(Kind.THANK, facts, variant).text.split("\n\n")


def test_the_german_letters_are_german() -> None:
    english = {"the", "thank", "dear", "you", "regards", "with", "and", "subject"}
    for kind, channel in (
        (Kind.THANK, "email"), (Kind.THANK, "card"), (Kind.ATTEMPT, "email"),
        (Kind.ATTEMPT, "phone"), (Kind.FEEDBACK, "email"),
    ):  # fmt: skip
        for variant in range(8):
            text = text_of(kind, replace(GERMAN, channel=channel), variant, variant).text
            assert not english & set(text.casefold().split()), text
            assert "Alles Gute" not in text
            assert "Hochachtungsvoll" not in text
            if kind is Kind.THANK:
                assert "Wie das Team plant" not in text
                assert "wie das Team plant" in text
                assert "Dienstag, dem 3. November" in text or "den 3. November" in text


@given(st.text(max_size=80))
def test_any_file_gives_letters_or_problems(text: str) -> None:
    letters, problems = read("x.toml", text)
    assert (letters is None) is bool(problems)


@given(
    st.text(max_size=60), st.text(max_size=60), st.sampled_from(LANGUAGES), st.integers(0, 40),
    st.sampled_from(list(Kind)), st.sampled_from(["email", "card", "phone"]),
)  # fmt: skip
def test_any_fact_gives_a_letter_with_two_slots_at_most(
    learned: str, skill: str, language: str, variant: int, kind: Kind, channel: str
) -> None:
    facts = replace(BARE, learned=learned, skill=skill, language=language, channel=channel)
    made = draft(step(kind, number=variant % 5), facts, variant, ME)
    if made is not None:
        assert len(SLOT.findall(made.text)) <= 2
        assert "\n" not in made.heading
