"""Who belongs to one interview: interviewers, recruiter and manager as one list of people."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from mdfollow.interview import codes
from mdfollow.interview.dates import read_date
from mdfollow.interview.facts import Context
from mdfollow.interview.fields import Fields
from mdfollow.interview.findings import Findings
from mdfollow.interview.model import Part, Person, Thanked
from mdfollow.interview.names import bare_slug, company_key, slug, with_slugs
from mdfollow.interview.people import MOST_PEOPLE, Named, crowd, nobody, read_people, with_default
from mdfollow.interview.tables.people import EVERYONE
from mdfollow.interview.texts import brief, items, single, unlinked
from mdfollow.interview.words import read_flag
from mdfollow.record import replace
from mdfollow.settings import Me
from mdfollow.value import Place, Scalar

_BY_KEY = (
    ("recruiter", "recruiter", Part.RECRUITER),
    ("hiring_manager", "hiring manager", Part.HIRING_MANAGER),
)


_NAMING = ("interviewers", "attendees", "contacts", *(name for name, _, _ in _BY_KEY))
"""Fields that name people."""


def cast_of(fields: Fields, context: Context, *, kind: bool) -> tuple[Person, ...]:
    """Everyone in and around the interview, each once, the owner left out, slugs unique.

    `kind` is true when a type or tag says interview: only then a list of attendees counts, and
    only when no interviewer is named.
    """
    people = _interviewers(fields, "interviewers", context)
    in_room = next(filter(fields.filled, ("attendees", "contacts")), "") if kind else ""
    if not people and in_room:
        people = _interviewers(fields, in_room, context)
        field = fields.filled(in_room)
        if people and field:
            sentence = f"{context.where(field)}: read as the people who interviewed"
            way_out = "were they all in the room? name them under `interviewers`"
            context.findings.hint(codes.IN_THE_ROOM, field.key.place, sentence, way_out)
    else:
        people = _with_contacts(people, fields, context)
    for name, role, part in _BY_KEY:
        field = fields.filled(name)
        if field is None or _is_flag(field.value):
            continue
        for named in read_people(field.value, context.where(field), context.findings):
            people = joined(people, with_default(named, role, part))
    others = [person for person in people if not is_owner(person, context.settings.me)]
    return with_slugs(_bounded(others, fields, context))


def _bounded(people: Sequence[Person], fields: Fields, context: Context) -> Sequence[Person]:
    """As many as may get a letter each; more of them stop the note."""
    field = next(filter(None, map(fields.filled, _NAMING)), None)
    if field and len(people) > MOST_PEOPLE:
        crowd(len(people), field.key.place, context.where(field), context.findings)
    return people[:MOST_PEOPLE]


def nobody_named(fields: Fields, place: Place, findings: Findings) -> None:
    """TY-1 needs names; a list of `people` may hold them, yet only she knows who was there."""
    sentence, way_out = "nobody is named who interviewed", "add `interviewers:` with the names"
    if people := fields.filled("attendees"):
        place, key = people.key.place, people.key.text
        sentence = f"`{key}` does not say who interviewed"
        way_out = "were they in the room? name the key `interviewers:`"
    findings.hint(codes.NOBODY, place, sentence, way_out)


def _with_contacts(
    people: tuple[Person, ...], fields: Fields, context: Context
) -> tuple[Person, ...]:
    """The application's `contacts`: recruiter and hiring manager join, others add an address."""
    for field in fields.every("contacts"):
        for named in read_people(field.value, context.where(field), Findings("")):
            contact = replace(named.person, interviewer=False)
            in_charge = contact.part in (Part.RECRUITER, Part.HIRING_MANAGER)
            if in_charge or _same(people, contact) is not None:
                people = joined(people, contact)
    return people


def _interviewers(fields: Fields, name: str, context: Context) -> tuple[Person, ...]:
    people: tuple[Person, ...] = ()
    for field in fields.every(name):
        if _is_flag(field.value):
            continue
        named = read_people(field.value, context.where(field), context.findings)
        _unnamed(named, context)
        fresh = _once(one.person for one in named if not _is_company(one, fields, context))
        if not people:
            people = fresh
        for person in fresh if people is not fresh else ():
            people = joined(people, person)
    return people


def _once(people: Iterable[Person]) -> tuple[Person, ...]:
    """A full name that stands twice in one list is one person, unless something tells them apart.

    Two letters to one reader embarrass more than a letter too few.
    """
    found: dict[tuple[str, ...], Person] = {}
    for number, person in enumerate(people):
        name = slug(person.name)
        key = (name,) if "-" in name else (name, str(number))
        twin = found.get(key)
        if twin is not None and _is_apart(twin, person):
            key, twin = (name, str(number)), None
        found[key] = merged(twin, person) if twin else person
    return tuple(found.values())


def _is_apart(one: Person, two: Person) -> bool:
    """Whether something is said of two namesakes that tells them apart: an address does alone."""
    told = ((one.role, two.role), (one.phone, two.phone))
    differs = any(a and b and a.casefold() != b.casefold() for a, b in told)
    return differs or one.email.casefold() != two.email.casefold()


