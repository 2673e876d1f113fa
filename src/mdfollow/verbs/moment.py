"""Whether it is the moment for a letter: what `mail` asks before it hands one over."""

from datetime import date

from mdfollow.etiquette.model import Kind, Want
from mdfollow.etiquette.outcome import REASONS, Reason
from mdfollow.etiquette.why import spoken
from mdfollow.interview.model import Interview, Status
from mdfollow.sync.result import StepReport

_NOT_FOR = {
    Status.CLOSED: Reason.CLOSED,
    Status.CANCELLED: Reason.CANCELLED,
}


def untimely(interview: Interview, step: StepReport, today: date) -> str:
    """Why the letter of this step is not for today, in one sentence; empty where it is."""
    plan = step.desired.step
    if today < interview.day:
        return f"The interview is on {spoken(interview.day)}; there is nothing to write about yet."
    if plan.want is Want.DROP and plan.reason in REASONS:
        return REASONS[Reason(plan.reason)]
    if plan.kind is not Kind.FEEDBACK and interview.status in _NOT_FOR:
        return REASONS[_NOT_FOR[interview.status]]
    if plan.kind in {Kind.ATTEMPT, Kind.FEEDBACK} and today < step.start:
        return f"Its day is {spoken(step.start)}: {_lowered(plan.why)}"
    if plan.want is Want.LATER:
        return "The check-in before it is still open."
    return ""


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
