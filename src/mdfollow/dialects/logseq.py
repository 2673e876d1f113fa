"""Logseq pages: a draft is the child block of its task, a plan's memory a comment in its block."""

import re
from collections.abc import Callable, Iterable, Sequence

from mdfollow.dialects import front, quote
from mdfollow.dialects.base import Symbols, TaskLine, Written
from mdfollow.dialects.checkbox import ID
from mdfollow.dialects.codec import (
    STATE,
    InterviewPlace,
    Memory,
    Ours,
    Quote,
    Site,
    Task,
    Text,
    around,
    ended,
    task_line,
)
from mdfollow.dialects.logseq_task import BODY, lines, task_of
from mdfollow.dialects.stamps import stamp_of
from mdfollow.digest import fingerprint
from mdfollow.document import logseq
from mdfollow.document.logseq import Block, LogseqNote
from mdfollow.document.logseq_lines import Comment, LogseqKind
from mdfollow.document.outline import Node
from mdfollow.document.source import Source
from mdfollow.document.span import Span
from mdfollow.pattern import pattern
from mdfollow.record import cached_property, dataclass, replace
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings

_DRAFT = pattern(rf"<!-- *({ID}) draft *-->")
_WORDS = {"now": "LATER", "todo": "TODO"}
"""The word for a new task by the graph's workflow."""
_VIEW = pattern(r"[ \t]*collapsed:: ")
_OPENINGS = pattern(r"[ \t]*(?:- +)?(?:```|~~~|#\+begin_|<!--(?!.*-->))", re.IGNORECASE)
_CLOSED = frozenset({LogseqKind.FENCE, LogseqKind.COMMENT})


