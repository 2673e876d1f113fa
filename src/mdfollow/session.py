"""One vault, what stands in it, bytes laid over that, and what was planned from it all.

Every command asks a session, and so does the watch: it walks, reads and remembers in one place,
and plans anew only what a change touches. Heavy modules load only when a note needs them: a vault
without interview notes costs the scan.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from mdfollow.endings import format_of
from mdfollow.interview.first_look import could_be_interview
from mdfollow.problem import Problem, Severity
from mdfollow.record import dataclass, field
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.vault import notes, root
from mdfollow.vault.left_out import FirstPlans, LeftOut, unread
from mdfollow.vault.locks import WRITE_WAIT
from mdfollow.vault.names import names_of
from mdfollow.vault.outcome import Snapshot
from mdfollow.vault.settings import read_settings
from mdfollow.vault.store import DiskStore, DryStore, Store
from mdfollow.vault.templates import OwnLetters, own_letters

if TYPE_CHECKING:
    from datetime import date

    from mdfollow.sync.elsewhere import Elsewhere
    from mdfollow.sync.memory import Memory
    from mdfollow.sync.result import Note, NoteReport, Vault

    Asked = tuple[Mapping[str, bytes], Vault, date]

Overlay = Mapping[str, bytes | None]
"""Bytes by path that count instead of what stands on disk; None: there is no such note."""
NOTHING: Overlay = {}


@dataclass(frozen=True, slots=True)
class Scan:
    """One look at the vault: every note that may be an interview, and what could not be read.

    `leftovers` are temporary files of ours that a write which never ended left behind.
    """

    notes: Mapping[str, Snapshot] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    leftovers: tuple[str, ...] = ()

    @property
    def failed(self) -> frozenset[str]:
        """Paths of interview notes that could not be read."""
        return frozenset(p.path for p in self.problems if p.severity is Severity.ERROR)


class Session:
    """The vault at the real path `root`; raises MdfollowError where its settings do not fit.

    `notes` are those of the last `look`, and what was put into them since.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self.notes: dict[str, Snapshot] = {}
        self.scan = Scan()
        self._memory: Memory | None = None
        self._elsewhere: Elsewhere | None = None
        self._given: Mapping[str, Note] = {}
        self._last: tuple[Asked, tuple[NoteReport, ...]] | None = None
        self.settings, self.surroundings, self.letters = self._read()
        self._paths: list[str] = []
        self.between: Callable[[], None] = lambda: None
        """Called between two notes while they are read and planned; what it raises ends that."""
        self._first_plans = FirstPlans(root, self.surroundings)
        self.left_out: dict[str, LeftOut] = {}
        """Notes that the last walk found and that get no first plan, whatever they say."""

    def _read(self) -> tuple[Settings, Surroundings, OwnLetters]:
        settings = read_settings(self.root)
        names_of(settings)  # raises where they cannot be told apart
        letters = own_letters(self.root, settings.templates)
        return settings, root.surroundings(self.root), letters

    def reload(self) -> bool:
        """Read settings, surroundings and her letters anew; whether anything differs.

        Raises MdfollowError where the settings do not fit; the old ones go on counting then.
        """
        before = self.settings, self.surroundings, self.letters
        found = self._read()
        self.settings, self.surroundings, self.letters = found
        self._first_plans = FirstPlans(self.root, self.surroundings)
        return found != before

    def vault(self, again: frozenset[str] = frozenset()) -> "Vault":
        """All that a plan goes by besides the notes; `again` names notes to be written anew."""
        from mdfollow.sync.result import Vault

        letters = self.letters
        return Vault(self.settings, self.surroundings, again, letters.wordings, letters.unready)

    # --- the disk

    def walk(self) -> Iterator[Snapshot | Problem | notes.Leftover]:
        """Every note of the vault that may be an interview, and what else there is to know."""
        self.left_out, self._paths = {}, []
        for found in notes.walk(self.root, self.settings, self._remembered):
            if isinstance(found, Snapshot) and (out := self._first_plans.left_out(found)):
                self.left_out[found.path] = out
            else:
                yield found

    def _remembered(self, path: str, head: bytes) -> bool:
        """The question of the walk; every note's path is kept, for links to people."""
        self.between()
        self._paths.append(path)
        return _accepts(path, head)

    def look_at(self, path: str) -> Snapshot | Problem | None:
        """One file, as the walk would find it."""
        found = notes.look(self.root, path, self.settings, _accepts)
        return None if isinstance(found, Snapshot) and self.leaves_out(found) else found

    def leaves_out(self, note: Snapshot) -> LeftOut | None:
        """Why this note gets no first plan, whatever it says; None where it may get one."""
        return self._first_plans.left_out(note)

    def look(self) -> Scan:
        """Read every note of the vault that may be an interview; the session goes on from it."""
        snapshots: dict[str, Snapshot] = {}
        problems: list[Problem] = [*self.letters.problems, *unread(self.surroundings)]
        leftovers: list[str] = []
        for found in self.walk():
            if isinstance(found, Snapshot):
                snapshots[found.path] = found
            elif isinstance(found, Problem):
                problems.append(found)
            else:
                leftovers.append(found.path)
        self.notes = snapshots
        self.scan = Scan(snapshots, tuple(sorted(problems)), tuple(sorted(leftovers)))
        return self.scan

    def store(self, *, dry: bool = False, wait: float = WRITE_WAIT) -> Store:
        """Where notes are replaced; a dry one finds out what would be written, touching nothing.

        `wait` is how many seconds another mdfollow may take.
        """
        return DryStore(self.root) if dry else DiskStore(self.root, wait=wait)

    def sweep(self) -> tuple[str, ...]:
        """Clear leftovers of the last look away; sentences about those that were kept."""
        if not self.scan.leftovers:
            return ()
        from mdfollow.vault.sweep import sweep

        return tuple(sweep(self.root, self.scan.leftovers))

    # --- the plans

    def reports(
        self, today: "date", overlay: Overlay = NOTHING, again: frozenset[str] = frozenset()
    ) -> tuple["NoteReport", ...]:
        """The plans of all notes with `overlay` over them, sorted by path.

        What the last call was asked is remembered: another costs what differs from it.
        """
        texts = self._texts(overlay)
        if not texts and self._memory is None:
            return ()
        asked = (texts, self.vault(again), today)
        if self._last is None or self._last[0] != asked:
            self._last = asked, self._planned(*asked)
        return self._last[1]

    def _planned(
        self, texts: Mapping[str, bytes], vault: "Vault", today: "date"
    ) -> tuple["NoteReport", ...]:
        from mdfollow.sync.elsewhere import Elsewhere
        from mdfollow.sync.memory import Memory

        self._memory = self._memory or Memory(between=self.between)
        self._elsewhere = self._elsewhere or Elsewhere()
        self._given = _notes(texts, self._given)
        memory, given = self._memory, [*self._given.values()]
        reports = self._elsewhere.sync(
            given, vault, today, memory, lambda ids: self._holding(ids, texts)
        )
        return self._with_people(reports)

    def _with_people(self, reports: tuple["NoteReport", ...]) -> tuple["NoteReport", ...]:
        """Linked people known through their own notes; only a note that is linked is read."""
        links = frozenset[str]().union(*[report.links for report in reports])
        if not links:
            return reports
        from mdfollow.sync import person_notes

        people = {}
        for link in sorted(links):
            path = person_notes.found(link, self._paths)
            note = path and notes.look(self.root, path, self.settings, lambda *_: True)
            if isinstance(note, Snapshot) and (
                person := person_notes.person_of(link, path, note.data)
            ):
                people[link] = person
        return person_notes.with_people(reports, people) if people else reports

    def _holding(self, ids: frozenset[str], texts: Mapping[str, bytes]) -> list["Note"]:
        """Files of the vault, archives among them, in which one of these ids stands.

        `texts` are laid over what stands on the disk.
        """
        from mdfollow.vault.holding import holding, holds

        found = dict(holding(self.root, self.settings, ids)) | {**texts}
        held = {path: data for path, data in found.items() if holds(data, ids)}
        return [*_notes(held, self._given).values()]

    def snapshot(self, path: str) -> Snapshot | None:
        """A note as it stands, whatever it tells of; None where it cannot be read."""
        if path in self.notes:
            return self.notes[path]
        found = notes.look(self.root, path, self.settings, lambda *_: True)
        return found if isinstance(found, Snapshot) else None

    def finds_late(self, path: str) -> bool:
        """Whether a task that is missing in its note came to stand in this one, or left it."""
        if self._elsewhere is None or not self._elsewhere.wanted:
            return False
        from mdfollow.sync.result import Note

        there = self.snapshot(path)
        if not self._elsewhere.concerns(Note(path, there.data if there else b"")):
            return False
        self._elsewhere.forget()
        self._last = None
        return True

    def cleared(self) -> tuple["NoteReport", ...]:
        """Every note without mdfollow in it."""
        texts = self._texts(NOTHING)
        if not texts:
            return ()
        from mdfollow.sync.clearing import remove

        return remove([*_notes(texts, self._given).values()], self.vault())

    def _texts(self, overlay: Overlay) -> dict[str, bytes]:
        texts = {path: each.data for path, each in self.notes.items()}
        texts |= {path: data for path, data in overlay.items() if data is not None}
        for path, data in overlay.items():
            if data is None:
                texts.pop(path, None)
        return texts


def _notes(texts: Mapping[str, bytes], known: Mapping[str, "Note"]) -> dict[str, "Note"]:
    """A note for each text, sorted by path: the `known` one where it holds this very text."""
    from mdfollow.sync.result import Note

    return {
        path: note
        if (note := known.get(path)) is not None and note.data is texts[path]
        else Note(path, texts[path])
        for path in sorted(texts)
    }


def _accepts(path: str, head: bytes) -> bool:
    """Whether a note may be an interview, by its first bytes."""
    return could_be_interview(head, format_of(path))
