"""The numbered places of attempts, and what filled them."""

from collections.abc import Mapping, Sequence
from datetime import date

from mdfollow.etiquette.model import Mark, Past
from mdfollow.record import dataclass

LEFT = frozenset({Mark.OPEN, Mark.LET_GO})
"""Not made and not decided about: a contact may still cover it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Attempt `number`: what the note says of it, and the contact that covers it, if any."""

    number: int
    past: Past | None = None
    contact: date | None = None


@dataclass(frozen=True, slots=True)
class Slots:
    """Slots by what became of them, each in order of number.

    `passed`: made, covered, cancelled, or tidied away before a later one was written.
    `ended`: deleted with nothing after it, which ends the chain. `waiting`: open in the note,
    let go when its time had passed, or free because a contact was taken back.
    """

    passed: tuple[Slot, ...]
    ended: tuple[Slot, ...]
    waiting: tuple[Slot, ...]

    def open_slots(self, room: int) -> tuple[Slot, ...]:
        """The next `room` attempts: those waiting, then new numbers."""
        taken = [slot.number for slot in (*self.passed, *self.ended, *self.waiting)]
        first = max(taken, default=0) + 1
        missing = max(room - len(self.waiting), 0)
        fresh = tuple(Slot(first + index) for index in range(missing))
        return self.waiting[:room] + fresh

    def surplus(self, room: int) -> tuple[Slot, ...]:
        """Attempts that stand in the note beyond `room`."""
        return tuple(slot for slot in self.waiting[room:] if slot.past is not None)


def arranged(history: Mapping[int, Past], contacts: Sequence[date]) -> Slots:
    """Sort the attempts of `history` and lay `contacts`, in order, over those not yet made.

    A step keeps its number for good: a contact fills the first free or open one, so the line
    that stands in the note is the one it makes superfluous.
    """
    left = list(contacts)
    last = max(history, default=0)
    passed: list[Slot] = []
    ended: list[Slot] = []
    waiting: list[Slot] = []
    number = 0
    while left or number < last:
        number += 1
        past = history.get(number)
        if past is None or past.mark in LEFT:
            contact = left.pop(0) if left else None
            (waiting if contact is None else passed).append(Slot(number, past, contact))
        elif past.mark is Mark.DELETED and number == last:
            ended.append(Slot(number, past))
        else:
            passed.append(Slot(number, past))
    return Slots(tuple(passed), tuple(ended), tuple(waiting))
