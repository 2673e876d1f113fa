"""Markdown notes: tasks are list items, drafts sections of their own, the memory a comment.

How id and dates are spelt is a row of the table of dialects; all rows are read alike.
"""

from collections.abc import Callable, Sequence

from mdfollow.dialects import DIALECTS, checkbox, front, quote
from mdfollow.dialects.base import Symbols, TaskLine, Written
from mdfollow.dialects.codec import (
    InterviewPlace,
    Memory,
    Ours,
    Quote,
    Site,
)
from mdfollow.dialects.markdown_ours import DEEPEST, USUAL_PAD, MarkdownOurs, counts, unquoted
from mdfollow.document import markdown_note
from mdfollow.document.markdown_note import MarkdownNote, Section
from mdfollow.document.outline import Node
from mdfollow.document.source import Source
from mdfollow.record import cached_property, dataclass
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings


@dataclass(frozen=True)
class MarkdownCodec:
    """One note. `heading` and `level` are those of a new plan."""

    source: Source
    symbols: Symbols
    heading: str
    level: int

    apart = True

    @cached_property
    def outline(self) -> MarkdownNote:
        """Read when it is asked for: most notes are none of ours."""
        return markdown_note.scan(self.source)

    @property
    def quote(self) -> Quote:
        """Words escaped, days as numbers."""
        return _QUOTE

    # --- what stands

    def places(self, data: bytes, path: str) -> Sequence[InterviewPlace]:
        """The note, by its frontmatter or page properties."""
        return front.places(data, path, self._reader.body)

    def ours(self) -> Ours:
        """Items with an id of ours, sections whose comment says draft, state comments."""
        return self._reader.all

    @cached_property
    def _reader(self) -> MarkdownOurs:
        return MarkdownOurs(self.outline, self.symbols, self.heading)

    # --- how it is written

    def task(self, task: Written, dialect: str) -> list[str]:
        """A list item."""
        row = DIALECTS.get(dialect)
        fields = row.fields if row and row.fields else DIALECTS["gfm"].fields
        return lines(task, self.symbols, fields)

    def draft(self, heading: str, text: str, task_id: str, lead: str) -> list[str]:
        """A section: heading, id, text, and one blank line behind."""
        marks = lead.rstrip("#")
        level = min(len(lead) - len(marks), DEEPEST) or DEEPEST
        title = f"{'#' * level} {quote.title(heading)}"
        rows = [title, f"<!-- {task_id} draft -->", "", *quote.draft(text).split("\n"), ""]
        return [(marks + row).rstrip() if marks else row for row in rows]

    def memory(self, lines: Sequence[str], *, inside: bool) -> list[str]:
        """A comment."""
        return list(lines)

    def below(self, lead: str) -> str:
        """A level deeper."""
        return lead + "#"

    # --- where it goes

    def plan(
        self, scope: Node | None, work: Sequence[range], belongs: Callable[[Node], bool]
    ) -> Site:
        """Below work of ours that stands; under an empty heading like ours; else at the end."""
        note, texts = self.outline, self.outline.source.texts
        if work:
            at = max(rows.stop for rows in work)
            at = min(at, note.tail) if note.tail > at - 1 else at
            above = () if self._blank(at - 1) else ("",)
            return Site(at, above=above, below=() if self._blank(at) else ("",))
        unclosed = (len(texts), note.unclosed) if note.unclosed else None
        empty = next((each for each in note.nodes if self._is_empty(each)), None)
        if empty is not None:
            header = (("filled", "1"), *(("pad", "1"),) * note.unended(empty.line))
            marks, hashes = empty.marks, "#" * empty.level
            return Site(
                line=empty.line + 1,
                lead=marks,
                inner=marks,
                above=(marks.rstrip(),),
                header=header,
                heading=marks + hashes,
                unclosed=unclosed,
            )
        at = note.tail
        parted = at == note.first or not note.blank(at - 1)
        pad, foot = parted + note.unended(at - 1), at < len(texts)
        header = (*(("pad", str(pad)),) * (pad != USUAL_PAD), *(("foot", "1"),) * foot)
        return Site(
            line=at,
            above=(*[""] * parted, *self._title),
            below=("",) * foot,
            header=header,
            heading="#" * self.level,
            unclosed=unclosed,
        )

    def first(self, memory: Memory, *, draft: bool) -> Site:
        """Under the plan's heading; a draft before the memory."""
        section, start, marks = memory.node, memory.whole[0], memory.lead
        hashes = "#" * (section.level if section else self.level)
        gap = () if self._blank(start - 1) else ("",)
        if draft:
            at = min(start, section.stop) if section else start
            above = () if self._blank(at - 1) else (marks.rstrip(),)
            return Site(at, above=above, heading=marks + hashes)
        if section is None:
            above = tuple((marks + row).rstrip() for row in (*gap, *self._title))
            return Site(start, marks, above=above, below=(marks.rstrip(),))
        own = section.marks if isinstance(section, Section) else ""
        at, blank = section.line + 1, own.rstrip()
        if at < len(self.outline.kinds) and self._blank(at):
            return Site(at + 1, own, below=(blank,))
        return Site(at, own, above=(blank,), below=(blank,))

    @property
    def _title(self) -> tuple[str, str]:
        return f"{'#' * self.level} {quote.title(self.heading)}", ""

    def _blank(self, line: int) -> bool:
        """Whether `line` is blank, or lies before the first or after the last one."""
        inside = self.outline.first <= line < len(self.outline.kinds)
        return not inside or not self.outline.source.texts[line].replace(">", " ").strip()

    def _is_empty(self, section: Section) -> bool:
        """A heading exactly like ours with nothing under it: a template left it for us."""
        stop = min(section.body_stop, self.outline.tail)
        return section.title.text == self.heading and all(
            map(self._blank, range(section.body, stop))
        )


_QUOTE = Quote(quote.title, quote.draft, quote.unescaped, counts, str, unquoted)


def lines(task: Written, symbols: Symbols, fields: str) -> list[str]:
    """A task is one line."""
    return [checkbox.render(task, symbols, fields)]


def scan(text: str, symbols: Symbols) -> TaskLine | None:
    """The task in a line of any spelling of checkboxes."""
    return checkbox.scan(text, symbols)


def open_codec(source: Source, around: Surroundings, settings: Settings) -> MarkdownCodec:
    """Read a note; boxes mean what the Tasks plugin's settings say."""
    symbols = Symbols(around.done_symbols, around.cancelled_symbols, around.global_filter)
    return MarkdownCodec(source, symbols, settings.heading, settings.heading_level)
