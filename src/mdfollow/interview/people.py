"""People out of every shape in which notes name them."""

from collections.abc import Iterator

from mdfollow.interview.codes import ADDRESS, CROWD, NEAR_MISS, NOBODY, PERSON, SHAPE, WORD
from mdfollow.interview.fields import PERSON_ALIASES, fold, is_empty, near_miss, shown, spellings
from mdfollow.interview.findings import Findings
from mdfollow.interview.model import Channel, Part, Person
from mdfollow.interview.naming import (
    in_two,
    name_from,
    parted,
    read_address,
    read_naming,
    several,
)
from mdfollow.interview.no_names import is_name, names_nobody
from mdfollow.interview.tables.people import NOBODY as NOBODY_WORDS
from mdfollow.interview.texts import brief, items, link_text, single, unlinked
from mdfollow.interview.words import read_channel, read_flag, read_part, words
from mdfollow.record import dataclass, replace
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

_FIELD_OF = {alias: name for name, aliases in PERSON_ALIASES.items() for alias in aliases}
_KNOWN = spellings(PERSON_ALIASES)
_KEYS = tuple(_KNOWN)
MOST_PEOPLE = 35
"""With the question and four check-ins, forty tasks: more of them would flood a note."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person as one value names her, with the place and the field path for messages."""

    person: Person
    place: Place
    where: str


def read_people(value: Value, where: str, findings: Findings) -> tuple[Named, ...]:
    """Everyone whom the value of `where` (`interviewers`) names, in order.

    One text is parted into several people; in a list every item is one, unless it names two with
    "and". Problems name the entry, counted from 1.
    """
    if _is_link(value):
        return _numbered([value], where, findings)
    if isinstance(value, Scalar):
        texts = [Scalar(text, value.place) for text in parted(value.text)]
        return _numbered(texts, where, findings)
    if isinstance(value, Sequence):
        entries = [part for item in value.items for part in _opened(item)]
        return _numbered(entries, where, findings)
    if any(fold(key.text) in _KNOWN for key, _ in value.entries):
        return _numbered([value], where, findings)
    return _numbered([Mapping((e,), e[0].place) for e in value.entries], where, findings)


def read_person(value: Value, where: str, findings: Findings) -> Named | None:
    """The one person a value names, or None when it names nobody."""
    link = single(value)
    if link is not None:
        return _from_text(link, where, findings)
    if isinstance(value, Mapping):
        return _from_map(value, where, findings)
    findings.warning(SHAPE, value.place, f"{where}: a list stands where one person should be")
    return None


def _numbered(
    values: list[Value] | list[Scalar] | list[Mapping], where: str, findings: Findings
) -> tuple[Named, ...]:
    if len(values) > MOST_PEOPLE:
        crowd(len(values), values[0].place, where, findings)
        values = values[:MOST_PEOPLE]
    people = (
        read_person(value, f"{where}[{number}]", findings)
        for number, value in enumerate(values, 1)
        if not is_empty(value)
    )
    return tuple(named for named in people if named)


def _is_link(value: Value) -> bool:
    """`[[Dana Kim]]`, a list in a list to YAML; `[[Dana Kim, Sam Roe]]` is two people."""
    link = link_text(value)
    return link is not None and ", " not in link


def _opened(item: Value) -> Iterator[Value]:
    """One item of a list: a person, two joined by "and", or a list of its own."""
    if isinstance(item, Scalar):
        texts = in_two(item.text) if "," not in item.text else several(item.text)
        yield from (Scalar(text, item.place) for text in texts)
    elif isinstance(item, Sequence) and not _is_link(item):
        for inner in item.items:
            yield from _opened(inner)
    else:
        yield item


def _from_text(scalar: Scalar, where: str, findings: Findings) -> Named | None:
    naming = read_naming(scalar.text)
    if naming.bad_address:
        _bad_address(naming.bad_address, scalar.place, where, findings)
    if naming.nobody:
        if naming.unnamed and naming.unnamed.lower() not in NOBODY_WORDS:
            nobody(naming.unnamed, scalar.place, where, findings)
        return None
    person = Person(
        naming.name,
        "",
        naming.role,
        read_part(naming.role),
        naming.email,
        naming.phone,
        linked=naming.linked,
    )
    return Named(person, scalar.place, where)


def crowd(number: int, place: Place, where: str, findings: Findings) -> None:
    """Say that so many people cannot have interviewed."""
    sentence = f"{where}: {number} people are more than one interview has"
    way_out = "name those who interviewed you; nothing is written until then"
    findings.error(CROWD, place, sentence, way_out)


