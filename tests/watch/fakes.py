"""A lookout that does what the test says, and a loop around it whose clock stands still."""

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

from mdfollow.watch.hints import Hint
from mdfollow.watch.loop import Clocks, Loop
from mdfollow.watch.notifying import Systemd
from tests.watch.vigil import Vigil


class Fake:
    """A lookout; `error` is raised by its start, `well` is its health."""

    def __init__(self, period: float | None = None, error: OSError | None = None) -> None:
        self.period, self.error, self.well = period, error, True
        self.starts = self.stops = self.refreshes = self.polls = 0

    def start(self) -> None:
        self.starts += 1
        if self.error is not None:
            raise self.error

    def stop(self) -> None:
        self.stops += 1

    def is_well(self) -> bool:
        return self.well

    def refresh(self) -> None:
        self.refreshes += 1
        if self.error is not None:
            raise self.error

    def poll(self) -> None:
        self.polls += 1


class Still:
    """A loop over `vigil` that runs only as far as the test lets it."""

    def __init__(self, root: Path, make: Callable[[], Fake] = Fake) -> None:
        self.vigil = Vigil(root)
        self.queue: SimpleQueue[Hint] = SimpleQueue()
        self.made: list[Fake] = []
        self.polling = Fake(period=5.0)
        self.jump = 0.0
        self.days = 0

        def lookout() -> Fake:
            self.made.append(make())
            return self.made[-1]

        self.loop = Loop(
            self.vigil.watcher,
            self.queue,
            lookout,
            lambda: self.polling,
            Clocks(lambda: self.vigil.now, lambda: self.vigil.wall() + self.jump, lambda: 0.5),
            Systemd({}),
            self._day,
        )

    def _day(self) -> None:
        self.days += 1

    def open(self) -> "Still":
        """Begin, as the command does."""
        self.loop.open()
        self.vigil.start()
        return self

    def run(self, seconds: float) -> None:
        """Let time pass."""
        end = self.vigil.now + seconds
        self.loop.turn()
        while (at := self.loop.until()) <= end:
            self.vigil.now = max(self.vigil.now, at)
            self.loop.turn()
        self.vigil.now = end
