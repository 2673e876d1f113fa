"""Single fields of one interview: each function reads one field and reports what it cannot read."""

from mdfollow.interview import codes
from mdfollow.interview.dates import Moment
from mdfollow.interview.fields import Field, Fields, fold, shown
from mdfollow.interview.findings import Findings
from mdfollow.interview.model import Channel, Format, Status
from mdfollow.interview.tables.unknown import UNKNOWN
from mdfollow.interview.texts import brief, items, single, unlinked
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
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.value import Place, Scalar, Value


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

    def unknown(
        self,
        field: Field,
        kind: str,
        text: str,
        way_out: str,
        meant: str | None = None,
        then: str = "",
    ) -> None:
        """A word nobody knows for what the field holds; `meant` is the known one it is close to."""
        sentence = f"{self.where(field)}: '{brief(text)}' is not a {kind} mdfollow knows"
        way_out = f"did you mean `{meant}`?{then}" if meant else way_out
        self.findings.meant(codes.WORD, field.value.place, sentence, way_out, text, meant or "")

    def left_out(
        self, field: Field, value: Value, way_out: str, moment: Moment | None = None
    ) -> None:
        """Say that a key does not hold what it is for; nothing waits for it.

        A mistyped date (`moment`) is worth a warning, anything else is probably another's key.
        """
        if moment and any(map(str.isdigit, moment.fault)):
            sentence = f"{self.where(field)}: {moment.fault}"
            self.findings.warning(moment.code, value.place, sentence, moment.way_out)
            return
        text = f"'{shown(value)}'" if isinstance(value, Scalar) else shown(value)
        sentence = f"{self.where(field)}: {text} is left out"
        self.findings.hint(codes.FOREIGN, value.place, sentence, way_out)

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
    if name == "company":
        context.findings.error(codes.SHAPE, field.value.place, sentence, "write one text")
    else:
        context.left_out(field, field.value, "write one text")
    return ""


def texts_of(fields: Fields, name: str) -> tuple[str, ...]:
    """A text or list, from every key of the field."""
    short = name in ("skills", "discussed")
    found = (text for one in fields.every(name) for text in items(one.value, short=short))
    return tuple(dict.fromkeys(found))


def status_of(fields: Fields, context: Context) -> tuple[Status, str]:
    """The most final status of all keys, and its word; `state` counts only with a known word."""
    status, word = Status.WAITING, ""
    for field in fields.every("status"):
        for text in items(field.value):
            found = read_status(text)
            if found and most_final(found[0], status) is found[0] and found[0] is not status:
                status, word = found
            elif found is None and _is_status(field, text):
                way_out = "it counts as waiting; write waiting, offer, rejected or cancelled"
                meant, then = nearest_status(text), " until then it counts as waiting"
                context.unknown(field, "status", text, way_out, meant, then)
    return status, word


def _is_status(field: Field, text: str) -> bool:
    """Whether an unknown text was meant as a status: no round, no yes, no name of a country."""
    if fold(field.key.text) == "state":
        return False
    return read_round(text) is None and read_flag(text) is None


def format_of(fields: Fields, context: Context) -> Format | None:
    """How it was held; an entry's `type: phone screen` counts where no format is given."""
    for field in fields.every("format"):
        text = unlinked(shown(field.value))
        found = read_format(text)
        if found:
            return found
        if text and text.lower() not in UNKNOWN and not is_content(text):
            way_out = "write phone, video, onsite, panel or informational"
            context.unknown(field, "format", text, way_out, nearest_format(text))
    kind = fields.entries.get("type") if context.prefix else None
    return read_format(shown(kind.value)) if kind else None


def only_text(value: Value) -> str:
    """The one text a value holds, else what a message shows of it."""
    one = single(value)
    return one.text if one else shown(value)


def round_of(fields: Fields, context: Context) -> int | None:
    """The number of the round, None when it is not said."""
    field = fields.filled("round")
    if field is not None:
        text = unlinked(only_text(field.value))
        number = read_round(text)
        if number is None and not is_content(text) and read_format(text) is None:
            sentence = f"{context.where(field)}: '{brief(text)}' does not name a round"
            context.findings.hint(codes.WORD, field.value.place, sentence, "write a number")
        return number
    stage = fields.entries.get("stage")
    text = only_text(stage.value).strip() if stage else ""
    return read_round(text) if text.isdigit() else None


def stage_of(fields: Fields, context: Context) -> str:
    """What she called this round, as typed; a bare number says nothing more than `round`."""
    names = ["round", "roundnumber", "interviewround", "roundname", "interviewtype"]
    names += ["type", "name"] if context.prefix else []
    for name in names:
        if name in fields.entries:
            text = unlinked(only_text(fields.entries[name].value))
            if any(letter.isalpha() for letter in text):
                return text
    return ""


def method_of(fields: Fields, context: Context) -> Channel | None:
    """The channel she wants attempts to take."""
    field = fields.filled("method")
    if field is None:
        return None
    text = only_text(field.value)
    channel = read_channel(text)
    if channel is None and text.lower() not in UNKNOWN:
        context.unknown(field, "channel", text, "write phone, email or card")
    return channel
