"""What is told of a calendar: lines, a summary, JSON."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from mdfollow.calendar.entry import Entry, Kind
from mdfollow.calendar.fates import WRITING, Fate, Outcome
from mdfollow.calendar.pull import Wish
from mdfollow.views import days
from mdfollow.views.shown import shown

VERSION = 1
MOST = 3
"""Entries that get a sentence each."""


def entry_lines(outcomes: Sequence[Outcome], today: date) -> Iterator[str]:
    """A line for every entry that is, or would be, written; a step's task and event in one."""
    uids = {each.uid for each in outcomes if each.fate in WRITING}
    for each in outcomes:
        twin = each.seen.id if each.seen else each.entry.id if each.entry else ""
        if each.fate not in WRITING or (twin != each.uid and twin in uids):
            continue
        what = f"{_title(each.entry)}, {_day(each.entry, today)}" if each.entry else each.uid
        yield f"{each.fate.value}: {what}"


def _title(entry: Entry) -> str:
    return shown(entry.title)


def _day(entry: Entry, today: date) -> str:
    when = entry.when
    clock = f" {when:%H:%M}" if isinstance(when, datetime) else ""
    return days.short(when, today) + clock


def notices(outcomes: Sequence[Outcome], *, pulled: bool) -> list[str]:
    """What is worth a sentence of its own."""
    taken = [each.uid for each in outcomes if each.fate is Fate.TAKEN]
    lines = [f"{uid}: another entry stands there under this name, so it stays." for uid in taken]
    if len(lines) > MOST:
        what = f"{len(taken)} entries stand there under our names without our mark"
        lines = [f"{what} ({taken[0]} is the first), so they stay; some servers drop it."]
    waiting = len({each.seen.id for each in outcomes if each.seen and each.fate is Fate.WAITS})
    if waiting and not pulled:
        entries = "1 entry was" if waiting == 1 else f"{waiting} entries were"
        lines.append(
            f"{entries} ticked or moved in the calendar; `mdfollow calendar --pull` "
            "brings that into the notes."
        )
    return lines


def summary(outcomes: Sequence[Outcome], *, dry: bool) -> str:
    """One line: what was written, and how much stands there now."""
    counts = Counter(each.fate for each in outcomes)
    parts = [f"{counts[fate]} {fate.value}" for fate in Fate if fate in WRITING and counts[fate]]
    done = ("would be " if dry else "") + ", ".join(parts) if parts else "nothing to change"
    standing = sum(each.fate not in {Fate.REMOVED, Fate.DELETED, Fate.TAKEN} for each in outcomes)
    entries = "1 entry" if standing == 1 else f"{standing} entries"
    gone = f", {counts[Fate.DELETED]} deleted there by you" if counts[Fate.DELETED] else ""
    return f"calendar: {done}; {entries}{gone}."


def calendar_json(
    vault: str,
    today: date,
    wishes: Mapping[Wish, str],
    outcomes: Sequence[Outcome],
    failed: Sequence[str],
) -> dict[str, object]:
    """Every entry with what became of it; `wishes` that came from there, with their notes."""
    return {
        "version": VERSION,
        "vault": vault,
        "today": today.isoformat(),
        "pulled": [
            {"id": wish.id, "path": path, "what": wish.verb.value, "day": wish.day.isoformat()}
            for wish, path in wishes.items()
        ],
        "entries": [_entry(each) for each in outcomes],
        "failed": list(failed),
    }


def _entry(each: Outcome) -> dict[str, object]:
    entry, seen = each.entry, each.seen
    when = entry.when.isoformat() if entry else seen.when if seen else ""
    kind = entry.kind if entry else seen.kind if seen else Kind.TASK
    return {
        "uid": each.uid,
        "kind": kind.value,
        "fate": each.fate.value,
        "title": entry.title if entry else None,
        "when": when or None,
        "state": entry.condition.value if entry else seen.condition.value if seen else None,
    }
