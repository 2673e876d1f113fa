"""Dates and times: one reading or none."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.interview.clock import read_time
from mdfollow.interview.codes import DATE, TWO_READINGS
from mdfollow.interview.dates import Moment, read_date, read_days
from mdfollow.interview.tables.calendar import DAY_NAMES, MONTH_NAMES
from mdfollow.interview.texts import brief

NOV_3 = date(2026, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-03",
        " 2026-11-03 ",
        "2026-11-3",
        "2026/11/03",
        "[[2026-11-03]]",
        "[[daily/2026-11-03]]",
        "[[2026-11-03|the day]]",
        "<2026-11-03 Tue>",
        "[2026-11-03 Tue]",
        "<2026-11-03 Tue +1w>",
        "2026-11-03 (Tue)",
        "Nov 3 2026",
        "Nov 3, 2026",
        "nov. 3rd, 2026",
        "November 3 2026",
        "3 November 2026",
        "3. November 2026",
        "3rd of November, 2026",
        "the 3rd of November 2026",
        "Tue Nov 3 2026",
        "Tuesday, 3 November 2026",
        "Tue 03/11/2026",
        "2026-11-01..2026-11-03",
        "2026-11-01 - 2026-11-03",
        "2026-11-01 – 2026-11-03",
        "2026-11-01/2026-11-03",
        "2026-11-02 and 2026-11-03",
        "<2026-11-02 Mon>--<2026-11-03 Tue>",
        "Nov 1-3 2026",
        "1–3 November 2026",
        "Oct 30 to Nov 3, 2026",
        *("20261103", "2026.11.03", "2026_11_03", "03-Nov-2026", "Nov-03-2026", "2026 Nov 3"),
        *("2026-W45-2", "2026W452", "[[2026/11/03]]", "[[2026_11_03]]", "[[journals/2026_11_03]]"),
        *("[2026-11-03](Daily/2026-11-03.md)", "[Tue](2026-11-03)", "“2026-11-03”", "2026‑11‑03"),
        *("<2026-11-03 mar.>", "[2026-11-03 Di]", "2026-11-03?", "2026-11-01/03"),
        *("Dienstag, 3. November 2026", "3 novembre 2026", "3 de noviembre de 2026"),
        *("[[Interview day|2026-11-03]]", "[[Interview 2026-11-03]]", "3/Nov/2026"),
        *("2026-11-01 → 2026-11-03", "from 2026-11-01 to 2026-11-03"),
    ],
)
def test_every_shape_of_the_third_of_november(text: str) -> None:
    assert read_date(text) == Moment(NOV_3)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2026-11-03 10:00", time(10)),
        ("2026-11-03T10:00", time(10)),
        ("2026-11-03T10:00:30", time(10, 0, 30)),
        ("2026-11-03T10:00:00.123Z", time(10)),
        ("2026-11-03 23:30:00+02:00", time(23, 30)),
        ("2026-11-03T10:00-0500", time(10)),
        ("2026-11-03 10:00 CET", time(10)),
        ("<2026-11-03 Tue 10:00>", time(10)),
        ("<2026-11-03 Tue 10:00-11:30>", time(10)),
        ("2026-11-03 10:00 - 11:00", time(10)),
        ("2026-11-03, 3 pm", time(15)),
        ("Nov 3, 2026 at 3:15 pm", time(15, 15)),
        ("3 November 2026 @ 12 am", time(0)),
    ],
)
def test_the_date_is_the_one_written_whatever_the_zone(text: str, clock: time) -> None:
    assert read_date(text) == Moment(NOV_3, clock)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("2026-11-03 (rescheduled)", "rescheduled"),
        ("2026-11-03, rescheduled", "rescheduled"),
        ("2026-11-03 - moved from 1st", "moved from 1st"),
        ("2026-11-03 (was 2026-11-01)", "was 2026-11-01"),
        ("2026-11-03 with Mara", "with Mara"),
        ("3 November 2026 (Zoom)", "Zoom"),
    ],
)
def test_a_remark_after_the_date_is_kept_and_changes_nothing(text: str, remark: str) -> None:
    assert read_date(text) == Moment(NOV_3, remark=remark)


@pytest.mark.parametrize(
    ("text", "zone", "remark"),
    [
        ("2026-11-03 15:15 Europe/Berlin", "Europe/Berlin", ""),
        ("2026-11-03T15:15:00+01:00[Europe/Berlin]", "Europe/Berlin", ""),
        ("2026-11-03 3:15 pm (America/Argentina/Ushuaia)", "America/Argentina/Ushuaia", ""),
        ("2026-11-03 15:15 CET, on Zoom", "", "on Zoom"),
        ("2026-11-03 15:15 [Europe/Berlin]", "Europe/Berlin", ""),
        ("2026-11-03 15:15 GMT+1", "", ""),
        ("2026-11-03 15:15 Berlin time", "", "Berlin time"),
    ],
)
def test_a_zone_after_the_time_is_kept_and_nothing_is_converted(
    text: str, zone: str, remark: str
) -> None:
    assert read_date(text) == Moment(NOV_3, time(15, 15), zone=zone, remark=remark)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-11-03, 2026-11-10", [3, 10]),
        ("2026-11-03; 2026-11-10 and 2026-11-12", [3, 10, 12]),
        ("Nov 3, 2026", [3]),
        ("2026-11-01 to 2026-11-03", [3]),
        ("2026-11-03 and later", [0]),
    ],
)
def test_a_list_of_whole_dates_is_each_of_them(text: str, days: list[int]) -> None:
    assert [moment.day.day if moment.day else 0 for moment in read_days(text)] == days


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("11/24/2026", "", date(2026, 11, 24)),
        ("24/11/2026", "", date(2026, 11, 24)),
        ("24.11.2026", "", date(2026, 11, 24)),
        ("11/11/2026", "", date(2026, 11, 11)),
        ("03/11/2026", "dmy", NOV_3),
        ("03/11/2026", "mdy", date(2026, 3, 11)),
        ("11/24/2026", "dmy", date(2026, 11, 24)),
        ("03/11/2026", "", None),
        ("3-11-2026", "", None),
        ("03.11.2026", "", None),
        ("Sun 03/11/2026", "", None),
    ],
)
def test_two_readings_are_refused_unless_the_setting_decides(
    text: str, order: str, day: date | None
) -> None:
    moment = read_date(text, order)
    assert moment.day == day
    if day is None:
        assert moment.code == TWO_READINGS
        assert "3 November or 11 March" in moment.fault
        assert moment.way_out == "write 2026-11-03 or 2026-03-11"


@pytest.mark.parametrize(
    "text",
    [
        *("", "tomorrow", "2026", "2026-11", "11/2026", "2026-02-30", "2026-13-01", "31 June 2026"),
        *("0000-01-01", "1989-12-31", "2101-01-01", "9999-12-31", "10000-01-01", "03/11/26"),
        *("2026-11-03T23:59:60Z", "2026-11-03T10:00+99:99", "2026-11-03 25:00", "2026-11-03 13 pm"),
        *("2026-11-03 or so", "about 2026-11-03", "2026-11-03 2026-11-04 x", "Nov 3", "3/11", "-1"),
        *("２０２６-１１-０３x", "9" * 5000, "2026-11-03 10", "20261303", "2026-W60-2"),
        *("2026-11-03 (moved to 2026-11-10)", "2026-11-03 or 2026-11-04", "2026-11-03 until late"),
    ],
)
def test_anything_else_is_refused_in_her_own_words(text: str) -> None:
    moment = read_date(text)
    assert moment.day is None
    assert moment.code == DATE
    assert f"'{brief(text)}'" in moment.fault
    assert len(moment.fault) < 100
    assert moment.way_out


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Tue 2026-11-03", ""),
        ("Mon 2026-11-03", "2026-11-03 is a Tuesday"),
        ("<2026-11-03 Wed>", "2026-11-03 is a Tuesday"),
    ],
)
def test_a_weekday_of_another_date_is_noticed(text: str, odd: str) -> None:
    assert read_date(text) == Moment(NOV_3, odd=odd)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nov 24", date(2026, 11, 24)),
        ("24 November", date(2026, 11, 24)),
        ("11/24", date(2026, 11, 24)),
        ("Jan 4", date(2027, 1, 4)),
        ("Nov 3", date(2027, 11, 3)),
    ],
)
def test_a_date_without_a_year_is_the_first_after_a_given_day(text: str, day: date) -> None:
    assert read_date(text, after=NOV_3).day == day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        *(("15:15", time(15, 15)), ("9:30", time(9, 30)), ("3:15 pm", time(15, 15))),
        *(("3pm", time(15)), ("12 am", time(0)), ("12 pm", time(12)), ("noon", time(12))),
        *(("15h30", time(15, 30)), ("15.30", time(15, 30)), ("3.15 p.m.", time(15, 15))),
        *(("10:00-11:00", time(10)), ("10:00–11:00", time(10)), ("10:00 CET", time(10))),
        *(("10", None), ("25:00", None), ("10:60", None), ("13 pm", None), ("0 am", None)),
        *(("soon", None), ("", None), ("10:00 in Leeds", None), ("10:00+16:00", None)),
    ],
)
def test_times_of_day(text: str, clock: time | None) -> None:
    assert read_time(text) == clock


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(["dmy", "mdy"]))
def test_every_day_can_be_written_in_every_shape(day: date, order: str) -> None:
    one, two = (day.day, day.month) if order == "dmy" else (day.month, day.day)
    name = MONTH_NAMES[day.month - 1]
    shapes = [
        *(day.isoformat(), f"{day:%Y/%m/%d}", f"[[{day}]]", f"{DAY_NAMES[day.weekday()]} {day}"),
        *(f"{day.day} {name} {day.year}", f"{name[:3]} {day.day}, {day.year}"),
        *(f"{one}/{two}/{day.year}", f"<{day} {DAY_NAMES[day.weekday()][:3]} 10:00>"),
    ]
    for shape in shapes:
        moment = read_date(shape, order)
        assert (moment.day, moment.odd) == (day, "")


@given(st.text(max_size=40) | st.text("0123456789-/.: TZapmNov[]<>", max_size=20))
def test_no_text_raises_and_every_day_read_is_in_range(text: str) -> None:
    moment = read_date(text, after=NOV_3)
    assert (moment.day is None) == bool(moment.fault)
    assert moment.day is None or 1990 <= moment.day.year <= 2100


@given(st.dates(), st.sampled_from(("", "dmy", "mdy")), st.none() | st.dates())
def test_a_plain_iso_date_is_read_as_any_other(day: date, order: str, after: date | None) -> None:
    """Blanks around it take the long way, which knows every shape."""
    plain, padded = read_date(day.isoformat(), order, after), read_date(f" {day} ", order, after)
    assert (plain.day, plain.clock, plain.zone, plain.remark, plain.odd) == (
        *(padded.day, padded.clock, padded.zone, padded.remark, padded.odd),
    )
    assert (plain.fault == "") is (padded.fault == "") is (1990 <= day.year <= 2100)
