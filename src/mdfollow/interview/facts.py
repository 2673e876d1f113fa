"""Single fields of one interview: each function reads one field and reports what it cannot read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from mdfollow.interview import codes
from mdfollow.interview.dates import Moment, read_date, read_time
from mdfollow.interview.fields import Field, Fields, is_empty, shown
from mdfollow.interview.findings import Findings
from mdfollow.interview.model import Channel, Decision, Format, Status
from mdfollow.interview.phrases import UNKNOWN, read_decision
from mdfollow.interview.texts import items, single, unlinked
from mdfollow.interview.words import (
    is_content,
    most_final,
    nearest_format,
    nearest_status,
    read_channel,
    read_flag,
    read_format,
    read_round,
    read_status,
)
from mdfollow.settings import Settings
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

NOT_YET = UNKNOWN | {"not yet", "nothing", "never", "pending", "waiting"}


@dataclass(frozen=True, slots=True)
class Context:
    """What every field's reading needs: settings, where problems go, `interviews[2].` or empty."""

    settings: Settings
    findings: Findings
    prefix: str = ""

    def where(self, field: Field) -> str:
        """The field as a message names it."""
        return f"{self.prefix}{field.key.text}"

    def refuse(self, field: Field, place: Place, moment: Moment) -> None:
        """Report a date that cannot be read."""
        self.findings.error(
            moment.code, place, f"{self.where(field)}: {moment.fault}", moment.way_out
        )

    def notice(self, field: Field, place: Place, odd: str) -> None:
        """Report a weekday that does not belong to its date."""
        if odd:
            sentence = f"{self.where(field)}: {odd}"
            self.findings.warning(codes.WEEKDAY, place, sentence, "check the date")


def text_of(fields: Fields, name: str, context: Context) -> str:
    """One text with its link taken off; empty when not given or, reported, a list or map."""
    field = fields.filled(name)
    if field is None:
        return ""
    one = single(field.value)
    if one is not None:
        return unlinked(one.text)
    what = shown(field.value)
    sentence = f"{context.where(field)}: {what} stands where one text should be"
    context.findings.error(codes.SHAPE, field.value.place, sentence, "write one text")
    return ""


def texts_of(fields: Fields, name: str) -> tuple[str, ...]:
    """A text or list, from every key of the field."""
    short = name in ("skills", "discussed")
    found = (text for one in fields.every(name) for text in items(one.value, short=short))
    return tuple(dict.fromkeys(found))


def day_of(field: Field, context: Context) -> Moment | None:
    """The interview's date and, when written with it, its time; None, reported, if unreadable."""
    value = field.value
    one = single(value)
    scalars = [one] if one else _scalars(value)
    if not scalars:
        sentence = f"{context.where(field)}: {shown(value)} stands where a date should be"
        context.findings.error(codes.REQUIRED, value.place, sentence, "write it like 2026-11-03")
        return None
    moments = []
    for scalar in scalars:
        moment = read_date(scalar.text, context.settings.date_order)
        if moment.day is None:
            code = codes.REQUIRED if moment.code == codes.DATE else moment.code
            context.refuse(field, scalar.place, replace(moment, code=code))
            return None
        context.notice(field, scalar.place, moment.odd)
        moments.append(moment)
    return max(moments, key=lambda moment: moment.day or date.min)


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
    """When they decide (EXP-1).

    What is out of order (EXP-2) is unknown, what cannot be read is kept as `unread`; neither
    holds back the plan (ASK-3).
    """
    field = fields.filled("decision")
    if field is None:
        return Decision()
    one = single(field.value)
    if one is None:
        sentence = f"{context.where(field)}: {shown(field.value)} stands where a date should be"
        way_out = "write it like 2026-11-24 or 3 weeks"
        context.findings.warning(codes.SHAPE, field.value.place, sentence, way_out)
        return Decision(unread=shown(field.value))
    settings = context.settings
    text = unlinked(one.text)
    found = read_decision(text, day, settings.date_order, day_off(settings))
    context.notice(field, field.value.place, found.odd)
    if not found.fault:
        return found.decision
    sentence = f"{context.where(field)}: {found.fault}"
    context.findings.warning(found.code, field.value.place, sentence, found.way_out)
    return Decision(unread="" if found.code == codes.OUT_OF_ORDER else text)


def day_off(settings: Settings) -> Callable[[date], bool]:
    """Whether a day is in `days_off`."""
    once, yearly = frozenset(settings.days_off), frozenset(settings.days_off_yearly)
    return lambda day: day in once or (day.month, day.day) in yearly


