"""Feedback for the next vacancy: INT-1."""

from collections.abc import Iterable
from datetime import date

from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Entry, Kind, Step
from mdfollow.etiquette.outcome import (
    Reason,
    decide,
    ending_rules,
    has_passed,
    let_go_day,
    made_day,
)
from mdfollow.etiquette.recipients import feedback_person
from mdfollow.etiquette.rules import ordered
from mdfollow.etiquette.why import feedback_why
from mdfollow.etiquette.workdays import working_window
from mdfollow.interview.model import Channel, Status
from mdfollow.settings import Settings

NAME = "feedback"

REFUSALS = ("reject", "turned down", "not selected", "no offer")
"""What a closed status says when the word was theirs, not hers."""


def asks_feedback(entries: Iterable[Entry]) -> bool:
    """Whether an internal candidate was turned down, as the notes of an application say."""
    known = list(entries)
    return any(e.interview.internal for e in known) and any(map(_is_refused, known))


def _is_refused(entry: Entry) -> bool:
    word = " ".join(entry.interview.status_word.casefold().replace("-", " ").split())
    closed = entry.interview.status is Status.CLOSED
    return closed and any(refusal in word for refusal in REFUSALS)


def feedback(meeting: Meeting, settings: Settings, today: date) -> list[Step]:
    """The one step after the last interview, as a list; empty without a dated answer."""
    heard = meeting.heard
    if not isinstance(heard, date):
        return []
    entry = meeting.home(NAME)
    past = entry.history.get(NAME)
    window = working_window(heard, 1, 3, settings)
    lets_go_on = let_go_day(past, window.due, settings.stale_days)
    stale = has_passed(past, window, lets_go_on, today)
    want, reason = decide(past, Reason.STALE if stale else None)
    return [
        Step(
            path=entry.path,
            tag=entry.tag,
            name=NAME,
            kind=Kind.FEEDBACK,
            interview=meeting.interview_of(entry),
            person=feedback_person(meeting),
            channel=Channel.EMAIL,
            window=window,
            rules=ordered("INT-1", *ending_rules(reason, past)),
            why=feedback_why(heard),
            want=want,
            made=made_day(past, window, meeting.day),
            reason=reason,
            lets_go_on=lets_go_on,
        )
    ]
