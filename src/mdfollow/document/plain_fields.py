"""Frontmatter of plain lines alone, read without the YAML library: its import is a sixth of a run.

Plain are `key: value` with at most quotes without a backslash, a key with `- item` lines under
it, `[a, b]`, and comments. All else is YAML's: this reader says None then, and never anything that
YAML does not say of the same text, places included (ADR 0330).
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from mdfollow.document.frontmatter import lines
from mdfollow.pattern import pattern
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

if TYPE_CHECKING:
    import re

MOST = 600
"""Lines and commas; more of them are left to YAML, whose reader counts what it is given."""

_WORDS = r"[\w(+/][^\t#:]*(?:(?:(?<=\S)#|:(?=\S))[^\t#:]*)*"
_LISTED = r"[^\W_][\w ()+./@<>&'-]*"
_LINE = pattern(
    r"(?:(?P<key>\w[\w-]*(?: [\w-]+)*):|(?P<dash> *-))"
    rf"(?: +(?:(?P<words>{_WORDS})|\"(?P<double>[^\"\\\t]*)\"|'(?P<single>[^'\t]*)'"
    rf"|(?P<list>\[ *(?:{_LISTED}(?:, *{_LISTED})*)?\])))?"
    r"(?: *| +#[^\t]*)"
    r"| *|#[^\t]*"
)
_ONE = pattern(_LISTED)
_place = lru_cache(maxsize=4096)(Place)
"""Most notes have their fields at the same places."""


def read_plain(text: str, line: int) -> Mapping | None:
    """The fields of `text`, whose first line is number `line` of the note; None: ask YAML."""
    rows = lines(text)
    if len(rows) + text.count(",") > MOST:
        return None
    fields: dict[str, tuple[Scalar, Value]] = {}
    lists: dict[str, tuple[list[Scalar], Place]] = {}
    items: list[Scalar] = []
    name, dash = "", ""
    for number, row in enumerate(rows, line):
        found = _LINE.fullmatch(row)
        if found is None:
            return None
        key, own_dash, words = found.group(1, 2, 3)
        if not (key or own_dash):
            continue
        at = _place(number, found.start(3) + 1)
        value = Scalar(words.rstrip(" "), at) if words else _value(found, number)
        if key:
            if key in fields:
                return None
            fields[key] = _key(key, number), value
            name, dash = ("" if found.lastgroup != "key" else key), ""
        else:
            fits = name and dash in ("", own_dash) and found.lastgroup != "dash"
            if not fits or not isinstance(value, Scalar):
                return None
            if not dash:
                items, dash = [], own_dash
                lists[name] = items, _place(number, len(dash))
            items.append(value)
    for name, (items, place) in lists.items():
        fields[name] = fields[name][0], Sequence(tuple(items), place)
    first = next(iter(fields.values()), None)
    return Mapping(tuple(fields.values()), first[0].place if first else Place(line, 1))


@lru_cache(maxsize=1024)
def _key(text: str, number: int) -> Scalar:
    return Scalar(text, Place(number, 1))


def _value(found: "re.Match[str]", number: int) -> Scalar | Sequence:
    """What stands behind a key or a dash."""
    kind = found.lastgroup or ""
    if kind in ("key", "dash"):
        return Scalar("", _place(number, found.end(kind) + 2))
    text, place = found[kind], _place(number, found.start(kind) + 1)
    if kind == "words":
        return Scalar(text.rstrip(" "), place)
    if kind == "list":
        parts = _ONE.finditer(found.string, found.start(kind), found.end(kind))
        items = (Scalar(each[0].rstrip(" "), _place(number, each.start() + 1)) for each in parts)
        return Sequence(tuple(items), place)
    return Scalar(text, _place(number, found.start(kind)), quoted=True)
