"""Everything there is to say about a note, as problems in the order of its lines."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from mdfollow.etiquette.model import Remark
from mdfollow.etiquette.remarks import PLAN_ONLY, Code
from mdfollow.interview.codes import NOBODY
from mdfollow.problem import Problem, Severity
from mdfollow.sync.result import NoteReport
from mdfollow.views.standing import standing

AHEAD = "MDF210"
"""A tick with a day that has not come yet (merge-cases 6)."""

_SILENT = frozenset(code.value for code in PLAN_ONLY)
_SAID: Mapping[str, str] = MappingProxyType({Code.UNNAMED.value: NOBODY})
"""Remarks that the problem of this code says already, of the note's latest interview."""


def findings(report: NoteReport) -> tuple[Problem, ...]:
    """The note's problems, and the plan's remarks that its owner can do something about."""
    lines = _lines(report)
    remarks = [
        Problem(
            report.path,
            lines.get(each.tag, 1),
            1,
            each.code,
            each.sentence,
            each.way_out,
            Severity.WARNING if each.warning else Severity.HINT,
        )
        for each in report.remarks
        if each.code not in _SILENT and not _said(each, report)
    ]
    return tuple(sorted({*report.problems, *remarks}))


def _said(remark: Remark, report: NoteReport) -> bool:
    code = _SAID.get(remark.code)
    if not any(problem.code == code for problem in report.problems):
        return False
    latest = max(report.interviews, key=lambda each: each.interview.day)
    return any(step.desired.step.tag == remark.tag for step in latest.steps)


def ahead(report: NoteReport, today: date) -> Iterator[Problem]:
    """Ticks whose day lies after `today`: they count as she wrote them, but may be a slip."""
    for interview in standing(report):
        for step in interview.steps:
            if step.done is not None and step.done > today and step.line:
                yield Problem(
                    report.path,
                    step.line,
                    1,
                    AHEAD,
                    f"this is ticked with a day that is still to come, {step.done}",
                    "correct the day beside the tick, if it was a slip",
                    Severity.HINT,
                )


def _lines(report: NoteReport) -> Mapping[str, int]:
    """Where each interview of the note begins, by its tag."""
    return {
        step.desired.step.tag: each.interview.line
        for each in report.interviews
        for step in each.steps
    }
