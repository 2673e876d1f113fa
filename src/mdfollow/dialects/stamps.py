"""Days as Org and Logseq write them: `2026-11-10 Tue`, in English on every machine."""

from datetime import date

from mdfollow.document.org_stamp import Timestamp
from mdfollow.document.source import Source
from mdfollow.document.span import Part, part

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def stamp_of(day: date) -> str:
    """`2026-11-10 Tue`, whatever the machine's language."""
    return f"{day} {DAYS[day.weekday()]}"


def day_of(source: Source, stamp: Timestamp) -> Part:
    """The place of day and name in a stamp that stands."""
    day, name = stamp.day_part, stamp.name
    end = name.column + len(name.text) if name else day.column + len(day.text)
    return part(source, day.line, day.column, end)
