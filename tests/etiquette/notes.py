"""Short spellings of people, entries and plans for the tests of the etiquette."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from mdfollow.etiquette.application import applications
from mdfollow.etiquette.model import Entry, Kind, Mark, Past, Plan, Step, Want, Window
from mdfollow.etiquette.plan import plan
from mdfollow.interview.model import Decision, Format, Interview, Part, Person
from mdfollow.record import replace
from mdfollow.settings import Settings

DANA = Person("Dana Kim", "dana-kim", "hiring manager", Part.HIRING_MANAGER, email="dana@a.example")
SAM = Person("Sam Roe", "sam-roe", "recruiter", Part.RECRUITER)
LEE = Person("Lee Ortiz", "lee-ortiz", "peer", Part.PEER)
EVA = Person("Eva Brandt", "eva-brandt")
EVERYONE = (DANA, SAM, LEE, EVA)

TUESDAY = "2026-11-03"


def day(text: str) -> date:
    return date.fromisoformat(text)


def done(text: str) -> Past:
    return Past(Mark.DONE, day(text))


def window(text: str) -> Window:
    """`2026-11-20..2026-11-23`, or one day."""
    start, _, due = text.partition("..")
    return Window(day(start), day(due or start))


def redated(text: str) -> Past:
    return Past(Mark.OPEN, window=window(text))


def vague(entry: Entry) -> Entry:
    """The entry with a decision that nobody can read."""
    said = Decision(unread="after the board meets")
    return replace(entry, interview=replace(entry.interview, decision=said))


def ticked(text: str) -> Past:
    """A letter that carries the question, ticked on that day."""
    return Past(Mark.DONE, day(text), asks=True)


def let_go(due: str) -> Past:
    """We took it out when its time had passed; it was due on that day."""
    return Past(Mark.LET_GO, due=day(due))


def asked(on: str) -> Past:
    """We took the ask out because a letter had asked it on that day."""
    return Past(Mark.ASKED, day(on))


OPEN = Past(Mark.OPEN)
TIDIED = Past(Mark.DELETED, asks=True)
"""A letter that carried the question, tidied away."""
ASKING = Past(Mark.OPEN, asks=True)
"""A letter that carries the question stands open."""
CANCELLED = Past(Mark.CANCELLED)
DELETED = Past(Mark.DELETED)


def note(
    on: str = TUESDAY,
    expected: str = "",
    *,
    path: str = "acme.md",
    tag: str = "i1",
    history: Mapping[str, Past] | None = None,
    **fields: Any,
) -> Entry:
    """An entry; `expected` is the decision date, dates among `fields` may be text."""
    fields.setdefault("company", "Acme")
    fields.setdefault("people", (DANA,))
    for name in ("heard", "asked"):
        if isinstance(fields.get(name), str):
            fields[name] = day(fields[name])
    if "contacted" in fields:
        fields["contacted"] = tuple(day(text) for text in fields["contacted"])
    decision = Decision(day(expected) if expected else None)
    return Entry(path, tag, Interview(day=day(on), decision=decision, **fields), history or {})


def planned(*entries: Entry, settings: Settings | None = None, today: str = "2026-11-05") -> Plan:
    """The plan of the one application the entries make."""
    (application,) = applications(entries)
    return plan(application, settings or Settings(), day(today))


def attempts(made: Plan, path: str = "acme.md") -> list[Step]:
    return [s for s in made.steps if s.kind is Kind.ATTEMPT and s.path == path]


def named(made: Plan, name: str, path: str = "acme.md") -> Step:
    (found,) = [step for step in made.steps if step.name == name and step.path == path]
    return found


def names(made: Plan) -> list[str]:
    return [step.name for step in made.steps]


def spans(steps: list[Step]) -> list[str]:
    """Windows as text: `2026-11-27`, or `2026-12-04..2026-12-07`."""
    return [span(step.window) for step in steps]


def span(found: Window) -> str:
    if found.start == found.due:
        return found.start.isoformat()
    return f"{found.start}..{found.due}"


def next_attempt(made: Plan, *entries: Entry) -> Step | None:
    """The attempt that should stand in a note, not made, cancelled or deleted."""
    settled = {
        (entry.path, entry.tag, name)
        for entry in entries
        for name, past in entry.history.items()
        if past.mark is not Mark.OPEN
    }
    open_ = [
        step
        for step in made.steps
        if step.kind is Kind.ATTEMPT
        and step.want is Want.WRITE
        and (step.path, step.tag, step.name) not in settled
    ]
    assert len(open_) <= 1
    return open_[0] if open_ else None


def codes(made: Plan) -> list[str]:
    return [remark.code for remark in made.remarks]


ONSITE = Format.ONSITE
PHONE = Format.PHONE
VIDEO = Format.VIDEO
PANEL = Format.PANEL
