"""The fields that hold dates: each function reads one and reports what it cannot read."""

import re
from collections.abc import Callable, Iterator
from datetime import date, time

from mdfollow.interview import codes
from mdfollow.interview.clock import read_time
from mdfollow.interview.dates import Moment, iso, read_date, read_days, within_a_year
from mdfollow.interview.facts import Context, only_text, stage_of
from mdfollow.interview.fields import Field, Fields, is_empty, shown
from mdfollow.interview.model import Decision
from mdfollow.interview.tables.unknown import UNKNOWN
from mdfollow.interview.texts import brief, single, unlinked
from mdfollow.interview.words import read_flag
from mdfollow.record import replace
from mdfollow.settings import Settings
from mdfollow.value import Mapping, Scalar, Sequence, Value

NOT_YET = UNKNOWN | {"not yet", "nothing", "never", "pending", "waiting"}


def days_of(field: Field, context: Context) -> tuple[Moment, ...]:
    """Every day the field lists; none, reported, if one of them cannot be read."""
    value = field.value
    one = single(value)
    scalars = [one] if one else _scalars(value)
    if not scalars:
        sentence = f"{context.where(field)}: {shown(value)} stands where a date should be"
        context.findings.error(codes.REQUIRED, value.place, sentence, "write it like 2026-11-03")
    moments: dict[date, Moment] = {}
    for scalar in scalars:
        for moment in read_days(scalar.text, context.settings.date_order):
            if moment.day is None:
                code = codes.REQUIRED if moment.code == codes.DATE else moment.code
                context.refuse(field, scalar.place, replace(moment, code=code))
                return ()
            context.notice(field, scalar.place, moment.odd)
            moments.setdefault(moment.day, moment)
    return tuple(moments[day] for day in sorted(moments))


def _scalars(value: Value) -> list[Scalar]:
    if not isinstance(value, Sequence):
        return []
    found = [single(item) for item in value.items if not is_empty(item)]
    return [one for one in found if one] if all(found) else []


def clock_of(fields: Fields, context: Context) -> time | None:
    """The time of day given by a key of its own."""
    field = fields.filled("time")
    if field is None:
        return None
    clock = read_time(shown(field.value))
    if clock is None and shown(field.value).lower() not in UNKNOWN:
        moment = read_date(shown(field.value), context.settings.date_order)
        clock = moment.clock
        if moment.day is None:
            sentence = f"{context.where(field)}: '{shown(field.value)}' is not a time"
            way_out = "write it like 15:15"
            context.findings.hint(codes.DATE, field.value.place, sentence, way_out)
    return clock


def decision_of(fields: Fields, day: date, context: Context) -> Decision:
    """When they decide (EXP-1); of several days or phrases the latest.

    What is out of order (EXP-2) is unknown, what cannot be read is kept as `unread`; neither
    holds back the plan (ASK-3).
    """
    field = fields.filled("decision")
    if field is None:
        return Decision()
    one = single(field.value)
    scalars = [one] if one else _scalars(field.value)
    if not scalars:
        sentence = f"{context.where(field)}: {shown(field.value)} stands where a date should be"
        way_out = "write it like 2026-11-24 or 3 weeks"
        context.findings.warning(codes.SHAPE, field.value.place, sentence, way_out)
        return Decision(unread=shown(field.value))
    settings, found = context.settings, []
    for scalar in scalars:
        text = unlinked(scalar.text)
        if (whole := iso(text)) and within_a_year(whole, day):
            found.append(Decision(whole))
            continue
        # loaded here: most runs meet no phrase, and its patterns are dear
        from mdfollow.interview.phrases import read_decision

        final = bool(re.search(r"\bfinal\b", stage_of(fields, context).lower()))
        read = read_decision(text, day, settings.date_order, day_off(settings), final=final)
        context.notice(field, scalar.place, read.odd)
        if read.fault:
            sentence = f"{context.where(field)}: {read.fault}"
            context.findings.warning(read.code, scalar.place, sentence, read.way_out)
        if read.fault and read.code != codes.OUT_OF_ORDER:
            return Decision(unread=text)
        found.append(read.decision)
    return max(found, key=lambda decision: decision.day or date.min)


def day_off(settings: Settings) -> Callable[[date], bool]:
    """Whether a day is in `days_off`."""
    once, yearly = frozenset(settings.days_off), frozenset(settings.days_off_yearly)
    return lambda day: day in once or (day.month, day.day) in yearly


def when_of(fields: Fields, name: str, day: date, context: Context) -> date | bool | None:
    """`asked` or `heard`: a date, True when said without one, None when not."""
    field = fields.filled(name)
    if field is None:
        return None
    text = shown(field.value) if isinstance(field.value, Scalar) else only_text(field.value)
    flag = read_flag(text)
    if flag is not None or text.lower() in NOT_YET:
        return flag or None
    moment = read_date(text, context.settings.date_order, day)
    if moment.day is None:
        context.left_out(field, field.value, "write a date or `true`", moment)
        return None
    context.notice(field, field.value.place, moment.odd)
    if moment.day < day:
        sentence = f"{context.where(field)}: {moment.day} is before the interview"
        context.findings.warning(codes.CONTACT, field.value.place, sentence, "check the date")
    return moment.day


def contacted_of(fields: Fields, day: date, context: Context) -> tuple[date, ...]:
    """Attempts made outside the task list, sorted, each day once; a bare count earns a hint."""
    found: set[date] = set()
    for field in fields.every("contacted"):
        for scalar in _moments(field.value):
            text = scalar.text.strip()
            if text.lower() in NOT_YET or read_flag(text) is False:
                continue
            if text.isdigit() or read_flag(text):
                sentence = f"{context.where(field)}: '{brief(text)}' does not say when"
                way_out = "write the dates, as in [2026-11-27]"
                context.findings.hint(codes.COUNT, scalar.place, sentence, way_out)
                continue
            bare = text.partition("(")[0].strip()
            moment = read_date(bare, context.settings.date_order, day)
            if moment.day is None:
                context.left_out(field, scalar, "write the dates", moment)
                continue
            if moment.day < day and field.key.text.lower() == "contacted":
                sentence = f"{context.where(field)}: {moment.day} is before the interview"
                context.findings.hint(codes.CONTACT, scalar.place, sentence, "check the date")
            found.add(moment.day)
    return tuple(sorted(found))


def _moments(value: Value) -> Iterator[Scalar]:
    one = single(value)
    if one is not None:
        texts = one.text.split(";") if ";" in one.text else _commas(one.text)
        yield from (Scalar(text, value.place) for text in texts if text.strip())
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _moments(item)
    elif isinstance(value, Mapping):
        dates = [v for k, v in value.entries if k.text.lower() in ("date", "on", "day", "when")]
        yield from (scalar for inner in dates for scalar in _moments(inner))


def _commas(text: str) -> list[str]:
    """Parted at commas, unless one stands within a date ("Nov 27, 2026")."""
    parts = text.split(",")
    whole = read_date(text, "dmy", date(2000, 1, 1))
    return [text] if whole.day else parts
