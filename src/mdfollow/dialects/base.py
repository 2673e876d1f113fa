"""What a dialect is, and a task as it stands in a note."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from mdfollow.etiquette.model import Mark
from mdfollow.record import dataclass, field


@dataclass(frozen=True, slots=True)
class Symbols:
    """Which checkbox symbols mean what; `prefix` is the global filter every task line carries."""

    done: frozenset[str] = frozenset("xX")
    cancelled: frozenset[str] = frozenset("-")
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A task to be written: one line's worth of plan."""

    id: str
    words: str
    start: date
    due: date


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start..end` of one line."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task as a line says it, with the places of its parts (characters within the line).

    `start` and `due` are None where the line has no such date. `extra` means that she added
    something outside words and dates; `plain` that the box is as we write it.
    """

    id: str
    words: str
    mark: Mark
    start: date | None
    due: date | None
    made: date | None
    extra: bool
    plain: bool
    indent: int
    words_span: Span
    date_spans: Mapping[str, Span] = field(default_factory=dict)


class Dialect(Protocol):
    """One spelling of tasks."""

    @property
    def name(self) -> str:
        """As in settings and the state comment."""

    def render(self, task: Written, symbols: Symbols) -> str:
        """The line, without quote marks and line ending."""

    def scan(self, text: str, symbols: Symbols) -> TaskLine | None:
        """The task in a line, if it is one and carries an id of mdfollow's shape."""
