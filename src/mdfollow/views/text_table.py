"""Tables in plain text: columns one below the other, whatever script is in them."""

import unicodedata
from collections.abc import Callable, Sequence
from itertools import accumulate, takewhile


def width(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def cut(text: str, most: int) -> str:
    """`text` in at most so many columns, with `…` where something is left out."""
    if width(text) <= most:
        return text
    columns = accumulate(map(width, text))
    kept = sum(1 for _ in takewhile(lambda column: column < most, columns))
    return f"{text[:kept].rstrip()}…"


def padded(rows: Sequence[Sequence[str]], measure: Callable[[str], int] = width) -> list[list[str]]:
    """The rows with every cell as wide as the widest of its column."""
    wide = [max(measure(row[n]) for row in rows) for n in range(len(rows[0]))]
    return [
        [cell + " " * (size - measure(cell)) for cell, size in zip(row, wide, strict=True)]
        for row in rows
    ]


def text_table(rows: Sequence[Sequence[str]]) -> list[str]:
    """A table for a terminal: two blanks between the columns, none at the end."""
    return ["  ".join(row).rstrip() for row in padded(rows)]
