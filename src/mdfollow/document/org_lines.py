"""The lines of an Org note, one pass: what each is, and the structures they form."""

import re
from bisect import bisect_right
from enum import IntEnum

from mdfollow.document.closings import BLOCKS
from mdfollow.document.org_drawer import (
    Block,
    Drawer,
    Keyword,
    is_property,
    keyword_of,
    property_of,
)
from mdfollow.document.org_stamp import Planning, is_planning, planning
from mdfollow.document.source import Source
from mdfollow.document.span import part
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, field

_COMMENT = pattern(r"[ \t]*#(?: |\Z)")
_DRAWER = pattern(r"[ \t]*:([\w-]+):[ \t]*\Z")
_BLOCK = pattern(r"[ \t]*#\+begin_([^ \t]+)", re.IGNORECASE)
_DYNAMIC = pattern(r"[ \t]*#\+begin:? ", re.IGNORECASE)
_LATEX = pattern(r"[ \t]*\\begin\{([A-Za-z0-9*]+)\}", re.IGNORECASE)
CLOSINGS = (
    *BLOCKS,
    (pattern(r"[ \t]*(#\+end):?[ \t]*\Z", re.IGNORECASE), "{}"),
    (pattern(r".*\\end\{([A-Za-z0-9*]+)\}[ \t]*\Z", re.IGNORECASE), "\\{}"),
)
_VERBATIM = frozenset({"comment", "example", "export", "src", "verse"})


class OrgKind(IntEnum):
    """What a line is."""

    TEXT = 0
    BLANK = 1
    HEADING = 2
    PLANNING = 3
    PROPERTY = 4
    """A property drawer in its proper place, its first and last line included."""
    DRAWER = 5
    """First or last line of any other drawer."""
    KEYWORD = 6
    COMMENT = 7
    BLOCK = 8
    """First or last line of a block; every line of a verbatim one."""


@dataclass(frozen=True, slots=True)
class Body:
    """What stands under one heading, before the tree is known."""

    line: int
    stop: int
    first: int
    planning: Planning | None
    drawer: Drawer | None


@dataclass
class Lines:
    """The pass over the lines, section by section: nothing but a heading ends a section."""

    source: Source
    closings: dict[str, list[int]]
    kinds: list[OrgKind] = field(default_factory=list)
    keywords: list[Keyword] = field(default_factory=list)
    drawers: list[Drawer] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kinds = [
            OrgKind.TEXT if text.strip(" \t") else OrgKind.BLANK for text in self.source.texts
        ]

    def top(self, stop: int) -> Drawer | None:
        """The lines before the first heading; the file's drawer follows comments only."""
        texts = self.source.texts
        line = 0
        while line < stop and _COMMENT.match(texts[line]):
            line += 1
        drawer = self._properties(line, stop)
        if drawer:
            self._fill(0, line, OrgKind.COMMENT)
        self._walk(drawer.last + 1 if drawer else 0, stop, None)
        return drawer

    def section(self, index: int, line: int, stop: int) -> Body:
        """A heading and its own text."""
        self.kinds[line] = OrgKind.HEADING
        first = line + 1
        plan = None
        if first < stop and is_planning(self.source.texts[first]):
            plan = planning(self.source, first)
            self.kinds[first] = OrgKind.PLANNING
            first += 1
        drawer = self._properties(first, stop)
        if drawer:
            first = drawer.last + 1
        self._walk(first, stop, index)
        return Body(line, stop, first, plan, drawer)

    def _properties(self, line: int, stop: int) -> Drawer | None:
        texts = self.source.texts
        if line >= stop or texts[line].strip(" \t").upper() != ":PROPERTIES:":
            return None
        last = self._close(":end:", line, stop)
        if last is None or not all(map(is_property, texts[line + 1 : last])):
            return None
        self._fill(line, last + 1, OrgKind.PROPERTY)
        properties = tuple(property_of(self.source, at) for at in range(line + 1, last))
        start = texts[line].index(":") + 1
        name = part(self.source, line, start, start + len("PROPERTIES"))
        return Drawer(name, line, last, properties)

    def _walk(self, line: int, stop: int, heading: int | None) -> None:
        ends = [stop]
        while line < stop:
            opened = None
            if line == ends[-1]:
                ends.pop()
            elif (opened := self._opening(line, ends[-1])) is None:
                self._plain(line, heading)
            elif not opened[1]:
                ends.append(opened[0])
            line = opened[0] + 1 if opened and opened[1] else line + 1

    def _plain(self, line: int, heading: int | None) -> None:
        if _COMMENT.match(self.source.texts[line]):
            self.kinds[line] = OrgKind.COMMENT
        elif found := keyword_of(self.source, line, heading):
            self.keywords.append(found)
            self.kinds[line] = OrgKind.KEYWORD

    def _opening(self, line: int, stop: int) -> tuple[int, bool] | None:
        """The line that closes what opens in `line`, noted; and whether it holds only text."""
        text = self.source.texts[line]
        if found := _DRAWER.match(text):
            last = self._close(":end:", line, stop)
            if last is None:
                return None
            self.drawers.append(Drawer(part(self.source, line, *found.span(1)), line, last))
            self.kinds[line] = self.kinds[last] = OrgKind.DRAWER
            return last, False
        block = self._block(line, stop)
        if block is None:
            return None
        self.blocks.append(block)
        self.kinds[line] = self.kinds[block.last] = OrgKind.BLOCK
        if block.verbatim:
            self._fill(line, block.last, OrgKind.BLOCK)
        return block.last, block.verbatim

    def _block(self, line: int, stop: int) -> Block | None:
        text = self.source.texts[line]
        if found := _BLOCK.match(text):
            name = found[1].lower()
            last = self._close(f"#+end_{name}", line, stop)
            verbatim = name in _VERBATIM
        elif _DYNAMIC.match(text):
            name, verbatim = "", False
            last = self._close("#+end", line, stop)
        elif found := _LATEX.match(text):
            name, verbatim = found[1], True
            last = self._close(f"\\{name.lower()}", line - 1, stop)
        else:
            return None
        return None if last is None else Block(name, line, last, verbatim)

    def _close(self, name: str, line: int, stop: int) -> int | None:
        lines = self.closings.get(name, [])
        at = bisect_right(lines, line)
        return lines[at] if at < len(lines) and lines[at] < stop else None

    def _fill(self, first: int, stop: int, kind: OrgKind) -> None:
        self.kinds[first:stop] = [kind] * (stop - first)
