"""Times of day as people write them, with the zone that may follow."""

import re
from datetime import time

from mdfollow.pattern import pattern
from mdfollow.record import dataclass

_WORDS = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_CLOCK = pattern(
    r"(?P<hour>\d{1,2})(?:(?P<sign>[:.h])(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?(?P<uhr>\s*(?:uhr|h|hrs)\b)?"
)
_COMPACT = pattern(r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?!\d)")
_UNTIL = pattern(r"\s*(?:-|to|until)\s*\d{1,2}(?:[:.h]?\d{2})?\s*(?:[ap]\.?m\b\.?|uhr\b|h\b)?")
_ZONE = pattern(
    r"\s*(?:[(\[]?(?P<iana>[a-z]+(?:/[a-z_+-]+\d*){1,2})[)\]]?"
    r"|z\b|(?:utc|gmt)(?:[+-]\d{1,2}(?::?\d\d)?)?\b|\(?[a-z]{1,4}t\)?(?![a-z])|[+-](?P<hours>\d{2}):?(?P<minutes>\d{2}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written, the IANA zone beside it, and the text behind both."""

    time: time
    zone: str = ""
    rest: str = ""


def read_clock(text: str, *, compact: bool = False) -> Clock | None:
    """Read the time a text begins with: `15:15`, `3:15 pm`, `10:00-11:00` (its start), `noon`.

    Nothing is converted. `compact` also reads `1015`, as it stands after a date's `T`. None when
    the text begins with no time; a bare number is none.
    """
    plain = text.lower()
    word = next(filter(plain.startswith, _WORDS), "")
    if word:
        return Clock(_WORDS[word], "", text[len(word) :])
    found = _COMPACT.match(plain) if compact else None
    found = found or _CLOCK.match(plain)
    moment = _moment(found.groupdict()) if found else None
    if not found or moment is None:
        return None
    place = found.end()
    until = _UNTIL.match(plain, place)
    place = until.end() if until else place
    zone, name = _ZONE.match(text, place), ""
    while zone:
        if zone["hours"] and (int(zone["hours"]) > 15 or int(zone["minutes"]) > 59):
            return None
        name = zone["iana"] or name
        place = zone.end()
        place += text[place : place + 1] == "["
        zone = _ZONE.match(text, place)
    return Clock(moment, name, text[place:].removeprefix("]"))


def read_time(text: str) -> time | None:
    """Read one time of day; None when the text is none. A remark in brackets may follow."""
    plain = " ".join(text.replace("–", "-").split())
    found = read_clock(plain)
    if found is None or not re.fullmatch(r"\s*(?:\([^()]*\))?\s*[?.]?", found.rest):
        return None
    return found.time


def _moment(found: dict[str, str | None]) -> time | None:
    hour, half = int(found["hour"] or 0), found.get("half")
    if not (found["minute"] or half or found.get("uhr")):
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    try:
        return time(hour, int(found["minute"] or 0), int(found.get("second") or 0))
    except ValueError:
        return None
