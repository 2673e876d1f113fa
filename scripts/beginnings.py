"""Write how the words of private signs begin: `letters/tables/beginnings.py`.

Usage: `python scripts/beginnings.py`, after the signs changed. A sign can only stand in a text
that has a word with one of its beginnings; the gate and the critic look for those first. They are
read off the parsed expressions. A sign nothing is known of gets none, and is always looked for.
"""

import re._parser as parser  # type: ignore[import-not-found]
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from mdfollow.letters.critic_words import PRIVATE, wordings
from mdfollow.letters.tables import english_private, german
from mdfollow.letters.tables.tongue import DIGIT, LETTERS, vocabulary

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "src/mdfollow/letters/tables/beginnings.py"

EDGE, OTHER, NUMBER, ANYTHING = "edge", "other", "number", "anything"
"""Parts of what a sign finds, beside a letter: where a word begins or ends, a character of no
word, a digit, and any number of characters."""
FREQUENT = vocabulary(
    "a about also an and are at back be been can company for from had has have her his i in "
    "interview is it job me my not of on or other plan role team that the their them they this to "
    "was were what will with work would you your"
)
"""Words that stand in most letters, and tell nothing where there is another."""
SOFT = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
"""Parts that take no character."""

Line = tuple[str, ...]
Part = tuple[Any, Any]
Words = frozenset[str]


def tables() -> dict[str, tuple[str, ...]]:
    """The signs of each table: what is private in a fact, and in a letter."""
    letters = {
        language: next(row.small or () for row in wordings(language) if row.kind == PRIVATE)
        for language in ("en", "de")
    }
    return {
        "ENGLISH": english_private.PRIVATE,
        "GERMAN": german.PRIVATE,
        "ENGLISH_LETTER": tuple(each.pattern for each in letters["en"]),
        "GERMAN_LETTER": tuple(each.pattern for each in letters["de"]),
    }


def beginnings(sign: str) -> Words:
    """Beginnings of words, one of which stands in any text that `sign` finds; none if unknown."""
    return _certain(list(parser.parse(sign)))


def _certain(parts: Sequence[Part]) -> Words:
    """Those of the piece of an expression, between two ends of words, that is likely rarest."""
    if branches := _branches(parts, SOFT):
        return _united(map(_certain, branches))
    return max(map(_of_piece, _pieces(parts)), key=_rarity)


def _of_piece(parts: Sequence[Part]) -> Words:
    if branches := _branches(parts, {*SOFT, "LITERAL"}):
        return _united(map(_certain, branches))
    return _united(frozenset({_rarest(line)} - {""}) for line in _lines(parts))


def _united(found: Iterable[Words]) -> Words:
    """All of them, where each has any."""
    every = list(found)
    return frozenset().union(*every) if all(every) else frozenset()


def _rarity(words: Words) -> tuple[bool, bool, int]:
    return bool(words), not words & FREQUENT, -len(words)


def _branches(parts: Sequence[Part], beside: Iterable[str]) -> list[list[Part]]:
    """The ways of an expression that parts in one place and has only `beside` around it."""
    rest = [n for n, (kind, _) in enumerate(parts) if str(kind) not in beside]
    if len(rest) != 1:
        return []
    kind, of = parts[rest[0]]
    inner = of[1] if str(kind) == "BRANCH" else [of[-1]] if str(kind) == "SUBPATTERN" else []
    return [[*parts[: rest[0]], *each, *parts[rest[0] + 1 :]] for each in inner]


def _pieces(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The parts from one sure end of a word to the next, both among them."""
    piece: list[Part] = []
    for part in parts:
        piece.append(part)
        if str(part[0]) in {"AT", "LITERAL"} and set(_ways(str(part[0]), part[1])) & {
            (EDGE,),
            (OTHER,),
        }:
            yield piece
            piece = [part]
    yield piece


def _lines(parsed: Iterable[Part]) -> list[Line]:
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


def _of_class(members: Sequence[Part]) -> str:
    kinds = set()
    for kind, of in members:
        if str(kind) == "LITERAL" and isinstance(of, int):
            kinds.add(_letter(chr(of)))
        elif str(of) in {"CATEGORY_SPACE", "CATEGORY_NOT_WORD"}:
            kinds.add(OTHER)
        else:
            kinds.add(NUMBER if str(of) == "CATEGORY_DIGIT" else ANYTHING)
    return kinds.pop() if len(kinds) == 1 else ANYTHING


def _rarest(line: Line) -> str:
    """The beginning in one line that is likely to stand in the fewest texts."""
    known = [(2, DIGIT)] if NUMBER in line else []
    for at, (before, part) in enumerate(zip(("", *line), line, strict=False)):
        if before not in {EDGE, OTHER} or len(part) > 1:
            continue
        rest = line[at:]
        length = next((n for n, each in enumerate(rest) if len(each) > 1), len(rest))
        word = "".join(rest[:length])
        if rest[length : length + 1] in {(EDGE,), (OTHER,)} or length >= LETTERS:
            known.append((0 if word in FREQUENT else length, word))
    return max(known, default=(0, ""))[1]


def page() -> str:
    """The module."""
    parts = ['"""How words of the private signs begin; written by scripts/beginnings.py."""\n']
    for name, table in tables().items():
        parts.append("\n".join((f"{name} = (", *map(_row, table), ")\n")))
    return "\n".join(parts)


def _row(sign: str) -> str:
    words = " ".join(sorted(beginnings(sign)))
    *lines, last = [words] if len(words) < 94 else textwrap.wrap(words, 88)
    return "\n".join((*(f'    "{line} "' for line in lines), f'    "{last}",'))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
