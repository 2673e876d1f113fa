"""The sentences of plans: where dates come from, and what remarks say."""

import re
from collections.abc import Callable
from datetime import time
from functools import partial

import pytest

from mdfollow.etiquette.model import Plan
from mdfollow.etiquette.outcome import REASONS, Reason
from mdfollow.etiquette.remarks import PLAN_ONLY, SAYINGS, Code
from mdfollow.interview.model import Status
from mdfollow.settings import Settings
from tests.etiquette.notes import (
    DANA,
    LEE,
    ONSITE,
    PANEL,
    SAM,
    codes,
    done,
    named,
    note,
    planned,
)

E = "2026-11-24"
WHY = {
    "FU-1 on the third day": (
        partial(planned, note(expected=E)),
        "attempt:1",
        "Three days after the decision date they named, 24 November.",
    ),
    "FU-1 on the fourth day": (
        partial(planned, note("2026-12-17", "2026-12-31")),
        "attempt:1",
        "Four days after the decision date they named, 31 December.",
    ),
    "FU-3 past a weekend": (
        partial(planned, note(expected="2026-11-25")),
        "attempt:1",
        (
            "The first working day once three days have passed since the decision date they named, "
            "25 November."
        ),
    ),
    "FU-2": (
        partial(planned, note(), settings=Settings(first_wait=21)),
        "attempt:1",
        "No decision date is known, so 21 days after the interview on 3 November is a good moment.",
    ),
    "GAP-1 planned": (
        partial(planned, note(expected=E, format=ONSITE)),
        "attempt:2",
        "A week after the first check-in, planned for 27 November, to leave room for an answer.",
    ),
    "GAP-2 made": (
        partial(
            planned,
            note(
                expected=E,
                format=PANEL,
                history={"attempt:1": done("2026-11-27"), "attempt:2": done("2026-12-04")},
            ),
        ),
        "attempt:3",
        "Ten days after your last check-in on 4 December, to leave room for an answer.",
    ),
    "LOOP-1 later than their date": (
        partial(
            planned,
            note(expected="2026-11-17", format=ONSITE, history={"attempt:1": done("2026-11-16")}),
        ),
        "attempt:2",
        "A week after your last check-in on 16 November, to leave room for an answer.",
    ),
    "TY-2 with a time": (
        partial(planned, note(time=time(10))),
        "thank:dana-kim",
        "Within 24 hours of the interview: by 10:00 on 4 November.",
    ),
    "CH-1 card": (
        partial(planned, note(culture="Traditional")),
        "thank:dana-kim",
        "A card posted on the day, 3 November, or the day after is still fresh.",
    ),
    "LOOP-2 covered": (
        partial(planned, note(contacted=("2026-11-20",))),
        "attempt:1",
        "You were in touch with them on 20 November, and that counts.",
    ),
    "INT-1": (
        partial(
            planned,
            note(internal=True, heard="2026-11-05", status=Status.CLOSED, status_word="rejected"),
        ),
        "feedback",
        (
            "They answered on 5 November; a day or so later is a good moment to ask what would "
            "help next time."
        ),
    ),
}


@pytest.mark.parametrize(("made", "name", "text"), WHY.values(), ids=WHY)
def test_why(made: Callable[[], Plan], name: str, text: str) -> None:
    """A sentence names where its date comes from."""
    assert named(made(), name).why == text


def test_what_is_known_of_them() -> None:
    """PPL-2: for recruiter and hiring manager, with what the note knows."""
    made = planned(note(people=(DANA, SAM, LEE), known=("answers in the evening",)))
    said = [remark.sentence for remark in made.remarks if remark.code == Code.WHO_THEY_ARE]
    assert said == [
        "What do you know of Dana Kim? You noted: answers in the evening.",
        "What do you know of Sam Roe? You noted: answers in the evening.",
    ]


def test_news_is_suggested_once() -> None:
    """MSG-3: a look for news before the first check-in, unless there is some."""
    assert Code.NEWS in codes(planned(note()))
    assert Code.NEWS not in codes(planned(note(news=("Acme opens a Leeds site",))))
    later = planned(note(format=ONSITE, history={"attempt:1": done("2026-11-13")}))
    assert Code.NEWS not in codes(later)


def test_old_notes_are_quiet() -> None:
    """An old vault gets no remarks about steps nobody asks for any more."""
    assert planned(note(people=()), today="2029-01-01").remarks == ()
    assert planned(note(status=Status.CANCELLED)).remarks == ()


def test_tables_are_complete() -> None:
    """Every reason and every code has its words; codes are our own range."""
    assert set(REASONS) == set(Reason)
    assert set(SAYINGS) == set(Code)
    assert set(Code) > PLAN_ONLY
    assert all(re.fullmatch(r"MDF3\d\d", code) for code in Code)


UNKIND = re.compile(r"\b(overdue|late|failed|forgot|must|no reply|still haven't|ignored)\b")


def test_tone_1_tone_2_words_are_kind() -> None:
    """TONE-1, TONE-2: no reproach and no counting in anything a plan says."""
    texts = [*REASONS.values(), *(s.sentence + s.way_out for s in SAYINGS.values())]
    assert not [text for text in texts if UNKIND.search(text.lower())]
