"""The plan of one application: a pure function of its notes and the settings."""

from collections.abc import Iterable
from datetime import date

from mdfollow.etiquette.application import Application, place
from mdfollow.etiquette.ask import ask, is_asking
from mdfollow.etiquette.attempts import Chain, chain
from mdfollow.etiquette.feedback import asks_feedback, feedback
from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Entry, Kind, Mark, Plan, Step, Want
from mdfollow.etiquette.outcome import Reason
from mdfollow.etiquette.recipients import asked_person
from mdfollow.etiquette.remarks import remarks
from mdfollow.etiquette.thank import Around, thanks
from mdfollow.interview.model import Person, Status
from mdfollow.record import replace
from mdfollow.settings import Settings

ORDER = (Kind.ASK, Kind.THANK, Kind.ATTEMPT, Kind.FEEDBACK)
"""How the steps of one interview stand in its note."""


def plan(application: Application, settings: Settings, today: date) -> Plan:
    """Every step of the application, and what there is to say about it.

    Today decides only which steps have had their time (OVER-2, OVER-4) and whether an interview
    is still to come (AHEAD); no date and no word of the result depends on it otherwise.
    """
    meetings = application.meetings
    steps: list[Step] = []
    chains: list[Chain] = []
    told: list[Person] = []
    called_off = [
        step
        for entry in application.entries
        if entry.interview.status is Status.CANCELLED
        for step in _cancelled(entry, settings)
    ]
    last = _last_made(called_off)
    for index, meeting in enumerate(meetings):
        so_far = meetings[: index + 1]
        asked = asked_person(so_far)
        around = Around(tuple(told), meetings[index + 1 :], asked)
        found = thanks(meeting, around, is_asking(meeting), today)
        made = chain(so_far, _contacts(application, index), last, settings, today)
        steps += [*ask(meeting, asked, today), *found, *made.steps]
        told += _told(application, found)
        last = max((day for day in (last, made.last) if day is not None), default=None)
        chains.append(made)
    steps += called_off
    if meetings and asks_feedback(application.entries):
        steps += feedback(meetings[-1], settings, today)
    ordered = _in_order(application.entries, steps)
    return Plan(ordered, remarks(application, ordered, chains, settings))


def _told(application: Application, thanked: Iterable[Step]) -> list[Person]:
    """TY-8: who had their letter; one not sent told nobody anything.

    A line she took out counts as sent: most are tidied away once they are done.
    """
    history = {(each.path, each.tag): each.history for each in application.entries}
    sent = frozenset({Mark.DONE, Mark.DELETED})
    pairs = ((step, history[step.path, step.tag].get(step.name)) for step in thanked)
    return [
        step.person
        for step, past in pairs
        if step.person is not None
        and (step.made or step.reason == Reason.MADE or (past and past.mark in sent))
    ]


def _contacts(application: Application, index: int) -> list[date]:
    """LOOP-2: the dates under `contacted` that belong to interview `index`.

    A date belongs to the last interview it does not precede, whichever note holds it, and
    counts as an attempt when it is later than the day after that interview.
    """
    meetings = application.meetings
    start = meetings[index].day
    after = meetings[index + 1].day if index + 1 < len(meetings) else None
    said = {day for entry in application.entries for day in entry.interview.contacted}
    return sorted(day for day in said if (day - start).days > 1 and (after is None or day < after))


def _last_made(steps: Iterable[Step]) -> date | None:
    """The last attempt ticked in a note whose interview was cancelled: she was in touch.

    Taken from the steps: a tick dated before its interview counts on its due day there, too.
    """
    days = [step.made for step in steps if step.kind is Kind.ATTEMPT and step.made is not None]
    return max(days, default=None)


def _cancelled(entry: Entry, settings: Settings) -> list[Step]:
    """What stands in the note of an interview that did not happen: all of it may go.

    The clock plays no part: planned as on its day.
    """
    meeting = Meeting((entry,), round=entry.interview.round or 1)
    today = meeting.day
    steps = [
        *ask(meeting, asked_person((meeting,)), today),
        *thanks(meeting, Around(), False, today),
        *chain((meeting,), (), None, settings, today).steps,
    ]
    open_steps = [s for s in steps if _is_open(entry, s)]
    settled = [s for s in steps if s.name in entry.history and not _is_open(entry, s)]
    reason = Reason.CANCELLED.value
    return settled + [replace(step, want=Want.DROP, reason=reason) for step in open_steps]


def _is_open(entry: Entry, step: Step) -> bool:
    past = entry.history.get(step.name)
    return past is not None and past.mark is Mark.OPEN


def _in_order(entries: Iterable[Entry], steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps by entry, then ask, thanks, attempts, feedback; people keep their order."""
    ranks = {(e.path, e.tag): rank for rank, e in enumerate(sorted(entries, key=place))}
    kinds = {kind: rank for rank, kind in enumerate(ORDER)}
    return tuple(sorted(steps, key=lambda step: (ranks[step.path, step.tag], kinds[step.kind])))
