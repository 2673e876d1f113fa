"""The plan as a note has it now, where a report tells what it has after the sync."""

from collections.abc import Mapping, Sequence

from mdfollow.document.source import Source
from mdfollow.record import replace
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport


def standing(report: NoteReport) -> tuple[InterviewReport, ...]:
    """The interviews of `report` with states and lines as they are before it is written.

    A step whose id is not in the note is `planned` and has no line yet.
    """
    if not report.changed:
        return report.interviews
    lines = _old_lines(Source(report.data).texts, Source(report.new).texts)
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


def _old_lines(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Line in `new` to line in `old`, both from 1; an inserted line is absent."""
    from difflib import SequenceMatcher

    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and i2 - i1 == j2 - j1):
            pairs.update(zip(range(j1 + 1, j2 + 1), range(i1 + 1, i2 + 1), strict=True))
    return pairs
