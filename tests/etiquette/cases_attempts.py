"""Worked examples: when attempts fall, and with whom."""

from mdfollow.interview.model import Channel
from mdfollow.record import replace
from mdfollow.settings import Settings
from tests.etiquette.cases import A1, LEE_MAIL, Case, E, one
from tests.etiquette.notes import (
    CANCELLED,
    DANA,
    DELETED,
    EVA,
    LEE,
    ONSITE,
    OPEN,
    PANEL,
    SAM,
    day,
    done,
    note,
    redated,
)

ATTEMPTS = (
    one(
        "LAZY",
        note(expected=E, format=ONSITE),
        {"attempt:1": "write", "attempt:2": "later"},
        by="attempt:2",
    ),
    one(
        "LAZY",
        note(expected=E, format=ONSITE, history={"attempt:1": CANCELLED}),
        {"attempt:1": "write", "attempt:2": "write 2026-12-04..2026-12-07"},
    ),
    one(
        "LAZY",
        note(expected=E, format=PANEL, history={"attempt:1": done(A1), "attempt:2": DELETED}),
        {"attempt:2": "write", "attempt:3": None},
    ),
    one("FU-1", note(expected=E), {"attempt:1": A1}, by="attempt:1"),
    one("FU-1", note(expected="2026-11-20"), {"attempt:1": "2026-11-23..2026-11-24"}),
    one("FU-2", note(), {"attempt:1": "2026-11-13"}, by="attempt:1"),
    one("FU-2", note("2026-11-05"), {"attempt:1": "2026-11-16"}),
    one("FU-2", note(), {"attempt:1": "2026-11-09"}, settings=Settings(first_wait=5)),
    one("FU-3", note(expected="2026-11-18"), {"attempt:1": "2026-11-23"}, by="attempt:1"),
    one(
        "FU-3",
        note(expected="2026-11-23"),
        {"attempt:1": "2026-11-30"},
        settings=Settings(days_off=(day("2026-11-26"),), days_off_yearly=((11, 27),)),
        by="attempt:1",
    ),
    one(
        "GAP-1",
        note(expected=E, format=ONSITE, history={"attempt:1": done("2026-12-02")}),
        {"attempt:2": "write 2026-12-09..2026-12-14"},
        by="attempt:2",
    ),
    one(
        "GAP-1",
        note(expected=E, format=ONSITE, history={"attempt:1": done(A1)}),
        {"attempt:2": "2026-12-04..2026-12-07"},
    ),
    one(
        "GAP-1",
        note(expected=E, format=ONSITE, history={"attempt:1": redated("2026-12-01")}),
        {"attempt:1": "write", "attempt:2": "later 2026-12-08..2026-12-11"},
    ),
    one(
        "GAP-2",
        note(expected=E, format=PANEL, history={"attempt:1": done(A1)}),
        {"attempt:3": "later 2026-12-14..2026-12-18"},
        by="attempt:3",
    ),
    one(
        "GAP-2",
        note(
            expected=E,
            format=PANEL,
            history={"attempt:1": done(A1), "attempt:2": done("2026-12-10")},
        ),
        {"attempt:3": "write 2026-12-21..2026-12-24"},
        by="attempt:3",
    ),
    Case(
        "GAP-3",
        (
            note(path="a.md", history={"attempt:1": done("2026-12-01")}),
            note("2026-12-01", "2026-12-01", path="b.md"),
        ),
        {"b.md attempt:1": "write 2026-12-08"},
        by="b.md attempt:1",
    ),
    one(
        "GAP-3",
        note(
            expected=E,
            format=ONSITE,
            history={"attempt:1": done(A1), "attempt:2": redated("2026-11-30")},
        ),
        {"attempt:2": "write 2026-12-04..2026-12-07"},
        codes=("MDF303",),
    ),
    one("FU-4", note("2026-11-06", "2026-11-06"), {"attempt:1": "2026-11-10"}, by="attempt:1"),
    one("FU-4", note("2026-11-03", "2026-11-03"), {"attempt:1": "2026-11-09"}, by="attempt:1"),
    one("FU-4", note("2026-11-06", "2026-11-09"), {"attempt:1": "2026-11-12..2026-11-13"}),
    Case(
        "GAP-3",
        (
            note(path="a.md", contacted=("2026-11-20",)),
            note("2026-11-23", path="b.md", expected="2026-11-23"),
        ),
        {"a.md attempt:1": "drop made:2026-11-20", "b.md attempt:1": "2026-11-27"},
    ),
    one(
        "CH-3",
        note(format=ONSITE, people=(replace(LEE, prefers=Channel.EMAIL),), method=Channel.PHONE),
        {"attempt:1": "email"},
        by="attempt:1",
    ),
    one("CH-3", note(method=Channel.PHONE, people=(LEE,)), {"attempt:1": "phone"}),
    one("CH-3", note(people=(LEE,)), {"attempt:1": "phone"}, settings=Settings(method="phone")),
    one("CH-3", note(format=ONSITE, people=(LEE_MAIL,)), {"attempt:1": "email"}),
    one(
        "CH-3",
        note(format=PANEL, round=2, people=(LEE,)),
        {"attempt:1": "phone", "attempt:2": "email", "attempt:3": "phone", "attempt:4": "email"},
    ),
    one(
        "PPL-1",
        note(format=ONSITE, people=(DANA, SAM, LEE)),
        {"attempt:1": "to:sam-roe", "attempt:2": "to:dana-kim", "attempt:3": "to:sam-roe"},
        by="attempt:1",
    ),
    one("PPL-1", note(format=ONSITE), {"attempt:1": "to:dana-kim", "attempt:2": "to:dana-kim"}),
    one(
        "PPL-1",
        note(format=ONSITE, people=(LEE, EVA)),
        {"attempt:1": "to:lee-ortiz", "attempt:2": "to:eva-brandt"},
        codes=("MDF302",),
    ),
    one(
        "PPL-1",
        note(format=ONSITE, people=(LEE, replace(EVA, role="Ward manager"))),
        {"attempt:1": "to:eva-brandt", "attempt:2": "to:eva-brandt", "ask": "to:eva-brandt"},
        codes=("MDF309",),
    ),
    one("PPL-1", note(people=(replace(EVA, role="Head of Music"), SAM)), {"ask": "to:sam-roe"}),
    Case(
        "PPL-1",
        (note(path="a.md", people=(SAM,)), note("2026-11-10", path="b.md", people=(LEE,))),
        {"b.md attempt:1": "to:sam-roe", "b.md attempt:2": "to:sam-roe"},
    ),
    one("PPL-2", note(people=(SAM, LEE)), {"attempt:1": "to:sam-roe"}, codes=("MDF309",)),
    one("PPL-2", note(known=("answers in the evening",)), {}, codes=("MDF309",)),
    one(
        "LOOP-1",
        note(expected="2026-12-11", history={"attempt:1": done(A1)}),
        {"attempt:2": "write 2026-12-14..2026-12-15", "attempt:3": None},
        by="attempt:2",
    ),
    one(
        "LOOP-1",
        note(expected="2026-12-11", history={"attempt:1": done("2026-12-10")}),
        {"attempt:2": "write 2026-12-17..2026-12-21"},
        by="attempt:2",
    ),
    one(
        "LOOP-1",
        note(
            expected="2027-06-01",
            format=PANEL,
            round=2,
            history={f"attempt:{n}": done(f"2026-12-0{n}") for n in range(1, 5)},
        ),
        {"attempt:4": "made:2026-12-04", "attempt:5": None},
    ),
    one("LOOP-1", note(expected=E, history={"attempt:1": done(E)}), {"attempt:2": None}),
    one(
        "LOOP-2",
        note(expected=E, format=ONSITE, contacted=("2026-11-30",), history={"attempt:1": OPEN}),
        {"attempt:1": "drop made:2026-11-30", "attempt:2": "write 2026-12-07..2026-12-10"},
        by="attempt:1",
    ),
    one(
        "LOOP-2",
        note(expected=E, format=PANEL, contacted=(A1,), history={"attempt:1": done(A1)}),
        {"attempt:1": f"made:{A1} write", "attempt:2": "write"},
    ),
    one("LOOP-2", note(contacted=("2026-11-04",)), {"attempt:1": "write unmade"}),
    one("LOOP-2", note(contacted=("2026-11-05",)), {"attempt:1": "drop", "attempt:2": None}),
    one(
        "LOOP-2",
        note(
            expected=E, format=PANEL, history={"attempt:1": OPEN, "attempt:2": done("2026-12-01")}
        ),
        {"attempt:1": "write 2026-12-08..2026-12-11", "attempt:3": "later"},
    ),
)
