"""What each line of a Markdown note is, as far as tasks care.

Two readers with one answer. The quick one knows fences, comments and headings that stand at the
margin, and gives up on anything else; markdown-it reads the notes it gives up on. So a sync that
changes nothing almost never loads a Markdown parser.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mdfollow.document.source import Source
from mdfollow.pattern import pattern
from mdfollow.record import dataclass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class LineKind(IntEnum):
    """Whether a line can hold tasks and headings."""

    TEXT = 0
    CODE = 1
    """Code and its fences."""
    COMMENT = 2
    """A comment of one line or more, what stands around it on its lines included."""
    HTML = 3
    FRONTMATTER = 4
    MATH = 5


@dataclass(frozen=True, slots=True)
class Layout:
    """`kinds` has one entry a line. `unclosed` names what swallows the end of the note, if any."""

    kinds: tuple[LineKind, ...]
    unclosed: str = ""


_MARKS = r"(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))"
_FENCE = pattern(r"(`{3,}(?=[^`]*$)|~{3,})")
_UNSURE = pattern(
    rf"{_MARKS}+(?:```|~~~|<!--|\$\$|%%)"
    rf"|{_MARKS}*<(?:[!?](?!--)|/?[a-z][a-z0-9-]*(?:[ \t/>]|$))",
    re.IGNORECASE,
)
_SIGNS = frozenset("`~<$%")
_PLAIN = pattern(r"[^`~<$% \t>\d*+-]|$")
"""How a line begins that opens and nests nothing."""
_INDENTED = pattern(r" {0,3}(?: {4}|\t)")
_NESTED_CODE = pattern(r"[ \t>]*(?:>|[-*+]|\d{1,9}[.)])(?: {5}| *\t)")
_PROSE = pattern(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[^\]^]\][ \t]|[\w(\"'])")
_HEADING = pattern(r"([ \t>]*)(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_QUOTE = pattern(r"[ \t]{0,3}(?:>[ \t]?)*")
_BARE = pattern(rf"{_MARKS}*")
_TOGGLES = {
    "$$": (LineKind.MATH, "a $$ formula", pattern(r"(?<!\$)\$\$(?!\$)")),
    "%%": (LineKind.COMMENT, "a %% comment", pattern(r"(?<!%)%%(?!%)")),
}
_KINDS = {"": LineKind.TEXT, "fence": LineKind.CODE, "comment": LineKind.COMMENT} | {
    mark: kind for mark, (kind, _, _) in _TOGGLES.items()
}
_UNCLOSED = {"": "", "fence": "a code fence", "comment": "an HTML comment"} | {
    mark: name for mark, (_, name, _) in _TOGGLES.items()
}
_HTML_ENDS = (
    (r"<!--", r"-->", _UNCLOSED["comment"]),
    (r"<\?", r"\?>", "an HTML block"),
    (r"<!\[cdata\[", r"\]\]>", "an HTML block"),
    (r"<!", r">", "an HTML block"),
    (r"<(?:script|pre|style|textarea)\b", r"</(?:script|pre|style|textarea)>", "an HTML block"),
)
_QUOTED = pattern(r"(?m)^[ \t]*>")
FEW_QUOTED, MOST_LOOKS = 100, 250_000
"""Lines of quotations that harm nobody; lines the parser may look ahead to, for half a second."""
_SELDOM = ("fence", "hr", "lheading", "reference")
"""Rules of the parser that it tries on every line of prose, some of them thrice."""
_LINED = pattern(r"(?m)[-=*_][ \t]*$")
"""What a line that is a rule, or underlines a heading, ends with."""


def layout(source: Source, first: int = 0) -> Layout:
    """Kinds of all lines; those before line `first` (from 0) are frontmatter.

    Indented code counts as text on lines without an id of ours, where it makes no difference.
    """
    quick = _quick(source.texts, first)
    return _thorough(source, first) if quick is None else quick


def _quick(texts: Sequence[str], first: int) -> Layout | None:
    kinds = [LineKind.FRONTMATTER] * first + [LineKind.TEXT] * (len(texts) - first)
    # Most lines begin with a letter, or are none: `_PLAIN` in the cheapest way.
    rows = [n for n, text in enumerate(texts) if text and not text[0].isalpha()]
    inside, done = "", first
    for number in rows:
        text = texts[number]
        if number < done or _PLAIN.match(text):
            continue
        if _is_unsure(text) or _perhaps_code(texts, kinds, number):
            return None
        inside, fence = _opens(text)
        kinds[number], done = _KINDS[inside], number + 1
        inside = "" if inside == "comment" and "-->" in text else inside
        while inside and done < len(texts):
            text = texts[done]
            if inside in _TOGGLES and (_FENCE.match(text) or _is_unsure(text) or "<!--" in text):
                return None
            kinds[done], done = _KINDS[inside], done + 1
            inside = "" if _ends(text, inside, fence) else inside
    return Layout(tuple(kinds), _UNCLOSED[inside])


def _is_unsure(text: str) -> bool:
    """Whether a line may open something that only the parser follows."""
    sign = text.lstrip(" \t>-*+.)0123456789")[:1]
    return (sign in _SIGNS or not sign.isascii()) and bool(_UNSURE.match(text))


def _perhaps_code(texts: Sequence[str], kinds: Sequence[LineKind], number: int) -> bool:
    """Whether a line with an id of ours, all before it known, may be code by its indentation.

    Indented code cannot follow on prose, but lazy quotations are beyond a quick look.
    """
    text = texts[number]
    if "mf-" not in text:
        return False
    if _NESTED_CODE.match(text) or not _INDENTED.match(text):
        return bool(_NESTED_CODE.match(text))
    above = number
    while above and kinds[above - 1] is LineKind.TEXT and texts[above - 1].strip(" \t"):
        above -= 1
    paragraph = texts[above:number]
    quoted = any(line.lstrip().startswith(">") for line in paragraph)
    return quoted or not paragraph or not _PROSE.match(paragraph[-1])


def _opens(text: str) -> tuple[str, str]:
    if found := _FENCE.match(text):
        return "fence", found[1]
    return ("comment" if text.startswith("<!--") else _toggle(text)), ""


def _toggle(text: str) -> str:
    """The mark of an Obsidian comment or formula that a line opens and does not close."""
    if not any(mark in text for mark in _TOGGLES):
        return ""
    bare = text[len((_BARE.match(text) or [""])[0]) :]
    for mark, (_, _, shape) in _TOGGLES.items():
        if shape.match(bare) and len(shape.findall(bare)) % 2:
            return mark
    return ""


def _ends(text: str, inside: str, fence: str) -> bool:
    if inside == "fence":
        return _closes(text, fence)
    if inside == "comment":
        return "-->" in text
    return len(_TOGGLES[inside][2].findall(text)) % 2 == 1


def _closes(text: str, fence: str) -> bool:
    stripped = text.strip(" \t")
    indent = len(text) - len(text.lstrip(" \t"))
    shallow = indent <= 3 and "\t" not in text[:indent]
    return shallow and len(stripped) >= len(fence) and set(stripped) == {fence[0]}


def _thorough(source: Source, first: int) -> Layout:
    texts = source.texts
    kinds = [LineKind.FRONTMATTER] * first + [LineKind.TEXT] * (len(texts) - first)
    unclosed = ""
    for token in tokens(source, first) or ():
        if token.map is None or token.type not in {"fence", "code_block", "html_block"}:
            continue
        start, end = token.map
        text = token.content.lstrip()
        kind = LineKind.CODE
        if token.type == "html_block":
            kind = LineKind.COMMENT if text.startswith("<!--") else LineKind.HTML
        kinds[start:end] = [kind] * (end - start)
        if end >= len(texts):
            unclosed = _left_open(token, texts[start:end]) or unclosed
    toggled = _toggled(texts, kinds)
    return Layout(tuple(kinds), unclosed or toggled)


def _left_open(token: "Token", texts: Sequence[str]) -> str:
    """What a block that reaches the last line leaves open at the margin."""
    if token.level:
        return ""
    if token.type == "fence":
        closed = len(texts) > 1 and _closes(texts[-1], token.markup)
        return "" if closed else _UNCLOSED["fence"]
    text = token.content.lstrip().lower()
    for start, end, name in _HTML_ENDS:
        if token.type == "html_block" and re.match(start, text):
            return "" if re.search(end, text) else name
    return ""


def _toggled(texts: Sequence[str], kinds: list[LineKind]) -> str:
    """Marks Obsidian's `%%` comments and `$$` formulas, which markdown-it reads as text."""
    inside = ""
    for number, text in enumerate(texts):
        if kinds[number] is not LineKind.TEXT:
            continue
        mark = inside or _toggle(text)
        if mark:
            kinds[number] = _KINDS[mark]
            inside = "" if inside and _ends(text, inside, "") else mark
    return _UNCLOSED[inside]


