"""How a watch comes to its end, wherever it is: between two notes, and never within a write (A15).

Planning and writing ask between two notes whether an end is wanted. Where that takes too long, in
one huge note, in a question to her, on a slow disk, the watch is ended from the signal itself; and
where even its last words cannot be told, to a terminal that stands still, it goes without them.
Nothing it knew is used after that: the vault is the only state.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mdfollow.vault.outcome import Outcome, Snapshot
from mdfollow.vault.store import Store

GRACE = 0.3
"""Seconds in which the watch may end by itself, and again for its last words."""
AGAIN = 0.05
"""Seconds until the next try, while a write is under way."""


class Ended(BaseException):
    """Somebody wants an end; not an Exception, so that no guard around a note takes it for one."""


class Ending:
    """Whether an end is wanted.

    `arm(seconds)` has `force` called after so many seconds, `leave` ends the process on the spot.
    """

    def __init__(self, arm: Callable[[float], object], leave: Callable[[], None]) -> None:
        self._arm, self._leave = arm, leave
        self._is_wanted = self._is_shielded = self._is_over = False

    def want(self) -> None:
        """Somebody wants an end."""
        if not self._is_wanted:
            self._is_wanted = True
            self._arm(GRACE)

    def over(self) -> None:
        """The watch has ended: only its last words are left."""
        self._is_over = True
        if self._is_wanted:
            self._arm(GRACE)

    def force(self) -> None:
        """End it here, unless a write is under way."""
        if self._is_over:
            self._leave()
            return
        self._arm(AGAIN if self._is_shielded else GRACE)
        if not self._is_shielded:
            raise Ended

    def between(self) -> None:
        """Raise Ended if an end is wanted: nothing is half done at this moment."""
        if self._is_wanted:
            raise Ended

    @contextmanager
    def shield(self) -> Iterator[None]:
        """Whatever is done within is done whole."""
        before, self._is_shielded = self._is_shielded, True
        try:
            yield
        finally:
            self._is_shielded = before


class Unbroken:
    """A store whose writes no end comes in between."""

    def __init__(self, store: Store, ending: Ending) -> None:
        self._store, self._ending = store, ending

    def read(self, path: str) -> Snapshot | Outcome:
        """Read one note whole; an Outcome says why not."""
        return self._store.read(path)

    def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
        """Put `new` in the place of the note, if it still is what `snapshot` says."""
        with self._ending.shield():
            return self._store.replace(snapshot, new)

    def create(self, path: str, data: bytes) -> Outcome:
        """Write a file that is not there yet."""
        with self._ending.shield():
            return self._store.create(path, data)

    def discard(self, snapshot: Snapshot) -> Outcome:
        """Take away a file with nothing of hers in it."""
        with self._ending.shield():
            return self._store.discard(snapshot)
