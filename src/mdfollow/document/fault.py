"""Why a block of fields cannot be read, before anyone knows which file it stands in."""

from mdfollow.problem import Problem
from mdfollow.record import dataclass
from mdfollow.value import Place

UNREADABLE = "MDF110"
TWICE = "MDF111"
TOO_MUCH = "MDF112"
REFERENCE = "MDF113"
CHARACTER = "MDF114"
UNCLOSED = "MDF115"


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason, with its place in the note (line and column from 1, column in characters)."""

    line: int
    column: int
    sentence: str
    way_out: str
    code: str = UNREADABLE

    def problem(self, path: str) -> Problem:
        """The same as a problem of the note at `path`."""
        return Problem(path, self.line, self.column, self.code, self.sentence, self.way_out)


def twice(key: str, again: Place, first: Place) -> Fault:
    """The fault of a key that stands at `first` and once more at `again`."""
    sentence = f"`{key}` is given twice, in line {first.line} already"
    return Fault(again.line, again.column, sentence, "keep one of them", TWICE)
