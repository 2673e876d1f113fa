"""How long a draft may be, and what it must and must not say."""

import re

import pytest

from mdfollow.etiquette.model import Kind
from mdfollow.letters import Draft
from mdfollow.letters.facts import Facts
from mdfollow.settings import Me
from tests.letters.invented import (
    SLOT,
    attempts,
    count,
    everything,
    feedback,
    paragraphs,
    text_of,
    thanks,
)

ALL = list(everything())
THANKS = list(thanks())
EMAILS = [case for case in THANKS if case[1].channel == "email"]
CARDS = [case for case in THANKS if case[1].channel == "card"]
CHECK_INS = [case for case in attempts() if case[1].channel == "email"]
CALLS = [case for case in attempts() if case[1].channel == "phone"]
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
SENTENCE = re.compile(r"[.?](?=\s|$|”)")


def sentences(text: str) -> int:
    return len(SENTENCE.findall(text))


def script(text: str) -> str:
    return text.split("Voice mail: “")[1].rstrip("”")


@pytest.mark.parametrize("avoided", AVOIDED)
def test_no_draft_says_what_letters_should_not_say(avoided: str) -> None:
    assert [label for label, _, _, made in ALL if avoided in made.text.casefold()] == []


def test_no_draft_has_more_than_two_slots() -> None:
    assert [label for label, _, _, made in ALL if len(set(SLOT.findall(made.text))) > 2] == []


def test_a_thank_you_has_one_or_two_short_paragraphs_and_120_words() -> None:
    """TY-3."""
    for label, _, _, made in EMAILS:
        body = paragraphs(made.text)
        assert 1 <= len(body) <= 2, label
        assert count(" ".join(body)) <= 120, label


def test_an_executive_reads_a_single_paragraph() -> None:
    for label, facts, _, made in EMAILS:
        if facts.part == "executive":
            assert len(paragraphs(made.text)) == 1, label


def test_a_card_has_two_to_four_sentences_and_60_words() -> None:
    """CH-1."""
    for label, _, _, made in CARDS:
        body = " ".join(paragraphs(made.text))
        assert 2 <= sentences(body) <= 4, label
        assert count(body) <= 60, label
        assert "Subject:" not in made.text, label


def test_a_check_in_has_at_most_four_sentences() -> None:
    """CH-5, MSG-4."""
    for label, _, _, made in CHECK_INS:
        body = " ".join(paragraphs(made.text))
        assert sentences(body) <= 4, label
        assert count(body) <= 120, label


@pytest.mark.parametrize("me", [Me(), Me("Robin Vale", "555 0100"), Me("Robin van Vale", "")])
def test_a_voice_mail_has_70_words_the_number_twice_and_one_question(me: Me) -> None:
    """CH-4."""
    for label, facts, variant, _ in CALLS:
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
    for label, _, _, made in CALLS:
        opening, points, voice = made.text.split("\n\n")
        assert opening.startswith("To open: “Hello"), label
        assert opening.rstrip("”").endswith("?"), label
        assert [line.split(":")[0] for line in points.split("\n")] == ["First", "Second", "Third"]
        assert voice.startswith("Voice mail: "), label


def test_every_attempt_shows_interest_asks_once_and_offers_help() -> None:
    """MSG-1, MSG-2, TONE-3."""
    for label, facts, _, made in CHECK_INS:
        assert made.text.count("?") == 1, label
        assert re.search(r"next step|move on|comes next|decision|timing|be made", made.text), label
        assert re.search(r"send|ask|help|answer|add|supply|like to see", made.text), label
        assert "thank" in made.text.casefold(), label
        assert ("the team" if facts.internal else facts.company) in made.text, label


def test_silence_is_read_kindly_in_the_first_check_in() -> None:
    """TONE-1."""
    for label, _, variant, made in [*CHECK_INS, *CALLS]:
        if "number=1" in label and variant == 0:
            assert "iring often takes longer than planned" in made.text, label


def test_only_the_one_who_is_asked_reads_a_question_and_reads_it_last() -> None:
    """ASK-1."""
    for label, facts, _, made in THANKS:
        body = paragraphs(made.text)
        assert made.text.count("?") == (1 if facts.asked else 0) or facts.via, label
        if facts.asked:
            assert body[-1].endswith("?"), label


def test_every_thank_you_thanks_and_shows_interest() -> None:
    """TONE-3."""
    for label, facts, _, made in THANKS:
        text = " ".join(paragraphs(made.text)).casefold()
        assert "thank" in text or "grateful" in text, label
        assert ("the team" if facts.internal else "acme") in text, label


def test_feedback_has_80_words_and_one_question() -> None:
    """INT-1."""
    for label, _, _, made in feedback():
        body = " ".join(paragraphs(made.text))
        assert count(body) <= 80, label
        assert body.count("?") == 1, label
        assert body.endswith("?"), label
        assert "thank" in body.casefold(), label


def test_a_known_fact_is_never_asked_for_again() -> None:
    for label, facts, _, made in ALL:
        if facts.learned and facts.skill:
            assert not SLOT.search(made.text), label


def test_no_line_opens_with_a_mark_of_markdown_or_org() -> None:
    opener = re.compile(r"[#*+>|\-]|\d+[.)]|\s|```|$", re.MULTILINE)
    for label, _, _, made in ALL:
        for paragraph in made.text.split("\n\n"):
            for line in paragraph.split("\n"):
                assert not opener.match(line), (label, line)
        assert "\n" not in made.heading, label


def test_without_a_name_the_sign_off_stands_alone() -> None:
    facts = Facts(person="Dana Kim", company="Acme", date="2026-11-03", channel="email")
    for variant in range(8):
        text = text_of(Kind.THANK, facts, variant, me=Me()).text
        assert not text.split("\n\n")[-1].endswith(","), text


def test_a_draft_names_the_missing_person_by_a_slot() -> None:
    facts = Facts(company="Acme", date="2026-11-03", channel="email")
    made: Draft = text_of(Kind.THANK, facts, 0)
    assert "Dear [name]," in made.text
    assert made.heading == "Thank-you note to whoever interviewed you at Acme"
