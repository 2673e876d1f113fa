"""How long a draft may be, and what it must and must not say."""

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from mdfollow.etiquette.model import Kind
from mdfollow.letters import Draft
from mdfollow.letters.facts import Facts
from mdfollow.settings import Me
from tests.letters.invented import (
    SLOT,
    attempts,
    count,
    feedback,
    paragraphs,
    text_of,
    thanks,
)

AVOIDED = (
    "just wanted",
    "finds you well",
    "passionate",
    "touch base",
    "per our conversation",
    "sorry",
    "apolog",
    "deadline",
    "still haven't",
    "other offer",
    "another offer",
    "asap",
    "urgent",
    "reply by",
    "days ago",
    "weeks ago",
    "no reply",
    "!",
    "about the position",
    "very best",
    "perfect",
    "dream job",
)
Case = tuple[str, Facts, int, Draft]
SENTENCE = re.compile(r"[.?](?=\s|$|”)")


@cache
def made(those: Callable[[], Iterator[Case]]) -> tuple[Case, ...]:
    """Drafts of one kind, made when a test first asks for them."""
    return tuple(those())


def by(channel: str, those: Callable[[], Iterator[Case]]) -> list[Case]:
    """Those that go by one channel."""
    return [case for case in made(those) if case[1].channel == channel]


def every() -> Iterator[Case]:
    """All drafts there are."""
    yield from (*made(thanks), *made(attempts), *made(feedback))


def sentences(text: str) -> int:
    return len(SENTENCE.findall(text))


def script(text: str) -> str:
    return text.split("Voice mail: “")[1].rstrip("”")


@pytest.mark.parametrize("avoided", AVOIDED)
def test_tone_2_tone_3_no_draft_says_what_letters_should_not_say(avoided: str) -> None:
    for label, _, _, draft in every():
        assert avoided not in draft.text.casefold(), label


def test_no_draft_has_more_than_two_slots() -> None:
    for label, _, _, draft in every():
        assert len(set(SLOT.findall(draft.text))) <= 2, label


def test_ty_3_a_thank_you_has_one_or_two_short_paragraphs_and_120_words() -> None:
    for label, _, _, draft in by("email", thanks):
        body = paragraphs(draft.text)
        assert 1 <= len(body) <= 2, label
        assert count(" ".join(body)) <= 120, label


def test_an_executive_reads_a_single_paragraph() -> None:
    for label, facts, _, draft in by("email", thanks):
        if facts.part == "executive":
            assert len(paragraphs(draft.text)) == 1, label


def test_ch_1_a_card_has_two_to_four_sentences_and_60_words() -> None:
    for label, _, _, draft in by("card", thanks):
        body = " ".join(paragraphs(draft.text))
        assert 2 <= sentences(body) <= 4, label
        assert count(body) <= 60, label
        assert "Subject:" not in draft.text, label


def test_ch_5_msg_4_a_check_in_has_at_most_four_sentences() -> None:
    for label, _, _, draft in by("email", attempts):
        body = " ".join(paragraphs(draft.text))
        assert sentences(body) <= 4, label
        assert count(body) <= 120, label


@pytest.mark.parametrize("me", [Me(), Me("Robin Vale", "555 0100"), Me("Robin van Vale", "")])
def test_ch_4_a_voice_mail_has_70_words_the_number_twice_and_one_question(me: Me) -> None:
    for label, facts, variant, _ in by("phone", attempts):
        number = int(label.split("number=")[1][0])
        said = script(text_of(Kind.ATTEMPT, facts, variant, number, me).text)
        assert count(said) <= 70, label
        assert said.count("?") == 1, label
        assert said.count(me.phone or "(my number, slowly)") == 2, label
        assert (me.name or "(my name)") in said, label
        assert "November third" in said, label
        assert "thank" in said.casefold(), label
        if facts.role:
            assert facts.role in said, label


def test_a_call_first_asks_for_the_moment_and_has_three_points() -> None:
    for label, _, _, draft in by("phone", attempts):
        opening, points, voice = draft.text.split("\n\n")
        assert opening.startswith("To open: “Hello"), label
        assert opening.rstrip("”").endswith("?"), label
        assert [line.split(":")[0] for line in points.split("\n")] == ["First", "Second", "Third"]
        assert voice.startswith("Voice mail: "), label


def test_msg_1_msg_2_tone_3_every_attempt_shows_interest_asks_once_and_offers_help() -> None:
    for label, facts, _, draft in by("email", attempts):
        assert draft.text.count("?") == 1, label
        assert re.search(r"next step|move on|comes next|decision|timing|be made", draft.text), label
        assert re.search(r"send|ask|help|answer|add|supply|like to see", draft.text), label
        assert "thank" in draft.text.casefold(), label
        assert ("the team" if facts.internal else facts.company) in draft.text, label


def test_tone_1_silence_is_read_kindly_in_the_first_check_in() -> None:
    for label, _, variant, draft in made(attempts):
        if "number=1" in label and variant == 0:
            assert "iring often takes longer than planned" in draft.text, label


def test_ask_1_only_the_one_who_is_asked_reads_a_question_and_reads_it_last() -> None:
    for label, facts, _, draft in made(thanks):
        body = paragraphs(draft.text)
        assert draft.text.count("?") == (1 if facts.asked else 0) or facts.via, label
        if facts.asked:
            assert body[-1].endswith("?"), label


def test_tone_3_every_thank_you_thanks_and_shows_interest() -> None:
    for label, facts, _, draft in made(thanks):
        text = " ".join(paragraphs(draft.text)).casefold()
        assert "thank" in text or "grateful" in text, label
        assert ("the team" if facts.internal else "acme") in text, label


def test_int_1_feedback_has_80_words_and_one_question() -> None:
    for label, _, _, draft in made(feedback):
        body = " ".join(paragraphs(draft.text))
        assert count(body) <= 80, label
        assert body.count("?") == 1, label
        assert body.endswith("?"), label
        assert "thank" in body.casefold(), label


def test_a_known_fact_is_never_asked_for_again() -> None:
    for label, facts, _, draft in every():
        if facts.learned and facts.skill:
            assert not SLOT.search(draft.text), label


def test_no_line_opens_with_a_mark_of_markdown_or_org() -> None:
    opener = re.compile(r"[#*+>|\-]|\d+[.)]|\s|```|$", re.MULTILINE)
    for label, _, _, draft in every():
        for paragraph in draft.text.split("\n\n"):
            for line in paragraph.split("\n"):
                assert not opener.match(line), (label, line)
        assert "\n" not in draft.heading, label


def test_without_a_name_the_sign_off_stands_alone() -> None:
    facts = Facts(person="Dana Kim", company="Acme", date="2026-11-03", channel="email")
    for variant in range(8):
        text = text_of(Kind.THANK, facts, variant, me=Me()).text
        assert not text.split("\n\n")[-1].endswith(","), text


def test_a_draft_names_the_missing_person_by_a_slot() -> None:
    facts = Facts(company="Acme", date="2026-11-03", channel="email")
    draft = text_of(Kind.THANK, facts, 0)
    assert "Dear [name]," in draft.text
    assert draft.heading == "Thank-you note to whoever interviewed you at Acme"
