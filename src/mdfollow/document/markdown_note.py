"""A Markdown note as a tree of its headings, and as markdown-it sees its lines."""

from enum import IntEnum

from mdfollow.document import frontmatter
from mdfollow.document.markdown import LineKind, heading, layout, tokens
from mdfollow.document.outline import Node, Outline, tree
from mdfollow.document.source import BOM, Source
from mdfollow.document.span import part
from mdfollow.record import cached_property, dataclass


@dataclass(frozen=True, slots=True)
class Section(Node):
    """An ATX heading with what stands under it, behind the quote marks `marks`."""

    marks: str


@dataclass(frozen=True)
class MarkdownNote(Outline[Section]):
    """A Markdown note. `first` is the first line after its frontmatter.

    `unclosed` names what swallows the end of the note, if anything does.
    """

    first: int = 0
    unclosed: str = ""

    @property
    def verbatim(self) -> frozenset[IntEnum]:
        """What no structure is read in."""
        return frozenset({LineKind.CODE})

    blanks = " \t>"

    @cached_property
    def tail(self) -> int:
        """The line from which modelines, footnotes and their like follow."""
        from mdfollow.document.tail import tail

        return tail(self.source.texts, self.first)

    @cached_property
    def structure(self) -> tuple[object, ...]:
        """For every line the blocks it stands in, outermost first; lists only by kind.

        What the parser cannot tell is equal to nothing.
        """
        found = tokens(self.source, self.first)
        if found is None:
            return tuple(object() for _ in self.source.texts)
        paths: list[tuple[str, ...]] = [("frontmatter",)] * self.first
        paths += [()] * (len(self.source.texts) - self.first)
        for token in found:
            if token.map is None or token.nesting < 0 or token.type == "inline":
                continue
            for number in range(token.map[0], min(token.map[1], len(paths))):
                if not self.blank(number):
                    paths[number] += (token.type,)
        return tuple(paths)

    @property
    def may_stay_open(self) -> bool:
        """Said without looking where a plan would go."""
        return bool(self.unclosed)

    def begins_anew(self, line: int) -> bool:
        """A block of the outermost level begins there, behind an empty line.

        Blocks are read one after the other, and an empty line ends whatever may look ahead: so
        all blocks above end where they would if the note ended there.
        """
        if self.source.texts[line - 1].strip(" \t"):
            return False
        outermost = (t.map for t in tokens(self.source, self.first) or () if t.level == 0 and t.map)
        return any(place[0] == line for place in outermost)

    @cached_property
    def over(self) -> tuple[tuple[int, ...], ...]:
        """Nothing: a heading of ours above text of hers changes nothing of it."""
        return ((),) * len(self.source.texts)

    @cached_property
    def begins(self) -> frozenset[int]:
        """The first lines of list items, where alone a task can stand."""
        items = (t.map for t in tokens(self.source, self.first) or () if t.type == "list_item_open")
        return frozenset(place[0] for place in items if place)


def scan(source: Source) -> MarkdownNote:
    """Read a note."""
    block = frontmatter.find(source.data)
    end = block.end if block else len(BOM) * source.data.startswith(BOM)
    first = source.ended(end)
    found = layout(source, first)
    rows = [
        (number, row)
        for number, text in enumerate(source.texts)
        if "#" in text and found.kinds[number] is LineKind.TEXT and (row := heading(text))
    ]
    lines, levels = [n for n, _ in rows], [level for _, (_, level, _) in rows]
    places = tree(lines, levels, len(source.texts))
    stops = [*lines[1:], len(source.texts)]
    sections = []
    for index, ((line, (marks, level, words)), (parent, stop)) in enumerate(
        zip(rows, places, strict=True)
    ):
        at = source.texts[line].find(words, len(marks) + level)
        title = part(source, line, at, at + len(words))
        body_stop = min(stops[index], stop)
        sections.append(
            Section(index, line, line + 1, body_stop, stop, level, title, parent, marks)
        )
    return MarkdownNote(source, found.kinds, tuple(sections), first, found.unclosed)
