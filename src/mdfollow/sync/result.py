"""What goes into a sync and what comes out."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from mdfollow.document.edit import Edit
from mdfollow.etiquette.model import Kind, Remark
from mdfollow.interview.model import Interview
from mdfollow.problem import Problem
from mdfollow.record import cached_property, dataclass, field
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.report import facts
from mdfollow.sync.standing import Away, Change, Desired, Letter

if TYPE_CHECKING:
    from mdfollow.letters import Templates


class State(StrEnum):
    """How a step stands."""

    PLANNED = "planned"
    OPEN = "open"
    EDITED = "edited"
    DONE = "done"
    CANCELLED = "cancelled"
    DELETED = "deleted"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Note:
    """One file of the vault: path relative to it with `/`, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class StepReport:
    """One step as it stands after the sync: for tables and JSON."""

    desired: Desired
    state: State
    line: int | None
    start: date
    due: date
    done: date | None
    at: str = ""
    """The file she moved it to, where it stands in another than its plan's."""

    @property
    def is_undated(self) -> bool:
        """Whether the day it was done is its due day, for want of one that she wrote."""
        return self.done == self.due and self.desired.step.kind is not Kind.ATTEMPT


@dataclass(frozen=True, slots=True)
class InterviewReport:
    """One interview of a note with its steps, and what the plan has to say of it."""

    interview: Interview
    round: int
    steps: tuple[StepReport, ...]
    remarks: tuple[Remark, ...] = ()
    id: str = ""
    """Minted like a step's, and as lasting: what a calendar knows the interview by."""


@dataclass(frozen=True)
class NoteReport:
    """One interview note: what it becomes, and what there is to say of it.

    `edits` lead from `data` to `new`, which equals it where nothing changes; `changes` are what
    they do, step by step. `first` tells a note's first plan;
    `failed` that the note could not be planned; `rebuilt` that a cut state comment was written
    anew.
    """

    path: str
    data: bytes
    new: bytes
    dialect: str = ""
    interviews: tuple[InterviewReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()
    first: bool = False
    failed: bool = False
    edits: tuple[Edit, ...] = ()
    changes: tuple[Change, ...] = ()
    rebuilt: bool = False
    letters: Mapping[str, Letter] = field(default_factory=dict)
    """The drafts as they stand in `data`, by the id of their task."""

    @cached_property
    def links(self) -> frozenset[str]:
        """What the people of its interviews link to: paths without ending."""
        people = (person for each in self.interviews for person in each.interview.people)
        return frozenset(person.linked for person in people if person.linked)

    @cached_property
    def changed(self) -> bool:
        """Whether a sync writes this note."""
        return self.new != self.data

    @property
    def let_go(self) -> int:
        """How many untouched steps are taken out because they have had their time (OVER-4)."""
        return sum(each.over == "time" for each in self.changes) if self.changed else 0

    @property
    def facts(self) -> tuple[str, ...]:
        """What changes, a phrase each."""
        return facts(self.changes, first=self.first) if self.changed else ()


@dataclass(frozen=True)
class Vault:
    """Everything a sync is a function of, besides the notes."""

    settings: Settings = field(default_factory=Settings)
    surroundings: Surroundings = field(default_factory=Surroundings)
    again: frozenset[str] = frozenset()
    """Paths whose cleared plan is written anew."""
    templates: "Templates" = field(default_factory=dict)
    """Her own wordings of letters not yet written; a kind that is missing is written in ours."""
    unready: frozenset[str] = frozenset()
    """Files of templates with a mistake in them: their letters wait until it is corrected."""
    away: Mapping[str, tuple[Away, ...]] = field(default_factory=dict)
    """Tasks that are missing in their notes, where they stand elsewhere, by id."""
