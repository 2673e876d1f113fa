"""The values a note's fields become."""

from datetime import date
from datetime import time as TimeOfDay  # noqa: N812 - a field of Interview is called time
from enum import StrEnum

from mdfollow.record import dataclass, field


class Format(StrEnum):
    """How the interview was held."""

    PHONE = "phone"
    VIDEO = "video"
    ONSITE = "onsite"
    PANEL = "panel"
    INFORMATIONAL = "informational"


class Status(StrEnum):
    """Where the application stands."""

    WAITING = "waiting"
    OFFER = "offer"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    SILENT = "silent"


class Channel(StrEnum):
    """How someone is reached."""

    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"


class Part(StrEnum):
    """The part a person plays in the decision, read from her words about them."""

    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring manager"
    PEER = "peer"
    EXECUTIVE = "executive"
    UNKNOWN = ""


class AsTyped(str):
    """A fact she wrote as `{say: "…"}`: woven into a letter as typed, whatever it looks like.

    A fact is a text in every other respect; the mark is lost where the text is rebuilt.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the interview or around it.

    `slug` keys the person within the interview (unique there, any script). `role` is the text
    she wrote, `part` what it means. `interviewer` is false for a recruiter or manager who was
    only named. `thank` is her explicit wish, None when she did not say.
    """

    name: str
    slug: str
    role: str = ""
    part: Part = Part.UNKNOWN
    email: str = ""
    phone: str = ""
    prefers: Channel | None = None
    learned: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    thank: bool | None = None
    interviewer: bool = True
    linked: str = ""
    """Path of the note her name is a link to, without its ending; empty where it is none."""


@dataclass(frozen=True, slots=True)
class Decision:
    """When they said they would decide. `day` None: unknown. `reading` says how it was read.

    `unread` is what stands there and could not be read: they named something, so nothing is
    asked, and no check-in is written before it is readable (ASK-3). Then `day` is None.
    """

    day: date | None = None
    reading: str = ""
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Thanked:
    """Thank-yous sent without the task list (DONE): to everyone, or to these slugs."""

    everyone: bool = False
    slugs: tuple[str, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Interview:
    """One company + role + date. Dates are calendar dates as written.

    `asked`/`heard`: True when said without a date, else the date, else None. `heard` False
    never occurs. `contacted` holds attempts made outside the task list, sorted.
    `problems` of a field leave it at its default here; they are reported beside it.
    """

    company: str
    day: date
    role: str = ""
    time: TimeOfDay | None = None
    timezone: str = ""
    format: Format | None = None
    round: int | None = None
    decision: Decision = field(default_factory=Decision)
    asked: date | bool | None = None
    people: tuple[Person, ...] = ()
    status: Status = Status.WAITING
    status_word: str = ""
    heard: date | bool | None = None
    thanked: Thanked = field(default_factory=Thanked)
    contacted: tuple[date, ...] = ()
    method: Channel | None = None
    culture: str = ""
    learned: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    discussed: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    internal: bool = False
    max_attempts: int | None = None
    linked: str = ""
    """Last part of the link the company was written as, where an alias is shown instead."""
    line: int = 1
    """Line of the note where this interview's fields begin."""
    language: str = ""
    """What the letters are to be written in, as two letters: `de`; empty: as the vault's."""
    stage: str = ""
    """What she called this round ("technical interview", "final"), as typed; letters read it."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the `mdfollow:` map of one note asks for this note alone."""

    dialect: str = ""
    drafts: str = ""