def nobody(text: str, place: Place, where: str, findings: Findings) -> None:
    """Say that a text is no name."""
    sentence = f"{where}: '{brief(text)}' does not name anybody"
    findings.hint(NOBODY, place, sentence, "write the names once you know them")


def _from_map(value: Mapping, where: str, findings: Findings) -> Named | None:
    keys = [fold(key.text) for key, _ in value.entries]
    if len(keys) == 1 and keys[0] not in _KNOWN:
        return _one_key(value, where, findings)
    given: dict[str, tuple[Scalar, Value]] = {}
    for (key, inner), folded in zip(value.entries, keys, strict=True):
        name = _FIELD_OF.get(folded, "")
        if name and not is_empty(inner):
            given.setdefault(name, (key, inner))
        elif meant := near_miss(folded, _KEYS):
            sentence = f"{where}: `{key.text}` is not read"
            findings.meant(
                NEAR_MISS,
                key.place,
                sentence,
                f"did you mean `{_KNOWN[meant]}`?",
                key.text,
                _KNOWN[meant],
            )
    return _assembled(given, value.place, where, findings)


def _one_key(value: Mapping, where: str, findings: Findings) -> Named | None:
    """`Dana Kim: hiring manager`, or a map of details under the name."""
    key, inner = value.entries[0]
    other = single(inner)
    if names_nobody(key.text) and other and is_name(unlinked(other.text)):
        # "recruiter: Sam Roe"
        return _from_text(Scalar(f"{other.text} ({key.text})", key.place), where, findings)
    named = _from_text(key, where, findings)
    if named is None or is_empty(inner):
        return named
    if isinstance(inner, Mapping):
        more = _from_map(
            Mapping(((Scalar("name", key.place), key), *inner.entries)), where, findings
        )
        return replace(more, place=key.place) if more else named
    role = ", ".join(items(inner))
    if read_address(role):
        return replace(named, person=replace(named.person, email=role))
    return replace(named, person=replace(named.person, role=role, part=read_part(role)))


def _assembled(
    given: dict[str, tuple[Scalar, Value]], place: Place, where: str, findings: Findings
) -> Named | None:
    def text(name: str) -> str:
        one = single(given[name][1]) if name in given else None
        return unlinked(one.text) if one else ""

    def texts(name: str) -> tuple[str, ...]:
        return items(given[name][1], short=name == "skills") if name in given else ()

    email = _address(given, where, findings)
    raw = single(given["name"][1]) if "name" in given else None
    named = _from_text(raw, where, findings) if raw else None
    if named is None and not email:
        if given and not (raw and raw.text.strip().lower() in NOBODY_WORDS):
            findings.hint(PERSON, place, f"{where}: nobody is named here", "add `name:`")
        return None
    base = named.person if named else Person(name_from(email), "")
    role = ", ".join(items(given["role"][1])) if "role" in given else base.role
    person = replace(
        base,
        role=role,
        part=read_part(role),
        email=email or base.email,
        phone=text("phone") or base.phone,
        prefers=_channel(given, where, findings),
        learned=texts("learned"),
        skills=texts("skills"),
        known=texts("known"),
        thank=read_flag(text("thank")) if "thank" in given else None,
    )
    return Named(person, place, where)


def _address(given: dict[str, tuple[Scalar, Value]], where: str, findings: Findings) -> str:
    if "email" not in given:
        return ""
    value = given["email"][1]
    one = single(value)
    text = (one.text if one else shown(value)).strip()
    address = read_naming(text).email if text.count("@") == 1 else ""
    if not address and words(text) not in ("", "unknown", "tbd", "n a", "na", "none"):
        _bad_address(text, value.place, f"{where}.email", findings)
    return address


def _bad_address(text: str, place: Place, where: str, findings: Findings) -> None:
    sentence = f"{where}: '{brief(text)}' is not an e-mail address"
    findings.error(ADDRESS, place, sentence, "write it like dana@acme.example")


def _channel(
    given: dict[str, tuple[Scalar, Value]], where: str, findings: Findings
) -> Channel | None:
    if "prefers" not in given:
        return None
    key, value = given["prefers"]
    channel = read_channel(shown(value))
    if channel is None:
        sentence = f"{where}.{key.text}: '{shown(value)}' is not a channel mdfollow knows"
        findings.hint(WORD, value.place, sentence, "write phone, email or card")
    return channel


def with_default(named: Named, role: str, part: Part) -> Person:
    """A recruiter or manager named by key: the key's part, and its words where she wrote none."""
    person = named.person
    return replace(person, role=person.role or role, part=part, interviewer=False)
