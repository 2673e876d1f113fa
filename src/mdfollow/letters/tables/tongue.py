"""What the gate knows of one language."""

import re
from collections.abc import Callable, Iterator, Sequence
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


_Sign = tuple[re.Pattern[str] | None, re.Pattern[str]]
"""A pattern as it is looked for in small letters, and in any case; no first where it has names."""
_CASED = "(?-i:"
"""How a part of a pattern begins that capitals count in: a name."""


LETTERS = 4
"""So many letters are looked at to tell how a word begins."""
DIGIT = "0"
"""Stands for any digit among the beginnings of words."""
_WORD = pattern(r"\w+")
_DIGIT = pattern(r"\d")


class Signs:
    """Patterns in small letters, found in any case.

    `beginnings`: for each of them how words begin of which any text has one that it is found in
    (`scripts/beginnings.py` derives them); a pattern without is looked for in every text.
    """

    def __init__(self, patterns: Sequence[str], beginnings: Sequence[str]) -> None:
        self._any_case = [pattern(each, re.IGNORECASE) for each in patterns]
        self._always: list[_Sign] = []
        self._by_beginning: dict[str, list[_Sign]] = {}
        for each, any_case, words in zip(patterns, self._any_case, beginnings, strict=True):
            sign = None if _CASED in each else pattern(each), any_case
            for word in words.split():
                self._by_beginning.setdefault(word, []).append(sign)
            if not words:
                self._always.append(sign)

    def found_in(self, text: str) -> bool:
        """Whether any of them stands in `text`."""
        low = small(text)
        if low is None:
            return any(each.search(text) for each in self._any_case)
        return any(
            each.search(low) if each else any_case.search(text)
            for each, any_case in self._possible(low)
        )

    def _possible(self, low: str) -> "Iterator[_Sign]":
        """Those that a text in small letters may hold, by how its words begin."""
        yield from self._always
        if _DIGIT.search(low):
            yield from self._by_beginning.get(DIGIT, ())
        for word in _WORD.findall(low):
            yield from self._by_beginning.get(word[:LETTERS], ())


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
