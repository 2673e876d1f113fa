"""Applications: which interviews belong together, and how each of them stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import groupby

from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Entry
from mdfollow.interview.model import Interview, Status
from mdfollow.interview.names import company_key, role_key
from mdfollow.record import cached_property, dataclass

LONGEST_PAUSE = 180
"""Days without an interview after which the next one starts a new application."""


@dataclass(frozen=True)
class Application:
    """All interviews of one company and role, in order of date, path and tag.

    Without slots, so that what follows from the entries is worked out once.
    """

    entries: tuple[Entry, ...]

    @property
    def company(self) -> str:
        """The company as the first entry writes it."""
        return self.entries[0].interview.company

    @property
    def role(self) -> str:
        """The role as the first entry that names one writes it; empty when none does."""
        return next((entry.interview.role for entry in self.entries if entry.interview.role), "")

    @property
    def closed(self) -> bool:
        """Whether some note says that it is over."""
        return any(entry.interview.status is Status.CLOSED for entry in self.entries)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The interviews that take place, one per date; cancelled ones are left out."""
        held = [e for e in self.entries if e.interview.status is not Status.CANCELLED]
        by_day = [tuple(group) for _, group in groupby(held, key=_day)]
        return tuple(
            Meeting(
                entries=entries,
                round=_given_round(entries) or index + 1,
                followed=index + 1 < len(by_day),
                closed=self.closed,
                offer=any(
                    later.interview.status is Status.OFFER and _day(later) >= _day(entries[0])
                    for later in held
                ),
            )
            for index, entries in enumerate(by_day)
        )

    def round_of(self, entry: Entry) -> int:
        """The round a note of that date gives, else 1 + the earlier interview dates."""
        meetings = self.meetings
        for meeting in meetings:
            if entry in meeting.entries:
                return meeting.round
        earlier = sum(meeting.day < _day(entry) for meeting in meetings)
        return entry.interview.round or earlier + 1


def applications(entries: Sequence[Entry]) -> tuple[Application, ...]:
    """Group every entry of a vault by company and role, and by the ends between.

    The order of `entries` does not matter; the result is sorted by first date, path and tag.
    """
    companies: dict[str, list[Entry]] = defaultdict(list)
    plain = {company_key(each.interview.company) for each in entries if not each.interview.linked}
    for entry in entries:
        companies[_key(entry.interview, plain)].append(entry)
    found = [
        Application(tuple(part))
        for company in companies.values()
        for role in _by_role(company)
        for part in _split(sorted(role, key=place))
    ]
    return tuple(sorted(found, key=lambda application: place(application.entries[0])))


def _key(interview: Interview, plain: Collection[str]) -> str:
    """What a company is known by: its link's target, or its alias where others write only that."""
    shown = company_key(interview.company)
    target = company_key(interview.linked)
    return shown if not target or (target not in plain and shown in plain) else target


def place(entry: Entry) -> tuple[date, str, int, str]:
    """Sort key: date, path, tag (`i2` before `i10`)."""
    return entry.interview.day, entry.path, len(entry.tag), entry.tag


def _by_role(entries: Iterable[Entry]) -> list[list[Entry]]:
    """One list per role; entries without a role join the only other role."""
    roles: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        roles[role_key(entry.interview.role)].append(entry)
    if len(roles) == 2 and "" in roles:
        return [[entry for group in roles.values() for entry in group]]
    return list(roles.values())


def _split(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Cut entries in order of date where an application ended and the next interview began.

    A closed note followed by closed notes only is one application: she marked every round.
    """
    parts: list[list[Entry]] = []
    for day, group in groupby(entries, key=_day):
        together = list(group)
        if parts and not _ends(parts[-1], together, day):
            parts[-1].extend(together)
        else:
            parts.append(together)
    return parts


def _ends(before: Sequence[Entry], after: Sequence[Entry], day: date) -> bool:
    if (day - _day(before[-1])).days > LONGEST_PAUSE:
        return True
    was_closed = any(entry.interview.status is Status.CLOSED for entry in before)
    return was_closed and any(entry.interview.status is not Status.CLOSED for entry in after)


def _day(entry: Entry) -> date:
    return entry.interview.day


def _given_round(entries: Iterable[Entry]) -> int:
    return max((entry.interview.round or 0 for entry in entries), default=0)
