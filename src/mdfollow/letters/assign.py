"""Which facts each step of an interview gets: every item once, none twice to one person."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mdfollow.etiquette.model import Kind, Step, Want
from mdfollow.etiquette.outcome import DONE
from mdfollow.letters.facts import Facts, mark
from mdfollow.letters.gate import Verdict, judge
from mdfollow.letters.kept import NOTHING, Desk, Held
from mdfollow.letters.pairing import tied
from mdfollow.letters.stock import SLOTS


class _Item(NamedTuple):
    text: str
    verdict: Verdict
    tied: bool

    @property
    def rank(self) -> tuple[bool, bool]:
        """Ready before raw, what belongs to the letter's fact before the rest."""
        return self.verdict is not Verdict.READY, not self.tied


_Fit = Callable[[_Item], bool]


def _sayable(item: _Item) -> bool:
    return item.verdict is not Verdict.PRIVATE


def _belongs(item: _Item) -> bool:
    return item.tied and item.verdict is Verdict.READY


_ROUNDS: tuple[tuple[frozenset[str], bool, _Fit], ...] = (
    (frozenset({"learned", "news"}), True, _sayable),
    (frozenset({"learned", "news"}), False, _sayable),
    (frozenset({"skill"}), True, _belongs),
    (frozenset({"skill"}), False, _belongs),
    (frozenset({"skill"}), True, _sayable),
    (frozenset({"skill"}), False, _sayable),
    (frozenset({"learned", "skill", "news"}), True, lambda _: True),
    (frozenset({"learned", "skill", "news"}), False, lambda _: True),
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
        self._company, self._names = interview.company, tuple(one.name for one in interview.people)
        self._language = interview.language or language or "en"
        self._verdicts: dict[tuple[str, str], Verdict] = {}

    def fill(self, step: Step, slots: frozenset[str], *, own: bool, fit: _Fit) -> None:
        """Give the empty `slots` of `step` the best free item that is `fit`."""
        for slot in SLOTS[step.kind]:
            if slot not in slots or not self._desk.wants(step, slot):
                continue
            free = (self._item(step, slot, text) for text in self._free(step, slot, own=own))
            if found := min(filter(fit, free), key=lambda each: each.rank, default=None):
                self._desk.give(step, slot, found.text)

    def _free(self, step: Step, slot: str, *, own: bool) -> list[str]:
        heard = self._elsewhere.get(step.key, frozenset())
        personal, shared = self._desk.stock.items(step, slot)
        return [
            item
            for item in (personal if own else shared)
            if (known := mark(item)) not in self._desk.used and known not in heard
        ]

    def _item(self, step: Step, slot: str, text: str) -> _Item:
        if (slot, text) not in self._verdicts:
            judged = judge(slot, text, self._language, self._names, self._company)
            self._verdicts[slot, text] = judged.verdict
        return _Item(text, self._verdicts[slot, text], self._tied(step, slot, text))

    def _tied(self, step: Step, slot: str, item: str) -> bool:
        fact = self._desk.taken.get(step.key, {}).get("learned", "")
        field_ = step.person.role if step.person else ""
        return slot == "skill" and tied(item, f"{fact} {field_}")


def assign(
    steps: Sequence[Step],
    held: Mapping[str, Held],
    elsewhere: Mapping[str, frozenset[str]] = MappingProxyType({}),
    language: str = "",
) -> dict[str, Facts]:
    """The facts of every step of one interview entry, by step key (TY-4, TY-5, MSG-3, MSG-5).

    A person's own learned facts and skills come before the note's; every item is used once; a
    skill under `discussed` is not used. An item stays with the step whose `Held.use` names it as
    long as it exists and never moves to another; a step that is not open gains nothing; items
    of a draft whose step is gone count as used. Thank-yous choose first, then attempts in their
    order, then feedback, last the steps that will not be written. `elsewhere`: by step
    key, the digests of what its person was told in other letters; it is not told again.
    `language` is the vault's.
    """
    if not steps:
        return {}
    desk = Desk(steps, held)
    filling = _Filling(desk, elsewhere, language)
    for group in _groups(steps, held):
        choosing = [step for step in group if desk.held[step.key].open]
        for slots, own, fit in _ROUNDS:
            for step in choosing:
                filling.fill(step, slots, own=own, fit=fit)
    return {step.key: desk.facts(step) for step in steps}


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
