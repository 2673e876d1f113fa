"""Taking the text of a draft out of a note, line by line with its places."""

import re
from collections.abc import Callable, Iterable, Sequence

from mdfollow.sync.standing import Letter


def letter_of(
    texts: Sequence[str], numbers: Iterable[int], bare: Callable[[str], str] | None = None
) -> Letter:
    """The letter in the lines `numbers` (from 0) of a note; blank ones around it are left off.

    `bare` takes off what stands before every line; without it, their common indentation goes.
    """
    rows = list(numbers)
    while rows and not texts[rows[-1]].strip(" \t>"):
        rows.pop()
    while rows and not texts[rows[0]].strip(" \t>"):
        rows.pop(0)
    if bare is None:
        indent = min((_indent(texts[n]) for n in rows if texts[n].strip()), default=0)
        lines = [texts[number][indent:] for number in rows]
    else:
        lines = [bare(texts[number]) for number in rows]
    places = [
        (number + 1, len(texts[number]) - len(line))
        for number, line in zip(rows, lines, strict=True)
    ]
    return Letter("\n".join(lines), tuple(places) or ((1, 0),))


def _indent(text: str) -> int:
    return len(re.match(r"[ \t]*", text)[0])  # type: ignore[index]  # it always matches
