"""The plan as a note has it now, where a report tells what it has after the sync."""

from collections.abc import Mapping

from mdfollow.document.edit import old_lines
from mdfollow.document.source import Source
from mdfollow.record import replace
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport


def standing(report: NoteReport) -> tuple[InterviewReport, ...]:
    """The interviews of `report` with states and lines as they are before it is written.

    A step whose id is not in the note is `planned` and has no line yet.
    """
    if not report.changed:
        return report.interviews
    old, new = (Source(each).lines for each in (report.data, report.new))
    starts = [line.start for line in old], [line.start for line in new]
    pairs = old_lines(*starts, report.edits)
    lines = {after + 1: before + 1 for after, before in pairs.items()}
    return tuple(
        replace(each, steps=tuple(_step(step, report.data, lines) for step in each.steps))
        for each in report.interviews
    )


def _step(step: StepReport, data: bytes, lines: Mapping[int, int]) -> StepReport:
    if step.line is None:
        return step
    if step.desired.id.encode() not in data:
        return replace(step, state=State.PLANNED, line=None)
    return replace(step, line=lines.get(step.line))
