"""What has to stay last in a note: modelines, Local Variables, footnotes, link definitions."""

import re
from collections.abc import Sequence

_DEFINITION = re.compile(
    r" {0,3}(?:\[\^[^\]]+\]:|\[(?!\^)[^\]]+\]:[ \t]*(?:<[^>]*>|\S+)(?:[ \t]+[\"'(].*)?[ \t]*$)"
)
_CONTINUED = re.compile(r"(?: {2,}|\t)\S")
_MODELINE = re.compile(r"(?:^|\s)(?:vi|vim|Vim|ex)(?:[<=>]?\d+)?:\s?\S")
_LOCALS = re.compile(r"Local Variables:", re.IGNORECASE)
_END = re.compile(r"\bEnd:", re.IGNORECASE)
_REACH = 3000
"""Characters from the end within which Emacs looks for Local Variables."""


def tail(texts: Sequence[str], first: int) -> int:
    """The line (from 0, at least `first`) from which only such things stand; else the count."""
    start = len(texts)
    while True:
        above = _above(texts, start, first)
        if above == start:
            return start
        start = above


def _above(texts: Sequence[str], start: int, first: int) -> int:
    """Where the item that ends above line `start` begins; `start` when there is none."""
    last = start - 1
    while last >= first and not texts[last].strip():
        last -= 1
    if last < first:
        return start
    local = _locals(texts, last, first)
    if local is not None:
        return local
    line = last
    while line > first and (_CONTINUED.match(texts[line]) or not texts[line].strip()):
        line -= 1
    if _DEFINITION.match(texts[line]):
        return line
    if len(texts) - last <= 5 and _MODELINE.search(texts[last]):
        return last
    return start


def _locals(texts: Sequence[str], last: int, first: int) -> int | None:
    size = 0
    ended = False
    for number in range(last, first - 1, -1):
        size += len(texts[number]) + 1
        ended = ended or bool(_END.search(texts[number]))
        if size > _REACH or not texts[number].strip():
            return None
        if _LOCALS.search(texts[number]):
            return number if ended else None
    return None
