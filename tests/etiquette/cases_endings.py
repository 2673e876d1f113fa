"""Worked examples: how many attempts, when it is enough, and what is not written."""

from typing import Any

from mdfollow.interview.model import Format, Status, Thanked
from mdfollow.settings import Settings
from tests.etiquette.cases import A1, DANA_PHONE, Case, E, one
from tests.etiquette.notes import (
    DANA,
    EVA,
    LEE,
    ONSITE,
    OPEN,
    PANEL,
    PHONE,
    SAM,
    VIDEO,
    day,
    done,
    let_go,
    note,
    redated,
)

MET: dict[str, Any] = {"history": {"thank:dana-kim": OPEN, "thank:lee-ortiz": OPEN}}
REFUSED: dict[str, Any] = {
    "internal": True,
    "status": Status.CLOSED,
    "status_word": "rejected",
}

ENDINGS = (
    one("AMT-4", note(format=Format.INFORMATIONAL, max_attempts=1), {"attempt:1": "write"}),
    one(
        "AMT-4",
        note(expected="2026-12-11", max_attempts=0, contacted=("2026-11-27",)),
        {"attempt:1": "drop", "attempt:2": None},
    ),
    one("AMT-1", note(format=PHONE), {"attempt:1": "write", "attempt:2": None}, by="attempt:1"),
    one("AMT-1", note(), {"attempt:1": "write", "attempt:2": None}),
    one(
        "AMT-1",
        note(format=Format.INFORMATIONAL),
        {"thank:dana-kim": "write quiet", "ask": None, "attempt:1": None},
    ),
    one(
        "AMT-2",
        note(format=ONSITE, people=(DANA_PHONE,)),
        {"attempt:1": "phone", "attempt:2": "email", "attempt:3": None},
        by="attempt:1",
    ),
    one("AMT-2", note(format=VIDEO), {"attempt:2": "later", "attempt:3": None}, by="attempt:2"),
    one(
        "AMT-3",
        note(format=ONSITE, people=(DANA, SAM, LEE)),
        {"attempt:3": "later", "attempt:4": None},
        by="attempt:3",
    ),
    one("AMT-3", note(format=PHONE, round=2), {"attempt:2": "later", "attempt:3": None}),
    one("AMT-3", note(format=PANEL, people=()), {"attempt:3": "later", "attempt:4": None}),
    one(
        "AMT-3",
        note(format=ONSITE, round=3, people=(DANA, LEE, EVA)),
        {"attempt:4": "later", "attempt:5": None},
    ),
    Case(
        "AMT-3",
        (note(path="a.md"), note("2026-11-10", path="b.md")),
        {"a.md attempt:2": None, "b.md attempt:2": "later"},
        by="b.md attempt:2",
    ),
    one(
        "AMT-4",
        note(format=ONSITE, max_attempts=1),
        {"attempt:1": "write", "attempt:2": None},
        by="attempt:1",
    ),
    one(
        "AMT-4",
        note(),
        {"attempt:2": "later", "attempt:3": None},
        settings=Settings(max_attempts=2),
        by="attempt:2",
    ),
    one("AMT-4", note(max_attempts=0), {"attempt:1": None, "ask": "write"}),
    one(
        "AMT-4", note(max_attempts=9), {"attempt:4": "later", "attempt:5": None}, codes=("MDF306",)
    ),
    one(
        "AMT-4",
        note(format=Format.INFORMATIONAL),
        {"attempt:1": None},
        settings=Settings(max_attempts=2),
    ),
    one("AMT-5", note(expected=E, heard="2026-11-26"), {"attempt:1": "drop"}, by="attempt:1"),
    one(
        "AMT-5",
        note(expected="2026-12-11", heard="2026-11-26"),
        {"attempt:1": "write 2026-12-14..2026-12-15"},
    ),
    one("AMT-5", note(expected="2026-12-11", heard=True), {"attempt:1": "drop reason:heard"}),
    one("AMT-5", note(status=Status.OFFER), {"attempt:1": "drop", "thank:dana-kim": "write"}),
    Case(
        "AMT-5",
        (note(path="a.md"), note("2026-11-20", path="b.md")),
        {"a.md attempt:1": "drop reason:later", "b.md attempt:1": "write"},
        by="a.md attempt:1",
    ),
    Case(
        "AMT-5",
        (note(path="a.md"), note("2026-11-20", path="b.md", status=Status.CANCELLED)),
        {"a.md attempt:1": "write", "b.md thank:dana-kim": None},
    ),
    Case(
        "AMT-5",
        (note(path="a.md", heard="2026-11-09"), note("2026-11-20", path="b.md")),
        {"b.md attempt:1": "write"},
    ),
    one("STOP-1", note(history={"attempt:1": done("2026-11-13")}), {}, codes=("MDF308",)),
    one("STOP-1", note(contacted=("2026-11-13",)), {"attempt:2": None}, codes=("MDF308",)),
    one("STALE", note(), {"thank:dana-kim": "write", "ask": "write"}, today="2026-11-17"),
    one(
        "STALE",
        note(),
        {"thank:dana-kim": "drop reason:stale", "ask": "drop", "attempt:1": "write"},
        today="2026-11-18",
        by="ask",
    ),
    one(
        "STALE",
        note(expected=E, format=ONSITE),
        {"attempt:1": "write", "attempt:2": "later"},
        today="2027-01-26",
    ),
    one(
        "STALE",
        note(expected=E, format=ONSITE),
        {"attempt:1": "drop reason:stale", "attempt:2": "drop reason:stale"},
        today="2027-01-27",
        by="attempt:2",
    ),
    one(
        "DONE",
        note(thanked=Thanked(everyone=True, day=day("2026-11-04"))),
        {"thank:dana-kim": "drop made:2026-11-04 reason:made"},
        by="thank:dana-kim",
    ),
    one(
        "DONE",
        note(people=(DANA, LEE), thanked=Thanked(slugs=("lee-ortiz",))),
        {"thank:dana-kim": "write", "thank:lee-ortiz": "drop unmade reason:made"},
        by="thank:lee-ortiz",
    ),
    one("DONE", note(asked="2026-11-03"), {"ask": "drop made:2026-11-03"}, by="ask"),
    one("DONE", note(asked=True), {"ask": "drop reason:made", "thank:dana-kim": "quiet"}),
    one(
        "OVER-1",
        note(status=Status.CLOSED, history={"thank:dana-kim": OPEN}),
        {"thank:dana-kim": "drop reason:closed", "ask": None, "attempt:1": "drop reason:closed"},
        by="thank:dana-kim",
    ),
    one(
        "OVER-1",
        note(status=Status.CLOSED, history={"thank:dana-kim": done("2026-11-04")}),
        {"thank:dana-kim": "write made:2026-11-04"},
    ),
    one(
        "OVER-1",
        note(status=Status.OFFER, history={"ask": OPEN, "thank:dana-kim": OPEN}),
        {"thank:dana-kim": "write", "ask": "drop reason:offer", "attempt:1": "drop reason:offer"},
        by="ask",
    ),
    Case(
        "OVER-2",
        (note(path="a.md", people=(DANA, LEE), **MET), note("2026-11-10", path="b.md")),
        {
            "a.md thank:dana-kim": "drop reason:met",
            "a.md thank:lee-ortiz": "write",
            "b.md thank:dana-kim": "write new",
        },
        today="2026-11-10",
        by="a.md thank:dana-kim",
    ),
    Case(
        "OVER-2",
        (note(path="a.md", **MET), note("2026-11-10", path="b.md")),
        {"a.md thank:dana-kim": "write", "b.md thank:dana-kim": "write"},
        today="2026-11-09",
    ),
    Case(
        "OVER-2",
        (
            note(path="a.md", **MET),
            note("2026-11-10", path="b.md", status=Status.CANCELLED),
        ),
        {"a.md thank:dana-kim": "write"},
        today="2026-11-12",
    ),
    Case(
        "OVER-2",
        (
            note(path="a.md", history={"thank:dana-kim": redated("2026-11-11")}),
            note("2026-11-10", path="b.md"),
        ),
        {"a.md thank:dana-kim": "write"},
        today="2026-11-11",
    ),
    one(
        "OVER-3",
        note(expected=E, heard="2026-11-26", history={"attempt:1": OPEN}),
        {"attempt:1": "drop reason:heard", "thank:dana-kim": "write"},
        by="attempt:1",
    ),
    one(
        "OVER-3",
        note(expected="2026-12-11", heard="2026-11-26", history={"attempt:1": OPEN}),
        {"attempt:1": "write"},
    ),
    one(
        "OVER-4",
        note(history={"thank:dana-kim": OPEN, "ask": OPEN, "attempt:1": OPEN}),
        {"thank:dana-kim": "drop reason:stale", "ask": "drop", "attempt:1": "drop"},
        today="2028-01-01",
        by="attempt:1",
    ),
    one(
        "OVER-4",
        note(history={"thank:dana-kim": redated("2026-11-10")}),
        {"thank:dana-kim": "write"},
        today="2026-11-24",
    ),
    one(
        "OVER-4",
        note(history={"thank:dana-kim": redated("2026-11-10")}),
        {"thank:dana-kim": "drop reason:stale"},
        today="2026-11-25",
    ),
    one(
        "OVER-4",
        note(history={"thank:dana-kim": let_go("2026-11-04")}),
        {"thank:dana-kim": "drop reason:stale"},
        today="2026-11-05",
    ),
    one(
        "OVER-4",
        note("2026-11-10", history={"thank:dana-kim": let_go("2026-11-04")}),
        {"thank:dana-kim": "write"},
        today="2026-11-11",
    ),
    one(
        "OVER-4",
        note(expected=E, format=ONSITE, history={"attempt:1": let_go(A1)}),
        {"attempt:1": "drop reason:stale", "attempt:2": "drop reason:stale"},
        today="2026-11-28",
    ),
    one("AHEAD", note(), {"thank:dana-kim": "write ahead"}, today="2026-11-02"),
    one("AHEAD", note(), {"thank:dana-kim": "write here"}, today="2026-11-03"),
    one(
        "INT-1",
        note(heard="2026-11-26", people=(SAM, DANA), **REFUSED),
        {"feedback": "write 2026-11-27..2026-11-30 email to:dana-kim"},
        by="feedback",
    ),
    one("INT-1", note(heard="2026-11-27", **REFUSED), {"feedback": "2026-11-30"}),
    one("INT-1", note(heard=True, **REFUSED), {"feedback": None}, codes=("MDF307",)),
    one(
        "INT-1",
        note(heard="2026-11-26", internal=True, status=Status.CLOSED, status_word="withdrawn"),
        {"feedback": None},
    ),
)
