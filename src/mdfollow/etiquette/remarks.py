"""What a plan has to say beside its steps: hints, one warning, and words for plan and agenda."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from mdfollow.etiquette.application import Application
from mdfollow.etiquette.attempts import Chain
from mdfollow.etiquette.budget import MOST
from mdfollow.etiquette.feedback import asks_feedback
from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Entry, Kind, Mark, Past, Remark, Step, Want
from mdfollow.etiquette.recipients import known_pair
from mdfollow.etiquette.thank import WHOEVER
from mdfollow.etiquette.why import spoken
from mdfollow.etiquette.windows import BREATH
from mdfollow.etiquette.workdays import shift, working
from mdfollow.interview.model import Person
from mdfollow.record import dataclass
from mdfollow.settings import Settings


class Code(StrEnum):
    """The remarks of the etiquette."""

    UNNAMED = "MDF301"
    RECIPIENT = "MDF302"
    TOO_CLOSE = "MDF303"
    BEFORE_DECISION = "MDF304"
    BEFORE_INTERVIEW = "MDF305"
    MOST_ATTEMPTS = "MDF306"
    ANSWER_UNDATED = "MDF307"
    ENOUGH = "MDF308"
    WHO_THEY_ARE = "MDF309"
    NEWS = "MDF310"


@dataclass(frozen=True, slots=True)
class Saying:
    """A remark's words, with places for names and dates."""

    sentence: str
    way_out: str = ""
    warning: bool = False


SAYINGS: Mapping[Code, Saying] = MappingProxyType(
    {
        Code.UNNAMED: Saying(
            "The note does not say who interviewed you, so there is one thank-you for them.",
            "Add `interviewers:` with their names, and each gets a note of their own.",
        ),
        Code.RECIPIENT: Saying(
            "Neither recruiter nor hiring manager is named, so check-ins go to the interviewers "
            "in turn.",
            "Add `recruiter:` or `hiring_manager:`, or a role in brackets after the name.",
        ),
        Code.TOO_CLOSE: Saying(
            "Your date for check-in {number} is less than a week after the last one on {last}.",
            "A week has passed on {allowed}.",
            warning=True,
        ),
        Code.BEFORE_DECISION: Saying(
            "Your date for check-in {number} comes before they decide, {expected}.",
            "The first fitting day is {allowed}.",
        ),
        Code.BEFORE_INTERVIEW: Saying(
            "{name} is ticked with a day before the interview, {day}; the day it was due counts "
            "instead.",
            "Correct the day beside the tick.",
        ),
        Code.MOST_ATTEMPTS: Saying(
            "`max_attempts` is {number}; the plan stays at {most}, so that every one is welcome.",
            "Write {most} or less.",
        ),
        Code.ANSWER_UNDATED: Saying(
            "They answered, but not when, so there is no day to ask for feedback.",
            "Write the day of their answer: `heard: 2026-11-24`.",
        ),
        Code.ENOUGH: Saying("You have done enough; the next word is theirs."),
        Code.WHO_THEY_ARE: Saying("What do you know of {person}?{known}"),
        Code.NEWS: Saying(
            "Before the first check-in, look whether {company} has been in the news.",
            "One line under `news:` is enough.",
        ),
    }
)
"""Every remark, one row each."""

PLAN_ONLY = frozenset((Code.ENOUGH, Code.WHO_THEY_ARE, Code.NEWS))
"""Words for `plan` and `agenda`; there is nothing in the note to improve, so `check` is silent."""

ON_TASK = frozenset((Code.TOO_CLOSE, Code.BEFORE_DECISION, Code.BEFORE_INTERVIEW))
"""Remarks about one task, and not about the interview's fields."""

Remarks = Iterator[Remark]


