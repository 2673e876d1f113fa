"""What stands where a name should be and names nobody: a panel, a team, a job, a link, a number."""

import re

from mdfollow.interview.tables.given_names import GIVEN_NAMES
from mdfollow.interview.tables.people import (
    BEGIN_NO_NAME,
    COURTESY,
    GROUPS,
    JOBS,
    JOINING_WORDS,
    KINDS_OF_GROUP,
    NOBODY,
    PARTICLES,
    WITHIN_NO_NAME,
)
from mdfollow.pattern import pattern

_LINK = pattern(
    r"https?://|www\.|\w\.(?:com|org|net|io|us)/|^[\w-]+\.(?:com|org|net|io|example|de|co|uk|eu)\Z",
    re.IGNORECASE,
)
_DEPARTMENT = pattern(r".{3,}(?:abteilung|leitung|team)\Z")
_BRACKETS = pattern(r"[<(\[]+.*?[>)\]]+")
LONGEST_NAME = 300
"""Characters of a name with all that may stand beside it in brackets."""
_OF_WORK = JOBS | GROUPS | KINDS_OF_GROUP
_BEGIN_NAME = GIVEN_NAMES | COURTESY
_BESIDE_NAME = COURTESY | PARTICLES


def names_nobody(text: str) -> bool:
    """Whether a text (links, roles and addresses taken off) is no person's name.

    In doubt it is none: a thank-you to whoever it was embarrasses nobody.
    """
    plain = " ".join(text.split()).strip(" .,:;!?")
    words = [word for word in plain.split() if not any(map(str.isdigit, word))]
    lowered = [word.lower().strip(".,:;()") for word in words]
    folded = " ".join(lowered).replace(".", "")
    if not any(char.isalpha() for char in plain) or folded in NOBODY or _LINK.search(plain):
        return True
    if not words or plain[0].isdigit():
        return True
    return _describes(words, lowered) or _is_group(words, lowered) or _is_job(lowered)


def is_role(text: str) -> bool:
    """Whether a text tells what somebody does: it has a job's word and begins with no name."""
    lowered = [word.strip(".,:;()").lower() for word in re.split(r"[\s/-]+", text)]
    if "@" in text or not lowered or lowered[0] in _BEGIN_NAME:
        return False
    return any(word in _OF_WORK or word.startswith("recruit") for word in lowered)


def is_name(text: str) -> bool:
    """Whether a text looks like one person's name, brackets aside."""
    if len(text) > LONGEST_NAME:
        return False  # brackets without end would be looked at again from each of them
    bare = " ".join(_BRACKETS.sub("", text).split())
    words = [word for word in bare.split() if word.lower().strip(".") not in _BESIDE_NAME]
    return 0 < len(words) <= 4 and not is_role(bare) and not names_nobody(bare)


def _describes(words: list[str], lowered: list[str]) -> bool:
    """`tall guy with beard`, `someone from finance`, `forgot her name`."""
    if len(words) > 1 and lowered[0] in BEGIN_NO_NAME:
        # "A Banks" and "No Min-su" are names; words in small letters are none
        return words[0].islower() or words[1].islower() or len(lowered[0]) > 3
    if any(word in WITHIN_NO_NAME for word in words[1:]):
        return True
    small = all(word.islower() for word in words)
    known = any(word in GIVEN_NAMES or word in PARTICLES for word in lowered)
    return small and len(words) > 2 and not known


def _is_group(words: list[str], lowered: list[str]) -> bool:
    """`Platform team`, `Hiring Panel`; but `Mark Team` and `Art Panel` are people."""
    if _DEPARTMENT.match(lowered[-1]) and lowered[-1] not in GIVEN_NAMES:
        return True
    if lowered[-1] not in GROUPS:
        return False
    return words[-1].islower() or len(words) == 1 or lowered[0] not in GIVEN_NAMES


def _is_job(lowered: list[str]) -> bool:
    """`head chef`, `VP Engineering`, `Creative Director`."""
    if all(
        word in _OF_WORK or word in JOINING_WORDS or word.startswith("recruit") for word in lowered
    ):
        return True
    return len(lowered) > 1 and lowered[-1] in JOBS and lowered[0] not in _BEGIN_NAME
