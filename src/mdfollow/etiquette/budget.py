"""How many attempts an interview is worth: AMT-1 to AMT-4 and LOOP-1."""

from mdfollow.etiquette.meeting import Meeting
from mdfollow.interview.model import Format
from mdfollow.record import dataclass
from mdfollow.settings import Settings

MOST = 4
"""No more attempts than this, whatever comes together."""

IN_PERSON = frozenset((Format.VIDEO, Format.ONSITE, Format.PANEL))


@dataclass(frozen=True, slots=True)
class Budget:
    """A number of attempts and the rules it comes from."""

    number: int
    rules: tuple[str, ...]


def budget(meeting: Meeting, settings: Settings) -> Budget:
    """The attempts the interview starts with, 0 to 4."""
    if meeting.max_attempts is not None:
        return Budget(_bounded(meeting.max_attempts), ("AMT-4",))
    if meeting.format is Format.INFORMATIONAL:
        return Budget(0, ("AMT-1",))
    if settings.max_attempts is not None:
        return Budget(_bounded(settings.max_attempts), ("AMT-4",))
    in_person = meeting.format in IN_PERSON
    several = meeting.format is Format.PANEL or len(meeting.interviewers) > 1
    extra = several + (meeting.round > 1)
    base, rule = (2, "AMT-2") if in_person else (1, "AMT-1")
    return Budget(_bounded(base + extra), (rule, "AMT-3") if extra else (rule,))


def granted(start: int, passed: int, dated_again: bool) -> int:
    """The attempts in all, once `passed` of them are made or let go (LOOP-1).

    A decision date after the last attempt made grants one more, up to four in all; an owner
    who asked for none gets none.
    """
    if start == 0 or not dated_again:
        return start
    return min(max(start, passed + 1), MOST)


def _bounded(number: int) -> int:
    return min(max(number, 0), MOST)
