"""Facts are woven in as a careful writer would, in whatever form they were typed."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdfollow.etiquette.model import Kind
from mdfollow.letters.facts import Facts, plain
from mdfollow.letters.grammar import (
    calendar_day,
    did,
    heard,
    spoken_day,
    the_role,
    tidy,
    weekday,
)
from tests.letters.invented import BARE, PARTS, text_of

HEARD = [
    # typed, as the speaker reads it, fits after "about"
    (
        "on-call moves to the product teams in spring",
        "on-call moves to the product teams in",
        False,
    ),
    ("On-call moves in spring.", "on-call moves in spring", False),
    ("the pager hand-over", "the pager hand-over", True),
    ("The pager hand-over.", "the pager hand-over", True),
    ("how they review designs", "how you review designs", True),
    ("How do they review designs?", "how you review designs", True),
    ("why they left AWS", "why you left AWS", True),
    ("moving on-call in spring", "moving on-call in spring", True),
    ("hiring is paused until March", "hiring is paused until March", False),
    ("Engineering owns on-call", "engineering owns on-call", False),
    ("they use Rust", "you use Rust", False),
    ("They're moving to Go", "you're moving to Go", False),
    ("their release calendar", "your release calendar", True),
    ("wants to halve lead time", "you want to halve lead time", False),
    ("likes pair programming", "you like pair programming", False),
    ("values honesty", "values honesty", False),
    ("started the Leeds office", "you started the Leeds office", False),
    ("Dana said that on-call moves", "on-call moves", False),
    ("mentioned the rota", "the rota", True),
    ("told me about the rota", "the rota", True),
    ("she started the Leeds office", "you started the Leeds office", False),
    ("She is moving to Leeds", "you are moving to Leeds", False),
    ("Dana leads two teams", "you lead two teams", False),
    ("Dana Kim's team owns billing", "your team owns billing", False),
    ("I would report to Dana", "I would report to you", False),
    ("NASA is a customer", "NASA is a customer", False),
    ("GDPR", "GDPR", True),
    ("Kubernetes on bare metal", "Kubernetes on bare metal", False),
    ("that they ship weekly", "you ship weekly", False),
    ("- “ship small”", "“ship small”", False),
    ("everyone pairs", "everyone pairs", False),
    ("zero-downtime deploys", "zero-downtime deploys", True),
    ("they have 3 teams. Two are new.", "you have 3 teams. Two are new", False),
    ("'we don’t do heroics.'", "“we don’t do heroics”", False),
    ("is the rota fair?", "is the rota fair?", False),
    ("Who decides about hiring?", "who decides about hiring", True),
    ("to ask early", "to ask early", False),
    ("no on-call at night", "no on-call at night", False),
    ("a lot", "a lot", False),
    ("not to worry about the degree", "not to worry", False),
    ("no more than 2 meetings/day", "no more than", False),
    ("remote first", "remote first", False),
    ("work/life balance", "work/life balance", True),
    ("C# and F#", "C# and F#", True),
    ("https://acme.example/handbook", "https://", False),
    ("she'd like someone patient", "you'd like someone patient", False),
    ("He’ll retire in May", "you’ll retire in May", False),
    ("she's hiring two people", "you're hiring two people", False),
    ("she's got two teams", "you've got two teams", False),
    ("dana kim loves sourdough", "you love sourdough", False),
    ("DEADLINES ARE FIXED BY LAW", "DEADLINES ARE", False),
    ("🚀 launch in May", "🚀 launch", False),
    ("el equipo trabaja en remoto", "el equipo", False),
    ("3 new hires in Q1", "3 new hires", False),
    ("50 % of the time is his own", "50 % of", False),
    ("Dana and Sam started the company", "Dana and Sam", False),
    ("why the migration took two years", "why the migration", True),
    ("If you ask, you get it", "if you ask", False),
    ("the team... is growing...", "the team… is growing", False),
]
DID = [
    ("ran the pager hand-over", "I ran the pager hand-over", False),
    ("Ran the pager hand-over.", "I ran the pager hand-over", False),
    ("I ran the pager hand-over.", "I ran the pager hand-over", False),
    ("I've led three teams", "I've led three teams", False),
    ("Automated the release", "I automated the release", False),
    ("automated testing", "automated testing", False),
    ("improved onboarding", "I improved onboarding", False),
    ("speak German", "I speak German", False),
    ("Kubernetes", "Kubernetes", True),
    ("10 years of Go", "10 years of Go", True),
    ("running migrations", "running migrations", False),
    ("welding", "welding", True),
    ("certified AWS architect", "certified AWS architect", False),
    ("ex-CTO of a start-up", "ex-CTO of a start-up", False),
    ("LED lighting", "LED lighting", False),
    ("Python, Go and Rust", "Python, Go and Rust", False),
    ("My thesis was on queues", "My thesis was on queues", False),
    ("data-driven", "data-driven", False),
    ("i ran the shop", "I ran the shop", False),
    ("i'm a trained mediator", "I'm a trained mediator", False),
    ("Speaks Portuguese", "I speak Portuguese", False),
    ("fluent in German & French", "I am fluent in German & French", False),
    ("Good with children.", "I am good with children", False),
    ("good listener", "good listener", False),
    ("a certified welder", "I am a certified welder", False),
    ("nurse for 12 years", "nurse for 12 years", False),
    ("never missed a deadline", "I never missed a deadline", False),
    ("drive a forklift", "I drive a forklift", False),
    ("the AWS certificate", "the AWS certificate", True),
    ("PYTHON", "PYTHON", True),
    ("ISO 9001", "ISO 9001", True),
    ("Je parle français", "Je parle français", False),
    ("🎹 piano", "🎹 piano", False),
    ("cooking for 200", "cooking for 200", False),
    ("saved €2M/year!", "I saved €2M/year", False),
    ("reduced costs by 20 %...", "I reduced costs by 20 %", False),
    ("co-authored a paper", "I co-authored a paper", False),
    ("“Employee of the year” 2024", "“Employee of the year” 2024", False),
    ("was head of IT", "I was head of IT", False),
    ("patient, thorough", "patient, thorough", False),
    ("what I learned at Siemens", "what I learned at Siemens", False),
]
ROLES = [
    ("Platform Engineer", "the Platform Engineer role"),
    ("the Platform Engineer position", "the Platform Engineer position"),
    ("Data Internship", "the Data Internship"),
    ("Head of Data (m/w/d)", "the Head of Data role"),
    ("Sr. Engineer, Core.", "the Sr. Engineer, Core role"),
    ("", ""),
]
COMPANIES = ("Acme", "Acme Inc.", "Yahoo!", "wren & partners", "株式会社アクメ", "A{c}me", "%s", "")
BROKEN = (
    (r"\.\.(?!\.)", "two stops"),
    (r"[!?]\.", "a stop after another"),
    (r" [,.;:?!](\s|$)", "a blank before a stop"),
    (r"  ", "two blanks"),
    (r"[,;:][,;:.]", "stops in a row"),
    (r"(?i)\b(that that|about about|about that|of of|to to|the the|the a|a the|a an)\b", "doubled"),
    (r"\bthat (ran|wrote|led|built)\b", "no subject"),
    (r"\babout (you|I|we|they) ", "a clause after about"),
    (r"(?<!Inc)(?<!Sr)[.?] [a-z]", "a small letter after a stop"),
    (r"\(\s|\s\)|\(\)", "an empty bracket"),
    (r"[{}]", "an open placeholder"),
    (r"\bi (ran|am|would)\b", "a small I"),
)


@pytest.mark.parametrize(("typed", "text", "topic"), HEARD)
def test_what_was_learned_is_turned_to_its_speaker(typed: str, text: str, topic: bool) -> None:
    woven = heard(typed, "Dana Kim")
    assert woven.text.startswith(text)
    assert woven.topic is topic


@pytest.mark.parametrize(("typed", "text", "topic"), DID)
def test_a_skill_gets_its_subject(typed: str, text: str, topic: bool) -> None:
    assert did(typed) == (text, topic)


@pytest.mark.parametrize(("typed", "text"), ROLES)
def test_a_role_is_named_once(typed: str, text: str) -> None:
    assert the_role(typed) == text


def test_days() -> None:
    assert weekday("2026-11-03") == "Tuesday"
    assert calendar_day("2026-11-03") == "November 3"
    said = [spoken_day(f"2026-05-{day:02}").removeprefix("May ") for day in range(1, 32)]
    assert said[:3] == ["first", "second", "third"]
    assert said[19:22] == ["twentieth", "twenty-first", "twenty-second"]
    assert said[28:] == ["twenty-ninth", "thirtieth", "thirty-first"]
    assert len(set(said)) == 31


@pytest.mark.parametrize(
    ("rough", "smooth"),
    [
        ("at Acme Inc..", "at Acme Inc."),
        ("Yahoo!.", "Yahoo!"),
        ("a , b", "a, b"),
        ("so...", "so..."),
    ],
)
def test_stops_are_set_once(rough: str, smooth: str) -> None:
    assert tidy(rough) == smooth


Case = tuple[Kind, Facts, int, int]


def awkward_thanks() -> Iterator[Case]:
    """Every awkward fact in every thank-you to every reader."""
    for variant in range(8):
        for part in PARTS:
            base = replace(BARE, part=part, role="Sr. Engineer, Core.")
            full = [replace(base, learned=typed) for typed, _, _ in HEARD]
            full += [replace(base, skill=typed) for typed, _, _ in DID]
            full += [replace(BARE, part=part, company=company) for company in COMPANIES[:5]]
            for facts in full:
                yield Kind.THANK, facts, variant, 0
                yield Kind.THANK, replace(facts, channel="card"), variant, 0


def awkward_rest() -> Iterator[Case]:
    """Every awkward skill and company in every check-in, call and request for feedback."""
    base = replace(BARE, met="yes")
    full = [replace(base, skill=typed) for typed, _, _ in DID]
    full += [replace(facts, news="they open a site.") for facts in full]
    full += [replace(BARE, company=company) for company in COMPANIES[:5]]
    for variant in range(2):
        for number in range(1, 5):
            for facts in full:
                yield Kind.ATTEMPT, facts, variant, number
                yield Kind.ATTEMPT, replace(facts, channel="phone"), variant, number
        for typed, _, _ in HEARD:
            yield Kind.FEEDBACK, replace(BARE, learned=typed), variant, 0


CASES = [(case, text_of(*case).text) for case in (*awkward_thanks(), *awkward_rest())]


@pytest.mark.parametrize(("pattern", "what"), BROKEN, ids=[what for _, what in BROKEN])
def test_every_combination_is_written_correctly(pattern: str, what: str) -> None:
    found = [(case, hit[0], text) for case, text in CASES if (hit := re.search(pattern, text))]
    assert found[:3] == [], what


def test_sentences_begin_with_a_capital() -> None:
    for case, text in CASES:
        for paragraph in text.split("\n\n"):
            assert paragraph[0].isupper() or paragraph[0] in "“[", (case, paragraph)


def test_braces_and_percent_signs_are_text() -> None:
    for company in COMPANIES:
        for kind in (Kind.THANK, Kind.ATTEMPT, Kind.FEEDBACK):
            text = text_of(
                kind, replace(BARE, company=company, learned="{me} %s {", via=""), 0, 1
            ).text
            assert company in text or kind is Kind.FEEDBACK


facts_typed = st.text(max_size=60).map(plain)


@settings(max_examples=150, deadline=None)
@given(facts_typed, facts_typed, facts_typed, facts_typed, st.integers(0, 7))
def test_no_text_breaks_a_letter(name: str, learned: str, skill: str, role: str, v: int) -> None:
    facts = replace(BARE, person=name, learned=learned, skill=skill, role=role, news=learned)
    for kind, channel in ((Kind.THANK, "email"), (Kind.THANK, "card"), (Kind.ATTEMPT, "email"),
                          (Kind.ATTEMPT, "phone"), (Kind.FEEDBACK, "email")):  # fmt: skip
        made = text_of(kind, replace(facts, channel=channel), v, 1)
        assert made.text == text_of(kind, replace(facts, channel=channel), v, 1).text
        for line in made.text.split("\n"):
            assert not re.match(r"[#*+>|\-]|\d+[.)]|\s", line), made.text
