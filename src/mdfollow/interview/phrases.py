"""When they said they would decide: phrases counted from the interview (EXP-1, EXP-2)."""

import re
from datetime import date

from mdfollow.interview.codes import DATE, OUT_OF_ORDER
from mdfollow.interview.dates import Moment, iso, read_date, within_a_year
from mdfollow.interview.model import Decision
from mdfollow.interview.named_days import SHAPES
from mdfollow.interview.spans import Found, Off, one_of, span
from mdfollow.interview.tables.calendar import MONTHS, WEEKDAYS
from mdfollow.interview.tables.spans import NUMBERS
from mdfollow.interview.tables.unknown import UNKNOWN
from mdfollow.interview.texts import brief
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, field

_LEAD = pattern(
    r"\A(?:(?:week ending|w/e|expect(?:ed)?|sometime|some time|probably|likely|maybe|possibly"
    r"|hopefully|decision"
    r"|answer|response|reply|feedback|results?|they said|they say|should hear(?: back)?"
    r"|hear(?:ing)? back|they(?:'ll| will)? (?:decide|let me know|get back(?: to me)?|call)"
    r"|by|in|within|on or before|about|around|approx\.?|approximately|roughly|circa|ca\.?|c\.|~|on"
    r"|before|until|till|no later than|not later than|latest|at the latest|up to|at most|max\.?"
    r"|during|over"
    r"|(?:eod|cob|eob|cop|noon|midday|(?:end|close) of (?:the )?(?:day|business|play)"
    r"|\d{1,2}(?::\d\d)? ?[ap]m)(?:,| on| of)?(?= \S)"
    r"|the(?=\s+(?:end|week|first|second|last|beginning|start|middle)))\s*)+"
    r"(?<![a-z])(?=\s|\b|~)"
)
_TAIL = pattern(
    r"(?:\s*(?:,\s*)?(?:from now|from today|or so|or less|or sooner|or earlier|later|max\.?|tops"
    r"|at most|at the latest|latest|time|ish|i think|they (?:said|think)|hopefully|probably|tbc"
    r"|(?:after|from|since|of) (?:the |my |this )?(?:interview|call|today|now)|\([^()]*\)"
    r"|(?:in the |early |late )?(?:morning|afternoon|evening)|eod|cob|eob|noon|midday"
    r"|(?:by )?(?:end|close) of (?:the )?(?:day|business|play)"
    r"|(?:at|by) \d{1,2}(?::\d\d)? ?(?:[ap]m)?|[.!?])|(?<=\d)ish)+\Z"
)
LONGEST_TAIL = 500
"""Characters of a phrase that may trail off."""
_AFTER = pattern(r"(?P<span>.+?) (?:after|from|following|on) (?:the )?(?P<what>.+)\Z")
_FINAL = pattern(
    r"(?:the |my |all )?(?:(?:final|last|next|second|2nd|third|3rd|other|remaining)"
    r" (?:round|interview|stage|call|step)s?|finals?|interviews|rounds)\Z"
)
_TWO = pattern(r"(?:between )?(.+?)\s*(?:\bor\b|/|\bto\b|\band\b|\buntil\b|\s-\s)\s*(.+)\Z")
_DATED = pattern(rf"\d|\b(?:{one_of((*MONTHS, *WEEKDAYS))}|weeks?|months?)\b")
_REMARK = pattern(r"(.+?)(?:,|;|:|\s-)\s+(\D+)\Z")
_TELLING = pattern(
    rf"\b(?:{one_of((*MONTHS, *WEEKDAYS, *NUMBERS))}|later|longer|more|or|after|not|if|but|unless"
    r"|week|weeks|days?|months?|least)\b"
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """The decision as read. With `fault` it could not be, and the fault is reported."""

    decision: Decision = field(default_factory=Decision)
    fault: str = ""
    way_out: str = ""
    code: str = DATE
    odd: str = ""


def read_decision(
    text: str,
    day: date,
    order: str = "",
    is_off: Off = lambda _: False,
    *,
    final: bool = False,
) -> Expectation:
    """Read when they decide, counted from the interview on `day`.

    `is_off` says which days (beside weekends) do not count as working days. Of a range or a
    phrase with two readings the later counts. `final`: this interview is the last round, so that
    "1 week after the final round" counts from it.
    """
    plain = _folded(text)
    bare = re.split(r"\s*[(,;]|\s-\s", plain)[0] if plain not in UNKNOWN else plain
    if bare.rstrip(".!?") in UNKNOWN and not _DATED.search(plain):
        return Expectation()
    after = _after_final(plain, day, is_off)
    if after and not final:
        reading = f"'{brief(text)}': counts from a later round, whose day is not known"
        return Expectation(Decision(None, reading))
    found = after or (None if iso(plain) else _phrase(plain, day, is_off, order))
    if found:
        return _in_order(text, found[0], found[1], day)
    moment = _moment(plain, text, order, day)
    if moment.day:
        yearless = not re.search(r"\d{4}", text)
        reading = "the first such day after the interview" if yearless else ""
        result = _in_order(text, moment.day, reading, day)
        return Expectation(result.decision, result.fault, result.way_out, result.code, moment.odd)
    later = _composed(plain, day, is_off, order)
    if later:
        return _in_order(text, later[0], later[1], day)
    if moment.code != DATE or "year" in moment.way_out:
        return Expectation(fault=moment.fault, way_out=moment.way_out, code=moment.code)
    sentence = f"'{brief(text)}' is not a date or a span of time"
    return Expectation(fault=sentence, way_out="write it like 2026-11-24 or 3 weeks")


_SIGNS = str.maketrans("‐‑‒–—−’‘", "------''", '“”„«»"')


def _folded(text: str) -> str:
    return " ".join(text.translate(_SIGNS).lower().split())


def _short(plain: str) -> str:
    """What is left without what trails off; in a long text every place could begin a long tail."""
    at = max(len(plain) - LONGEST_TAIL, 0)
    return plain[:at] + _TAIL.sub("", plain[at:])


def _core(plain: str) -> str:
    return _short(_LEAD.sub("", _short(plain))).strip(" ,") or plain


def _phrase(plain: str, day: date, is_off: Off, order: str) -> Found:
    """The first shape that knows the words, with and without what leads in and trails off."""
    for text in dict.fromkeys((plain, _short(plain), _core(plain))):
        found = span(text, day, is_off)
        for shape in SHAPES if not found else ():
            found = found or shape(text, day, is_off, order)
        if found:
            return found
    return None


def _moment(plain: str, text: str, order: str, day: date) -> Moment:
    """A date, her own words in its fault."""
    moment = read_date(text, order, day)
    core = _core(plain)
    if not moment.day and moment.code == DATE and core != plain:
        return read_date(core, order, day)
    return moment


def _day(plain: str, day: date, is_off: Off, order: str) -> date | None:
    found = _phrase(plain, day, is_off, order)
    return found[0] if found else _moment(plain, plain, order, day).day


def _after_final(plain: str, day: date, is_off: Off) -> Found:
    """`1 week after final round`."""
    found = _AFTER.match(_LEAD.sub("", plain))
    return span(found["span"], day, is_off) if found and _FINAL.match(found["what"]) else None


def _composed(plain: str, day: date, is_off: Off, order: str) -> Found:
    """Two phrases in one: a span after a day, the later of two, a phrase and a remark."""
    core = _core(plain)
    after = _AFTER.match(core)
    if after:
        base = _day(after["what"], day, is_off, order)
        found = span(after["span"], base, is_off) if base else None
        return (found[0], f"counted from {base}") if found else None
    two = _TWO.match(core)
    if two:
        first, last = (_day(two[part], day, is_off, order) for part in (1, 2))
        if first and last:
            return max(first, last), "the later one"
    remark = _REMARK.match(plain)
    if remark and not _TELLING.search(remark[2]):
        alone = _day(remark[1], day, is_off, order)
        return (alone, "the remark left out") if alone else None
    return None


def _in_order(text: str, expected: date, reading: str, day: date) -> Expectation:
    if expected < day:
        fault = f"'{brief(text)}' is before the interview"
    elif not within_a_year(expected, day):
        fault = f"'{brief(text)}' is more than a year after the interview"
    else:
        return Expectation(Decision(expected, f"'{brief(text)}': {reading}" if reading else ""))
    way_out = "check both dates; until then it counts as unknown"
    return Expectation(fault=fault, way_out=way_out, code=OUT_OF_ORDER)
