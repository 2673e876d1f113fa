"""Org notes: what every line is, as Emacs' own parser sees it, with the bytes of every part.

Nothing is ever written back from these values: edits replace spans, all other bytes stay.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from mdfollow.document.org_drawer import Block, Drawer, Keyword, StateNote, state_notes
from mdfollow.document.org_heading import (
    HEADING,
    TODO_KEYS,
    Headline,
    TodoWords,
    headline,
    todo_words,
)
from mdfollow.document.org_lines import Body, Lines, OrgKind, closings_of
from mdfollow.document.org_stamp import Planning
from mdfollow.document.source import Source
from mdfollow.document.span import Span, lines_span, runs
from mdfollow.record import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its place in the tree. Lines count from 0, indices into `OrgNote.headings`.

    Its own text ends before line `body_stop`, its subtree before line `stop`. `body` is the
    first line after planning line and property drawer. `hidden`: it or a heading above it is
    commented out or archived.
    """

    index: int
    line: int
    body: int
    body_stop: int
    stop: int
    headline: Headline
    parent: int | None = None
    planning: Planning | None = None
    drawer: Drawer | None = None
    hidden: bool = False


@dataclass(frozen=True)
class OrgNote:
    """An Org note. `kinds` has one entry per line of `source.lines`.

    `drawer` is the file's own property drawer, `drawers` are all others but those of headings.
    """

    source: Source
    words: TodoWords
    kinds: tuple[OrgKind, ...]
    headings: tuple[Heading, ...]
    keywords: tuple[Keyword, ...] = ()
    drawers: tuple[Drawer, ...] = ()
    blocks: tuple[Block, ...] = ()
    drawer: Drawer | None = None

    def span(self, first: int, stop: int) -> Span:
        """The bytes of lines `first..stop` (from 0, `stop` excluded), line endings included."""
        return lines_span(self.source, first, stop)

    def pieces(self) -> Iterator[tuple[OrgKind, Span]]:
        """The note as runs of lines of one kind. With a BOM in front they are all its bytes."""
        return runs(self.source, self.kinds)

    def above(self, heading: Heading) -> Iterator[Heading]:
        """The headings over one, nearest first."""
        while heading.parent is not None:
            heading = self.headings[heading.parent]
            yield heading

    def children(self, heading: Heading) -> Iterator[Heading]:
        """The headings directly under one, in order."""
        for other in self.headings[heading.index + 1 :]:
            if other.line >= heading.stop:
                break
            if other.parent == heading.index:
                yield other

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
    found = Lines(source, closings_of(texts))
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
        headings=_tree(source, words, bodies),
        keywords=tuple(found.keywords),
        drawers=tuple(found.drawers),
        blocks=tuple(found.blocks),
        drawer=top,
    )


def _tree(source: Source, words: TodoWords, bodies: list[Body]) -> tuple[Heading, ...]:
    """Headings with parents and the ends of their subtrees."""
    lines = [headline(source, body.line, words) for body in bodies]
    stops = [len(source.texts)] * len(bodies)
    parents: list[int | None] = []
    open_: list[int] = []
    for index, line in enumerate(lines):
        while open_ and lines[open_[-1]].level >= line.level:
            stops[open_.pop()] = bodies[index].line
        parents.append(open_[-1] if open_ else None)
        open_.append(index)
    headings: list[Heading] = []
    for index, (body, line, parent) in enumerate(zip(bodies, lines, parents, strict=True)):
        over = parent is not None and headings[parent].hidden
        headings.append(
            Heading(
                index=index,
                line=body.line,
                body=body.first,
                body_stop=body.stop,
                stop=stops[index],
                headline=line,
                parent=parent,
                planning=body.planning,
                drawer=body.drawer,
                hidden=over or line.commented or line.archived,
            )
        )
    return tuple(headings)
