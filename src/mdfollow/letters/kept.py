"""What every step of an interview holds already, told without judging a single fact.

A letter that stands as it was left needs no other facts than those it was made of: the state line
remembers a digest of each, and a fingerprint of them all. Only where something is free for a
letter that could still take it, or the fingerprint differs, are facts handed out (`assign`).
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

from mdfollow.etiquette.model import Step
from mdfollow.letters.facts import NONE_TAKEN, Facts, asking, fixed, mark
from mdfollow.letters.stock import SLOTS, Stock
from mdfollow.record import dataclass, replace

MOST_TRIES = 64
"""Ways of filling a letter that is not written yet that are tried, before facts are handed out."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the note already holds for one step.

    `use`: digests of the items its draft took (`Facts.use`). `open`: the draft is not written
    yet, or untouched, so that an empty slot may still take an item.
    """

    use: tuple[str, ...] = ()
    open: bool = True


NOTHING = Held()


class Kept(NamedTuple):
    """What stands without handing anything out.

    `facts` by step key: those of letters that stand. `standing`: steps whose facts are still
    those of the fingerprint, whether their letter is written or not.
    """

    facts: Mapping[str, Facts] = {}
    standing: frozenset[str] = frozenset()


class Desk:
    """The items of one interview, after every letter has kept its own."""

    def __init__(self, steps: Sequence[Step], held: Mapping[str, Held]) -> None:
        self.steps = steps
        self.stock = Stock(steps[0].interview)
        self.used: set[str] = set()
        self.taken: dict[str, dict[str, str]] = {}
        self.held = {step.key: held.get(step.key, NOTHING) for step in steps}
        for closed in (True, False):
            for step in steps:
                known = self.held[step.key]
                if known.use and known.open is not closed:
                    self._keep(step, known.use)
            if closed:
                self.used.update(_elsewhere(steps, held))
        self._asking = asking(steps)

    def _keep(self, step: Step, use: Collection[str]) -> None:
        """Leave with `step` every item its draft took that still exists and nobody else has."""
        for slot, (own, shared) in self.stock.pools(step, held=True).items():
            for item in own + shared:
                if mark(item) in use and mark(item) not in self.used:
                    self.give(step, slot, item)
                    break

    def give(self, step: Step, slot: str, item: str) -> None:
        """Hand one item out."""
        self.used.add(mark(item))
        self.taken.setdefault(step.key, {})[slot] = item

    def wants(self, step: Step, slot: str) -> bool:
        """Whether the slot of a letter is empty and may be filled."""
        taken = self.taken.get(step.key, {})
        return slot not in taken and not (slot == "skill" and "news" in taken)

    def facts(self, step: Step) -> Facts:
        """All facts of a step as far as they are handed out."""
        return fixed(step, self._asking, self.taken.get(step.key, NONE_TAKEN))


def kept(
    steps: Sequence[Step],
    held: Mapping[str, Held],
    noted: Mapping[str, str],
    written: Collection[str],
    printed: Callable[[Facts], str],
) -> Kept | None:
    """What the `steps` of one interview have, or None where facts are to be handed out anew.

    `noted`: the fingerprint remembered, by key, of each step that still follows its facts;
    `written`: those of them that have a letter. `printed` makes a fingerprint.
    """
    desk = Desk(steps, held)
    found: dict[str, Facts] = {}
    for step in steps:
        text = noted.get(step.key)
        if step.key in written or not desk.held[step.key].open:
            found[step.key] = desk.facts(step)
            if text is not None and printed(found[step.key]) != text:
                return None
        elif text is not None and not _filled(desk, step, text, printed):
            return None
    waiting = [step for step in steps if step.key in noted and desk.held[step.key].open]
    if any(_could_take(desk, step) for step in waiting):
        return None
    return Kept(found, frozenset(noted))


def _filled(desk: Desk, step: Step, noted: str, printed: Callable[[Facts], str]) -> bool:
    """Give a letter that is not written yet the free items it is known to have."""
    facts = desk.facts(step)
    slots = SLOTS[step.kind]
    pools = [("", *desk.stock.free(step, slot, desk.used)) for slot in slots]
    for items in islice(product(*pools), MOST_TRIES):
        taken = {slot: item for slot, item in zip(slots, items, strict=True) if item}
        if printed(replace(facts, **taken) if taken else facts) == noted:
            for slot, item in taken.items():
                desk.give(step, slot, item)
            return True
    return False


def _could_take(desk: Desk, step: Step) -> bool:
    """Whether a slot is empty that something is free for."""
    return any(
        desk.wants(step, slot) and any(desk.stock.free(step, slot, desk.used))
        for slot in SLOTS[step.kind]
    )


def _elsewhere(steps: Sequence[Step], held: Mapping[str, Held]) -> Iterator[str]:
    """Digests in closed drafts of this entry, whether or not step or item still exist."""
    keys, tag = {step.key for step in steps}, f"{steps[0].tag}/"
    for key, each in held.items():
        if key.startswith(tag) and (key not in keys or not each.open):
            yield from each.use
