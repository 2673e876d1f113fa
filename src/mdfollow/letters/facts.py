"""Which facts of an interview each step's words are made of, every item used once."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from mdfollow.digest import fingerprint
from mdfollow.etiquette.model import Kind, Step, Want
from mdfollow.etiquette.outcome import DONE
from mdfollow.interview.model import Channel, Interview, Part, Person
from mdfollow.record import dataclass, field, fields, replace

NAME_LIMIT = 80
"""Names of people, companies and roles are cut to this many characters everywhere."""
FACT_LIMIT = 500
"""A longer learned fact, skill or piece of news counts as absent: its slot stays."""
DIGEST = 4
"""Characters of an item's digest in the state comment."""
TECHNICAL = re.compile(
    r"technical|coding|whiteboard|take.?home|system design|pair.?programming|exercise|case study",
    re.IGNORECASE,
)
FORMAL = frozenset({"formal", "traditional"})
JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Held:
    """What the note already holds for one step.

    `use`: digests of the items its draft took (`Facts.use`). `open`: the draft is not written
    yet, or untouched, so that an empty slot may still take an item.
    """

    use: tuple[str, ...] = ()
    open: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts one step's words are made of; an empty text is an absent fact.

    Nothing else changes the words but the variant, the owner and the templates: neither the
    window nor the settings nor today. The names are part of the note's format (`in=`).
    """

    person: str = ""
    """Full name, at most 80 characters; empty: whoever it was."""
    part: str = ""
    """`recruiter`, `hiring manager`, `peer`, `executive` (thank-yous)."""
    met: str = ""
    """`yes`: the person was in the interview (attempts, feedback)."""
    company: str = ""
    role: str = ""
    date: str = ""
    """The interview day, ISO."""
    channel: str = ""
    """`email`, `phone`, `card`, or `email+card` (CH-2)."""
    asked: str = ""
    """`yes`: this thank-you carries the question about the decision date (ASK-1)."""
    again: str = ""
    """`yes`: thanked before in this application (TY-8)."""
    via: str = ""
    """The recruiter a thank-you without an address goes through (ADDR)."""
    format: str = ""
    """`phone`, `video`, `onsite`, `panel`, `informational` (thank-yous)."""
    stage: str = ""
    """`technical`: a problem was worked on (thank-yous)."""
    culture: str = ""
    """`formal`: the greeting takes the full name."""
    internal: str = ""
    """`yes`: she works there already."""
    learned: str = ""
    skill: str = ""
    news: str = ""

    def lines(self) -> tuple[str, ...]:
        """Sorted `name=value` of the facts that are there; hashed as `in` in the state comment."""
        pairs = ((each.name, getattr(self, each.name)) for each in fields(self))
        return tuple(sorted(f"{name}={value}" for name, value in pairs if value))

    def use(self) -> tuple[str, ...]:
        """Digests of the learned, skill and news items taken, in that order."""
        return tuple(mark(item) for item in (self.learned, self.skill, self.news) if item)


@lru_cache(maxsize=4096)
def mark(item: str) -> str:
    """The 4-character digest an item is known by; white space does not count."""
    return fingerprint(plain(item), DIGEST)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` on one line, without control, bidi and other invisible characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = []
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        if category in {"Cc", "Zl", "Zp"}:
            kept.append(" ")
        elif category not in {"Cf", "Cs"} or char in JOINERS:
            kept.append(char)
    return " ".join("".join(kept).split())


def name(text: str) -> str:
    """`text` on one line, at most 80 characters."""
    return plain(text)[:NAME_LIMIT].rstrip()


SLOTS = {
    Kind.ASK: (),
    Kind.THANK: ("learned", "skill"),
    Kind.ATTEMPT: ("skill", "news"),
    Kind.FEEDBACK: ("learned",),
}
"""The items each kind of step takes."""
_NOBODY = Person(name="", slug="")


Pools = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def pools(step: Step) -> Pools:
    """Slot name -> (items of the step's person, items of the note).

    Discussed skills are left out; a text under several keys counts under the first of learned,
    skills, news, so that a digest tells its slot.
    """
    interview, own = step.interview, step.person or _NOBODY
    sources: tuple[Interview | Person, ...] = (interview, *interview.people)
    learned = {_folded(item) for each in sources for item in each.learned}
    skills = {_folded(item) for each in sources for item in each.skills}
    hidden = learned | {_folded(item) for item in interview.discussed}
    slots = {
        "learned": (_items(own.learned), _items(interview.learned)),
        "skill": (_items(own.skills, hidden), _items(interview.skills, hidden)),
        "news": ((), _items(interview.news, learned | skills)),
    }
    return {slot: slots[slot] for slot in SLOTS[step.kind]}


@dataclass(slots=True)
class _Desk:
    """The items of one interview while they are handed out."""

    used: set[str] = field(default_factory=set)
    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    _pools: dict[str, "Pools"] = field(default_factory=dict)

    def pools(self, step: Step) -> "Pools":
        """What the step may take, looked up once."""
        if step.key not in self._pools:
            self._pools[step.key] = pools(step)
        return self._pools[step.key]

    def keep(self, step: Step, held: Held) -> None:
        """Leave with `step` every item its draft took that still exists and nobody else has."""
        for slot, (own, shared) in self.pools(step).items():
            for item in own + shared:
                if mark(item) in held.use and mark(item) not in self.used:
                    self._give(step, slot, item)
                    break

    def fill(self, step: Step, *, own: bool) -> None:
        """Give every empty slot of `step` the next unused item, her own or the note's."""
        for slot, (personal, shared) in self.pools(step).items():
            if slot in self.taken.get(step.key, {}):
                continue
            free = (item for item in (personal if own else shared) if mark(item) not in self.used)
            item = next(free, "")
            if item:
                self._give(step, slot, item)

    def _give(self, step: Step, slot: str, item: str) -> None:
        self.used.add(mark(item))
        self.taken.setdefault(step.key, {})[slot] = item


def _items(texts: Iterable[str], hidden: Iterable[str] = ()) -> tuple[str, ...]:
    """The texts that can be used: neither empty nor too long nor hidden."""
    hidden = frozenset(hidden)
    cleaned = (plain(text) for text in texts if any(char.isalnum() for char in text))
    return tuple(
        text for text in cleaned if len(text) <= FACT_LIMIT and _folded(text) not in hidden
    )


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return plain(text).casefold().rstrip(".!; ")


def assign(steps: Sequence[Step], held: Mapping[str, Held]) -> dict[str, Facts]:
    """The facts of every step of one interview entry, by step key (TY-4, TY-5, MSG-3, MSG-5).

    A person's own learned facts and skills come before the note's; every item is used once; a
    skill under `discussed` is not used. An item stays with the step whose `Held.use` names it as
    long as it exists and never moves to another; a step that is not open gains nothing; items
    of a draft whose step is gone count as used. Thank-yous choose first, then attempts in their
    order, then feedback, last the steps that will not be written.
    """
    if not steps:
        return {}
    desk = _Desk()
    known = {step.key: held.get(step.key, Held()) for step in steps}
    for closed in (True, False):
        for step in steps:
            if known[step.key].open is not closed:
                desk.keep(step, known[step.key])
        if closed:
            desk.used |= _elsewhere(steps, held)
    for group in _groups(steps, held):
        for own in (True, False):
            for step in group:
                if known[step.key].open:
                    desk.fill(step, own=own)
    asking = next((step for step in steps if step.kind is Kind.THANK and step.asks), None)
    return {
        step.key: replace(_fixed(step, asking), **desk.taken.get(step.key, {})) for step in steps
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


def _fixed(step: Step, asking: Step | None) -> Facts:
    """The facts that are not handed out, each kind with those its words need.

    An ask names the person whose thank-you carries the question (`asking`), if there is one.
    """
    interview, person = step.interview, step.person
    if step.kind is Kind.ASK:
        person = asking.person if asking else person
        base = Facts(person=_called(person), company=name(interview.company))
        return replace(base, asked=_flag(asking is not None))
    base = Facts(person=_called(person), company=name(interview.company))
    channel = "+".join(each.value for each in (step.channel, step.also) if each)
    base = replace(
        base,
        channel=channel,
        role=name(interview.role),
        date=interview.day.isoformat(),
        culture="formal" if plain(interview.culture).casefold() in FORMAL else "",
    )
    if step.kind is not Kind.THANK:
        met = _flag(person is not None and person.interviewer)
        return replace(base, met=met, internal=_flag(interview.internal))
    return replace(
        base,
        part=person.part.value if person else "",
        asked=_flag(step.asks),
        again=_flag(step.again),
        via=_via(step),
        format=interview.format.value if interview.format else "",
        stage="technical" if TECHNICAL.search(interview.stage) else "",
        internal=_flag(interview.internal),
    )


def _called(person: Person | None) -> str:
    return name(person.name) if person else ""


def _flag(on: bool) -> str:
    return "yes" if on else ""


def _via(step: Step) -> str:
    """The recruiter to send through, when only the recruiter's address is known (ADDR)."""
    if step.channel is not Channel.EMAIL or (step.person and step.person.email):
        return ""
    slug = step.person.slug if step.person else None
    return next(
        (
            name(each.name)
            for each in step.interview.people
            if each.part is Part.RECRUITER and each.email and each.name and each.slug != slug
        ),
        "",
    )
