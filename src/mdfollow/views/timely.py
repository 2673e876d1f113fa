"""Which hints can be acted on today: `check` is silent on a vault in good order."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from mdfollow.etiquette.model import Kind
from mdfollow.etiquette.remarks import Code
from mdfollow.interview import codes
from mdfollow.problem import Problem, Severity
from mdfollow.sync.result import InterviewReport, NoteReport, StepReport
from mdfollow.views.agenda import is_next

SOON = 7
"""Days before a check-in from which it is worth knowing who it goes to."""
_WAITS: Mapping[str, int] = {codes.NO_DECISION: 0, Code.RECIPIENT.value: SOON}
"""Hints for a check-in, and how many days before it they can be acted on: until then the plan
asks the question itself, and nobody has to be found."""
_AFTER = frozenset({codes.NOBODY, codes.IN_THE_ROOM, Code.UNNAMED.value, *_WAITS})
"""Hints about people and the decision: nobody can act on them before the interview (AHEAD)."""
_DRAFTS = "MDF4"
"""How the codes of findings on drafts begin."""


def timely(report: NoteReport, found: Iterable[Problem], today: date) -> Iterator[Problem]:
    """The problems without hints whose time has not come: before the interview, or its check-in."""
    for problem in found:
        each = _interview(report, problem.line)
        is_hint = problem.severity is Severity.HINT
        if not is_hint or each is None or _is_time(each, problem.code, today):
            yield problem


def _is_time(each: InterviewReport, code: str, today: date) -> bool:
    if code in _AFTER or code.startswith(_DRAFTS):
        return each.interview.day <= today and _is_near(each, code, today)
    return True


def _is_near(each: InterviewReport, code: str, today: date) -> bool:
    if code not in _WAITS:
        return True
    last = today + timedelta(_WAITS[code])
    return any(step.start <= last for step in each.steps if _is_check_in(step))


def _is_check_in(step: StepReport) -> bool:
    return step.desired.step.kind is Kind.ATTEMPT and is_next(step)


def _interview(report: NoteReport, line: int) -> InterviewReport | None:
    """The interview that stands in a line, or above it; of a note with one, that one."""
    above = [each for each in report.interviews if each.interview.line <= line]
    return max(above, key=lambda each: each.interview.line, default=None)
