"""A name parsed once: given name, family name, title, and the whole where the parts are in doubt.

A greeting with the wrong half of a name is worse than one with all of it, so a part is told only
where script, spelling and number of words leave no doubt.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from mdfollow.interview.tables.given_names import GIVEN_NAMES
from mdfollow.interview.tables.people import (
    COURTESY,
    FAMILIES,
    GENERATIONS,
    HALF_NAMES,
    HONOURS,
    MAILBOXES,
    PARTICLES,
    POST_NOMINALS,
    SECOND_HALVES,
    SHORT_FAMILIES,
    SYLLABLES,
    TITLE_TAILS,
    TITLE_WORDS_KEPT,
    WHOLE_SCRIPTS,
)
from mdfollow.pattern import pattern

_TITLE_OR_NAME = frozenset({"m", "ing", "mag", "gen", "col", "lt", "major"})
_WITH_FATHER = frozenset({"ibn", "abu", "umm", "bint"})
_CYRILLIC_FAMILY = pattern(r"(?:ов|ев|ёв|ин|ын|кий|ова|ева|ина|ская|цкая|ко|ук|юк|ян)\Z")


class PersonName(NamedTuple):
    """The parts of a name; a part in doubt is empty.

    `title` is the one to greet with, as typed ("Dr."). `whole` has neither title nor
    post-nominals and is empty only where there is no name at all.
    """

    given: str = ""
    family: str = ""
    title: str = ""
    whole: str = ""

    def greeting(self, *, formal: bool = False) -> str:
        """What stands after "Dear": "Dana", "Dr. Kim", in doubt the whole name; else empty."""
        if not self.whole:
            return ""
        if _bare(self.title) in HONOURS:
            return f"{self.title} {self.given or self.whole}"
        if self.title:
            return f"{self.title} {self.family or self.whole}"
        return self.whole if formal else self.given or self.whole


@lru_cache(maxsize=4096)
def person_name(text: str) -> PersonName:
    """The parts of a name as typed: pronouns, nicknames and "Kim, Dana" resolved."""
    words, given_first = _words(text)
    title = ""
    while words and _bare(words[0]) in COURTESY | HONOURS and not _is_name_after_all(words):
        kept = not title or _bare(title) in TITLE_WORDS_KEPT
        # typed in a hurry, all small: "dr anna roth" is greeted as Dr Roth
        word = words[0].capitalize() if text.islower() else words[0]
        title = f"{title} {word}".strip() if kept else title
        words = words[1:]
        while len(words) > 1 and _bare(words[0]) in TITLE_TAILS:
            words = words[1:]
    if not words:
        return PersonName()
    words, given_first = _given_first(words, given_first)
    words = [_raised(word, words) for word in words]
    whole = " ".join(words)
    if title and len(words) == 1:
        part = "" if _bare(title) in HONOURS else whole
        return PersonName("" if part else whole, part, title, whole)
    if _in_doubt(words, given_first, text):
        return PersonName("", "", title, whole)
    return PersonName(words[0], " ".join(words[_family_from(words) :]), title, whole)


def _is_name_after_all(words: list[str]) -> bool:
    """`M Night`, `Ing Wei`: letters that are a title only with a dot or before two names."""
    return _bare(words[0]) in _TITLE_OR_NAME and "." not in words[0]


def _words(name: str) -> tuple[list[str], bool]:
    """The words of the name proper, and whether it is known that the given name is first."""
    name = re.sub(r"[\[\]{}<>|`*_#]|\([^()]*/[^()]*\)", " ", name)
    if "@" in name:
        return _mailbox(name), True
    nick = re.search(r"[\"“„(]\s*(\w[\w.-]*)\s*[\"”“)]|\s['‘](\w+)['’]\s", name)
    if nick:
        return [nick[1] or nick[2], *_without_post_nominals(name[nick.end() :].split())], True
    head, *tail = (
        [word for word in part.split() if any(char.isalpha() for char in word)]
        for part in name.split(",")
    )
    tail = [part for part in tail if part and not all(_bare(w) in POST_NOMINALS for w in part)]
    if tail:
        return [*tail[0], *_without_post_nominals(head)], True
    return _without_post_nominals(head), False


def _without_post_nominals(words: list[str]) -> list[str]:
    """Without what follows a name. `Jack Ma` is one: only capitals or a dot make letters of it."""
    while len(words) > 1 and _bare(words[-1]) in POST_NOMINALS:
        last = words[-1]
        telling = last[1:] != last[1:].lower() or "." in last or _bare(last) in GENERATIONS
        if not telling or last == last.lower():
            break
        words = words[:-1]
    return words


def _mailbox(address: str) -> list[str]:
    """`dana.kim@acme.example` gives a name, `dkim@…` and `jobs@…` do not."""
    parts = re.split(r"[._-]", address.split("@")[0].strip())
    clear = len(parts) == 2 and all(part.isalpha() and len(part) > 1 for part in parts)
    if not clear or any(part.casefold() in MAILBOXES for part in parts):
        return []
    return [part.title() for part in parts]


def _given_first(words: list[str], known: bool) -> tuple[list[str], bool]:
    """`KIM Dana`, `Dana KIM`: the words in capitals are the family's name."""
    loud = [word for word in words if len(word) > 2 and word.isupper() and not _initial(word)]
    if not loud or len(loud) == len(words):
        return words, known
    if words[: len(loud)] == loud:
        return [*words[len(loud) :], *(word.capitalize() for word in loud)], True
    if words[-len(loud) :] == loud:
        return [*words[: -len(loud)], *(word.capitalize() for word in loud)], True
    return words, known


