"""What can be wrong with a note, as values; and the one exception."""

from enum import StrEnum

from mdfollow.record import dataclass


class Severity(StrEnum):
    """How much a problem matters: an error stops the note's plan, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding in one note.

    `line` and `column` count from 1 (column in characters; `end` is the column after the last
    one, or 0 when unknown); `line` 0 means the note as a whole. `sentence` says what is the
    matter, `way_out` what to write or do instead (may be empty).
    """

    path: str
    line: int
    column: int
    code: str
    sentence: str
    way_out: str = ""
    severity: Severity = Severity.ERROR
    end: int = 0


class MdfollowError(Exception):
    """Usage, settings or vault trouble that ends the command: one kind sentence."""
