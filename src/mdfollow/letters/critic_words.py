"""The tables of words that do harm in a letter, and what they find in one (TONE-1 to TONE-3)."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pkgutil import get_data
from typing import NamedTuple

from mdfollow.letters.letter_text import Span, sentences_of

LANGUAGES = ("en", "de")
PRIVATE = "private"


class Wording(NamedTuple):
    """One kind of fault: how to find it, and what to write instead.

    `unless`: what makes the same sentence harmless. `late`: not in thank-yous, which may tell of
    weeks and waiting. `least`: so many places make a fault, fewer none.
    """

    kind: str
    sentence: str
    kinder: str
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    late: bool
    least: int


class Hit(NamedTuple):
    """Words that do harm: where they stand, and the row that found them."""

    start: int
    end: int
    row: Wording


@cache
def wordings(language: str) -> tuple[Wording, ...]:
    """The table of one language, in its order."""
    data = get_data(__name__, f"critic_{language}.toml") or b""
    table = tomllib.loads(data.decode("utf-8"))
    parts: Mapping[str, str] = table["parts"]
    return tuple(_wording(row, parts, table["sentences"]) for row in table["wording"])


def _wording(
    row: Mapping[str, object], parts: Mapping[str, str], sentences: Mapping[str, str]
) -> Wording:
    flags = re.NOFLAG if row.get("exact") else re.IGNORECASE

    def compiled(key: str) -> tuple[re.Pattern[str], ...]:
        found = row.get(key, [])
        assert isinstance(found, list)  # noqa: S101 - the file is ours and tested
        return tuple(re.compile(_whole(each, parts), flags) for each in found)

    kind, kinder, least = str(row["kind"]), str(row["kinder"]), row.get("least", 1)
    assert isinstance(least, int)  # noqa: S101 - the same
    late = bool(row.get("late"))
    return Wording(
        kind, sentences[kind], kinder, compiled("patterns"), compiled("unless"), late, least
    )


def _whole(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with its parts put in; a part may hold other parts."""
    for _ in range(2):
        for name, part in parts.items():
            pattern = pattern.replace(f"<{name}>", part)
    return pattern


def harmful(
    text: str, language: str, masked: Iterable[str], *, late: bool, only: str = ""
) -> Iterator[Hit]:
    """What harms in `text`, a place once, by the first row that fits.

    `masked`: names of the company, the role and people, which are read as nothing. `only`: the
    one kind to look for.
    """
    if language not in LANGUAGES:
        return
    plain = _plain(text, masked)
    said = sentences_of(Span(plain, 0))
    taken: list[tuple[int, int]] = []
    for row in wordings(language):
        if (row.late and not late) or (only and row.kind != only):
            continue
        hits = [
            hit
            for hit in _hits(row, plain)
            if not any(start < hit.end and hit.start < end for start, end in taken)
            and not _harmless(row, hit, said)
        ]
        if len(hits) >= row.least:
            kept = hits[-1:] if row.least > 1 else hits
            taken += [(hit.start, hit.end) for hit in hits]
            yield from kept


def _hits(row: Wording, text: str) -> list[Hit]:
    found: list[Hit] = []
    for pattern in row.patterns:
        for each in pattern.finditer(text):
            start, end = each.span()
            if start < end and not any(start < hit.end and hit.start < end for hit in found):
                found.append(Hit(start, end, row))
    return sorted(found)


def _harmless(row: Wording, hit: Hit, said: Iterable[Span]) -> bool:
    """Whether the sentence around the place shows that no harm is meant."""
    around = " ".join(each.text for each in said if each.start < hit.end and hit.start < each.end)
    return any(pattern.search(around) for pattern in row.unless)


def _plain(text: str, masked: Iterable[str]) -> str:
    """The same number of characters: straight apostrophes, names blanked."""
    text = text.replace("’", "'").replace("‘", "'")
    for name in sorted({each for each in masked if len(each) > 1}, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        text = re.sub(pattern, lambda hit: "·" * len(hit[0]), text, flags=re.IGNORECASE)
    return text
