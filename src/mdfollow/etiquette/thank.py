"""Thank-yous: TY-1, TY-2, TY-8, CH-1 and CH-2."""

from collections.abc import Sequence
from datetime import date

from mdfollow.etiquette.meeting import Meeting, first_with, home_of, is_same
from mdfollow.etiquette.model import Entry, Kind, Mark, Step, Window
from mdfollow.etiquette.outcome import Reason, decide, done_day, made_day
from mdfollow.etiquette.recipients import asked_person
from mdfollow.etiquette.rules import ordered
from mdfollow.etiquette.why import thank_why
from mdfollow.etiquette.workdays import shift
from mdfollow.interview.model import Channel, Part, Person

FRESH = 14
"""Days after the interview beyond which thanks and ask are not written anew (STALE)."""

ROOM_FOR_A_CARD = 7
"""Days to the decision from which a hand-written card can still arrive in time (CH-2)."""

FORMAL = frozenset(("traditional", "formal"))

WHOEVER = "thank:whoever"
"""The step that stands for interviewers nobody has named (TY-1)."""

Guest = tuple[Entry, Person | None]
"""Someone to thank, and the entry whose note does it; None for whoever it was."""


def thanks(meeting: Meeting, met: Sequence[Person], asking: bool, today: date) -> list[Step]:
    """One thank-you for each person of `meeting`, in the order of notes and people.

    `met` are the people thanked for earlier interviews (TY-8). `asking`: the question about
    the decision date is still open, so one of them carries it (ASK-1).
    """
    guests = guests_of(meeting)
    carrier = _carrier(meeting, [person for _, person in guests]) if asking else None
    return [_thank(meeting, guest, met, asking and guest[1] == carrier, today) for guest in guests]


def guests_of(meeting: Meeting) -> list[Guest]:
    """Who is thanked, each once, in the note that keeps it; whoever it was if none is named."""
    found: list[Guest] = []
    for group in meeting.groups:
        if not _is_wanted([person for _, person in group]):
            continue
        home = home_of([(entry, f"thank:{person.slug}") for entry, person in group])
        found += [(entry, person) for entry, person in group if entry is home]
    if not found and not meeting.interviewers:
        return [(meeting.home(WHOEVER), None)]
    return found


def _is_wanted(people: Sequence[Person]) -> bool:
    wishes = [person.thank for person in people]
    if False in wishes:
        return False
    return True in wishes or any(person.interviewer for person in people)


def _carrier(meeting: Meeting, people: Sequence[Person | None]) -> Person | None:
    """Whose letter has the question: the one asked, else the hiring manager, else the first."""
    thanked = [person for person in people if person is not None]
    asked = asked_person(meeting)
    if asked is not None:
        same = next((person for person in thanked if is_same(person, asked)), None)
        if same is not None:
            return same
    return first_with(Part.HIRING_MANAGER, thanked) or next(iter(thanked), None)


def _thank(meeting: Meeting, guest: Guest, met: Sequence[Person], asks: bool, today: date) -> Step:
    entry, person = guest
    name = WHOEVER if person is None else f"thank:{person.slug}"
    past = entry.history.get(name)
    window = Window(meeting.day, shift(meeting.day, 1))
    done, day = _done_otherwise(meeting, person, window)
    want, reason = decide(past, Reason.MADE if done else None, _held(meeting, today))
    channel, also, way = _channels(meeting, entry, person)
    again = person is not None and any(is_same(person, other) for other in met)
    made = made_day(past, window, meeting.day) or day
    interview = meeting.told(entry)
    shaped = {
        "TY-8": again,
        "ASK-1": asks,
        "DONE": reason == Reason.MADE,
        "STALE": reason in (Reason.STALE, Reason.CLOSED),
    }
    return Step(
        path=entry.path,
        tag=entry.tag,
        name=name,
        kind=Kind.THANK,
        interview=interview,
        person=person,
        channel=channel,
        also=also,
        window=window,
        rules=ordered("TY-1", "TY-2", way, *(rule for rule, true in shaped.items() if true)),
        why=thank_why(meeting.day, window.due, interview.time, channel is Channel.CARD),
        want=want,
        asks=asks,
        again=again,
        made=made,
        reason=reason,
    )


def _held(meeting: Meeting, today: date) -> Reason | None:
    if meeting.closed:
        return Reason.CLOSED
    return Reason.STALE if (today - meeting.day).days > FRESH else None


def _done_otherwise(
    meeting: Meeting, person: Person | None, window: Window
) -> tuple[bool, date | None]:
    """DONE: whether `thanked` covers the person, and the day it names.

    A thank-you ticked while the interviewer had no name was the only interviewer's.
    """
    for entry in meeting.entries:
        said = entry.interview.thanked
        here = [p for p in entry.interview.people if person is not None and is_same(p, person)]
        everyone = said.everyone and (person is None or bool(here))
        if everyone or any(one.slug in said.slugs for one in here):
            return True, said.day
        unnamed = entry.history.get(WHOEVER)
        alone = person is not None and len(meeting.interviewers) == 1
        if alone and unnamed is not None and unnamed.mark is Mark.DONE:
            return True, done_day(unnamed, window, meeting.day)
    return False, None


def _channels(
    meeting: Meeting, entry: Entry, person: Person | None
) -> tuple[Channel, Channel | None, str]:
    """Channel, the offered card beside it, and the rule that says so."""
    wish = (person.prefers if person else None) or entry.interview.method
    if entry.interview.culture.casefold() in FORMAL or wish is Channel.CARD:
        return Channel.CARD, None, "CH-1"
    if person is None or person.part is not Part.HIRING_MANAGER:
        return Channel.EMAIL, None, "CH-1"
    expected = meeting.decision
    in_time = expected is None or (expected - meeting.day).days >= ROOM_FOR_A_CARD
    return Channel.EMAIL, Channel.CARD if in_time else None, "CH-2"
