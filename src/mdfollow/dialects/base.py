"""What a dialect is, and a task as it stands in a note."""

from collections.abc import Mapping
from datetime import date

from mdfollow.etiquette.model import Mark
from mdfollow.record import dataclass, field


@dataclass(frozen=True, slots=True)
class Symbols:
    """Which signs mean what, for reading and for writing.

    `prefix` is the global filter every task line carries, `word` the state of a new task where
    that is a word.
    """

    done: frozenset[str] = frozenset("xX")
    cancelled: frozenset[str] = frozenset("-")
    prefix: str = ""
    word: str = "TODO"


@dataclass(frozen=True, slots=True)
class Written:
    """A task to be written: one line's worth of plan.

    `lead` stands before it, `memory` is what it remembers itself where tasks do.
    """

    id: str
    words: str
    start: date
    due: date
    lead: str = ""
    memory: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start..end` of one line."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task as a line says it, with the places of its parts (characters within the line).

    `start` and `due` are None where the line has no such date. `extra` means that she added
    something outside words and dates; `plain` that the box is as we write it. `carrier` is its
    id with the blanks before it.
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
    carrier: Span = Span(0, 0)
