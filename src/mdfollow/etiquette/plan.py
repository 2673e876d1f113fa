"""The plan of one application: a pure function of its notes and the settings."""

from collections.abc import Iterable
from datetime import date

from mdfollow.etiquette.application import Application, place
from mdfollow.etiquette.ask import ask, is_asking
from mdfollow.etiquette.attempts import Chain, chain, numbered
from mdfollow.etiquette.feedback import asks_feedback, feedback
from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Entry, Kind, Mark, Plan, Step, Want
from mdfollow.etiquette.outcome import Reason
from mdfollow.etiquette.remarks import remarks
from mdfollow.etiquette.thank import thanks
from mdfollow.interview.model import Person, Status
from mdfollow.record import replace
from mdfollow.settings import Settings

ORDER = (Kind.ASK, Kind.THANK, Kind.ATTEMPT, Kind.FEEDBACK)
"""How the steps of one interview stand in its note."""


def plan(application: Application, settings: Settings, today: date) -> Plan:
    """Every step of the application, and what there is to say about it.

    Today decides only whether a step is too old to be written for the first time (STALE); no
    date and no word of the result depends on it otherwise.
    """
    meetings = application.meetings
    steps: list[Step] = []
    chains: list[Chain] = []
    met: list[Person] = []
    last = _last_of_cancelled(application.entries)
    for index, meeting in enumerate(meetings):
        found = thanks(meeting, met, is_asking(meeting), today)
        made = chain(meetings[: index + 1], _contacts(application, index), last, settings, today)
        steps += [*ask(meeting, today), *found, *made.steps]
        met += [step.person for step in found if step.person is not None]
        last = max((day for day in (last, made.last) if day is not None), default=None)
        chains.append(made)
    for entry in application.entries:
        if entry.interview.status is Status.CANCELLED:
            steps += _cancelled(entry, settings, today)
    if meetings and asks_feedback(application.entries):
        steps += feedback(meetings[-1], settings, today)
    ordered = _in_order(application.entries, steps)
    return Plan(ordered, remarks(application, ordered, chains, settings))


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


def _last_of_cancelled(entries: Iterable[Entry]) -> date | None:
    """The last attempt ticked in a note whose interview was cancelled: she was in touch."""
    days = [
        past.day
        for entry in entries
        if entry.interview.status is Status.CANCELLED
        for past in numbered(entry.history).values()
        if past.mark is Mark.DONE and past.day is not None
    ]
    return max(days, default=None)


def _cancelled(entry: Entry, settings: Settings, today: date) -> list[Step]:
    """What stands in the note of an interview that did not happen: all of it may go."""
    meeting = Meeting((entry,), round=entry.interview.round or 1)
    steps = [
        *ask(meeting, today),
        *thanks(meeting, (), False, today),
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
