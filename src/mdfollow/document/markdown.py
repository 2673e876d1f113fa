"""What each line of a Markdown note is, as far as tasks care.

Two readers with one answer. The quick one knows fences, comments and headings that stand at the
margin, and gives up on anything else; markdown-it reads the notes it gives up on. So a sync that
changes nothing almost never loads a Markdown parser.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from mdfollow.document.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


class LineKind(IntEnum):
    """Whether a line can hold tasks and headings."""

    TEXT = 0
    FENCE = 1
    """Code, its fences, math."""
    COMMENT = 2
    """Part of a comment of more than one line, or a line that is nothing but comment."""
    HTML = 3
    FRONTMATTER = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """`kinds` has one entry a line. `unclosed` names what swallows the end of the note, if any."""

    kinds: tuple[LineKind, ...]
    unclosed: str = ""


_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
_UNSURE = re.compile(
    r"[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t])?[ \t>]+(?:```|~~~|<!--|\$\$|%%)"
    r"|[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:```|~~~|<!--)"
    r"|[ \t]{0,3}<(?:[!?](?!--)|/?(?:script|pre|style|textarea)\b)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"([ \t>]*)(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)*")
_TOGGLES = {"$$": "a $$ formula", "%%": "a %% comment"}


def layout(source: Source, first: int = 0) -> Layout:
    """Kinds of all lines; those before line `first` (from 0) are frontmatter."""
    quick = _quick(source.texts, first)
    return _thorough(source, first) if quick is None else quick


def _quick(texts: Sequence[str], first: int) -> Layout | None:
    kinds = [LineKind.FRONTMATTER] * first
    inside, fence = "", ""
    for text in texts[first:]:
        if inside == "fence":
            kinds.append(LineKind.FENCE)
            if _closes(text, fence):
                inside = ""
        elif inside == "comment":
            kinds.append(LineKind.COMMENT)
            if "-->" in text:
                inside = ""
        elif inside:
            kinds.append(LineKind.FENCE if inside == "$$" else LineKind.COMMENT)
            if text.rstrip().endswith(inside):
                inside = ""
        elif _UNSURE.match(text):
            return None
        else:
            inside, fence = _opens(text)
            kinds.append(_first_kind(text, inside))
    unclosed = {"fence": "a code fence", "comment": "an HTML comment"} | _TOGGLES
    return Layout(tuple(kinds), unclosed.get(inside, ""))


def _opens(text: str) -> tuple[str, str]:
    if found := _FENCE.match(text):
        return "fence", found[1]
    if text.startswith("<!--"):
        return ("" if "-->" in text[4:] else "comment"), ""
    stripped = text.strip()
    for mark in _TOGGLES:
        if stripped.startswith(mark) and stripped.count(mark) % 2:
            return mark, ""
    return "", ""


def _first_kind(text: str, inside: str) -> LineKind:
    if inside in {"fence", "$$"}:
        return LineKind.FENCE
    if inside or (text.startswith("<!--") and text.rstrip().endswith("-->")):
        return LineKind.COMMENT
    return LineKind.TEXT


def _closes(text: str, fence: str) -> bool:
    stripped = text.strip()
    indent = len(text) - len(text.lstrip(" "))
    return indent <= 3 and len(stripped) >= len(fence) and set(stripped) == {fence[0]}


def _thorough(source: Source, first: int) -> Layout:
    texts = source.texts
    kinds = [LineKind.FRONTMATTER] * first + [LineKind.TEXT] * (len(texts) - first)
    unclosed = ""
    for token in tokens(source, first):
        if token.map is None or token.type not in {"fence", "code_block", "html_block"}:
            continue
        start, end = token.map
        text = token.content.lstrip()
        kind = LineKind.FENCE
        if token.type == "html_block":
            kind = LineKind.COMMENT if text.startswith("<!--") else LineKind.HTML
        kinds[start:end] = [kind] * (end - start)
        if end >= len(texts):
            unclosed = _left_open(token, texts[start:end]) or unclosed
    return Layout(tuple(kinds), unclosed or _toggled(texts, kinds))


def _left_open(token: "Token", texts: Sequence[str]) -> str:
    """What a block that reaches the last line leaves open at the margin."""
    if token.type == "fence" and token.level == 0 and not _closes(texts[-1], token.markup):
        return "a code fence"
    if token.type == "fence" and token.level == 0 and len(texts) == 1:
        return "a code fence"
    text = token.content.lstrip().lower()
    if token.type == "html_block" and token.level == 0:
        if text.startswith("<!--"):
            return "" if "-->" in text[4:] else "an HTML comment"
        for mark, end in (("<?", "?>"), ("<![cdata[", "]]>"), ("<!", ">")):
            if text.startswith(mark):
                return "" if end in text else "an HTML block"
        if re.match(r"<(script|pre|style|textarea)\b", text):
            return "" if re.search(r"</(script|pre|style|textarea)>", text) else "an HTML block"
    return ""


def _toggled(texts: Sequence[str], kinds: list[LineKind]) -> str:
    """Marks Obsidian's `%%` comments and `$$` formulas, which markdown-it reads as text."""
    inside = ""
    for number, text in enumerate(texts):
        if kinds[number] is not LineKind.TEXT:
            continue
        stripped = text.strip()
        if inside:
            kinds[number] = LineKind.FENCE if inside == "$$" else LineKind.COMMENT
            inside = "" if stripped.endswith(inside) else inside
            continue
        inside = next((m for m in _TOGGLES if stripped.startswith(m) and stripped.count(m) % 2), "")
        if inside:
            kinds[number] = LineKind.FENCE if inside == "$$" else LineKind.COMMENT
    return _TOGGLES.get(inside, "")


@lru_cache(maxsize=4)
def tokens(source: Source, first: int = 0) -> "list[Token]":
    """Block tokens of the note (markdown-it; inline content unread); `map` counts all lines."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 100}).disable("inline")
    return parser.parse("\n" * first + "\n".join(source.texts[first:]) + "\n")


def heading(text: str) -> tuple[str, int, str] | None:
    """Quote marks, level and words of an ATX heading line; None for any other line."""
    found = _HEADING.match(text)
    if not found or len(found[1].replace(">", "")) > 3 + found[1].count(">"):
        return None
    return found[1], len(found[2]), (found[3] or "").strip()


def quote_marks(text: str) -> str:
    """The block-quote marks (`> `) a line begins with; the empty text outside quotes."""
    found = _QUOTE.match(text)
    return found[0] if found and ">" in found[0] else ""
