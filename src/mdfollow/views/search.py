"""The applications of a vault as one search: what stands open in each, and what lies behind.

From the notes alone: no function here knows which day it is. What has had its time, and what is
still to come, goes by the newest day on which the notes say that something was done.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from mdfollow.etiquette.application import Application, applications
from mdfollow.etiquette.model import Entry, Want
from mdfollow.etiquette.outcome import Reason
from mdfollow.interview.model import Status
from mdfollow.record import dataclass
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport
from mdfollow.views.agenda import Item, When

NO_DAY = date.min
"""Where a day to count from is asked for: long before every note."""

_STANDING = frozenset({State.OPEN, State.EDITED})
_CLOCK = frozenset({Reason.STALE.value, Reason.MET_AGAIN.value})
_WANTED = frozenset({Want.WRITE, Want.HOLD})
_TOUCHED = frozenset({State.DONE, State.CANCELLED, State.DELETED})

Noted = Sequence[tuple[str, InterviewReport]]
"""Interviews with the paths of their notes."""


@dataclass(frozen=True, slots=True)
class Search:
    """One application with the reports of its interviews, in order, and what stands open there."""

    application: Application
    reports: tuple[tuple[str, InterviewReport], ...]
    open: tuple[Item, ...] = ()
    ahead: tuple[tuple[str, InterviewReport], ...] = ()
    facts: tuple[date, ...] = ()

    @property
    def last(self) -> tuple[str, InterviewReport]:
        """Its newest interview that was not called off, else its newest."""
        held = [e for e in self.reports if e[1].interview.status is not Status.CANCELLED]
        return (held or list(self.reports))[-1]

    @property
    def meetings(self) -> list[InterviewReport]:
        """Its interviews as they come, one a day, but for those called off; never empty."""
        held = [e for _, e in self.reports if e.interview.status is not Status.CANCELLED]
        days = {each.interview.day: each for each in reversed(held)}
        return [days[day] for day in sorted(days)] or [self.last[1]]

    @property
    def decision(self) -> date | str:
        """The last day they named, her words for it where it is none, or nothing."""
        for _, each in reversed(self.reports):
            decision = each.interview.decision
            if decision.day is not None or decision.unread:
                return decision.day or decision.unread
        return ""

    @property
    def newest(self) -> date:
        """The newest day it tells of."""
        return max((*self.facts, *(each.interview.day for _, each in self.reports)))


def searches(reports: Sequence[NoteReport]) -> list[Search]:
    """The applications of these notes, by first interview, with what stands open in each."""
    return list(_searches([(each.path, one) for each in reports for one in each.interviews]))


def _searches(noted: Noted) -> Iterator[Search]:
    known: dict[tuple[str, str], tuple[str, InterviewReport]] = {}
    for path, each in noted:
        known[path, f"i{len(known) + 1}"] = path, each
    entries = [Entry(path, tag, each.interview) for (path, tag), (_, each) in known.items()]
    now = max((day for _, each in noted for day in facts_of(each)), default=NO_DAY)
    for application in applications(entries):
        mine = tuple(known[entry.path, entry.tag] for entry in application.entries)
        items = [
            Item(When.LATER, path, step, step.start)
            for path, each in mine
            for step in each.steps
            if _stands(step, now)
        ]
        facts = tuple(sorted({day for _, each in mine for day in facts_of(each)}))
        ahead = tuple(one for one in mine if _is_ahead(one[1], now))
        yield Search(application, mine, tuple(items), ahead, facts)


def facts_of(each: InterviewReport) -> set[date]:
    """The days on which something was done or heard, as the note tells them."""
    interview = each.interview
    days: set[date | bool | None] = {step.done for step in each.steps if step.state is State.DONE}
    days |= {*interview.contacted, interview.heard, interview.asked, interview.thanked.day}
    return {day for day in days if isinstance(day, date)}


def _stands(step: StepReport, now: date) -> bool:
    """It stands open in the note and has not had its time by the newest day the notes tell of."""
    plan = step.desired.step
    if step.state not in _STANDING or plan.made is not None:
        return False
    if plan.lets_go_on is not None and plan.lets_go_on <= now:
        return False
    return plan.want in _WANTED or plan.reason in _CLOCK


def _is_ahead(each: InterviewReport, now: date) -> bool:
    """Whether nothing that the notes tell says that this interview has been.

    One without a plan in its note is long past, or none of ours.
    """
    interview = each.interview
    if interview.status is not Status.WAITING or interview.day < now or facts_of(each):
        return False
    if interview.heard or interview.asked or interview.thanked.everyone or interview.thanked.slugs:
        return False
    states = {step.state for step in each.steps}
    return bool(states & _STANDING) and not states & _TOUCHED
