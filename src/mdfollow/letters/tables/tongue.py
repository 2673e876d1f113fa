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


class Signs:
    """Patterns in small letters, found in any case."""

    def __init__(self, patterns: Sequence[str]) -> None:
        plain = [each for each in patterns if _CASED not in each]
        cased = [each for each in patterns if _CASED in each]
        self._small = [pattern(each) for each in plain]
        self._cased = [pattern(each) for each in cased]
        self._any_small = [pattern(each, re.IGNORECASE) for each in plain]
        self._any_cased = [pattern(each, re.IGNORECASE) for each in cased]

    def found_in(self, text: str) -> bool:
        """Whether any of them stands in `text`."""
        low = small(text)
        plain = self._any_small if low is None else self._small
        cased = self._cased if low == text else self._any_cased
        return any(each.search(low or text) for each in plain) or any(
            each.search(text) for each in cased
        )


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