def when_of(fields: Fields, name: str, day: date, context: Context) -> date | bool | None:
    """`asked` or `heard`: a date, True when said without one, None when not."""
    field = fields.filled(name)
    if field is None:
        return None
    text = shown(field.value) if isinstance(field.value, Scalar) else _only(field.value)
    flag = read_flag(text)
    if flag is not None or text.lower() in NOT_YET:
        return flag or None
    moment = read_date(text, context.settings.date_order, day)
    if moment.day is None:
        context.refuse(field, field.value.place, moment)
        return None
    context.notice(field, field.value.place, moment.odd)
    if moment.day < day:
        sentence = f"{context.where(field)}: {moment.day} lies before the interview"
        context.findings.warning(codes.CONTACT, field.value.place, sentence, "check the date")
    return moment.day


def _only(value: Value) -> str:
    one = single(value)
    return one.text if one else shown(value)


def contacted_of(fields: Fields, day: date, context: Context) -> tuple[date, ...]:
    """Attempts made outside the task list, sorted, each day once; a bare count earns a hint."""
    found: set[date] = set()
    for field in fields.every("contacted"):
        for scalar in _moments(field.value):
            text = scalar.text.strip()
            if text.lower() in NOT_YET or read_flag(text) is False:
                continue
            if text.isdigit() or read_flag(text):
                sentence = f"{context.where(field)}: '{text}' does not say when"
                way_out = "write the dates, as in [2026-11-27]"
                context.findings.hint(codes.COUNT, scalar.place, sentence, way_out)
                continue
            bare = text.partition("(")[0].strip()
            moment = read_date(bare, context.settings.date_order, day)
            if moment.day is None:
                context.refuse(field, scalar.place, moment)
                continue
            if moment.day < day and field.key.text.lower() == "contacted":
                sentence = f"{context.where(field)}: {moment.day} lies before the interview"
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


def status_of(fields: Fields, context: Context) -> tuple[Status, str]:
    """The most final status of all keys, and its word."""
    status, word = Status.WAITING, ""
    for field in fields.every("status"):
        for text in items(field.value):
            found = read_status(text)
            if found and most_final(found[0], status) is found[0] and found[0] is not status:
                status, word = found
            elif found is None and read_round(text) is None and read_flag(text) is None:
                sentence = f"{context.where(field)}: '{text}' is no status that is known"
                way_out = "it counts as waiting; write waiting, offer, rejected or cancelled"
                if meant := nearest_status(text):
                    way_out = f"did you mean `{meant}`? until then it counts as waiting"
                context.findings.hint(codes.WORD, field.value.place, sentence, way_out)
    return status, word


def format_of(fields: Fields, context: Context) -> Format | None:
    """How it was held; an entry's `type: phone screen` counts where no format is given."""
    for field in fields.every("format"):
        text = unlinked(shown(field.value))
        found = read_format(text)
        if found:
            return found
        if text and text.lower() not in UNKNOWN and not is_content(text):
            sentence = f"{context.where(field)}: '{text}' is no format that is known"
            way_out = "write phone, video, onsite, panel or informational"
            if meant := nearest_format(text):
                way_out = f"did you mean `{meant}`?"
            context.findings.hint(codes.WORD, field.value.place, sentence, way_out)
    kind = fields.entries.get("type") if context.prefix else None
    return read_format(shown(kind.value)) if kind else None


def round_of(fields: Fields, context: Context) -> int | None:
    """The number of the round, None when it is not said."""
    field = fields.filled("round")
    if field is not None:
        text = unlinked(_only(field.value))
        number = read_round(text)
        if number is None and not is_content(text) and read_format(text) is None:
            sentence = f"{context.where(field)}: '{text}' names no round"
            context.findings.hint(codes.WORD, field.value.place, sentence, "write a number")
        return number
    stage = fields.entries.get("stage")
    text = _only(stage.value).strip() if stage else ""
    return read_round(text) if text.isdigit() else None


def stage_of(fields: Fields, context: Context) -> str:
    """What she called this round, as typed; a bare number says nothing more than `round`."""
    names = ["round", "roundnumber", "interviewround", "roundname", "interviewtype"]
    names += ["type", "name"] if context.prefix else []
    for name in names:
        if name in fields.entries:
            text = unlinked(_only(fields.entries[name].value))
            if any(letter.isalpha() for letter in text):
                return text
    return ""


def method_of(fields: Fields, context: Context) -> Channel | None:
    """The channel she wants attempts to take."""
    field = fields.filled("method")
    if field is None:
        return None
    channel = read_channel(_only(field.value))
    if channel is None and _only(field.value).lower() not in UNKNOWN:
        sentence = f"{context.where(field)}: '{_only(field.value)}' is no channel that is known"
        context.findings.hint(codes.WORD, field.value.place, sentence, "write phone, email or card")
    return channel
