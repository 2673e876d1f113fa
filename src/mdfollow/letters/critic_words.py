"""The tables of words that do harm in a letter, and what they find in one (TONE-1 to TONE-3)."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pkgutil import get_data
from typing import NamedTuple

from mdfollow.letters.letter_text import Span, sentences_of
from mdfollow.letters.tables import beginnings
from mdfollow.letters.tables.tongue import Beginnings, small
from mdfollow.pattern import pattern

LANGUAGES = ("en", "de")
PRIVATE = "private"
_BEGINNINGS = {"en": beginnings.ENGLISH_LETTER, "de": beginnings.GERMAN_LETTER}
"""Of the patterns for what is private, in their order."""


class Wording(NamedTuple):
    """One kind of fault: how to find it, and what to write instead.

    `small`: the same as `patterns` for a text in small letters; None where capitals count.
    `beginnings`: which of `small` a text may hold; None where all are looked for.
    `unless`: what makes the same sentence harmless. `late`: not in thank-yous, which may tell of
    weeks and waiting. `least`: so many places make a fault, fewer none.
    """

    kind: str
    sentence: str
    kinder: str
    patterns: tuple[re.Pattern[str], ...]
    small: tuple[re.Pattern[str], ...] | None
    beginnings: Beginnings | None
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
    private = Beginnings(_BEGINNINGS[language])
    return tuple(_wording(row, parts, table["sentences"], private) for row in table["wording"])


def _wording(
    row: Mapping[str, object],
    parts: Mapping[str, str],
    sentences: Mapping[str, str],
    private: Beginnings,
) -> Wording:
    exact = bool(row.get("exact"))

    def compiled(key: str, flags: re.RegexFlag) -> tuple[re.Pattern[str], ...]:
        found = row.get(key, [])
        assert isinstance(found, list)  # noqa: S101 - the file is ours and tested
        texts = [_whole(each, parts) for each in found]
        return tuple(pattern(text if flags or exact else _lowered(text), flags) for text in texts)

    flags = re.NOFLAG if exact else re.IGNORECASE
    kind, kinder, least = str(row["kind"]), str(row["kinder"]), row.get("least", 1)
    assert isinstance(least, int)  # noqa: S101 - the same
    return Wording(
        kind,
        sentences[kind],
        kinder,
        compiled("patterns", flags),
        None if exact else compiled("patterns", re.NOFLAG),
        private if kind == PRIVATE else None,
        compiled("unless", flags),
        bool(row.get("late")),
        least,
    )


def _lowered(text: str) -> str:
    """A pattern in small letters, its classes as they are."""
    return re.sub(
        r"\\.|[^\\]+", lambda part: part[0] if part[0][0] == "\\" else part[0].lower(), text
    )


def _whole(text: str, parts: Mapping[str, str]) -> str:
    """The pattern with its parts put in; a part may hold other parts."""
    for _ in range(2):
        for name, part in parts.items():
            text = text.replace(f"<{name}>", part)
    return text


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
    said = cache(lambda: sentences_of(Span(plain, 0)))
    taken: list[tuple[int, int]] = []
    for row in wordings(language):
        if (row.late and not late) or (only and row.kind != only):
            continue
        hits = [
            hit
            for hit in _hits(row, plain)
            if not any(start < hit.end and hit.start < end for start, end in taken)
            and not (row.unless and _harmless(row, hit, said()))
        ]
        if len(hits) >= row.least:
            kept = hits[-1:] if row.least > 1 else hits
            taken += [(hit.start, hit.end) for hit in hits]
            yield from kept


def _hits(row: Wording, text: str) -> list[Hit]:
    found: list[Hit] = []
    low = small(text) if row.small else None
    for one in row.patterns if low is None else _possible(row, low):
        for each in one.finditer(text if low is None else low):
            start, end = each.span()
            if start < end and not any(start < hit.end and hit.start < end for hit in found):
                found.append(Hit(start, end, row))
    return sorted(found)


def _possible(row: Wording, low: str) -> Iterable[re.Pattern[str]]:
    every = row.small or ()
    return (every[n] for n in row.beginnings.possible(low)) if row.beginnings else every


def _harmless(row: Wording, hit: Hit, said: Iterable[Span]) -> bool:
    """Whether the sentence around the place shows that no harm is meant."""
    around = " ".join(each.text for each in said if each.start < hit.end and hit.start < each.end)
    return any(each.search(around) for each in row.unless)


def _plain(text: str, masked: Iterable[str]) -> str:
    """The same number of characters: straight apostrophes, names blanked."""
    text = text.replace("’", "'").replace("‘", "'")
    low = small(text)
    there = {each for each in masked if len(each) > 1 and (not low or (small(each) or "") in low)}
    for name in sorted(there, key=len, reverse=True):
        words = small(name)
        if low is None or words is None:
            hit = rf"(?<!\w){re.escape(name)}(?!\w)"
            text = re.sub(hit, lambda found: "·" * len(found[0]), text, flags=re.IGNORECASE)
            low = small(text)
            continue
        for at in _places(words, low):
            text = _blanked(text, at, len(words))
            low = _blanked(low, at, len(words))
    return text


def _places(words: str, text: str) -> Iterator[int]:
    """Where `words` stand in `text` as words of their own."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        apart = not _is_word(text[at - 1 : at]) and not _is_word(text[end : end + 1])
        if apart:
            yield at
        at = text.find(words, end if apart else at + 1)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _blanked(text: str, at: int, length: int) -> str:
    return text[:at] + "·" * length + text[at + length :]
