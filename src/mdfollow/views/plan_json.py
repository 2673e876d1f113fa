"""`plan --json` and `sync --json`: stable, versioned, described by docs/schema/plan.json."""

from collections.abc import Collection, Sequence
from datetime import date

from mdfollow.etiquette.outcome import over
from mdfollow.sync.result import InterviewReport, NoteReport, StepReport
from mdfollow.views.ends import ended
from mdfollow.views.findings import findings
from mdfollow.views.problem_lines import as_json
from mdfollow.views.standing import standing

VERSION = 1


def plan_json(
    vault: str,
    today: date,
    reports: Sequence[NoteReport],
    *,
    changed: Collection[str] | None = None,
) -> dict[str, object]:
    """The plans of `reports` as JSON values.

    `changed` holds the paths that were (or would be) written: they are told as they are then.
    All others, and every note where it is None, are told as they stand now; `changed` in the
    output then says whether a sync would write the note.
    """
    return {
        "version": VERSION,
        "vault": vault,
        "today": today.isoformat(),
        "notes": [_note(report, changed, today) for report in reports],
    }


def _note(report: NoteReport, changed: Collection[str] | None, today: date) -> dict[str, object]:
    written = changed is not None and report.path in changed
    interviews = report.interviews if written else standing(report)
    return {
        "path": report.path,
        "dialect": report.dialect or None,
        "changed": report.changed if changed is None else written,
        "interviews": [_interview(each, today) for each in interviews],
        "problems": [as_json(each) for each in ended(report.data, findings(report))],
    }


def _interview(report: InterviewReport, today: date) -> dict[str, object]:
    interview = report.interview
    return {
        "line": interview.line,
        "company": interview.company,
        "role": interview.role or None,
        "date": interview.day.isoformat(),
        "format": interview.format.value if interview.format else None,
        "round": report.round,
        "decision": _day(interview.decision.day),
        "status": interview.status.value,
        "steps": [_step(step, today) for step in report.steps],
    }


def _step(report: StepReport, today: date) -> dict[str, object]:
    desired = report.desired
    step, person = desired.step, desired.step.person
    also = {"also": step.also.value} if step.also else {}
    return {
        "key": step.key,
        "id": desired.id,
        "kind": step.kind.value,
        "rules": list(step.rules),
        "why": step.why,
        "person": person.name or None if person else None,
        "person_role": person.role or None if person else None,
        "channel": step.channel.value,
        **also,
        "not_before": report.start.isoformat(),
        "due": report.due.isoformat(),
        "state": report.state.value,
        "over": over(step) or None,
        "lets_go_on": _day(step.lets_go_on),
        "at": None,
        "done_on": _day(_done_on(report, today)),
        "line": report.line,
        "title": desired.words,
        "draft": desired.draft.text if desired.draft else None,
    }


def _done_on(report: StepReport, today: date) -> date | None:
    """The day it was done; one that nobody wrote is not still to come."""
    return min(report.done, today) if report.done and report.is_undated else report.done


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
