"""Logseq pages (Markdown file graphs): blocks with their bodies, and the bytes of every part.

Graphs in Org format are Org notes; this module is for pages of bullets. Structure is read as
Logseq's own parser reads it, which knows less Markdown than others do: a fence is one only if it
is closed, any fence line closes it, and nothing but bullets and `#` headings begins a block.
"""

from collections.abc import Iterator

from mdfollow.document import frontmatter
from mdfollow.document.logseq_lines import (
    Bullet,
    Comment,
    LogseqKind,
    PageLines,
    Property,
    closings_of,
)
from mdfollow.document.org_drawer import StateNote, state_notes
from mdfollow.document.org_stamp import Planning, Timestamp, planning, timestamp
from mdfollow.document.source import Source
from mdfollow.document.span import Span, lines_span, runs
from mdfollow.record import dataclass

_CLOCK = "CLOCK:"


@dataclass(frozen=True, slots=True)
class Block:
    """A block with its place in the tree. Lines count from 0, indices into `LogseqNote.blocks`.

    `level` is 1 plus the characters of white space before the bullet; only its order matters.
    The block's own lines end before `body_stop`, its children before `stop`. `planning` has one
    value per line with dates, `comments` are HTML comments anywhere in its own lines.
    """

    index: int
    line: int
    body_stop: int
    stop: int
    level: int
    bullet: Bullet
    parent: int | None = None
    planning: tuple[Planning, ...] = ()
    properties: tuple[Property, ...] = ()
    comments: tuple[Comment, ...] = ()

    def date(self, word: str) -> Timestamp | None:
        """The stamp of `SCHEDULED` or `DEADLINE`; the first line that has one counts."""
        return next((stamp for plan in self.planning if (stamp := plan.get(word))), None)


@dataclass(frozen=True)
class LogseqNote:
    """A page. `kinds` has one entry per line of `source.lines`.

    `properties` are those before the first block; as fields `frontmatter.fields` reads them.
    """

    source: Source
    kinds: tuple[LogseqKind, ...]
    blocks: tuple[Block, ...]
    properties: tuple[Property, ...] = ()

    def span(self, first: int, stop: int) -> Span:
        """The bytes of lines `first..stop` (from 0, `stop` excluded), line endings included."""
        return lines_span(self.source, first, stop)

    def pieces(self) -> Iterator[tuple[LogseqKind, Span]]:
        """The page as runs of lines of one kind. With a BOM in front they are all its bytes."""
        return runs(self.source, self.kinds)

    def children(self, block: Block) -> Iterator[Block]:
        """The blocks directly under one, in order."""
        for other in self.blocks[block.index + 1 :]:
            if other.line >= block.stop:
                break
            if other.parent == block.index:
                yield other

    def states(self, block: Block) -> tuple[StateNote, ...]:
        """Notes about changed states that a repeating task has gathered."""
        return tuple(state_notes(self.source, block.line + 1, block.body_stop))

    def clocks(self, block: Block) -> tuple[Timestamp, ...]:
        """`CLOCK: [start]--[end]` lines: the last one's end is when it was ticked."""
        found = []
        for line in range(block.line + 1, block.body_stop):
            text = self.source.texts[line]
            if text.lstrip(" \t").startswith(_CLOCK):
                at = text.index(_CLOCK) + len(_CLOCK)
                found.append(timestamp(self.source, line, at + _blanks(text[at:])))
        return tuple(stamp for stamp in found if stamp)


def scan(source: Source) -> LogseqNote:
    """Read a page. Every text is one: there is nothing to refuse."""
    block = frontmatter.find(source.data)
    first = 0
    if block and block.kind is not frontmatter.Kind.PAGE:
        first = sum(line.start < block.end for line in source.lines)
    pages = PageLines(source, closings_of(source.texts))
    pages.read(first)
    top = pages.bullets[0].line if pages.bullets else len(source.texts)
    return LogseqNote(
        source=source,
        kinds=tuple(pages.kinds),
        blocks=_tree(source, pages),
        properties=tuple(p for p in pages.properties if p.key.line < top),
    )


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


def _tree(source: Source, pages: PageLines) -> tuple[Block, ...]:
    """Blocks with parents, the ends of their subtrees, and what stands in their own lines."""
    bullets = pages.bullets
    stops = [len(source.texts)] * len(bullets)
    parents: list[int | None] = []
    over: list[int] = []
    for index, bullet in enumerate(bullets):
        while over and bullets[over[-1]].level >= bullet.level:
            stops[over.pop()] = bullet.line
        parents.append(over[-1] if over else None)
        over.append(index)
    ends = [bullet.line for bullet in bullets[1:]] + [len(source.texts)]
    plans = {line: planning(source, line) for line in pages.dated}
    return tuple(
        Block(
            index=index,
            line=bullet.line,
            body_stop=ends[index],
            stop=stops[index],
            level=bullet.level,
            bullet=bullet,
            parent=parents[index],
            planning=tuple(plans[at] for at in range(bullet.line, ends[index]) if at in plans),
            properties=pages.within(pages.properties, bullet.line, ends[index]),
            comments=pages.within(pages.comments, bullet.line, ends[index]),
        )
        for index, bullet in enumerate(bullets)
    )
