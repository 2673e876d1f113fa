"""What of ours stands in a Markdown note: tasks, drafts and memories, with their places."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from mdfollow.dialects import quote
from mdfollow.dialects.base import Span as Characters
from mdfollow.dialects.base import Symbols
from mdfollow.dialects.checkbox import BOX, ID, scan
from mdfollow.dialects.codec import STATE, Around, Memory, Ours, Task, Text
from mdfollow.digest import fingerprint
from mdfollow.document.item import first_line, item
from mdfollow.document.markdown import LineKind, quote_marks
from mdfollow.document.markdown_note import MarkdownNote, Section
from mdfollow.document.outline import Node
from mdfollow.document.span import Part, Span, lines_span
from mdfollow.pattern import pattern
from mdfollow.record import cached_property, dataclass

DEEPEST = 6
USUAL_PAD = 1
"""Line endings above our heading where the memory says nothing else."""
_DRAFT = pattern(rf"<!-- *({ID}) draft *-->\s*$")
_ITEMS = frozenset({LineKind.TEXT, LineKind.HTML})
_SWALLOWED = frozenset({LineKind.COMMENT, LineKind.MATH})
"""Where a state comment may stand: a plan that she hides behind `%%` or a stray `$$` is known."""
_STARTS_BLOCK = pattern(r"[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}(?:[ \t]|$)|>|```|~~~|<)")
_HASHES = pattern(r"[ \t]+#+[ \t]*$")
_LEAD = pattern(r"[ \t>]*")
_QUOTES = pattern(r"^[ \t]{0,3}(?:>[ \t]?)+")
_DAYS = frozenset({"start", "due"})


@dataclass(frozen=True)
class MarkdownOurs:
    """Reads one note; `heading` is that of a plan."""

    note: MarkdownNote
    symbols: Symbols
    heading: str

    def body(self) -> Sequence[tuple[int, str]]:
        """Numbered (from 1) lines outside code, comments and our own drafts."""
        gone = {n for text in self._texts for n in range(text.first, text.stop)}
        texts, kinds, plain = self.note.source.texts, self.note.kinds, LineKind.TEXT
        rows = range(self.note.first, len(kinds))
        return [(n + 1, texts[n]) for n in rows if kinds[n] is plain and n not in gone]

    def _rows(self, words: str) -> list[int]:
        """Numbers of the lines below the fields in which these words stand: mostly none."""
        if words.encode() not in self.note.source.data:
            return []
        texts, first = self.note.source.texts, self.note.first
        return [n for n, text in enumerate(texts) if words in text and n >= first]

    @cached_property
    def _named(self) -> list[int]:
        """Lines in which an id of our shape stands."""
        return self._rows("mf-")

    @cached_property
    def all(self) -> Ours:
        """Items with an id of ours, sections whose comment says draft, state comments."""
        tasks = tuple(task for line in self._items() if (task := self._task(line)))
        memories = tuple(self._memory(tasks, *found) for found in self._comments)
        return Ours(tasks, self._texts, memories)

    def _items(self) -> Iterable[int]:
        """First lines of items in which an id of our shape stands, on whatever line."""
        texts, kinds, last = self.note.source.texts, self.note.kinds, -1
        for number in self._named:
            line = first_line(texts, number, self.note.first, BOX)
            if line is not None and line > last and kinds[line] in _ITEMS:
                last = line
                yield line

    def _task(self, number: int) -> Task | None:
        """The task of an item; in a block of HTML, which nothing reads as a list, it is hers."""
        source, texts = self.note.source, self.note.source.texts
        stop = self._beneath(number, len((_LEAD.match(texts[number]) or [""])[0].expandtabs(4)))
        whole = item(source, number, stop)
        text, html = whole.text, self.note.kinds[number] is LineKind.HTML
        found = scan(text, self.symbols)
        if found is None:
            return None

        def of(place: Characters) -> Part:
            return whole.part(place.start, place.end)

        title = of(found.words_span)
        spans = {name: of(place) for name, place in found.date_spans.items() if name in _DAYS}
        return Task(
            id=found.id,
            node=Node(-1, number, whole.stop, stop, stop, DEEPEST + 1, title, None),
            words=title,
            mark=found.mark,
            start=found.start,
            due=found.due,
            made=found.made,
            extra=found.extra or html or stop > whole.stop,
            plain=found.plain,
            body=whole.stop,
            lead=(_LEAD.match(text) or [""])[0],
            carrier=lambda: (of(found.carrier).span,),
            days=spans,
        )

    def _beneath(self, line: int, indent: int) -> int:
        """The line after the last one that belongs to the task in `line`."""
        texts, stop = self.note.source.texts, line + 1
        for number in range(line + 1, len(texts)):
            if not unquoted(texts[number]).strip():
                continue
            lead = len((_LEAD.match(texts[number]) or [""])[0].expandtabs(4))
            lazy = number == line + 1 and not _STARTS_BLOCK.match(texts[number])
            if lead <= indent and not lazy:
                break
            stop = number + 1
        return stop

    @cached_property
    def _texts(self) -> tuple[Text, ...]:
        found, lines = [], [each.line for each in self.note.nodes]
        for number in self._named:
            if self.note.kinds[number] is LineKind.COMMENT:
                match = _DRAFT.match(unquoted(self.note.source.texts[number]))
                above = bisect_left(lines, number)
                if match and above:
                    found.append(self._text(match[1], number, self.note.nodes[above - 1]))
        return tuple(found)

    def _text(self, task_id: str, comment: int, above: Section) -> Text:
        """From the nearest heading above the id to the next one or the memory."""
        source, texts = self.note.source, self.note.source.texts
        ends = [first for first, _, _ in self._comments if first > comment]
        stop = min([above.stop, *ends])
        if quote_marks(texts[comment]):  # a quoted draft ends with its quotation
            rows = range(comment, stop)
            stop = next((n for n in rows if not quote_marks(texts[n])), stop)
        return Text(
            id=task_id,
            node=above,
            first=above.line,
            stop=stop,
            rows=range(comment + 1, stop),
            print=fingerprint(counts(texts[above.line : stop])),
            lead=quote_marks(texts[comment]) + "#" * above.level,
            mark=lambda: lines_span(source, comment, comment + 1),
        )

    @cached_property
    def _comments(self) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
        """First line, end and lines of every state comment."""
        found = []
        texts, kinds, stop = self.note.source.texts, self.note.kinds, 0
        for number in self._rows(STATE):
            swallowed = number >= stop and kinds[number] in _SWALLOWED
            if swallowed and unquoted(texts[number]).startswith(STATE):
                ends = (n for n in range(number, len(texts)) if "-->" in texts[n])
                stop = next(ends, len(texts) - 1) + 1
                rows = tuple(unquoted(text).strip() for text in texts[number:stop])
                found.append((number, stop, rows))
        return tuple(found)

    def _memory(
        self, tasks: Sequence[Task], first: int, stop: int, rows: tuple[str, ...]
    ) -> Memory:
        source = self.note.source
        marks = quote_marks(source.texts[first])

        def span() -> Span:
            end = source.texts[stop - 1].find("-->")
            last = source.offset(stop - 1, end + 3) if end >= 0 else source.lines[stop - 1].end
            return Span(source.offset(first, len(marks)), last)

        return Memory(
            node=self._section(tasks, first, {row.partition(" ")[0] for row in rows}),
            lines=rows,
            span=span,
            lead=marks,
            whole=tuple(range(first, stop)),
            typed=rows,
            around=_around(rows[0]),
        )

    def _section(self, tasks: Sequence[Task], comment: int, ids: set[str]) -> Section | None:
        """The heading above the memory that is ours or has our work under it."""
        own = [text for text in self._texts if text.id in ids]
        deepest = min((text.node.level for text in own), default=DEEPEST + 1)
        drafts = {text.first for text in self._texts}
        above = [
            each
            for each in self.note.nodes
            if each.line < comment and each.line not in drafts and each.level < deepest
        ]
        if not above or above[-1].title.text == self.heading:
            return above[-1] if above else None
        work = [task.line for task in tasks if task.id in ids] + [text.first for text in own]
        between = range(above[-1].line, comment)
        return above[-1] if any(line in between for line in work) else None


def unquoted(text: str) -> str:
    """A line without its block-quote marks."""
    quoted = ">" in text and text.lstrip(" \t").startswith(">")
    return _QUOTES.sub("", text, count=1) if quoted else text


def counts(lines: Sequence[str]) -> str:
    """A draft from its heading to its end; quotes and the level do not count."""
    first, *rest = map(unquoted, lines) if any(">" in line for line in lines) else lines
    words = _HASHES.sub("", first.lstrip("# \t"))
    return quote.unescaped("\n".join((words, *rest)))


def _around(header: str) -> Around:
    """`pad` counts the line endings above our heading: a second one ends a line of hers."""
    fields = dict(word.partition("=")[::2] for word in header.split())
    filled = "filled" in fields
    usual = 0 if filled else USUAL_PAD
    pad = int(fields["pad"]) if fields.get("pad", "").isdecimal() else usual
    if filled:
        return Around(filled=True, ended=bool(pad), foot="foot" in fields)
    return Around(pad=min(pad, 1), ended=pad > 1, foot="foot" in fields)
