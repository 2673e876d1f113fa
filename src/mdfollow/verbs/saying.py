"""`heard`, `decides` and `stop`: what she was told, said in the note's fields."""

from collections.abc import Sequence
from datetime import date

from mdfollow.interview.date_fields import day_off
from mdfollow.interview.model import Interview
from mdfollow.interview.phrases import Expectation, read_decision
from mdfollow.settings import Settings
from mdfollow.sync.result import InterviewReport, NoteReport
from mdfollow.verbs.act import Act, Answer, Refusal
from mdfollow.verbs.fields import fields_edited
from mdfollow.verbs.wish import ByHand, Wish

REJECTED, OFFER = "rejected", "offer"


def heard(
    report: NoteReport,
    each: InterviewReport,
    day: date,
    status: str = "",
    until: date | None = None,
) -> Answer:
    """They answered on `day`; `status` is what they said, `until` when they say more."""
    if day < each.interview.day:
        return Refusal(f"{day} is before the interview on {each.interview.day}")
    wishes = [Wish("heard", day.isoformat())]
    wishes += [Wish("status", status)] if status else []
    wishes += [Wish("decision", until.isoformat())] if until else []
    return _said(report, each, wishes)


def decides(
    report: NoteReport, each: InterviewReport, text: str, settings: Settings, today: date
) -> Answer:
    """They decide by `text`, a day or a phrase that counts from the interview."""
    read = reading(each.interview, text, settings)
    day = read.decision.day
    if read.fault:
        return Refusal(read.fault, read.way_out)
    if day is not None and read.decision.reading and day <= today:
        return Refusal(
            f"“{text}” counts from the interview, which makes it {day}, and that has passed",
            "write the day itself, like 2026-11-24",
        )
    plain = day.isoformat() if day and not read.decision.reading else " ".join(text.split())
    return _said(report, each, [Wish("decision", plain)])


def reading(interview: Interview, text: str, settings: Settings) -> Expectation:
    """How a decision would be read in this interview's note."""
    return read_decision(text, interview.day, settings.date_order, day_off(settings))


def stop(report: NoteReport, each: InterviewReport) -> Answer:
    """The note gets no plan any more."""
    return _said(report, each, [Wish("mdfollow", "false")])


def _said(report: NoteReport, each: InterviewReport, wishes: Sequence[Wish]) -> Answer:
    latest = max(report.interviews, key=lambda other: other.interview.day)
    own = each.interview != latest.interview
    found = fields_edited(report.path, report.data, each.interview.line, wishes, own=own)
    return found if isinstance(found, ByHand) else Act(report.path, found)
