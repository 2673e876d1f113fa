"""What each letter is made of, over all notes: nobody is told the same thing twice.

The notes' own state lines are the memory: which wording, facts and skills a letter took (`v`,
`use`), and to whom it went. A letter that was not sent told nobody anything.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mdfollow.etiquette.model import Kind, Mark, Step, Want
from mdfollow.interview.model import Interview, Person
from mdfollow.interview.names import company_key
from mdfollow.letters import pick
from mdfollow.letters.assign import assign
from mdfollow.letters.facts import Facts
from mdfollow.record import dataclass, field
from mdfollow.sync.known import Known
from mdfollow.sync.merge import GONE, untouched
from mdfollow.sync.result import Vault
from mdfollow.sync.shares import held, left
from mdfollow.sync.trace import Base

KINDS = {"thank": Kind.THANK, "attempt": Kind.ATTEMPT, "feedback": Kind.FEEDBACK}


@dataclass(frozen=True, slots=True)
class Allotted:
    """By step key of one home: the facts of its words, and its letter's wording."""

    facts: dict[str, Facts] = field(default_factory=dict)
    variants: dict[str, int] = field(default_factory=dict)


class _Letter(NamedTuple):
    """A letter somebody got or will get: where it stands, and what it took."""

    place: tuple[str, str]
    kind: Kind
    variant: int
    use: frozenset[str]


class _Group(NamedTuple):
    """The steps of one interview in one home."""

    home: Known
    tag: str
    steps: Sequence[Step]


def allotted(
    homes: Sequence[Known], steps: Mapping[str, Sequence[Step]], vault: Vault
) -> dict[str, Allotted]:
    """What the letters of every home are made of, by its name: by interview day, then path."""
    found = {home.name: Allotted() for home in homes}
    told: dict[str, list[_Letter]] = defaultdict(list)
    for home in homes:
        for key, letter in _sent(home, steps.get(home.name, ())):
            told[key].append(letter)
    groups = sorted(_groups(homes, steps), key=_place)
    for thanking in (True, False):  # a check-in comes after the thank-yous of all interviews
        for group in groups:
            each = found[group.home.name]
            facts = _facts(group, told, vault, only_thanks=thanking)
            each.facts.update(facts)
            mine = [step for step in group.steps if (step.kind is Kind.THANK) is thanking]
            each.variants.update(_variants(group.home, mine, facts, told, vault))
    return found


def _groups(homes: Sequence[Known], steps: Mapping[str, Sequence[Step]]) -> Iterator[_Group]:
    for home in homes:
        mine = steps.get(home.name, ())
        for tag in dict.fromkeys(step.tag for step in mine):
            yield _Group(home, tag, [step for step in mine if step.tag == tag])


def _place(group: _Group) -> tuple[str, str, int]:
    return group.steps[0].interview.day.isoformat(), group.home.name, int(group.tag[1:])


def person_key(person: Person | None, interview: Interview) -> str:
    """Who somebody is over the vault: by e-mail, else by name and company; empty: nobody."""
    if person is None:
        return ""
    if person.email:
        return person.email.casefold()
    return f"{person.slug} {company_key(interview.company)}"


def _sent(home: Known, steps: Sequence[Step]) -> Iterator[tuple[str, _Letter]]:
    """Every letter of a home that was sent or stands to be, with its reader's key."""
    planned = {step.key: step for step in steps}
    for base in home.trace.bases.values():
        kind = KINDS.get(base.name.partition(":")[0])
        if kind is None or not base.draft or base.variant is None:
            continue
        step = planned.get(base.key)
        if _untold(home, base, step):
            continue
        person = step.person if step else _reader(home, base)
        interview = step.interview if step else home.interviews.get(base.tag)
        key = person_key(person, interview) if interview else ""
        if key:
            yield key, _Letter((home.name, base.key), kind, base.variant, frozenset(base.use))


def _untold(home: Known, base: Base, step: Step | None) -> bool:
    """Whether a letter was never sent: deleted, cancelled, over, or taken out now."""
    if base.done is not None:
        return False
    actual = home.actual.get(base.id)
    if actual is None or actual.mark is Mark.CANCELLED:
        return True
    standing = home.home.drafts.get(base.id)
    return step is not None and step.want in GONE and untouched(base, actual, standing)


def _reader(home: Known, base: Base) -> Person | None:
    """Who a thank-you went to that nobody plans any more."""
    interview = home.interviews.get(base.tag)
    slug = base.name.partition(":")[2]
    return next((p for p in interview.people if p.slug == slug), None) if interview else None


def _facts(
    group: _Group, told: Mapping[str, Sequence[_Letter]], vault: Vault, *, only_thanks: bool
) -> dict[str, Facts]:
    home = group.home
    holding = {step.key: held(home, step) for step in group.steps}
    heard = {
        step.key: frozenset(
            digest
            for letter in told.get(person_key(step.person, step.interview), ())
            if letter.place != (home.name, step.key)
            for digest in letter.use
        )
        for step in group.steps
    }
    everything = holding | left(home, group.tag, holding)
    return assign(group.steps, everything, heard, vault.settings.language, only_thanks=only_thanks)


def _variants(
    home: Known,
    steps: Sequence[Step],
    facts: Mapping[str, Facts],
    told: dict[str, list[_Letter]],
    vault: Vault,
) -> dict[str, int]:
    """The wording of every letter: the one it has, else one that its reader has not had yet."""
    taken: dict[Kind, list[int]] = defaultdict(list)
    for base in home.trace.bases.values():
        kind = KINDS.get(base.name.partition(":")[0])
        if kind and base.variant is not None:
            taken[kind].append(base.variant)
    found: dict[str, int] = {}
    for step in steps:
        known = home.base(step.key)
        if known is not None and known.variant is not None:
            found[step.key] = known.variant
            continue
        key = person_key(step.person, step.interview)
        had = [letter.variant for letter in told.get(key, ()) if letter.kind is step.kind]
        variant = pick(step, taken[step.kind], vault.templates, had)
        found[step.key] = variant
        taken[step.kind].append(variant)
        if key and step.want is Want.WRITE:
            use = frozenset(facts[step.key].use())
            told[key].append(_Letter((home.name, step.key), step.kind, variant, use))
    return found