@lru_cache(maxsize=4)
def tokens(source: Source, first: int = 0) -> "list[Token] | None":
    """Block tokens of the note (markdown-it; inline content unread); `map` counts all lines.

    None where it would take minutes: then nothing can be proven, and nothing is written.
    """
    text = "\n" * first + "\n".join(source.texts[first:]) + "\n"
    if len(_QUOTED.findall(text)) > FEW_QUOTED and _is_tangled(source.texts, first):
        return None
    seldom = "```" in text or "~~~" in text or "]:" in text or _LINED.search(text)
    return _parser(() if seldom else _SELDOM).parse(text)


def _is_tangled(texts: Sequence[str], first: int) -> bool:
    """Whether quotations and prose take turns hundreds of times without an empty line.

    From each of them the parser looks ahead to the next empty line.
    """
    turns = length = 0
    before = False
    for text in texts[first:]:
        quoted = text.lstrip().startswith(">")
        turns, length = (turns + (quoted and not before), length + 1) if text.strip() else (0, 0)
        before = quoted
        if turns * length > MOST_LOOKS:
            return True
    return False


@cache
def _parser(idle: tuple[str, ...]) -> "MarkdownIt":
    """The parser without the rules that would find nothing, which is a third faster."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 100}).disable(["inline", *idle])


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
