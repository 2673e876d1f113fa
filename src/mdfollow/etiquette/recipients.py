"""Who is written to, and by which channel: PPL-1 and CH-3."""

from collections.abc import Sequence

from mdfollow.etiquette.budget import IN_PERSON
from mdfollow.etiquette.meeting import Meeting, first_with
from mdfollow.interview.model import Channel, Part, Person
from mdfollow.interview.words import leads
from mdfollow.settings import Settings

SPOKEN_OR_WRITTEN = (Channel.PHONE, Channel.EMAIL)


def known_pair(meetings: Sequence[Meeting]) -> tuple[Person, ...]:
    """Recruiter and hiring manager as far as known, the latest of `meetings` first.

    Where neither is named, whoever leads counts: a ward manager, a head of department, the owner.
    """
    people = [person for meeting in reversed(meetings) for person in meeting.people]
    found = [first_with(part, people) for part in (Part.RECRUITER, Part.HIRING_MANAGER)]
    known = tuple(person for person in found if person is not None)
    return known or tuple(person for person in people if leads(person.role))[:1]


def recipients(meetings: Sequence[Meeting]) -> tuple[Person, ...]:
    """PPL-1: who the attempts after the last of `meetings` go to in turn; may be empty."""
    return known_pair(meetings) or meetings[-1].interviewers


def attempt_channel(
    number: int, person: Person | None, meeting: Meeting, settings: Settings
) -> Channel:
    """CH-3: call or e-mail; what cannot be reached gives way to what can."""
    channel = _wished(person, meeting, settings) or _usual(number, meeting)
    if person is None:
        return channel
    reachable = {Channel.PHONE: bool(person.phone), Channel.EMAIL: bool(person.email)}
    other = Channel.EMAIL if channel is Channel.PHONE else Channel.PHONE
    return other if reachable[other] and not reachable[channel] else channel


def _wished(person: Person | None, meeting: Meeting, settings: Settings) -> Channel | None:
    if person and person.prefers in SPOKEN_OR_WRITTEN:
        return person.prefers
    for entry in meeting.entries:
        if entry.interview.method in SPOKEN_OR_WRITTEN:
            return entry.interview.method
    return next((channel for channel in SPOKEN_OR_WRITTEN if channel == settings.method), None)


def _usual(number: int, meeting: Meeting) -> Channel:
    in_turn = meeting.format in IN_PERSON and number % 2 == 1
    return Channel.PHONE if in_turn else Channel.EMAIL


def asked_person(meetings: Sequence[Meeting]) -> Person | None:
    """ASK-1: recruiter, else hiring manager, else the first person of the last of `meetings`.

    The recruiter need not have been in the room, nor be named for this interview again.
    """
    return next(iter((*known_pair(meetings), *meetings[-1].people)), None)


def feedback_person(meeting: Meeting) -> Person | None:
    """INT-1: hiring manager, else recruiter, else the first person."""
    return (
        first_with(Part.HIRING_MANAGER, meeting.people)
        or first_with(Part.RECRUITER, meeting.people)
        or next(iter(meeting.people), None)
    )
