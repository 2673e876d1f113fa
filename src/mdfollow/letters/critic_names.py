"""Who a letter greets and names: the reader, or somebody it was not meant for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mdfollow.interview.names import company_key
from mdfollow.interview.tables import vocabulary
from mdfollow.interview.tables.people import COURTESY, HONOURS
from mdfollow.letters.letter_text import Span, body_of, sentences_of
from mdfollow.letters.spelling import folded, misspelt
from mdfollow.pattern import pattern
from mdfollow.record import dataclass

_HELLO = (
    r"dear|hello|hi|hey|hallo|good (?:morning|day|afternoon|evening)|greetings|"
    r"sehr geehrte[rs]?|verehrte[rs]?|liebe[rs]?|guten (?:tag|morgen|abend)|grüß gott|grüezi|"
    r"moin|servus"
)
HELLO = pattern(rf"(?:“|\")?\s*(?:{_HELLO})\b", re.IGNORECASE)
GREETED = pattern(
    rf"(?:{_HELLO})\b(?P<who>(?:\.(?=\S| (?=[A-ZÄÖÜ]))|[^\n,.:;!?–—]){{0,60}})", re.IGNORECASE
)
ADDRESSED = pattern(r"[^\n.?!]{1,60},[ \t]*\n[ \t]*\n")
"""A first line that ends in a comma greets, in any language."""
NOBODY = pattern(
    r"^(?:to whom (?:it|this) may concern|dear (?:sirs?|madam|(?:sir|madam)(?: ?/ ?| or )\w+|"
    r"(?:the )?(?:hiring|recruiting|recruitment|hr|human) .*|hr|recruiters?|interviewer|employer|"
    r"all|everyone|everybody|reader|applicant|candidate|company|friends?|colleagues?|you)|"
    r"(?:hello|hi|hey|hallo)(?: (?:there|all|everyone|everybody|folks|guys|team|again|you|zusammen|"
    r"ihr|leute))?|good (?:morning|day|afternoon|evening)(?: all| everyone| everybody| there)?|"
    r"greetings|sehr geehrte damen(?: und|,)? herren|guten (?:tag|morgen|abend)(?: zusammen)?|"
    r"liebes? (?:team|personal\w*|alle|leute)|moin(?: zusammen)?|servus|grüß gott|"
    r"an die personalabteilung|wen es betrifft)$",
    re.IGNORECASE,
)
COMMON = frozenset(("will", "mark", "may", "grace", "hope", "bill", "art", "rose", "april"))
"""Given names that are words too: only the full name counts."""
TITLES = frozenset(
    {word.casefold().rstrip(".") for word in COURTESY | HONOURS}
    | {"mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "madam", "frau"}
    | {"herr", "herrn", "doktor", "professorin", "colonel", "captain", "major", "chef", "father"}
    | {"sister", "brother", "reverend", "rev", "judge", "and", "und", "the", "med", "dipl", "ing"}
)
REFERS = pattern(
    r"\b(?:recommend|suggest|refer|introduc|regards|greet|reference|former|current|mutual|"
    r"empfohlen|empfahl|grüß|referenz)\w*",
    re.IGNORECASE,
)
PAST = pattern(
    r"\bmy (?:last|previous|former|old|current|present|first)\b|\bused to\b|\bstud(?:y|ied)\b|"
    r"\bworked\b|\btrained\b|\bdegree\b|\bgraduat|\bapprentice|\bformerly\b|"
    r"\byears (?:at|with|in)\b|"
    r"\btime at\b|\bvolunteer|\bthesis\b|\bbei meiner letzten\b|\bausbildung\b|\bgelernt\b|"
    r"\bstudi(?:um|ert)\b|\bfrüher\b|\bdamals\b|\bpraktikum\b|\bgearbeitet\b",
    re.IGNORECASE,
)
"""A sentence about her own past may name any house."""
TRADES = vocabulary(
    "foods bakery school surgery motors logistics software systems group services hospital "
    "joinery recruitment optics optik hotel pharmacy solicitors garage farms robotics press hire "
    "care consulting partners media labs technologies energy insurance bank council library "
    "auctions nursery clinic studio studios design engineering electrical yard travel"
)
"""Last words of a company's name that are left out in speech, where a name of its own is left."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Whose names belong in a letter, and whose do not.

    `readers`: who gets it, by full name. `colleagues`: others who may be named but not greeted.
    `house`: names of the company, its other spellings, the role, an agency's clients.
    `strangers` and `firms`: people and companies of other applications in the vault.
    """

    readers: tuple[str, ...] = ()
    colleagues: tuple[str, ...] = ()
    house: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    firms: tuple[str, ...] = ()


class Slip(NamedTuple):
    """A name where it should not be: its place, `kind` and the name that was meant, if any."""

    start: int
    end: int
    kind: str
    meant: str = ""


def greeting_slips(text: str, circle: Circle, script: Span | None) -> Iterator[Slip]:
    """A greeting that is missing or greets nobody, somebody else, or the reader misspelt."""
    readers = [name for name in circle.readers if name]
    if not readers:
        return
    greeted = list(_greeted(text, script))
    if not greeted:
        slip = _missing(text, readers, script)
        if slip:
            yield slip
        return
    if script:
        greeted = [each for each in greeted if each[0].text]
    slips = [_about(who, line, readers, circle) for who, line in greeted]
    if not all(slip and slip.kind != "misspelt" for slip in slips):
        slips = [slip for slip in slips if slip and slip.kind == "misspelt"]
    yield from filter(None, slips)


def _greeted(text: str, script: Span | None) -> Iterator[tuple[Span, Span]]:
    """Name and whole words of every greeting at the beginning of a line or of the script."""
    begins = [hit.start() for hit in re.finditer(r"^[ \t]*(?=\S)", text, re.MULTILINE)]
    begins += [script.start] if script else []
    for start in dict.fromkeys(begins):
        hit = GREETED.match(text, start + len(text[start:]) - len(text[start:].lstrip(' \t“"')))
        if hit:
            who = hit["who"].rstrip()
            lead = len(who) - len(who.lstrip(" ,"))
            whole = text[hit.start() : hit.start("who") + len(who)]
            yield Span(who.lstrip(" ,"), hit.start("who") + lead), Span(whole, hit.start())
    concern = re.search(r"^to whom (?:it|this) may concern", text, re.IGNORECASE | re.MULTILINE)
    if concern:
        yield Span("", concern.start()), Span(concern[0], concern.start())


def _missing(text: str, readers: Sequence[str], script: Span | None) -> Slip | None:
    """No greeting at all: neither a word of one nor the reader's name near the beginning."""
    start = script.start if script else body_start(text)
    rest = text[start:]
    words = {folded(word) for word in re.findall(r"\w[\w'’-]*", rest)[: 12 if script else 6]}
    if words & set(_tokens(" ".join(readers))) or ADDRESSED.match(rest):
        return None
    first = re.match(r"[^\n.?!]*", rest)
    end = first.end() if first else 0
    return Slip(start, start + end, "missing") if end else None


