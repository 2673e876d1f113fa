"""The same words twice: in one letter, and in the letters of two people (TY-6)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from mdfollow.letters.letter_text import Span, Words, body_of, sentences_of

RUN = 6
"""Words in a row by which two letters are compared."""
SHARED = 9
"""So many words in a row may not stand in two letters that may be read side by side."""
NEAR, FAR = 0.6, 0.8
"""The part of all runs that makes two letters the same: masked names, or every word."""

FORMULAS = (
    "i look forward to hearing from you",
    "thank you for taking the time to",
    "thank you again for your time and",
    "please let me know if you need",
    "please do not hesitate to contact me",
    "if there is anything else you need",
    "may i ask when i can expect the next step",
    "when may i expect to hear about the next step",
    "hiring often takes longer than planned",
    "i am still very interested in the role and in",
    "i am very interested in the position and in",
    "ich freue mich darauf, von ihnen zu hören",
    "vielen dank, dass sie sich die zeit genommen haben",
    "wann darf ich mit dem nächsten schritt rechnen",
)
"""Polite turns that two letters may share."""


def twice(piece: Span) -> Iterator[tuple[Span, Span]]:
    """Every sentence that stands in `piece` before, with the first; short thanks do not count."""
    seen: list[tuple[list[str], Span]] = []
    for said in sentences_of(piece):
        words = re.findall(r"[\w'’-]+", said.text.casefold())
        if len(words) < 4 or re.match(r"(?:thank|thanks|danke|vielen dank)\b", said.text, re.I):
            continue
        for before, first in seen:
            if before == words or (len(words) > 7 and _close(before, words)):
                yield first, said
                break
        seen.append((words, said))


def _close(left: Sequence[str], right: Sequence[str]) -> bool:
    return SequenceMatcher(None, left, right, autojunk=False).ratio() > 0.9


def alike(
    text: str, near: Mapping[str, str], far: Mapping[str, str], names: Sequence[str]
) -> Iterator[tuple[Span, str]]:
    """The words that stand in another letter too, and the name of that letter.

    `near`: letters that people of the same house may hold side by side: a long run of words is
    too much, `names` aside. `far`: everybody else's, where only the same letter counts.
    """
    masked = (*FORMULAS, *(name.casefold() for name in names if name))
    mine, whole = Words.of(body_of(text), masked), _words(text)
    for name, other in near.items():
        theirs = Words.of(body_of(other), masked)
        shared = mine.longest_shared(theirs, SHARED)
        if shared is None and part(mine, theirs) >= NEAR:
            shared = mine.longest_shared(theirs, RUN)
        if shared:
            yield shared, name
    for name, other in far.items():
        theirs = _words(other)
        shared = whole.longest_shared(theirs, RUN) if part(whole, theirs) >= FAR else None
        if shared:
            yield shared, name


@lru_cache(maxsize=4096)
def _words(text: str) -> Words:
    return Words.of(body_of(text))


def part(mine: Words, theirs: Words) -> float:
    """How much of the shorter letter stands in the other, by runs of words."""
    left, right = mine.runs(RUN), theirs.runs(RUN)
    if min(len(left), len(right)) < 2 * RUN:
        return 0.0
    return len(left & right) / min(len(left), len(right))
