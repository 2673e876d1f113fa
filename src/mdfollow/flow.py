"""One run over a vault: look at every note, plan, write; look again where a note changed meanwhile.

Heavy modules load only when a note needs them: a vault without interview notes costs the scan.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import sleep
from typing import TYPE_CHECKING

from mdfollow.endings import format_of
from mdfollow.problem import Problem, Severity
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.vault import notes, root
from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.settings import read_settings
from mdfollow.vault.store import DiskStore, DryStore, Store
from mdfollow.vault.templates import OwnLetters, own_letters

if TYPE_CHECKING:
    from datetime import date

    from mdfollow.sync.result import Note, NoteReport, Vault

ROUNDS = 3
"""How often a run plans anew because a note changed between reading and writing."""
PAUSE = 0.1
"""Seconds between two rounds: a program that is saving needs a moment."""
CHANGED = frozenset({Verdict.WRITTEN, Verdict.DRY})
AGAIN = frozenset({Verdict.CHANGED, Verdict.BUSY})

Work = Callable[[Sequence["Note"]], tuple["NoteReport", ...]]
"""What becomes of the notes of a vault: `planner` or `remover`."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A vault as it was found: its real path, its settings, the programs it is used with."""

    root: str
    settings: Settings
    surroundings: Surroundings


@dataclass(frozen=True, slots=True)
class Scan:
    """Every note that may be an interview, what could not be read, our leftover files.

    `letters` are her own templates; what is wrong with them is among the `problems`.
    """

    snapshots: Mapping[str, Snapshot]
    problems: tuple[Problem, ...] = ()
    leftovers: tuple[str, ...] = ()
    letters: OwnLetters = field(default_factory=OwnLetters)

    @property
    def failed(self) -> frozenset[str]:
        """Paths of interview notes that could not be read."""
        return frozenset(p.path for p in self.problems if p.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Hands:
    """What a run touches the vault with: `sweep` tells in sentences which files it kept."""

    store: Store
    sweep: Callable[[Sequence[str]], Sequence[str]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class Written:
    """A note that had something to write, and what came of it."""

    report: "NoteReport"
    outcome: Outcome

    @property
    def changed(self) -> bool:
        """Whether it was written, or would be by another store."""
        return self.outcome.verdict in CHANGED


@dataclass(frozen=True, slots=True)
class Result:
    """A finished run. `reports` are of all notes, `written` of the chosen ones that changed.

    `declined`: the owner did not want it, and nothing was written. `kept`: sentences about
    files of hers that an interrupted write had left behind.
    """

    reports: tuple["NoteReport", ...]
    scan: Scan
    written: Mapping[str, Written] = field(default_factory=dict)
    declined: bool = False
    kept: tuple[str, ...] = ()


def ground(folder: str) -> Ground:
    """The vault at the real path `folder`; raises MdfollowError where its settings do not fit."""
    return Ground(folder, read_settings(folder), root.surroundings(folder))


def writing(place: Ground) -> Hands:
    """Hands that write, and clear away what an interrupted write left behind."""

    def sweep(leftovers: Sequence[str]) -> Sequence[str]:
        if not leftovers:
            return ()
        from mdfollow.vault.sweep import sweep

        return sweep(place.root, leftovers)

    return Hands(DiskStore(place.root), sweep)


def looking(place: Ground) -> Hands:
    """Hands that find out what would be written and touch nothing."""
    return Hands(DryStore(place.root))


def look(place: Ground) -> Scan:
    """Read every note of the vault that may be an interview."""
    snapshots: dict[str, Snapshot] = {}
    problems: list[Problem] = []
    leftovers: list[str] = []
    for found in notes.walk(place.root, place.settings, accepts_for(place.settings)):
        if isinstance(found, Snapshot):
            snapshots[found.path] = found
        elif isinstance(found, Problem):
            problems.append(found)
        else:
            leftovers.append(found.path)
    letters = own_letters(place.root, place.settings.templates)
    problems += letters.problems
    return Scan(snapshots, tuple(sorted(problems)), tuple(sorted(leftovers)), letters)


def accepts_for(settings: Settings) -> notes.Accepts:
    """The question whether a note may be an interview, by its first bytes."""
    from mdfollow.interview.detect import could_be_interview, in_folder

    named = bool(settings.interview_folders)

    def accepts(path: str, head: bytes) -> bool:
        return could_be_interview(head, format_of(path), folder=named and in_folder(path, settings))

    return accepts


def planner(place: Ground, today: "date", again: frozenset[str] = frozenset()) -> Work:
    """The work of `sync`: every note planned; `again` names notes whose plan is written anew."""

    def work(found: Sequence["Note"]) -> tuple["NoteReport", ...]:
        from mdfollow.sync.engine import sync

        return sync(found, vault(place, again), today)

    return work


def remover(place: Ground) -> Work:
    """The work of `remove`: every note without mdfollow in it."""

    def work(found: Sequence["Note"]) -> tuple["NoteReport", ...]:
        from mdfollow.sync.clearing import remove

        return remove(found, vault(place))

    return work


def vault(place: Ground, again: frozenset[str] = frozenset()) -> "Vault":
    """All that a sync goes by besides the notes; `again` as for `planner`."""
    from mdfollow.sync.result import Vault

    letters = own_letters(place.root, place.settings.templates)
    return Vault(place.settings, place.surroundings, again, letters.wordings, letters.unready)


def worked(scan: Scan, work: Work) -> tuple["NoteReport", ...]:
    """The reports of `work` over all notes of a scan, sorted by path."""
    if not scan.snapshots:
        return ()
    from mdfollow.sync.result import Note

    return work([Note(path, scan.snapshots[path].data) for path in sorted(scan.snapshots)])


def run(
    place: Ground,
    work: Work,
    hands: Hands,
    chosen: Callable[[str], bool],
    *,
    agreed: Callable[[Sequence["NoteReport"]], bool] = lambda _: True,
    pause: Callable[[float], None] = sleep,
) -> Result:
    """Look, plan, and write the `chosen` notes; where one changed meanwhile, all of it again.

    `agreed` is shown the notes about to change once, before the first is written.
    """
    scan = look(place)
    kept = tuple(hands.sweep(scan.leftovers))
    reports = worked(scan, work)
    waiting = _waiting(reports, chosen, {})
    if waiting and not agreed(waiting):
        return Result(reports, scan, declined=True, kept=kept)
    written: dict[str, Written] = {}
    for left in reversed(range(ROUNDS)):
        for report in waiting:
            outcome = hands.store.replace(scan.snapshots[report.path], report.new)
            written[report.path] = Written(report, outcome)
        if not left or not any(w.outcome.verdict in AGAIN for w in written.values()):
            break
        pause(PAUSE)
        scan = look(place)
        reports = worked(scan, work)
        written = {path: w for path, w in written.items() if w.outcome.verdict not in AGAIN}
        waiting = _waiting(reports, chosen, written)
    return Result(reports, scan, written, kept=kept)


def _waiting(
    reports: Sequence["NoteReport"],
    chosen: Callable[[str], bool],
    written: Mapping[str, Written],
) -> list["NoteReport"]:
    """The chosen notes that have something to write and were not refused before."""
    refused = {path for path, each in written.items() if not each.changed}
    return [r for r in reports if r.changed and chosen(r.path) and r.path not in refused]
