"""Who keeps their word: promised against heard, check-ins answered and not (RESP-1, RESP-2).

Facts from the notes, for her own decision; no day is today here, and silence is no fact.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mdfollow.etiquette.model import Kind
from mdfollow.interview.model import Interview, Status
from mdfollow.interview.names import company_key
from mdfollow.interview.words import REJECTED
from mdfollow.record import dataclass
from mdfollow.sync.result import InterviewReport, NoteReport, State
from mdfollow.views.search import Search, searches

_ANSWERS = frozenset({REJECTED, "offer", "accepted", "declined", "hired"})
"""Words for how an application stands that need an answer of theirs; "withdrawn" does not."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One interview: the day they named, and what was heard after it.

    `heard` is the day, or True where only that is known; `invited`, the day of a later interview,
    is an answer, too. `word` is her own for a silence she has called one.
    """

    path: str
    role: str
    day: date
    promised: date | None = None
    heard: date | bool = False
    invited: date | None = None
    word: str = ""

    @property
    def kept(self) -> bool | None:
        """Whether they answered by the day they named; None where that cannot be told."""
        if self.promised is None or self.heard is False:
            return None
        if not isinstance(self.heard, bool):
            return self.heard <= self.promised
        return True if self.invited is not None and self.invited <= self.promised else None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in that was made, and whether something was heard from that day on."""

    path: str
    day: date
    answered: bool


@dataclass(frozen=True, slots=True)
class Company:
    """What one company said and did, over all applications there."""

    name: str
    promises: tuple[Promise, ...]
    check_ins: tuple[CheckIn, ...] = ()

    @property
    def kept(self) -> int:
        """How often they answered by the day they named."""
        return sum(each.kept is True for each in self.promises)

    @property
    def answered(self) -> int:
        """How many check-ins were answered."""
        return sum(each.answered for each in self.check_ins)

    @property
    def tells(self) -> bool:
        """Whether anything was heard or asked: a named day alone says nothing yet."""
        return bool(self.check_ins) or any(each.heard or each.word for each in self.promises)


def responsiveness(reports: Sequence[NoteReport]) -> tuple[Company, ...]:
    """Every company that named a day, was asked or answered, by name."""
    groups: dict[str, list[Search]] = {}
    for search in searches(reports):
        groups.setdefault(company_key(search.application.company), []).append(search)
    found = [_company(mine) for mine in groups.values()]
    worth = [each for each in found if each.promises or each.check_ins]
    return tuple(sorted(worth, key=lambda each: (each.name.casefold(), each.name)))


def _company(mine: Sequence[Search]) -> Company:
    return Company(
        mine[-1].application.company,
        tuple(each for search in mine for each in _promises(search)),
        tuple(each for search in mine for each in _check_ins(search)),
    )


def _promises(search: Search) -> Iterator[Promise]:
    meetings = search.meetings
    paths = {each.interview.day: path for path, each in reversed(search.reports)}
    for number, each in enumerate(meetings):
        interview = each.interview
        later = meetings[number + 1].interview.day if number + 1 < len(meetings) else None
        heard = _heard(search, interview.day) or later is not None
        word = interview.status_word if interview.status is Status.SILENT else ""
        promised = _promised(search, interview.day)
        if promised or heard or word:
            role = search.application.role
            yield Promise(paths[interview.day], role, interview.day, promised, heard, later, word)


def _on(search: Search, day: date) -> list[Interview]:
    """Every note's interview of one day."""
    return [each.interview for _, each in search.reports if each.interview.day == day]


def _promised(search: Search, day: date) -> date | None:
    return next((i.decision.day for i in _on(search, day) if i.decision.day is not None), None)


def _heard(search: Search, day: date) -> date | bool:
    """The day of the answer that is noted, or that there was one."""
    said = [each.heard for each in _on(search, day) if each.heard]
    days = [each for each in said if isinstance(each, date) and not isinstance(each, bool)]
    if days:
        return min(days)
    return bool(said) or any(each.status_word in _ANSWERS for each in _on(search, day))


def _check_ins(search: Search) -> Iterator[CheckIn]:
    """The check-ins made, each day once; one of the day after the interview is a thank-you."""
    made: dict[date, str] = {}
    for path, each in search.reports:
        for day in _made(each):
            made.setdefault(day, path)
    answers = [_heard(search, each.interview.day) for each in search.meetings]
    days = [each for each in answers if not isinstance(each, bool)]
    last = max([*days, *(each.interview.day for each in search.meetings[1:])], default=date.min)
    for day, path in sorted(made.items()):
        yield CheckIn(path, day, True in answers or day <= last)


def _made(each: InterviewReport) -> Iterator[date]:
    first = each.interview.day + timedelta(1)
    yield from (day for day in each.interview.contacted if day > first)
    for step in each.steps:
        if step.desired.step.kind is Kind.ATTEMPT and step.state is State.DONE and step.done:
            yield step.done
