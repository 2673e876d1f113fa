"""The notes as they came to rest, and what the plan says of them and of those that wait."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mdfollow.settings import Settings
from mdfollow.sync.memory import Memory
from mdfollow.sync.result import Note, NoteReport, Vault
from mdfollow.sync.trace import OPENING
from mdfollow.vault.notes import Accepts
from mdfollow.vault.outcome import Snapshot
from mdfollow.watch.schedule import Need

Plan = Callable[[Sequence[Note], date, Memory], tuple[NoteReport, ...]]
Changes = Mapping[str, Snapshot | None]
"""Notes by path as a look found them; None: there is no interview note any more."""

_OPENING = OPENING.encode()


@dataclass(frozen=True, slots=True)
class Ways:
    """How this vault's notes are told from other files and planned: its settings, put to work."""

    vault: Vault
    accepts: Accepts
    plan: Plan

    @property
    def settings(self) -> Settings:
        """The vault's settings."""
        return self.vault.settings


@dataclass
class Planning:
    """All interview notes in memory, each with the bytes and signature it came to rest with.

    A note that still waits is not among them: its half-typed version is nothing the plans of
    other notes could go by.
    """

    ways: Ways
    today: Callable[[], date]
    notes: dict[str, Snapshot] = field(default_factory=dict)
    _memory: Memory = field(default_factory=Memory)
    _prepared: tuple[dict[str, bytes], date, tuple[NoteReport, ...]] | None = None

    def reports(self, changes: Changes) -> tuple[NoteReport, ...]:
        """The reports over the notes at rest and those of `changes`; prepared ones are kept."""
        texts = {path: each.data for path, each in self.notes.items()}
        for path, found in changes.items():
            if found is None:
                texts.pop(path, None)
            else:
                texts[path] = found.data
        day = self.today()
        if self._prepared is None or self._prepared[:2] != (texts, day):
            notes = [Note(path, texts[path]) for path in sorted(texts)]
            self._prepared = texts, day, self.ways.plan(notes, day, self._memory)
        return self._prepared[2]

    def needs(self, changes: Changes) -> dict[str, Need]:
        """The wait that each of the notes in `changes` needs, going by the plan."""
        if not any(changes.values()):
            return {}
        first = {report.path for report in self.reports(changes) if report.first}
        return {
            path: self._need(path, found, is_first=path in first)
            for path, found in changes.items()
            if found is not None
        }

    def _need(self, path: str, found: Snapshot, *, is_first: bool) -> Need:
        before = self.notes.get(path)
        if not is_first:
            return Need.QUIET
        had = before is not None and _OPENING in before.data
        return Need.VANISHED if had and _OPENING not in found.data else Need.FIRST

    def use(self, ways: Ways) -> bool:
        """Plan by these settings from now on; whether they are others than before."""
        before, self.ways = self.ways, ways
        same = before.vault == ways.vault
        self._prepared = self._prepared if same else None
        return not same

    def accept(self, changes: Changes) -> None:
        """These notes have come to rest."""
        for path, found in changes.items():
            if found is None:
                self.notes.pop(path, None)
            else:
                self.notes[path] = found
