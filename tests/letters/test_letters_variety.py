"""Several drafts of one interview are read side by side: they must not read alike (TY-6)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.etiquette.model import Kind
from mdfollow.letters import draft, pick, variants
from mdfollow.letters.facts import Facts
from mdfollow.letters.frames import KINDS
from mdfollow.letters.wordings import letters
from tests.letters.invented import BARE, FORMATS, ME, PARTS, SLOT, paragraphs, step, text_of

RUN = 6
MASKED = (
    "Tuesday, November 3",
    "Dienstag, dem 3. November",
    "3. November",
    "November 3",
    "dritten November",
    "November third",
    "Platform Engineer",
    "Dana",
    "Kim",
    "Acme",
    "Robin Vale",
    "555 0100",
)
LABELS = re.compile(
    r"(First|Second|Third|To open|Voice mail|"
    r"Erstens|Zweitens|Drittens|Zum Einstieg|Anrufbeantworter): "
)


def runs(text: str) -> Iterator[str]:
    """Every six words in a row of a draft, names, role, company, slots and sign-off aside."""
    body = text if "555 0100" in text else text.rpartition("\n\n")[0]
    body = LABELS.sub(" ¶ ", SLOT.sub(" ¶ ", body.replace("\n\n", " ¶ ")))
    for name in MASKED:
        body = body.replace(name, " ¶ ")
    words = re.findall(r"[\w'’-]+|¶", body.casefold())
    for start in range(len(words) - RUN + 1):
        run = words[start : start + RUN]
        if "¶" not in run:
            yield " ".join(run)


def thank_you_facts(base: Facts, variant: int) -> Iterator[Facts]:
    """What the thank-you of one variant may be made of, its facts its own."""
    german = base.language == "de"
    known = {
        "learned": f"die Halle{variant}" if german else f"the zz{variant}",
        "skill": f"habe Ww{variant} geleitet" if german else f"ran the yy{variant}",
    }
    said = {"learned": f"zz{variant} is so", "skill": f"yy{variant}"}
    for channel in ("email", "card"):
        for part in PARTS:
            for again in ("", "yes"):
                for items in ({}, known, said):
                    yield replace(base, part=part, again=again, channel=channel, **items)


def attempt_facts(base: Facts, number: int) -> Iterator[Facts]:
    skills = ("", f"ran the yy{number}", f"yy{number}")
    for channel in ("email", "phone"):
        for met in ("", "yes"):
            for skill in skills:
                for news in ("", f"the nn{number} hall"):
                    yield replace(base, channel=channel, met=met, skill=skill, news=news)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("role", ["", "Platform Engineer"])
@pytest.mark.parametrize("occasion", [*FORMATS, "technical"])
def test_ty_6_no_two_drafts_of_one_interview_share_six_words_in_a_row(
    occasion: str, role: str, language: str
) -> None:
    stage = occasion if occasion == "technical" else ""
    base = replace(
        BARE, role=role, format="" if stage else occasion, stage=stage, language=language
    )
    found: dict[str, set[str]] = defaultdict(set)
    for variant in range(8):
        for facts in thank_you_facts(base, variant):
            for run in runs(text_of(Kind.THANK, facts, variant).text):
                found[run].add(f"thank {variant}")
        for facts in attempt_facts(replace(base, format="", stage=""), variant):
            for run in runs(text_of(Kind.ATTEMPT, facts, variant, variant + 1).text):
                found[run].add(f"attempt {variant}")
    assert {run: drafts for run, drafts in found.items() if len(drafts) > 1} == {}


@pytest.mark.parametrize("language", ["en", "de"])
def test_ty_6_eight_people_get_eight_openings_closings_and_endings(language: str) -> None:
    facts = replace(BARE, language=language)
    texts = [text_of(Kind.THANK, facts, variant).text for variant in range(8)]
    firsts = {paragraphs(text)[0].split(".")[0] for text in texts}
    lasts = {paragraphs(text)[-1].split(". ")[-1] for text in texts}
    farewells = {text.split("\n\n")[-1] for text in texts}
    assert (len(firsts), len(lasts), len(farewells)) == (8, 8, 8)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_file_has_a_wording_for_every_variant(language: str) -> None:
    counts = {kind: len(letters(language, kind).wordings) for kind in KINDS}
    assert counts == {
        "thank-email": 8, "thank-card": 8, "check-in": 8, "call": 8, "feedback": 2
    }  # fmt: skip


def test_variants_by_kind() -> None:
    counts = {kind: variants(step(kind)) for kind in Kind}
    assert counts == {Kind.THANK: 8, Kind.ATTEMPT: 8, Kind.FEEDBACK: 2, Kind.ASK: 0}
    assert draft(step(Kind.ASK), BARE, 0, ME) is None


def test_check_ins_go_through_their_wordings_in_order() -> None:
    """One person, attempt by attempt and over applications; two readers in a note differ."""
    attempt = step(Kind.ATTEMPT, "attempt:1")
    assert [pick(attempt, (), heard=range(had)) for had in range(8)] == list(range(8))
    assert pick(attempt, [0]) == 1
    assert pick(attempt, [0, 1], heard=[0, 2]) == 3
    assert pick(attempt, (), heard=[9, 0]) == 2


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8, unique=True))
def test_up_to_eight_people_get_eight_different_letters(slugs: list[str]) -> None:
    taken: list[int] = []
    for slug in slugs:
        taken.append(pick(step(Kind.THANK, f"thank:{slug}"), taken))
    assert len(set(taken)) == len(slugs)


@given(st.text(max_size=12), st.lists(st.integers(0, 7), max_size=20))
def test_a_pick_depends_on_name_and_note_only(slug: str, taken: list[int]) -> None:
    asking = step(Kind.THANK, f"thank:{slug}")
    first = pick(asking, taken)
    assert first == pick(asking, list(reversed(taken))) == pick(asking, tuple(taken))
    assert taken.count(first) == min(taken.count(variant) for variant in range(8))


def test_the_ninth_person_shares_a_letter_with_only_one() -> None:
    taken = list(range(8))
    ninth = pick(step(Kind.THANK, "thank:nina"), taken)
    tenth = pick(step(Kind.THANK, "thank:otto"), [*taken, ninth])
    assert ninth != tenth


def test_drafts_are_the_same_every_time() -> None:
    for variant in range(8):
        assert text_of(Kind.THANK, BARE, variant) == text_of(Kind.THANK, BARE, variant)
