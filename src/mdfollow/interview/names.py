"""Names as keys: slugs of people, companies as applications know them, renamed people (TY-7)."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from mdfollow.digest import digest
from mdfollow.interview.model import Person

MAX_SLUG = 40
NO_NAME = "person"

TITLES = frozenset(
    {
        *("phd", "dphil", "md", "do", "mba", "ms", "msc", "ma", "ba", "bsc", "bs", "meng", "jd"),
        *(
            "llm",
            "esq",
            "dds",
            "edd",
            "psyd",
            "pharmd",
            "dba",
            "mph",
            "jr",
            "sr",
            "ii",
            "iii",
            "iv",
        ),
        *(
            "cpa",
            "cfa",
            "pmp",
            "rn",
            "pe",
            "cissp",
            "cisa",
            "cism",
            "phr",
            "sphr",
            "shrm-cp",
            "ret",
        ),
        *("shrm-scp", "obe", "mbe", "cbe", "frcp", "aia", "usn", "usaf", "usa", "usmc"),
    }
)
"""Post-nominals, folded and without dots: they stay with a name and are no part of it."""

_ADDRESS = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame"})

_LEGAL = frozenset(
    {
        *("inc", "incorporated", "ltd", "limited", "llc", "llp", "lp", "plc", "corp", "co", "gmbh"),
        *(
            "corporation",
            "company",
            "ag",
            "kg",
            "se",
            "ug",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "bv",
        ),
        *(
            "nv",
            "ab",
            "as",
            "aps",
            "oy",
            "oyj",
            "pty",
            "pte",
            "kk",
            "ohg",
            "ev",
            "sl",
            "zrt",
            "kft",
        ),
    }
)


def slug(name: str) -> str:
    """Key of a name: NFKC, case-folded, letters and digits of any script, `-` between.

    At most 40 characters; `person` when nothing is left. Combining marks belong to their letter.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in folded)
    return "-".join(kept.split())[:MAX_SLUG].strip("-") or NO_NAME


def local_part(address: str) -> str:
    """What stands before the `@`."""
    return address.partition("@")[0]


def with_slugs(people: Iterable[Person]) -> tuple[Person, ...]:
    """The same people, each with a slug of its own: the second equal one gets `-2`."""
    taken: set[str] = set()
    result: list[Person] = []
    for person in people:
        base = slug(person.name or local_part(person.email))
        free, number = base, 2
        while free in taken:
            tail = f"-{number}"
            free, number = base[: MAX_SLUG - len(tail)] + tail, number + 1
        taken.add(free)
        result.append(replace(person, slug=free))
    return tuple(result)


def company_key(company: str) -> str:
    """What makes two spellings of a company one: case, spaces and legal forms folded."""
    last = company.strip().rstrip("/").rpartition("/")[2] if "/" in company else company
    parts = slug_words(last)
    while len(parts) > 1 and parts[-1] in _LEGAL:
        parts = parts[:-1]
    return "".join(parts)


def role_key(role: str) -> str:
    """What makes two spellings of a role one: case and spaces folded."""
    return "".join(slug_words(role))


def slug_words(text: str) -> list[str]:
    """The words of a text, folded, without punctuation (`S.A.` is one word)."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace(".", "").replace("'", "")
    return re.findall(r"[^\W_]+", folded) or [folded.strip()]


Match = Callable[[str, Person, Mapping[str, str]], bool]


def _same_mail(old: str, person: Person, mails: Mapping[str, str]) -> bool:
    if not person.email:
        return False
    known = mails.get(old)
    if known and known == digest(person.email.casefold(), 4):
        return True
    return old == slug(local_part(person.email))


def bare_slug(key: str) -> str:
    """The slug without its number, forms of address and post-nominals."""
    parts = key.split("-")
    while len(parts) > 1 and parts[0] in _ADDRESS:
        parts.pop(0)
    while len(parts) > 1 and (parts[-1].isdigit() or parts[-1] in TITLES):
        parts.pop()
    return "-".join(parts)


def _begins(old: str, person: Person, _mails: Mapping[str, str]) -> bool:
    one, two = bare_slug(old), bare_slug(person.slug)
    return min(len(one), len(two)) >= 2 and (one.startswith(two) or two.startswith(one))


def _shares_name(old: str, person: Person, _mails: Mapping[str, str]) -> bool:
    one, two = bare_slug(old).split("-"), bare_slug(person.slug).split("-")
    return one[0] == two[0] or one[-1] == two[-1]


def _nearly(old: str, person: Person, _mails: Mapping[str, str]) -> bool:
    one, two = bare_slug(old), bare_slug(person.slug)
    letters = _distance(one, two, 2)
    return letters <= 2 and 2 * letters < min(len(one), len(two))


def _distance(one: str, two: str, limit: int) -> int:
    """Letters to add, drop or change to get from one to two; more than `limit` is `limit` + 1."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    row = list(range(len(two) + 1))
    for number, letter in enumerate(one, 1):
        last, row[0] = row[0], number
        for place, other in enumerate(two, 1):
            change = last + (letter != other)
            last, row[place] = row[place], min(change, row[place] + 1, row[place - 1] + 1)
    return min(row[-1], limit + 1)


_MATCHES: tuple[Match, ...] = (_same_mail, _begins, _shares_name, _nearly)


def renamed(gone: Sequence[str], new: Sequence[Person], mails: Mapping[str, str]) -> dict[str, str]:
    """Which slugs that are gone live on under which new slug (TY-7), never by place in the list.

    `mails` maps an old slug to `digest(email.casefold(), 4)`. Tried in order: equal e-mail, one
    name begins with the other, given name or surname equal, at most two letters' difference.
    A pair counts only when each is the other's one match; who has two matches has none.
    """
    olds = [old for old in dict.fromkeys(gone) if all(old != person.slug for person in new)]
    people = {person.slug: person for person in new if person.slug not in gone}
    found: dict[str, str] = {}
    for match in _MATCHES:
        pairs = [(o, s) for o in olds for s, person in people.items() if match(o, person, mails)]
        found |= {
            old: key
            for old, key in pairs
            if sum(o == old for o, _ in pairs) == 1 and sum(s == key for _, s in pairs) == 1
        }
        olds = [old for old in olds if all(old != o for o, _ in pairs)]
        people = {s: person for s, person in people.items() if all(s != k for _, k in pairs)}
    return found
