"""Putting her values into our lines so that they stay values (safety 5.3)."""

import re
import unicodedata
from functools import lru_cache

from mdfollow.pattern import pattern

_EMOJI = "📅📆🗓⏳⌛🛫➕✅❌🔁🏁🆔⛔🔺⏫🔼🔽⏬"
_JOINERS = "\u200c\u200d"
_MARKUP = pattern(r"([*_`\[\]<>#|~$%^\\])")
_ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
_TITLE = (("-->", "-- >"), ("::", ": :"), ("<%", "< %"), ("%%", "% %"), ("[[", "[ ["))
_DRAFT = (("-->", "-- >"), ("<%", "< %"), ("%%", "% %"), ("[[", "[ ["))
_MODELINE = pattern(r"\b(vim?|ex|Local Variables):", re.IGNORECASE)
_MODES = ("vi:", "vim:", "ex:", "variables:")
"""How a modeline of any case begins: a letter has colons, and hardly ever one of these."""
_TAG = pattern(r"(^|\s)#(?=[^\s#])")
_MARKS = pattern(f"[{_EMOJI}]")
_LOGSEQ = (
    (pattern(r"([\[(\\])(?=[\[(])"), r"\1 "),
    (pattern(r"\{(?=\{)"), "{ "),
    (pattern(r"\](?=\()"), "] "),
    (pattern(r"\b(SCHEDULED|DEADLINE|CLOCK):"), r"\1 :"),
)
_LOGSEQ_MARKUP = pattern(r"([*_`<>#|~$%^\\])")
_LOGSEQ_OPENING = pattern(
    r"(?m)^(?=[ \t]*(?:[-*+#](?:[ \t#+]|$)|[^ \t:]+::|:[\w-]+:[ \t]*$|```|~~~|<!--))"
)
_ORG = (
    (pattern(r"\[(?=\[|fn:|(?:\d*/\d*|\d*%)\])"), "[ "),
    (pattern(r"<(?=<|\d{4}-\d|%)"), "< "),
    (pattern(r"%(?=%)"), "% "),
    (pattern(r"\{(?=\{)"), "{ "),
    (pattern(r"-->"), "-- >"),
    (pattern(r"(?i)\b(elisp|shell|help|file\+\w+):(?=\S)"), r"\1: "),
    (pattern(r"\b(SCHEDULED|DEADLINE|CLOSED|CLOCK):"), r"\1 :"),
)
_ORG_TAGS = pattern(r"(?<=\s)(:\S+):(?=\s*$)")
_ORG_OPENING = pattern(r"(?m)^(?=\*+ |[ \t]*(?:#(?:\+|[ \t]|$)|:[\w-]+:[ \t]*$|\[fn:))")
_BLOCK = pattern(r"(?m)(^|\s)\^(?=[A-Za-z0-9-]+[^\S\n]*$)")


def plain(value: str, limit: int = 0) -> str:
    """One line of visible text: NFC, no control or bidi characters, no task emoji, one space.

    `limit` cuts to so many characters and an ellipsis; 0 keeps all.
    """
    if value.isascii() and value.isprintable():
        text = " ".join(value.split())
    else:
        composed = unicodedata.normalize("NFC", value)
        text = " ".join("".join(_visible(composed, at) for at in range(len(composed))).split())
    return text[:limit].rstrip() + "…" if limit and len(text) > limit else text


def _visible(text: str, at: int) -> str:
    """The character at a place, or what stands for it."""
    char = text[at]
    if char in _JOINERS:
        around = text[at - 1 : at] + text[at + 1 : at + 2]
        return char if len(around) == 2 and around.isalpha() else ""
    hidden = char in _EMOJI or unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs"}
    return " " if hidden else char


@lru_cache(maxsize=1024)
def title(text: str) -> str:
    """Words for a Markdown task line or heading: nothing in them is markup or a field."""
    for bad, good in _TITLE:
        text = text.replace(bad, good)
    text = _MODELINE.sub(r"\1 :", text) if ":" in text else text
    return _MARKUP.sub(r"\\\1", text)


@lru_cache(maxsize=16)
def draft(text: str) -> str:
    """Draft text, line by line: stays as it would be sent, only the harmful bits get a space."""
    for bad, good in _DRAFT:
        text = text.replace(bad, good)
    if not text.isascii() or any(map(text.lower().__contains__, _MODES)):
        text = _MODELINE.sub(r"\1 :", text)
    text = text if text.isascii() else _MARKS.sub(" ", text)
    text = _TAG.sub(r"\1# ", text) if "#" in text else text
    return _BLOCK.sub(r"\1^ ", text) if "^" in text else text


def logseq_title(text: str) -> str:
    """Words for a Logseq block: as in Markdown, but escaped brackets would open a formula."""
    for bad, good in _TITLE[:-1]:
        text = text.replace(bad, good)
    return _LOGSEQ_MARKUP.sub(r"\\\1", _MODELINE.sub(r"\1 :", _logseq_line(text)))


def logseq_draft(text: str) -> str:
    """Draft text for the body of a Logseq block: no line of it begins a block or a property."""
    lines = (_logseq_line(line).replace("::", ": :") for line in draft(text).split("\n"))
    return _LOGSEQ_OPENING.sub(". ", "\n".join(lines))


def _logseq_line(text: str) -> str:
    for shape, good in _LOGSEQ:
        text = shape.sub(good, text)
    return text


def org_title(text: str) -> str:
    """Words for an Org heading: no link, stamp, counter or tag in them.

    >>> org_title("Thank Dana (<2026-01-05>) :urgent:")
    'Thank Dana (< 2026-01-05>) :urgent :'
    """
    return _ORG_TAGS.sub(r"\1 :", _org_line(text))


def org_draft(text: str) -> str:
    """Draft text for an Org body: nothing Org would follow, run or list in an agenda.

    A line that would be structure gets a full stop in front: it stays where it is, and readable.
    """
    return _ORG_OPENING.sub(". ", "\n".join(map(_org_line, text.split("\n"))))


def _org_line(text: str) -> str:
    for shape, good in _ORG:
        text = shape.sub(good, text)
    return _MODELINE.sub(r"\1 :", text)


def unescaped(text: str) -> str:
    """Words with backslash escapes taken off, so that a formatter's taste is no edit."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
