"""People with a note of their own: what it says fills what an interview note leaves open."""

import re
from collections.abc import Mapping as Map

from mdfollow.interview.fields import Fields, fields_of, fold
from mdfollow.interview.findings import Findings
from mdfollow.interview.model import Part, Person
from mdfollow.interview.people import read_person
from mdfollow.interview.texts import items
from mdfollow.pattern import pattern
from mdfollow.record import replace
from mdfollow.value import Mapping, Scalar

_KIND_KEYS = ("type", "kind", "category", "categories", "class", "tags", "tag")
_OTHER_KIND = pattern(
    r"interview|application|compan(?:y|ies)|organi[sz]ation|employer|job|position|template|daily"
    r"|journal|meeting|project",
    re.IGNORECASE,
)
"""Types and tags of notes that are nobody's person note."""
_OTHER_KEYS = ("interview_date", "interviews", "interviewers", "decision")
"""Fields that only an interview's or application's note has."""


_NAME_KEYS = frozenset({"name", "person", "who", "fullname", "learned", "skills", "skill", "thank"})
"""Keys that a person note does not speak for."""


def read_person_note(mapping: Mapping, name: str) -> Person | None:
    """What the note of the person `name` says of her; None when the note is of another kind."""
    fields = fields_of(mapping)
    if _is_other(fields):
        return None
    own = tuple(entry for entry in mapping.entries if fold(entry[0].text) not in _NAME_KEYS)
    named = (Scalar("name", mapping.place), Scalar(name, mapping.place))
    found = read_person(Mapping((named, *own), mapping.place), "", Findings(""))
    return found.person if found else None


def _is_other(fields: Fields) -> bool:
    if any(fields.filled(name) for name in _OTHER_KEYS):
        return True
    if fields.filled("company") and fields.filled("status"):
        return True
    kinds = (fields.entries[key].value for key in _KIND_KEYS if key in fields.entries)
    return any(_OTHER_KIND.search(text) for value in kinds for text in items(value))


def filled(person: Person, known: Map[str, Person]) -> Person:
    """The person with what her own note adds where nothing was said; `known` by link."""
    note = known.get(person.linked) if person.linked else None
    if note is None:
        return person
    return replace(
        person,
        role=person.role or note.role,
        part=note.part if person.part is Part.UNKNOWN and not person.role else person.part,
        email=person.email or note.email,
        phone=person.phone or note.phone,
        prefers=person.prefers or note.prefers,
        known=tuple(dict.fromkeys((*person.known, *note.known))),
    )
