"""SAME: one person met in several applications gets one message for all of them."""

from collections.abc import Sequence

from mdfollow.etiquette.model import Kind, Step
from mdfollow.interview.model import Part, Person
from mdfollow.interview.names import company_key
from mdfollow.pattern import pattern

WEEK = 7
"""Check-ins whose first days lie at most so many days apart are one message."""

_HOUSE = pattern(r"(?:,|@|\bat\b)\s*(\S.*)$")


def together(steps: Sequence[Step]) -> tuple[tuple[Step, ...], ...]:
    """Check-ins that one message can cover, by first day; those that stand alone are left out.

    `steps` are those that stand open in the notes of a vault, or are next. No date moves: the
    message is due on the latest of their days.
    """
    groups: list[list[Step]] = []
    known: dict[str, list[int]] = {}
    for step in sorted(steps, key=lambda each: (each.window.start, each.path, each.key)):
        if step.kind is not Kind.ATTEMPT or step.person is None:
            continue
        marks = _marks(step, step.person)
        likely = sorted({number for mark in marks for number in known.get(mark, ())})
        found = next((number for number in likely if _fits(groups[number], step)), len(groups))
        if found == len(groups):
            groups.append([])
        groups[found].append(step)
        for mark in marks:
            known.setdefault(mark, []).append(found)
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _marks(step: Step, person: Person) -> list[str]:
    """What two steps to one person have in common, one of these at least."""
    houses = (company_key(step.interview.company), _agency(person))
    marks = (person.email.casefold(), *(house and f"{person.slug} {house}" for house in houses))
    return list(filter(None, marks))


def _fits(group: Sequence[Step], step: Step) -> bool:
    near = (step.window.start - group[0].window.start).days <= WEEK
    apart = all((each.path, each.tag) != (step.path, step.tag) for each in group)
    return near and apart and any(_one_person(each, step) for each in group)


def _one_person(one: Step, other: Step) -> bool:
    """By e-mail; else by name and company, or where both recruit for an agency, by name alone."""
    if one.person is None or other.person is None:
        return False
    if one.person.email and other.person.email:
        return one.person.email.casefold() == other.person.email.casefold()
    if one.person.slug != other.person.slug or " " not in one.person.name.strip():
        return False
    companies = {company_key(each.interview.company) for each in (one, other)}
    return len(companies) == 1 or _agency(one.person) == _agency(other.person) != ""


def _agency(person: Person) -> str:
    """The house a recruiter works for, where the role names it: "recruiter, Hays"; folded."""
    found = _HOUSE.search(person.role) if person.part is Part.RECRUITER else None
    return company_key(found[1]) if found else ""
