"""Names as keys: slugs of people, companies as applications know them, renamed people (TY-7)."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from mdfollow.digest import digest
from mdfollow.interview.model import Person
from mdfollow.interview.tables.companies import JOINERS, LEGAL_FORMS
from mdfollow.interview.tables.people import COURTESY, HONOURS, POST_NOMINALS
from mdfollow.record import replace

MAX_SLUG = 40
NO_NAME = "person"
_ADDRESS = COURTESY | HONOURS


@lru_cache(maxsize=4096)
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
        base = slug(local_part(person.name or person.email))
        free, number = base, 2
        while free in taken:
            tail = f"-{number}"
            free, number = base[: MAX_SLUG - len(tail)] + tail, number + 1
        taken.add(free)
        result.append(person if person.slug == free else replace(person, slug=free))
    return tuple(result)


@lru_cache(maxsize=4096)
def company_key(company: str) -> str:
    """What makes two spellings of a company one: case, spaces and legal forms folded.

    "The Boring Company" keeps its last word: with the article it is the name.
    """
    folder, _, last = company.strip().rstrip("/").rpartition("/")
    # a path, but neither A/S nor AC/DC
    words = slug_words(last if min(len(folder), len(last)) > 2 else company)
    tails = LEGAL_FORMS - {"company"} if words[0] == "the" else LEGAL_FORMS
    while len(words) > 1 and (words[-1] in tails or words[-1] in JOINERS):
        words.pop()
    return "".join(words)


@lru_cache(maxsize=4096)
def role_key(role: str) -> str:
    """What makes two spellings of a role one: case and spaces folded; C++ is not C."""
    return "".join(slug_words(role, more="+#"))


def slug_words(text: str, more: str = "") -> list[str]:
    """The words of a text, folded, without punctuation (`S.A.` and `A/S` are one word each).

    Signs of `more` stay, each as a word.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not folded.replace(" ", "").isalnum():
        folded = re.sub(r"['’.]|(?<=\ba)/(?=s\b)", "", folded)
    folded = folded.replace("sp z oo", "spzoo")
    return re.findall(rf"[^\W_]+|[{more}]" if more else r"[^\W_]+", folded) or [folded.strip()]


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
    while len(parts) > 1 and (parts[-1].isdigit() or parts[-1] in POST_NOMINALS):
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
