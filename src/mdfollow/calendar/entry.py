"""The values that pass between the plan and a calendar."""

from datetime import date, datetime, time
from enum import StrEnum

from mdfollow.digest import fingerprint
from mdfollow.record import dataclass


class Kind(StrEnum):
    """What an entry is; the values are the words of the setting `calendar_entries`."""

    TASK = "tasks"
    """A step as a task (VTODO)."""
    DAY = "days"
    """The same step as an event of its due day, for calendars that show no tasks."""
    INTERVIEW = "interviews"


class Condition(StrEnum):
    """How an entry stands, in the note or in the calendar."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


DAY_END = "-day"
"""What the id of a step's event ends in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the plan would have it.

    `id` is the step's or the interview's, `when` its due day, or the moment the interview begins
    (floating, or in UTC where its zone is known). `start` is the first day of a window longer than
    a day, `made` the day a step was done, `alarm` a time on the due day.
    """

    kind: Kind
    id: str
    title: str
    when: date | datetime
    stamp: date
    text: str = ""
    link: str = ""
    start: date | None = None
    condition: Condition = Condition.OPEN
    made: date | None = None
    alarm: time | None = None

    @property
    def uid(self) -> str:
        """Unique in the calendar; the same from every machine."""
        return self.id + (DAY_END if self.kind is Kind.DAY else "")

    @property
    def base(self) -> "Base":
        """What the entry remembers of itself once it is written."""
        values: tuple[object, ...] = (
            *(self.title, self.text, self.link, self.when, self.stamp, self.start),
            *(self.condition.value, self.made, self.alarm),
        )
        return Base(
            self.condition,
            written(self.when),
            words_print(self.title, self.text),
            fingerprint("\n".join(map(str, values))),
        )


@dataclass(frozen=True, slots=True)
class Base:
    """What we last wrote of an entry: condition, day, fingerprints of its words and of it all."""

    condition: Condition
    when: str
    words: str
    whole: str


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry of ours as it stands in a calendar.

    `when` is spelt as in `base`, empty where it has no day any more; `made` the day it was ticked.
    `repeats`: she made a series of it. `file` is where it stands.
    """

    kind: Kind
    uid: str
    base: Base
    condition: Condition
    when: str
    words: str
    made: date | None = None
    repeats: bool = False
    file: str = ""

    @property
    def id(self) -> str:
        """The step's or the interview's."""
        return self.uid.removesuffix(DAY_END)

    @property
    def as_written(self) -> bool:
        """Whether condition and day are as we wrote them; the words may be hers."""
        return (self.condition, self.when) == (self.base.condition, self.base.when)


def written(when: date | datetime) -> str:
    """`2026-11-11`, `2026-11-11T10:00:00`, or with a `Z` for a moment in UTC."""
    text = when.isoformat()
    return text.replace("+00:00", "Z") if isinstance(when, datetime) else text


def words_print(title: str, text: str) -> str:
    """Fingerprint of what a person reads."""
    return fingerprint(f"{title}\n{text}")


_VERSION = "v1"


def base_line(base: Base) -> str:
    """The base as an entry carries it."""
    return (
        f"{_VERSION} state={base.condition.value} when={base.when} "
        f"txt={base.words} all={base.whole}"
    )


def read_base(line: str) -> Base | None:
    """What `base_line` wrote; None for anything else, and for a later version's."""
    version, *words = line.split() or [""]
    fields = dict(word.partition("=")[::2] for word in words)
    known = {each.value: each for each in Condition}
    if version != _VERSION or fields.get("state") not in known or "when" not in fields:
        return None
    whole = fields.get("all", "")
    return Base(known[fields["state"]], fields["when"], fields.get("txt", ""), whole)
