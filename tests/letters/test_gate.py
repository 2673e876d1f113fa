"""What may be said: judged lists, and what the judgement goes by.

The lists were written by somebody else than the gate's author, with the verdict a kind person
would give; "raw" woven or "private" said is a defect, "ready" in a slot only a loss.
"""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.interview.model import AsTyped
from mdfollow.letters.gate import (
    MOST_WORDS,
    TONGUES,
    Form,
    Verdict,
    in_slot,
    is_private,
    is_ready,
    judge,
)
from mdfollow.letters.tables import english_private, german

CASES = Path(__file__).parent / "cases"


def judged(language: str, name: str = "judged") -> list[tuple[str, str, str]]:
    """Kind, fact and verdict; the file is raw: parted at tabs, with quotes inside."""
    rows = (CASES / f"{name}_{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(row.split("\t")[:3]) for row in rows]  # type: ignore[misc]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_rates_on_the_judged_list(
    language: str, record_property: Callable[[str, object], None]
) -> None:
    rows = judged(language)
    assert len(rows) > 50
    found = Counter((want, judge(kind, fact, language).verdict) for kind, fact, want in rows)
    total = Counter(want for _, _, want in rows)
    record_property("rates", str(found))
    assert found["private", Verdict.READY] == 0
    assert found["private", Verdict.PRIVATE] >= 0.95 * total["private"]
    assert found["raw", Verdict.READY] <= total["raw"] / 20
    assert found["ready", Verdict.READY] >= total["ready"] / 2
    assert found["ready", Verdict.PRIVATE] <= total["ready"] / 50


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_rates_on_the_list_held_back_until_the_end(language: str) -> None:
    """The first count, before anything was mended: 3 of 47 private ones were woven, 3 of 96 raw
    ones, 73 of 95 ready ones."""
    rows = judged(language, "unseen")
    found = Counter((want, judge(kind, fact, language).verdict) for kind, fact, want in rows)
    total = Counter(want for _, _, want in rows)
    assert total["private"] > 5
    assert found["private", Verdict.READY] == 0
    assert found["raw", Verdict.READY] <= total["raw"] / 20
    assert found["ready", Verdict.READY] >= total["ready"] / 2


READY = {
    ("learned", "The bakery mills its own rye."): (Form.SAYING, "the bakery mills its own rye"),
    ("learned", "the pager hand-over"): (Form.TOPIC, "the pager hand-over"),
    ("learned", "how you plan a sprint"): (Form.TOPIC, "how you plan a sprint"),
    ("learned", "that nobody works alone"): (Form.SAYING, "nobody works alone"),
    ("skill", "ran the hand-over"): (Form.DID, "I ran the hand-over"),
    ("skill", "Trained six apprentices."): (Form.DID, "I trained six apprentices"),
    ("skill", "I wrote the handbook."): (Form.DID, "I wrote the handbook"),
    ("skill", "five years of Go"): (Form.TOPIC, "five years of Go"),
    ("news", "Acme opens a Leeds site"): (Form.SAYING, "Acme opens a Leeds site"),
    ("news", "your new depot in Salford"): (Form.TOPIC, "your new depot in Salford"),
}


@pytest.mark.parametrize("case", READY, ids=lambda case: case[1])
def test_a_ready_fact_is_woven_word_for_word_or_after_one_safe_change(
    case: tuple[str, str],
) -> None:
    assert judge(*case) == (Verdict.READY, *READY[case])


RAW = (
    "liked the workshop", "asked about overtime", "they use Rust??", "team of 8",
    "how they plan releases", "the ward round [[2026-11-03]]", "GREAT TEAM, GREAT PLACE",
    "k8s, argo, tf", "the release train :/", "look up LIMS", "nice lot tbh", "the move in november",
    "die Übergabe läuft über ein Heft", "Kubernetes", "the thing with the forms",
    " ".join(["the"] + ["long"] * MOST_WORDS),
)  # fmt: skip


