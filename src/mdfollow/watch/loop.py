"""The watch as a running thing: a queue of hints, a lookout, the clock and the health of it all."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

from mdfollow.record import dataclass, field
from mdfollow.vault import root as vault_root
from mdfollow.watch.hints import Doubt, Exhausted, Hint, Stop
from mdfollow.watch.lines import Level, Line
from mdfollow.watch.lookout import Lookout
from mdfollow.watch.notifying import Systemd
from mdfollow.watch.watcher import Watcher

HEALTH = 5.0
"""Seconds between two looks at the lookout, the clock and the vault's folder."""
RESCAN = 300.0
"""Seconds between two looks at the whole vault, a quarter more or less."""
CALM = 0.5
"""Seconds after a loss of events until the lookout is begun anew."""
MOST_HINTS = 5000
"""Hints heard in one go, so that a flood of them does not keep what is due from being done."""
JUMP = 60.0
"""Seconds by which two clocks may disagree before the machine must have slept."""
RESTARTS, RESTARTS_SPAN = 5, 600.0
"""So many restarts of the lookout in so many seconds, and the vault is looked through instead."""

POLLING = "looking through the vault every few seconds instead"
AWAY = "the vault is not there at the moment; waiting for it"
BACK = "the vault's folder is back; looking at all of it"


@dataclass
class Clocks:
    """`now` never goes back; `wall` is seconds since 1970; `chance` is from 0 to 1."""

    now: Callable[[], float]
    wall: Callable[[], float]
    chance: Callable[[], float]


@dataclass
class Loop:
    """Feeds a watcher. `lookout` makes the first choice, `polling` the one that always works."""

    watcher: Watcher
    queue: "SimpleQueue[Hint]"
    lookout: Callable[[], Lookout]
    polling: Callable[[], Lookout]
    clocks: Clocks
    systemd: Systemd
    every_day: Callable[[], None] = lambda: None
    """Called now and then: something may have become due."""
    _eyes: Lookout | None = None
    _identity: tuple[int, int] | None = None
    _restarts: deque[float] = field(default_factory=deque)
    _offset: float = 0.0
    _health_at: float = 0.0
    _rescan_at: float = 0.0
    _poll_at: float | None = None
    _broken_at: float | None = None
    _repair_at: float | None = None
    _is_stopped: bool = False

    def open(self) -> None:
        """Begin to look out; the vault itself is looked at after that, so nothing falls between."""
        self._identity = vault_root.identity(self.watcher.root)
        self._offset = self.clocks.wall() - self.clocks.now()
        self._begin(self.lookout)
        now = self.clocks.now()
        self._health_at, self._rescan_at = now + HEALTH, self._next_rescan(now)

    def close(self) -> None:
        """End it."""
        self.systemd.stopping()
        if self._eyes is not None:
            self._eyes.stop()

    def run(self) -> None:
        """Take hints and do what is due until somebody wants an end."""
        while not self._is_stopped:
            wait = max(0.0, self.until() - self.clocks.now())
            with suppress(Empty):
                self._hear(self.queue.get(timeout=wait))
            self.turn()

    def until(self) -> float:
        """When there will be something to do without a hint."""
        now = self.clocks.now()
        times = (
            self._health_at,
            self._rescan_at,
            self._poll_at,
            self.systemd.next,
            self._repair_at,
        )
        mine = [at for at in times if at is not None]
        theirs = None if self._identity is None else self.watcher.next(now)
        return min([*mine, theirs] if theirs is not None else mine)

    def turn(self) -> None:
        """Hear all hints there are, then do what is due."""
        for _ in range(MOST_HINTS):
            if self._is_stopped:
                return
            try:
                self._hear(self.queue.get_nowait())
            except Empty:
                break
        now = self.clocks.now()
        self._do(now)

    def _do(self, now: float) -> None:
        self.systemd.pulse(now)
        if now >= self._health_at:
            self._health_at = now + HEALTH
            self._check(now)
        if self._repair_at is not None and now >= self._repair_at:
            self._repair_at = self._broken_at = None
            self._begin(self.lookout)
            self.watcher.take(Doubt("events were lost"), now)
        if self._identity is None:
            return  # a vault that is not there has lost no note
        if self._poll_at is not None and self._eyes and now >= self._poll_at:
            self._eyes.poll()
            self._poll_at = self.clocks.now() + (self._eyes.period or HEALTH)
        if now >= self._rescan_at:
            self._rescan_at = self._next_rescan(now)
            self._refresh()
            self.watcher.take(Doubt("it is time for it"), now)
        self.watcher.act(now)

    def _next_rescan(self, now: float) -> float:
        return now + RESCAN * (0.75 + self.clocks.chance() / 2)

    def _hear(self, hint: Hint) -> None:
        now = self.clocks.now()
        match hint:
            case Stop():
                self._is_stopped = True
            case Exhausted(reason):
                self._fall_back(reason)
                self.watcher.take(Doubt(reason), now)
            case Doubt(_, lost) if lost:
                # In the midst of a burst another loss follows soon: repair once it is over.
                self._broken_at = now if self._broken_at is None else self._broken_at
                self._repair_at = min(now + CALM, self._broken_at + 4 * CALM)
            case Doubt():
                self._check(now)
                self._refresh()
                self.watcher.take(hint, now)
            case _:
                self.watcher.take(hint, now)

    def _begin(self, make: Callable[[], Lookout]) -> None:
        try:
            self._look_out(make())
        except OSError as error:
            self._fall_back(error.strerror or str(error))

    def _look_out(self, eyes: Lookout) -> None:
        before = self._eyes
        was_well = before is not None and before.is_well()
        if before is not None and not was_well:
            # First: it would close a file that is not its own any more, maybe the new one's.
            before.stop()
        eyes.start()
        self._eyes = eyes
        if before is not None and was_well:
            before.stop()
        self._poll_at = None if eyes.period is None else self.clocks.now() + eyes.period

    def _fall_back(self, reason: str) -> None:
        if self._poll_at is not None:
            return
        self._say("polling", f"{reason}; {POLLING}")
        self._look_out(self.polling())

    def _refresh(self) -> None:
        if self._eyes is None:
            return
        try:
            self._eyes.refresh()
        except OSError as error:
            self._fall_back(error.strerror or str(error))

    def _check(self, now: float) -> None:
        """See that the vault is the one that is watched, the lookout alive, the clock steady."""
        self.every_day()
        offset = self.clocks.wall() - now
        if abs(offset - self._offset) > JUMP:
            self.watcher.take(Doubt("the machine slept, or its clock was set"), now)
        self._offset = offset
        identity = vault_root.identity(self.watcher.root)
        if identity != self._identity:
            self._identity = identity
            if identity is None:
                self._say("away", AWAY)
                return
            self._say("back", BACK)
            self._restart("the folder was replaced", now)
        elif identity is not None and self._eyes is not None and not self._eyes.is_well():
            self._restart("the lookout ended", now)

    def _restart(self, reason: str, now: float) -> None:
        self._restarts.append(now)
        while now - self._restarts[0] > RESTARTS_SPAN:
            self._restarts.popleft()
        is_often = len(self._restarts) > RESTARTS
        self._poll_at = None
        if is_often:
            self._fall_back("watching ended again and again")
        else:
            self._begin(self.lookout)
        self.watcher.take(Doubt(reason), now)

    def _say(self, event: str, what: str) -> None:
        self.watcher.say(Line(Level.NOTICE, event, what))
        self.systemd.status(what)