def remarks(
    application: Application,
    steps: Sequence[Step],
    chains: Sequence[Chain],
    settings: Settings,
) -> tuple[Remark, ...]:
    """Everything worth saying, in the order of the entries and of the codes."""
    entries = {(entry.path, entry.tag): entry for entry in application.entries}
    ranks = {key: rank for rank, key in enumerate(entries)}
    meetings = application.meetings
    found = [*_on_history(entries, steps)]
    for meeting, made in zip(meetings, chains, strict=True):
        found += _on_meeting(meeting, made)
    last = max((made.last for made in chains if made.last is not None), default=None)
    for step in steps:
        past = entries[step.path, step.tag].history.get(step.name)
        if step.want is Want.WRITE and (past is None or past.mark is Mark.OPEN):
            found += _on_open_step(step, past, meetings, last, settings)
    found += _on_feedback(application, meetings)
    return tuple(sorted(set(found), key=lambda r: (ranks[r.path, r.tag], r.code, r.sentence)))


def _say(entry: Entry | Step, code: Code, **words: str) -> Remark:
    saying = SAYINGS[code]
    return Remark(
        path=entry.path,
        tag=entry.tag,
        code=code.value,
        sentence=saying.sentence.format(**words),
        way_out=saying.way_out.format(**words),
        warning=saying.warning,
        step=entry.name if isinstance(entry, Step) and code in ON_TASK else "",
    )


def _on_history(entries: Mapping[tuple[str, str], Entry], steps: Iterable[Step]) -> Remarks:
    for step in steps:
        entry = entries[step.path, step.tag]
        past = entry.history.get(step.name)
        if past is None or past.mark is not Mark.DONE or past.day is None:
            continue
        if past.day < entry.interview.day:
            yield _say(step, Code.BEFORE_INTERVIEW, name=_name(step), day=past.day.isoformat())


def _name(step: Step) -> str:
    to = f" to {step.person.name}" if step.person else ""
    names = {
        Kind.ASK: "The question about the decision date",
        Kind.THANK: f"The thank-you{to}",
        Kind.ATTEMPT: f"Check-in {step.number}",
        Kind.FEEDBACK: "The question for feedback",
    }
    return names[step.kind]


def _on_meeting(meeting: Meeting, made: Chain) -> Remarks:
    if made.enough:
        yield _say(meeting.home("attempt"), Code.ENOUGH)
    for entry in meeting.entries:
        number = entry.interview.max_attempts
        if number is not None and number > MOST:
            yield _say(entry, Code.MOST_ATTEMPTS, number=str(number), most=str(MOST))


def _on_open_step(
    step: Step,
    past: Past | None,
    meetings: Sequence[Meeting],
    last: date | None,
    settings: Settings,
) -> Remarks:
    if step.name == WHOEVER:
        yield _say(step, Code.UNNAMED)
    if step.kind is not Kind.ATTEMPT:
        return
    pair = known_pair(meetings)
    if not pair and step.person is not None:
        yield _say(step, Code.RECIPIENT)
    for person in pair:
        yield _say(step, Code.WHO_THEY_ARE, person=person.name, known=_known(person, step))
    if step.number == 1 and not any(e.interview.news for e in meetings[-1].entries):
        yield _say(step, Code.NEWS, company=step.interview.company)
    if past is not None and past.window is not None:
        yield from _on_own_date(step, past, meetings[-1].decision, last, settings)


def _on_own_date(
    step: Step, past: Past, expected: date | None, last: date | None, settings: Settings
) -> Remarks:
    """GAP-3: her own date is kept; what it comes too early for is named."""
    if past.window is None:
        return
    first = min(past.window.start, past.window.due)
    if last is not None and first < shift(last, BREATH):
        allowed = working(shift(last, BREATH), settings)
        yield _say(
            step,
            Code.TOO_CLOSE,
            number=str(step.number),
            last=spoken(last),
            allowed=allowed.isoformat(),
        )
    elif expected is not None and past.window.due <= expected:
        yield _say(
            step,
            Code.BEFORE_DECISION,
            number=str(step.number),
            expected=spoken(expected),
            allowed=step.window.start.isoformat(),
        )


def _known(person: Person, step: Step) -> str:
    known = person.known or step.interview.known
    return f" You noted: {'; '.join(known)}." if known else ""


def _on_feedback(application: Application, meetings: Sequence[Meeting]) -> Remarks:
    if meetings and asks_feedback(application.entries) and meetings[-1].heard is True:
        yield _say(meetings[-1].home("feedback"), Code.ANSWER_UNDATED)
