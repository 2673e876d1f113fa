"""Whether a name is another one, misspelt by one or two letters."""

import unicodedata
from functools import lru_cache

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "’": "'"})
SHORT_FORMS = frozenset(
    (("steve", "steven"), ("alex", "alexa"), ("dave", "david"), ("jon", "jonn"), ("will", "willy"))
)
"""Pairs of what somebody is called and their name that are a letter or two apart."""


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Small letters without accents; "Löwe" and "Loewe" are one."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(UMLAUTS)
    parts = unicodedata.normalize("NFD", plain)
    return "".join(each for each in parts if not unicodedata.combining(each))


def misspelt(written: str, meant: str) -> bool:
    """Whether `written` is `meant` with one letter wrong, in long names two.

    A short form ("Ben" for Benjamin) and a missing accent are no mistakes.
    """
    one, other = folded(written), folded(meant)
    bare = other.replace("ue", "u").replace("oe", "o").replace("ae", "a")
    if one in (other, bare) or (one, other) in SHORT_FORMS or min(len(one), len(other)) < 2:
        return False
    missing = len(other) - len(one)
    if other.startswith(one) and (missing > 1 or len(other) < 5):
        return False
    apart = distance(one, other)
    if len(other) < 4:
        return apart == 1 and len(one) == len(other)
    return apart == 1 or (apart == 2 and len(other) > 5 and one[0] == other[0])


def distance(one: str, other: str) -> int:
    """Letters to change, add, drop or swap with their neighbour."""
    before, last = list(range(len(other) + 1)), list[int]()
    for i, left in enumerate(one, 1):
        row = [i]
        for j, right in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, last[j - 2] + 1)
            row.append(best)
        before, last = row, before
    return before[-1]
