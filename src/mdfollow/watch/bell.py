"""A word on the desktop when something becomes due; without a name, for screens are seen."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import date

from mdfollow.sync.result import NoteReport
from mdfollow.views.agenda import Item, When, agenda

TITLE = "mdfollow"
_COMMANDS = (
    ("notify-send", ("--app-name=mdfollow", TITLE, "{text}")),
    ("osascript", ("-e", 'display notification "{text}" with title "mdfollow"')),
)


def begun(reports: Sequence[NoteReport], today: date) -> dict[str, Item]:
    """The steps whose time is now, by note and id; what is overdue is never brought up."""
    items = agenda(reports, today, 0).items
    return {
        f"{item.path}\0{item.step.desired.id}": item for item in items if item.when is When.TODAY
    }


def words(number: int) -> str:
    """What stands on the desktop."""
    if number == 1:
        return "A follow-up is due. `mdfollow agenda` shows it."
    return f"{number} follow-ups are due. `mdfollow agenda` shows them."


def command(text: str, which: Callable[[str], str | None] = shutil.which) -> list[str]:
    """The command that shows `text` on this desktop; empty when there is none."""
    for name, arguments in _COMMANDS:
        if found := which(name):
            return [found, *(each.format(text=text) for each in arguments)]
    return []


class Bell:
    """Rings once for each step; what it has rung for is forgotten with the day it came up."""

    def __init__(self, ring: Callable[[str], None]) -> None:
        self._ring = ring
        self._rung: set[str] = set()

    def hear(self, reports: Sequence[NoteReport], today: date) -> None:
        """Ring for what has become due since the last time."""
        now_due = begun(reports, today)
        fresh = now_due.keys() - self._rung
        self._rung = set(now_due)
        if fresh:
            self._ring(words(len(fresh)))


def show(text: str) -> None:
    """Put `text` on the desktop; where that does not work, nothing happens."""
    line = command(text)
    if not line:
        return
    try:
        subprocess.run(line, timeout=5, check=False, capture_output=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return