@pytest.mark.parametrize("fact", RAW)
def test_what_is_hers_to_phrase_is_raw(fact: str) -> None:
    assert judge("learned", fact).verdict is Verdict.RAW


PRIVATE = (
    "pay is 32k don't repeat", "Sara's leaving in May", "between us the budget is gone",
    "boss is pregnant", "manager seemed disorganised", "he's getting divorced",
    "other offer runs out Friday", "not sure I can do the nights", "Priya told me the boss shouts",
    "off the record: they lost the contract", "redundancies coming in finance", "14 an hour",
)  # fmt: skip


@pytest.mark.parametrize("fact", PRIVATE)
@pytest.mark.parametrize("kind", ["learned", "skill", "known", "news"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_not_for_them_is_private_in_any_letter(fact: str, kind: str, language: str) -> None:
    assert judge(kind, fact, language).verdict is Verdict.PRIVATE


TABLES = (english_private.PRIVATE, german.PRIVATE)
LISTED = [
    row for language in TONGUES for name in ("judged", "unseen") for row in judged(language, name)
]


@pytest.mark.parametrize("case", [str, str.lower, str.upper, str.title])
def test_a_quick_look_finds_every_private_sign_in_any_case(case: Callable[[str], str]) -> None:
    found = Counter[bool]()
    for tongue, table in zip(TONGUES.values(), TABLES, strict=True):
        for fact in (case(fact) for _, fact, _ in LISTED):
            slow = any(re.search(each, fact, re.IGNORECASE) for each in table)
            assert tongue.private.found_in(fact) is slow, fact
            found[slow] += 1
    assert min(found[True], found[False]) > 50


@pytest.mark.parametrize("sign", [each for table in TABLES for each in table])
def test_private_signs_are_small_letters_but_for_what_is_a_name(sign: str) -> None:
    letters = re.sub(r"\\[A-Za-z]|\(\?-i:[^()]*\)", "", sign)
    assert letters == letters.lower()


def test_what_is_asked_of_a_fact_alone_is_what_the_verdict_says() -> None:
    for kind, fact, _ in LISTED:
        verdict = judge(kind, fact).verdict
        assert is_private(fact) is (verdict is Verdict.PRIVATE)
        assert is_ready(kind, fact, "en", (), "") is (verdict is Verdict.READY)


def test_a_fact_that_names_somebody_of_the_interview_is_hers_to_phrase() -> None:
    fact = "the way Dana runs the rota"
    assert judge("learned", fact).verdict is Verdict.READY
    assert judge("learned", fact, names=("Dana Kim",)).verdict is Verdict.RAW


def test_what_begins_with_the_company_is_read_as_news() -> None:
    fact = "Mistral Air trains its own mechanics from January"
    assert judge("learned", fact).verdict is Verdict.RAW
    assert judge("learned", fact, company="Mistral Air").verdict is Verdict.READY


@pytest.mark.parametrize("fact", [*RAW[:5], *PRIVATE[:5]])
def test_say_overrules_the_gate(fact: str) -> None:
    found = judge("learned", AsTyped(fact))
    assert (found.verdict, found.text) == (Verdict.READY, fact)
    assert judge("learned", fact).verdict is not Verdict.READY


def test_a_slot_holds_her_words_on_one_line_without_marks() -> None:
    assert in_slot("liked the [[workshop]] --\n- [ ] ask") == "liked the ((workshop)) - - - ( ) ask"
    assert in_slot(" ".join(["word"] * 30)) == " ".join(["word"] * 20) + " …"


@given(st.text(max_size=60), st.sampled_from(["learned", "skill", "known", "news"]))
def test_any_text_gets_a_verdict_and_only_a_ready_one_a_text(fact: str, kind: str) -> None:
    for language in ("en", "de"):
        found = judge(kind, fact, language)
        assert bool(found.text) is (found.verdict is Verdict.READY)
        slot = in_slot(fact)
        assert not set("[]\n") & set(slot)
        assert "--" not in slot
