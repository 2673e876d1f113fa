"""Taking our work out of a note, so that an untouched plan leaves no trace."""

from collections.abc import Iterable

from mdfollow.dialects.codec import Around, Task, Text
from mdfollow.document.edit import Edit
from mdfollow.document.outline import Node
from mdfollow.document.span import Span
from mdfollow.etiquette.model import Mark
from mdfollow.pattern import pattern
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.sync.merge import same
from mdfollow.sync.reader import Part, Reader
from mdfollow.sync.standing import Actual

_WORDS = pattern(r"[\w\[]")


@dataclass(frozen=True, slots=True)
class Removal:
    """Takes the plans of `part` out; `actual` are its tasks by line, as the merge sees them."""

    reader: Reader
    part: Part
    actual: dict[int, Actual]
    heading: str

    def edits(self) -> tuple[Edit, ...]:
        """Edits that take out tasks and drafts as we wrote them, and our marks everywhere.

        Our heading goes too once nothing stands under it, with what we put above.
        """
        gone: set[int] = set()
        marks: list[Span] = []
        for task in self.part.tasks:
            if self._untouched(task):
                gone |= set(range(task.line, self._end(task.line, task.node.stop)))
            elif self._known(task):
                marks += task.carrier()
        for text in self.part.texts:
            if text.mark is not None and self.part.bases(text.id):
                if self._clean(text):
                    gone |= set(range(text.first, text.stop))
                else:
                    marks.append(text.mark())
        for plan in self.part.plans:
            gone |= set(plan.memory.whole)
        cuts = [*self._headings(gone), *(self._line(line) for line in gone)]
        found = [Edit(span.start, span.end, b"") for span in marks]
        return (*joined([*cuts, *found]),)

    def _end(self, line: int, stop: int) -> int:
        return self.reader.outline.trimmed(line + 1, stop)

    def _line(self, number: int) -> Edit:
        line = self.reader.source.lines[number]
        return Edit(line.start, line.stop, b"")

    def _known(self, task: Task) -> bool:
        return bool(self.part.bases(task.id)) or task.memory is not None

    def _untouched(self, task: Task) -> bool:
        actual = self.actual[task.line]
        inside = range(task.line, task.node.stop)
        beneath = [text for text in self.part.texts if text.first in inside]
        written = any(same(actual, base) for base in self.part.bases(task.id))
        plain = actual.plain and not actual.touched and actual.mark is Mark.OPEN
        return written and plain and all(map(self._clean, beneath))

    def _clean(self, text: Text) -> bool:
        return any(base.draft == text.print for base in self.part.bases(text.id))

    # --- the plan's heading

    def _headings(self, gone: set[int]) -> Iterable[Edit]:
        """The plan's heading with what we put around it, where nothing of hers is under it."""
        outline = self.reader.outline
        for plan in self.part.plans:
            node, around = plan.memory.node, plan.memory.around
            if node is None or not self._is_ours(node):
                continue
            below = range(node.line + 1, self._end(node.line, node.stop))
            inside = [n for n in below if n in gone]
            if around.filled and inside:
                below = range(node.line + 1, inside[-1] + 1)
            if not inside or any(n not in gone and not outline.blank(n) for n in below):
                continue
            last, lines = inside[-1], self.reader.source.lines
            foot = around.foot and last + 1 < len(lines) and outline.blank(last + 1)
            yield Edit(self._begin(node, around), lines[last + foot].stop, b"")

    def _begin(self, node: Node, around: Around) -> int:
        """Where our part of the note begins, endings of lines above included."""
        lines, above = self.reader.source.lines, node.line - 1
        is_last = around.ended and self._is_last(node)
        if around.filled:
            return lines[node.line].end if is_last else lines[node.line].stop
        begin = lines[node.line].start
        if around.pad and above >= 0 and self.reader.outline.blank(above):
            begin, above = lines[above].end, above - 1
        return lines[above].end if is_last and above >= 0 else begin

    def _is_ours(self, node: Node) -> bool:
        """Whether nothing but our heading's words stands on its line."""
        quote = self.reader.codec.quote
        names = {quote.title(name) for name in (self.heading, Settings().heading)}
        line = self.reader.source.texts[node.line]
        rest = line.replace(node.title.text, "", 1)
        return node.title.text in names and not _WORDS.search(rest)

    def _is_last(self, node: Node) -> bool:
        """Whether nothing but plans follows, each with an ending of its own put above it."""
        texts = self.reader.source.texts
        if node.stop == len(texts):
            return True
        memories = self.reader.codec.ours().memories
        after = next((m for m in memories if m.node and m.node.line == node.stop), None)
        if after is None or after.node is None:
            return False
        return after.around.ended and not texts[node.stop - 1] and self._is_last(after.node)


def joined(cuts: Iterable[Edit]) -> Iterable[Edit]:
    """The same cuts, those that touch or overlap made one."""
    start = end = -1
    for cut in sorted(cuts):
        if cut.start > end:
            if end >= 0:
                yield Edit(start, end, b"")
            start = cut.start
        end = max(end, cut.end)
    if end >= 0:
        yield Edit(start, end, b"")
