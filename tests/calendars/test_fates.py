"""The table of `fates`, a row a case; and files of which nothing can be read."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from mdfollow.calendar import ics
from mdfollow.calendar.entry import Base, Condition, Entry, Kind, Seen, base_line, read_base
from mdfollow.calendar.fates import Fate, Now, Standing, fates
from mdfollow.calendar.known import Known, known_after, known_lines, read_known
from mdfollow.record import replace

DAY, OTHER = date(2026, 11, 11), date(2026, 11, 13)
ENTRY = Entry(Kind.TASK, "mf-abcdef", "Thank Dana", DAY, date(2026, 11, 10), "Why")
MOVED = replace(ENTRY, when=OTHER)
OPEN = Now(Condition.OPEN, DAY)
DONE = Now(Condition.DONE, DAY)


def seen(entry: Entry = ENTRY, **changes: Any) -> Seen:
    base = entry.base
    found = Seen(entry.kind, entry.uid, base, base.condition, base.when, base.words, file="x.ics")
    return replace(found, **changes)


TICKED = seen(condition=Condition.DONE)
RENAMED = seen(words="hers")
ROWS = {
    "never written": (ENTRY, Standing(), OPEN, Fate.ADDED),
    "deleted by her": (ENTRY, Standing(known={ENTRY.uid}), OPEN, Fate.DELETED),
    "not ours": (ENTRY, Standing(others={ENTRY.uid}, known={ENTRY.uid}), OPEN, Fate.TAKEN),
    "as written": (ENTRY, Standing([seen()]), OPEN, Fate.KEPT),
    "the plan differs": (MOVED, Standing([seen()]), OPEN, Fate.CHANGED),
    "as the plan says now": (MOVED, Standing([seen(when=str(OTHER))]), OPEN, Fate.CHANGED),
    "ticked there": (ENTRY, Standing([TICKED]), OPEN, Fate.WAITS),
    "moved there": (ENTRY, Standing([seen(when=str(OTHER))]), OPEN, Fate.WAITS),
    "renamed there": (ENTRY, Standing([RENAMED]), OPEN, Fate.KEPT),
    "a series of hers": (MOVED, Standing([seen(repeats=True)]), OPEN, Fate.KEPT),
    "no longer wanted": (None, Standing([seen()]), DONE, Fate.REMOVED),
    "done in both": (None, Standing([TICKED]), DONE, Fate.REMOVED),
    "ticked there, over in the note": (None, Standing([TICKED]), Now(None, DAY), Fate.WAITS),
    "ticked there, no note": (None, Standing([TICKED]), None, Fate.WAITS),
    "done, with her words": (None, Standing([RENAMED]), DONE, Fate.CLOSED),
    "her series, done": (None, Standing([seen(repeats=True)]), DONE, Fate.KEPT),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_every_row_of_the_table(row: tuple[Entry | None, Standing, Now | None, Fate]) -> None:
    entry, standing, now, expected = row
    wanted, steps = [entry] if entry else [], {ENTRY.id: now} if now else {}
    (found,) = fates(wanted, standing, steps)
    assert found.fate is expected
    if expected is Fate.WAITS:
        (settled,) = fates(wanted, standing, steps, settled={ENTRY.uid})
        assert settled.fate is (Fate.CHANGED if entry else Fate.REMOVED)
    if expected is Fate.DELETED:
        assert fates(wanted, standing, steps, again=True)[0].fate is Fate.ADDED
    if entry is None:
        assert fates(wanted, standing, steps, doubtful={ENTRY.id})[0].fate is Fate.KEPT


def test_what_was_closed_once_is_left() -> None:
    closed = seen(replace(ENTRY, condition=Condition.DONE), words="hers")
    (found,) = fates([], Standing([closed]), {ENTRY.id: DONE})
    assert found.fate is Fate.KEPT


def test_a_base_is_read_as_it_was_written() -> None:
    base = ENTRY.base
    assert read_base(base_line(base)) == base
    assert read_base("") is None
    assert read_base(base_line(base).replace("v1", "v2")) is None
    assert read_base("v1 state=perhaps when=2026-11-11") is None
    assert read_base("v1 state=done when=x") == Base(Condition.DONE, "x", "", "")


def test_what_is_known_is_what_stands_or_was_deleted() -> None:
    outcomes = fates([ENTRY], Standing(known={ENTRY.uid}), {})
    known = known_after("v", outcomes)
    assert known == Known("v", frozenset({ENTRY.uid}))
    assert read_known("\n".join(known_lines(known))) == known
    assert read_known("anything else") == Known()


def plain(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


HOSTILE = (
    b"DUE:garbage",
    b"DUE;VALUE=DATE:20261111,20261112",
    b"DUE;VALUE=PERIOD:20261111T000000Z/PT1H",
    b"DUE;TZID=Mars/Olympus:20261111T100000",
    b"COMPLETED:99999999T999999Z",
    b"COMPLETED:00010101T000000Z",
    b"LAST-MODIFIED:x",
    b"RRULE:FREQ=SOMETIMES",
    b"BEGIN:VALARM",
    b"END:VALARM",
    b"END:VTODO",
    b"BEGIN:VCALENDAR",
    b"END:VCALENDAR",
    b"\xff\xfe",
    b"\x00",
    b"no line at all",
    b"UID:another",
)


def test_an_entry_that_cannot_be_read_whole_is_left_to_her() -> None:
    entry = replace(ENTRY, kind=Kind.DAY)
    data = ics.bytes_of(ics.calendar_of([entry]))
    calendar = ics.parsed(data.replace(b":20261111\r\n", b":2026-11-11?\r\n", 1))
    assert calendar is not None
    assert ics.read(calendar, "x.ics", plain) == ([], [entry.uid])


@pytest.mark.parametrize("line", HOSTILE)
@pytest.mark.parametrize("mark", [b"DUE", b"X-MDFOLLOW-BASE", b"END:VTODO", b"VERSION"])
def test_no_file_stops_a_run(line: bytes, mark: bytes) -> None:
    data = ics.bytes_of(ics.calendar_of([ENTRY]))
    assert mark in data
    broken = data.replace(mark, line + b"\r\n" + mark, 1)
    calendar = ics.parsed(broken)
    if calendar is None:
        return
    for each in ics.read(calendar, "x.ics", plain)[0]:
        ics.bytes_of(ics.calendar_of([MOVED], calendar))
        ics.bytes_of(ics.calendar_of([], calendar, [each.uid]))
        ics.bytes_of(ics.calendar_of([], ics.parsed(broken), closed={each.uid: Condition.DONE}))
