"""The steps of all notes as a calendar asks for them: by id, as they stand."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from mdfollow.calendar.entry import Condition, Kind, Seen
from mdfollow.calendar.fates import Now
from mdfollow.record import dataclass
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport
from mdfollow.views.standing import standing

_CONDITIONS = {
    State.DONE: Condition.DONE,
    State.CANCELLED: Condition.CANCELLED,
    State.OPEN: Condition.OPEN,
    State.EDITED: Condition.OPEN,
    State.PLANNED: Condition.OPEN,
}


@dataclass(frozen=True, slots=True)
class Found:
    """One step with its note and its interview."""

    report: NoteReport
    interview: InterviewReport
    step: StepReport

    @property
    def now(self) -> Now:
        """How it stands; no condition where its line is gone or nobody asks for it any more."""
        return Now(_CONDITIONS.get(self.step.state), self.step.due)


def steps(reports: Iterable[NoteReport]) -> dict[str, Found]:
    """Every step by its id."""
    return {
        step.desired.id: Found(report, each, step)
        for report in reports
        for each in standing(report)
        for step in each.steps
    }


def interview_paths(reports: Iterable[NoteReport]) -> dict[str, str]:
    """The note of every interview, by the interview's id."""
    return {each.id: report.path for report in reports for each in report.interviews}


def now(found: Mapping[str, Found]) -> dict[str, Now]:
    """How every step stands."""
    return {name: each.now for name, each in found.items()}


def doubtful(
    seen: Sequence[Seen], reports: Sequence[NoteReport], unread: Collection[str]
) -> frozenset[str]:
    """Ids of entries whose notes cannot be planned, or be read (`unread` paths), at present."""
    if unread:
        return frozenset(each.id for each in seen)
    failed = [report.data for report in reports if report.failed]
    return frozenset(
        each.id
        for each in seen
        if failed
        and (each.kind is Kind.INTERVIEW or any(each.id.encode() in data for data in failed))
    )
