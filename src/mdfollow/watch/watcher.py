"""A watch over one vault: takes hints, looks, settles. No thread, no sleep: time is handed in."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from mdfollow.problem import MdfollowError, Problem
from mdfollow.record import replace
from mdfollow.sync.result import NoteReport
from mdfollow.vault import notes
from mdfollow.vault.conditions import Conditions, conditions
from mdfollow.vault.names import names_of
from mdfollow.vault.outcome import Snapshot
from mdfollow.vault.store import Store
from mdfollow.vault.sweep import sweep
from mdfollow.watch import hints
from mdfollow.watch.kept_page import KeptPage
from mdfollow.watch.lines import Level, Line, Say
from mdfollow.watch.new_problems import NewProblems
from mdfollow.watch.planning import Changes, Planning
from mdfollow.watch.refusals import Refusals
from mdfollow.watch.schedule import Need, Schedule, Waits
from mdfollow.watch.settling import Settling
from mdfollow.watch.unread import Unread

OLD = 10.0
"""Seconds: what was last changed longer ago did not come from her keyboard just now."""
MANY = 500
"""Notes to look at from which on one walk through the vault is cheaper."""
_WHY = {
    Need.FIRST: "its first plan waits for more quiet",
    Need.VANISHED: "its plan was taken out; a new one waits for a minute of quiet",
}

Agreed = Callable[[Sequence[NoteReport]], bool]


class Watcher:
    """Everything a watch knows. `now` is always the same clock, which never goes back.

    `wall` gives seconds since 1970; `share` (0 to 15) is what this machine adds to the wait for
    a note that arrives by sync, so that two machines do not write at the same moment. `between` is
    called between two notes, wherever the watch is; what it raises ends it there.
    """

    def __init__(
        self,
        planning: Planning,
        store: Store,
        say: Say,
        *,
        wall: Callable[[], float],
        waits: Waits | None = None,
        share: Callable[[str], float] = lambda _: 0.0,
        between: Callable[[], None] = lambda: None,
    ) -> None:
        self.planning, self.session, self.say = planning, planning.session, say
        self.root = self.session.root
        self.wall, self.share = wall, share
        self.session.between = between
        self.schedule = Schedule(waits or Waits())
        self.refusals = Refusals(self._conditions)
        self.unread = Unread(self._conditions, say)
        self.settling = Settling(planning, self.schedule, store, say, between, self.refusals)
        self.page = KeptPage(planning, store, say, Refusals(self._conditions))
        self.rescan_at: float | None = None
        self._planned_on: date | None = None
        self._found: dict[str, Snapshot | None] = {}
        self._problems = NewProblems(say)

    def start(self, now: float, agreed: Agreed = lambda _: True) -> bool:
        """Look at the whole vault and write at once, without waits; False if she declined."""
        found = dict(self._scan(now))
        self.planning.accept(found)
        reports = self.planning.reports({})
        waiting = [report for report in reports if report.changed]
        if waiting and not agreed(waiting):
            return False
        self._settle_all(now)
        self.page.keep(now)
        return True

    def take(self, hint: hints.Hint, now: float) -> None:
        """Note a hint; nothing is read or written yet but the note's signature."""
        match hint:
            case hints.Touched(path, arrived):
                self._touch(path, now, arrived=arrived)
            case hints.Moved(old, path):
                self._move(old, path, now)
            case hints.FolderTouched(path):
                self._touch_folder(path, now)
            case hints.Unlocked(path):
                self.schedule.unlocked(path, now)
            case hints.SettingsTouched():
                self.rescan_at = now + self.schedule.waits.quiet
            case hints.Doubt(reason):
                self.say(Line(Level.DETAIL, "rescan", f"looking at the whole vault ({reason})"))
                self.rescan_at = now
            case _:
                pass

    def next(self, now: float) -> float | None:
        """When `act` will have something to do; None while all is at rest."""
        waiting = self.schedule.next(now), self.refusals.next(), self.unread.next()
        times = [at for at in (*waiting, self.rescan_at, self.page.next()) if at is not None]
        return min(times, default=None)

    def act(self, now: float) -> None:
        """Do what is due."""
        if self.rescan_at is not None and self.rescan_at <= now:
            self.rescan_at = None
            self.rescan(now)
        for path in self.unread.due(now):
            self._touch(path, now)
            self._touch_folder("" if path == "." else path, now)
        due = self.schedule.due(now)
        if due.look:
            self._look(due.look, now)
        if due.settle:
            self._settle(due.settle, now)
        if self.refusals.due(now):
            self._settle_all(now)
        self.page.act(now, is_quiet=self.schedule.next(now) is None)

    def rescan(self, now: float) -> None:
        """Compare the vault with what is known of it; what differs counts as touched."""
        changed = self._reloaded()
        self.refusals.hurry()
        scanned = dict(self._scan(now))
        for path, found in scanned.items():
            known = self.planning.notes.get(path)
            if known is not None and known.data == found.data:
                self.planning.notes[path] = found
            else:
                self._touch(path, self._since(found, now))
        for path in self.planning.notes.keys() - scanned.keys():
            self._touch(path, now)
        if changed or self._planned_on != self.planning.today():
            # On a new day what has had its time goes, and drafts come (OVER-4, AHEAD).
            self._settle_all(now)

    def _since(self, found: Snapshot, now: float) -> float:
        """When a note that a rescan found changed was changed: it may have been quiet since."""
        age = self.wall() - found.signature.ctime_ns / 1e9
        return now - min(max(age, 0.0), self.schedule.waits.quiet)

    def _reloaded(self) -> bool:
        """Read the settings anew; whether they changed. Wrong ones are said and not used."""
        try:
            changed = self.session.reload()
        except MdfollowError as error:
            self._problems.settings(str(error))
            return False
        self._problems.settings()
        return changed

    def _scan(self, now: float) -> Iterator[tuple[str, Snapshot]]:
        leftovers: list[str] = []
        unread: list[Problem] = []
        for found in self.session.walk():
            if isinstance(found, Snapshot):
                self.unread.forget(found.path)
                yield found.path, found
            elif isinstance(found, Problem):
                self._cannot(found, unread)
            else:
                leftovers.append(found.path)
        self.unread.scanned(unread, now)
        for message in sweep(self.root, leftovers):
            self.say(Line(Level.NOTICE, "kept", message))

    def _cannot(self, problem: Problem, unread: list[Problem]) -> None:
        """Tell what keeps a note from being read; what the system refuses is for `unread`."""
        if problem.code == notes.UNREADABLE:
            unread.append(problem)
        else:
            self._problems.tell([problem])

    def _touch(self, path: str, now: float, *, arrived: bool = False) -> None:
        if not names_of(self.session.settings).is_note(path):
            return
        signature = notes.signature(self.root, path)
        known = self.planning.notes.get(path)
        if known and known.signature == signature and not self.schedule.is_pending(path):
            return  # what we wrote, or what was seen already
        old = signature is not None and self.wall() - signature.mtime_ns / 1e9 > OLD
        is_late = arrived or (old and path not in self.refusals)  # rights make no note a late one
        wait = self.schedule.waits.arrival + self.share(path) if is_late else None
        self.schedule.touched(path, now, arrival=wait)
        self.page.stir(now)
        self._found.pop(path, None)

    def _move(self, old: str, path: str, now: float) -> None:
        known = self.planning.notes.pop(old, None)
        if known is not None:
            self.planning.notes[path] = replace(known, path=path)
        self.schedule.settled(old)
        self._found.pop(old, None)
        self._touch(old, now)
        self._touch(path, now)

    def _touch_folder(self, folder: str, now: float) -> None:
        for path in notes.under(self.root, self.session.settings, folder):
            self._touch(path, now)
        within = folder and folder + "/"
        for path in [path for path in self.planning.notes if path.startswith(within)]:
            self._touch(path, now)

    def _look(self, paths: Collection[str], now: float) -> None:
        changes: dict[str, Snapshot] = {}
        unread: list[Problem] = []
        is_late = False
        for path, found in self._looked(paths, now):
            if isinstance(found, Problem):
                self._cannot(found, unread)
                self.schedule.settled(path)
                continue
            self.unread.forget(path)
            if found is not None:
                self._see(path, found, changes)
            elif path not in self.planning.notes:
                self.schedule.settled(path)
                is_late |= self.session.finds_late(path)
            elif self.schedule.missed(path, now):
                self._found[path] = None
        self.unread.found(unread, now)
        if is_late:
            self._settle_all(now)
        for path, need in self.planning.needs(changes).items():
            self.schedule.looked(path, need)
            if need is not Need.QUIET:
                self.say(Line(Level.DETAIL, "waiting", _WHY[need], path))

    def _looked(
        self, paths: Collection[str], now: float
    ) -> Iterator[tuple[str, Snapshot | Problem | None]]:
        if len(paths) <= MANY:
            for path in paths:
                yield path, self.session.look_at(path)
            return
        scanned = dict(self._scan(now))
        for path in paths:
            if path in scanned or not self.unread.covers(path):
                yield path, scanned.get(path)
            else:
                self.schedule.settled(path)

    def _conditions(self, path: str, size: int) -> Conditions:
        return conditions(self.root, path, size)

    def _see(self, path: str, found: Snapshot, changes: dict[str, Snapshot]) -> None:
        known = self.planning.notes.get(path)
        if known is not None and known.data == found.data:
            self.planning.notes[path] = found
            self.refusals.hurry(path)
            self.schedule.settled(path)
            self.say(Line(Level.DETAIL, "unchanged", "nothing in it changed", path))
        else:
            self._found[path] = changes[path] = found

    def _settle(self, paths: Sequence[str], now: float) -> None:
        changes = {path: self._found.pop(path) for path in paths if path in self._found}
        reports = self.planning.reports(changes)
        self.planning.accept(changes)
        for path in paths:
            self.schedule.settled(path)
        self._say_nothing_to_do(changes, reports)
        self._write(reports, now)

    def _settle_all(self, now: float) -> None:
        self._planned_on = self.planning.today()
        self._write(self.planning.reports({}), now)

    def _write(self, reports: Sequence[NoteReport], now: float) -> None:
        self._problems.planned(reports, self.schedule.is_pending)
        self.settling.write(reports, now)
        self.page.stir(now)

    def _say_nothing_to_do(self, changes: Changes, reports: Sequence[NoteReport]) -> None:
        changed = {each.path for each in reports if each.path in changes and each.changed}
        for path, found in changes.items():
            if found is None:
                self.say(Line(Level.DETAIL, "gone", "it is not an interview note any more", path))
            elif path not in changed:
                self.say(Line(Level.DETAIL, "nothing", "the plan in it fits what it says", path))
