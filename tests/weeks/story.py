"""Three weeks of a search with twelve applications: what happens, told apart from any plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

FIRST = date(2026, 11, 2)
"""A Monday."""
DAYS = 21


def day(number: int) -> date:
    """The day with this number, from 0."""
    return FIRST + timedelta(number)


@dataclass(frozen=True)
class Talk:
    """One interview, in a note of its own."""

    note: str
    day: date
    people: tuple[str, ...]
    format: str = "video"
    time: str = ""


@dataclass(frozen=True)
class Event:
    """What she is told, or does, on one day: the words of a command, or a move of the note."""

    number: int
    verb: str
    note: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Application:
    """One application; the truth that an oracle judges by."""

    company: str
    talks: tuple[Talk, ...]
    recruiter: str = ""
    decision: str = ""
    answers: bool = True
    """Whether she does what is asked of her for this one, or leaves it all undone."""
    closed: date | None = None
    heard: date | None = None
    offer: date | None = None
    decided: date | None = None
    """The day on which she learns when they decide."""


ANA = "Ana Ruiz <ana@agency.example> (recruiter)"
APPLICATIONS = (
    Application(
        "Acme",
        (Talk("acme", day(0), ("Dana Kim <dana@acme.example> (hiring manager)",), "onsite"),),
        "Sam Roe <sam@acme.example>",
        "2 weeks",
        decided=day(0),
    ),
    Application("Birch", (Talk("birch", day(0), ("Lee Ortiz",), "phone"),), decided=day(4)),
    Application(
        "Cedar",
        (
            Talk("cedar one", day(1), ("Raj Patel <raj@cedar.example>",)),
            Talk("cedar two", day(8), ("Raj Patel <raj@cedar.example>", "Mia Berg"), "onsite"),
        ),
    ),
    Application(
        "Dune",
        (Talk("dune", day(1), ("Ola Nord", "Pia Sund"), "onsite"),),
        answers=False,
        closed=day(5),
        heard=day(5),
    ),
    Application("Elm", (Talk("elm", day(2), ("Kit Moss <kit@elm.example>",)),), answers=False),
    *(
        Application(
            company,
            (Talk(company.lower(), day(number), (f"{name} (hiring manager)",), "phone"),),
            ANA,
            str(day(number + 5)),
            decided=day(number),
        )
        for company, name, number in (
            ("Fir", "Ben Ash", 2),
            ("Gorse", "Cleo Hart", 3),
            ("Hazel", "Finn Lake", 3),
        )
    ),
    Application(
        "Iris", (Talk("iris", day(12), ("Noa Stein <noa@iris.example>",), "onsite", "10:30"),)
    ),
    Application(
        "Jade",
        (Talk("jade", day(3), ("Uma Wells <uma@jade.example> (hiring manager)",)),),
        decision=str(day(8)),
        decided=day(3),
        offer=day(9),
        heard=day(9),
    ),
    Application("Kale", (Talk("kale", day(-45), ("Vic Stone",)),), answers=False),
    Application("Lark", (Talk("lark", day(6), (), "panel"),), closed=day(15)),
)
EVENTS = (
    Event(4, "decides", "birch", (str(day(16)),)),
    Event(5, "heard", "dune", ("--rejected",)),
    Event(9, "heard", "jade", ("--offer",)),
    Event(15, "stop", "lark"),
)
AWAY = frozenset(range(10, 14))
"""Days on which she touches nothing."""
WRITTEN: Mapping[str, int] = {"cedar two": 6, "lark": 6}
"""When a note is written, where it is not the first morning."""


@dataclass
class Memory:
    """What she did, as she would tell it herself."""

    thanked: dict[tuple[str, str], date] = field(default_factory=dict)
    asked: dict[str, date] = field(default_factory=dict)


def judged(
    line: Mapping[str, object], application: Application, memory: Memory, today: date
) -> str:
    """Why a line is not worth doing this morning; empty where it is."""
    talk = next(t for t in application.talks if t.note in str(line["path"]))
    later = [t for t in application.talks if talk.day < t.day <= today]
    kind = str(line["kind"])
    if application.closed and today > application.closed:
        return "closed"
    if application.heard and today > application.heard and kind in {"ask", "attempt"}:
        return "answered"
    if str(line["not_before"]) > today.isoformat():
        return "before its day"
    if kind == "ask":
        return _of_an_ask(application, memory, today, is_followed=bool(later))
    if kind == "thank":
        return _of_thanks(str(line["person"]), talk, later, memory, today)
    if later:
        return "a later interview goes on"
    return "past its time" if (today - talk.day).days > 80 else ""


def _of_an_ask(application: Application, memory: Memory, today: date, *, is_followed: bool) -> str:
    if application.company in memory.asked or is_followed:
        return "asked twice"
    known = application.decided and today > application.decided
    return "asked though known" if known else ""


def _of_thanks(person: str, talk: Talk, later: Sequence[Talk], memory: Memory, today: date) -> str:
    if any(person in who for t in later for who in t.people):
        return "second round with the same person"
    if (talk.note, person) in memory.thanked:
        return "thanked twice"
    return "past its time" if (today - talk.day).days > 14 else ""