def body_start(text: str) -> int:
    """Where the first line after a subject begins."""
    subject = re.match(
        r"\s*(?:subject|betreff|objet|asunto|oggetto|onderwerp) ?:[^\n]*\n", text, re.I
    )
    start = subject.end() if subject else 0
    return start + len(text[start:]) - len(text[start:].lstrip())


def _about(who: Span, line: Span, readers: Sequence[str], circle: Circle) -> Slip | None:
    said = " ".join(line.text.split()).rstrip(" ,")
    known = set(_tokens(" ".join(readers)))
    words = [
        Span(hit[0], who.start + hit.start())
        for hit in re.finditer(r"\w[\w'’-]*", who.text)
        if folded(hit[0]).rstrip(".") not in TITLES
    ]
    right = any(folded(word.text) in known for word in words)
    if not right and NOBODY.match(said):
        return Slip(line.start, line.end, "nobody", readers[0])
    names = {token for name in circle.colleagues + circle.strangers for token in _tokens(name)}
    for word in words:
        own = folded(word.text)
        if own in known or (right and own in names):
            continue
        meant = next((name for name in _words(readers) if misspelt(word.text, name)), "")
        if meant:
            return Slip(word.start, word.end, "misspelt", meant)
        if not right and own in names:
            return Slip(word.start, word.end, "other", readers[0])
    return None


