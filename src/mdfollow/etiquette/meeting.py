"""One interview as it takes place, however many notes describe it."""

from collections.abc import Iterable, Sequence
from datetime import date

from mdfollow.etiquette.model import Entry, Mark
from mdfollow.etiquette.workdays import shift
from mdfollow.interview.model import Format, Interview, Part, Person
from mdfollow.record import cached_property, dataclass, replace

LONGEST_WAIT = 366
"""Days after the interview beyond which a decision date counts as unknown (EXP-2)."""

FORMATS = (Format.PANEL, Format.ONSITE, Format.VIDEO, Format.PHONE, Format.INFORMATIONAL)
"""Where two notes differ, the fuller form of the interview counts."""


@dataclass(frozen=True)
class Meeting:
    """The entries of one company, role and date, by path and tag; never cancelled ones.

    `round` counts from 1. `followed`: a later interview of the application is known.
    `closed` and `offer`: the application ended, or brought an offer at or after this date.
    Without slots, so that what follows from the entries is worked out once.
    """

    entries: tuple[Entry, ...]
    round: int = 1
    followed: bool = False
    closed: bool = False
    offer: bool = False

    @cached_property
    def day(self) -> date:
        """The interview date."""
        return self.entries[0].interview.day

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The different people in and around it, in the notes' order."""
        return tuple(group[0][1] for group in self.groups)

    @cached_property
    def interviewers(self) -> tuple[Person, ...]:
        """The different people who interviewed; n is their number."""
        return tuple(
            group[0][1] for group in self.groups if any(person.interviewer for _, person in group)
        )

    @cached_property
    def groups(self) -> tuple[tuple[tuple[Entry, Person], ...], ...]:
        """Each different person with every entry that names them."""
        found: list[list[tuple[Entry, Person]]] = []
        for entry in self.entries:
            known = list(found)
            slugs = {person.slug for person in entry.interview.people}
            for person in entry.interview.people:
                group = _group_of(person, known, slugs)
                if group is None:
                    found.append([(entry, person)])
                else:
                    known.remove(group)
                    group.append((entry, person))
        return tuple(tuple(group) for group in found)

    @cached_property
    def format(self) -> Format | None:
        """How it was held; None when no note says."""
        said = {entry.interview.format for entry in self.entries}
        return next((form for form in FORMATS if form in said), None)

    @cached_property
    def decision(self) -> date | None:
        """E, the later of two readings; None when unknown or out of bounds (EXP-2)."""
        days = [entry.interview.decision.day for entry in self.entries]
        known = [day for day in days if day and self._in_bounds(day)]
        return max(known, default=None)

    @property
    def decision_out_of_bounds(self) -> bool:
        """Whether the only date given is before the interview or more than a year after."""
        days = [entry.interview.decision.day for entry in self.entries]
        return self.decision is None and any(days)

    @property
    def unread(self) -> bool:
        """Whether they named a decision date that nobody can read (ASK-3)."""
        return self.decision is None and any(e.interview.decision.unread for e in self.entries)

    @cached_property
    def heard(self) -> date | bool | None:
        """Their answer: True without a date, else the last date, else None."""
        said = [entry.interview.heard for entry in self.entries]
        if any(value is True for value in said):
            return True
        return max((value for value in said if isinstance(value, date)), default=None)

    @property
    def answered(self) -> bool:
        """Whether `heard` ends the waiting: a decision date after the answer keeps it open."""
        if not isinstance(self.heard, date):
            return bool(self.heard)
        return self.decision is None or self.decision <= self.heard

    @property
    def asked(self) -> date | bool | None:
        """Whether she asked for the date without the task list."""
        return next((e.interview.asked for e in self.entries if e.interview.asked), None)

    def interview_of(self, entry: Entry) -> Interview:
        """The interview as `entry` tells it, with the round it counts as."""
        return self._rounds[entry.path, entry.tag]

    @cached_property
    def _rounds(self) -> dict[tuple[str, str], Interview]:
        return {
            (entry.path, entry.tag): replace(entry.interview, round=self.round)
            for entry in self.entries
        }

    @property
    def max_attempts(self) -> int | None:
        """The number a note gives, the first by path; None when none does."""
        said = (entry.interview.max_attempts for entry in self.entries)
        return next((number for number in said if number is not None), None)

    def home(self, name: str) -> Entry:
        """The entry where the step `name` (or every step `name:…`) stands."""
        if len(self.entries) == 1:
            return self.entries[0]
        return home_of([(entry, name) for entry in self.entries])

    def _in_bounds(self, day: date) -> bool:
        return self.day <= day <= shift(self.day, LONGEST_WAIT)


def home_of(places: Sequence[tuple[Entry, str]]) -> Entry:
    """The entry that keeps a step, from (entry, the step's name there) pairs by path.

    Where it is ticked, else where it is or was written, else the first: a note added later
    moves nothing.
    """
    if len(places) == 1:
        return places[0][0]
    return min(places, key=lambda pair: _rank(*pair))[0]


def _rank(entry: Entry, name: str) -> int:
    marks = [
        past.mark
        for known, past in entry.history.items()
        if known == name or known.startswith(f"{name}:")
    ]
    if Mark.DONE in marks:
        return 0
    return 1 if marks else 2


def _group_of(
    person: Person, groups: list[list[tuple[Entry, Person]]], slugs: set[str]
) -> list[tuple[Entry, Person]] | None:
    """The group of an earlier note that means `person`; a slug says more than an address.

    `slugs` are the people of the person's own note: a shared mailbox makes no two of them one.
    """
    for group in groups:
        if group[0][1].slug == person.slug:
            return group
    for group in groups:
        if group[0][1].slug not in slugs and is_same(group[0][1], person):
            return group
    return None


def is_same(one: Person, other: Person) -> bool:
    """Whether two notes mean one person: the same slug, or the same e-mail address."""
    if one.slug == other.slug:
        return True
    return bool(one.email) and one.email.casefold() == other.email.casefold()


def first_with(part: Part, people: Iterable[Person]) -> Person | None:
    """The first person who plays that part."""
    for person in people:
        if person.part is part:
            return person
    return None
