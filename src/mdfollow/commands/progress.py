"""One line that tells how far a long run has come: on a terminal alone, and gone at its end."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from time import monotonic
from typing import TextIO, TypeVar

Each = TypeVar("Each")

AFTER = 1.0
"""Seconds a run may take before anything is drawn."""
EVERY = 0.1
"""Seconds between two drawings."""
CELLS = 20
LEAST = 60
"""Columns of a terminal without which there is no room for the line."""
READING, PLANNING, CHECKING, WRITING = "reading", "planning", "checking", "writing"
MOMENTS = 5
"""How often a note that gets its first plan is asked about while it is planned; others less."""
_ERASE = "\r\x1b[K"


class Progress:
    """How far a run has come; `stream` is where it is drawn, `now` seconds that never go back."""

    def __init__(
        self, stream: TextIO, env: Mapping[str, str], now: Callable[[], float] = monotonic
    ) -> None:
        self._stream, self._env, self._now = stream, env, now
        self._start = self._last = now()
        self._wanted: bool | None = None
        self._is_drawn = False
        self.words, self.total, self.count = READING, 0, 0

    def begin(self, words: str, total: int) -> None:
        """A part of the run begins, of so many notes."""
        self.words, self.total, self.count = words, total, 0

    def tick(self) -> None:
        """One note more."""
        self.count += 1
        now = self._now()
        if now - self._start < AFTER or now - self._last < EVERY:
            return
        self._last = now
        if self._wanted is None:
            self._wanted = self._is_wanted()
        if self._wanted:
            self._write(_ERASE + self._line())
            self._is_drawn = True

    def clear(self) -> None:
        """Take the line away, before anything else is written and at the end."""
        if self._is_drawn:
            self._is_drawn = False
            self._write(_ERASE)

    def _is_wanted(self) -> bool:
        if not self._stream.isatty() or self._env.get("TERM") == "dumb":
            return False
        import shutil

        return shutil.get_terminal_size().columns >= LEAST

    def _line(self) -> str:
        if not self.total:
            return f"{self.words}: {self.count} notes"
        is_whole = self.words != PLANNING
        all_ticks = self.total * (1 if is_whole else MOMENTS)
        count = min(self.count, all_ticks)
        full = count * CELLS // all_ticks
        signs = "█░" if "utf" in (self._stream.encoding or "utf").lower() else "#."
        bar = signs[0] * full + signs[1] * (CELLS - full)
        done = f"{count} of " if is_whole else ""
        return f"{self.words:<8}  {bar}  {done}{self.total} notes"

    def _write(self, text: str) -> None:
        with suppress(OSError):  # a terminal that is gone misses nothing
            self._stream.write(text)
            self._stream.flush()


def counted(rows: Sequence[Each], words: str, progress: Progress | None) -> Iterator[Each]:
    """The rows one by one, and with each the line of a part of the run that is called `words`."""
    if progress is not None:
        progress.begin(words, len(rows))
    for row in rows:
        yield row
        if progress is not None:
            progress.tick()
