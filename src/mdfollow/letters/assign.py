"""Which facts each step of an interview gets: every item once, none twice to one person."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mdfollow.etiquette.model import Kind, Step, Want
from mdfollow.etiquette.outcome import DONE
from mdfollow.letters.facts import Facts, mark
from mdfollow.letters.gate import is_private, is_ready
from mdfollow.letters.kept import NOTHING, Desk, Held
from mdfollow.letters.pairing import content
from mdfollow.letters.stock import Items

_Test = Callable[["_Filling", str, str], bool]


class _Look(NamedTuple):
    """Of what belongs to the letter's fact, or of the rest, the first that stands the test."""

    tied: bool
    test: _Test


def _ready(filling: "_Filling", slot: str, item: str) -> bool:
    return filling.is_ready(slot, item)


def _sayable(_: "_Filling", slot: str, item: str) -> bool:
    return not is_private(item)


def _any(_: "_Filling", slot: str, item: str) -> bool:
    return True


_BELONGS = (_Look(True, _ready),)
_SAYABLE = (
    _Look(True, _ready),
    _Look(False, _ready),
    _Look(True, _sayable),
    _Look(False, _sayable),
)
_ANY = (_Look(True, _ready), _Look(False, _ready), _Look(True, _any), _Look(False, _any))
"""Ready before raw, what belongs to the letter's fact before the rest."""

_ROUNDS: tuple[tuple[frozenset[str], bool, tuple[_Look, ...]], ...] = (
    (frozenset({"learned", "news"}), True, _SAYABLE),
    (frozenset({"learned", "news"}), False, _SAYABLE),
    (frozenset({"skill"}), True, _BELONGS),
    (frozenset({"skill"}), False, _BELONGS),
    (frozenset({"skill"}), True, _SAYABLE),
    (frozenset({"skill"}), False, _SAYABLE),
    (frozenset({"learned", "skill", "news"}), True, _ANY),
    (frozenset({"learned", "skill", "news"}), False, _ANY),
)
"""Which slots are filled, with the person's own items or the note's, and with which of them.

A private item comes last: it leaves the slot as it is, and the plan says that it was kept out.
"""


class _Filling:
    """The items of one interview while they are handed out.

    `elsewhere`: by step, the digests of what its person was told in other letters.
    """

    def __init__(self, desk: Desk, elsewhere: Mapping[str, frozenset[str]], language: str) -> None:
        interview = desk.stock.interview
        self._desk, self._elsewhere = desk, elsewhere
        names = tuple(one.name for one in interview.people)
        self._read_as = interview.language or language or "en", names, interview.company
        self._ready: dict[tuple[str, str], bool] = {}

    def is_ready(self, slot: str, item: str) -> bool:
        """Whether an item can be woven in; asked round by round, found out once."""
        if (slot, item) not in self._ready:
            self._ready[slot, item] = is_ready(slot, item, *self._read_as)
        return self._ready[slot, item]

    def fill(self, group: Sequence[Step]) -> None:
        """Let the steps of a group choose, round by round."""
        pools = list(self._pools(group))
        for slots, own, looks in _ROUNDS:
            for step, slot, is_own, items in pools:
                if is_own is own and slot in slots and self._desk.wants(step, slot):
                    free = self._free(step, items)
                    if (found := self._best(step, slot, free, looks)) is not None:
                        self._desk.give(step, slot, found)

    def _pools(self, group: Sequence[Step]) -> Iterator[tuple[Step, str, bool, Items]]:
        """What each slot may be filled with: the person's own items, and the note's."""
        for step in group:
            for slot, pool in self._desk.stock.pools(step).items():
                for own, items in zip((True, False), pool, strict=True):
                    if items:
                        yield step, slot, own, items

    def _free(self, step: Step, items: Items) -> list[str]:
        used, heard = self._desk.used, self._elsewhere.get(step.key, frozenset())
        return [each for each in items if (known := mark(each)) not in used and known not in heard]

    def _best(
        self, step: Step, slot: str, free: Sequence[str], looks: Sequence[_Look]
    ) -> str | None:
        """The best of the `free` items; those behind it are not judged."""
        words = self._words(step) if slot == "skill" else frozenset()
        belonging = {each for each in free if words & content(each)} if words else ()
        found = (
            item
            for look in looks
            if belonging or not look.tied
            for item in free
            if (item in belonging) is look.tied and look.test(self, slot, item)
        )
        return next(found, None)

    def _words(self, step: Step) -> frozenset[str]:
        """What the fact of a letter and its reader's field are about."""
        fact = self._desk.taken.get(step.key, {}).get("learned", "")
        return content(f"{fact} {step.person.role if step.person else ''}")


def assign(
    steps: Sequence[Step],
    held: Mapping[str, Held],
    elsewhere: Mapping[str, frozenset[str]] = MappingProxyType({}),
    language: str = "",
    *,
    only_thanks: bool = False,
) -> dict[str, Facts]:
    """The facts of every step of one interview entry, by step key (TY-4, TY-5, MSG-3, MSG-5).

    A person's own learned facts and skills come before the note's; every item is used once; a
    skill under `discussed` is not used. An item stays with the step whose `Held.use` names it as
    long as it exists and never moves to another; a step that is not open gains nothing; items
    of a draft whose step is gone count as used. Thank-yous choose first, then attempts in their
    order, then feedback, last the steps that will not be written. `elsewhere`: by step
    key, the digests of what its person was told in other letters; it is not told again.
    `language` is the vault's. With `only_thanks` the others do not choose and are left out.
    """
    if not steps:
        return {}
    desk = Desk(steps, held)
    filling = _Filling(desk, elsewhere, language)
    groups = _groups(steps, held)[: 1 if only_thanks else None]
    for group in groups:
        filling.fill([step for step in group if desk.held[step.key].open])
    return {step.key: desk.facts(step) for group in groups for step in group}


def _groups(steps: Sequence[Step], held: Mapping[str, Held]) -> tuple[list[Step], ...]:
    """Who chooses first. A step that stands in no note and never will chooses last."""
    thanks: list[Step] = []
    attempts: list[Step] = []
    feedback: list[Step] = []
    rest: list[Step] = []
    groups = {Kind.THANK: thanks, Kind.ATTEMPT: attempts, Kind.FEEDBACK: feedback}
    for step in steps:
        made = step.made is not None or step.reason in DONE
        ended = step.want in {Want.HOLD, Want.DROP} and not made
        away = ended and held.get(step.key, NOTHING) == NOTHING
        (rest if away else groups.get(step.kind, rest)).append(step)
    attempts.sort(key=lambda step: step.number)
    return thanks, attempts, feedback, rest
