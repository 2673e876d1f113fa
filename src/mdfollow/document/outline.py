"""A note as one tree of headings, items and blocks, whatever its format."""

from collections.abc import Container, Iterator, Sequence
from enum import IntEnum
from typing import Generic, TypeVar

from mdfollow.document.source import Source
from mdfollow.document.span import Part, Span, lines_span, runs
from mdfollow.record import cached_property, dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A heading, an item or a block. Lines count from 0, indices into `Outline.nodes`.

    `line` is its first line, its text begins at `body`, its children at `body_stop`, and all of
    it ends before `stop`. Of `level` only the order matters.
    """

    index: int
    line: int
    body: int
    body_stop: int
    stop: int
    level: int
    title: Part
    parent: int | None


AnyNode = TypeVar("AnyNode", bound=Node, covariant=True)


@dataclass(frozen=True)
class Outline(Generic[AnyNode]):
    """A note, read. `kinds` has one entry per line of `source.lines`."""

    source: Source
    kinds: tuple[IntEnum, ...]
    nodes: tuple[AnyNode, ...]

    blanks = " \t"
    """A line of nothing but these is blank."""

    @property
    def verbatim(self) -> frozenset[IntEnum]:
        """Kinds of lines that are shown as they stand, whatever they look like."""
        return frozenset()

    def span(self, first: int, stop: int) -> Span:
        """The bytes of lines `first..stop` (from 0, `stop` excluded), line endings included."""
        return lines_span(self.source, first, stop)

    def pieces(self) -> Iterator[tuple[IntEnum, Span]]:
        """The note as runs of lines of one kind. With a BOM in front they are all its bytes."""
        return runs(self.source, self.kinds)

    def above(self, node: Node) -> Iterator[AnyNode]:
        """The nodes over one, nearest first."""
        parent = node.parent
        while parent is not None:
            yield self.nodes[parent]
            parent = self.nodes[parent].parent

    def children(self, node: Node) -> Iterator[AnyNode]:
        """The nodes directly under one, in order."""
        for other in self.nodes[node.index + 1 :]:
            if other.line >= node.stop:
                break
            if other.parent == node.index:
                yield other

    @cached_property
    def tail(self) -> int:
        """The line from which only what has to stay last follows."""
        return len(self.source.texts)

    @property
    def structure(self) -> Sequence[object]:
        """What every line is, as far as our work below must not change it."""
        return self.kinds

    @property
    def begins(self) -> Container[int]:
        """The lines a task can begin on, as the format's own parser sees it."""
        return range(len(self.source.texts))

    @property
    def may_stay_open(self) -> bool:
        """Whether something might swallow what is written below; where it goes tells for sure."""
        return True

    def begins_anew(self, line: int) -> bool:
        """Whether what stands above `line` is surely read the same without the lines from there."""
        return False

    def unended(self, line: int) -> bool:
        """Whether `line` is the last one and has no line ending."""
        return line >= 0 and self.source.lines[line].end == self.source.lines[line].stop

    def blank(self, line: int) -> bool:
        """Whether nothing stands on a line."""
        return not self.source.texts[line].strip(self.blanks)

    def trimmed(self, first: int, stop: int) -> int:
        """The end of lines `first..stop` without blank ones and the note's tail."""
        stop = min(stop, self.tail) if first <= self.tail else stop
        while stop > first and self.blank(stop - 1):
            stop -= 1
        return stop

    @cached_property
    def over(self) -> tuple[tuple[int, ...], ...]:
        """For every line the first lines of the nodes around it, outermost first.

        A node's first line is not around itself.
        """
        over: list[tuple[int, ...]] = [()] * len(self.source.texts)
        for node in self.nodes:
            for number in range(node.line + 1, node.stop):
                over[number] = (*over[number], node.line)
        return tuple(over)

    @cached_property
    def conflict(self) -> int:
        """Number (from 1) of a line that begins an unsolved merge conflict; 0 without one."""
        opened = 0
        if b"<<<<<<< " not in self.source.data:
            return 0
        for number, text in enumerate(self.source.texts):
            if self.kinds[number] in self.verbatim:
                continue
            if text.startswith("<<<<<<< ") and not opened:
                opened = number + 1
            elif text.startswith(">>>>>>> ") and opened:
                return opened
        return 0


def tree(lines: Sequence[int], levels: Sequence[int], count: int) -> list[tuple[int | None, int]]:
    """Parent and end of the nodes that begin at `lines`, in a note of `count` lines."""
    stops = [count] * len(lines)
    parents: list[int | None] = []
    over: list[int] = []
    for index, level in enumerate(levels):
        while over and levels[over[-1]] >= level:
            stops[over.pop()] = lines[index]
        parents.append(over[-1] if over else None)
        over.append(index)
    return list(zip(parents, stops, strict=True))
