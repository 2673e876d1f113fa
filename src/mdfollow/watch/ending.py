"""How a watch comes to its end, wherever it is: between two notes, and never within a write (A15).

Planning and writing ask between two notes whether an end is wanted. Where that takes too long, in
one huge note, in a question to her, on a slow disk, the watch is nudged and ends where it is; where
even its last words cannot be told, to a terminal that stands still, or nothing is heard, on a disk
that hangs, it is left as it is. Nothing it knew is used after that: the vault is the only state.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from enum import Enum

from mdfollow.vault.outcome import Outcome, Snapshot
from mdfollow.vault.store import Store

TICK = 0.05
"""Seconds between two looks at how the end is getting on."""
GRACE = 0.3
"""Seconds in which the watch may end by itself, and again for its last words."""
DEAF = 12
"""Nudges that nobody hears: the watch hangs."""
HUNG, BROKEN = 2.5, 5.0
"""Seconds after which it is left in any case, and within a write."""
ONCE_IN = 10
"""Nudges of which one ends it: the others may meet it while it is ending."""


class Ended(BaseException):
    """Somebody wants an end; not an Exception, so that no guard around a note takes it for one."""


class Step(Enum):
    """What is to be done for an end that is wanted."""

    WAIT = "wait"
    NUDGE = "nudge"
    """Have `nudged` called in the main thread."""
    LEAVE = "leave"
    """End the process on the spot. Even a write may be: a note is old or new at any time (W07)."""


class Ending:
    """Whether an end is wanted, and how it is coming about. Any thread may look."""

    def __init__(self) -> None:
        self._is_wanted = self._is_shielded = False
        self._over_since: float | None = None
        self._is_over = False
        self._unheard = self._heard = 0

    @property
    def is_wanted(self) -> bool:
        """Whether somebody wants an end."""
        return self._is_wanted

    def want(self) -> None:
        """Somebody wants an end."""
        self._is_wanted = True

    def over(self) -> None:
        """The watch has ended: only its last words are left."""
        self._is_over = True

    def between(self) -> None:
        """Raise Ended if an end is wanted: nothing is half done at this moment."""
        if self._is_wanted:
            raise Ended

    def nudged(self) -> None:
        """End it here, unless a write is under way or it is ending already."""
        self._unheard = 0
        if self._is_over or self._is_shielded:
            return
        self._heard += 1
        if self._heard % ONCE_IN == 1:
            raise Ended

    def step(self, seconds: float) -> Step:
        """What to do now, so many seconds after the end was wanted; asked tick by tick."""
        if self._is_over:
            if self._over_since is None:
                self._over_since = seconds
            return Step.LEAVE if seconds - self._over_since >= GRACE else Step.WAIT
        if self._is_shielded:
            return Step.LEAVE if seconds >= BROKEN else Step.WAIT
        if seconds >= HUNG or self._unheard >= DEAF:
            return Step.LEAVE
        if seconds < GRACE:
            return Step.WAIT
        self._unheard += 1
        return Step.NUDGE

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

    def together(self) -> AbstractContextManager[None]:
        """Many notes in one go."""
        return self._store.together()
