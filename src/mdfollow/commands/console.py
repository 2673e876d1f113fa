"""Where a command's words go: data to stdout, everything else to stderr.

The one door out: all that is printed passes `printable` here, and what cannot be printed (a reader
that has gone, a full disk) stops no command, which has notes to write; `finish` tells of it.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Literal, TextIO

from mdfollow.commands.exits import Exit
from mdfollow.commands.progress import Progress
from mdfollow.record import dataclass, field
from mdfollow.views.paint import ANSI, PLAIN, Paint
from mdfollow.views.shown import printable

LEAST = 20
"""Columns below which no line is wrapped any narrower."""


@dataclass
class Printed:
    """What has become of what a console was given."""

    begun: bool = False
    """Some data was given to it."""
    lost: OSError | None = None
    """Why some of the data could not be printed."""
    unsaid: OSError | None = None
    """The same of the lines about it."""


@dataclass(frozen=True)
class Console:
    """The streams, environment and current folder a command runs with."""

    stdin: TextIO | None
    stdout: TextIO
    stderr: TextIO
    env: Mapping[str, str]
    cwd: str
    printed: Printed = field(default_factory=Printed)
    progress: Progress | None = None
    """What is drawn while a long run has nothing to say yet."""

    def data(self, text: str) -> None:
        """Write what the command was asked for."""
        self.printed.begun = True
        self._clear()
        self._to_stdout(printable(text, colours=self.paint is ANSI))

    def say(self, *lines: str) -> None:
        """Write lines about it; where nobody reads them, nobody misses them."""
        self._clear()
        self.flush()
        try:
            for line in lines:
                _write(self.stderr, printable(line) + "\n")
            self.stderr.flush()
        except OSError as error:
            self.printed.unsaid = error

    def flush(self) -> None:
        """Let everything written so far be seen."""
        self._to_stdout("")

    @property
    def gone(self) -> bool:
        """Whether whoever read the data has left."""
        return isinstance(self.printed.lost, BrokenPipeError)

    @property
    def alone(self) -> bool:
        """Whether nobody reads any of it any more."""
        return self.gone or isinstance(self.printed.unsaid, BrokenPipeError)

    def finish(self, code: int) -> int:
        """The exit code, once all is printed, or else said to be lost: then it is never 0."""
        self._clear()
        self.flush()
        lost = self.printed.lost
        if lost and not self.gone:
            reason = lost.strerror or lost
            self.say(f"mdfollow: not everything could be printed, the system says “{reason}”.")
            code = code or Exit.FINDINGS
        if lost:
            _hush(self.stdout)
        if self.printed.unsaid:
            _hush(self.stderr)
        return code

    def _clear(self) -> None:
        if self.progress is not None:
            self.progress.clear()

    def _to_stdout(self, text: str) -> None:
        if self.gone:
            return
        try:
            if text:
                _write(self.stdout, text)
            else:
                self.stdout.flush()
        except OSError as error:
            self.printed.lost = error

    @property
    def can_ask(self) -> bool:
        """Whether somebody sits there to answer."""
        return self.stdin is not None and self.stdin.isatty() and self.stderr.isatty()

    def agreed(self, changes: Sequence[str]) -> bool:
        """Show what would be written and ask; anything but a yes is a no.

        With nothing to show, or nobody there to answer, there is no question: it is a yes.
        """
        if not changes or not self.can_ask:
            return True
        self.say(*changes)
        return self.answer("Write them? [y/N] ").lower() in {"y", "yes"}

    def answer(self, question: str) -> str:
        """Ask, and return what was typed."""
        self._clear()
        self.flush()
        _write(self.stderr, printable(question))
        self.stderr.flush()
        return (self.stdin.readline() if self.stdin is not None else "").strip()

    @property
    def paint(self) -> Paint:
        """Colours for stdout, on a terminal that wants them."""
        return ANSI if self._colours() else PLAIN

    def _colours(self) -> bool:
        if self.env.get("NO_COLOR"):
            return False
        if self.env.get("FORCE_COLOR", "0") not in {"", "0"}:
            return True
        return self.stdout.isatty() and self.env.get("TERM") != "dumb"

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


def _hush(stream: TextIO) -> None:
    """Let nothing complain at exit about what a stream still holds and cannot be rid of."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def or_nowhere(stream: TextIO | None, mode: Literal["r", "w"]) -> TextIO:
    """The stream, or one to nowhere where the process was started without it (`>&-`).

    It fills the gap in the numbers of open files, so that no note is opened under that of stdout.
    """
    if stream is not None:
        return stream
    return open(os.devnull, mode, encoding="utf-8")
