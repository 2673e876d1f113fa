"""Private signs are looked for where a word begins as one of theirs does, and none is missed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import beginnings
from mdfollow.letters.critic_words import LANGUAGES, PRIVATE, Wording, _possible, wordings
from mdfollow.letters.gate import TONGUES
from mdfollow.letters.tables import english_private, german
from mdfollow.letters.tables.tongue import Signs
from tests.letters.test_gate import CASES, LISTED

SIGNS = {"en": english_private.PRIVATE, "de": german.PRIVATE}
EACH = [(language, sign) for language, signs in SIGNS.items() for sign in signs]
ROWS = {name: next(row for row in wordings(name) if row.kind == PRIVATE) for name in LANGUAGES}
LETTER = [(name, n) for name, row in ROWS.items() for n in range(len(row.small or ()))]
WORDS = sorted({word for _, fact, _ in LISTED for word in fact.split()})

few = settings(max_examples=settings().max_examples // 4)


def slow(language: str, text: str) -> bool:
    return any(re.search(sign, text, re.IGNORECASE) for sign in SIGNS[language])


def test_they_are_those_of_the_signs() -> None:
    """Else run `python scripts/beginnings.py`."""
    assert beginnings.PAGE.read_text(encoding="utf-8") == beginnings.page()


@pytest.mark.parametrize(("language", "sign"), EACH)
@few
@given(data=st.data())
def test_whatever_a_sign_finds_is_found(language: str, sign: str, data: st.DataObject) -> None:
    flags = data.draw(st.sampled_from([re.NOFLAG, re.IGNORECASE]))
    text = data.draw(st.from_regex(re.compile(sign, flags)))
    assert TONGUES[language].private.found_in(text) is slow(language, text)


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([" ", "-", ". ", "_", ""]))
def test_any_words_are_judged_as_by_all_signs(words: list[str], between: str) -> None:
    text = between.join(words)
    for language, tongue in TONGUES.items():
        assert tongue.private.found_in(text) is slow(language, text), text


def missed(row: Wording, text: str) -> list[str]:
    """The signs that stand in a letter and are not looked for."""
    possible = set(_possible(row, text))
    return [each.pattern for each in row.small or () if each.search(text) and each not in possible]


@pytest.mark.parametrize(("language", "number"), LETTER)
@few
@given(data=st.data())
def test_what_a_letter_keeps_to_itself_is_looked_for(
    language: str, number: int, data: st.DataObject
) -> None:
    row = ROWS[language]
    assert row.small
    text = data.draw(st.from_regex(re.compile(row.small[number].pattern)))
    assert not missed(row, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_is_missed_in_any_judged_text(language: str) -> None:
    row, found = ROWS[language], 0
    texts = [path.read_text(encoding="utf-8") for path in CASES.rglob("*") if path.is_file()]
    assert len(texts) > 10
    for line in "\n".join(texts).lower().splitlines():
        assert not missed(row, line)
        found += any(each.search(line) for each in row.small or ())
    assert found


@pytest.mark.parametrize(
    ("sign", "want"),
    [
        (r"\b(?:the )?(?:salary|pay)\b", {"salary", "pay"}),
        (r"\bburn-?out\b", {"burn", "burnout"}),
        (r"\bin \w+ers? quit\b", {"quit"}),
        (r"(?:\d[\d.,]*\s?)+k\b", {"0"}),
        (r"^\W*(?:secret|nda$)", {"secret", "nda"}),
        (r"\bgap\b.*\b(?:cv|20\d\d)", {"gap"}),
        (r"\b(?:wage|\w+ed)\b", set()),
        (r"payday\b", set()),
        (r"\bpa\w+", set()),
    ],
)
def test_what_is_not_certain_has_none(sign: str, want: set[str]) -> None:
    assert beginnings.beginnings(sign) == want


def test_a_sign_without_is_always_looked_for() -> None:
    signs = Signs(["(?:pay)?day"], [""])
    assert signs.found_in("on a Payday")
    assert not signs.found_in("no sign")
