"""Write how the words of private signs begin: `letters/tables/beginnings.py`.

Usage: `python scripts/beginnings.py`, after the signs changed. A sign can only stand in a text
that has a word with one of its beginnings; the gate looks for those first, which costs a tenth.
They are read off the parsed expressions. A sign nothing is known of gets none, and is always
looked for.
"""

import re._parser as parser  # type: ignore[import-not-found]
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from mdfollow.letters.tables import english_private, german
from mdfollow.letters.tables.tongue import DIGIT, LETTERS, vocabulary

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "src/mdfollow/letters/tables/beginnings.py"
TABLES = {"ENGLISH": english_private.PRIVATE, "GERMAN": german.PRIVATE}

EDGE, OTHER, NUMBER, ANYTHING = "edge", "other", "number", "anything"
"""Parts of what a sign finds, beside a letter: where a word begins or ends, a character of no
word, a digit, and any number of characters."""
FREQUENT = vocabulary(
    "a an and are at be been from had has have i in is it me my of on or the to was were with"
)
"""Words too frequent to tell anything, where there is another."""

Line = tuple[str, ...]


def beginnings(sign: str) -> frozenset[str]:
    """Beginnings of words, one of which stands in any text that `sign` finds; none if unknown."""
    found = {_rarest(line) for line in _lines(parser.parse(sign))}
    return frozenset() if None in found else frozenset(each for each in found if each)


def _lines(parsed: Iterable[tuple[Any, Any]]) -> list[Line]:
    """What an expression finds, a line for each way through it."""
    ways = [list(dict.fromkeys(_ways(str(kind), of))) for kind, of in parsed]
    return list(dict.fromkeys(sum(parts, ()) for parts in product(*ways)))


def _ways(kind: str, of: Any) -> Iterator[Line]:
    """The ways through one part of a parsed expression."""
    match kind, of:
        case "LITERAL", int(code):
            yield (_letter(chr(code)),)
        case "SUBPATTERN", (_, _, _, inner):
            yield from _lines(inner)
        case "BRANCH", (_, branches):
            for each in branches:
                yield from _lines(each)
        case "IN", list(members):
            yield (_of_class(members),)
        case "AT", place:
            yield () if str(place) == "AT_NON_BOUNDARY" else (EDGE,)
        case (("ASSERT" | "ASSERT_NOT"), _):
            yield ()
        case (("MAX_REPEAT" | "MIN_REPEAT"), (least, most, inner)):
            yield from _repeated(least, most, _lines(inner))
        case _:
            yield (ANYTHING,)


def _repeated(least: int, most: int, once: Sequence[Line]) -> Iterator[Line]:
    if not least:
        yield ()
    for each in once:
        yield each if most == 1 or each in {(OTHER,), (NUMBER,)} else (ANYTHING, *each)


def _letter(letter: str) -> str:
    if letter.isdecimal():
        return NUMBER
    return letter.lower() if letter.isalnum() or letter == "_" else OTHER


def _of_class(members: Sequence[tuple[Any, Any]]) -> str:
    kinds = set()
    for kind, of in members:
        if str(kind) == "LITERAL" and isinstance(of, int):
            kinds.add(_letter(chr(of)))
        elif str(of) in {"CATEGORY_SPACE", "CATEGORY_NOT_WORD"}:
            kinds.add(OTHER)
        else:
            kinds.add(NUMBER if str(of) == "CATEGORY_DIGIT" else ANYTHING)
    return kinds.pop() if len(kinds) == 1 else ANYTHING


def _rarest(line: Line) -> str | None:
    """The beginning in one line that is likely to stand in the fewest texts."""
    known = [(2, DIGIT)] if NUMBER in line else []
    for at, (before, part) in enumerate(zip(("", *line), line, strict=False)):
        if before not in {EDGE, OTHER} or len(part) > 1:
            continue
        rest = line[at:]
        length = next((n for n, each in enumerate(rest) if len(each) > 1), len(rest))
        ended = rest[length : length + 1] in {(EDGE,), (OTHER,)}
        word = "".join(rest[:length])
        if ended or length >= LETTERS:
            known.append((0 if word in FREQUENT else length, word[:LETTERS]))
    return max(known)[1] if known else None


def page() -> str:
    """The module."""
    parts = ['"""How words of the private signs begin; written by scripts/beginnings.py."""\n']
    for name, table in TABLES.items():
        parts.append("\n".join((f"{name} = (", *map(_row, table), ")\n")))
    return "\n".join(parts)


def _row(sign: str) -> str:
    *lines, last = textwrap.wrap(" ".join(sorted(beginnings(sign))), 88) or [""]
    return "\n".join((*(f'    "{line} "' for line in lines), f'    "{last}",'))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