def named_slips(text: str, circle: Circle) -> Iterator[Slip]:
    """People and companies of other applications named in the letter, each once."""
    body = body_of(text)
    piece = _without(text[: body.end], circle)
    said = sentences_of(Span(piece, 0))
    for name in circle.firms:
        for form in _spoken(name, circle):
            hit = _found(form, piece)
            if hit and not _in_passing(hit, said, PAST):
                yield Slip(*hit.span(), "firm", circle.house[0] if circle.house else "")
                break
    for name in circle.strangers:
        hit = _person(name, piece) or _vocative(name, piece)
        if hit and not _in_passing(hit, said, REFERS):
            yield Slip(*hit.span(), "stranger", next(iter(circle.readers), ""))
    for name in circle.colleagues:
        hit = _vocative(name, piece)
        if hit and any(circle.readers):
            yield Slip(*hit.span(), "vocative", circle.readers[0])


def _without(text: str, circle: Circle) -> str:
    """The text with every name that belongs in it blanked, and the greeting."""
    hit = HELLO.match(text, body_start(text))
    if hit:
        end = re.compile(r"[,\n!]|$").search(text, hit.end())
        stop = end.start() if end else len(text)
        text = text[: hit.start()] + "·" * (stop - hit.start()) + text[stop:]
    for name in sorted({*circle.house, *circle.readers}, key=len, reverse=True):
        if len(name) > 1:
            pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
            text = re.sub(pattern, lambda hit: "·" * len(hit[0]), text, flags=re.IGNORECASE)
    return text


def _spoken(name: str, circle: Circle) -> Iterator[str]:
    """The company's name as one may say it: whole, without its legal form, without its trade."""
    own = {
        token
        for each in (*circle.house, *circle.readers, *circle.colleagues)
        for token in _tokens(each)
    }
    yield name
    words = name.split()
    key = company_key(name).replace("-", " ").split()
    short = words[: max(1, len(key))] if len(key) < len(words) else words
    if len(short) < len(words) and (len(short) > 1 or folded(short[0]) not in own):
        yield " ".join(short).rstrip(",&")
    if len(short) > 1 and folded(short[-1]) in TRADES:
        rest = short[:-1]
        if len(rest) > 1 or (len(rest[0]) > 4 and folded(rest[0]) not in own):
            yield " ".join(rest)


def _found(form: str, piece: str) -> re.Match[str] | None:
    """The name, whatever its case where it has several words, else as it is written."""
    bare = form.removeprefix("The ").removeprefix("the ").strip()
    if len(bare) < 2 or bare.isdigit() or bare.casefold() not in piece.casefold():
        return None
    flags = re.IGNORECASE if " " in bare else re.NOFLAG
    pattern = re.compile(rf"(?<![\w&-]){re.escape(bare)}(?![\w-])", flags)
    for hit in pattern.finditer(piece):
        opens = re.search(r"(?:^|[.?!:]\s+|\n)\Z", piece[: hit.start()])
        if " " in bare or not (opens and bare.casefold() in COMMON):
            return hit
    return None


def _person(name: str, piece: str) -> re.Match[str] | None:
    """The full name, or a title with the surname."""
    bare = [word for word in name.split() if folded(word).rstrip(".") not in TITLES]
    if len(bare) < 2 or bare[-1] not in piece:
        return None
    surname = re.escape(bare[-1])
    titled = rf"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Frau|Herrn?)\.? (?:Dr\.? )?{surname}"
    return re.search(rf"(?<!\w)(?:{re.escape(' '.join(bare))}|{titled})(?!\w)", piece)


def _vocative(name: str, piece: str) -> re.Match[str] | None:
    """The given name where somebody is spoken to (“Thank you, Grace.”)."""
    words = [word for word in name.split() if folded(word).rstrip(".") not in TITLES]
    if not words or len(words[0]) < 2 or words[0] not in piece:
        return None
    given = re.escape(words[0])
    return re.search(rf"(?<=[a-zäöüß], ){given}(?=[.!?](?:\s|$))|(?<=you, ){given}(?=,)", piece)


def _in_passing(hit: re.Match[str], said: Iterable[Span], words: re.Pattern[str]) -> bool:
    around = " ".join(
        each.text for each in said if each.start < hit.end() and hit.start() < each.end
    )
    return bool(words.search(around)) and not re.search(
        r"\b(?:interested|join|look forward|interessiert|interesse)\b", around, re.IGNORECASE
    )


def _words(names: Iterable[str]) -> list[str]:
    return [
        word for name in names for word in name.split() if folded(word).rstrip(".") not in TITLES
    ]


def _tokens(name: str) -> list[str]:
    """Folded words of a name without titles."""
    found = (folded(word) for word in re.findall(r"\w[\w'’-]*", name))
    return [word for word in found if word not in TITLES]
