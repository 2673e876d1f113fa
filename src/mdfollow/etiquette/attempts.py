"""The attempts after one interview, in turn: LAZY, GAP, LOOP, AMT-5, DONE and STALE."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mdfollow.etiquette.budget import budget, granted
from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Kind, Mark, Past, Step, Want
from mdfollow.etiquette.outcome import (
    Reason,
    decide,
    done_day,
    ending_rules,
    has_passed,
    let_go_day,
)
from mdfollow.etiquette.recipients import attempt_channel, recipients
from mdfollow.etiquette.rules import ordered
from mdfollow.etiquette.slots import Slot, arranged
from mdfollow.etiquette.why import covered_why
from mdfollow.etiquette.windows import Anchor, Timing, timing
from mdfollow.record import dataclass, replace
from mdfollow.settings import Settings

PREFIX = "attempt"

NOT_ENDED = frozenset((Reason.MADE, Reason.UNWANTED, Reason.STALE))
"""Reasons that are no word of theirs (AMT-5)."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The attempts after one interview.

    `last` is the last day one was really made, None before the first. `enough`: every attempt
    the interview is worth has been made or let go (STOP-1).
    """

    steps: tuple[Step, ...]
    last: date | None = None
    enough: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A slot with its timing and the day it counts as made; None while it is not."""

    slot: Slot
    timing: Timing
    made: date | None


def chain(
    meetings: Sequence[Meeting],
    contacts: Iterable[date],
    last_contact: date | None,
    settings: Settings,
    today: date,
) -> Chain:
    """The attempts after the last of `meetings`.

    `contacts` are days on which she was in touch without the task list; `last_contact` is the
    last attempt made for an earlier interview.
    """
    meeting = meetings[-1]
    worth = budget(meeting, settings)
    history = numbered(meeting.home(PREFIX).history)
    slots = arranged(history, _outside(meeting, history, contacts))
    walk = _Walk(meeting, last_contact, settings)
    passed = [walk.place(slot) for slot in slots.passed]
    real = [placed.made for placed in passed if placed.made is not None]
    expected = meeting.decision
    again = bool(real) and expected is not None and expected > max(real)
    room = 0 if slots.ended else max(granted(worth.number, len(passed), again) - len(passed), 0)
    wanted = slots.open_slots(room)
    closing = [walk.place(slot) for slot in slots.ended]
    open_ = [walk.place(slot) for slot in wanted]
    rest = [walk.place(slot) for slot in slots.surplus(room)]
    surplus = Reason.UNWANTED if slots.ended else Reason.ENOUGH
    write = _Writer(meetings, settings, worth.rules, today)
    steps = [write.settled(placed) for placed in (*passed, *closing)]
    steps += write.open_steps(open_, ending(meeting))
    steps += [write.step(placed, Want.DROP, surplus.value) for placed in rest]
    return Chain(
        steps=tuple(sorted(steps, key=lambda step: step.number)),
        last=max(real, default=None),
        enough=bool(worth.number and passed)
        and not (wanted or slots.ended)
        and ending(meeting) is None,
    )


def ending(meeting: Meeting) -> Reason | None:
    """AMT-5: why nothing further is asked after this interview; None while it is open."""
    ends = {
        Reason.CLOSED: meeting.closed,
        Reason.OFFER: meeting.offer,
        Reason.LATER_INTERVIEW: meeting.followed,
        Reason.HEARD: meeting.answered,
    }
    return next((reason for reason, true in ends.items() if true), None)


def numbered(history: Mapping[str, Past]) -> dict[int, Past]:
    """The attempts in a history by their number; names that are none of ours are left out."""
    found = {}
    for name, past in history.items():
        kind, _, number = name.partition(":")
        if kind == PREFIX and number.isascii() and number.isdigit() and 0 < len(number) < 3:
            found[int(number)] = past
    return {number: past for number, past in found.items() if number > 0}


def _outside(meeting: Meeting, history: Mapping[int, Past], contacts: Iterable[date]) -> list[date]:
    """Days of contact that no tick stands for: the same day counts once (LOOP-2)."""
    home = meeting.home(PREFIX)
    elsewhere = [
        past.day
        for entry in meeting.entries
        if entry is not home
        for past in numbered(entry.history).values()
        if past.mark is Mark.DONE and past.day is not None
    ]
    ticked = {past.day for past in history.values() if past.mark is Mark.DONE}
    return sorted({*contacts, *elsewhere} - ticked)


