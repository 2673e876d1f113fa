"""What a note is to us, whatever its format: the verdict behind `check NOTE` and "nearly"."""

from mdfollow.dialects import rows_of
from mdfollow.dialects.codec import InterviewPlace
from mdfollow.document.source import Source
from mdfollow.endings import MARKDOWN, format_of
from mdfollow.interview.detect import Judgement, Kind, judge
from mdfollow.interview.fields import fields_of
from mdfollow.interview.look import Look
from mdfollow.problem import Problem
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings

_ORDER = (Kind.INTERVIEW, Kind.NEARLY, Kind.ANOTHER, Kind.NONE)


def judged(path: str, data: bytes, settings: Settings) -> Judgement:
    """The verdict on the note at `path`; where it has several places, the best of them all."""
    row = next(iter(rows_of(path).values()), None)
    if row is None:
        return Judgement(Kind.NONE, "its name does not end like a note's")
    source = Source(data.decode("utf-8", "replace").encode())
    places = row.open(source, Surroundings(), settings).places(data, path)
    nothing = "no heading and no keyword in it marks an interview"
    if format_of(path) == MARKDOWN:
        nothing = "it has no fields at its top"
    found = (judge_place(place, path, settings) for place in places)
    none = Judgement(Kind.NONE, nothing)
    best = min(found, key=lambda verdict: _ORDER.index(verdict.what), default=none)
    if best.what is not Kind.NONE or format_of(path) != MARKDOWN:
        return best
    from mdfollow.interview.in_text import in_text

    lacking = in_text(source.texts, path, settings, fields=best is not none)
    return Judgement(Kind.NEARLY, lacking.reason, lacking) if lacking else best


def judge_place(place: InterviewPlace, path: str, settings: Settings) -> Judgement:
    """What one place of a note is to us, and why."""
    if isinstance(place.mapping, Problem):
        reason = f"line {place.mapping.line}: {place.mapping.sentence}"
        return Judgement(Kind.NONE, reason)
    return judge(Look(fields_of(place.mapping), path, settings, place.beside))
