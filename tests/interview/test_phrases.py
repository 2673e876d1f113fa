"""EXP-1 and EXP-2: when they decide, counted from the interview."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stalls import A_STALL

from mdfollow.interview.codes import DATE, OUT_OF_ORDER, TWO_READINGS
from mdfollow.interview.dates import read_days
from mdfollow.interview.phrases import read_decision
from mdfollow.interview.tables.unknown import UNKNOWN

TUESDAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        *(("3 weeks", 21), ("3w", 21), ("21 days", 21), ("21d", 21), ("three weeks", 21)),
        *(("in 3 weeks", 21), ("within 3 weeks", 21), ("about 3 weeks", 21), ("~3 weeks", 21)),
        *(("3 weeks or so", 21), ("3 weeks (Sam said)", 21), ("in three weeks' time", 21)),
        *(("2-3 weeks", 21), ("2–3 weeks", 21), ("2 - 3 wks", 21), ("2 to 3 weeks", 21)),
        *(("two or three weeks", 21), ("a week or two", 14), ("3-2 weeks", 21), ("a week", 7)),
        *(
            ("one week", 7),
            ("a fortnight", 14),
            ("a couple of weeks", 14),
            ("the next 2 weeks", 14),
        ),
        *(("48 hours", 2), ("24h", 1), ("30 hours", 2), ("0 days", 0), ("3 weeks max.", 21)),
        *(("tomorrow", 1), ("today", 0), ("10 business days", 14), ("5 working days", 7)),
        *(("Friday", 3), ("on Friday", 3), ("by Friday", 3), ("this Friday", 3), ("Tuesday", 7)),
        *(("Monday", 6), ("next Friday", 10), ("next Tuesday", 7), ("Friday next week", 10)),
        *(("next week", 10), ("early next week", 10), ("end of next week", 10)),
        *(("end of the week", 3), ("by the end of this week", 3), ("this week", 3), ("EOW", 3)),
        *(("end of the month", 27), ("by the end of November", 27), ("November", 27), ("eom", 27)),
        *(("next month", 58), ("end of the year", 58), ("1 month", 30), ("2 months", 61)),
        *(("Nov 24", 21), ("24 November", 21), ("by Nov 24", 21), ("11/24", 21)),
        *(("2026-11-24", 21), ("[[2026-11-24]]", 21), ("<2026-11-24 Tue>", 21)),
        *(("2026-11-24 17:00", 21), ("24 Nov 2026", 21), ("Nov 20-24", 21), ("by 2026-11-24", 21)),
        *(("2026-11-20 to 2026-11-24", 21), ("no later than Dec 1", 28), ("2026-11-03", 0)),
        *(("one year", 365), ("2027-11-03", 365)),
        *(("the 24th", 21), ("Friday the 13th", 10), ("COB Friday", 3), ("Friday EOD", 3)),
        *(("by 5pm Friday", 3), ("end of day tomorrow", 1), ("Monday morning", 6)),
        *(("end of Q4", 58), ("Q1 2027", 148), ("first week of December", 31), ("w/c 23 Nov", 24)),
        *(("early next month", 37), ("mid next month", 42), ("mid month", 12), ("in Dec", 58)),
        *(("week after next", 17), ("the week of the 23rd", 24), ("KW 48", 24), ("week 48", 24)),
        *(("2026-W48", 24), ("week of Nov 22", 24), ("a week from Friday", 10)),
        *(("two weeks from Monday", 20), ("10 days after the interview", 10)),
        *(("Wednesday or Thursday", 2), ("Mon/Tue", 7), ("this week or next week", 10)),
        *(("end of November or early December", 37), ("between Nov 20 and Nov 24", 21)),
        *(("3 weeks, said Dana", 21), ("2 weeks tops", 14), ("1.5 weeks", 11)),
        *(("a week and a half", 11), ("before Thanksgiving", 22), ("by Christmas", 51)),
        *(("before Christmas", 50), ("by New Year", 58), ("Friday week", 10), ("weekend", 5)),
        *(("after the weekend", 6), ("the following Friday", 3), ("on or before Nov 20", 17)),
        *(("mid-December", 42), ("end of Jan", 89), ("middle of January 2027", 73)),
        *(("first half of December", 42), ("2026-11-24?", 21), ("24-Nov-2026", 21)),
        *(("third week of November", 17), ("week ending Nov 27", 24), ("a week on Friday", 10)),
        *(("before the weekend", 3), ("end of the quarter", 58), ("November the 24th", 21)),
        *(("“Nov 24”", 21), ("the day after tomorrow", 2), ("1st Dec", 28), ("the 3rd", 30)),
    ],
)
def test_phrases_count_from_the_interview(text: str, days: int) -> None:
    found = read_decision(text, TUESDAY)
    assert (found.decision.day, found.fault) == (TUESDAY + timedelta(days), "")


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        ("2026-05-20", "next Friday", "2026-05-29"),
        ("2026-05-22", "next Friday", "2026-05-29"),
        ("2026-05-22", "Friday", "2026-05-29"),
        ("2026-05-20", "next week", "2026-05-29"),
        ("2026-05-22", "next week", "2026-05-29"),
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2028-01-31", "1 month", "2028-02-29"),
        ("2026-12-17", "Jan 4", "2027-01-04"),
        ("2026-12-17", "March", "2027-03-31"),
        ("2026-12-31", "end of the month", "2026-12-31"),
        ("2028-02-29", "1 year", "2029-02-28"),
    ],
)
def test_other_days_of_the_calendar(day: str, text: str, expected: str) -> None:
    found = read_decision(text, date.fromisoformat(day))
    assert str(found.decision.day) == expected


def test_days_off_are_no_working_days() -> None:
    off = {date(2026, 11, 5), date(2026, 11, 6)}
    found = read_decision("3 business days", TUESDAY, is_off=off.__contains__)
    assert found.decision.day == date(2026, 11, 10)


@pytest.mark.parametrize(
    "text",
    [*sorted(UNKNOWN), "Unknown", "TBD.", " N/A ", "Soon!", "unknown (ask!)"],
)
def test_unknown_in_many_words(text: str) -> None:
    found = read_decision(text, TUESDAY)
    assert (found.decision.day, found.decision.reading, found.fault) == (None, "", "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-11-02", OUT_OF_ORDER),
        ("2027-11-04", OUT_OF_ORDER),
        ("13 months", OUT_OF_ORDER),
        ("999 weeks", OUT_OF_ORDER),
        ("03/12/2026", TWO_READINGS),
        ("3/12", TWO_READINGS),
        ("whenever they like", DATE),
        ("21", DATE),
        ("2026", DATE),
        ("2026-02-30", DATE),
        ("9999-12-31", DATE),
        ("-3 weeks", DATE),
        ("3 weeks and 2 days or maybe later than that", DATE),
        ("9999999999 days", DATE),
        *((text, DATE) for text in ("at least 3 weeks", "not before Nov 24", "after Dec 1")),
        *((text, DATE) for text in ("3+ weeks", "a few weeks", "as early as Friday", "2w after X")),
        *((text, DATE) for text in ("Monday, maybe later", "3 weeks, maybe 4", "in the new year")),
        *((text, DATE) for text in ("?? maybe Friday", "TBD next week", "2 weeks after the panel")),
        *((text, DATE) for text in ("3 and a half months", "Friday if they agree", "2026-W60")),
    ],
)
def test_what_is_refused_counts_as_unknown_and_quotes_her_words(text: str, code: str) -> None:
    found = read_decision(text, TUESDAY)
    assert (found.decision.day, found.code) == (None, code)
    assert f"'{text}'" in found.fault
    assert found.way_out


def test_a_span_after_the_final_round_counts_from_it_and_is_unknown_before() -> None:
    """Spec: unknown while no later round is known; the plan shows why."""
    found = read_decision("1 week after final round", TUESDAY)
    assert (found.decision.day, found.fault) == (None, "")
    assert "counts from a later round" in found.decision.reading
    known = read_decision("1 week after final round", TUESDAY, final=True)
    assert known.decision.day == TUESDAY + timedelta(7)


@pytest.mark.parametrize("order", ["dmy", "mdy"])
def test_the_setting_decides_two_readings(order: str) -> None:
    expected = {"dmy": date(2026, 12, 3), "mdy": date(2027, 3, 12)}[order]
    assert read_decision("3/12", TUESDAY, order).decision.day == expected


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("2026-11-24", ""),
        ("3 weeks", "'3 weeks': counted from the interview"),
        ("2-3 weeks", "'2-3 weeks': counted from the interview, the later end"),
        ("next Friday", "'next Friday': the later reading, in the week after"),
        ("Nov 24", "'Nov 24': the first such day after the interview"),
    ],
)
def test_how_a_phrase_was_read_is_kept(text: str, reading: str) -> None:
    assert read_decision(text, TUESDAY).decision.reading == reading


@given(
    st.text(max_size=30)
    | st.lists(
        st.sampled_from(
            ["in", "2", "-", "3", "week", "weeks", "or", "next", "end", "of", "month", "Fri"]
        ),
        max_size=6,
    ).map(" ".join),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
)
def test_no_text_raises_and_what_is_read_is_within_a_year(text: str, day: date) -> None:
    found = read_decision(text, day)
    if found.decision.day:
        assert 0 <= (found.decision.day - day).days <= 366
        assert not found.fault


LONG = 100_000
ENDLESS = {
    "..).(": 16_000,
    "26-11 -[[71 97:00": LONG,
    "[[a|": LONG,
    "<2026-11-24": LONG,
    "  ": LONG,
}
"""What is repeated up to how many characters: enough to tell a stall, not to wait hours for it."""


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_text_without_end_is_read_in_no_time(piece: str) -> None:
    text = piece * (ENDLESS[piece] // len(piece))
    begin = time.process_time()
    assert not read_decision(f"3 weeks{text}", TUESDAY).decision.day or piece == "  "
    assert not any(moment.day for moment in read_days(text))
    assert time.process_time() - begin < A_STALL


def test_a_long_remark_in_brackets_is_no_part_of_the_phrase() -> None:
    remark = " ".join(["the panel meets on Thursdays"] * 14)
    assert read_decision(f"3 weeks ({remark})", TUESDAY).decision.day == TUESDAY + timedelta(21)
