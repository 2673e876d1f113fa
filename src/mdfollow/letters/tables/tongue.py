"""What the gate knows of one language."""

import re
from collections.abc import Callable
from typing import NamedTuple

Found = tuple[str, str] | None
"""Form and text of a ready fact."""


class Tongue(NamedTuple):
    """The patterns and readers of one language.

    `private`: what is not for them. `own`: what may look so and is not. `foreign`: small words
    of other languages. `fact` reads a learned or known fact or news, `skill` a skill.
    """

    private: tuple[re.Pattern[str], ...]
    foreign: frozenset[str]
    fact: Callable[[str, str], Found]
    skill: Callable[[str], Found]

    def is_private(self, text: str) -> bool:
        """Whether any certain sign of privacy stands in `text`."""
        return any(pattern.search(text) for pattern in self.private)

    def is_foreign(self, text: str) -> bool:
        """Whether it is written in another language than this one."""
        words = re.findall(r"[^\W\d_]+", text)
        return any(word.casefold() in self.foreign for word in words if not word[0].isupper()) or (
            bool(words) and words[0].casefold() in self.foreign
        )


def vocabulary(words: str) -> frozenset[str]:
    """The words of `words`, parted by spaces."""
    return frozenset(words.split())
