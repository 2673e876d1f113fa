"""Putting plans into notes that have come to rest, and knowing when to leave one alone."""

from collections.abc import Callable, Iterable

from mdfollow.record import dataclass, field, replace
from mdfollow.sync.result import NoteReport
from mdfollow.vault.outcome import Outcome, Signature, Snapshot, Verdict
from mdfollow.vault.store import Store
from mdfollow.views.sync_lines import change_words, first_plans, likewise
from mdfollow.watch.guard import Guard
from mdfollow.watch.lines import Level, Line, Say
from mdfollow.watch.planning import Planning
from mdfollow.watch.refusals import Refusals
from mdfollow.watch.schedule import Schedule

UNDONE = (
    "another program keeps putting this note back to what it was; "
    "it is left alone until you change it"
)
BUSY_TRIES = 3
"""Tries to write a note that another program is writing, before she is told."""
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
    refusals: Refusals
    _guard: Guard = field(default_factory=Guard)
    _noticed: set[str] = field(default_factory=set)
    """What was said of written notes: a vault whose group is not hers says so once."""

    def write(self, reports: Iterable[NoteReport], now: float) -> None:
        """Write every note at rest that the plan changes."""
        changed = [report for report in reports if report.changed]
        self.refusals.keep([report.path for report in changed])
        written: list[NoteReport] = []
        left: dict[str, list[str]] = {}
        try:
            for report in changed:
                self.between()
                if not self.schedule.is_pending(report.path):
                    self._put(report, now, written, left)
        finally:
            for reason, (path, *others) in left.items():
                what = f"not written, {reason}{likewise(len(others))}"
                self.say(Line(Level.NOTICE, "left", what, path))
            if first_plans(written):
                self.say(Line(Level.NOTICE, "undo", MANY_WRITTEN))

    def _put(
        self,
        report: NoteReport,
        now: float,
        written: list[NoteReport],
        left: dict[str, list[str]],
    ) -> None:
        path, base = report.path, self.planning.notes[report.path]
        if self.refusals.waits(path, report.new):
            return
        if self._guard.allows(path, base.data, now, first=report.first):
            outcome = self.store.replace(base, report.new)
        else:
            outcome = Outcome(Verdict.SKIPPED, path, UNDONE)
        if outcome.rescued:
            self.say(Line(Level.NOTICE, "rescued", outcome.reason, path, outcome.rescued))
        if outcome.verdict is Verdict.WRITTEN:
            self._guard.wrote(path, base.data, now)
            self._wrote(report, outcome, base, now)
            written.append(report)
        elif self._left(report, outcome, now):
            left.setdefault(outcome.reason, []).append(path)

    def _wrote(self, report: NoteReport, outcome: Outcome, base: Snapshot, now: float) -> None:
        path = report.path
        self.refusals.forget(path)
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

    def _left(self, report: NoteReport, outcome: Outcome, now: float) -> bool:
        """Have a note that was not written wait; whether she is to be told why."""
        path, reason = report.path, outcome.reason
        if outcome.verdict is Verdict.DEFERRED:
            self.schedule.held(path, now)
            self.say(Line(Level.DETAIL, "waiting", reason, path))
            return False
        if outcome.verdict is Verdict.CHANGED:
            self.schedule.touched(path, now)
            self.say(Line(Level.DETAIL, "changed", reason, path))
            return False
        # Who is writing it now has mostly finished by the next try.
        patience = BUSY_TRIES if outcome.verdict is Verdict.BUSY else 0
        is_news = self.refusals.refuse(path, report.new, reason, now, patience=patience)
        if not is_news:
            self.say(Line(Level.DETAIL, "refused", reason, path))
        return is_news
