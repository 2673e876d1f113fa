"""One person, or several, in one line of text: name, role and address told apart."""

import re
import unicodedata
from functools import lru_cache

from mdfollow.interview.names import local_part
from mdfollow.interview.no_names import is_name, is_role, names_nobody
from mdfollow.interview.tables.given_names import GIVEN_NAMES
from mdfollow.interview.tables.people import (
    COURTESY,
    FAMILIES,
    PARTICLES,
    POST_NOMINALS,
    SHORT_FAMILIES,
)
from mdfollow.interview.texts import link_path, unlinked
from mdfollow.pattern import pattern
from mdfollow.record import dataclass

_MAIL = pattern(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\".]+(?:\.[^\s@<>()\[\],;:\".]+)+")
_ANGLE = pattern(r"<\s*(?:mailto:)?([^<>]*)>")
_MAILTO = pattern(r"\[([^\[\]]+)\]\(mailto:([^()\s]+)\)")
_URL = pattern(r"<?https?://[^\s<>()]+>?|\b[\w.-]+\.(?:com|org|net|io)/[^\s<>()]+")
_SCHEME = pattern(r"\b(?:mailto|tel):", re.IGNORECASE)
_PHONE = pattern(r"(?<![\d-])(?!\d{4}-\d\d-\d\d)\(?\+?\(?\d[\d\s()./-]{5,}\d\)?")
_HOURS = pattern(r"\(?\b\d{1,2}[:.]\d\d(?:\s*[-–]\s*\d{1,2}[:.]\d\d)?\s*(?:[ap]m\b)?\)?", re.I)
_BRACKET = pattern(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_NICK = pattern(r"\s\(([^\W\d_][\w.-]*)\)\s+(?=[^\W\d_])")
_SHE = r"(?:she|he|they|her|him|his|hers|them|theirs|ze|xe|sie|er)"
_PRONOUN = pattern(rf"{_SHE}(?:\s*/\s*\w+)*\Z", re.IGNORECASE)
_PRONOUNS_LAST = pattern(rf"[\s,]+{_SHE}\s*/\s*\w+(?:\s*/\s*\w+)*\Z", re.IGNORECASE)
_BORN = pattern(r"(?:née|nee|né|geb\.?|born|formerly)\b", re.IGNORECASE)
_WHERE = pattern(r"(?P<name>[^\W\d_]\S*(?: [^\W\d_]\S*)?) (?:from|in|at|of) (?P<role>.+)")
_DASH = pattern(r"\s+[–—-]+\s+|\s*[–—]\s*")
_COLON = pattern(r":\s+|:\Z")
_WIDE = str.maketrans("，、；（）", ",,;()")
"""How Chinese and Japanese write what parts a list."""
_MARKER = pattern(r"^(?:[-*+•]\s+|\d{1,2}[.)]\s+|\[[ xX]\]\s+|(?:and|&|with|w/)\s+)+")
_KEPT_FIRST, _KEPT_LAST = '[(<"“„@', ".)]>\"”’'…-"
"""Signs that may begin a name, or end one; a name's own marks (é typed as two) always stay."""
_QUOTES = frozenset("\"“„«'‘")
_QUOTED = pattern(r"^[\"“„«'‘]([^\"“”„«»]+)[\"”“»'’]$")
_PARTED = pattern(r"\s+(?:and|&|/|\+|w/|with|plus|und|et)\s+|\s*;\s*|\n|(?<=\w)/(?=[A-Z])")
_JOINING = frozenset({"and", "&", "/", "+", "w/", "with", "plus", "und", "et"})
"""The words of `_PARTED`."""
_OTHERS = pattern(r",?\s+et\.? al\.?\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Naming:
    """What one text says of one person. `bad_address` stands in angle brackets and is none.

    `linked` is the path of the note a link points at; `unnamed` the text that names nobody.
    """

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    linked: str = ""
    bad_address: str = ""
    unnamed: str = ""

    @property
    def nobody(self) -> bool:
        """Neither a name nor an address."""
        return not self.email and not self.name


@lru_cache(maxsize=4096)
def read_naming(text: str) -> Naming:
    """Read `Name <mail>`, `Name (role)`, `Name – role`, `Name: role`, `Name, role` or a link.

    Post-nominals stay with the name (`Paul Wren, PhD`), pronouns and times are left out, `Lind,
    Mara` is Mara Lind. With an address alone, the name comes from it: `dana.kim@…` is Dana Kim,
    `dkim@…` stays the address.
    """
    if ":" in text or "/" in text:
        text = _SCHEME.sub("", _URL.sub("", _MAILTO.sub(r"\1 <\2>", text)))
    angle = _ANGLE.search(text) if "<" in text else None
    mail = _MAIL.search(text) if "@" in text and not angle else None
    address, bad = mail[0] if mail else "", ""
    if angle:
        address = read_address(angle[1])
        bad = "" if address else angle[1].strip()
    if angle or mail:
        text = text.replace((angle or mail or [""])[0], " ")
    linked = link_path(text)
    text, phone = _without_numbers(unlinked(text))
    name, role = _name_and_role(_bare(text))
    if name and (apart := _apart(name)):
        name, role = apart[0], ", ".join(filter(None, (apart[1], role)))
    if name and names_nobody(name):
        # "Recruiter: Sam Roe"
        name, role = (role, name) if is_role(name) and is_name(role) else ("", role)
    unnamed = "" if name else " ".join(text.split())
    if not name and address:
        name = name_from(address)
    return Naming(name, role, address, phone, linked if name else "", bad, unnamed)


def _apart(text: str) -> tuple[str, str] | None:
    """Name and role where only words part them: `Sam from HR`, `recruiter Sam`."""
    where = _WHERE.fullmatch(text)
    if where and where["name"].split()[0].lower() in GIVEN_NAMES and where["name"][0].isupper():
        return where["name"], where["role"]
    words = text.split()
    for count in range(1, min(4, len(words))):
        before, name = " ".join(words[:count]), words[count:]
        if name[0].lower() in GIVEN_NAMES and name[0][0].isupper():
            return (" ".join(name), before) if _is_job(before) else None
    return None


def _is_job(text: str) -> bool:
    """`recruiter`, `hiring manager`; `Chef` before a name is a title and stays."""
    return is_role(text) and names_nobody(text) and text.lower() not in COURTESY


def read_address(text: str) -> str:
    """The one e-mail address a text is, or the empty text."""
    found = _MAIL.fullmatch(text.strip().removeprefix("mailto:"))
    return found[0] if found else ""


def name_from(address: str) -> str:
    """A name out of an address where it spells one, else the address."""
    parts = re.split(r"[._-]+", local_part(address))
    if len(parts) > 1 and all(part.isalpha() and len(part) > 1 for part in parts):
        name = " ".join(part.capitalize() for part in parts)
        return address if names_nobody(name) else name
    return address


def parted(text: str) -> list[str]:
    """One text with several people: at `;` or line ends if there is one, else `,` and "and"."""
    text = _OTHERS.sub("", _bare(text.translate(_WIDE)))
    parts = _split(text, r"\s*[;\n]\s*")
    if len(parts) > 1 or ";" in text:
        bare = (_MARKER.sub("", part) for part in parts)
        return [one for part in bare for one in (in_two(part) if "," not in part else [part])]
    joined: list[str] = []
    for part in _split(text, r"\s*,\s*"):
        if joined and (_is_title(part) or is_role(_BRACKET.sub(" ", part).strip())):
            joined[-1] += f", {part}"
            continue
        joined += in_two(_MARKER.sub("", part))
    if len(joined) == 2 and family_first(*joined):
        return [", ".join(joined)]
    return _in_pairs(joined)


def _in_pairs(parts: list[str]) -> list[str]:
    """`Lind, Mara, Okoro, Tom`: two people, where every second word is a given name for sure."""
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    sure = all(
        " " not in one + two and one.lower() not in GIVEN_NAMES and two.lower() in GIVEN_NAMES
        for one, two in pairs
    )
    if len(parts) < 4 or len(parts) % 2 or not sure:
        return parts
    return [f"{two} {one}" for one, two in pairs]


def family_first(first: str, last: str) -> bool:
    """Whether `first, last` is one person (Lind, Mara) and not two (Dana, Sam)."""
    bare = _BRACKET.sub(" ", last).split(",")[0].strip()
    words, given = first.split(), bare.split()
    if not given or len(given) > 2 or "@" in first + bare or not bare[:1].isalpha():
        return False
    if _BRACKET.search(first) or is_role(bare) or names_nobody(bare) or names_nobody(first):
        return False
    known = words[0].lower() in GIVEN_NAMES - SHORT_FAMILIES - FAMILIES
    if len(words) > 1 and words[0].lower() not in PARTICLES:
        # two words may be anybody's whole name
        return not known and len(words) == 2 and len(given) == 1 and given[0].lower() in GIVEN_NAMES
    return not known and words[0].lower().strip(".") not in COURTESY


def in_two(text: str) -> list[str]:
    """A text with "and" between what looks like names, parted there; else the text itself."""
    if _JOINING.isdisjoint(text.split()) and not any(map(text.__contains__, ";/\n")):
        return [text]  # most names: told without the dear expression
    if not _PARTED.search(text) or "://" in text:
        return [text]
    parts = _split(text, _PARTED.pattern)
    told = parts and is_name(parts[0]) and all(is_name(p) or names_nobody(p) for p in parts)
    return parts if told else [text]


def several(text: str) -> list[str]:
    """One item of a list: whole names parted by commas are people, anything else is one."""
    parts = _split(text, r"\s*,\s*")
    whole = [p for p in parts if is_name(p) and p.split()[0].lower() in GIVEN_NAMES and " " in p]
    return parts if len(parts) > 1 and whole == parts else [text]


def _is_title(text: str) -> bool:
    return text.replace(".", "").strip().lower() in POST_NOMINALS


def _bare(text: str) -> str:
    """The text without list marks, emoji, the quotes around it and pronouns behind it."""
    text = _MARKER.sub("", text.strip())
    while text and not _of_word(text[0]) and text[0] not in _KEPT_FIRST:
        text = text[1:].lstrip()
    while text and not _of_word(text[-1]) and text[-1] not in _KEPT_LAST:
        text = text[:-1].rstrip()
    quoted = _QUOTED.match(text) if text[:1] in _QUOTES else None
    text = quoted[1].strip() if quoted else text
    return _PRONOUNS_LAST.sub("", text) if "/" in text else text


def _of_word(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M"


def _without_numbers(text: str) -> tuple[str, str]:
    """The text without hours and a telephone number, and the number."""
    if not any(map(str.isdigit, text)):
        return text, ""
    text = _HOURS.sub(" ", text)
    phone = _PHONE.search(text)
    return (text.replace(phone[0], " "), phone[0].strip(" (")) if phone else (text, "")


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
    text = _NICK.sub(" ", text) if "(" in text else text
    roles = [found.strip() for found in _BRACKET.findall(text)] if set("([") & set(text) else []
    name = (_BRACKET.sub(" ", text) if roles else text).strip(" ,;")
    if not name and roles and is_name(roles[0]):
        name = roles.pop(0)  # "sam@acme.example (Sam Roe)"
    title = next((role for role in roles if role.lower().strip(".") in COURTESY), "")
    roles = [role for role in roles if role != title and any(map(str.isalnum, role))]
    role = ", ".join(r for r in roles if not _PRONOUN.match(r) and not _BORN.match(r))
    for mark in (_DASH, _COLON):
        found = mark.search(name)
        if found:
            role = ", ".join(filter(None, (name[found.end() :].strip(), role)))
            name = name[: found.start()]
    pieces = [piece.strip() for piece in name.split(",")]
    name, rest = pieces[0], pieces[1:]
    if rest and family_first(name, rest[0]):
        name = f"{rest.pop(0)} {name}"
    while rest and _is_title(rest[0]):
        name += f", {rest.pop(0)}"
    role = ", ".join([*filter(None, rest), *([role] if role else [])])
    name = _bare(name.strip().lstrip("@#"))
    return f"{title} {name}".strip() if name else "", role
