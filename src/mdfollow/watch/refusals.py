"""Notes that the system lets nobody read or write for now: when to try again, and what to say.

A note is tried again after a pause that grows from seconds to minutes, and at once when what it
needs has changed: rights, room, its disk. What is wrong is said once, however often it is tried.
"""

from collections.abc import Callable, Collection

from mdfollow.record import dataclass, field

PAUSE, LONGEST = 5.0, 300.0
"""Seconds before the first and the last tries; each pause is twice the one before it."""
CHECK, SELDOM = 1.0, 5.0
"""Seconds between two looks at the conditions: at first; once all wait the longest pause."""
MANY = 100
"""Notes from which on they are looked at as seldom."""

Look = Callable[[str, int], object]
"""The conditions for a note of so many bytes at this path; compared, never read."""


@dataclass(slots=True)
class _Refused:
    """`new`: what was to be written; `seen`: the conditions after the last try."""

    new: bytes
    seen: object
    pause: float
    at: float
    tries: int = 1
    is_free: bool = False
    """Whether it may be tried now."""
    reasons: set[str] = field(default_factory=set)


@dataclass
class Refusals:
    """By path. All times are seconds of one clock that never goes back."""

    look: Look
    _refused: dict[str, _Refused] = field(default_factory=dict)
    _check_at: float = 0.0

    def refuse(self, path: str, new: bytes, reason: str, now: float, *, patience: int = 0) -> bool:
        """It was tried and refused; whether `reason` is to be said now.

        `patience`: so many tries are nothing to speak of.
        """
        seen, found = self.look(path, len(new)), self._refused.get(path)
        if not self._refused:
            self._check_at = now + CHECK
        if found is None:
            found = self._refused[path] = _Refused(new, seen, PAUSE, now + PAUSE)
        else:
            is_same = found.new == new and found.seen == seen
            found.pause = min(2 * found.pause, LONGEST) if is_same else PAUSE
            found.new, found.seen, found.is_free = new, seen, False
            found.at, found.tries = now + found.pause, found.tries + 1
        is_news = found.tries > patience and reason not in found.reasons
        if is_news:
            found.reasons.add(reason)
        return is_news

    def __contains__(self, path: str) -> bool:
        """Whether this one was refused and not let through since."""
        return path in self._refused

    def waits(self, path: str, new: bytes) -> bool:
        """Whether this is not the time to try `new` at `path`."""
        found = self._refused.get(path)
        return found is not None and found.new == new and not found.is_free

    def keep(self, paths: Collection[str]) -> None:
        """Forget all others: nothing is wanted of them any more."""
        for path in self._refused.keys() - set(paths):
            del self._refused[path]

    def forget(self, path: str) -> None:
        """It was let through."""
        self._refused.pop(path, None)

    def hurry(self, path: str = "") -> None:
        """Something happened to the note, or (without a path) to any: no pause counts."""
        for each in [path] if path else self._refused:
            if found := self._refused.get(each):
                found.at = 0.0

    def due(self, now: float) -> list[str]:
        """Those to be tried now. Each is named once, until it is refused again."""
        if self._refused and now >= self._check_at:
            self._check(now)
        ready = [path for path, each in self._refused.items() if each.at <= now]
        for path in ready:
            found = self._refused[path]
            found.is_free, found.at = True, now + found.pause
        return ready

    def next(self) -> float | None:
        """When to ask `due` again; None while nothing is refused."""
        if not self._refused:
            return None
        return min(self._check_at, *(each.at for each in self._refused.values()))

    def _check(self, now: float) -> None:
        is_old = all(each.pause >= LONGEST for each in self._refused.values())
        self._check_at = now + (SELDOM if is_old or len(self._refused) > MANY else CHECK)
        for path, each in self._refused.items():
            if self.look(path, len(each.new)) != each.seen:
                each.at = now
