"""What was learned, from the lines of the note itself (TY-4)."""

import re
from collections.abc import Sequence

from mdfollow.interview import codes
from mdfollow.interview.cast import find_person
from mdfollow.interview.findings import Findings
from mdfollow.interview.model import Interview
from mdfollow.pattern import pattern
from mdfollow.record import replace
from mdfollow.value import Place

_LEARNED = pattern(
    r"\s*(?:[-*+]\s+(?:\[.\]\s+)?|\d+[.)]\s+)?learn(?:ed|t)\s*(?:\(([^()]*)\))?\s*:\s+(\S.*)",
    re.IGNORECASE,
)


def with_learned(
    interviews: tuple[Interview, ...], body: Sequence[tuple[int, str]], findings: Findings
) -> tuple[Interview, ...]:
    """Add what body lines say was learned, to the latest interview the person is in (TY-4)."""
    result = list(interviews)
    order = sorted(range(len(result)), key=lambda n: result[n].day, reverse=True)
    for number, text in body:
        found = _LEARNED.match(text) if "earn" in text.lower() else None
        if not found:
            continue
        name, fact = (found[1] or "").strip(), found[2].strip()
        if not name:
            latest = result[order[0]]
            result[order[0]] = replace(latest, learned=_with(latest.learned, fact))
            continue
        place = next((n for n in order if find_person(result[n].people, name)), None)
        if place is None:
            sentence = f"'{name}' is nobody named in this interview"
            names = dict.fromkeys(person.name for one in interviews for person in one.people)
            way_out = f"write one of: {', '.join(names)}" if names else ""
            findings.hint(codes.PERSON, Place(number, 1), sentence, way_out)
            continue
        result[place] = _told(result[place], name, fact)
    return tuple(result)


def _told(interview: Interview, name: str, fact: str) -> Interview:
    person = find_person(interview.people, name)
    people = tuple(
        replace(p, learned=_with(p.learned, fact)) if p is person else p for p in interview.people
    )
    return replace(interview, people=people)


def _with(facts: tuple[str, ...], fact: str) -> tuple[str, ...]:
    return facts if fact in facts else (*facts, fact)
