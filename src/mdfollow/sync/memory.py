"""What one run leaves for the next: pages as they were read, notes as they were merged.

Only a watch keeps one, so that a saved note costs that note and not the vault. What comes out of a
run never depends on it: everything is looked up by all that it was made from.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mdfollow.sync.known import Known
from mdfollow.sync.merging import Plans, merged
from mdfollow.sync.pages import Opened, open_page
from mdfollow.sync.result import Note, NoteReport, Vault
from mdfollow.sync.standing import Page

_KEPT = 3
"""Merges kept of one note: a run has two rounds, before and after its edits, and rarely three."""


@dataclass(frozen=True, slots=True)
class _Made:
    """One merge: all that went into it, and what came out."""

    given: NoteReport
    homes: tuple[Known, ...]
    page: Page
    steps: tuple[object, ...]
    report: NoteReport


@dataclass
class Memory:
    """Pages by note, merges by path; `began` and `ended` drop what the run has not used."""

    vault: Vault | None = None
    _pages: dict[Note, Opened] = field(default_factory=dict)
    _used: dict[Note, Opened] = field(default_factory=dict)
    _made: dict[str, tuple[_Made, ...]] = field(default_factory=dict)
    _paths: set[str] = field(default_factory=set)

    def began(self, vault: Vault) -> None:
        """Start a run; after a change of settings or templates nothing is remembered."""
        vault = replace(vault, again=frozenset())
        if vault != self.vault:
            self.vault = vault
            self._pages, self._made = {}, {}
        self._used, self._paths = {}, set()

    def ended(self) -> None:
        """End a run."""
        self._pages = self._used
        self._made = {path: made for path, made in self._made.items() if path in self._paths}

    def page(self, note: Note, vault: Vault) -> Opened:
        """The page of a note, each content read once."""
        found = self._used.get(note)
        if found is None:
            found = self._pages.get(note)
            if found is None:
                found = open_page(note.path, note.data, vault.settings, vault.surroundings)
            self._used[note] = found
        return found

    def merged(
        self, given: NoteReport, homes: Sequence[Known], page: Page, plans: Plans, vault: Vault
    ) -> NoteReport:
        """One note after merging all its homes into it."""
        self._paths.add(given.path)
        steps = tuple(
            (plans.steps.get(name), plans.remarks.get(name), _rounds(plans, home))
            for home in homes
            for name in (home.name,)
        )
        kept = self._made.get(given.path, ())
        for made in kept:
            if (
                made.page is page
                and made.given == given
                and made.homes == tuple(homes)
                and made.steps == steps
            ):
                return made.report
        report = merged(given, homes, page, plans, vault)
        fresh = _Made(given, tuple(homes), page, steps, report)
        self._made[given.path] = (fresh, *kept[: _KEPT - 1])
        return report


def _rounds(plans: Plans, home: Known) -> tuple[int | None, ...]:
    return tuple(plans.rounds.get((home.name, tag)) for tag in home.interviews)
