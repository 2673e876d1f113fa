"""A quick look at the first bytes of a file, whether it may be an interview or nearly one.

Asked of every file of the vault, so it knows only what a few searches in a kilobyte can tell. Never
false for a note that `judge` takes for an interview or for nearly one; rarely true for others.
"""

from mdfollow.interview.fields import ALIASES, EXPLICIT_DATE
from mdfollow.pattern import pattern

FIRST_LINES = 240
"""How many bytes behind the fields still count for a note's kind: inline tags, its title, the
beginning of fields below a frontmatter."""
PLAN_MARKS = (b"<!-- mdfollow:state ", b":MDFOLLOW_NOTE:")
"""What a note holds that mdfollow has planned before, in Markdown and in Org."""

_LOWER = bytes(range(65)) + bytes(range(97, 123)) + bytes(range(91, 256))
_LEFT_OUT = b" \t_-\"'"
_BOM = b"\xef\xbb\xbf"
_OPENINGS = (b"---", b"+++")


_COMPANY = tuple(alias.encode() for alias in ALIASES["company"])
_COMPANY_KEYS = tuple(alias + b":" for alias in _COMPANY)
_TOML_COMPANY = pattern(rb"(?:%s)[=.\]]|\\" % b"|".join(_COMPANY))
_DAY_KEY = pattern(rb"(?:%s)[:=.\]+]" % b"|".join(key.encode() for key in sorted(EXPLICIT_DATE)))
_BOLD_COMPANY = pattern(rb"\*\*(?:%s)(?::\*\*|\*\*:)" % b"|".join(_COMPANY))
_ORG_MARKS = (b"interview", b"mdfollow", b"application", b"screen")
_ENDS = (b"\n", b"\r", b" ", b"\t", b"")


def could_be_interview(head: bytes, ending: str = ".md") -> bool:
    """Say quickly whether a note with this beginning may be an interview or nearly one.

    `head` must reach `FIRST_LINES` bytes behind the frontmatter or page properties (for `.org`:
    to the file's end); longer does not matter.
    """
    if ending == ".org":
        return _could_be_org(head.translate(_LOWER, _LEFT_OUT))
    if head.startswith(_BOM):
        head = head[len(_BOM) :]
    if head.startswith(_OPENINGS):
        head = _fields(head)
    elif b"::" not in head:
        return b"**" in head and _BOLD_COMPANY.search(head.translate(_LOWER, _LEFT_OUT)) is not None
    plain = head.translate(_LOWER, _LEFT_OUT)
    for key in _COMPANY_KEYS:
        if key in plain:
            return True
    if b"interview" in plain and _DAY_KEY.search(plain):
        return True
    if head.startswith(b"+++"):
        return _TOML_COMPANY.search(plain) is not None
    # An escape in a quoted key can spell any key; `? company` is one, too.
    return b"\\" in plain or b"\n?" in plain or b"\r?" in plain


def _fields(head: bytes) -> bytes:
    """The frontmatter alone where no fields can stand below it: her text is no key of hers."""
    end = head.find(b"\n" + head[:3], 3)
    if end < 0 or head[end + 4 : end + 5] not in _ENDS or b"::" in head:
        return head
    return head[: end + 4]


def _could_be_org(plain: bytes) -> bool:
    return any(mark in plain for mark in _ORG_MARKS) and (
        any(word in plain for word in _COMPANY) or _DAY_KEY.search(plain) is not None
    )


def holds_plan(data: bytes) -> bool:
    """Say whether a note has been planned before."""
    markdown, org = PLAN_MARKS
    return markdown in data or org in data
