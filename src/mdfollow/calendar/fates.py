"""What becomes of each entry of a calendar: one table, as for the tasks of a note."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum

from mdfollow.calendar.entry import Condition, Entry, Seen
from mdfollow.record import dataclass


class Fate(StrEnum):
    """What happens to one entry; the values are those of the JSON."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    CLOSED = "closed"
    """It is needed no more and has words of hers: it is marked done or cancelled, and stays."""
    KEPT = "kept"
    WAITS = "waits"
    """It was ticked or moved in the calendar, and the note does not know of it yet."""
    DELETED = "deleted"
    """She took it out of the calendar."""
    TAKEN = "taken"
    """Something that is not ours stands there under its name."""


WRITING = frozenset({Fate.ADDED, Fate.CHANGED, Fate.REMOVED, Fate.CLOSED})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One entry: `entry` is what is to stand there (None: nothing), `seen` what stands there."""

    uid: str
    fate: Fate
    entry: Entry | None = None
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Now:
    """How a step stands in its note: its condition (None: gone, or over) and its due day."""

    condition: Condition | None
    due: date


@dataclass(frozen=True, slots=True)
class Standing:
    """A calendar as it was read: `others` are uids not ours, `known` what we had put there."""

    seen: Sequence[Seen] = ()
    others: Collection[str] = ()
    known: Collection[str] = ()


def fates(
    wanted: Sequence[Entry],
    standing: Standing,
    now: Mapping[str, Now],
    *,
    settled: Collection[str] = (),
    doubtful: Collection[str] = (),
    again: bool = False,
) -> tuple[Outcome, ...]:
    """Decide, sorted by uid.

        wanted  stands   in the calendar              outcome
        yes     no       never written                ADDED
        yes     no       written before               DELETED (hers; ADDED with `again`)
        yes     not ours                              TAKEN
        yes     ours     as written, plan as written  KEPT
        yes     ours     as written, plan differs     CHANGED
        yes     ours     as the plan says now         CHANGED (its base follows)
        yes     ours     ticked or moved              WAITS; CHANGED where `settled` for the note
        no      ours     as written, or as the note   REMOVED; CLOSED with words of hers
        no      ours     ticked or moved              WAITS; REMOVED where `settled` for the note
        no      ours     its note in doubt            KEPT
        -       ours     made a series by her         KEPT

    `settled` are uids, `doubtful` ids of steps whose note cannot be read or planned at present.
    """
    by_uid = {each.uid: each for each in standing.seen}
    found = {}
    for entry in wanted:
        seen = by_uid.get(entry.uid)
        fate = (
            _missing(entry, standing, again=again)
            if seen is None
            else _standing(entry, seen, is_settled=entry.uid in settled)
        )
        found[entry.uid] = Outcome(entry.uid, fate, entry, seen)
    for uid, seen in by_uid.items():
        if uid not in found:
            found[uid] = _unwanted(seen, now.get(seen.id), uid in settled, seen.id in doubtful)
    return tuple(found[uid] for uid in sorted(found))


def _missing(entry: Entry, standing: Standing, *, again: bool) -> Fate:
    if entry.uid in standing.others:
        return Fate.TAKEN
    return Fate.DELETED if entry.uid in standing.known and not again else Fate.ADDED


def _standing(entry: Entry, seen: Seen, *, is_settled: bool) -> Fate:
    if seen.repeats:
        return Fate.KEPT
    base = entry.base
    if seen.as_written:
        return Fate.KEPT if seen.base.whole == base.whole else Fate.CHANGED
    agrees = (seen.condition, seen.when) == (base.condition, base.when)
    return Fate.CHANGED if agrees or is_settled else Fate.WAITS


def _unwanted(seen: Seen, now: Now | None, is_settled: bool, is_doubtful: bool) -> Outcome:
    if is_doubtful or seen.repeats:
        return Outcome(seen.uid, Fate.KEPT, seen=seen)
    agrees = seen.as_written or (now is not None and now.condition is seen.condition)
    if not (agrees or is_settled):
        return Outcome(seen.uid, Fate.WAITS, seen=seen)
    if seen.words == seen.base.words:
        return Outcome(seen.uid, Fate.REMOVED, seen=seen)
    is_closed = seen.base.condition is not Condition.OPEN
    return Outcome(seen.uid, Fate.KEPT if is_closed else Fate.CLOSED, seen=seen)
