"""Notes that a program or a hand copied: one interview, two files, and which is the original."""

import re
from collections.abc import Iterator, Sequence

from mdfollow.interview.names import company_key, role_key
from mdfollow.pattern import pattern
from mdfollow.sync.standing import Home

_WORD = r"copy|kopie|kopia|copie|copia|cópia|duplicate"
_SUFFIX = pattern(
    rf"""
      [ ]\d{{1,3}}                                     # Acme 2
    | [ _-]*[(\[][^()\[\]]*[)\]]                       # Acme (1), Acme [conflict 3 Nov]
    | [ ]?[-_]?[ ]?(?:{_WORD})(?:[ ]?\(?\d{{1,3}}\)?)? # Acme copy, Acme - Copy (2)
    | [ _.-]+[\w'’ -]*conflict.*                       # Acme-conflict-20261103
    | -[a-z0-9]+-[a-z0-9]{{4,}}                        # Acme-DESKTOP-AB12CD3
    """,
    re.VERBOSE | re.IGNORECASE,
)

Facts = tuple[object, ...]


def is_copy_name(stem: str, original: str) -> bool:
    """Whether a file is called like another one with what programs add to copies."""
    rest = stem.removeprefix(original)
    return stem.startswith(original) and bool(_SUFFIX.fullmatch(rest))


def originals(homes: Sequence[Home]) -> dict[tuple[str, int], str]:
    """The path of the original by path and place of its copy, for homes without a plan.

    Of two notes in one folder with the same interviews the one with the shorter name is the
    original, whatever sorts first; but a plan stays in the note that has it.
    """
    groups: dict[Facts, list[Home]] = {}
    for home in homes:
        groups.setdefault(_facts(home), []).append(home)
    return {
        (copy.path, copy.place): original.path
        for group in groups.values()
        if len(group) > 1
        for original, copy in _pairs(group)
    }


def _pairs(group: Sequence[Home]) -> Iterator[tuple[Home, Home]]:
    """Original and copy, each copy once."""
    group = sorted(group, key=lambda home: (not home.traces, len(home.path), home.path))
    for number, copy in enumerate(group):
        if copy.traces:
            continue
        for other in group[:number]:
            one, two = _stem(other), _stem(copy)
            if is_copy_name(two, one) or (other.traces and is_copy_name(one, two)):
                yield other, copy
                break


def _facts(home: Home) -> Facts:
    interviews = frozenset(
        (
            company_key(one.company),
            role_key(one.role),
            one.day,
            frozenset(person.slug for person in one.people),
        )
        for one in home.interviews
    )
    return home.path.rpartition("/")[0], home.place, interviews


def _stem(home: Home) -> str:
    return home.path.rpartition("/")[2].rpartition(".")[0]
