"""iCalendar (RFC 5545) by the library icalendar: folding, escaping and line ends are its own.

What a person or a program added to an entry of ours (alarms, categories, a sequence number, her
own words) stays when the entry is written again.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Component, Event, Todo

from mdfollow.calendar.entry import (
    DAY_END,
    Condition,
    Entry,
    Kind,
    Seen,
    base_line,
    read_base,
    words_print,
    written,
)
from mdfollow.record import replace

Local = Callable[[datetime], datetime]
"""From a moment with a zone to the same on the clock of this machine, without one."""

BASE = "X-MDFOLLOW-BASE"
KNOWN = "X-MDFOLLOW-KNOWN"
"""On a calendar of one file: what it holds, so that a missing entry is known for a deleted one."""
_PRODUCT = "-//mdfollow//calendar//EN"
_OURS = frozenset(
    {
        *("UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "URL", "CLASS", "STATUS", "COMPLETED", BASE),
        *("DUE", "DTSTART", "DTEND", "DURATION", "TRANSP", "PERCENT-COMPLETE"),
    }
)
"""What we write, and what says the same: it is replaced. Everything else in an entry is kept."""
_SERIES = frozenset({"RRULE", "RDATE", "RECURRENCE-ID", "EXDATE"})
_HOUR = timedelta(hours=1)
"""How long an interview is: a note says when it begins and no more."""
_STATUS = {
    Condition.OPEN: "NEEDS-ACTION",
    Condition.DONE: "COMPLETED",
    Condition.CANCELLED: "CANCELLED",
}
_RINGS = "X-MDFOLLOW-ALARM"
NOTHING: Mapping[str, Condition] = {}


# --- reading


def parsed(data: bytes) -> Calendar | None:
    """The calendar in a file; None where it is none, or several."""
    try:
        found = Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        return None  # whatever a broken file makes the library stumble over
    return found[0] if len(found) == 1 and isinstance(found[0], Calendar) else None


def read(calendar: Calendar, file: str, local: Local) -> tuple[list[Seen], list[str]]:
    """Our entries in a calendar, and the uids of all others."""
    seen: list[Seen] = []
    others: list[str] = []
    for each in _components(calendar):
        found = _seen(each, file, local)
        if found is None:
            others.append(str(each.get("UID", "")))
        else:
            seen.append(found)
    return seen, others


def _components(calendar: Calendar) -> Iterator[Component]:
    return (each for each in calendar.subcomponents if each.name != "VTIMEZONE")


def _seen(each: Component, file: str, local: Local) -> Seen | None:
    base = read_base(str(each.get(BASE, "")))
    if base is None or each.errors or not isinstance(each, Todo | Event):
        return None  # what cannot be read whole is left to her
    made = _value(each, "COMPLETED") or _value(each, "LAST-MODIFIED")
    uid = str(each.get("UID", ""))
    event = Kind.DAY if uid.endswith(DAY_END) else Kind.INTERVIEW
    return Seen(
        Kind.TASK if isinstance(each, Todo) else event,
        uid,
        base,
        _condition(each),
        _when(_value(each, "DUE" if isinstance(each, Todo) else "DTSTART"), base.when, local),
        words_print(str(each.get("SUMMARY", "")), str(each.get("DESCRIPTION", ""))),
        _day(made, local) if made else None,
        repeats=any(name in each for name in _SERIES),
        file=file,
    )


def _condition(each: Component) -> Condition:
    status = str(each.get("STATUS", "")).upper()
    if status == "CANCELLED":
        return Condition.CANCELLED
    done = status == "COMPLETED" or (not status and "COMPLETED" in each)
    return Condition.DONE if done else Condition.OPEN


def _value(each: Component, name: str) -> date | datetime | None:
    value = getattr(each.get(name), "dt", None)
    return value if isinstance(value, date) else None


def _day(value: date | datetime, local: Local) -> date:
    if not isinstance(value, datetime):
        return value
    return (local(value) if value.tzinfo else value).date()


def _when(value: date | datetime | None, base: str, local: Local) -> str:
    """A day or moment spelt as the base is; a program may write a zone where we wrote none."""
    if value is None:
        return ""
    if not isinstance(value, datetime):
        return value.isoformat()
    if "T" not in base:
        return _day(value, local).isoformat()
    if value.tzinfo is None:
        return written(value)
    return written(value.astimezone(UTC) if base.endswith("Z") else local(value))


# --- writing


def calendar_of(
    entries: Sequence[Entry],
    old: Calendar | None = None,
    kept: Collection[str] = (),
    closed: Mapping[str, Condition] = NOTHING,
) -> Calendar:
    """A calendar of these entries, over the `old` one.

    Of that the `kept` stay as they are, and the `closed` with another condition.
    """
    calendar = Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    standing = {str(each.get("UID", "")): each for each in _components(old)} if old else {}
    for each in old.subcomponents if old else ():
        if each.name == "VTIMEZONE":
            calendar.add_component(each)
    made = {entry.uid: _component(entry, standing.get(entry.uid)) for entry in entries}
    made |= {uid: standing[uid] for uid in kept if uid in standing}
    made |= {uid: _closed(standing[uid], closed[uid]) for uid in closed}
    for uid in sorted(made):
        calendar.add_component(made[uid])
    return calendar


def _closed(each: Component, condition: Condition) -> Component:
    """An entry as it stands, no longer to be done; an event can only be called off."""
    base = read_base(str(each.get(BASE, "")))
    condition = condition if isinstance(each, Todo) else Condition.CANCELLED
    for name in ("STATUS", BASE):
        each.pop(name, None)
    each.add("STATUS", _STATUS[condition])
    if base:
        each.add(BASE, base_line(replace(base, condition=condition)))
    return each


def _component(entry: Entry, old: Component | None) -> Component:
    each: Component = Todo() if entry.kind is Kind.TASK else Event()
    each.add("UID", entry.uid)
    each.add("DTSTAMP", datetime(*entry.stamp.timetuple()[:3], tzinfo=UTC))
    each.add("CLASS", "PRIVATE")
    _add_words(each, entry, old)
    if entry.link:
        each.add("URL", entry.link)
    (_add_due if entry.kind is Kind.TASK else _add_time)(each, entry)
    each.add(BASE, base_line(entry.base))
    if old is not None:
        _keep(each, old)
    if entry.alarm:
        each.add_component(_alarm(entry))
    return each


def _add_words(each: Component, entry: Entry, old: Component | None) -> None:
    """Title and text; where they were changed in the calendar, they are hers."""
    title, text = entry.title, entry.text
    base = read_base(str(old.get(BASE, ""))) if old is not None else None
    if old is not None and base is not None:
        words = str(old.get("SUMMARY", "")), str(old.get("DESCRIPTION", ""))
        if words_print(*words) != base.words:
            title, text = words
    each.add("SUMMARY", title)
    if text:
        each.add("DESCRIPTION", text)


def _add_due(each: Component, entry: Entry) -> None:
    """The dates of a task; a window of one day has a due day alone."""
    if entry.start:
        each.add("DTSTART", entry.start)
    each.add("DUE", entry.when)
    each.add("STATUS", _STATUS[entry.condition])
    if entry.made:
        # Noon, so that it is the same day on most clocks: only the day is known.
        each.add("COMPLETED", datetime(*entry.made.timetuple()[:3], 12, tzinfo=UTC))


def _add_time(each: Component, entry: Entry) -> None:
    """The dates of an event; one of a whole day takes no time of hers."""
    is_timed = isinstance(entry.when, datetime)
    each.add("DTSTART", entry.when)
    each.add("DTEND", entry.when + (_HOUR if is_timed else timedelta(1)))
    each.add("TRANSP", "OPAQUE" if is_timed else "TRANSPARENT")
    if entry.condition is Condition.CANCELLED:
        each.add("STATUS", _STATUS[Condition.CANCELLED])


def _alarm(entry: Entry) -> Alarm:
    """At a time of the due day; of a task's dates it counts from the last (RFC 5545, 3.8.6.3)."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", entry.title)
    clock = entry.alarm
    after = timedelta(hours=clock.hour, minutes=clock.minute) if clock else timedelta()
    related = {"RELATED": "END"} if entry.kind is Kind.TASK else {}
    alarm.add("TRIGGER", after, parameters=related)
    alarm.add(_RINGS, "1")
    return alarm


def _keep(each: Component, old: Component) -> None:
    """What stands in the entry besides ours goes on standing there."""
    for name, value in old.items():
        if name.upper() not in _OURS:
            each[name] = value
    for inner in old.subcomponents:
        if _RINGS not in inner:
            each.add_component(inner)


def with_known(calendar: Calendar, line: str) -> bytes:
    """The bytes of a calendar of one file, with what it is to remember."""
    calendar.add(KNOWN, line)
    return bytes_of(calendar)


def bytes_of(calendar: Calendar) -> bytes:
    """The bytes of a calendar, its properties in one order."""
    return bytes(calendar.to_ical(sorted=True))


def known_in(calendar: Calendar) -> str:
    """What a calendar of one file remembers; empty without it."""
    return str(calendar.get(KNOWN, ""))
