"""What a verb answers: edits of one note, a line for her to write, or why it does nothing."""

from typing import NamedTuple

from mdfollow.document.edit import Edit
from mdfollow.record import dataclass
from mdfollow.verbs.wish import ByHand


@dataclass(frozen=True, slots=True)
class Act:
    """Edits of the note at `path`; none where everything stands as it is to be already."""

    path: str
    edits: tuple[Edit, ...] = ()


class Refusal(NamedTuple):
    """Why the verb does nothing, in one kind sentence, and what to do instead."""

    sentence: str
    way_out: str = ""


Answer = Act | ByHand | Refusal
