"""A quick look at the first bytes of a file, whether it may be an interview or nearly one.

Asked of every file of the vault, so it knows only what a few searches in a kilobyte can tell. Never
false for a note that `judge` takes for an interview or for nearly one; rarely true for others.
"""

import re

from mdfollow.interview.fields import ALIASES, EXPLICIT_DATE
from mdfollow.pattern import pattern

FIRST_LINES = 240
"""How many bytes behind the fields still count for a note's kind: inline tags, its title, the
beginning of fields below a frontmatter."""
PLAN_MARKS = (b"<!-- mdfollow:state ", b":MDFOLLOW_NOTE:")
"""What a note holds that mdfollow has planned before, in Markdown and in Org."""

_LOWER = bytes(range(65)) + bytes(range(97, 123)) + bytes(range(91, 256))
_LEFT_OUT = b" \t_-\"'"
_OPENINGS = (b"---", b"+++", b"\xef\xbb\xbf")


def _hints(keys: tuple[str, ...]) -> tuple[bytes, ...]:
    """The fewest of these words that every one of them contains one of."""
    short = sorted(keys, key=len)
    kept = [key for key in short if not any(key != other and other in key for other in short)]
    return tuple(key.encode() for key in kept)


def _as_key(keys: tuple[str, ...]) -> re.Pattern[bytes]:
    """One of the keys as it stands before its value, in every spelling of fields."""
    longest = sorted(keys, key=len, reverse=True)
    return re.compile(rb"(?<!\*)(?:%s)[:=.\]+]" % b"|".join(key.encode() for key in longest))


_COMPANY = _hints(ALIASES["company"])
_COMPANY_KEY = _as_key(ALIASES["company"])
_ASKED_KEY = pattern(rb"[\r\n]\?")
"""`? company` is a key in YAML, too."""
_DAY_KEY = _as_key(tuple(EXPLICIT_DATE))
_ORG_MARKS = (b"interview", b"mdfollow", b"application", b"screen")


def could_be_interview(head: bytes, ending: str = ".md") -> bool:
    """Say quickly whether a note with this beginning may be an interview or nearly one.

    `head` must reach `FIRST_LINES` bytes behind the frontmatter or page properties (for `.org`:
    to the file's end); longer does not matter.
    """
    if ending == ".org":
        return _could_be_org(head.translate(_LOWER, _LEFT_OUT))
    if not head.startswith(_OPENINGS) and b"::" not in head:
        return False
    plain = head.translate(_LOWER, _LEFT_OUT)
    if any(word in plain for word in _COMPANY) and (
        _COMPANY_KEY.search(plain) or _ASKED_KEY.search(plain)
    ):
        return True
    if b"interview" in plain and _DAY_KEY.search(plain):
        return True
    # an escape in a quoted key can spell any key
    return b"\\" in plain


def _could_be_org(plain: bytes) -> bool:
    return any(mark in plain for mark in _ORG_MARKS) and (
        any(word in plain for word in _COMPANY) or _DAY_KEY.search(plain) is not None
    )


def holds_plan(data: bytes) -> bool:
    """Say whether a note has been planned before."""
    return any(mark in data for mark in PLAN_MARKS)
