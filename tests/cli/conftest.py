"""The real command, in this process, with streams and folders of its own."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from mdfollow.cli import main
from mdfollow.record import dataclass, field
from tests.cli.notes import TODAY
from tests.own_home import own_home

__all__ = ["own_home"]
"""Fixtures from elsewhere, for every test of this folder."""


class Terminal(io.StringIO):
    """A stream that somebody sits at."""

    def isatty(self) -> bool:
        return True


@dataclass
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass
class Mdfollow:
    """Runs commands in a vault, on the sample's day unless told otherwise."""

    cwd: Path
    env: Mapping[str, str] = field(default_factory=dict)
    answer: str = ""
    terminal: bool = False

    def __call__(self, *argv: str, today: str = TODAY) -> Ran:
        stream = Terminal if self.terminal else io.StringIO
        out, err = stream(), stream()
        code = main(
            ["--today", today, *argv] if today else [*argv],
            cwd=str(self.cwd),
            stdin=stream(self.answer),
            stdout=out,
            stderr=err,
            env=self.env,
        )
        return Ran(code, out.getvalue(), err.getvalue())


Start = Callable[..., Mdfollow]


@pytest.fixture
def start() -> Start:
    """`start(folder, terminal=True)` gives something that runs commands there."""

    def begin(cwd: Path, **how: Any) -> Mdfollow:
        return Mdfollow(cwd, **how)

    return begin
