"""What the plan wants of a step, given what became of it and how the application stands."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from mdfollow.etiquette.model import Mark, Past, Step, Want, Window
from mdfollow.etiquette.workdays import shift


class Reason(StrEnum):
    """Why a step is not wanted in the note; the text of `Step.reason`."""

    MADE = "made"
    ASKED = "asked"
    STALE = "stale"
    MET_AGAIN = "met again"
    DATED = "dated"
    UNREAD = "unread"
    HEARD = "heard"
    OFFER = "offer"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    LATER_INTERVIEW = "later interview"
    ENOUGH = "enough"
    UNWANTED = "unwanted"


REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.MADE: "You have done this already.",
        Reason.ASKED: "Your thank-you asked this, so it is done.",
        Reason.STALE: "Its time has passed; there is nothing you need to do.",
        Reason.MET_AGAIN: "You have met again since, and one thank-you covers both times.",
        Reason.DATED: "The decision date is known now.",
        Reason.UNREAD: "They named a date that cannot be read yet, so this waits.",
        Reason.HEARD: "They have answered.",
        Reason.OFFER: "There is an offer.",
        Reason.CLOSED: "This application has ended.",
        Reason.CANCELLED: "The interview did not take place.",
        Reason.LATER_INTERVIEW: "A later interview continues the plan.",
        Reason.ENOUGH: "You have done enough; the next word is theirs.",
        Reason.UNWANTED: "You took the check-in out, so no more follow.",
    }
)
"""One sentence for each reason, as `plan` shows it."""

REMEMBERED: Mapping[Reason, str] = MappingProxyType(
    {Reason.STALE: "time", Reason.MET_AGAIN: "time", Reason.ASKED: "asked"}
)
"""Reasons that a note remembers as `over=`: they rest on the clock, or on a tick tidied away."""

DONE = frozenset({Reason.MADE, Reason.ASKED})
"""Reasons by which a step counts as done."""

SETTLED = frozenset({Mark.DONE, Mark.CANCELLED, Mark.DELETED})
"""What she decided about a step; it stays so, whatever comes later."""


def decide(past: Past | None, ended: Reason | None) -> tuple[Want, str]:
    """What to want of one step, and the reason's text (empty when it is wanted)."""
    if (past is not None and past.mark in SETTLED) or ended is None:
        return Want.WRITE, ""
    return Want.DROP, str(ended)


def over(step: Step) -> str:
    """Why a step is over (OVER); empty while it is wanted, and when it was made."""
    ended = step.want is Want.DROP and step.made is None
    return step.reason if ended and step.reason not in DONE else ""


_ENDING: Mapping[str, str] = MappingProxyType(
    {
        Reason.CLOSED.value: "OVER-1",
        Reason.OFFER.value: "OVER-1",
        Reason.MET_AGAIN.value: "OVER-2",
        Reason.HEARD.value: "OVER-3",
        Reason.STALE.value: "OVER-4",
        Reason.MADE.value: "DONE",
    }
)


def ending_rules(reason: str, past: Past | None) -> tuple[str, ...]:
    """The rules that end a step for `reason`; what never stood in the note is STALE."""
    rule = _ENDING.get(reason)
    if rule is None:
        return ()
    return ("STALE",) if past is None and reason == Reason.STALE else (rule,)


def let_go_day(past: Past | None, start: date, days: int) -> date:
    """The first day on which a step has had its time: more than `days` after `start`.

    Where she gave the line a date of her own, the days count from that one.
    """
    hers = past.window if past is not None else None
    return shift(hers.due if hers is not None else start, days + 1)


def has_passed(past: Past | None, window: Window, day: date, today: date) -> bool:
    """OVER-4: whether the step's time has passed, `day` being the first on which it has.

    What one machine let go stays let go on every other, whatever its clock says, until the plan
    gives the step a later day.
    """
    let_go = past is not None and past.mark is Mark.LET_GO
    if let_go and past is not None and (past.due is None or window.due <= past.due):
        return True
    return today >= day


def done_day(past: Past, window: Window, interview: date) -> date:
    """The day a ticked step was made; a day before the interview gives way to the due day."""
    if past.day is not None and past.day >= interview:
        return past.day
    return past.window.due if past.window is not None else window.due


def made_day(past: Past | None, window: Window, interview: date) -> date | None:
    """`done_day` of a ticked step, None for any other."""
    if past is None or past.mark is not Mark.DONE:
        return None
    return done_day(past, window, interview)
