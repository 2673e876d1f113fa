"""What a spelling of notes has to say; the one reader and the one writer ask nothing else.

A codec reads one note and tells what stands where and how a line is spelt. It edits nothing.
Lines count from 0.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mdfollow.dialects.base import Span as Characters
from mdfollow.dialects.base import TaskLine, Written
from mdfollow.document.outline import Node, Outline
from mdfollow.document.source import Source
from mdfollow.document.span import Part, Span
from mdfollow.etiquette.model import Mark
from mdfollow.interview.look import NOTHING_BESIDE, Beside
from mdfollow.record import Protocol, dataclass, field

if TYPE_CHECKING:
    from mdfollow import value
    from mdfollow.problem import Problem

STATE = "<!-- mdfollow:state "
"""How a plan's memory begins, in its normal form."""


@dataclass(frozen=True, slots=True)
class Task:
    """One task of ours as it stands.

    `node` are its lines, a text under it begins at line `body`. `extra`: something of hers stands
    on it or under it besides words and dates; `plain`: its state is as we write it. `days` holds
    the places of `start` and `due`, `carrier` gives the bytes that make it ours, `lead` stands
    before it on its line. `memory` is what it remembers itself, in a format where tasks do.
    """

    id: str
    node: Node
    words: Part
    mark: Mark
    start: date | None
    due: date | None
    made: date | None
    extra: bool
    plain: bool
    body: int
    lead: str = ""
    carrier: Callable[[], tuple[Span, ...]] = tuple
    days: Mapping[str, Part] = field(default_factory=dict)
    memory: Part | None = None

    @property
    def line(self) -> int:
        """Its first line."""
        return self.node.line


@dataclass(frozen=True, slots=True)
class Text:
    """A draft as it stands in lines `first..stop`; the letter itself is in the lines `rows`.

    `print` is its fingerprint, `lead` stands before its first line. `mark` gives the bytes
    that make it ours; None where it is its task's own text.
    """

    id: str
    node: Node
    first: int
    stop: int
    rows: Sequence[int]
    print: str
    lead: str = ""
    mark: Callable[[], Span] | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What we put around a plan, noted in its header: so much goes when the plan does.

    `filled`: the heading is hers, we wrote below it. Else `pad` is a blank line above it.
    `ended`: the line above had no ending. `foot`: a blank line follows.
    """

    pad: int = 0
    ended: bool = False
    filled: bool = False
    foot: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """A plan's memory where it stands: a comment, or properties of its heading.

    `lines` are its normal form, the header first. `span` gives what new lines replace, with
    `lead` before each but the first; `rest` are lines that go then. `typed` are the lines as spelt.
    Where the plan goes, lines `whole` go.
    """

    node: Node | None
    lines: tuple[str, ...]
    span: Callable[[], Span]
    lead: str
    whole: tuple[int, ...]
    rest: tuple[int, ...] = ()
    typed: tuple[str, ...] = ()
    around: Around = Around()


@dataclass(frozen=True, slots=True)
class Ours:
    """What of ours stands in a note, of this plan and of others."""

    tasks: tuple[Task, ...] = ()
    texts: tuple[Text, ...] = ()
    memories: tuple[Memory, ...] = ()


@dataclass(frozen=True, slots=True)
class InterviewPlace:
    """A place that may tell of interviews: its fields, and what gives the lines below.

    `node` is None for the note itself; `line` counts from 1. Fields that cannot be read are a
    problem; `text` is then what they look like.
    """

    mapping: "value.Mapping | Problem"
    node: Node | None
    line: int = 1
    body: Callable[[], Sequence[tuple[int, str]]] = tuple
    text: str = ""
    beside: Beside = NOTHING_BESIDE
    """What else tells the kind of note."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where lines of ours go: before `line`, between `above` and `below`.

    `lead` stands before a task there, `inner` before each line of a memory, `heading` before the
    heading they are under. `header` is what to remember of the place. `inside`: a memory goes
    into something of hers that holds such lines.
    """

    line: int
    lead: str = ""
    inner: str = ""
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    header: tuple[tuple[str, str], ...] = ()
    heading: str = ""
    inside: bool = False
    unclosed: tuple[int, str] | None = None
    """Line (from 1) and name of something above that is never closed: nothing counts below it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """How words and drafts are put into a note so that they stay text, and how they read again."""

    title: Callable[[str], str]
    draft: Callable[[str], str]
    plain: Callable[[str], str]
    """Words as they stand, escapes taken off."""
    counts: Callable[[Sequence[str]], str]
    """What of a draft's lines counts as an edit."""
    day: Callable[[date], str]
    bare: Callable[[str], str] | None = None
    """A line of a draft without what stands before it; None: common indentation is taken off."""


class Codec(Protocol):
    """One note in one spelling."""

    @property
    def outline(self) -> Outline[Node]:
        """Its headings, items and blocks."""

    @property
    def apart(self) -> bool:
        """Drafts are sections behind all tasks, and the memory follows them.

        Else a draft hangs beneath its task, and the memory stands under the plan's heading. Where
        drafts stand apart a new one goes above what follows: the outline's `over` is then empty,
        or the proof takes that for a move.
        """

    @property
    def quote(self) -> Quote:
        """How text becomes part of it."""

    def places(self, data: bytes, path: str) -> Sequence[InterviewPlace]:
        """Where it may tell of interviews; `data` are its bytes, valid UTF-8 or not."""

    def ours(self) -> Ours:
        """What of ours stands in it."""

    def task(self, task: Written, dialect: str) -> list[str]:
        """A task's lines."""

    def draft(self, heading: str, text: str, task_id: str, lead: str) -> list[str]:
        """A draft's lines; `lead` is that of its task, or of the draft it replaces."""

    def memory(self, lines: Sequence[str], *, inside: bool) -> list[str]:
        """A memory in normal form, as it is spelt; `inside` something that holds it already."""

    def below(self, lead: str) -> str:
        """What stands before something that hangs beneath what `lead` stands before."""

    def plan(
        self, scope: Node | None, work: Sequence[range], belongs: Callable[[Node], bool]
    ) -> Site:
        """Where a plan without a memory goes: to what is left of one, else to a new one's place.

        `scope` is the interview's heading, `belongs` tells its nodes from those of others,
        `work` are the lines of its tasks and drafts.
        """

    def first(self, memory: Memory, *, draft: bool) -> Site:
        """Where the first task of a plan goes, or its first draft where drafts stand apart."""


def task_line(source: Source, task: Task | None, plain: Callable[[str], str]) -> TaskLine | None:
    """A task of several lines as one text says it, its places in characters of the text."""
    if task is None:
        return None

    def characters(found: Part) -> Characters:
        start = len(source.data[: found.span.start].decode())
        return Characters(start, start + len(found.text))

    return TaskLine(
        id=task.id,
        words=plain(task.words.text),
        mark=task.mark,
        start=task.start,
        due=task.due,
        made=task.made,
        extra=task.extra,
        plain=task.plain,
        indent=len(task.lead),
        words_span=characters(task.words),
        date_spans={name: characters(day) for name, day in task.days.items()},
    )


def around(header: str) -> Around:
    """What the header of a memory says is ours, in a note that is a tree of lines."""
    fields = {word.partition("=")[0] for word in header.split()}
    return Around(int("pad" in fields), "ended" in fields, "filled" in fields)


def ended(outline: Outline[Node], line: int) -> tuple[tuple[str, str], ...]:
    """What to remember where the line above `line` has no ending."""
    return (("ended", "1"),) if outline.unended(line - 1) else ()
