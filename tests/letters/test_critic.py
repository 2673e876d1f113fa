"""The critic finds what does harm and is silent on good letters."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.etiquette.model import Kind
from mdfollow.letters.critic import Around, review
from mdfollow.letters.critic_names import Circle
from mdfollow.letters.critic_words import LANGUAGES, _hits, wordings
from mdfollow.letters.facts import Facts
from mdfollow.letters.left_over import Finding
from tests.letters.invented import BARE, attempts, feedback, text_of, thanks

CASES = Path(__file__).parent / "cases"
GOOD = sorted((CASES / "good").glob("*.txt"))
BAD = sorted((CASES / "bad").glob("*.txt"))
FOUND_AT_LEAST = 36


def read(path: Path) -> tuple[dict[str, str], tuple[Finding, ...], str]:
    """A case: `key: value` lines, `---`, the text, then other drafts after `--- name`."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n---\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    text, *others = rest.split("\n--- ")
    known = dict(other.split("\n", 1) for other in others)
    facts = Facts(
        person=fields["person"],
        company=fields["company"],
        role=fields["role"],
        channel=fields["channel"],
        date="2026-11-03",
    )
    found = review(
        Kind(fields["kind"]),
        text,
        facts=facts,
        around=Around(
            circle=around(facts, parts(fields["people"])),
            near=known,
            discussed=parts(fields.get("discussed", "")),
        ),
    )
    return fields, found, text


def around(facts: Facts, people: Sequence[str]) -> Circle:
    return Circle(
        readers=tuple(filter(None, (facts.person, facts.via))),
        colleagues=tuple(name for name in people if name not in {facts.person, facts.via}),
        house=tuple(filter(None, (facts.company, facts.role))),
    )


def parts(value: str) -> list[str]:
    return [part.strip() for part in value.split(";") if part.strip()]


def test_there_are_cases() -> None:
    assert len(GOOD) >= 40
    assert len(BAD) >= 40


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_letter_is_left_alone(path: Path) -> None:
    _, found, _ = read(path)
    assert found == ()


def points_at(found: tuple[Finding, ...], text: str, expected: str) -> bool:
    """Whether a finding has the code and its place holds, or lies in, the quoted words."""
    code, words = expected.split(" ", 1)
    quotes = [text[each.start : each.end] for each in found if each.code == code]
    return any(words in quote or quote in words for quote in quotes if quote)


def test_at_least_36_of_the_bad_ones_are_found_at_their_place() -> None:
    read_cases = {path.stem: read(path) for path in BAD}
    missed = [
        (name, fields["expect"], found)
        for name, (fields, found, text) in read_cases.items()
        if not points_at(found, text, fields["expect"])
    ]
    assert len(BAD) - len(missed) >= FOUND_AT_LEAST, missed


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_nothing_else_is_found_in_a_bad_letter(path: Path) -> None:
    fields, found, _ = read(path)
    code = fields["expect"].split()[0]
    assert {each.code for each in found} <= {code}


def test_our_own_drafts_only_wait_for_their_slots() -> None:
    sources = ((Kind.THANK, thanks), (Kind.ATTEMPT, attempts), (Kind.FEEDBACK, feedback))
    people = ("Dana Kim", "Lee Ortiz", "Sam Roe")
    for kind, drafts in sources:
        # every seventh: of eight wordings each comes up with every kind of fact
        for label, facts, _, made in islice(drafts(), None, None, 7):
            circle = around(facts, people)
            found = review(kind, made.text, facts=facts, around=Around(circle))
            assert {each.code for each in found} <= {"MDF401"}, (label, found)


def test_our_german_drafts_are_left_alone() -> None:
    facts = replace(
        BARE, learned="wie das Team plant", skill="habe das Lager geleitet", language="de"
    )
    kinds = ((Kind.THANK, "email"), (Kind.THANK, "card"), (Kind.ATTEMPT, "email"),
             (Kind.ATTEMPT, "phone"), (Kind.FEEDBACK, "email"))  # fmt: skip
    for kind, channel in kinds:
        for variant in range(8):
            own = replace(facts, channel=channel)
            text = text_of(kind, own, variant).text
            assert review(kind, text, facts=own) == (), text


def test_every_remark_is_kind_and_complete() -> None:
    for path in BAD:
        _, found, text = read(path)
        for each in found:
            assert 0 <= each.start < each.end <= len(text)
            assert each.sentence.endswith(".")
            assert each.way_out.endswith((".", "?", "…"))
            harsh = ("wrong", "error", "bad", "never", "must", "fail")
            said = each.sentence.replace(text[each.start : each.end], "") + each.way_out
            assert not any(word in said.casefold().split() for word in harsh), each


@given(st.text(max_size=200), st.sampled_from(list(Kind)))
def test_any_text_can_be_reviewed(text: str, kind: Kind) -> None:
    facts = Facts(person="Dana Kim", company="Acme")
    names = (text, text.upper())
    circle = Circle(("Dana Kim",), names, ("Acme",), names, names)
    found = review(kind, text, facts=facts, around=Around(circle, {"x": text}, {"y": text}, [text]))
    assert found == tuple(sorted(found))
    assert all(0 <= each.start <= each.end <= len(text) for each in found)


LISTED = [
    text
    for file in sorted((Path(__file__).parent / "cases").glob("sentences_bad*.tsv"))
    for text in file.read_text(encoding="utf-8").split("\n")
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [str, str.title])
def test_small_letters_hit_what_any_case_hits(language: str, case: Callable[[str], str]) -> None:
    found = 0
    for row in wordings(language):
        for text in map(case, LISTED):
            slow = [hit[:2] for hit in _hits(row._replace(small=None), text)]
            assert [hit[:2] for hit in _hits(row, text)] == slow, text
            found += len(slow)
    assert found > 50
