"""One person, or several, in one line of text: name, role and address told apart."""

import re

from mdfollow.interview.names import local_part
from mdfollow.interview.tables.people import POST_NOMINALS
from mdfollow.interview.texts import unlinked
from mdfollow.pattern import pattern
from mdfollow.record import dataclass

NOBODY = frozenset(
    {
        *("", "tbd", "tba", "tbc", "?", "??", "unknown", "n/a", "na", "none", "nobody", "-", "–"),
        *("me", "i", "myself", "null", "~", "true", "false", "yes", "no", "not sure", "various"),
        *("several", "team", "the team"),
    }
)
"""What is written where a name should be and names nobody."""

_MAIL = pattern(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\".]+(?:\.[^\s@<>()\[\],;:\".]+)+")
_ANGLE = pattern(r"<\s*(?:mailto:)?([^<>]*)>")
_MAILTO = pattern(r"\[([^\[\]]+)\]\(mailto:([^()\s]+)\)")
_URL = pattern(r"<?https?://[^\s<>()]+>?")
_BRACKET = pattern(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_PRONOUN = pattern(r"(?:she|he|they|her|him|his|hers|them|theirs|ze|xe)(?:\s*/\s*\w+)*\Z", re.I)
_DASH = pattern(r"\s+[–—-]+\s+|\s*[–—]\s*")
_COLON = pattern(r":\s+|:\Z")
_WIDE = str.maketrans("，、；（）", ",,;()")
"""How Chinese and Japanese write what parts a list."""
_MARKER = pattern(r"^(?:[-*+•]\s+|(?:and|&)\s+)")
_ROLE = pattern(
    r"manager|engineer|developer|recruit|director|\blead\b|\bhead\b|\bs?vp\b|\bc[etfo]o\b|chief"
    r"|\bhr\b|talent|president|founder|analyst|designer|scientist|architect|\bpeer\b|colleague"
    r"|partner|\bteam\b|officer|specialist|coordinator|consultant|principal|\bsenior\b|\bstaff\b"
    r"|executive|\bowner\b|administrator|associate|professor|advisor|supervisor|sourcer|\bhm\b"
    r"|\bproduct\b|human resources|engineering|\bscience\b|operations|marketing|\bsales\b|finance"
    r"|\blegal\b|\bresearch\b|security|infrastructure|software|\bdata\b|department|analytics"
    r"|\bintern\b|accounting|attorney|\bcounsel\b"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """What one text says of one person. `bad_address` stands in angle brackets and is none."""

    name: str = ""
    role: str = ""
    email: str = ""
    bad_address: str = ""

    @property
    def nobody(self) -> bool:
        """Neither a name nor an address."""
        return not self.email and self.name.lower() in NOBODY


def read_naming(text: str) -> Naming:
    """Read `Name <mail>`, `Name (role)`, `Name – role`, `Name: role`, `Name, role` or a link.

    Post-nominals stay with the name (`Paul Wren, PhD`), pronouns in brackets are left out. With
    an address alone, the name comes from it: `dana.kim@…` is Dana Kim, `dkim@…` stays `dkim`.
    """
    if ":" in text:
        text = _URL.sub("", _MAILTO.sub(r"\1 <\2>", text))
    angle = _ANGLE.search(text) if "<" in text else None
    mail = _MAIL.search(text) if "@" in text and not angle else None
    address, bad = mail[0] if mail else "", ""
    if angle:
        address = read_address(angle[1])
        bad = "" if address else angle[1].strip()
    if angle or mail:
        text = text.replace((angle or mail or [""])[0], " ")
    name, role = _name_and_role(unlinked(text))
    if name.lower() in NOBODY and address:
        name = name_from(address)
    return Naming(name, role, address, bad)


def read_address(text: str) -> str:
    """The one e-mail address a text is, or the empty text."""
    found = _MAIL.fullmatch(text.strip().removeprefix("mailto:"))
    return found[0] if found else ""


def name_from(address: str) -> str:
    """A name out of an address, for people who are known by it alone."""
    local = local_part(address)
    parts = re.split(r"[._-]+", local)
    if len(parts) > 1 and all(part.isalpha() and len(part) > 1 for part in parts):
        return " ".join(part.capitalize() for part in parts)
    return local


def parted(text: str) -> list[str]:
    """One text with several people: at `;` or line ends if there is one, else `,` and "and"."""
    text = text.translate(_WIDE)
    parts = _split(text, r"\s*[;\n]\s*")
    if len(parts) > 1 or ";" in text:
        return [_MARKER.sub("", part) for part in parts]
    joined: list[str] = []
    for part in _split(text, r"\s*,\s*"):
        if joined and (_is_title(part) or _is_role(part)):
            joined[-1] += f", {part}"
            continue
        joined += in_two(_MARKER.sub("", part))
    return joined


def in_two(text: str) -> list[str]:
    """A text with "and" between what looks like names, parted there; else the text itself."""
    parts = _split(text, r"\s+(?:and|&|/|\+)\s+|\s*;\s*|\n")
    return parts if all(_is_name(part) for part in parts) else [text]


def _is_name(text: str) -> bool:
    bare = re.sub(r"[<(\[]+.*?[>)\]]+", "", text)
    return not _ROLE.search(bare.lower()) and len(bare.split()) <= 4


def _is_title(text: str) -> bool:
    return text.replace(".", "").strip().lower() in POST_NOMINALS


def _is_role(text: str) -> bool:
    plain = _BRACKET.sub(" ", text).strip().lower()
    return bool(_ROLE.search(plain)) and "@" not in text


def _split(text: str, at: str) -> list[str]:
    """The text parted at a pattern, but not inside brackets."""
    cut = re.compile(at)
    if not cut.search(text):
        return [text.strip()] if text.strip() else []
    parts, depth, begin, place = [], 0, 0, 0
    while place < len(text):
        depth += (text[place] in "([<") - (text[place] in ")]>")
        found = cut.match(text, place) if depth <= 0 else None
        if found and found.end() > place:
            parts.append(text[begin:place])
            begin = place = found.end()
            continue
        place += 1
    return [part.strip() for part in [*parts, text[begin:]] if part.strip()]


def _name_and_role(text: str) -> tuple[str, str]:
    roles = [found.strip() for found in _BRACKET.findall(text)] if set("([") & set(text) else []
    name = (_BRACKET.sub(" ", text) if roles else text).strip(" ,;")
    role = ", ".join(r for r in roles if r and not _PRONOUN.match(r))
    for mark in (_DASH, _COLON):
        found = mark.search(name)
        if found:
            role = ", ".join(filter(None, (name[found.end() :].strip(), role)))
            name = name[: found.start()]
    pieces = [piece.strip() for piece in name.split(",")]
    name, rest = pieces[0], pieces[1:]
    while rest and _is_title(rest[0]):
        name += f", {rest.pop(0)}"
    role = ", ".join([*filter(None, rest), *([role] if role else [])])
    return name.strip().lstrip("@#").strip(), role