def _unnamed(people: Iterable[Named], context: Context) -> None:
    for named in people:
        person = named.person
        if person.email and person.name == person.email:
            sentence = f"{named.where}: only an address is given"
            way_out = f"write the name beside it, as in Dana Kim <{person.email}>"
            context.findings.hint(codes.PERSON, named.place, sentence, way_out)


def _is_company(named: Named, fields: Fields, context: Context) -> bool:
    """The company stands where its people should be."""
    company = single(field.value) if (field := fields.filled("company")) else None
    person = named.person
    if not company or person.email or person.role or not person.name:
        return False
    if company_key(person.name) != company_key(unlinked(company.text)):
        return False
    nobody(person.name, named.place, named.where, context.findings)
    return True


def _is_flag(value: object) -> bool:
    if not isinstance(value, Scalar):
        return False
    return value.text.strip().isdigit() or read_flag(value.text) is not None


def is_owner(person: Person, me: Me) -> bool:
    """The person is the vault's owner."""
    if person.role.lower() in ("me", "myself", "self"):
        return True
    if person.email and person.email.casefold() in (mail.casefold() for mail in me.email):
        return True
    return bool(me.name) and slug(person.name) == slug(me.name)


def joined(people: tuple[Person, ...], other: Person) -> tuple[Person, ...]:
    """The people with one more, merged into the one who is the same person."""
    same = _same(people, other)
    if same is None:
        return (*people, other)
    return tuple(merged(p, other) if n == same else p for n, p in enumerate(people))


def _same(people: tuple[Person, ...], other: Person) -> int | None:
    """Same address, same name, or a given name that only one of them has."""
    mail = other.email.casefold()
    for number, person in enumerate(people):
        if mail and person.email.casefold() == mail:
            return number
    name = slug(other.name)
    apart = [not person.email or not mail or person.email.casefold() == mail for person in people]
    exact = [n for n, p in enumerate(people) if slug(p.name) == name and apart[n]]
    given = [
        n
        for n, p in enumerate(people)
        if apart[n] and slug(p.name).split("-")[0] == name.split("-")[0]
        and min(slug(p.name).count("-"), name.count("-")) == 0
    ]  # fmt: skip
    found = exact or given
    return found[0] if len(found) == 1 else None


def merged(one: Person, two: Person) -> Person:
    """One person out of two namings; the first one's words win, a key's part wins over words."""
    by_key = not two.interviewer and two.part is not Part.UNKNOWN
    return replace(
        one,
        name=one.name if len(one.name.split()) >= len(two.name.split()) else two.name,
        role=one.role or two.role,
        part=two.part if by_key or one.part is Part.UNKNOWN else one.part,
        email=one.email or two.email,
        phone=one.phone or two.phone,
        prefers=one.prefers or two.prefers,
        learned=tuple(dict.fromkeys((*one.learned, *two.learned))),
        skills=tuple(dict.fromkeys((*one.skills, *two.skills))),
        known=tuple(dict.fromkeys((*one.known, *two.known))),
        thank=two.thank if one.thank is None else one.thank,
        linked=one.linked or two.linked,
        interviewer=one.interviewer or two.interviewer,
    )


def find_person(people: Sequence[Person], name: str) -> Person | None:
    """The one person whom a name, given name or surname points to; None when nobody or several."""
    key = slug(name)
    bare = {person.slug: bare_slug(person.slug).split("-") for person in people}
    criteria: tuple[Callable[[Person], bool], ...] = (
        lambda person: key in (person.slug, slug(person.name), bare_slug(person.slug)),
        lambda person: bare[person.slug][0] == key,
        lambda person: bare[person.slug][-1] == key,
    )
    for fits in criteria:
        found = [person for person in people if fits(person)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def thanked_of(fields: Fields, people: tuple[Person, ...], day: date, context: Context) -> Thanked:
    """Thank-yous sent without the task list (DONE)."""
    field = fields.filled("thanked")
    if field is None:
        return Thanked()
    one = single(field.value)
    text = one.text.strip() if one else ""
    if read_flag(text) is not None:
        return Thanked(everyone=bool(read_flag(text)))
    if text.lower() in EVERYONE:
        return Thanked(everyone=True)
    moment = read_date(text, context.settings.date_order, day)
    if moment.day:
        return Thanked(everyone=True, day=moment.day)
    if moment.code == codes.TWO_READINGS:
        context.left_out(field, field.value, "write `true`, names, or a date", moment)
        return Thanked()
    names = [named.person.name for named in read_people(field.value, "", Findings(""))]
    slugs: list[str] = []
    for name in names or items(field.value):
        person = find_person(people, name)
        if person:
            slugs.append(person.slug)
            continue
        sentence = f"{context.where(field)}: '{brief(name)}' is not named in this interview"
        way_out = f"write one of: {', '.join(p.name for p in people)}" if people else ""
        context.findings.hint(codes.PERSON, field.value.place, sentence, way_out)
    return Thanked(slugs=tuple(dict.fromkeys(slugs)))
