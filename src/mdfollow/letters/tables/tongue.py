"""What the gate knows of one language."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from mdfollow.pattern import pattern
from mdfollow.record import dataclass

_ODD = pattern(r"[^\0-\u012f\u0132-\u017e\u2000-\u206f€]")
"""Letters of which not all that count as one without regard to case have one small form."""
Found = tuple[str, str] | None
"""Form and text of a ready fact."""


@lru_cache(maxsize=4096)
def small(text: str) -> str | None:
    """`text` in small letters, where looking at it comes to the same as looking in any case.

    Expressions that go without regard to case cost three times as much. None where it does not.
    """
    return None if _ODD.search(text) else text.lower()


_CASED = "(?-i:"
"""How a part of a pattern begins that capitals count in: a name."""


LETTERS = 4
"""So many letters of a word are looked up first."""
DIGIT = "0"
"""Stands for any digit among the beginnings of words."""
_WORD = pattern(r"\w+")
_DIGIT = pattern(r"\d")


class Beginnings:
    """How words begin of which any text has one that a pattern is found in, for many patterns.

    `scripts/beginnings.py` derives them; a pattern without is possible in every text.
    """

    def __init__(self, table: Sequence[str]) -> None:
        self._always = {n for n, words in enumerate(table) if not words}
        self._known: dict[str, list[tuple[str, int]]] = {}
        for n, words in enumerate(table):
            for word in words.split():
                self._known.setdefault(word[:LETTERS], []).append((word, n))

    def possible(self, low: str) -> list[int]:
        """The numbers of the patterns that a text in small letters may hold, in order."""
        found = set(self._always)
        if _DIGIT.search(low):
            found.update(n for _, n in self._known.get(DIGIT, ()))
        for word in set(_WORD.findall(low)):
            for known, n in self._known.get(word[:LETTERS], ()):
                if word.startswith(known):
                    found.add(n)
        return sorted(found)


class Signs:
    """Patterns in small letters, found in any case, and the `Beginnings` of each."""

    def __init__(self, patterns: Sequence[str], beginnings: Sequence[str]) -> None:
        self._any_case = [pattern(each, re.IGNORECASE) for each in patterns]
        self._small = [None if _CASED in each else pattern(each) for each in patterns]
        self._beginnings = Beginnings(beginnings)

    def found_in(self, text: str) -> bool:
        """Whether any of them stands in `text`."""
        low = small(text)
        if low is None:
            return any(each.search(text) for each in self._any_case)
        for n in self._beginnings.possible(low):
            plain = self._small[n]
            if plain.search(low) if plain else self._any_case[n].search(text):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Tongue:
    """The patterns and readers of one language.

    `private`: what is not for them. `foreign`: small words of other languages. `fact` reads a
    learned or known fact or news, `skill` a skill.
    """

    private: Signs
    foreign: frozenset[str]
    fact: Callable[[str, str], Found]
    skill: Callable[[str], Found]

    def is_foreign(self, text: str) -> bool:
        """Whether it is written in another language than this one."""
        words = re.findall(r"[^\W\d_]+", text)
        return any(word.casefold() in self.foreign for word in words if not word[0].isupper()) or (
            bool(words) and words[0].casefold() in self.foreign
        )


def vocabulary(words: str) -> frozenset[str]:
    """The words of `words`, parted by spaces."""
    return frozenset(words.split())
