"""RESP-1, RESP-2: promised against heard, told as facts and kindly."""

from datetime import date

import pytest

from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, Vault
from mdfollow.views.paint import PLAIN
from mdfollow.views.responsiveness import Company, responsiveness
from mdfollow.views.responsiveness_words import (
    KINDLY,
    NOTHING,
    check_in_words,
    good_words,
    heard_words,
    lines,
    responsiveness_text,
)

TODAY = date(2026, 11, 30)


def note(path: str, *more: str, company: str = "Acme", day: str = "2026-11-03") -> Note:
    fields = (f"company: {company}", "role: Engineer", f"interview_date: {day}", *more)
    return Note(path, "\n".join(["---", *fields, "---", ""]).encode())


def companies(*notes: Note, today: date = TODAY) -> tuple[Company, ...]:
    return responsiveness(sync(list(notes), Vault(), today))


HEARD = [
    (("decision: 2026-11-20",), "", None),
    (("decision: 2026-11-20", "heard: 2026-11-18"), "2026-11-18, in time", True),
    (("decision: 2026-11-20", "heard: 2026-11-20"), "2026-11-20, in time", True),
    (("decision: 2026-11-20", "heard: 2026-11-23"), "2026-11-23", False),
    (("heard: 2026-11-23",), "2026-11-23", None),
    (("decision: 2026-11-20", "heard: true"), "yes", None),
    (("decision: 2026-11-20", "status: rejected"), "yes", None),
    (("decision: 2026-11-20", "status: offer"), "yes", None),
    (("decision: 2026-11-20", "status: withdrawn"), "", None),
    (("decision: 2026-11-20", "status: ghosted"), "silent", None),
]


@pytest.mark.parametrize(("more", "words", "kept"), HEARD, ids=[" ".join(h[0]) for h in HEARD])
def test_resp_1_promised_against_heard(
    more: tuple[str, ...], words: str, kept: bool | None
) -> None:
    """RESP-2: a silence is named only where she named it, an earlier answer counts."""
    (found,) = companies(note("acme.md", *more))
    (promise,) = found.promises
    assert (heard_words(promise), promise.kept) == (words, kept)
    assert found.kept == (kept is True)


@pytest.mark.parametrize(
    ("decision", "words", "kept"),
    [("2026-11-20", "invited for 2026-11-17, in time", True),
     ("2026-11-10", "invited for 2026-11-17", None)],
)  # fmt: skip
def test_resp_2_a_later_interview_is_an_answer(decision: str, words: str, kept: bool) -> None:
    first = note("one.md", f"decision: {decision}")
    (found,) = companies(first, note("two.md", day="2026-11-17"))
    (promise,) = found.promises
    assert (heard_words(promise), promise.kept) == (words, kept)


CHECK_INS = [
    (("contacted: [2026-11-17, 2026-11-25]",), "2 made, no answer yet"),
    (("contacted: [2026-11-17, 2026-11-25]", "heard: 2026-11-20"), "2 made, 1 answered"),
    (("contacted: [2026-11-17]", "heard: 2026-11-17"), "1 made, 1 answered"),
    (("contacted: [2026-11-04]",), ""),
    (("contacted: [2026-11-17]", "status: rejected"), "1 made, 1 answered"),
]


@pytest.mark.parametrize(("more", "words"), CHECK_INS, ids=[" ".join(c[0]) for c in CHECK_INS])
def test_resp_1_check_ins_answered_and_not(more: tuple[str, ...], words: str) -> None:
    (found,) = companies(note("acme.md", "decision: 2026-11-12", *more))
    assert check_in_words(found.check_ins) == words


def test_resp_1_all_applications_of_a_company_are_one() -> None:
    other = Note("b.md", note("", "decision: 2026-11-20").data.replace(b"Engineer", b"Lead"))
    (found,) = companies(note("a.md", "decision: 2026-11-12", company="Acme Inc."), other)
    assert [row[:2] for row in lines(found)] == [(found.name, "2026-11-12"), ("", "2026-11-20")]


def test_the_good_ones_are_counted() -> None:
    found = companies(
        note("a.md", "decision: 2026-11-20", "heard: 2026-11-18", "contacted: [2026-11-17]"),
        note("b.md", "decision: 2026-11-20", "heard: 2026-11-19", company="Birch"),
        note("c.md", "decision: 2026-11-20", company="Cedar"),
    )
    assert good_words(found) == "Answered in time 2 times: Acme and Birch; 1 check-in answered."
    assert responsiveness_text(found, PLAIN).endswith(f"{KINDLY}\n")
    assert [each.tells for each in found] == [True, True, False]


def test_resp_2_no_word_of_blame() -> None:
    told = [*(row[0] for row in HEARD), *(row[0] for row in CHECK_INS)]
    notes = [note(f"{n}.md", *more, company=f"C{n}") for n, more in enumerate(told)]
    found = companies(*notes)
    text = responsiveness_text(found, PLAIN).lower()
    for word in ("ghost", "late", "overdue", "broke", "never", "ignored", "days"):
        assert word not in text


def test_no_day_is_today() -> None:
    notes = [note(f"{n}.md", *more, company=f"C{n}") for n, (more, *_) in enumerate(HEARD)]
    assert companies(*notes) == companies(*notes, today=date(2027, 11, 30))


def test_nothing_to_tell_is_told_kindly() -> None:
    assert responsiveness_text(companies(note("a.md")), PLAIN) == NOTHING + "\n"
