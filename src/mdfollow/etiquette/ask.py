"""The question when they expect to decide: ASK-1 and ASK-2."""

from datetime import date

from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Kind, Mark, Past, Step, Window
from mdfollow.etiquette.outcome import (
    DONE,
    SETTLED,
    Reason,
    decide,
    ending_rules,
    has_passed,
    let_go_day,
    made_day,
)
from mdfollow.etiquette.rules import ordered
from mdfollow.etiquette.thank import FRESH, asked_on, asks_openly
from mdfollow.etiquette.why import ask_why
from mdfollow.etiquette.workdays import shift
from mdfollow.interview.model import Channel, Format, Person

NAME = "ask"

NOT_ANSWERED = frozenset((Reason.STALE, Reason.MADE, Reason.UNREAD))
"""Reasons that neither answer nor ask the question (ASK-2)."""


def is_asking(meeting: Meeting) -> bool:
    """Whether the question is still open: today plays no part."""
    past = _past(meeting)
    informational = meeting.format is Format.INFORMATIONAL
    settled = past is not None and past.mark in SETTLED
    return not (settled or informational) and _ended(meeting, past) is None


def ask(meeting: Meeting, person: Person | None, today: date) -> list[Step]:
    """The question to `person` as a list of one; empty where nobody ever had to ask."""
    entry = meeting.home(NAME)
    past = _past(meeting)
    ended = _ended(meeting, past)
    if meeting.format is Format.INFORMATIONAL:
        return []
    if past is None and ended not in (None, *DONE):
        return []
    window = Window(meeting.day, shift(meeting.day, 1))
    lets_go_on = let_go_day(past, meeting.day, FRESH)
    stale = Reason.STALE if has_passed(past, window, lets_go_on, today) else None
    want, reason = decide(past, ended or stale)
    return [
        Step(
            path=entry.path,
            tag=entry.tag,
            name=NAME,
            kind=Kind.ASK,
            interview=meeting.interview_of(entry),
            person=person,
            channel=Channel.EMAIL,
            window=window,
            rules=_rules(meeting, past, reason),
            why=ask_why(meeting.day),
            want=want,
            made=made_day(past, window, meeting.day) or _asked(meeting, past, reason),
            reason=reason,
            lets_go_on=lets_go_on,
            ahead=today < meeting.day,
        )
    ]


def _past(meeting: Meeting) -> Past | None:
    return meeting.home(NAME).history.get(NAME)


def _rules(meeting: Meeting, past: Past | None, reason: str) -> tuple[str, ...]:
    shaped = {
        "ASK-2": bool(reason) and reason not in NOT_ANSWERED,
        "ASK-3": reason == Reason.UNREAD,
        "EXP-2": meeting.decision_out_of_bounds,
    }
    named = (rule for rule, true in shaped.items() if true)
    return ordered("ASK-1", *named, *ending_rules(reason, past))


def _asked(meeting: Meeting, past: Past | None, reason: str) -> date | None:
    """The day she asked without the task: by a key, or by the letter that carried the question."""
    if reason == Reason.MADE:
        return meeting.asked if isinstance(meeting.asked, date) else None
    if reason != Reason.ASKED:
        return None
    return asked_on(meeting) or (past.day if past is not None else None)


def _ended(meeting: Meeting, past: Past | None) -> Reason | None:
    """ASK-2: what answers or ends the question.

    Asked by a letter stays asked though its line is tidied away; only its box standing open
    again takes it back.
    """
    remembered = past is not None and past.mark is Mark.ASKED and not asks_openly(meeting)
    ends = (
        (Reason.MADE, bool(meeting.asked)),
        (Reason.ASKED, remembered or asked_on(meeting) is not None),
        (Reason.DATED, meeting.decision is not None),
        (Reason.UNREAD, meeting.unread),
        (Reason.HEARD, bool(meeting.heard)),
        (Reason.OFFER, meeting.offer),
        (Reason.CLOSED, meeting.closed),
        (Reason.LATER_INTERVIEW, meeting.followed),
    )
    return next((reason for reason, true in ends if true), None)
