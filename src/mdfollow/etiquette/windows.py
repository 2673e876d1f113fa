"""When an attempt falls: the arithmetic of FU, GAP and LOOP."""

from datetime import date

from mdfollow.etiquette import why
from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Window
from mdfollow.etiquette.workdays import cut_window, shift, working, working_window
from mdfollow.record import dataclass, replace
from mdfollow.settings import Settings

THANKED = 4
"""Days after the interview before which no attempt is made: the thank-you is a contact (FU-4)."""

BREATH = 7
"""Days of breathing space after every attempt (GAP-3)."""


@dataclass(frozen=True, slots=True)
class Timing:
    """A window, the rules that shaped it, and its origin in one sentence."""

    window: Window
    rules: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """D of the attempts before: the last day, whether it is real, and how many passed."""

    day: date
    real: bool
    passed: int


def first_timing(meeting: Meeting, settings: Settings) -> Timing:
    """FU-1 to FU-4: the first attempt after the interview."""
    found = _first(meeting, settings)
    soonest = working(shift(meeting.day, THANKED), settings)
    if found.window.start >= soonest:
        return found
    return replace(
        found,
        window=Window(soonest, max(found.window.due, soonest)),
        rules=(*found.rules, "FU-4"),
        why=why.thanked_why(meeting.day),
    )


def _first(meeting: Meeting, settings: Settings) -> Timing:
    expected = meeting.decision
    if expected is None:
        day = working(shift(meeting.day, settings.first_wait), settings)
        short = ("FU-2", "EXP-2") if meeting.decision_out_of_bounds else ("FU-2",)
        return Timing(Window(day, day), short, why.waited_why(meeting.day, settings.first_wait))
    window = cut_window(shift(expected, 3), shift(expected, 4), settings)
    rules: tuple[str, ...] = ("FU-1",) if window.start <= shift(expected, 4) else ("FU-1", "FU-3")
    if any(entry.interview.decision.reading for entry in meeting.entries):
        rules += ("EXP-1",)
    return Timing(window, rules, why.decided_why(expected, window.start))


def next_timing(meeting: Meeting, anchor: Anchor, settings: Settings) -> Timing:
    """GAP-1, GAP-2, LOOP-1: an attempt after `anchor.passed` others."""
    first, last = (7, 10) if anchor.passed == 1 else (10, 14)
    rule = "GAP-1" if anchor.passed == 1 else "GAP-2"
    if meeting.decision is not None and meeting.decision > anchor.day:
        return _named_again(meeting.decision, meeting, anchor, settings)
    return Timing(
        working_window(anchor.day, first, last, settings),
        (rule,),
        why.spaced_why(first, anchor.day, anchor.passed, anchor.real),
    )


def _named_again(expected: date, meeting: Meeting, anchor: Anchor, settings: Settings) -> Timing:
    """LOOP-1: the later of FU-1(E) and Dk + 7."""
    dated = first_timing(meeting, settings)
    spaced = working_window(anchor.day, 7, 10, settings)
    if spaced.start > dated.window.start:
        text = why.spaced_why(7, anchor.day, anchor.passed, anchor.real)
        return Timing(spaced, ("LOOP-1",), text)
    return Timing(dated.window, ("LOOP-1", *dated.rules), why.named_again_why(expected))


def timing(
    meeting: Meeting, anchor: Anchor | None, last_contact: date | None, settings: Settings
) -> Timing:
    """The window of the next attempt after `anchor`, held back to the breathing space (GAP-3).

    `last_contact` is the last attempt made for an earlier interview of the application.
    """
    if anchor is None:
        found = first_timing(meeting, settings)
    else:
        found = next_timing(meeting, anchor, settings)
    if last_contact is None:
        return found
    allowed = shift(last_contact, BREATH)
    if found.window.start >= allowed:
        return found
    start = working(allowed, settings)
    return replace(
        found,
        window=Window(start, max(found.window.due, start)),
        rules=(*found.rules, "GAP-3"),
        why=why.breathing_why(last_contact),
    )
