"""When to look at a note and when to settle it: a machine of touches and a clock, nothing else.

A note that was touched is looked at shortly before its quiet time is over, so that the plan is
ready; it is settled, and written where the plan says so, once the quiet time has passed. Every
touch starts the wait anew, up to a longest one. All times are seconds of one clock that never
goes back.

    touched --(quiet - lead)--> look --(quiet)--> settle --> at rest
                                 |  gone: looked at once more before it is believed
                                 |  a first plan, a block that vanished: a longer wait
"""

from enum import Enum

from mdfollow.digest import sha256
from mdfollow.record import dataclass, field, replace

SPREAD = 15.0
"""Seconds over which the machines that share a vault spread their writes."""
CROWD = 20
"""Notes under way from which on they are taken together: a checkout, a sync, a replace-all."""
GAP = 0.3
"""Seconds without another note becoming ready after which a crowd is complete."""
PATIENCE = 5.0
"""Seconds that a ready note waits for the rest of its crowd."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds. `first`: before a note's first plan; `vanished`: after our block was taken out.

    `arrival`: for what a sync program brought, so that the machine she sits at writes first.
    `retry`: while an editor has unsaved changes. `lead`: how long before the end of a wait the
    plan is made.
    """

    quiet: float = 2.0
    first: float = 10.0
    vanished: float = 60.0
    longest: float = 30.0
    arrival: float = 15.0
    retry: float = 2.0
    lead: float = 1.0


def share(host: str, path: str) -> float:
    """What machine `host` adds to the wait for a note that arrives: 0 to 15 seconds."""
    mark = sha256(f"{host}\0{path}".encode("utf-8", "surrogateescape")).digest()
    return int.from_bytes(mark[:4]) / 2**32 * SPREAD


def waits_for(quiet: float | None, setting: float, *, is_polling: bool) -> Waits:
    """The waits for `--quiet-time` (None: not given) and the setting `quiet_time`.

    A quiet time of her own counts before a first plan, too. What polling sees is old already, so
    that its plan is made at once and held against the note again when the time is over.
    """
    plain = Waits()
    chosen = setting if quiet is None else quiet
    is_own = quiet is not None or setting != plain.quiet
    lead = chosen if is_polling else min(plain.lead, chosen / 2)
    return replace(plain, quiet=chosen, first=chosen if is_own else plain.first, lead=lead)


class Need(Enum):
    """What a look at a note found it to need."""

    QUIET = "quiet"
    """Its ordinary quiet time."""
    FIRST = "first"
    """More quiet: it would be its first plan (merge-cases 47)."""
    VANISHED = "vanished"
    """Much more: she, or an old buffer, has just taken our block out (merge-cases 33, 45)."""


class _Stage(Enum):
    LOOK = "look"
    SETTLE = "settle"
    HELD = "held"


@dataclass(slots=True)
class _Pending:
    """A note between its touch and its rest; `since` is its first touch, `last` its latest.

    `missed`: it was gone when last looked at.
    """

    since: float
    last: float
    wait: float
    at: float
    stage: _Stage = _Stage.LOOK
    missed: bool = False


_Waiting = list[tuple[str, _Pending]]


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done now: notes to look at, notes to settle."""

    look: tuple[str, ...] = ()
    settle: tuple[str, ...] = ()


@dataclass(slots=True)
class Schedule:
    """Which notes wait for what."""

    waits: Waits = field(default_factory=Waits)
    _pending: dict[str, _Pending] = field(default_factory=dict)
    _soonest: float = 0.0
    """Nothing is due before. In a burst this is asked at every turn, among thousands of notes."""

    def is_pending(self, path: str) -> bool:
        """Whether a note has not come to rest."""
        return path in self._pending

    def touched(self, path: str, now: float, *, arrival: float | None = None) -> None:
        """Something happened to a note; `arrival` is the wait for what a sync program brought.

        `now` may lie in the past, when it is found out later.
        """
        wait = self.waits.quiet if arrival is None else max(arrival, self.waits.quiet)
        found = self._pending.get(path)
        since = found.since if found else now
        last = max(now, found.last) if found else now
        found = self._pending[path] = _Pending(since, last, wait, last)
        self._plan(found, max(last, self._end(since, last, wait) - self.waits.lead))

    def looked(self, path: str, need: Need) -> None:
        """A look found the note there, in need of this wait before it is settled."""
        found = self._pending[path]
        found.stage, found.missed = _Stage.SETTLE, False
        if need is Need.VANISHED:
            self._plan(found, found.last + self.waits.vanished)
        else:
            wait = max(found.wait, self.waits.first) if need is Need.FIRST else found.wait
            self._plan(found, self._end(found.since, found.last, wait))

    def missed(self, path: str, now: float) -> bool:
        """A look found no interview note; whether that is to be believed now.

        The first time it is not: an editor may be between two steps of a save (E09).
        """
        found = self._pending[path]
        if found.missed:
            found.missed, found.stage = False, _Stage.SETTLE
            self._plan(found, now)
            return True
        found.missed = True
        self._plan(found, now + self.waits.quiet)
        return False

    def settled(self, path: str) -> None:
        """The note has come to rest."""
        self._pending.pop(path, None)

    def held(self, path: str, now: float) -> None:
        """An editor has unsaved changes in the note: settle it again a little later."""
        found = self._pending.setdefault(path, _Pending(now, now, self.waits.quiet, now))
        found.stage = _Stage.HELD
        self._plan(found, now + self.waits.retry)

    def unlocked(self, path: str, now: float) -> None:
        """An editor let go of a note: one that waited for it need not wait longer."""
        found = self._pending.get(path)
        if found and found.stage is _Stage.HELD:
            self._plan(found, min(found.at, now + self.waits.lead / 4))

    def due(self, now: float) -> Due:
        """What is to be done now.

        While a note seems to be gone, nothing is settled but what has waited longest already: it
        may just have got another name, or be coming back.
        """
        if now < self._soonest:
            return Due()
        looking, settling = self._stages()
        blocked = any(each.missed for _, each in looking)
        if blocked:
            settling = [
                (path, each) for path, each in settling if now - each.since >= self.waits.longest
            ]
        return Due(self._released(looking, now), self._released(settling, now))

    def next(self, now: float) -> float | None:
        """When to ask `due` again, or a little sooner; None while nothing is under way."""
        if not self._pending:
            return None
        if self._soonest <= now:
            self._soonest = min(each.at for each in self._pending.values())
        # What is ready and was not released waits for others: look again in a moment.
        return self._soonest if self._soonest > now else now + GAP / 3

    def _plan(self, found: _Pending, at: float) -> None:
        found.at = at
        self._soonest = min(self._soonest, at)

    def _stages(self) -> tuple[_Waiting, _Waiting]:
        looking: _Waiting = []
        settling: _Waiting = []
        for path, each in self._pending.items():
            (looking if each.stage is _Stage.LOOK else settling).append((path, each))
        return looking, settling

    def _released(self, waiting: _Waiting, now: float) -> tuple[str, ...]:
        ready = tuple(path for path, each in waiting if each.at <= now)
        if len(ready) == len(waiting) or len(self._pending) <= CROWD:
            return ready
        is_growing = any(now < each.at <= now + GAP for _, each in waiting)
        is_late = any(each.at + PATIENCE <= now for _, each in waiting)
        return () if is_growing and not is_late else ready

    def _end(self, since: float, last: float, wait: float) -> float:
        return min(last + wait, since + self.waits.longest)
