"""Everything there is to say about a note, as problems in the order of its lines."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from mdfollow.etiquette.model import Remark
from mdfollow.etiquette.remarks import PLAN_ONLY, Code
from mdfollow.interview.codes import NOBODY
from mdfollow.problem import Problem, Severity
from mdfollow.record import replace
from mdfollow.sync.result import NoteReport
from mdfollow.views.ends import texts_of
from mdfollow.views.standing import standing

AHEAD = "MDF210"
"""A tick with a day that has not come yet (merge-cases 6)."""

_SILENT = frozenset(code.value for code in PLAN_ONLY)
_SAID: Mapping[str, str] = MappingProxyType({Code.UNNAMED.value: NOBODY})
"""Remarks that the problem of this code says already, of the note's latest interview."""


def findings(report: NoteReport) -> tuple[Problem, ...]:
    """The note's problems, and the plan's remarks that its owner can do something about."""
    remarks = [
        _placed(report, line, each)
        for line, each in _remarks(report)
        if each.code not in _SILENT and not _said(line, each, report)
    ]
    return tuple(sorted({*report.problems, *remarks}))


def _placed(report: NoteReport, line: int, remark: Remark) -> Problem:
    """A remark as a problem: at the task it is about, else where its interview begins."""
    problem = Problem(
        report.path,
        line,
        1,
        remark.code,
        remark.sentence,
        remark.way_out,
        Severity.WARNING if remark.warning else Severity.HINT,
    )
    at = _task_line(report, remark) if remark.step else None
    return problem if at is None else on_task(replace(problem, line=at), texts_of(report.data))


def _task_line(report: NoteReport, remark: Remark) -> int | None:
    """The line of the task a remark is about, as the note stands now."""
    steps = (step for each in standing(report) for step in each.steps)
    key = f"{remark.tag}/{remark.step}"
    return next((s.line for s in steps if s.desired.step.key == key and s.line), None)


def on_task(problem: Problem, texts: Sequence[str]) -> Problem:
    """The problem from the first to the last character of the task in its line."""
    if not 0 < problem.line <= len(texts):
        return problem
    text = texts[problem.line - 1]
    column = len(text) - len(text.lstrip(" \t>")) + 1
    return replace(problem, column=column, end_column=len(text.rstrip()) + 1)


def _remarks(report: NoteReport) -> Iterator[tuple[int, Remark]]:
    """Every remark with the line its interview begins at."""
    told = {remark for each in report.interviews for remark in each.remarks}
    for each in report.interviews:
        yield from ((each.interview.line, remark) for remark in each.remarks)
    yield from ((1, remark) for remark in report.remarks if remark not in told)


def _said(line: int, remark: Remark, report: NoteReport) -> bool:
    """Whether a problem of the same interview, or of a note's latest one, says it already."""
    code = _SAID.get(remark.code)
    said = [problem.line for problem in report.problems if problem.code == code]
    if not said:
        return False
    latest = max(report.interviews, key=lambda each: each.interview.day)
    below = [each.interview.line for each in report.interviews if each.interview.line > line]
    within = any(line <= each < min(below, default=each + 1) for each in said)
    return within or remark in latest.remarks


def ahead(report: NoteReport, today: date) -> Iterator[Problem]:
    """Ticks whose day lies after `today`: they count as she wrote them, but may be a slip."""
    for interview in standing(report):
        for step in interview.steps:
            if step.done is not None and step.done > today and step.line and not step.is_undated:
                yield Problem(
                    report.path,
                    step.line,
                    1,
                    AHEAD,
                    f"this is ticked with a day that is still to come, {step.done}",
                    "correct the day beside the tick, if it was a slip",
                    Severity.HINT,
                )
