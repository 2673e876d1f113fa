"""What was learned, from the lines of the note itself (TY-4)."""

import re
from collections.abc import Iterator
from collections.abc import Sequence as Sequence_

from mdfollow.interview import codes
from mdfollow.interview.cast import find_person
from mdfollow.interview.fields import Fields
from mdfollow.interview.findings import Findings
from mdfollow.interview.model import AsTyped, Interview, Person
from mdfollow.interview.no_names import is_role
from mdfollow.interview.texts import brief, is_as_typed, item_of, items, link_text, unlinked
from mdfollow.pattern import pattern
from mdfollow.record import replace
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

_LEARNED = pattern(
    r"\s*(?:[-*+]\s+(?:\[.\]\s+)?|\d+[.)]\s+)?learn(?:ed|t)\s*(?:\(([^()]*)\))?\s*:\s+(\S.*)",
    re.IGNORECASE,
)


_SAID = pattern(
    r"\s*(?:[-*+]\s+(?:\[.\]\s+)?|\d+[.)]\s+)?(?:\*\*|__)?\[{0,2}(?P<name>[^\W\d][^:*_\[\]|]{1,40}?)\]{0,2}"
    r"\s*(?:(?:\*\*|__)\s*:|:\s*(?:\*\*|__)|:)\s+(?P<fact>\S.*)"
)
_HEADS = ("#", "*")
_HEADING = pattern(r"(?:#{1,6}|\*+)\s+(.*)")
_OTHER_SECTION = pattern(
    r"question|ask|transcript|q\s?&\s?a|contact|people|prep|interviewer|attendee|agenda|to.?do|task"
    r"|follow|who\b|panel|next step|schedule",
    re.IGNORECASE,
)
_NO_FACT = pattern(
    r"\?\W*$|@|https?:|\d{3}[\s-]\d{3,}|\d{1,2}:\d\d"
    r"|\b(?:decisions?|decides?|candidates?|salar(?:y|ies)|pay|compensation|budget|visa"
    r"|notice period|next (?:round|step)s?|offers?|hear back|get back|follow.?up|references?)\b"
    r"|^(?:seem|look|sound|feel|felt|was|is|were|ask|want|like|nice|friendly|kind|rude|late|bored"
    r"|a bit|very|quite|not|no|didn.?t|doesn.?t|hate|dislike|my|i|me|we)(?:s|ed)?\b",
    re.IGNORECASE,
)
"""What a line tells that belongs in no thank-you: questions, the process, opinions."""
MOST_FACTS = 500
"""Lines of what was learned that are remembered of one person, or of nobody: a letter takes one."""


def with_facts_by_person(
    fields: Fields, people: tuple[Person, ...]
) -> tuple[tuple[Person, ...], tuple[str, ...], tuple[str, ...]]:
    """`learned` and `skills` told apart by person: the people with theirs, and the note's own.

    A map by name, `- Dana: …` items and `Dana: …` lines go to that person.
    """
    rest: dict[str, list[str]] = {"learned": [], "skills": []}
    for field_name, kept in rest.items():
        short = field_name == "skills"
        for value in (field.value for field in fields.every(field_name)):
            for whose, fact in _facts(value, short=short):
                person = find_person(people, whose) if whose else None
                if person is None:
                    kept.append(f"{whose}: {fact}" if whose else fact)
                    continue
                told = (
                    replace(person, skills=_with(person.skills, fact))
                    if short
                    else replace(person, learned=_with(person.learned, fact))
                )
                people = tuple(told if each is person else each for each in people)
    learned, skills = (tuple(dict.fromkeys(kept)) for kept in rest.values())
    return people, learned, skills


def _facts(value: Value, *, short: bool) -> Iterator[tuple[str, str]]:
    """Every fact of a value, with the name it is told under."""
    inside = value.items if isinstance(value, Sequence) and link_text(value) is None else (value,)
    for each in inside:
        if isinstance(each, Mapping) and not is_as_typed(each):
            for key, inner in each.entries:
                name = unlinked(key.text).strip("* ")
                yield from ((name, fact) for fact in items(inner))
            continue
        if isinstance(each, Scalar) and each is not value:
            facts = item_of(each)
        else:
            whole = each if each is value else Sequence((each,), each.place)
            facts = items(whole, short=short)
        for fact in facts:
            found = _SAID.match(fact) if ":" in fact and not isinstance(fact, AsTyped) else None
            yield (found["name"].strip(), found["fact"]) if found else ("", fact)


def with_learned(
    interviews: tuple[Interview, ...], body: Sequence_[tuple[int, str]], findings: Findings
) -> tuple[Interview, ...]:
    """Add what body lines say was learned, to the latest interview the person is in (TY-4).

    `learned (Dana): …` anywhere; `Dana: …` and `**Dana:** …` where the section's heading does
    not speak of questions, people or tasks, and the line is no question and no address.
    """
    result = list(interviews)
    order = sorted(range(len(result)), key=lambda n: result[n].day, reverse=True)
    open_section = True
    for number, text in body:
        if ":" not in text and not text.startswith(_HEADS):
            continue  # most lines: looked at in the cheapest way
        heading = _HEADING.match(text)
        open_section = not _OTHER_SECTION.search(heading[1]) if heading else open_section
        found = _LEARNED.match(text) if "earn" in text.lower() else None
        if not found:
            said = _said(text) if open_section and ":" in text and not heading else None
            if said and (at := _latest_with(said[0], result, order)) is not None:
                result[at] = _told(result[at], *said)
            continue
        name, fact = (found[1] or "").strip(), found[2].strip()
        if not name:
            latest = result[order[0]]
            result[order[0]] = replace(latest, learned=_with(latest.learned, fact))
            continue
        place = _latest_with(name, result, order)
        if place is None:
            sentence = f"'{brief(name)}' is not named in this interview"
            names = dict.fromkeys(person.name for one in interviews for person in one.people)
            way_out = f"write one of: {', '.join(names)}" if names else ""
            findings.hint(codes.PERSON, Place(number, 1), sentence, way_out)
            continue
        result[place] = _told(result[place], name, fact)
    return tuple(result)


def _latest_with(name: str, interviews: list[Interview], order: list[int]) -> int | None:
    return next((n for n in order if find_person(interviews[n].people, name)), None)


def _said(text: str) -> tuple[str, str] | None:
    """Name and fact of a line `Dana: …`; None for a question, an address or a role."""
    found = _SAID.match(text)
    if not found or _NO_FACT.search(found["fact"]) or len(found["fact"].split()) < 3:
        return None
    name = found["name"].strip()
    if not name[:1].isupper() or len(name.split()) > 4 or _is_short_role(found["fact"]):
        return None
    return name, found["fact"].strip()


def _told(interview: Interview, name: str, fact: str) -> Interview:
    person = find_person(interview.people, name)
    people = tuple(
        replace(p, learned=_with(p.learned, fact)) if p is person else p for p in interview.people
    )
    return replace(interview, people=people)


def _with(facts: tuple[str, ...], fact: str) -> tuple[str, ...]:
    return facts if len(facts) >= MOST_FACTS or fact in facts else (*facts, fact)


def _is_short_role(text: str) -> bool:
    """`Dana: hiring manager, joined in 2019` tells who she is, not what was learned."""
    first = text.split(",")[0]
    return len(first.split()) <= 4 and is_role(first)
