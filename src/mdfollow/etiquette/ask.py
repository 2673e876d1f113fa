"""The question when they expect to decide: ASK-1 and ASK-2."""

from datetime import date

from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Kind, Mark, Step, Window
from mdfollow.etiquette.outcome import Reason, decide, made_day
from mdfollow.etiquette.recipients import asked_person
from mdfollow.etiquette.rules import ordered
from mdfollow.etiquette.thank import FRESH
from mdfollow.etiquette.why import ask_why
from mdfollow.etiquette.workdays import shift
from mdfollow.interview.model import Channel, Format

NAME = "ask"


def is_asking(meeting: Meeting) -> bool:
    """Whether the question is still open: today plays no part."""
    past = meeting.home(NAME).history.get(NAME)
    untouched = past is None or past.mark is Mark.OPEN
    informational = meeting.format is Format.INFORMATIONAL
    return untouched and not informational and _ended(meeting) is None


def ask(meeting: Meeting, today: date) -> list[Step]:
    """The step as a list of one; empty where nobody ever had to ask."""
    entry = meeting.home(NAME)
    past = entry.history.get(NAME)
    ended = _ended(meeting)
    if meeting.format is Format.INFORMATIONAL:
        return []
    if past is None and ended not in (None, Reason.MADE):
        return []
    window = Window(meeting.day, shift(meeting.day, 1))
    stale = (today - meeting.day).days > FRESH
    want, reason = decide(past, ended, Reason.STALE if stale else None)
    asked = meeting.asked if isinstance(meeting.asked, date) else None
    made = made_day(past, window, meeting.day) or (asked if reason == Reason.MADE else None)
    shaped = {
        "ASK-2": bool(reason) and reason not in (Reason.STALE, Reason.MADE),
        "STALE": reason == Reason.STALE,
        "DONE": reason == Reason.MADE,
        "EXP-2": meeting.decision_out_of_bounds,
    }
    return [
        Step(
            path=entry.path,
            tag=entry.tag,
            name=NAME,
            kind=Kind.ASK,
            interview=meeting.told(entry),
            person=asked_person(meeting),
            channel=Channel.EMAIL,
            window=window,
            rules=ordered("ASK-1", *(rule for rule, true in shaped.items() if true)),
            why=ask_why(meeting.day),
            want=want,
            made=made,
            reason=reason,
        )
    ]


def _ended(meeting: Meeting) -> Reason | None:
    """ASK-2: what answers or ends the question."""
    ends = {
        Reason.MADE: bool(meeting.asked),
        Reason.DATED: meeting.decision is not None,
        Reason.HEARD: bool(meeting.heard),
        Reason.OFFER: meeting.offer,
        Reason.CLOSED: meeting.closed,
        Reason.LATER_INTERVIEW: meeting.followed,
    }
    return next((reason for reason, true in ends.items() if true), None)
