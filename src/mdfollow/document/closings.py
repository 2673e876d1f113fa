"""Where blocks and drawers of a page may end, found in one look through its lines."""

import re
from collections import defaultdict
from collections.abc import Sequence

from mdfollow.pattern import pattern

Shapes = tuple[tuple[re.Pattern[str], str], ...]
"""What a line looks like that closes something, and how that is named; `{}` is its first group."""

BLOCKS: Shapes = (
    (pattern(r"[ \t]*(:end:)[ \t]*\Z", re.IGNORECASE), "{}"),
    (pattern(r"[ \t]*#\+end_([^ \t]+)[ \t]*\Z", re.IGNORECASE), "#+end_{}"),
)
"""Drawers and blocks, which Org and Logseq close alike."""


def closings_of(texts: Sequence[str], shapes: Shapes, within: str = "") -> dict[str, list[int]]:
    """Lines that may close something, by what they close; each of them holds `within`."""
    closings: dict[str, list[int]] = defaultdict(list)
    for line, text in enumerate(texts):
        if within not in text.lower():
            continue
        for shape, name in shapes:
            if found := shape.match(text):
                closings[name.format(found[1].lower())].append(line)
    return closings
