"""Thank-yous: TY-1, TY-2, TY-8, CH-1, CH-2, and when they are over."""

from collections.abc import Sequence
from datetime import date

from mdfollow.etiquette.meeting import Meeting, first_with, home_of, is_same
from mdfollow.etiquette.model import Entry, Kind, Mark, Past, Step, Window
from mdfollow.etiquette.outcome import (
    Reason,
    decide,
    done_day,
    ending_rules,
    has_passed,
    let_go_day,
    made_day,
)
from mdfollow.etiquette.rules import ordered
from mdfollow.etiquette.why import thank_why
from mdfollow.etiquette.workdays import shift
from mdfollow.interview.model import Channel, Part, Person
from mdfollow.record import dataclass

FRESH = 14
"""Days after the interview beyond which thanks and ask have had their time (STALE)."""

ROOM_FOR_A_CARD = 7
"""Days to the decision from which a hand-written card can still arrive in time (CH-2)."""

FORMAL = frozenset(("traditional", "formal"))

WHOEVER = "thank:whoever"
"""The step that stands for interviewers nobody has named (TY-1)."""

Guest = tuple[Entry, Person | None]
"""Someone to thank, and the entry whose note does it; None for whoever it was."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a thank-you has to know beside its own interview.

    `thanked` are the people who had a thank-you for an earlier one (TY-8), `later` the interviews
    after it, `asked` who is asked for the decision date (ASK-1).
    """

    thanked: Sequence[Person] = ()
    later: Sequence[Meeting] = ()
    asked: Person | None = None


def thanks(meeting: Meeting, around: Around, asking: bool, today: date) -> list[Step]:
    """One thank-you for each person of `meeting`, in the order of notes and people.

    `asking`: the question about the decision date is open, so one of the letters carries it.
    """
    guests = guests_of(meeting)
    carrier = _carrier(meeting, guests, around.asked)
    return [
        _thank(meeting, guest, around, today, asks=asking and guest[1] == carrier)
        for guest in guests
    ]


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


def step_name(person: Person | None) -> str:
    """The step's name within its entry."""
    return WHOEVER if person is None else f"thank:{person.slug}"


def _carrier(meeting: Meeting, guests: Sequence[Guest], asked: Person | None) -> Person | None:
    """Whose letter has the question: the one asked, else the hiring manager, else the first.

    Once a letter with the question has been written to somebody, it stays that person (ASK-2),
    unless she says by a key that it is sent: its task goes then, and what it asked with it.
    """
    thanked = [person for _, person in guests if person is not None]
    for entry, person in guests:
        past = entry.history.get(step_name(person))
        if past is not None and past.asks and not _done_otherwise(meeting, person)[0]:
            return person
    same = (person for person in thanked if asked is not None and is_same(person, asked))
    others = first_with(Part.HIRING_MANAGER, thanked) or next(iter(thanked), None)
    return next(same, others)


def asked_on(meeting: Meeting) -> date | None:
    """ASK-2: the day a ticked letter asked for the decision date; None while none did."""
    window = _window(meeting)
    days = [
        made_day(past, window, meeting.day)
        for entry in meeting.entries
        for name, past in entry.history.items()
        if name.startswith("thank:") and past.asks
    ]
    return min((day for day in days if day is not None), default=None)


def asks_openly(meeting: Meeting) -> bool:
    """ASK-2: whether a letter with the question stands in a note with its box open."""
    return any(
        past.asks and past.mark is Mark.OPEN
        for entry in meeting.entries
        for past in entry.history.values()
    )


def _thank(meeting: Meeting, guest: Guest, around: Around, today: date, *, asks: bool) -> Step:
    entry, person = guest
    name = step_name(person)
    past = entry.history.get(name)
    window = _window(meeting)
    done, day = _done_otherwise(meeting, person)
    lets_go_on, timed = _time(past, person, meeting, around.later)
    passed = timed if has_passed(past, window, lets_go_on, today) else None
    closed = Reason.CLOSED if meeting.closed else None
    want, reason = decide(past, Reason.MADE if done else closed or passed)
    channel, also, way = _channels(meeting, entry, person)
    again = person is not None and any(is_same(person, other) for other in around.thanked)
    made = made_day(past, window, meeting.day) or day
    interview = meeting.interview_of(entry)
    extra = (*("TY-8",) * again, *("ASK-1",) * asks, *ending_rules(reason, past))
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
        rules=ordered("TY-1", "TY-2", way, *extra),
        why=thank_why(meeting.day, window.due, interview.time, channel is Channel.CARD),
        want=want,
        asks=asks,
        again=again,
        made=made,
        reason=reason,
        lets_go_on=lets_go_on,
        ahead=today < meeting.day,
    )


def _time(
    past: Past | None, person: Person | None, meeting: Meeting, later: Sequence[Meeting]
) -> tuple[date, Reason]:
    """OVER-2, OVER-4: from which day on the thank-you is over, and why.

    Its own time is over two weeks after the interview; sooner where the same person is met again,
    but never before a date she gave it herself.
    """
    day = let_go_day(past, meeting.day, FRESH)
    next_day = next((each.day for each in later if _meets(each, person)), None)
    if next_day is None:
        return day, Reason.STALE
    if past is not None and past.window is not None:
        next_day = max(next_day, shift(past.window.due, 1))
    return (next_day, Reason.MET_AGAIN) if next_day < day else (day, Reason.STALE)


def _meets(meeting: Meeting, person: Person | None) -> bool:
    if person is None:
        return False
    thanked = (guest for _, guest in guests_of(meeting) if guest is not None)
    return any(is_same(person, other) for other in thanked)


def _window(meeting: Meeting) -> Window:
    return Window(meeting.day, shift(meeting.day, 1))


def _done_otherwise(meeting: Meeting, person: Person | None) -> tuple[bool, date | None]:
    """DONE: whether `thanked` covers the person, and the day it names.

    A thank-you ticked while the interviewer had no name was the only interviewer's.
    """
    for entry in meeting.entries:
        said = entry.interview.thanked
        named = said.everyone or said.slugs
        people = entry.interview.people if named and person is not None else ()
        here = [each for each in people if person is not None and is_same(each, person)]
        everyone = said.everyone and (person is None or bool(here))
        if everyone or any(one.slug in said.slugs for one in here):
            return True, said.day
        unnamed = entry.history.get(WHOEVER)
        alone = person is not None and len(meeting.interviewers) == 1
        if alone and unnamed is not None and unnamed.mark is Mark.DONE:
            return True, done_day(unnamed, _window(meeting), meeting.day)
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
