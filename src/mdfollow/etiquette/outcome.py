"""What the plan wants of a step, given what became of it and how the application stands."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from mdfollow.etiquette.model import Mark, Past, Want, Window


class Reason(StrEnum):
    """Why a step is not wanted in the note; the text of `Step.reason`."""

    MADE = "made"
    STALE = "stale"
    DATED = "dated"
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
        Reason.STALE: "Its time has passed; nothing is asked of you.",
        Reason.DATED: "The decision date is known now.",
        Reason.HEARD: "They have answered.",
        Reason.OFFER: "There is an offer.",
        Reason.CLOSED: "This application has come to its end.",
        Reason.CANCELLED: "The interview did not take place.",
        Reason.LATER_INTERVIEW: "A later interview takes the plan on from here.",
        Reason.ENOUGH: "You have done enough; the next word is theirs.",
        Reason.UNWANTED: "You took the check-in out, so the plan rests there.",
    }
)
"""One sentence for each reason, as `plan` shows it."""


def decide(past: Past | None, ended: Reason | None, held: Reason | None) -> tuple[Want, str]:
    """What to want of one step, and the reason's text (empty when it is wanted).

    A step she ticked, cancelled or deleted stays as it is, whatever came later. An ended one
    goes; a held one (STALE, closed) is not written for the first time.
    """
    if past is not None and past.mark is not Mark.OPEN:
        return Want.WRITE, ""
    if ended is not None:
        return Want.DROP, ended.value
    if past is None and held is not None:
        return Want.HOLD, held.value
    return Want.WRITE, ""


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
