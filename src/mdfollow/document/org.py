"""Org notes: what every line is, as Emacs' own parser sees it, with the bytes of every part.

Nothing is ever written back from these values: edits replace spans, all other bytes stay.
"""

import re
from enum import IntEnum
from itertools import pairwise

from mdfollow.document.closings import closings_of
from mdfollow.document.org_drawer import Block, Drawer, Keyword, StateNote, state_notes
from mdfollow.document.org_heading import (
    HEADING,
    TODO_KEYS,
    Headline,
    TodoWords,
    headline,
    todo_words,
)
from mdfollow.document.org_lines import CLOSINGS, Body, Lines, OrgKind
from mdfollow.document.org_stamp import Planning
from mdfollow.document.outline import Node, Outline, tree
from mdfollow.document.source import Source
from mdfollow.document.tail import tail
from mdfollow.record import cached_property, dataclass

_BESIDE = frozenset({OrgKind.COMMENT, OrgKind.BLANK})


@dataclass(frozen=True, slots=True)
class Heading(Node):
    """A heading; its body begins after planning line and property drawer.

    `hidden`: it or a heading above it is commented out or archived.
    """

    headline: Headline
    planning: Planning | None = None
    drawer: Drawer | None = None
    hidden: bool = False


@dataclass(frozen=True)
class OrgNote(Outline[Heading]):
    """An Org note.

    `drawer` is the file's own property drawer, `drawers` are all others but those of headings.
    """

    words: TodoWords
    keywords: tuple[Keyword, ...] = ()
    drawers: tuple[Drawer, ...] = ()
    blocks: tuple[Block, ...] = ()
    drawer: Drawer | None = None

    @property
    def verbatim(self) -> frozenset[IntEnum]:
        """What no structure is read in."""
        return frozenset({OrgKind.BLOCK})

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        return self.nodes

    @cached_property
    def tail(self) -> int:
        """The line from which only a modeline or Local Variables in comments follow."""
        start = len(self.kinds)
        while start and self.kinds[start - 1] in _BESIDE:
            start -= 1
        return tail(self.source.texts, start)

    def tags(self, heading: Heading | None) -> tuple[str, ...]:
        """Tags of the heading, of those above it and of `#+FILETAGS`, nearest first."""
        chain = [heading, *self.above(heading)] if heading else []
        lines = (k.value.text for k in self.keywords if k.key.text.upper() == "FILETAGS")
        rows = [h.headline.tags for h in chain] + [tuple(re.split(r"[: \t]+", t)) for t in lines]
        return tuple(dict.fromkeys(tag for row in rows for tag in row if tag))

    def states(self, heading: Heading) -> tuple[StateNote, ...]:
        """Notes about changed states under a heading, from its text and its drawers."""
        return tuple(state_notes(self.source, heading.body, heading.body_stop))


def scan(source: Source) -> OrgNote:
    """Read a note. Every text is an Org note: there is nothing to refuse."""
    texts = source.texts
    stars = [line for line, text in enumerate(texts) if HEADING.match(text)]
    found = Lines(source, closings_of(texts, CLOSINGS, within="end"))
    top = found.top(stars[0] if stars else len(texts))
    bodies = [
        found.section(index, line, stop)
        for index, (line, stop) in enumerate(pairwise([*stars, len(texts)]))
    ]
    words = todo_words(
        (k.key.text, k.value.text) for k in found.keywords if k.key.text.upper() in TODO_KEYS
    )
    return OrgNote(
        source=source,
        words=words,
        kinds=tuple(found.kinds),
        nodes=_tree(source, words, bodies),
        keywords=tuple(found.keywords),
        drawers=tuple(found.drawers),
        blocks=tuple(found.blocks),
        drawer=top,
    )


def _tree(source: Source, words: TodoWords, bodies: list[Body]) -> tuple[Heading, ...]:
    """Headings with parents and the ends of their subtrees."""
    lines = [headline(source, body.line, words) for body in bodies]
    places = tree([b.line for b in bodies], [h.level for h in lines], len(source.texts))
    headings: list[Heading] = []
    for index, (body, line, (parent, stop)) in enumerate(zip(bodies, lines, places, strict=True)):
        over = parent is not None and headings[parent].hidden
        headings.append(
            Heading(
                index=index,
                line=body.line,
                body=body.first,
                body_stop=body.stop,
                stop=stop,
                level=line.level,
                title=line.title,
                parent=parent,
                headline=line,
                planning=body.planning,
                drawer=body.drawer,
                hidden=over or line.commented or line.archived,
            )
        )
    return tuple(headings)
