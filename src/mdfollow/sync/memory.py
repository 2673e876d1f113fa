"""What one run leaves for the next: pages as they were read, families as they were planned.

So a saved note costs what it touches and not the vault. What comes out of a run never depends on
it: everything is looked up by all that it was made from.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from operator import is_

from mdfollow.record import dataclass, field, replace
from mdfollow.sync.claims import Claim, Place, claims
from mdfollow.sync.families import Families, ties_of
from mdfollow.sync.known import Known
from mdfollow.sync.merging import Plans, merged
from mdfollow.sync.pages import Opened, open_page
from mdfollow.sync.renames import Stray
from mdfollow.sync.result import Note, NoteReport, Vault
from mdfollow.sync.shares import Letters
from mdfollow.sync.standing import Away, Home, Page

_KEPT = 3
"""Versions kept of one note: a run has two rounds, before and after its edits, and rarely three."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One family after its run: the homes in it that were planned, and those with a new name."""

    reports: tuple[NoteReport, ...]
    homes: tuple[Home, ...]
    strays: tuple[Stray, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """One merge: all that went into it, and what came out."""

    given: NoteReport
    page: Page
    letters: Letters
    remarks: tuple[object, ...]
    report: NoteReport


@dataclass
class Memory:
    """Pages and merges by path, families by the first of their paths."""

    families: Families = field(default_factory=Families)
    _ground: tuple[Vault, date] | None = None
    _away: Mapping[str, tuple[Away, ...]] = field(default_factory=dict)
    _notes: dict[str, Note] = field(default_factory=dict)
    _pages: dict[str, dict[bytes, Opened]] = field(default_factory=dict)
    _claimed: tuple[Sequence[Home], dict[Place, Claim]] = ((), {})
    _letters: dict[str, tuple[Letters, ...]] = field(default_factory=dict)
    _made: dict[str, tuple[_Made, ...]] = field(default_factory=dict)
    _planned: dict[str, tuple[frozenset[str], Planned]] = field(default_factory=dict)
    """Every path: its family, and what came of it."""
    between: Callable[[], None] = lambda: None
    """Called between two notes, however long a run takes; what it raises ends the run."""

    def plan(
        self,
        notes: Sequence[Note],
        vault: Vault,
        today: date,
        planned: Callable[[Sequence[Note]], Planned],
    ) -> tuple[Planned, ...]:
        """What comes of all `notes`, family by family; only those touched are `planned` anew."""
        given = {note.path: note for note in notes}
        touched = self._touched(given, vault, today)
        fresh: set[str] = set()
        self._claimed = (), {}
        for path in sorted(touched):
            if path not in given or path in fresh:
                continue
            self.between()
            family = self.families.of(path)
            fresh |= family
            outcome = planned([given[each] for each in sorted(family)])
            self._planned.update(dict.fromkeys(family, (family, outcome)))
            self._rest(family)
        for path in vault.again:  # to be written anew this once, not for ever
            self._notes.pop(path, None)
        return tuple(dict(self._planned.values()).values())

    def _rest(self, family: Collection[str]) -> None:
        """What these pages tell is known now: they are kept, and take less room."""
        for path in family:
            for page in self._pages.get(path, {}).values():
                if not isinstance(page, tuple):
                    page.rest()

    def _touched(self, given: Mapping[str, Note], vault: Vault, today: date) -> set[str]:
        """Paths whose plans may have changed: those whose notes have, and all tied to them."""
        ground = replace(vault, again=frozenset(), away={}), today
        if self._ground is None or ground[0] != self._ground[0]:
            self._forget()
        anew = self._ground != ground or vault.away != self._away
        self._ground, self._away = ground, vault.away
        known = self._notes
        gone = known.keys() - given.keys()
        # Most are the very notes of the last run: a vault of thousands is compared in no time.
        fresh = [path for path, note in given.items() if known.get(path) is not note]
        fresh = [path for path in fresh if known.get(path) != given[path]]
        touched = set(given) if anew else set(vault.again)
        for path in gone:
            touched |= self.families.put(path, frozenset())
            for kept in (self._notes, self._pages, self._letters, self._made, self._planned):
                kept.pop(path, None)
        for path in fresh:
            self._notes[path] = given[path]
            page = self.page(given[path], vault)
            ties = frozenset() if isinstance(page, tuple) else ties_of(page.homes)
            touched |= {path} | self.families.put(path, ties)
            self._rest((path,))
        return touched

    def _forget(self) -> None:
        for kept in (self._notes, self._pages, self._letters, self._made, self._planned):
            kept.clear()
        self.families = Families()

    def page(self, note: Note, vault: Vault) -> Opened:
        """The page of a note, each version read once."""
        pages = self._pages.setdefault(note.path, {})
        if note.data not in pages:
            while len(pages) >= _KEPT:
                del pages[next(iter(pages))]
            self.between()
            pages[note.data] = open_page(note.path, note.data, vault.settings, vault.surroundings)
        return pages[note.data]

    def claims(self, homes: Sequence[Home]) -> dict[Place, Claim]:
        """Whose comment is whose among `homes`, found once for rounds with the same ones."""
        known, found = self._claimed
        if len(known) != len(homes) or not all(map(is_, known, homes)):
            found = claims(homes, self.families.holds)
            self._claimed = homes, found
        return found

    def letters(self, fresh: Letters) -> Letters:
        """The same letters as an earlier round had them, so that later looks know them again."""
        path = fresh.homes[0].home.path if fresh.homes else ""
        kept = self._letters.get(path, ())
        for each in kept:
            if each.homes == fresh.homes and each.steps == fresh.steps:
                return each
        self._letters[path] = (fresh, *kept[: _KEPT - 1])
        return fresh

    def merged(
        self, given: NoteReport, homes: Sequence[Known], page: Page, plans: Plans, vault: Vault
    ) -> NoteReport:
        """One note after merging all its homes into it."""
        remarks = tuple((plans.remarks.get(each.name), _rounds(plans, each)) for each in homes)
        kept = self._made.get(given.path, ())
        for made in kept:
            same = made.page is page and made.letters is plans.letters
            if same and made.remarks == remarks and made.given == given:
                return made.report
        self.between()
        note = given.path
        report = merged(
            given, homes, page, plans, vault, lambda new: self.page(Note(note, new), vault)
        )
        fresh = _Made(given, page, plans.letters, remarks, report)
        self._made[given.path] = (fresh, *kept[: _KEPT - 1])
        return report


def _rounds(plans: Plans, home: Known) -> tuple[int | None, ...]:
    return tuple(plans.rounds.get((home.name, tag)) for tag in home.interviews)
