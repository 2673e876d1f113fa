"""What can be wrong with a note, as values; and the one exception."""

from enum import StrEnum

from mdfollow.record import dataclass


class Severity(StrEnum):
    """How much a problem matters: an error stops the note's plan, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """A mend: `old`, which stands at line and column, becomes `new`; both within one line."""

    line: int
    column: int
    old: str
    new: str

    @property
    def end_column(self) -> int:
        """The column after the last character of `old`."""
        return self.column + len(self.old)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding in one note.

    Lines and columns count from 1, columns in characters; `line` 0 means the note as a whole.
    `end_column` is the one after the last character. The end is 0 until somebody with the note's
    text at hand tells it (`views.ends`). `sentence` says what is the matter, `way_out` what to
    write or do instead (may be empty), `fix` does it where a program can.
    """

    path: str
    line: int
    column: int
    code: str
    sentence: str
    way_out: str = ""
    severity: Severity = Severity.ERROR
    end_line: int = 0
    end_column: int = 0
    fix: tuple[Fix, ...] = ()


class MdfollowError(Exception):
    """Usage, settings or vault trouble that ends the command: one kind sentence."""
