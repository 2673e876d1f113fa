"""Tasks of ours that she moved to other files: a daily note, another page, an archive.

They are looked for only while one is missing. What is found there is hers: its tick counts, the
line is never written. A whole plan that stands elsewhere is not made anew (merge-cases 19, 31, 32).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from mdfollow.interview.paths import aside
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, field, replace
from mdfollow.sync.engine import sync
from mdfollow.sync.memory import Memory
from mdfollow.sync.page import NotePage
from mdfollow.sync.pages import open_page
from mdfollow.sync.result import Note, NoteReport, State, StepReport, Vault
from mdfollow.sync.standing import Away

ARCHIVE = "_archive"
"""What Org's archive of a file adds to its name."""
STALE = timedelta(days=60)
"""How long after its due day a missing task is looked for."""

_TASK_ID = pattern(rb"[^\s>][ \t]*(mf-[0-9a-z]{6,8})")
"""An id with something before it on its line; the lines of a memory begin with theirs."""

Look = Callable[[frozenset[str]], Sequence[Note]]
"""All files of the vault, archives too, in which one of these ids stands."""


@dataclass
class Elsewhere:
    """What was looked for last, and where it stood; a session keeps it from run to run."""

    wanted: frozenset[str] = frozenset()
    found: Mapping[str, tuple[Away, ...]] = field(default_factory=dict)
    _holding: Mapping[str, bytes] = field(default_factory=dict)
    """Notes of the last run in which something stood that was looked for."""
    _ids: dict[str, tuple[bytes, frozenset[str]]] = field(default_factory=dict)
    _seen: dict[str, tuple[NoteReport, date, frozenset[str]]] = field(default_factory=dict)
    """What each report was missing: a save costs its own notes' reports and no others."""

    def sync(
        self, notes: Sequence[Note], vault: Vault, today: date, memory: Memory, look: Look
    ) -> tuple[NoteReport, ...]:
        """As `engine.sync`, and what is missing is looked for over the vault first."""
        reports = sync(notes, replace(vault, away=self.found), today, memory)
        wanted = self._missing(reports, today) | self.found.keys()
        held = {note.path: note.data for note in notes if wanted and self._ids_in(note) & wanted}
        if wanted == self.wanted and held == self._holding:
            return reports
        self.wanted, self._holding = wanted, held
        found = _found(look(wanted), wanted, vault) if wanted else {}
        if found == self.found:
            return reports
        self.found = found
        return sync(notes, replace(vault, away=found), today, memory)

    def concerns(self, note: Note) -> bool:
        """Whether something that is looked for stands in a file, or stood there last."""
        last = {each.actual.at for found in self.found.values() for each in found}
        return bool(self.wanted & self._ids_in(note)) or note.path in last

    def forget(self) -> None:
        """Look again in the next run, whatever it misses."""
        self.wanted = frozenset()

    def _ids_in(self, note: Note) -> frozenset[str]:
        """The ids of the tasks of a note, not those that its memory alone names."""
        data, ids = self._ids.get(note.path, (None, frozenset[str]()))
        if data != note.data:
            found = _TASK_ID.findall(note.data) if b"mf-" in note.data else ()
            ids = frozenset(each.decode() for each in found)
            self._ids[note.path] = note.data, ids
        return ids

    def _missing(self, reports: Sequence[NoteReport], today: date) -> frozenset[str]:
        found: set[str] = set()
        for report in reports:
            seen = self._seen.get(report.path)
            if seen is None or seen[0] is not report or seen[1] != today:
                self._seen[report.path] = seen = report, today, _missing(report, today)
            found |= seen[2]
        return frozenset(found)


def _missing(report: NoteReport, today: date) -> frozenset[str]:
    """Ids of steps that left their note, and of those a first plan would write."""
    return frozenset(
        step.desired.id
        for each in report.interviews
        for step in each.steps
        if _is_missing(step, today) or (report.first and step.line is not None)
    )


def _is_missing(step: StepReport, today: date) -> bool:
    return step.state is State.DELETED and step.due + STALE >= today


def _found(
    notes: Sequence[Note], wanted: frozenset[str], vault: Vault
) -> Mapping[str, tuple[Away, ...]]:
    """Where tasks with these ids stand, by id, in the order of the paths."""
    found: dict[str, tuple[Away, ...]] = {}
    for note in sorted(notes, key=lambda note: note.path):
        if aside(note.path, vault.settings):
            continue
        path = note.path.removesuffix(ARCHIVE)
        page = open_page(path, note.data, vault.settings, vault.surroundings, against=True)
        if isinstance(page, NotePage):
            for each in _tasks(page, note.path):
                if each.actual.id in wanted:
                    found[each.actual.id] = (*found.get(each.actual.id, ()), each)
    return found


def _tasks(page: NotePage, path: str) -> list[Away]:
    """The tasks of a file; `known` to a comment in it, they are its plan's own."""
    known = {name for home in page.homes for trace in home.traces for name in trace.bases}
    planned = any(home.interviews for home in page.homes)
    return [
        Away(replace(actual, at=path, touched=True), name in known, planned)
        for home in page.homes
        for name, twins in home.actual.items()
        for actual in twins
    ]
