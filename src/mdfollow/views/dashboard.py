"""The whole search on one page, as a value: from the notes alone, and never from today.

Nothing here asks which day it is, so that two machines write the same page on two days. What has
had its time goes by the newest day on which the notes say that something was done.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum

from mdfollow.etiquette.model import Kind as StepKind
from mdfollow.interview.model import Status
from mdfollow.record import dataclass
from mdfollow.sync.result import NoteReport
from mdfollow.views.agenda import Item, one_message_each
from mdfollow.views.agenda_words import item_words
from mdfollow.views.dashboard_words import (
    OFFER,
    interview_words,
    next_words,
    people_of,
    stage_words,
    step_words,
)
from mdfollow.views.responsiveness import Company, responsiveness
from mdfollow.views.search import NO_DAY, Search, searches

QUIET_DAYS = 90
"""An application that is so many days older than the newest one is named, without a row."""

DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class DayLine:
    """One thing to do or to be at: whose it is, what, and the note it stands in."""

    day: date
    path: str
    company: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One application. `path` is the note of its newest interview; `step` what comes next there.

    `decides` is the day they named, or her own words where that is none.
    """

    path: str
    company: str
    role: str
    stage: str = ""
    contact: date | None = None
    step: str = ""
    decides: str = ""


class Kind(Enum):
    """What a bar of the timeline is: an interview, the wait for the decision, a check-in."""

    MOMENT = "moment"
    WAIT = "wait"
    CHECK_IN = "check-in"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of one application's time up to the morning of `end`; without one, a moment."""

    kind: Kind
    company: str
    words: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything on the page: `days` by date, the applications, those at rest, those at an end."""

    days: tuple[DayLine, ...] = ()
    rows: tuple[Row, ...] = ()
    quiet: tuple[Row, ...] = ()
    ended: tuple[Row, ...] = ()
    bars: tuple[Bar, ...] = ()
    companies: tuple[Company, ...] = ()
    """Those of which something was heard, or that were asked."""


def dashboard(reports: Sequence[NoteReport]) -> Dashboard:
    """The page for these notes as they stand after a sync."""
    found = searches(reports)
    newest = max((each.newest for each in found), default=NO_DAY)
    over = [each for each in found if _is_over(each)]
    running = [each for each in found if not _is_over(each)]
    quiet = [each for each in running if _is_quiet(each, newest)]
    shown = sorted((each for each in running if not _is_quiet(each, newest)), key=_by_next)
    return Dashboard(
        days=tuple(_days(found)),
        rows=tuple(map(_row, shown)),
        quiet=tuple(map(_row, sorted(quiet, key=_by_newest))),
        ended=tuple(map(_row, sorted(over, key=_by_newest))),
        bars=tuple(bar for each in shown for bar in _bars(each)),
        companies=tuple(each for each in responsiveness(reports) if each.tells),
    )


def _is_over(each: Search) -> bool:
    closed = each.application.closed
    return closed or not each.application.meetings


def _is_quiet(each: Search, newest: date) -> bool:
    offer = each.last[1].interview.status is Status.OFFER
    resting = not each.open and not each.ahead and not offer
    return resting and (newest - each.newest).days > QUIET_DAYS


# --- the days


def _days(search: Sequence[Search]) -> list[DayLine]:
    """What stands open and the interviews that may be ahead, a line an application and day."""
    owner = {_name(item): n for n, one in enumerate(search) for item in one.open}
    found: list[DayLine] = []
    groups: dict[tuple[int, date], list[Item]] = {}
    for item in one_message_each([item for each in search for item in each.open], NO_DAY):
        if item.together:
            found.append(DayLine(item.day, item.path, "", item_words(item)))
        else:
            groups.setdefault((owner[_name(item)], item.day), []).append(item)
    meetings = [(n, path, each) for n, one in enumerate(search) for path, each in one.ahead]
    for n, path, each in meetings:
        interview = each.interview
        after = groups.pop((n, interview.day), [])
        then = f"; then {step_words(after, met=people_of(interview))}" if after else ""
        words = interview_words(interview) + then
        found.append(DayLine(interview.day, path, interview.company, words))
    found += [offer for each in search for offer in _offer(each)]
    for (_, day), mine in groups.items():
        found.append(DayLine(day, mine[0].path, mine[0].company, step_words(mine)))
    return sorted(found, key=lambda line: (line.day, not _is_meeting(line), line.words, line.path))


def _offer(each: Search) -> Iterator[DayLine]:
    """An offer, on the day it came, or else on that of the interview."""
    path, last = each.last
    interview = last.interview
    if interview.status is Status.OFFER and not _is_over(each):
        day = interview.heard if isinstance(interview.heard, date) else interview.day
        yield DayLine(day, path, interview.company, OFFER)


def _is_meeting(line: DayLine) -> bool:
    return line.words.startswith("interview")


def _name(item: Item) -> tuple[str, str]:
    return item.path, item.plan.key


# --- the applications


def _row(each: Search) -> Row:
    path, last = each.last
    interview = last.interview
    contact = max((day for day in (*each.facts, *_held(each))), default=None)
    return Row(
        path=path,
        company=interview.company,
        role=each.application.role,
        stage=stage_words(last, over=_is_over(each)),
        contact=contact,
        step=next_words(_next(each), each.ahead[:1], interview, last.remarks),
        decides=_decides(each),
    )


def _held(each: Search) -> Iterator[date]:
    """The days of the interviews that have been, as far as the notes tell."""
    ahead = {one.interview.day for _, one in each.ahead}
    return (one.interview.day for _, one in each.reports if one.interview.day not in ahead)


def _next(each: Search) -> list[Item]:
    """What begins first of all that stands open."""
    first = min((item.day for item in each.open), default=None)
    return [item for item in each.open if item.day == first]


def _decides(each: Search) -> str:
    day = each.decision
    return day.isoformat() if isinstance(day, date) else day


def _by_next(each: Search) -> tuple[object, ...]:
    days = [item.day for item in each.open] + [one.interview.day for _, one in each.ahead]
    days += [line.day for line in _offer(each)]
    return min(days, default=date.max), each.application.company.casefold(), each.reports[0][0]


def _by_newest(each: Search) -> tuple[object, ...]:
    return -each.newest.toordinal(), each.application.company.casefold(), each.reports[0][0]


# --- the timeline


def _bars(each: Search) -> Iterator[Bar]:
    """The interviews, the wait for the decision, and the check-in that stands open."""
    company = each.last[1].interview.company
    *earlier, last = each.meetings
    yield from (Bar(Kind.MOMENT, company, f"round {one.round}", one.interview.day)
                for one in earlier)  # fmt: skip
    day, decision = last.interview.day, each.decision
    waits = last.interview.status is Status.WAITING and not last.interview.heard
    if waits and isinstance(decision, date) and decision > day:
        yield Bar(Kind.WAIT, company, "until they decide", day, decision)
    else:
        yield Bar(Kind.MOMENT, company, "interview", day)
    later = [item for item in each.open if item.plan.kind in {StepKind.ATTEMPT, StepKind.FEEDBACK}]
    if later:
        step = min(later, key=lambda item: item.day)
        yield Bar(
            Kind.CHECK_IN,
            company,
            "check in",
            step.day,
            max(step.step.due, step.day) + DAY,
        )
