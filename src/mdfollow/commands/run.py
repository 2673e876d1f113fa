"""A run that writes: look, plan, write; once more where a note changed meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from time import sleep
from typing import TYPE_CHECKING

from mdfollow.commands.progress import WRITING, Progress, counted
from mdfollow.record import dataclass, field
from mdfollow.session import Scan, Session
from mdfollow.vault.outcome import Outcome, Verdict
from mdfollow.vault.store import Store

if TYPE_CHECKING:
    from mdfollow.sync.result import NoteReport

ROUNDS = 3
"""How often a run plans anew because a note changed between reading and writing."""
PAUSE = 0.1
"""Seconds between two rounds: a program that is saving needs a moment."""
CHANGED = frozenset({Verdict.WRITTEN, Verdict.DRY})
AGAIN = frozenset({Verdict.CHANGED, Verdict.BUSY})

Work = Callable[[], Sequence["NoteReport"]]
"""What becomes of the notes of the session: its `reports` on a day, or `cleared`."""


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


def write(
    session: Session,
    work: Work,
    store: Store,
    chosen: Callable[[str], bool],
    *,
    sweeping: bool = False,
    agreed: Callable[[Sequence["NoteReport"]], bool] = lambda _: True,
    pause: Callable[[float], None] = sleep,
    progress: Progress | None = None,
) -> Result:
    """Look, plan, and write the `chosen` notes; where one changed meanwhile, all of it again.

    `agreed` is shown the notes about to change once, before the first is written. `sweeping`
    clears away what an interrupted write left behind.
    """
    scan = session.look()
    kept = session.sweep() if sweeping else ()
    reports = tuple(work())
    waiting = _waiting(reports, chosen, {})
    if waiting and not agreed(waiting):
        return Result(reports, scan, declined=True, kept=kept)
    written: dict[str, Written] = {}
    for left in reversed(range(ROUNDS)):
        with store.together():
            for report in counted(waiting, WRITING, progress):
                outcome = store.replace(scan.notes[report.path], report.new)
                written[report.path] = Written(report, outcome)
        if not left or not any(w.outcome.verdict in AGAIN for w in written.values()):
            break
        pause(PAUSE)
        scan = session.look()
        reports = tuple(work())
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
