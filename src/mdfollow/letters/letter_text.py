"""A written draft taken apart: body, voice-mail script, sentences, words, each with its place."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from mdfollow.interview.tables import vocabulary
from mdfollow.pattern import pattern

GREETING = pattern(
    r"^[ \t]*(?:Dear|Hello|Hi|Hey|Good (?:morning|day|afternoon|evening)|Sehr geehrte[rs]?|"
    r"Liebe[rs]?|Hallo|Guten (?:Tag|Morgen|Abend)|To whom)\b[^\n]{0,60}$",
    re.MULTILINE,
)
SIGN_OFF = pattern(
    r"^[ \t]*(?:(?:with |my )?(?:kind|kindest|warm|warmest|best|many)? ?(?:regards|wishes|thanks)|"
    r"(?:yours |very )?(?:sincerely|truly|faithfully)(?: yours)?|all the best|best|cheers|"
    r"thank you|with (?:thanks|gratitude|appreciation)|gratefully|respectfully|"
    r"(?:mit )?(?:freundlich|herzlich|best|lieb|viel|schön)en? grü(?:ß|ss)en?|(?:mit )?vielem dank|"
    r"(?:viele|schöne|liebe) grü(?:ß|ss)e(?: [\w ]+)?|grü(?:ß|ss)e|herzlichst)[ \t]*[,.!]?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
SCRIPT = pattern(
    r"^(?:Voice mail:[ \t]*[“\"]?|[^\n:]{3,30}: ?[“„«\"])"
    r"(?P<words>(?:(?!^[^\n:]{3,30}: ?[“„«\"]).)+?)[”“»\"]?\s*\Z",
    re.MULTILINE | re.DOTALL,
)
"""What is said to the machine: the last quotation after a label."""
STOP = pattern(r"[.?!…]+[”\")]?(?=\s|$)|\n\s*\n")
SHORT_FORMS = frozenset(
    f"{word}."
    for word in (
        *("dr", "mr", "mrs", "ms", "prof", "inc", "ltd", "co", "e.g", "i.e", "sr", "jr", "st"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    )
)

COMMONEST = {
    "en": vocabulary("the i to and you of for with a my your is it me on in would"),
    "de": vocabulary("ich und die der das sie ist für mit zu den ein eine im am bei an es"),
}
"""The commonest words, by which a language is known."""


class Span(NamedTuple):
    """A piece of a text and where it begins, in characters."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The character after the last one."""
        return self.start + len(self.text)


def language_of(text: str) -> str:
    """The language whose commonest words are every eighth word; a few words count as English."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    shares = {name: sum(map(common.__contains__, words)) for name, common in COMMONEST.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] * 8 >= len(words) and shares[best]:
        return best
    return "en" if len(words) < 12 else ""


def body_of(text: str) -> Span:
    """The text without subject, greeting, what stands above it, and sign-off."""
    start, end = 0, len(text)
    subject = re.match(r"\s*(?:Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp) ?:[^\n]*\n", text)
    if subject:
        start = subject.end()
    foreign = re.compile(r"\s*[^\n.?!]{1,60},[ \t]*\n[ \t]*\n").match(text, start)
    if foreign:
        start = foreign.end()
    for greeting in GREETING.finditer(text, start):
        start = greeting.end()
    for farewell in SIGN_OFF.finditer(text, start):
        if farewell.start() > start and len(text[farewell.end() :].split()) < 12:
            end = farewell.start()
            break
    plain_end = re.compile(r"\n[ \t]*\n([^.?!]{1,60})\s*\Z").search(text, start)
    if end == len(text) and plain_end and len(plain_end[1].split()) < 9:
        end = plain_end.start()
    piece = text[start:end]
    return Span(piece.strip(), start + len(piece) - len(piece.lstrip()))


def script_of(text: str) -> Span | None:
    """The voice-mail script of a call's draft, or None."""
    found = SCRIPT.search(text)
    return Span(found["words"], found.start("words")) if found else None


def sentences_of(span: Span) -> list[Span]:
    """The sentences of a piece, without blanks around them."""
    found: list[Span] = []
    start = 0
    for stop in [*STOP.finditer(span.text), None]:
        end = stop.end() if stop else len(span.text)
        piece = span.text[start:end]
        words = piece.split()
        short = words and (
            words[-1].casefold() in SHORT_FORMS or re.fullmatch(r"\w\.|(?:\d+\.){2,}", words[-1])
        )
        if stop and short and stop[0] == ".":
            continue
        if re.search(r"\w", piece):
            lead = len(piece) - len(piece.lstrip())
            found.append(Span(piece.strip(), span.start + start + lead))
        start = end
    return found


class Words(NamedTuple):
    """The words of a piece with their places; an empty word parts what may not join."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, span: Span, masked: Iterable[str] = ()) -> "Words":
        """Split a piece, with slots, labels and the `masked` phrases (small letters) blanked."""
        folded = "".join(char.lower() if len(char.lower()) == 1 else char for char in span.text)
        for phrase in sorted(filter(None, masked), key=len, reverse=True):
            folded = folded.replace(phrase, "¶" * len(phrase))
        folded = re.sub(r"\[[^\[\]\n]*\]", lambda hit: "¶" * len(hit[0]), folded)
        hits = list(re.finditer(r"[\w'’-]+|¶+|\n\s*\n|^\w+:", folded))
        words = tuple("" if re.match(r"[¶\n]", hit[0]) else hit[0] for hit in hits)
        places = tuple((span.start + hit.start(), span.start + hit.end()) for hit in hits)
        return cls(words, places)

    def longest_shared(self, other: "Words", least: int) -> Span | None:
        """The longest run of at least `least` words that `other` has too; its text is left out."""
        best, where = least - 1, -1
        starts: dict[tuple[str, ...], list[int]] = {}
        for index in range(len(other.words) - least + 1):
            starts.setdefault(other.words[index : index + least], []).append(index)
        for mine in range(len(self.words) - least + 1):
            run = self.words[mine : mine + least]
            for theirs in starts.get(run, ()) if all(run) else ():
                length = self._run(mine, other, theirs)
                if length > best:
                    best, where = length, mine
        if where < 0:
            return None
        start, end = self.places[where][0], self.places[where + best - 1][1]
        return Span(" " * (end - start), start)

    def runs(self, length: int) -> frozenset[tuple[str, ...]]:
        """Every run of so many words that nothing parts."""
        found = (self.words[i : i + length] for i in range(len(self.words) - length + 1))
        return frozenset(run for run in found if all(run))

    def _run(self, mine: int, other: "Words", theirs: int) -> int:
        """How many words are the same from these places on."""
        length = 0
        for left, right in zip(self.words[mine:], other.words[theirs:], strict=False):
            if not left or left != right:
                break
            length += 1
        return length
