"""The critic on letters judged by somebody else: both rates, and a floor below each."""

from collections.abc import Iterable

import pytest

from mdfollow.letters.left_over import Finding
from tests.letters.judged import JUDGED, Case, cases, findings, said, sentences

EVERYTHING = cases(JUDGED)
GOOD = [case for case in EVERYTHING if not case.wrong]
BAD = [case for case in EVERYTHING if case.wrong]
MOST_FALSE = 0.02
LEAST_FOUND = 0.95


def told(case: Case) -> str:
    return f"{case.name} ({case.wrong}): {findings(case, EVERYTHING)}"


def test_there_are_letters_of_both_kinds() -> None:
    assert len(GOOD) > 60
    assert len(BAD) > 60


def test_hardly_a_good_letter_is_minded() -> None:
    minded = [told(case) for case in GOOD if findings(case, EVERYTHING)]
    assert len(minded) <= MOST_FALSE * len(GOOD), minded


def test_nearly_every_bad_letter_is_found() -> None:
    missed = [told(case) for case in BAD if not findings(case, EVERYTHING)]
    assert len(BAD) - len(missed) >= LEAST_FOUND * len(BAD), missed


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("misspelt", "MDF405"),
        ("wrong company", "MDF405"),
        ("greets another", "MDF405"),
        ("generic greeting", "MDF412"),
        ("no greeting", "MDF412"),
        ("left-over", "MDF401"),
        ("too long", "MDF402"),
        ("three paragraphs", "MDF402"),
        ("same letter", "MDF403"),
        ("a sentence twice", "MDF414"),
        ("private", "MDF413"),
        ("reproach", "MDF406"),
        ("need", "MDF406"),
    ],
)
def test_a_bad_letter_is_found_by_its_own_fault(word: str, code: str) -> None:
    of_kind = [case for case in BAD if word in case.wrong]
    assert of_kind
    for case in of_kind:
        assert code in {each.code for each in findings(case, EVERYTHING)}, told(case)


def codes(found: Iterable[Finding]) -> set[str]:
    return {each.code for each in found}


def test_a_kind_sentence_is_left_alone_in_either_letter() -> None:
    minded = [
        (sentence, found)
        for kind, language, sentence in sentences("good")
        for letter in ("thank", "checkin")
        if (found := said(sentence, language, letter))
    ]
    assert len(sentences("good")) >= 60
    assert minded == []


def test_a_sentence_that_harms_is_found() -> None:
    missed = [
        (kind, sentence)
        for kind, language, sentence in sentences("bad")
        if not said(sentence, language, "checkin")
    ]
    assert len(sentences("bad")) >= 60
    assert len(missed) <= len(sentences("bad")) * (1 - LEAST_FOUND), missed


@pytest.mark.parametrize(
    ("kind", "code"), [("private", "MDF413"), ("slot", "MDF401"), ("twice", "MDF414")]
)
def test_a_sentence_is_found_as_what_it_is(kind: str, code: str) -> None:
    for each, language, sentence in sentences("bad"):
        if each == kind:
            assert code in codes(said(sentence, language, "checkin")), sentence
