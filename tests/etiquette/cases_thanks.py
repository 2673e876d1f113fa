"""Worked examples: thank-yous and the decision date."""

from mdfollow.interview.model import Channel, Thanked
from mdfollow.record import replace
from mdfollow.settings import Settings
from tests.etiquette.cases import A1, LEE_MAIL, Case, E, one
from tests.etiquette.notes import (
    ASKING,
    CANCELLED,
    DANA,
    EVA,
    LEE,
    ONSITE,
    OPEN,
    SAM,
    TIDIED,
    asked,
    done,
    note,
    ticked,
    vague,
)

THANKS = (
    one(
        "TY-1",
        note(people=(DANA, SAM, LEE)),
        {"thank:dana-kim": "write", "thank:sam-roe": "write", "thank:lee-ortiz": "write"},
        by="thank:lee-ortiz",
    ),
    one("TY-1", note(people=()), {"thank:whoever": "write to:whoever"}, codes=("MDF301",)),
    one(
        "TY-1",
        note(people=(DANA, replace(SAM, interviewer=False))),
        {"thank:dana-kim": "write", "thank:sam-roe": None, "thank:whoever": None},
    ),
    one(
        "TY-1",
        note(people=(replace(DANA, thank=False), replace(SAM, interviewer=False, thank=True))),
        {"thank:dana-kim": None, "thank:sam-roe": "write", "thank:whoever": None},
    ),
    one(
        "TY-2",
        note("2026-11-06"),
        {"thank:dana-kim": "2026-11-06..2026-11-07"},
        by="thank:dana-kim",
    ),
    one(
        "TY-2",
        note("2026-12-24"),
        {"thank:dana-kim": "2026-12-24..2026-12-25"},
        settings=Settings(days_off_yearly=((12, 25),)),
        today="2026-12-24",
    ),
    one(
        "TY-7",
        note(people=(DANA, LEE, EVA), history={"thank:dana-kim": OPEN, "thank:eva-brandt": OPEN}),
        {"thank:dana-kim": "write", "thank:lee-ortiz": "write", "thank:eva-brandt": "write"},
    ),
    one(
        "TY-7",
        note(people=(DANA,), history={"thank:whoever": done("2026-11-03")}),
        {"thank:dana-kim": "drop made:2026-11-03 reason:made", "thank:whoever": None},
    ),
    Case(
        "TY-8",
        (
            note(path="a.md", history={"thank:dana-kim": done("2026-11-04")}),
            note("2026-11-10", path="b.md", people=(DANA, LEE)),
        ),
        {
            "a.md thank:dana-kim": "new",
            "b.md thank:dana-kim": "again",
            "b.md thank:lee-ortiz": "new",
        },
        by="b.md thank:dana-kim",
    ),
    Case(
        "TY-8",
        (
            note(path="a.md", people=(LEE_MAIL,), thanked=Thanked(everyone=True)),
            note("2026-11-10", path="b.md", people=(replace(LEE_MAIL, slug="lee"),)),
        ),
        {"b.md thank:lee": "again"},
    ),
    Case(
        "TY-8",
        (
            note(path="a.md", history={"thank:dana-kim": CANCELLED}),
            note("2026-11-10", path="b.md"),
        ),
        {"b.md thank:dana-kim": "new"},
    ),
    one("CH-1", note(people=(LEE,)), {"thank:lee-ortiz": "email"}, by="thank:lee-ortiz"),
    one("CH-1", note(culture="formal"), {"thank:dana-kim": "card also:None"}, by="thank:dana-kim"),
    one("CH-1", note(method=Channel.CARD), {"thank:dana-kim": "card", "attempt:1": "email"}),
    one("CH-2", note("2026-11-03", E), {"thank:dana-kim": "email also:card"}, by="thank:dana-kim"),
    one("CH-2", note(), {"thank:dana-kim": "email also:card"}),
    one("CH-2", note(expected="2026-11-10"), {"thank:dana-kim": "email also:card"}),
    one("CH-2", note(expected="2026-11-09"), {"thank:dana-kim": "email also:None"}),
    one(
        "ASK-1",
        note(people=(DANA, SAM)),
        {
            "ask": "write 2026-11-03..2026-11-04 to:sam-roe",
            "thank:sam-roe": "asks",
            "thank:dana-kim": "quiet",
        },
        by="ask",
    ),
    one(
        "ASK-1",
        note(people=(LEE, DANA, replace(SAM, interviewer=False))),
        {"ask": "to:sam-roe", "thank:dana-kim": "asks", "thank:lee-ortiz": "quiet"},
        by="thank:dana-kim",
    ),
    Case(
        "ASK-1",
        (
            note(path="a.md", people=(DANA, replace(SAM, interviewer=False))),
            note("2026-11-10", path="b.md", people=(LEE,)),
        ),
        {"b.md ask": "to:sam-roe", "b.md thank:lee-ortiz": "asks"},
    ),
    one("ASK-1", note(people=(LEE, EVA)), {"ask": "to:lee-ortiz", "thank:lee-ortiz": "asks"}),
    one(
        "ASK-1",
        note(history={"ask": done("2026-11-03")}),
        {"ask": "made:2026-11-03", "thank:dana-kim": "quiet"},
    ),
    one(
        "ASK-2",
        note(expected=E, history={"ask": OPEN}),
        {"ask": "drop reason:dated", "thank:dana-kim": "quiet", "attempt:1": A1},
        by="ask",
    ),
    one("ASK-2", note(expected=E), {"ask": None, "attempt:1": A1}),
    one(
        "ASK-2",
        note(people=(LEE, SAM), history={"ask": OPEN, "thank:sam-roe": ticked("2026-11-04")}),
        {"ask": "drop made:2026-11-04 reason:asked", "thank:lee-ortiz": "quiet"},
        by="ask",
    ),
    one(
        "ASK-2",
        note(people=(LEE, SAM), history={"ask": asked("2026-11-04"), "thank:sam-roe": TIDIED}),
        {"ask": "drop made:2026-11-04 reason:asked", "thank:lee-ortiz": "quiet"},
    ),
    one(
        "ASK-2",
        note(people=(LEE, SAM), history={"ask": asked("2026-11-04"), "thank:sam-roe": ASKING}),
        {"ask": "write unmade", "thank:sam-roe": "asks"},
    ),
    one(
        "ASK-2",
        note(people=(LEE, SAM), history={"ask": OPEN, "thank:lee-ortiz": done("2026-11-04")}),
        {"ask": "write", "thank:sam-roe": "asks"},
    ),
    one(
        "ASK-2",
        note(people=(LEE, SAM), history={"ask": OPEN, "thank:lee-ortiz": ASKING}),
        {"ask": "write to:sam-roe", "thank:lee-ortiz": "asks", "thank:sam-roe": "quiet"},
    ),
    one("ASK-2", note(heard=True, history={"ask": OPEN}), {"ask": "drop reason:heard"}, by="ask"),
    Case(
        "ASK-2",
        (note(path="a.md", history={"ask": OPEN}), note("2026-11-10", path="b.md")),
        {"a.md ask": "drop", "b.md ask": "write 2026-11-10..2026-11-11"},
        by="a.md ask",
    ),
    one(
        "ASK-3",
        vague(note(history={"ask": OPEN})),
        {"ask": "drop reason:unread", "thank:dana-kim": "write quiet", "attempt:1": "hold"},
        by="ask",
    ),
    one(
        "ASK-3",
        vague(note(format=ONSITE, history={"attempt:1": OPEN})),
        {"ask": None, "attempt:1": "hold reason:unread", "attempt:2": "later"},
        by="attempt:1",
    ),
    one(
        "EXP-2", note(expected="2026-10-24"), {"ask": "write", "attempt:1": "2026-11-13"}, by="ask"
    ),
    one(
        "EXP-2",
        note(expected="2028-11-24"),
        {"ask": "write", "attempt:1": "2026-11-13"},
        by="attempt:1",
    ),
)
