"""The interviews of one note before they are read: its own fields, or a list of rounds."""

from collections.abc import Iterable
from datetime import date

from mdfollow.interview import codes
from mdfollow.interview.date_fields import days_of
from mdfollow.interview.dates import Moment
from mdfollow.interview.detect import Judgement
from mdfollow.interview.facts import Context
from mdfollow.interview.fields import EXPLICIT_DATE, Field, Fields, fields_of, fold
from mdfollow.interview.findings import Findings
from mdfollow.interview.look import day_field, is_unset, rounds_of
from mdfollow.interview.texts import single
from mdfollow.record import dataclass, replace
from mdfollow.value import Mapping, Scalar, Value

_INHERITED = (
    *("company", "role", "title", "recruiter", "hiring_manager", "contacts", "culture", "method"),
    *("skills", "status", "news", "internal", "timezone"),
    "language",
)
_LATEST = ("decision", "heard", "asked", "contacted")
_LATEST_ALONE = (*_LATEST, "thanked", "learned", "discussed", "known")
_ASIDE = ("interviewers", "format", "time")


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of one interview, its own and the inherited ones, and its day.

    `moment` is None where the day is there and cannot be read; that is reported already.
    """

    fields: Fields
    moment: Moment | None
    context: Context
    line: int


def entries_of(fields: Fields, verdict: Judgement, context: Context, line: int) -> list[Entry]:
    """Every interview the note tells of: each of the note's own days, and each round with one.

    Rounds inherit what is the application's. What the note says of its outcome (`decision`,
    `heard` …) belongs to the latest.
    """
    rounds = rounds_of(fields)
    own = verdict.day
    if not rounds:
        return _own_days(fields, own, context, line) if own else []
    found = [_round(fields, value, number, context) for number, value in enumerate(rounds, 1)]
    entries = [entry for several in found for entry in several]
    names: tuple[str, ...] = _LATEST_ALONE
    if own and not own.empty and not is_unset(own):
        names = _LATEST
        entries[:0] = _own_days(_without(fields, names), own, context, line)
    else:
        _say_aside(fields, context)
    latest = max(entries, key=_sort_day, default=None)
    return [
        replace(entry, fields=_inherit(fields, entry.fields, names)) if entry is latest else entry
        for entry in entries
    ]


def _own_days(fields: Fields, day: Field, context: Context, line: int) -> list[Entry]:
    """One entry a day; the outcome and the round's number belong to the last."""
    moments = days_of(_said_day(fields, day, context), context)
    if not moments:
        return [Entry(fields, None, context, line)]
    before = _without(fields, (*_LATEST, "round")) if len(moments) > 1 else fields
    return [
        *(Entry(before, moment, context, line) for moment in moments[:-1]),
        Entry(fields, moments[-1], context, line),
    ]


def _said_day(fields: Fields, day: Field, context: Context) -> Field:
    """The key that holds the day; `when: evenings` leaves it to another key that does."""
    told = single(day.value)
    if told is None or fold(day.key.text) in EXPLICIT_DATE or any(map(str.isdigit, told.text)):
        return day
    quiet = Context(context.settings, Findings(""))
    others = (*fields.every("interview_date"), *fields.every("date"))
    other = next((one for one in others if not one.empty and days_of(one, quiet)), None)
    if other is None:
        return day
    context.left_out(day, day.value, "write a date, if it is the interview's")
    return other


def _say_aside(fields: Fields, context: Context) -> None:
    for name in _ASIDE:
        field = fields.filled(name)
        if field:
            sentence = f"{field.key.text} stands beside the list of interviews and is not read"
            way_out = "write it in the entry it belongs to"
            context.findings.hint(codes.ASIDE, field.key.place, sentence, way_out)


def _without(fields: Fields, names: Iterable[str]) -> Fields:
    dropped = {fold(one.key.text) for name in names for one in fields.every(name)}
    return Fields({k: v for k, v in fields.entries.items() if k not in dropped}, fields.twice)


def _round(fields: Fields, value: Value, number: int, context: Context) -> list[Entry]:
    """One entry of `interviews:`; one without a date is planned by nobody yet."""
    if not isinstance(value, Mapping):
        key = Scalar("date", value.place)
        value = Mapping(((key, value),), value.place)
    own = fields_of(value)
    inner = Context(context.settings, context.findings, f"interviews[{number}].")
    day = day_field(own, marked=True)
    if day is None or day.empty or is_unset(day):
        return []
    return _own_days(_inherit(fields, own, _INHERITED), day, inner, value.place.line)


def _sort_day(entry: Entry) -> date:
    return (entry.moment.day if entry.moment else None) or date.min


def _inherit(note: Fields, own: Fields, names: Iterable[str]) -> Fields:
    entries = dict(own.entries)
    for name in names:
        if own.filled(name) is None:
            entries.update({fold(one.key.text): one for one in note.every(name)})
    return Fields(entries, own.twice)