@dataclass(frozen=True)
class LogseqCodec:
    """One page. `heading` and `level` are those of a new plan's block."""

    source: Source
    symbols: Symbols
    heading: str
    level: int

    apart = False

    @cached_property
    def outline(self) -> LogseqNote:
        """Read when it is asked for: most notes are none of ours."""
        return logseq.scan(self.source)

    @property
    def quote(self) -> Quote:
        """Words escaped as in Markdown, days with their English names."""
        return _QUOTE

    def places(self, data: bytes, path: str) -> Sequence[InterviewPlace]:
        """The page, by its properties or its frontmatter."""
        return front.places(data, path, self._body)

    def _body(self) -> Sequence[tuple[int, str]]:
        """Numbered (from 1) lines of text outside code, comments and our own blocks."""
        ours = self.ours()
        gone: set[int] = set()
        nodes = [task.node for task in ours.tasks if not self._hangs(task)]
        for node in (*nodes, *(text.node for text in ours.texts)):
            gone |= set(range(node.line, node.stop))
        texts = {LogseqKind.TEXT, LogseqKind.BLOCK}
        rows = enumerate(self.outline.source.texts)
        kinds = self.outline.kinds
        return [(n + 1, text) for n, text in rows if kinds[n] in texts and n not in gone]

    # --- what stands

    def ours(self) -> Ours:
        """Blocks with an id of ours, and state comments."""
        return self._ours

    @cached_property
    def _ours(self) -> Ours:
        if b"mdfollow" not in self.outline.source.data and b"mf-" not in self.outline.source.data:
            return Ours()
        blocks = [b for b in self.outline.nodes if "mf-" in b.bullet.title.text]
        tasks = [task for b in blocks if (task := task_of(self.outline, b))]
        found = tuple(replace(t, extra=t.extra or self._hangs(t)) for t in tasks)
        return Ours(found, tuple(self._texts), tuple(self._memories()))

    def _hangs(self, task: Task) -> bool:
        """Whether anything but its draft hangs beneath a task."""
        drafts = {text.node.index for text in self._texts if text.id == task.id}
        return any(child.index not in drafts for child in self.outline.children(task.node))

    @cached_property
    def _texts(self) -> list[Text]:
        blocks = ((b, _DRAFT.search(b.bullet.title.text)) for b in self.outline.nodes)
        return [self._text(block, match) for block, match in blocks if match]

    def _text(self, block: Block, match: re.Match[str]) -> Text:
        source, stop = self.outline.source, self.outline.trimmed(block.line + 1, block.stop)
        before = source.texts[block.line][: block.title.column + match.start()]
        texts = source.texts
        return Text(
            id=match[1],
            node=block,
            first=block.line,
            stop=stop,
            rows=[n for n in range(block.line + 1, stop) if not _VIEW.match(texts[n])],
            print=fingerprint(_counts(texts[block.line : stop])),
            lead=block.bullet.indent,
            mark=lambda: Span(
                source.offset(block.line, len(before.rstrip(" \t"))),
                source.offset(block.line, block.title.column + match.end()),
            ),
        )

    def _memories(self) -> Iterable[Memory]:
        texts = self.outline.source.texts
        for block in self.outline.nodes:
            for comment in block.comments:
                if texts[comment.first].strip().startswith(STATE):
                    yield self._memory(block, comment)

    def _memory(self, block: Block, comment: Comment) -> Memory:
        rows = self.outline.source.texts[comment.first : comment.last + 1]
        stripped = tuple(row.strip() for row in rows)
        return Memory(
            node=block,
            lines=stripped,
            span=lambda: comment.span,
            lead=rows[0][: len(rows[0]) - len(rows[0].lstrip(" \t"))],
            whole=tuple(range(comment.first, comment.last + 1)),
            typed=stripped,
            around=around(stripped[0]),
        )

    # --- how it is written

    def task(self, task: Written, dialect: str) -> list[str]:
        """A block with its dates."""
        return lines(task, self.symbols)

    def draft(self, heading: str, text: str, task_id: str, lead: str) -> list[str]:
        """A block: its title with the id, its text beneath."""
        title = f"{lead}- {quote.logseq_title(heading)} <!-- {task_id} draft -->"
        rows = quote.logseq_draft(text).split("\n")
        return [title, *(lead + BODY + row if row else "" for row in rows)]

    def memory(self, lines: Sequence[str], *, inside: bool) -> list[str]:
        """A comment, as in Markdown."""
        return list(lines)

    def below(self, lead: str) -> str:
        """A child stands deeper as on the page, else by a tab as Logseq writes it."""
        return lead + self._unit

    @cached_property
    def _unit(self) -> str:
        for block in self.outline.nodes:
            if block.parent is not None:
                over = self.outline.nodes[block.parent].bullet.indent
                if block.bullet.indent.startswith(over):
                    return block.bullet.indent[len(over) :]
        return "\t"

    # --- where a plan goes

    def plan(
        self, scope: Node | None, work: Sequence[range], belongs: Callable[[Node], bool]
    ) -> Site:
        """In a block like ours over work of ours, in an empty one, else at the end."""
        named = [b for b in self.outline.nodes if self._named(b)]
        for block in named:
            if any(block.line < rows.start < block.stop for rows in work):
                at = self.outline.trimmed(block.line + 1, block.body_stop)
                return Site(at, inner=block.bullet.indent + BODY)
        empty = next((b for b in named if self._is_empty(b)), None)
        if empty is not None:
            lead = empty.bullet.indent
            filled = (("filled", "1"), *ended(self.outline, empty.line + 1))
            return Site(
                empty.line + 1,
                self.below(lead),
                lead + BODY,
                header=filled,
                unclosed=self._unclosed(),
            )
        first = sum(kind is LogseqKind.FRONT for kind in self.outline.kinds)
        at = self.outline.trimmed(first, len(self.outline.kinds))
        pad = int(not self.outline.nodes and at > 0)
        head = f"- {'#' * self.level} {quote.logseq_title(self.heading)}"
        above = (*[""] * pad, head)
        header = (*(("pad", "1"),) * pad, *ended(self.outline, at))
        return Site(at, self._unit, BODY, above, header=header, unclosed=self._unclosed())

    def first(self, memory: Memory, *, draft: bool) -> Site:
        """Behind the plan's own text, before blocks of hers."""
        plan = memory.node or self.outline.nodes[-1]
        at = self.outline.trimmed(plan.line + 1, plan.body_stop)
        return Site(at, self.below(self.outline.nodes[plan.index].bullet.indent))

    def _named(self, block: Block) -> bool:
        bullet = block.bullet
        return bullet.dash and bullet.title.text == quote.logseq_title(self.heading)

    def _is_empty(self, block: Block) -> bool:
        end = self.outline.trimmed(block.line + 1, block.stop)
        return block.bullet.marker is None and end == block.line + 1

    def _unclosed(self) -> tuple[int, str] | None:
        kinds = self.outline.kinds
        for number, text in enumerate(self.outline.source.texts):
            inside = kinds[number] in _CLOSED or kinds[number] is LogseqKind.FRONT
            after = number + 1 < len(kinds) and kinds[number + 1] in _CLOSED
            if _OPENINGS.match(text) and not inside and not after:
                return number + 1, "something that is not closed"
        return None


def _counts(lines: Sequence[str]) -> str:
    """Whether Logseq shows a draft folded plays no part."""
    return "\n".join(line for line in lines if not _VIEW.match(line))


_QUOTE = Quote(quote.logseq_title, quote.logseq_draft, quote.unescaped, _counts, stamp_of)


def open_codec(source: Source, around: Surroundings, settings: Settings) -> LogseqCodec:
    """Read a page; the word for a new task is the graph's."""
    word = _WORDS.get(around.logseq_workflow, "TODO")
    return LogseqCodec(source, Symbols(word=word), settings.heading, settings.heading_level)


def scan(text: str, symbols: Symbols) -> TaskLine | None:
    """The task in a text that begins with it."""
    source = Source(text.encode())
    note = logseq.scan(source)
    return task_line(source, task_of(note, note.nodes[0]) if note.nodes else None, _QUOTE.plain)
