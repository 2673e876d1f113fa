"""What a plan is made of."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from mdfollow.interview.model import Channel, Interview, Person
from mdfollow.record import cached_property, dataclass, field


class Kind(StrEnum):
    """What a step is."""

    ASK = "ask"
    THANK = "thank"
    ATTEMPT = "attempt"
    FEEDBACK = "feedback"


class Mark(StrEnum):
    """What became of a step that is or was in the note."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
    DELETED = "deleted"
    LET_GO = "let go"
    """We took its line out when its time had passed (OVER)."""
    ASKED = "asked"
    """We took the ask's line out because a letter had asked it (ASK-2)."""


class Want(StrEnum):
    """What the plan wants of the note."""

    WRITE = "write"
    """Should stand there."""
    HOLD = "hold"
    """Not written for the first time, and left as it is where it stands (ASK-3)."""
    LATER = "later"
    """Planned, but not in the note until the one before is made (LAZY)."""
    DROP = "drop"
    """Over, or made without the task list: an untouched line goes."""


@dataclass(frozen=True, slots=True)
class Window:
    """Not before `start`, due `due`; both inclusive."""

    start: date
    due: date


@dataclass(frozen=True, slots=True)
class Past:
    """What the note says was done with one step.

    `day` is the day it was made: its own date, else the day the undated tick was first seen
    (LOOP-2); None unless DONE or ASKED. `window` is hers when she re-dated the line, else None.
    A step whose line is gone but that has a recorded day counts as DONE, not DELETED.
    `due` is the plan's due day when the line was LET_GO: a later one brings the step back.
    `asks`: the letter as we wrote it carries the question about the decision date (ASK-2).
    """

    mark: Mark
    day: date | None = None
    window: Window | None = None
    due: date | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One interview as one note tells it.

    `history` is keyed by step name (`ask`, `thank:dana-kim`, `attempt:1`, `feedback`); a step
    never written is absent. `path` and `tag` (`i1`) say where its steps live.
    """

    path: str
    tag: str
    interview: Interview
    history: Mapping[str, Past] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """One step of the plan.

    `name` is unique within its entry, `number` counts attempts from 1. `also` is the offered
    hand-written card (CH-2). `asks`: this thank-you carries the question about the decision
    date (ASK-1). `again`: thanked before in this application (TY-8). `made` is set when done,
    by tick, key or `contacted`; `why` is one sentence a person can read; `reason` says why a
    step is not wanted (`outcome.Reason`), empty otherwise. `lets_go_on` is the first day on which
    its time has passed (OVER-2, OVER-4). `ahead`: its interview is still to come (AHEAD).
    """

    path: str
    tag: str
    name: str
    kind: Kind
    interview: Interview
    person: Person | None
    channel: Channel
    window: Window
    rules: tuple[str, ...]
    why: str
    want: Want
    number: int = 0
    also: Channel | None = None
    asks: bool = False
    again: bool = False
    made: date | None = None
    reason: str = ""
    lets_go_on: date | None = None
    ahead: bool = False

    @cached_property
    def key(self) -> str:
        """`i1/thank:dana-kim`: unique within the note."""
        return f"{self.tag}/{self.name}"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the plan has to say about an entry: code, sentence, way out; a hint or warning.

    `step` names the step it is about, where it is about one task and not the whole interview.
    """

    path: str
    tag: str
    code: str
    sentence: str
    way_out: str = ""
    warning: bool = False
    step: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps of one application, in the order they stand in the notes, and the remarks."""

    steps: tuple[Step, ...]
    remarks: tuple[Remark, ...] = ()
