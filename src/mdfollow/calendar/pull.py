"""What was done in a calendar, as wishes for the notes: ticks, calls-off, days; and what loses.

Each entry carries what we last wrote into it, so only what differs from that was done there. Where
the note changed meanwhile, too, the note counts.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum

from mdfollow.calendar.entry import DAY_END, Condition, Entry, Kind, Seen, written
from mdfollow.calendar.fates import Standing
from mdfollow.calendar.steps import Found
from mdfollow.record import dataclass, field
from mdfollow.sync.result import State, Vault
from mdfollow.verbs.act import Answer
from mdfollow.verbs.doing import OPEN, call_off, done, later
from mdfollow.verbs.taking_out import one_task
from mdfollow.views.shown import shown_path


class Verb(StrEnum):
    """What a step is to become in its note; the values are those of the JSON."""

    TICK = "done"
    CALL_OFF = "cancelled"
    MOVE = "moved"
    DELETE = "deleted"


@dataclass(frozen=True, slots=True)
class Wish:
    """One step, and what was done about it in the calendar on `day` (a move: its new day)."""

    id: str
    verb: Verb
    day: date


@dataclass(frozen=True, slots=True)
class Pull:
    """All wishes, the uids that the notes decide, and a sentence for each that needs one."""

    wishes: tuple[Wish, ...] = ()
    settled: frozenset[str] = frozenset()
    sentences: tuple[str, ...] = ()


@dataclass
class _Pulling:
    wishes: list[Wish] = field(default_factory=list)
    settled: set[str] = field(default_factory=set)
    sentences: list[str] = field(default_factory=list)

    def note_counts(self, name: str, sentence: str = "") -> None:
        self.settled |= {name, name + DAY_END}
        if sentence:
            self.sentences.append(sentence)


def pulled(
    standing: Standing, steps: Mapping[str, Found], doubtful: Collection[str], today: date
) -> Pull:
    """What was done to the steps in the calendar.

        in the calendar          in the note meanwhile     outcome
        ticked, called off       as written                the same in the note
        ticked, called off       ticked, called off        nothing to do
        ticked, called off       another end               the note counts
        opened again             ended                     the note counts
        moved                    open, as written          her own day
        moved                    moved elsewhere           the note counts
        moved                    ended                     the note counts, silently
        anything                 gone                      the note counts
        as written               -                         nothing to do

    `doubtful` ids wait until their note can be read again.
    """
    groups: dict[str, list[Seen]] = {}
    for seen in standing.seen:
        if seen.kind is not Kind.INTERVIEW and not seen.repeats and seen.id not in doubtful:
            groups.setdefault(seen.id, []).append(seen)
    result = _Pulling()
    for name, group in sorted(groups.items()):
        changed = [seen for seen in group if not seen.as_written]
        if changed:
            _decide(
                name, sorted(changed, key=lambda seen: seen.uid), steps.get(name), today, result
            )
    return Pull(tuple(result.wishes), frozenset(result.settled), tuple(result.sentences))


def _decide(
    name: str, changed: Sequence[Seen], found: Found | None, today: date, result: _Pulling
) -> None:
    """The task comes first, then the event of its day."""
    first = changed[0]
    if found is None:
        result.note_counts(
            name, f"{name} was changed in the calendar, but no note has it any more."
        )
    elif first.condition is not first.base.condition:
        _ended(name, first, found, today, result)
    elif found.now.condition is not Condition.OPEN:
        result.note_counts(name)
    else:
        _moved(name, changed, found, result)


def _ended(name: str, seen: Seen, found: Found, today: date, result: _Pulling) -> None:
    """Ticked or called off there, or opened again."""
    now, words = found.now.condition, f"“{found.step.desired.words}”"
    is_over = found.step.state is State.SKIPPED
    if seen.condition is Condition.OPEN:
        sentence = f"{words} was opened again in the calendar; open its box in the note to have it."
        result.note_counts(name, sentence)
    elif now is seen.condition:
        return
    elif now is Condition.OPEN or (is_over and seen.condition is Condition.DONE):
        day = min(seen.made or today, today)
        verb = Verb.TICK if seen.condition is Condition.DONE else Verb.CALL_OFF
        result.wishes.append(Wish(name, verb, day))
    else:
        how = "ticked" if seen.condition is Condition.DONE else "called off"
        sentence = f"{words} was {how} in the calendar, but changed in the note; the note counts."
        result.note_counts(name, sentence)


def _moved(name: str, changed: Sequence[Seen], found: Found, result: _Pulling) -> None:
    """Another day there, of the task or else of its event."""
    words = f"“{found.step.desired.words}”"
    day = _day(changed[0].when)
    if day == found.now.due:
        return
    if day is None or found.now.due.isoformat() != changed[0].base.when:
        both = "was moved in the calendar and in the note; the note counts"
        lost = "has no day in the calendar any more; the day in the note counts"
        result.note_counts(name, f"{words} {both if day else lost}.")
        return
    result.wishes.append(Wish(name, Verb.MOVE, day))
    result.settled |= {seen.uid for seen in changed[1:] if seen.when != changed[0].when}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def interviews(standing: Standing, wanted: Mapping[str, Entry], paths: Mapping[str, str]) -> Pull:
    """Interviews that were moved or called off in the calendar: their notes are hers to change."""
    result = _Pulling()
    for seen in standing.seen:
        if seen.kind is not Kind.INTERVIEW or seen.repeats or seen.as_written:
            continue
        entry, path = wanted.get(seen.uid), paths.get(seen.id, "")
        if entry is None or not path or written(entry.when) != seen.base.when:
            result.settled.add(seen.uid)
        elif seen.condition is Condition.CANCELLED:
            line, what = "status: cancelled", "is called off in the calendar"
            result.sentences.append(_by_hand(entry, path, what, line))
        elif seen.when:
            day = seen.when.replace("T", " ").removesuffix(":00")
            what = f"stands on {day} in the calendar"
            result.sentences.append(_by_hand(entry, path, what, f"interview_date: {day}"))
    return Pull((), frozenset(result.settled), tuple(result.sentences))


def _by_hand(entry: Entry, path: str, what: str, line: str) -> str:
    return f"{shown_path(path)}: “{entry.title}” {what}; if that is so, write `{line}`."


def deleted(standing: Standing, steps: Mapping[str, Found], today: date) -> tuple[Wish, ...]:
    """Open steps that she took out of the calendar altogether: task and event, what there was."""
    left = {seen.id for seen in standing.seen} | {
        uid.removesuffix(DAY_END) for uid in standing.others
    }
    names = sorted({uid.removesuffix(DAY_END) for uid in standing.known} - left)
    return tuple(
        Wish(name, Verb.DELETE, today)
        for name in names
        if name in steps and steps[name].step.state in OPEN and steps[name].step.line is not None
    )


def answer(found: Found, wish: Wish, vault: Vault) -> Answer:
    """The wish as edits of the step's note, by the verbs that she has for it."""
    if wish.verb is Verb.TICK:
        return done(found.report, [found.step], wish.day)
    if wish.verb is Verb.CALL_OFF:
        return call_off(found.report, found.step, wish.day)
    if wish.verb is Verb.MOVE:
        return later(found.report, [(found.step, wish.day)])
    return one_task(found.report, vault, wish.id)


def holds(found: Found, wish: Wish) -> bool:
    """Whether the step is in its note what the wish made of it."""
    if wish.verb is Verb.MOVE:
        return found.step.due == wish.day
    state = {
        Verb.TICK: State.DONE,
        Verb.CALL_OFF: State.CANCELLED,
        Verb.DELETE: State.DELETED,
    }
    return found.step.state is state[wish.verb]
