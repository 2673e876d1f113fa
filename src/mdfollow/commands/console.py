"""Where a command's words go: data to stdout, everything else to stderr."""

from collections.abc import Mapping
from typing import TextIO

from mdfollow.record import dataclass
from mdfollow.views.paint import ANSI, PLAIN, Paint

LEAST = 20
"""Columns below which no line is wrapped any narrower."""


@dataclass(frozen=True)
class Console:
    """The streams, environment and current folder a command runs with."""

    stdin: TextIO | None
    stdout: TextIO
    stderr: TextIO
    env: Mapping[str, str]
    cwd: str

    def data(self, text: str) -> None:
        """Write what the command was asked for, as it is."""
        _write(self.stdout, text)

    def say(self, *lines: str) -> None:
        """Write lines about it."""
        self.stdout.flush()
        for line in lines:
            _write(self.stderr, line + "\n")
        self.stderr.flush()

    @property
    def can_ask(self) -> bool:
        """Whether somebody sits there to answer."""
        return self.stdin is not None and self.stdin.isatty() and self.stderr.isatty()

    def agreed(self, question: str) -> bool:
        """Ask a yes-or-no question; anything but a yes is a no."""
        return self.answer(f"{question} [y/N] ").lower() in {"y", "yes"}

    def answer(self, question: str) -> str:
        """Ask, and return what was typed."""
        self.stdout.flush()
        _write(self.stderr, question)
        self.stderr.flush()
        return (self.stdin.readline() if self.stdin is not None else "").strip()

    @property
    def paint(self) -> Paint:
        """Colours for stdout, on a terminal that wants them."""
        return ANSI if self._colours(self.stdout) else PLAIN

    def _colours(self, stream: TextIO) -> bool:
        if self.env.get("NO_COLOR"):
            return False
        if self.env.get("FORCE_COLOR", "0") not in {"", "0"}:
            return True
        return stream.isatty() and self.env.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """Columns to wrap lines at; 0 where they go to a file or to another program."""
        if not self.stdout.isatty():
            return 0
        columns = self.env.get("COLUMNS", "")
        if columns.isascii() and columns.isdigit() and int(columns) >= LEAST:
            return int(columns)
        import shutil

        return max(shutil.get_terminal_size().columns, LEAST)

    @property
    def ascii_only(self) -> bool:
        """Whether stdout cannot hold every character."""
        encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        return not encoding.lower().replace("-", "").startswith("utf")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
