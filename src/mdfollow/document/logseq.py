"""Logseq pages (Markdown file graphs): blocks with their bodies, and the bytes of every part.

Graphs in Org format are Org notes; this module is for pages of bullets. Structure is read as
Logseq's own parser reads it, which knows less Markdown than others do: a fence is one only if it
is closed, any fence line closes it, and nothing but bullets and `#` headings begins a block.
"""

from enum import IntEnum

from mdfollow.document import frontmatter
from mdfollow.document.closings import closings_of
from mdfollow.document.logseq_lines import (
    CLOSINGS,
    Bullet,
    Comment,
    LogseqKind,
    PageLines,
    Property,
)
from mdfollow.document.org_drawer import StateNote, state_notes
from mdfollow.document.org_stamp import Planning, Timestamp, planning, timestamp
from mdfollow.document.outline import Node, Outline, tree
from mdfollow.document.source import Source
from mdfollow.record import dataclass

_CLOCK = "CLOCK:"


@dataclass(frozen=True, slots=True)
class Block(Node):
    """A block; its level is 1 plus the characters of white space before the bullet.

    `planning` has one value per line with dates, `comments` are HTML comments anywhere in its
    own lines.
    """

    bullet: Bullet
    planning: tuple[Planning, ...] = ()
    properties: tuple[Property, ...] = ()
    comments: tuple[Comment, ...] = ()

    def date(self, word: str) -> Timestamp | None:
        """The stamp of `SCHEDULED` or `DEADLINE`; the first line that has one counts."""
        return next((stamp for plan in self.planning if (stamp := plan.get(word))), None)


@dataclass(frozen=True)
class LogseqNote(Outline[Block]):
    """A page.

    `properties` are those before the first block; as fields `frontmatter.fields` reads them.
    """

    properties: tuple[Property, ...] = ()

    @property
    def verbatim(self) -> frozenset[IntEnum]:
        """What no structure is read in."""
        return frozenset({LogseqKind.FENCE})

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in order."""
        return self.nodes

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
    pages = PageLines(source, closings_of(source.texts, CLOSINGS))
    pages.read(first)
    top = pages.bullets[0].line if pages.bullets else len(source.texts)
    return LogseqNote(
        source=source,
        kinds=tuple(pages.kinds),
        nodes=_tree(source, pages),
        properties=tuple(p for p in pages.properties if p.key.line < top),
    )


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


def _tree(source: Source, pages: PageLines) -> tuple[Block, ...]:
    """Blocks with parents, the ends of their subtrees, and what stands in their own lines."""
    bullets = pages.bullets
    places = tree([b.line for b in bullets], [b.level for b in bullets], len(source.texts))
    ends = [bullet.line for bullet in bullets[1:]] + [len(source.texts)]
    plans = {line: planning(source, line) for line in pages.dated}
    return tuple(
        Block(
            index=index,
            line=bullet.line,
            body=bullet.line + 1,
            body_stop=ends[index],
            stop=places[index][1],
            level=bullet.level,
            title=bullet.title,
            parent=places[index][0],
            bullet=bullet,
            planning=tuple(plans[at] for at in range(bullet.line, ends[index]) if at in plans),
            properties=pages.within(pages.properties, bullet.line, ends[index]),
            comments=pages.within(pages.comments, bullet.line, ends[index]),
        )
        for index, bullet in enumerate(bullets)
    )
