"""Everything there is to say about a note, as problems in the order of its lines."""

from collections.abc import Mapping

from mdfollow.etiquette.remarks import PLAN_ONLY
from mdfollow.problem import Problem, Severity
from mdfollow.sync.result import NoteReport

_SILENT = frozenset(code.value for code in PLAN_ONLY)


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
        if each.code not in _SILENT
    ]
    return tuple(sorted({*report.problems, *remarks}))


def _lines(report: NoteReport) -> Mapping[str, int]:
    """Where each interview of the note begins, by its tag."""
    return {
        step.desired.step.tag: each.interview.line
        for each in report.interviews
        for step in each.steps
    }
