"""`done`, `later` and calling off: what becomes of tasks that stand in a note."""

from collections.abc import Sequence
from datetime import date, timedelta

from mdfollow.document.edit import Edit
from mdfollow.etiquette.model import Kind
from mdfollow.etiquette.workdays import working
from mdfollow.settings import Settings
from mdfollow.sync.result import NoteReport, State, StepReport
from mdfollow.verbs.act import Act, Answer, Refusal
from mdfollow.verbs.task_lines import TaskLine, standing_task, task_line

OPEN = frozenset({State.OPEN, State.EDITED})
_ELSEWHERE = ("stands in another file now", "change it there")
_NOT_OPEN = {
    State.OPEN: _ELSEWHERE,
    State.EDITED: _ELSEWHERE,
    State.PLANNED: ("is not in the note yet", "`mdfollow sync` writes it"),
    State.CANCELLED: ("is cancelled", "open its box again to tick it"),
    State.DELETED: ("is no longer in this note", "tick it where it stands now"),
    State.SKIPPED: ("is not needed any more", ""),
}


def done(report: NoteReport, steps: Sequence[StepReport], day: date) -> Answer:
    """Tick these steps of one note on `day`, as the vault's own tool would.

    The states and lines of `steps` are those of the note as it stands. One that is done already,
    by its box, a key or a letter that asked its question, stays as it is, its day too.
    """
    edits: list[Edit] = []
    for step in steps:
        if step.state is State.DONE:
            continue
        found = _line(report, step)
        if isinstance(found, Refusal):
            return found
        edits += found.ticked(day)
    return Act(report.path, tuple(dict.fromkeys(edits)))


def done_away(
    path: str, data: bytes, steps: Sequence[StepReport], day: date, dialect: str
) -> Answer:
    """Tick steps that she moved to the file at `path`, where they stand now."""
    edits: list[Edit] = []
    for step in steps:
        if step.state is State.DONE:
            continue
        found = standing_task(path, data, step.desired.id, dialect)
        if found is None:
            return _own_form(step)
        edits += found.ticked(day)
    return Act(path, tuple(edits))


def call_off(report: NoteReport, step: StepReport, day: date) -> Answer:
    """Say of an open step that it will not be done, as the vault's own tool would."""
    found = _line(report, step)
    if isinstance(found, Refusal):
        return found
    edits = found.called_off(day)
    if not edits:
        words = f"“{step.desired.words}” cannot be called off: the file has no word for that"
        return Refusal(words, "add one to its #+TODO line, such as CANCELLED")
    return Act(report.path, edits)


def later(report: NoteReport, moves: Sequence[tuple[StepReport, date]]) -> Answer:
    """Put the dates of these steps of one note on the days beside them."""
    edits: list[Edit] = []
    for step, day in moves:
        found = _line(report, step)
        if isinstance(found, Refusal):
            return found
        moved = found.moved(day)
        if not moved:
            return Refusal(f"“{step.desired.words}” has no date to move", "write one beside it")
        edits += [edit for edit in moved if report.data[edit.start : edit.end] != edit.new]
    return Act(report.path, tuple(edits))


def put_off(step: StepReport, days: int, today: date, settings: Settings) -> date:
    """`days` after today or the due day, whichever is later; a working day but for thank-yous."""
    day = max(today, step.due) + timedelta(days)
    return day if step.desired.step.kind is Kind.THANK else working(day, settings)


def _line(report: NoteReport, step: StepReport) -> TaskLine | Refusal:
    words = f"“{step.desired.words}”"
    if step.state not in OPEN or step.line is None:
        # One that is over may stand until the next sync takes it out, and she may have done it.
        over = step.state is State.SKIPPED
        found = standing_task(report.path, report.data, step.desired.id, report.dialect)
        what, way_out = _NOT_OPEN.get(step.state, ("is done already", ""))
        return found if over and found else Refusal(f"{words} {what}", way_out)
    found = task_line(report.path, report.data, step.line, step.desired.id, report.dialect)
    return found or _own_form(step)


def _own_form(step: StepReport) -> Refusal:
    words = f"“{step.desired.words}” has a form of your own"
    return Refusal(words, "change it in your editor")
