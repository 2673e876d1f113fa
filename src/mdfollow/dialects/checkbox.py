"""Checkbox tasks: Obsidian Tasks, Dataview and plain GFM are three rows of one dialect.

All rows read alike, and more tolerantly than any client: people re-write lines and switch
plugins, so every way to carry an id or a date is understood anywhere on the line.
"""

import re
from datetime import date
from itertools import pairwise

from mdfollow.dialects.base import Span, Symbols, TaskLine, Written
from mdfollow.dialects.quote import unescaped
from mdfollow.etiquette.model import Mark
from mdfollow.pattern import pattern

ID = r"mf-[0-9a-z]{6,8}"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
BOX = pattern(r"(?P<lead>[ \t>]*)(?P<marker>[-*+]|[0-9]{1,9}[.)])[ \t]+\[(?P<box>.)\]")
_FIELD = pattern(
    r"(?=[🆔<\\\[(^📅📆🗓⏳⌛🛫✅❌])(?:"  # most characters begin none: seen at one look
    rf"🆔\ufe0f? *(?P<id>{ID})(?![\w-])"
    rf"|(?<!\\)<!-- *(?P<comment>{ID}) *-->"
    rf"|\\?[\[(]id:: *(?P<inline>{ID}) *\\?[\])]"
    rf"|(?<!\\)\^(?P<block>{ID})(?![\w-])"
    rf"|(?P<emoji>[📅📆🗓⏳⌛🛫✅❌])\ufe0f? *(?P<day>{_DAY})(?![0-9])"
    rf"|\\?[\[(](?P<key>due|scheduled|start|completion|cancelled):: *(?P<value>{_DAY}) *\\?[\])])"
)
_MEANING = {
    **dict.fromkeys(("📅", "📆", "🗓", "due"), "due"),
    **dict.fromkeys(("⏳", "⌛", "scheduled"), "start"),
    **dict.fromkeys(("🛫", "start"), "hers"),
    **dict.fromkeys(("✅", "completion"), "made"),
    **dict.fromkeys(("❌", "cancelled"), "cancelled"),
}
_BLOCK_ID = pattern(r"(?<=\s)\^[A-Za-z0-9-]+\s*\Z")
"""What Obsidian puts behind a line that something links to: its own bookkeeping."""
_TAG = pattern(r"(?:^|\s)#[^\s!@#$%^&*(),.?\":{}|<>\\]+")
_PRIORITY = pattern("[🔺⏫🔼🔽⏬🔁🏁➕⛔]")


def render(task: Written, symbols: Symbols, fields: str) -> str:
    """`- [ ] words` and the fields, id before the dates, dates last (task-formats 0, 1)."""
    prefix = f"{symbols.prefix} " if symbols.prefix else ""
    tail = fields.format(id=task.id, start=task.start, due=task.due)
    return f"{task.lead}- [ ] {prefix}{task.words}{tail}"


def scan(text: str, symbols: Symbols) -> TaskLine | None:
    """Read one line. Two due dates: the left one counts, as it does for Obsidian Tasks."""
    head = BOX.match(text)
    if not head or "mf-" not in text:
        return None
    fields = list(_FIELD.finditer(text, head.end()))
    carrier = next((found for found in fields if _id(found)), None)
    if carrier is None:
        return None
    span = _words(text, head.end(), fields, symbols.prefix)
    words = text[span.start : span.end]
    days, spans = _days(fields)
    box = head["box"]
    mark = Mark.OPEN
    if box in symbols.done or box in symbols.cancelled:
        mark = Mark.DONE if box in symbols.done else Mark.CANCELLED
    return TaskLine(
        id=_id(carrier) or "",
        words=unescaped(words),
        mark=mark,
        start=days.get("start"),
        due=days.get("due"),
        made=days.get("made"),
        extra=_extra(text, head.end(), span, fields, symbols.prefix) or "hers" in days,
        plain=box == " " and not _BLOCK_ID.search(text, fields[-1].end()),
        indent=len(head["lead"].expandtabs(4)),
        words_span=span,
        date_spans=spans,
        carrier=_carrier(text, carrier),
    )


def _id(found: re.Match[str]) -> str | None:
    return found["id"] or found["comment"] or found["inline"] or found["block"]


def _words(text: str, start: int, fields: list[re.Match[str]], prefix: str) -> Span:
    """The words: what stands before the first field, else between the first two."""
    edges = [(start, fields[0].start())]
    edges += [(a.end(), b.start()) for a, b in pairwise(fields)]
    edges.append((fields[-1].end(), len(text)))
    left, right = next((edge for edge in edges if text[slice(*edge)].strip()), edges[0])
    inner = text[left:right]
    left += len(inner) - len(inner.lstrip())
    right -= len(inner) - len(inner.rstrip()) if inner.strip() else 0
    if prefix and text.startswith(prefix, left, right):
        left += len(prefix)
        left += len(text[left:right]) - len(text[left:right].lstrip())
    return Span(left, max(left, right))


def _days(fields: list[re.Match[str]]) -> tuple[dict[str, date], dict[str, Span]]:
    days: dict[str, date] = {}
    spans: dict[str, Span] = {}
    for found in fields:
        name = "emoji" if found["emoji"] else "key"
        group = "day" if found["emoji"] else "value"
        meaning = _MEANING.get(found[name] or "")
        if meaning is None or meaning in days:
            continue
        try:
            days[meaning] = date.fromisoformat(found[group])
        except ValueError:
            continue
        spans[meaning] = Span(*found.span(group))
    return days, spans


def _extra(text: str, start: int, words: Span, fields: list[re.Match[str]], prefix: str) -> bool:
    """Whether anything stands on the line besides words, id and dates, or a tag among the words."""
    spoken = text[words.start : words.end]
    if ("#" in spoken and _TAG.search(spoken)) or (
        not spoken.isascii() and _PRIORITY.search(spoken)
    ):
        return True
    rest, at = [], start
    for left, right in sorted([(words.start, words.end), *(f.span() for f in fields)]):
        rest.append(text[at:left])
        at = max(at, right)
    rest.append(_BLOCK_ID.sub("", text[at:]) if "^" in text else text[at:])
    return bool("".join(rest).replace(prefix, "", 1).strip() if prefix else "".join(rest).strip())


def _carrier(text: str, field: re.Match[str]) -> Span:
    """Where a line carries an id, with the blanks before it."""
    return Span(len(text[: field.start()].rstrip()), field.end())
