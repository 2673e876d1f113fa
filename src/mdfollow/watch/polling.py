"""The lookout for folders without events: it compares what every note's file looks like."""

import time
from collections.abc import Callable

from mdfollow.settings import Settings
from mdfollow.vault import notes
from mdfollow.vault.outcome import Signature
from mdfollow.vault.root import SETTINGS_FILE
from mdfollow.watch.hints import SettingsTouched, Tell, Touched

PERIOD = 5.0
"""Seconds between two looks, in a vault where a look is quick."""
SHARE = 20
"""A look may take no more than one part in so many of the time."""


class PollingLookout:
    """Looks through the vault every few seconds, reading no note."""

    def __init__(
        self,
        root: str,
        settings: Callable[[], Settings],
        tell: Tell,
        clock: Callable[[], float] = time.monotonic,
        period: float = PERIOD,
    ) -> None:
        self.root, self._settings, self._tell, self._clock = root, settings, tell, clock
        self.period = self._least = period
        self._seen: dict[str, Signature] = {}
        self._file: Signature | None = None

    def start(self) -> None:
        """Take the first look, to which the next one is compared."""
        self._seen, self._file = self._look(), notes.signature(self.root, SETTINGS_FILE)

    def stop(self) -> None:
        """Nothing to give back."""

    def is_well(self) -> bool:
        """Always: there is nothing that could fail."""
        return True

    def refresh(self) -> None:
        """Nothing: every look finds new folders."""

    def poll(self) -> None:
        """Tell what differs from the last look."""
        before, seen = self._seen, self._look()
        self._seen = seen
        for path in seen.keys() | before.keys():
            if seen.get(path) != before.get(path):
                self._tell(Touched(path))
        file = notes.signature(self.root, SETTINGS_FILE)
        if file != self._file:
            self._file = file
            self._tell(SettingsTouched())

    def _look(self) -> dict[str, Signature]:
        began = self._clock()
        seen = notes.signatures(self.root, self._settings())
        self.period = max(self._least, SHARE * (self._clock() - began))
        return seen