def _in_doubt(words: list[str], given_first: bool, text: str) -> bool:
    """Whether nobody can say for sure which of the words is the given name."""
    first = words[0].casefold()
    whole = not text.isascii() and re.search(WHOLE_SCRIPTS, text)  # 4 ms to compile
    if whole or len(words) == 1:
        return True
    if _initial(words[0]) or _is_particle(words):
        return True
    if given_first:
        return False
    if len(words) == 2 and first in _TITLE_OR_NAME and len(first) > 3:
        return True  # Major Rich: a rank, or what his parents called him
    if first in FAMILIES or first in _WITH_FATHER or _CYRILLIC_FAMILY.search(first):
        return True
    if len(words) == 2 and first not in GIVEN_NAMES and words[1].casefold() in GIVEN_NAMES:
        return True  # Lind Mara, or a rare given name before a family's that is one, too
    if first in SHORT_FAMILIES and all(_sounds_eastern(word) for word in words[1:]):
        return True
    if first in HALF_NAMES and words[1].casefold() in SECOND_HALVES:
        return True
    # of three names nobody knows whether the middle one is given or the family's
    middle = words[1 : _family_from(words)]
    return any(not _initial(word) for word in middle)


def _is_particle(words: list[str]) -> bool:
    """`van der Berg` has no given name; `Di Day` is a name."""
    return words[0] in PARTICLES and words[0] == words[0].lower()


def _family_from(words: list[str]) -> int:
    """Where the family's name begins: the last word with the particles before it."""
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return start


@cache
def _syllables() -> re.Pattern[str]:
    return re.compile(rf"{SYLLABLES}(?:-{SYLLABLES})?", re.IGNORECASE)


def _sounds_eastern(word: str) -> bool:
    return bool(_syllables().fullmatch(word))


def _raised(word: str, words: list[str]) -> str:
    """A name typed all small or all large gets its capital; anything else stays."""
    whole = "".join(words)
    loud = whole.isupper() and len(whole) > 2
    if loud and word.casefold() in PARTICLES:
        return word.lower()
    if (whole.islower() or loud) and word not in PARTICLES and not _initial(word):
        return "-".join(part.capitalize() for part in word.split("-"))
    return word


def _initial(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) == 1 or ("." in word and letters.isupper() and len(letters) < 4)


def _bare(word: str) -> str:
    return word.casefold().replace(".", "")
