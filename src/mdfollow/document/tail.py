"""What has to stay last in a note: modelines, Local Variables, footnotes, link definitions."""

import re
from collections.abc import Sequence

from mdfollow.pattern import pattern

_DEFINITION = pattern(
    r" {0,3}(?:\[\^[^\]]+\]:|\[(?!\^)[^\]]+\]:[ \t]*(?:<[^>]*>|\S+)(?:[ \t]+[\"'(].*)?[ \t]*$)"
)
_CONTINUED = pattern(r"(?: {2,}|\t)\S")
_OPTION = r"[a-z]+(?:[-+^]?=(?:\\.|[^\s:])*)?"
_MODELINE = pattern(
    r"(?:^|\s)(?:vim?|Vim|ex)(?:[<=>]?\d+)?:\s*"
    rf"(?:set?\s[^:]*:|(?=\S.*=){_OPTION}(?:[\s:]+{_OPTION})*[\s:]*(?:\*/|-->)?\s*$)"
)
"""Both forms of Vim's modeline; one without `set` has to set something, or it might be prose."""
_LOCALS = pattern(r"Local Variables:", re.IGNORECASE)
_END = pattern(r"\bEnd:", re.IGNORECASE)
_LAST = 5
"""Lines from the end within which Vim looks for a modeline."""
_REACH = 3000
"""Characters from the end within which Emacs looks for Local Variables."""


def tail(texts: Sequence[str], first: int) -> int:
    """The line (from 0, at least `first`) from which only such things stand; else the count.

    A definition that directly follows a line of hers may be part of her paragraph: it stays.
    """
    items: list[tuple[int, bool]] = []
    start, reach = len(texts), _reached(texts, first)
    while above := _above(texts, start, first, reach):
        items.append(above)
        start = above[0]
    for line, glued in reversed(items):
        if glued or line == first or not texts[line - 1].strip():
            return line
    return len(texts)


def _reached(texts: Sequence[str], first: int) -> int:
    """The first line that Emacs looks at; to look further for each definition took minutes."""
    size, line = 0, len(texts)
    while line > first and (size := size + len(texts[line - 1]) + 1) <= _REACH:
        line -= 1
    return line


def _above(texts: Sequence[str], start: int, first: int, reach: int) -> tuple[int, bool] | None:
    """Where the item that ends above line `start` begins, and whether it may follow on prose."""
    last = start - 1
    while last >= first and not texts[last].strip():
        last -= 1
    if last < first:
        return None
    local = _locals(texts, last, first, reach)
    if local is not None:
        return local, True
    line = last
    while line > first and (_CONTINUED.match(texts[line]) or not texts[line].strip()):
        line -= 1
    if _DEFINITION.match(texts[line]):
        return line, False
    seen = max(len(texts) - _LAST, first)
    if any(map(_MODELINE.search, texts[seen : last + 1])):
        begin = _opening(texts, last, first)
        if any(map(_MODELINE.search, texts[max(seen, begin) : last + 1])):
            return begin, True
    return None


def _locals(texts: Sequence[str], last: int, first: int, reach: int) -> int | None:
    ended = False
    for number in range(last, reach - 1, -1):
        text = texts[number]
        if not text.strip():
            return None
        if ":" not in text:
            continue  # most lines: looked at in the cheapest way
        ended = ended or bool(_END.search(text))
        if _LOCALS.search(text):
            return _opening(texts, number, first) if ended else None
    return None


def _opening(texts: Sequence[str], line: int, first: int) -> int:
    """The line that opens the HTML comment `line` stands in; `line` itself outside comments."""
    for number in range(line, first - 1, -1):
        start = texts[number].rfind("<!--")
        if start >= 0:
            return number if number == line or "-->" not in texts[number][start:] else line
        if number < line and "-->" in texts[number]:
            return line
    return line
