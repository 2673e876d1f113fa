"""What is due over all notes: never a reproach, never a counter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mdfollow.etiquette.model import Kind, Step, Want
from mdfollow.etiquette.remarks import Code
from mdfollow.etiquette.why import ORDINALS
from mdfollow.interview.model import Interview
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport
from mdfollow.views import days
from mdfollow.views.standing import standing

WEEK = 7
"""Days that count as this week, today included."""


class When(StrEnum):
    """The parts of an agenda; the values are those of its JSON."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Item:
    """One step that stands in a note or is next. `asks` is what to think about beforehand."""

    when: When
    path: str
    step: StepReport
    asks: tuple[str, ...] = ()

    @property
    def plan(self) -> Step:
        """The step as planned."""
        return self.step.desired.step


@dataclass(frozen=True, slots=True)
class Rest:
    """An interview whose plan is through: the next word is theirs."""

    path: str
    interview: Interview
    sentence: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """Items by day, and the applications at rest."""

    items: tuple[Item, ...]
    resting: tuple[Rest, ...]


def agenda(reports: Sequence[NoteReport], today: date, within: int | None = None) -> Agenda:
    """What is due; `within` leaves out what begins later than so many days from today."""
    items: list[Item] = []
    resting: list[Rest] = []
    for report in reports:
        interviews = standing(report)
        for each in interviews:
            items += _items(report.path, each, today)
            resting += [
                Rest(report.path, each.interview, remark.sentence)
                for remark in each.remarks
                if remark.code == Code.ENOUGH
            ]
    if within is not None:
        last = today + timedelta(within)
        items = [item for item in items if item.step.start <= last]
    items.sort(key=lambda item: (item.step.start, item.step.due, item.path, item.step.line or 0))
    return Agenda(tuple(items), tuple(resting))


def _items(path: str, each: InterviewReport, today: date) -> Iterator[Item]:
    asks = tuple(r.sentence for r in each.remarks if r.code == Code.WHO_THEY_ARE)
    for step in each.steps:
        if is_next(step):
            mine = asks if step.desired.step.kind is Kind.ATTEMPT else ()
            yield Item(_when(step, today), path, step, mine)


def is_next(step: StepReport) -> bool:
    """LAZY: it stands open in the note, or a sync would put it there."""
    if step.state is State.PLANNED:
        return step.desired.step.want is Want.WRITE
    return step.state in {State.OPEN, State.EDITED}


def _when(step: StepReport, today: date) -> When:
    if step.due < today:
        return When.OVERDUE
    if step.start <= today:
        return When.TODAY
    return When.THIS_WEEK if (step.start - today).days < WEEK else When.LATER


def due_words(item: Item, today: date) -> str:
    """When it is due: for a day that has passed, what is due and no word of how long."""
    if item.when is not When.OVERDUE:
        return days.window(item.step.start, item.step.due, today)
    names = {
        Kind.ASK: "question due",
        Kind.THANK: "thank-you due",
        Kind.ATTEMPT: f"{ORDINALS.get(item.plan.number, 'next')} check-in due",
        Kind.FEEDBACK: "feedback due",
    }
    return names[item.plan.kind]
