"""Facts she typed that no letter says: too late for it, or too long for any (merge-cases 22)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mdfollow.etiquette.model import Step
from mdfollow.interview.model import Interview, Person
from mdfollow.letters.facts import FACT_LIMIT, Facts, mark, plain
from mdfollow.letters.stock import Stock

UNUSED = "MDF410"
TOO_LONG = "MDF411"
SHORTEST = 4
"""Letters of a word that says something."""
SHOWN = 60
"""Characters of a fact that a message repeats."""


class Unused(NamedTuple):
    """A fact that the letter of the step `key` has no place for any more."""

    key: str
    slot: str
    item: str


def unused(
    steps: Sequence[Step], given: Mapping[str, Facts], texts: Mapping[str, str]
) -> Iterator[Unused]:
    """Facts that came after she had made a letter hers, each told once.

    `given`: the facts of every step of the interview by key. `texts`: the texts of the open
    letters she changed, by key. A fact that a text says, as far as its words tell, is used.
    """
    used = {digest for facts in given.values() for digest in facts.use()}
    for step in steps:
        if step.key not in texts:
            continue
        for slot, (own, shared) in Stock(step.interview).pools(step).items():
            late = next((item for item in own + shared if mark(item) not in used), "")
            if getattr(given[step.key], slot) or not late:
                continue
            used.add(mark(late))
            if not _says(texts[step.key], late):
                yield Unused(step.key, slot, late)


def _says(text: str, item: str) -> bool:
    """Whether at least half of the item's words stand in the text."""
    words = _words(item)
    return 2 * len(words & _words(text)) >= len(words)


def _words(text: str) -> frozenset[str]:
    found = re.findall(r"\w+", plain(text).casefold())
    return frozenset(word for word in found if len(word) >= SHORTEST) or frozenset(found)


def too_long(interview: Interview) -> Iterator[tuple[str, str]]:
    """Key and beginning of every fact that counts as absent for its length."""
    sources: tuple[Interview | Person, ...] = (interview, *interview.people)
    for source in sources:
        for key in ("learned", "skills", "news"):
            for item in getattr(source, key, ()):
                if len(plain(item)) > FACT_LIMIT:
                    yield key, brief(item)


def brief(item: str) -> str:
    """The beginning of a fact, enough to know it by."""
    text = plain(item)
    return text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"
