"""The notes as they came to rest, and what the plan says of them and of those that wait."""

from collections.abc import Callable, Mapping
from datetime import date

from mdfollow.pattern import pattern
from mdfollow.record import dataclass
from mdfollow.session import Session
from mdfollow.sync.result import NoteReport
from mdfollow.sync.trace import OPENING
from mdfollow.vault.outcome import Snapshot
from mdfollow.watch.schedule import Need

Changes = Mapping[str, Snapshot | None]
"""Notes by path as a look found them; None: there is no interview note any more."""

_OPENING = OPENING.encode()
_ID = pattern(rb"mf-[0-9a-z]{6,8}")


@dataclass
class Planning:
    """All interview notes in memory, each with the bytes and signature it came to rest with.

    A note that still waits is not among them: its half-typed version is nothing the plans of
    other notes could go by.
    """

    session: Session
    today: Callable[[], date]

    @property
    def notes(self) -> dict[str, Snapshot]:
        """The notes at rest, by path."""
        return self.session.notes

    def reports(self, changes: Changes) -> tuple[NoteReport, ...]:
        """The reports over the notes at rest and those of `changes`."""
        overlay = {path: found.data if found else None for path, found in changes.items()}
        return self.session.reports(self.today(), overlay)

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
            return Need.VANISHED if before and _lost(before.data, found.data) else Need.QUIET
        had = before is not None and _OPENING in before.data
        return Need.VANISHED if had and _OPENING not in found.data else Need.FIRST

    def accept(self, changes: Changes) -> None:
        """These notes have come to rest."""
        for path, found in changes.items():
            if found is None:
                self.notes.pop(path, None)
            else:
                self.notes[path] = found


def _lost(before: bytes, after: bytes) -> bool:
    """Whether an id of ours stands fewer times than before: a task was cut, maybe to be pasted.

    Its draft goes along with it (merge-cases 53), so it gets the time to come back.
    """
    return any(before.count(each) > after.count(each) for each in set(_ID.findall(before)))
