"""The day before an interview, and on its day: who will be there, what is known, what to ask.

From the notes only, nothing invented, and for her eyes alone: nothing of it goes into a note.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from mdfollow.interview.model import Format, Interview, Person
from mdfollow.record import replace
from mdfollow.sync.result import InterviewReport, NoteReport
from mdfollow.views.agenda import Agenda, Appointment
from mdfollow.views.agenda_words import listed
from mdfollow.views.search import Search, searches

BEFORE = 1
"""Days before an interview from which on the page shows what to know for it."""
MOST = 4
"""Facts of earlier rounds that are shown; the newest round's come first."""
ASK = "Ask when they expect to decide; nothing is noted about it yet."


def prepared(found: Agenda, reports: Sequence[NoteReport], today: date) -> Agenda:
    """The page with what there is to know for the interviews of today and tomorrow."""
    near = [each for each in found.appointments if _is_near(each, today)]
    if not near:
        return found
    searched = searches(reports)
    return replace(
        found,
        appointments=tuple(
            replace(each, notes=tuple(_notes(each, searched))) if each in near else each
            for each in found.appointments
        ),
    )


def _is_near(each: Appointment, today: date) -> bool:
    return (each.interview.day - today).days <= BEFORE


def _notes(each: Appointment, searched: Sequence[Search]) -> Iterator[str]:
    interview = each.interview
    people = [one for one in interview.people if one.interviewer and one.name]
    if interview.time and interview.timezone:
        yield f"{interview.time:%H:%M} {interview.timezone}."
    if people:
        yield f"With {listed([_introduced(one) for one in people])}."
    yield from (f"You noted of {one.name}: {'; '.join(one.known)}." for one in people if one.known)
    if interview.known:
        yield f"You noted: {'; '.join(interview.known)}."
    search = next((one for one in searched if _tells_of(one, each)), None)
    if search is None:
        return
    if not _knows_when(search, interview):
        yield ASK
    yield from _learned(search, interview.day)


def _knows_when(search: Search, interview: Interview) -> bool:
    """Whether there is no need to ask when they decide: known, asked, or nothing to decide."""
    if interview.asked or interview.decision.unread or interview.format is Format.INFORMATIONAL:
        return True
    days = (each.interview.decision.day for _, each in search.reports)
    return any(day is not None and day >= interview.day for day in days)


def _introduced(person: Person) -> str:
    role = person.role or person.part.value
    return f"{person.name} ({role})" if role else person.name


def _tells_of(search: Search, each: Appointment) -> bool:
    day = each.interview.day
    return any(path == each.path and one.interview.day == day for path, one in search.reports)


def _learned(search: Search, day: date) -> Iterator[str]:
    """What she learned in earlier rounds, which is worth coming back to."""
    earlier = [one for one in reversed(search.meetings) if one.interview.day < day]
    facts = list(dict.fromkeys(fact for one in earlier for fact in _facts(one)))
    yield from facts[:MOST]
    if len(facts) > MOST:
        yield f"And {len(facts) - MOST} more from earlier rounds in your notes."


def _facts(each: InterviewReport) -> Iterator[str]:
    where = f"From round {each.round}"
    for person in each.interview.people:
        yield from (f"{where}, {person.name}: {fact}." for fact in map(_bare, person.learned))
    yield from (f"{where}: {fact}." for fact in map(_bare, each.interview.learned))


def _bare(fact: str) -> str:
    return fact.rstrip(" .")
