"""The loop guard: when another program keeps undoing what we write, we stop first (A10)."""

from collections import deque

from mdfollow.digest import sha256
from mdfollow.record import dataclass, field

SPAN = 60.0
"""Seconds back in time that count."""
LONG_SPAN = 600.0
"""The same for first plans, of which one a minute is the most there can be (merge-cases 33)."""
MOST = 3
"""Times the same version of a note is written over within that span."""


def _mark(base: bytes) -> str:
    return sha256(base).hexdigest()


@dataclass(slots=True)
class Guard:
    """Remembers what was written where, as digests; times are seconds of a clock that never stops.

    The same version of a note can only come back to be written again if somebody put it back:
    what she changes herself makes it another version.
    """

    _writes: dict[str, deque[tuple[float, str]]] = field(default_factory=dict)
    _stopped: dict[str, str] = field(default_factory=dict)

    def allows(self, path: str, base: bytes, now: float, *, first: bool = False) -> bool:
        """Whether `base` may be written over once more; a refusal lasts until it changes.

        `first`: it would be the note's first plan.
        """
        mark = _mark(base)
        if self._stopped.get(path) == mark:
            return False
        self._stopped.pop(path, None)
        recent = self._writes.get(path)
        if not recent:
            return True
        since = now - (LONG_SPAN if first else SPAN)
        if sum(1 for moment, each in recent if each == mark and moment >= since) < MOST:
            return True
        self._stopped[path] = mark
        return False

    def wrote(self, path: str, base: bytes, now: float) -> None:
        """`base` was written over."""
        self._writes.setdefault(path, deque(maxlen=2 * MOST)).append((now, _mark(base)))