class _Walk:
    """Places slots one after another; each day found is the anchor of the next."""

    def __init__(self, meeting: Meeting, last_contact: date | None, settings: Settings) -> None:
        self._meeting = meeting
        self._last_contact = last_contact
        self._settings = settings
        self._anchor: Anchor | None = None

    def place(self, slot: Slot) -> Placed:
        """The slot's window, and the day that carries the next one."""
        found = timing(self._meeting, self._anchor, self._last_contact, self._settings)
        made = slot.contact
        if slot.past is not None and slot.past.mark is Mark.DONE:
            made = done_day(slot.past, found.window, self._meeting.day)
        self._move(slot, found, made)
        return Placed(slot, found, made)

    def _move(self, slot: Slot, found: Timing, made: date | None) -> None:
        hers = slot.past.window if slot.past is not None else None
        day = made or (hers.due if hers is not None else found.window.start)
        before = self._anchor
        if before is None:
            self._anchor = Anchor(day, made is not None, 1)
        elif day > before.day:
            self._anchor = Anchor(day, made is not None, before.passed + 1)
        else:
            self._anchor = replace(before, passed=before.passed + 1)


class _Writer:
    """Turns placed slots into steps."""

    def __init__(
        self,
        meetings: Sequence[Meeting],
        settings: Settings,
        rules: tuple[str, ...],
        today: date,
    ) -> None:
        self._today = today
        self._turn = recipients(meetings)
        self._meeting = meetings[-1]
        self._entry = self._meeting.home(PREFIX)
        self._interview = self._meeting.interview_of(self._entry)
        self._settings = settings
        self._rules = rules
        self._ahead = today < self._meeting.day

    def settled(self, placed: Placed) -> Step:
        """A step made, cancelled or deleted; one covered by a contact need not stand there."""
        if placed.slot.contact is None:
            return self.step(placed, Want.WRITE)
        return self.step(placed, Want.DROP, Reason.MADE.value)

    def open_steps(self, open_: Sequence[Placed], ended: Reason | None) -> list[Step]:
        """LAZY: the first is written, the others wait; nothing follows one let go (OVER-4)."""
        steps: list[Step] = []
        stale: Reason | None = None
        for index, placed in enumerate(open_):
            window, past = placed.timing.window, placed.slot.past
            if index == 0 and has_passed(past, window, self._lets_go_on(placed), self._today):
                stale = Reason.STALE
            want, reason = decide(past, ended or stale)
            if index and want is Want.WRITE:
                want = Want.LATER
            elif want is Want.WRITE and self._meeting.unread:
                want, reason = Want.HOLD, Reason.UNREAD
            steps.append(self.step(placed, want, reason))
        return steps

    def _lets_go_on(self, placed: Placed) -> date:
        return let_go_day(placed.slot.past, placed.timing.window.due, self._settings.stale_days)

    def step(self, placed: Placed, want: Want, reason: str = "") -> Step:
        """One attempt as a step."""
        slot = placed.slot
        turn = self._turn
        person = turn[(slot.number - 1) % len(turn)] if turn else None
        extra = (
            *("LAZY",) * (want is Want.LATER),
            *("ASK-3",) * (want is Want.HOLD),
            *("AMT-5",) * (want is Want.DROP and reason not in NOT_ENDED),
            *("LOOP-2",) * (placed.made is not None),
            *(ending_rules(reason, slot.past) if reason != Reason.MADE else ()),
        )
        return Step(
            path=self._entry.path,
            tag=self._entry.tag,
            name=f"{PREFIX}:{slot.number}",
            kind=Kind.ATTEMPT,
            interview=self._interview,
            person=person,
            channel=attempt_channel(slot.number, person, self._meeting, self._settings),
            window=placed.timing.window,
            rules=ordered("CH-3", "PPL-1", *self._rules, *placed.timing.rules, *extra),
            why=placed.timing.why if slot.contact is None else covered_why(slot.contact),
            want=want,
            number=slot.number,
            made=placed.made,
            reason=reason,
            lets_go_on=self._lets_go_on(placed),
            ahead=self._ahead,
        )
