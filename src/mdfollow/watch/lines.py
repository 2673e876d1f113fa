"""What a watch says: one line per real change, as text or as JSON, each of them one line."""

import json
from collections.abc import Callable
from datetime import datetime
from enum import IntEnum

from mdfollow.problem import Problem
from mdfollow.record import dataclass
from mdfollow.views.shown import in_json, shown, shown_path


class Level(IntEnum):
    """How much a line matters."""

    DETAIL = 0
    """Why nothing was done; told with `-v`."""
    CHANGE = 1
    """A note was written."""
    NOTICE = 2
    """Something about the watch itself or about a note that she should know."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `note` is a vault-relative path or empty; `rescued` likewise."""

    level: Level
    event: str
    what: str
    note: str = ""
    rescued: str = ""


Say = Callable[[Line], None]


def text(line: Line, at: datetime) -> str:
    """`14:03:12 interviews/acme.md: 1 task moved`."""
    lead = f"{shown_path(line.note)}: " if line.note else ""
    return f"{at:%H:%M:%S} {lead}{shown(line.what)}"


def as_json(line: Line, at: datetime) -> str:
    """The same as a JSON object on one line, with only ASCII in it."""
    value = {
        "time": at.isoformat(timespec="milliseconds"),
        "level": line.level.name.lower(),
        "event": line.event,
        "note": line.note or None,
        "what": line.what,
    }
    if line.rescued:
        value["rescued"] = line.rescued
    return in_json(json.dumps(value))


def problem_words(problem: Problem) -> str:
    """A problem in the words of a line: where, what, and the way out."""
    place = f"line {problem.line}: " if problem.line else ""
    way_out = f" ({problem.way_out})" if problem.way_out else ""
    return f"{place}{problem.sentence}{way_out}"


def seconds(number: float) -> str:
    """`2 seconds`, `0.5 seconds`, `1 second`."""
    amount = f"{number:.3g}"
    return f"{amount} second{'' if amount == '1' else 's'}"
