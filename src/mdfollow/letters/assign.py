"""Which facts each step of an interview gets: every item once, none twice to one person."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from mdfollow.etiquette.model import Kind, Step, Want
from mdfollow.etiquette.outcome import DONE
from mdfollow.interview.model import AsTyped, Interview, Person
from mdfollow.letters.facts import FACT_LIMIT, Facts, fixed, mark, plain
from mdfollow.letters.gate import Verdict, judge
from mdfollow.letters.pairing import talked_about, tied
from mdfollow.record import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Held:
    """What the note already holds for one step.

    `use`: digests of the items its draft took (`Facts.use`). `open`: the draft is not written
    yet, or untouched, so that an empty slot may still take an item.
    """

    use: tuple[str, ...] = ()
    open: bool = True


SLOTS = {
    Kind.ASK: (),
    Kind.THANK: ("learned", "skill"),
    Kind.ATTEMPT: ("skill", "news"),
    Kind.FEEDBACK: ("learned",),
}
"""The items each kind of step takes."""
_NOBODY = Person(name="", slug="")


Pools = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def pools(step: Step, *, held: bool = False) -> Pools:
    """Slot name -> (items of the step's person, items of the note).

    Skills that belong to a discussed topic are left out, but not those a draft already holds
    (`held`); a text under several keys counts under the first of learned,
    skills, news, so that a digest tells its slot.
    """
    interview, own = step.interview, step.person or _NOBODY
    sources: tuple[Interview | Person, ...] = (interview, *interview.people)
    learned = {_folded(item) for each in sources for item in each.learned}
    skills = {_folded(item) for each in sources for item in each.skills}
    topics = () if held else interview.discussed
    hidden = learned | {_folded(item) for item in interview.discussed}
    found: Pools = {}
    for slot in SLOTS[step.kind]:
        if slot == "learned":
            found[slot] = _items(own.learned), _items(interview.learned)
        elif slot == "skill":
            given = _items(own.skills, hidden), _items(interview.skills, hidden)
            found[slot] = _untold(given[0], topics), _untold(given[1], topics)
        else:
            found[slot] = (), _items(interview.news, learned | skills)
    return found


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


@dataclass(slots=True)
class _Desk:
    """The items of one interview while they are handed out.

    `elsewhere`: by step, the digests of what its person was told in other letters.
    """

    elsewhere: Mapping[str, frozenset[str]]
    language: str
    used: set[str] = field(default_factory=set)
    taken: dict[str, dict[str, str]] = field(default_factory=dict)

    _pools: dict[tuple[str, bool], Pools] = field(default_factory=dict)

    def pools(self, step: Step, *, held: bool = False) -> Pools:
        """What the step may take, looked up once."""
        known = step.key, held
        if known not in self._pools:
            self._pools[known] = pools(step, held=held)
        return self._pools[known]

    def keep(self, step: Step, held: Held) -> None:
        """Leave with `step` every item its draft took that still exists and nobody else has."""
        for slot, (own, shared) in self.pools(step, held=True).items():
            for item in own + shared:
                if mark(item) in held.use and mark(item) not in self.used:
                    self._give(step, slot, item)
                    break

    def fill(self, step: Step, slots: frozenset[str], *, own: bool, fit: _Fit) -> None:
        """Give the empty `slots` of `step` the best free item that is `fit`."""
        key = step.key
        heard = self.elsewhere.get(key, frozenset())
        for slot, (personal, shared) in self.pools(step).items():
            items = personal if own else shared
            if not items or slot not in slots:
                continue
            taken = self.taken.get(key, {})
            if slot in taken or (slot == "skill" and "news" in taken):
                continue
            free = [
                _Item(item, self._verdict(step, slot, item), self._tied(step, slot, item))
                for item in items
                if (known := mark(item)) not in self.used and known not in heard
            ]
            found = min(filter(fit, free), key=lambda each: each.rank, default=None)
            if found:
                self._give(step, slot, found.text)

    def _verdict(self, step: Step, slot: str, item: str) -> Verdict:
        names = tuple(person.name for person in step.interview.people)
        return judge(slot, item, self.language, names, step.interview.company).verdict

    def _tied(self, step: Step, slot: str, item: str) -> bool:
        fact = self.taken.get(step.key, {}).get("learned", "")
        field_ = step.person.role if step.person else ""
        return slot == "skill" and tied(item, f"{fact} {field_}")

    def _give(self, step: Step, slot: str, item: str) -> None:
        self.used.add(mark(item))
        self.taken.setdefault(step.key, {})[slot] = item


def _items(texts: Iterable[str], hidden: Iterable[str] = ()) -> tuple[str, ...]:
    """The texts that can be used: neither empty nor too long nor hidden."""
    hidden = frozenset(hidden)
    cleaned = (_cleaned(text) for text in texts if any(char.isalnum() for char in text))
    return tuple(
        text for text in cleaned if len(text) <= FACT_LIMIT and _folded(text) not in hidden
    )


def _cleaned(text: str) -> str:
    return AsTyped(plain(text)) if isinstance(text, AsTyped) else plain(text)


def _untold(skills: Iterable[str], topics: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in skills if not talked_about(each, topics))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return plain(text).casefold().rstrip(".!; ")


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
    desk = _Desk(elsewhere, steps[0].interview.language or language or "en")
    known = {step.key: held.get(step.key, Held()) for step in steps}
    for closed in (True, False):
        for step in steps:
            if known[step.key].open is not closed:
                desk.keep(step, known[step.key])
        if closed:
            desk.used |= _elsewhere(steps, held)
    for group in _groups(steps, held):
        choosing = [step for step in group if known[step.key].open]
        for slots, own, fit in _ROUNDS:
            for step in choosing:
                desk.fill(step, slots, own=own, fit=fit)
    asking = next((step for step in steps if step.kind is Kind.THANK and step.asks), None)
    return {
        step.key: replace(fixed(step, asking), **desk.taken.get(step.key, {})) for step in steps
    }


def _elsewhere(steps: Sequence[Step], held: Mapping[str, Held]) -> set[str]:
    """Digests in closed drafts of this entry, whether or not step or item still exist."""
    keys, tag = {step.key for step in steps}, f"{steps[0].tag}/"
    return {
        digest
        for key, each in held.items()
        if key.startswith(tag) and (key not in keys or not each.open)
        for digest in each.use
    }


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
        away = ended and held.get(step.key, Held()) == Held()
        (rest if away else groups.get(step.kind, rest)).append(step)
    attempts.sort(key=lambda step: step.number)
    return thanks, attempts, feedback, rest
