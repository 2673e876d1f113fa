"""The search on one page: what is worth doing now, what comes, and what rests.

Never a reproach, never a counter of days. One line an application where its steps can be said in
one; one contact to one person on one morning.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

from mdfollow.etiquette.model import Kind, Step, Want
from mdfollow.etiquette.outcome import Reason, over
from mdfollow.etiquette.remarks import Code
from mdfollow.etiquette.same import together
from mdfollow.interview.model import Interview, Status
from mdfollow.interview.names import company_key, role_key
from mdfollow.record import dataclass, replace
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport
from mdfollow.views.standing import standing

WEEK = 7
"""Days that count as the next days, and for which what was let go is told."""
OFFER_DAYS = 60
"""Days for which an offer is one to answer."""
_PRESSING = (Kind.ATTEMPT, Kind.FEEDBACK, Kind.THANK, Kind.ASK)
_OPEN = frozenset({State.OPEN, State.EDITED})
_PAST = frozenset({Reason.STALE.value, Reason.MET_AGAIN.value})
"""Reasons from the clock: such a step was let go."""


class When(StrEnum):
    """The parts of an agenda; the values are those of its JSON."""

    TODAY = "today"
    STILL_GOOD = "still_good"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Item:
    """One line: a step, and the steps said with it. `asks` is what to think about beforehand.

    `day` is the day it stands under; `together` tells of one message for several applications.
    """

    when: When
    path: str
    step: StepReport
    day: date
    asks: tuple[str, ...] = ()
    others: tuple["Item", ...] = ()
    together: bool = False

    @property
    def plan(self) -> Step:
        """The step as planned."""
        return self.step.desired.step

    @property
    def company(self) -> str:
        """Whom it is about."""
        return self.plan.interview.company

    @property
    def all(self) -> tuple["Item", ...]:
        """It and all that is said with it."""
        return (self, *self.others)


@dataclass(frozen=True, slots=True)
class Appointment:
    """An interview of today or of the days to come; `notes` is what to know for it."""

    when: When
    path: str
    interview: Interview
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rest:
    """An application and what there is to say of it: it rests, or has an offer to answer."""

    path: str
    interview: Interview
    sentence: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything on the page, each part in the order of its lines."""

    items: tuple[Item, ...]
    resting: tuple[Rest, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    offers: tuple[Rest, ...] = ()
    let_go: tuple[Item, ...] = ()


def agenda(reports: Sequence[NoteReport], today: date, within: int | None = None) -> Agenda:
    """The page for today; `within` leaves out what begins later than so many days from today."""
    noted = [(report.path, each) for report in reports for each in standing(report)]
    items = [item for path, each in noted for item in _items(path, each, today)]
    items = list(_collapsed(one_message_each(items, today)))
    appointments = [
        Appointment(_when(day, day, today), path, each.interview)
        for path, each in noted
        if (day := each.interview.day) >= today and each.interview.status is not Status.CANCELLED
    ]
    if within is not None:
        last = today + timedelta(within)
        items = [item for item in items if item.day <= last or item.when is When.STILL_GOOD]
        appointments = [each for each in appointments if each.interview.day <= last]
    appointments.sort(key=lambda each: (each.interview.day, str(each.interview.time), each.path))
    return Agenda(
        items=tuple(_in_order(items)),
        resting=_resting(noted),
        appointments=tuple(appointments),
        offers=_offers(noted, today),
        let_go=tuple(_let_go(noted, today)),
    )


def _items(path: str, each: InterviewReport, today: date) -> Iterator[Item]:
    if each.interview.day > today:
        return  # AHEAD: the interview itself is on the page, and nothing to do about it yet
    for step in each.steps:
        if is_next(step):
            when = _when(step.start, step.due, today)
            asks = _questions(each, step) if when is When.TODAY else ()
            yield Item(when, path, step, step.due if when is When.STILL_GOOD else step.start, asks)


def is_next(step: StepReport) -> bool:
    """LAZY: it stands open in the note, or a sync would put it there; and it is not over."""
    want = step.desired.step.want
    if over(step.desired.step):
        return False
    if step.state is State.PLANNED:
        return want is Want.WRITE
    return step.state in _OPEN and want in {Want.WRITE, Want.HOLD}


def _when(start: date, due: date, today: date) -> When:
    if due < today:
        return When.STILL_GOOD
    if start <= today:
        return When.TODAY
    return When.NEXT if (start - today).days <= WEEK else When.LATER


def _questions(each: InterviewReport, step: StepReport) -> tuple[str, ...]:
    """PPL-2: what she knows of the person of this step."""
    person = step.desired.step.person
    if step.desired.step.kind is not Kind.ATTEMPT or person is None or not person.name:
        return ()
    said = (r.sentence for r in each.remarks if r.code == Code.WHO_THEY_ARE)
    return tuple(sentence for sentence in said if f" {person.name}?" in sentence)


# --- one message, one contact, one line


def one_message_each(items: Sequence[Item], today: date) -> Iterator[Item]:
    """SAME: check-ins to one person within a week are one line, on the latest of their days."""
    by_step = {(item.plan.path, item.plan.key): item for item in items}
    said: set[tuple[str, str]] = set()
    for group in together([item.plan for item in items]):
        mine = [by_step[step.path, step.key] for step in group]
        if len({_application(item) for item in mine}) > 1:
            said.update((step.path, step.key) for step in group)
            yield _one_message(mine, today)
    yield from (item for name, item in by_step.items() if name not in said)


def _one_message(mine: Sequence[Item], today: date) -> Item:
    *others, last = sorted(mine, key=lambda item: (item.step.start, item.path))
    due = max(item.step.due for item in mine)
    when = _when(last.step.start, due, today)
    day = due if when is When.STILL_GOOD else last.step.start
    return replace(last, when=when, day=day, others=tuple(others), together=True)


def _application(item: Item) -> tuple[str, str]:
    interview = item.plan.interview
    return company_key(interview.company), role_key(interview.role)


def _collapsed(items: Iterable[Item]) -> Iterator[Item]:
    """One line an application for now, one for the next days, one for later."""
    groups: dict[object, list[Item]] = {}
    for number, item in enumerate(items):
        now = item.when in {When.TODAY, When.STILL_GOOD}
        span = When.TODAY if now else item.when
        key = (number,) if item.together else (*_application(item), span)
        groups.setdefault(key, []).append(item)
    for group in groups.values():
        first, *others = sorted(group, key=_pressing)
        asks = tuple(dict.fromkeys(question for item in group for question in item.asks))
        yield replace(first, others=(*first.others, *others), asks=asks)


def _pressing(item: Item) -> tuple[object, ...]:
    return (
        list(When).index(item.when),
        item.step.start if item.when is When.NEXT else date.min,
        _PRESSING.index(item.plan.kind),
        -item.step.due.toordinal() if item.when is When.STILL_GOOD else item.step.due.toordinal(),
        item.step.line or 0,
    )


def _in_order(items: Iterable[Item]) -> list[Item]:
    """By part and day, what is past its day newest first; one company's lines side by side."""

    def rank(item: Item) -> tuple[object, ...]:
        day = item.day.toordinal()
        past = item.when is When.STILL_GOOD
        return list(When).index(item.when), -day if past else day, item.path, item.step.line or 0

    ordered = sorted(items, key=rank)
    places: dict[tuple[When, str], int] = {}
    for number, item in enumerate(ordered):
        places.setdefault((item.when, company_key(item.company)), number)
    return sorted(ordered, key=lambda item: places[item.when, company_key(item.company)])


# --- what rests


Noted = Sequence[tuple[str, InterviewReport]]


def _resting(noted: Noted) -> tuple[Rest, ...]:
    return tuple(
        Rest(path, each.interview, remark.sentence)
        for path, each in noted
        for remark in each.remarks
        if remark.code == Code.ENOUGH
    )


def _offers(noted: Noted, today: date) -> tuple[Rest, ...]:
    """Offers to answer, one an application: its latest interview says it."""
    found: dict[tuple[str, str], Rest] = {}
    for path, each in sorted(noted, key=lambda one: one[1].interview.day):
        interview = each.interview
        heard = interview.heard if isinstance(interview.heard, date) else interview.day
        key = company_key(interview.company), role_key(interview.role)
        found.pop(key, None)
        if interview.status is Status.OFFER and (today - heard).days <= OFFER_DAYS:
            found[key] = Rest(path, interview, "There is an offer to answer.")
    return tuple(found.values())


def _let_go(noted: Noted, today: date) -> Iterator[Item]:
    """What the clock took out in the last days: said for a week, then no more."""
    for path, each in noted:
        for step in each.steps:
            plan = step.desired.step
            day = plan.lets_go_on
            gone = over(plan) in _PAST and step.state is not State.DELETED
            if gone and day is not None and 0 <= (today - day).days < WEEK:
                yield Item(When.STILL_GOOD, path, step, day)
