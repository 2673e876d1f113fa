"""The dashboard in a watch: written once nothing has stirred in the whole vault for a minute."""

from mdfollow.record import dataclass
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.store import Store
from mdfollow.watch.lines import Level, Line, Say
from mdfollow.watch.planning import Planning
from mdfollow.watch.refusals import Refusals

QUIET = 60.0
"""Seconds without a change in any note before the page is made anew."""
_AGAIN = frozenset({Verdict.DEFERRED, Verdict.BUSY, Verdict.CHANGED})


@dataclass
class KeptPage:
    """When the page is due, `at` on the watch's clock; None while there is nothing to do."""

    planning: Planning
    store: Store
    say: Say
    refusals: Refusals
    """Its own: those of the notes know of nothing but the plans."""
    at: float | None = None

    def stir(self, now: float) -> None:
        """Something changed in a note: the quiet begins anew."""
        self.at = now + QUIET if self.planning.session.settings.dashboard else None

    def next(self) -> float | None:
        """When `act` will have something to do; None while there is nothing."""
        times = [at for at in (self.at, self.refusals.next()) if at is not None]
        return min(times, default=None)

    def act(self, now: float, *, is_quiet: bool) -> None:
        """Write the page if it is due, or may be tried again, and no note is under way."""
        is_free = bool(self.refusals.due(now))
        if not is_free and (self.at is None or now < self.at):
            return
        if is_quiet:
            self.keep(now)
        else:
            self.stir(now)

    def keep(self, now: float) -> None:
        """Bring the page up to date with the notes as they are at rest."""
        self.at = None
        path = self.planning.session.settings.dashboard
        self.refusals.keep([path] if path else [])
        if not path:
            return
        from mdfollow.dashboard import REFRESHED, refresh

        found = refresh(self.planning.session, self.store, self.planning.reports({}))
        if found is None:
            self.refusals.forget(path)
            return
        outcome = found.outcome
        if outcome.verdict is Verdict.WRITTEN:
            self.refusals.forget(path)
            self.say(Line(Level.CHANGE, "written", REFRESHED, outcome.path))
        elif outcome.verdict in _AGAIN:
            self.stir(now)
            self.say(Line(Level.DETAIL, "waiting", outcome.reason, outcome.path))
        elif self.refusals.refuse(path, b"".join(e.new for e in found.edits), outcome.reason, now):
            self.say(Line(Level.NOTICE, "left", f"not written, {outcome.reason}", outcome.path))
