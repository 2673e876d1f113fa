"""How a careful person writes somebody's name in a greeting."""

import re

from mdfollow.etiquette.letters.lexicon import vocabulary

COURTESY = vocabulary("mr mrs ms mx miss dr prof professor rev judge capt col gen maj sgt")
"""Titles that go with the surname: Dr. Kim."""
HONOUR = vocabulary("sir dame lady lord sister brother father")
"""Titles that go with the given name: Dame Maggie."""
AFTER = vocabulary("phd md mba msc ma ba bsc jr sr ii iii iv cpa esq pmp pe rn do dds llm jd")
"""What follows a name and is no part of it, dots left out."""
PARTICLES = vocabulary("van von de der den del della di da dos la le du bin ibn al el ter ten zu")
MAILBOXES = vocabulary("info jobs hr talent careers hello contact recruiting hiring team")
FAMILIES = vocabulary("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương")
WHOLE = r"[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff]"
"""Scripts in which a greeting takes the name as written (the given name does not come first)."""


def called(name: str, *, formal: bool = False) -> str:
    """The name after "Dear": "Dana", "Dr. Kim", "J. Kim"; empty when none can be told.

    `formal` keeps given name and surname ("Dana Kim"). A name in a script that puts the family
    first, a single name and a name of initials stay whole.
    """
    words = _words(name)
    if not words:
        return ""
    first = _bare(words[0])
    if first in COURTESY | HONOUR and len(words) == 1:
        return ""
    if first in COURTESY:
        return f"{words[0]} {' '.join(_surname(words[1:]))}"
    if first in HONOUR:
        return f"{words[0]} {words[1]}"
    words = _given_first([_raised(word, words) for word in words])
    if formal or _family_first(name, words[0]) or _initial(words[0]) or words[0] in PARTICLES:
        return " ".join(words)
    return words[0]


def _family_first(name: str, first: str) -> bool:
    """Whether the family's name stands first, as far as script and spelling tell."""
    return bool(re.search(WHOLE, name)) or first.casefold() in FAMILIES


def _words(name: str) -> list[str]:
    """The parts of the name proper: brackets, post-nominals and "Kim, Dana" resolved."""
    name = re.sub(r"[\[\]{}<>|`*_#]|\([^()]*/[^()]*\)", " ", name)
    if "@" in name:
        return _mailbox(name)
    nick = re.search(r"[\"“(]\s*(\w[\w.-]*)\s*[\"”)]", name)
    if nick:
        return [nick[1], *name[nick.end() :].split()]
    head, *tail = (
        [word for word in part.split() if any(char.isalpha() for char in word)]
        for part in name.split(",")
    )
    tail = [part for part in tail if part and not all(_bare(word) in AFTER for word in part)]
    words = [*tail[0], *head] if tail else head
    while len(words) > 1 and _bare(words[-1]) in AFTER and words[-1] != words[-1].lower():
        words = words[:-1]
    return words


def _mailbox(address: str) -> list[str]:
    """`dana.kim@acme.example` gives a name, `dkim@…` and `jobs@…` do not."""
    parts = re.split(r"[._-]", address.split("@")[0].strip())
    clear = len(parts) == 2 and all(part.isalpha() and len(part) > 1 for part in parts)
    if not clear or any(part.casefold() in MAILBOXES for part in parts):
        return []
    return [part.title() for part in parts]


def _surname(words: list[str]) -> list[str]:
    """The last word with the particles before it."""
    start = len(words) - 1
    while start > 0 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return words[start:]


def _raised(word: str, words: list[str]) -> str:
    """A name typed all small or all large gets its capital; anything else stays."""
    whole = "".join(words)
    loud = whole.isupper() and len(whole) > 2
    if loud and word.casefold() in PARTICLES:
        return word.lower()
    if (whole.islower() or loud) and word not in PARTICLES and not _initial(word):
        return "-".join(part.capitalize() for part in word.split("-"))
    return word


def _given_first(words: list[str]) -> list[str]:
    """`KIM Dana`: the one word in capitals is the family's name."""
    loud = [word for word in words if len(word) > 2 and word.isupper() and not _initial(word)]
    if len(words) > 1 and loud == words[:1]:
        return [*words[1:], words[0].capitalize()]
    return words


def _initial(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) == 1 or ("." in word and letters.isupper() and len(letters) < 4)


def _bare(word: str) -> str:
    return word.casefold().replace(".", "")
