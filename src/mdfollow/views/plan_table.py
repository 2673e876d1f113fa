"""The plan as a calm table: what, when, how it stands, and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from mdfollow.etiquette.model import Remark
from mdfollow.etiquette.outcome import REASONS, Reason, over
from mdfollow.etiquette.why import spoken
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport
from mdfollow.views import days
from mdfollow.views.kept_out import kept_out
from mdfollow.views.paint import Paint
from mdfollow.views.shown import shown, shown_path
from mdfollow.views.standing import standing

GONE = "Its line is not in this note any more, or was moved, so it is not written again."
"""Merge-cases 32: what is said of a deleted step."""

_OPEN = frozenset({State.OPEN, State.EDITED})


def plan_table(reports: Sequence[NoteReport], today: date, paint: Paint) -> str:
    """All notes with an interview, one block each; a note that failed has none."""
    shown_ones = [report for report in reports if report.interviews]
    return "\n".join("\n".join(_note(each, today, paint)) + "\n" for each in shown_ones)


def _note(report: NoteReport, today: date, paint: Paint) -> Iterator[str]:
    yield paint.on(paint.bold, shown_path(report.path))
    interviews = standing(report)
    told: set[Remark] = set()
    for each in interviews:
        yield f"  {_about(each, today)}"
        if line := _decision(each, today):
            yield f"  {line}"
        widths = _widths(each.steps, today)
        for step in each.steps:
            yield from _step(step, widths, today, paint)
        told.update(each.remarks)
        yield from map(_remark, dict.fromkeys(each.remarks))
    yield from (_remark(each) for each in report.remarks if each not in told)


def _about(report: InterviewReport, today: date) -> str:
    interview = report.interview
    role = f", {shown(interview.role)}" if interview.role else ""
    held = f", {interview.format.value}" if interview.format else ""
    when = days.short(interview.day, today)
    return f"{shown(interview.company)}{role}: round {report.round} on {when}{held}"


def _decision(report: InterviewReport, today: date) -> str:
    """How the decision was read, where anything is said."""
    decision = report.interview.decision
    if decision.unread:
        return f"When they decide cannot be read: '{shown(decision.unread)}'."
    reading = f" ({shown(decision.reading)})" if decision.reading else ""
    if decision.day is None:
        return f"When they decide is not known{reading}." if reading else ""
    return f"They decide by {days.short(decision.day, today)}{reading}."


def _widths(steps: Sequence[StepReport], today: date) -> tuple[int, int]:
    windows = [len(days.window(step.start, step.due, today)) for step in steps]
    return max(windows, default=0), max((len(step.state.value) for step in steps), default=0)


def _step(step: StepReport, widths: tuple[int, int], today: date, paint: Paint) -> Iterator[str]:
    wide, state = widths
    window = days.window(step.start, step.due, today).ljust(wide)
    stands = step.state.value.ljust(state)
    yield f"    {window}  {_coloured(step.state, stands, paint)}  {shown(step.desired.words)}"
    rules = " ".join(step.desired.step.rules)
    lead = " " * (4 + wide + 2 + state + 2)
    why = _why(step, today) + _lets_go(step, today)
    yield f"{lead}{paint.on(paint.dim, f'{why} [{rules}]')}"
    if private := kept_out(step):
        yield f"{lead}{shown(private)}"


def _coloured(state: State, text: str, paint: Paint) -> str:
    colours = {State.OPEN: paint.cyan, State.EDITED: paint.cyan, State.DONE: paint.green}
    return paint.on(colours.get(state, paint.dim), text)


def _why(step: StepReport, today: date) -> str:
    """Where the window comes from; for a step that ended, what ended it."""
    if step.state is State.DONE and step.done is not None:
        return f"Done on {spoken(step.done)}." if step.done <= today else "Done."
    if step.state is State.DELETED:
        return GONE
    plan = step.desired.step
    if plan.reason in REASONS:
        return REASONS[Reason(plan.reason)]
    why = shown(plan.why)
    if step.state not in _OPEN or (step.start, step.due) == (plan.window.start, plan.window.due):
        return why
    planned = days.window(plan.window.start, plan.window.due, today)
    return f"Your own date. The plan's would be {planned}: {why[:1].lower()}{why[1:]}"


def _lets_go(step: StepReport, today: date) -> str:
    """When a step that is open or to come is asked of her no longer."""
    plan = step.desired.step
    waiting = step.state in {*_OPEN, State.PLANNED} and not over(plan)
    if not waiting or plan.lets_go_on is None:
        return ""
    return f" Goes away on {days.short(plan.lets_go_on, today)}."


def _remark(remark: Remark) -> str:
    way_out = f" {shown(remark.way_out)}" if remark.way_out else ""
    return f"  - {shown(remark.sentence)}{way_out}"
