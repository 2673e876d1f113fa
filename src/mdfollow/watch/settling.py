"""Putting plans into notes that have come to rest, and knowing when to leave one alone."""

from collections.abc import Callable, Iterable

from mdfollow.record import dataclass, field, replace
from mdfollow.sync.result import NoteReport
from mdfollow.vault.outcome import Outcome, Signature, Snapshot, Verdict
from mdfollow.vault.store import Store
from mdfollow.views.sync_lines import change_words, first_plans
from mdfollow.watch.guard import Guard
from mdfollow.watch.lines import Level, Line, Say
from mdfollow.watch.planning import Planning
from mdfollow.watch.schedule import Schedule

UNDONE = (
    "another program keeps putting this note back to what it was; "
    "it is left alone until you change it"
)
MANY_WRITTEN = "to take these plans out again: mdfollow remove"
_UNKNOWN = Signature(0, 0, 0, 0, 0)


@dataclass
class Settling:
    """Writes what the plan says, note by note; what could not be written goes back to wait."""

    planning: Planning
    schedule: Schedule
    store: Store
    say: Say
    between: Callable[[], None]
    """Called before each note; what it raises ends the writing there."""
    _guard: Guard = field(default_factory=Guard)
    _refused: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    _noticed: set[str] = field(default_factory=set)
    """What was said of written notes: a vault whose group is not hers says so once."""

    def forgive(self, path: str = "") -> bool:
        """Let notes be tried again that the store refused: one, or all; whether there were any."""
        paths = [path] if path else list(self._refused)
        found = [self._refused.pop(each) for each in paths if each in self._refused]
        return bool(found)

    def write(self, reports: Iterable[NoteReport], now: float) -> None:
        """Write every note at rest that the plan changes."""
        written = []
        try:
            for report in reports:
                self.between()
                is_pending = self.schedule.is_pending(report.path)
                if report.changed and not is_pending and self._put(report, now):
                    written.append(report)
        finally:
            if first_plans(written):
                self.say(Line(Level.NOTICE, "undo", MANY_WRITTEN))

    def _put(self, report: NoteReport, now: float) -> bool:
        path, base = report.path, self.planning.notes[report.path]
        refused = self._refused.get(path)
        if refused and refused[0] == report.new:
            return False
        if not self._guard.allows(path, base.data, now, first=report.first):
            self._refuse(report, UNDONE)
            return False
        outcome = self.store.replace(base, report.new)
        if outcome.rescued:
            self.say(Line(Level.NOTICE, "rescued", outcome.reason, path, outcome.rescued))
        if outcome.verdict is Verdict.WRITTEN:
            self._guard.wrote(path, base.data, now)
            self._wrote(report, outcome, base, now)
            return True
        self._left(report, outcome, now)
        return False

    def _wrote(self, report: NoteReport, outcome: Outcome, base: Snapshot, now: float) -> None:
        path = report.path
        self.say(Line(Level.CHANGE, "written", change_words(report), path))
        if outcome.reason and not outcome.rescued:
            level = Level.DETAIL if outcome.reason in self._noticed else Level.NOTICE
            self._noticed.add(outcome.reason)
            self.say(Line(level, "notice", outcome.reason, path))
        # Known by its bytes, not by when its event comes: she may have saved again already.
        fresh = self.store.read(path)
        if isinstance(fresh, Snapshot) and fresh.data == report.new:
            self.planning.notes[path] = fresh
        else:
            self.planning.notes[path] = replace(base, data=report.new, signature=_UNKNOWN)
            self.schedule.touched(path, now)

    def _left(self, report: NoteReport, outcome: Outcome, now: float) -> None:
        path = report.path
        if outcome.verdict is Verdict.DEFERRED:
            self.schedule.held(path, now)
            self.say(Line(Level.DETAIL, "waiting", outcome.reason, path))
        elif outcome.verdict in {Verdict.BUSY, Verdict.CHANGED}:
            self.schedule.touched(path, now)
            self.say(Line(Level.DETAIL, "changed", outcome.reason, path))
        elif outcome.verdict is Verdict.SKIPPED:
            self._refuse(report, f"not written, {outcome.reason}")

    def _refuse(self, report: NoteReport, reason: str) -> None:
        before = self._refused.get(report.path)
        self._refused[report.path] = (report.new, reason)
        if before is None or before[1] != reason:
            self.say(Line(Level.NOTICE, "left", reason, report.path))
