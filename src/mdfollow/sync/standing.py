"""What stands in a note: the one shape every kind of note gives the merge."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mdfollow.document.edit import Edit
from mdfollow.etiquette.model import Mark, Step, Window
from mdfollow.interview.model import Channel, Interview, Wishes
from mdfollow.letters.facts import Facts
from mdfollow.problem import Problem
from mdfollow.record import Protocol, dataclass, field
from mdfollow.sync.new_draft import NewDraft
from mdfollow.sync.trace import Base, Trace

if TYPE_CHECKING:
    from mdfollow.letters import Draft
    from mdfollow.sync.shares import Share
    from mdfollow.sync.titles import Title


@dataclass(frozen=True, slots=True)
class Actual:
    """One task as it stands.

    `text` is the fingerprint of its words. `touched`: something hangs beneath it or stands on it
    besides words and dates; `plain`: its box is as we write it. `line` counts from 1, in the file
    `at` where that is not the plan's own.
    """

    id: str
    text: str
    start: date | None
    due: date | None
    mark: Mark
    made: date | None
    touched: bool
    plain: bool
    line: int
    at: str = ""
    """The file it stands in, where that is not its plan's."""


@dataclass(frozen=True, slots=True)
class Away:
    """A task of ours in another file.

    `known`: a plan's memory there knows it; `planned`: that file tells of an interview itself.
    """

    actual: Actual
    known: bool = False
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft as it stands: the text below heading and id, and where each of its lines is.

    `places` holds a line's number in the note, from 1, and how many characters stand before it
    there (quote marks, indentation) that are not part of `text`.
    """

    text: str
    places: tuple[tuple[int, int], ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the note, both from 1, of the character at `offset`."""
        before = self.text[:offset]
        number, left = self.places[before.count("\n")]
        return number, left + offset - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True, slots=True)
class Desired:
    """One step as the plan would have it in the note; fingerprints as in `Base`.

    `title` finds the words of its task, `share` the facts that words and draft are made of.
    `new_draft` is None where the step has none or it is not its time yet.
    """

    step: Step
    id: str
    title: "Title"
    share: "Share"
    new_draft: NewDraft | None = None
    mail: str = ""

    @property
    def words(self) -> str:
        """What its task says."""
        return self.title.words

    @property
    def text(self) -> str:
        """The fingerprint of that."""
        return self.title.text

    @property
    def given(self) -> Facts:
        """The facts its words are made of."""
        return self.share.facts

    @property
    def facts(self) -> str:
        """Their fingerprint."""
        return self.share.text

    @property
    def use(self) -> tuple[str, ...]:
        """Digests of the items that the draft takes."""
        return self.share.facts.use() if self.new_draft else ()

    @property
    def draft(self) -> "Draft | None":
        """The draft itself, rendered at the first look."""
        return self.new_draft.draft if self.new_draft else None

    @property
    def draft_text(self) -> str:
        """The draft's fingerprint; empty without one."""
        return self.new_draft.text if self.new_draft else ""

    @property
    def variant(self) -> int | None:
        """The draft's wording."""
        return self.share.variant if self.new_draft else None

    @property
    def asks(self) -> bool:
        """Whether the draft asks for the decision date in a letter that can be ticked (ASK-2)."""
        return self.step.asks and self.step.channel is Channel.EMAIL


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one step in the note; None and false leave a part alone.

    `line` names the standing line it is about (0: a new one). `base`, `actual` and `desired` are
    the three versions it was decided by (`merge.fates`), None where there is no such one.
    """

    desired: Desired | None
    id: str
    line: int = 0
    add: bool = False
    words: bool = False
    window: Window | None = None
    draft: bool = False
    """Write the draft: in place of the one that stands, else as a new one."""
    remove: bool = False
    """Take the line out, and its draft where `draft` is set."""
    over: str = ""
    """Why we take it out, where that is remembered: `time` or `asked`."""
    base: Base | None = None
    actual: Actual | None = None


@dataclass(frozen=True, slots=True)
class Rewrite:
    """All changes of one home, and the trace to remember them by (None: as it stands)."""

    changes: tuple[Change, ...]
    trace: Trace | None


@dataclass(frozen=True, slots=True)
class Home:
    """A place that holds one plan: a Markdown note, or a heading of an Org file.

    `stem` and `place` name it; `traces` are the comments found there; `loose` the ids of ours
    that stand there in tasks and drafts; `drafts` maps ids to the fingerprint of the draft as it
    stands. `problems` are what its fields have to say: one that stops a plan stops this home
    alone. `blocked` says why nothing can be written here, in one sentence.
    """

    path: str
    place: int
    stem: str
    interviews: tuple[Interview, ...]
    wishes: Wishes
    traces: tuple[Trace, ...]
    actual: Mapping[str, tuple[Actual, ...]] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, Letter] = field(default_factory=dict)
    """The texts of the same drafts, for the critic and for sending."""
    problems: tuple[Problem, ...] = ()
    blocked: Problem | None = None

    @property
    def name(self) -> str:
        """Unique over the vault, sorted like the paths."""
        return self.path + (f"\0{self.place:06}" if self.place else "")

    @property
    def line(self) -> int:
        """Where a person finds it: the note's first line, or its heading's."""
        return min((one.line for one in self.interviews), default=1) if self.place else 1

    @property
    def loose(self) -> frozenset[str]:
        """Ids that stand in tasks and drafts."""
        return frozenset(self.actual) | frozenset(self.drafts)


class Page(Protocol):
    """A note that was read, able to write what the merge decides."""

    @property
    def homes(self) -> Sequence[Home]:
        """Its places for plans, in order."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with the note as a whole: one that stops a plan stops all its homes."""

    @property
    def dialect(self) -> str:
        """The dialect a first plan is written in."""

    def rest(self) -> None:
        """It was planned: let go of what can be worked out again."""

    def text_print(self, words: str) -> str:
        """Fingerprint that `words` would have once written."""

    def ticked(self, words: str) -> tuple[date | None, ...]:
        """The days of ticked lines of hers that say `words`, None for one without a day."""

    def draft_print(self, task_id: str, draft: "Draft") -> str:
        """Fingerprint that `draft` would have once written."""

    def edits(self, home: Home, note: str, rewrite: Rewrite, dialect: str) -> tuple[Edit, ...]:
        """The edits that carry out `rewrite`; `note` is the key of the trace to rewrite."""

    def proof(
        self,
        edits: Sequence[Edit],
        new: bytes,
        rewrites: Sequence[tuple[Home, str, Rewrite]] = (),
        after: "Page | tuple[Problem, ...] | None" = None,
    ) -> str:
        """Why `new` must not be written, in one sentence; empty when all is well.

        Read back, it must hold what `rewrites` meant to write and all else as before. `after`:
        `new` as the next run reads it, where that is known.
        """

    def removal(self, home: Home, traces: Sequence[Trace]) -> tuple[Edit, ...]:
        """The edits that take out the work of `traces` as far as it is as we wrote it.

        What she touched stays as her text, without our ids.
        """
