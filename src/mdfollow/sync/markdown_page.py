"""A Markdown note as the merge sees it: one home, its page and its writer."""

from collections.abc import Sequence
from functools import cached_property

from mdfollow.dialects import CHECKBOXES, quote
from mdfollow.dialects.base import Symbols
from mdfollow.digest import fingerprint
from mdfollow.document import frontmatter
from mdfollow.document.edit import Edit
from mdfollow.document.source import BOM, Source
from mdfollow.interview.read import Reading, read
from mdfollow.letters import Draft
from mdfollow.problem import Problem
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.markdown_edits import Writer
from mdfollow.sync.markdown_lines import draft_lines
from mdfollow.sync.markdown_removal import removal
from mdfollow.sync.markdown_scan import Scanned, draft_print, text_print
from mdfollow.sync.page_fields import page_fields
from mdfollow.sync.proof import proof
from mdfollow.sync.report import conflict, unclosed
from mdfollow.sync.standing import Actual, Home, Rewrite
from mdfollow.sync.trace import Trace


@dataclass(frozen=True)
class MarkdownPage:
    """One Markdown interview note."""

    path: str
    scanned: Scanned
    reading: Reading
    settings: Settings
    surroundings: Surroundings

    @property
    def problems(self) -> Sequence[Problem]:
        """What the fields have to say."""
        return self.reading.problems

    @cached_property
    def dialect(self) -> str:
        """For a first plan: her wish for this note, the setting, else what the vault shows."""
        wished = self.reading.wishes.dialect or self.settings.dialect
        if wished in CHECKBOXES:
            return wished
        if self.surroundings.tasks_plugin:
            return "dataview" if self.surroundings.task_format == "dataview" else "tasks"
        return "gfm"

    @cached_property
    def homes(self) -> Sequence[Home]:
        """The note itself, where it tells of an interview."""
        return (self.whole(),) if self.reading.interviews else ()

    def whole(self) -> Home:
        """The note as one home, whether it tells of an interview or not."""
        actual: dict[str, tuple[Actual, ...]] = {}
        for each in self.scanned.tasks:
            task = each.task
            standing = Actual(
                task.id,
                fingerprint(task.words),
                task.start,
                task.due,
                task.mark,
                task.made,
                task.extra or each.children,
                task.plain,
                each.line + 1,
            )
            actual[task.id] = (*actual.get(task.id, ()), standing)
        return Home(
            path=self.path,
            place=0,
            stem=self.path.rpartition("/")[2].rpartition(".")[0],
            interviews=self.reading.interviews,
            wishes=self.reading.wishes,
            traces=tuple(comment.trace for comment in self.scanned.comments),
            actual=actual,
            drafts={draft.id: draft.text for draft in self.scanned.drafts},
            letters={draft.id: self.scanned.letter(draft) for draft in self.scanned.drafts},
            blocked=self._blocked(),
        )

    def _blocked(self) -> Problem | None:
        if line := self.scanned.conflict:
            return conflict(self.path, line)
        if (inside := self.scanned.layout.unclosed) and not self.scanned.comments:
            return unclosed(self.path, len(self.scanned.source.lines), inside)
        return None

    def text_print(self, words: str) -> str:
        """Fingerprint of words as they read once quoted."""
        return text_print(quote.title(words))

    def draft_print(self, task_id: str, draft: Draft) -> str:
        """Fingerprint of a draft as it reads once written."""
        return draft_print("\n".join(draft_lines(draft, task_id, 3)))

    def _writer(self, note: str, dialect: str) -> Writer:
        own = tuple(each for each in self.scanned.comments if each.trace.note == note)
        return Writer(
            self.scanned, own, dialect, self.settings.heading, self.settings.heading_level
        )

    def edits(self, home: Home, note: str, rewrite: Rewrite, dialect: str) -> tuple[Edit, ...]:
        """The edits that carry out `rewrite`; `note` is the key of the comment to rewrite."""
        return self._writer(note, dialect).edits(rewrite)

    def removal(self, home: Home, traces: Sequence[Trace]) -> tuple[Edit, ...]:
        """The edits that take our work out again; what she touched stays, without our ids."""
        found: list[Edit] = []
        for note in dict.fromkeys(trace.note for trace in traces):
            found += removal(self._writer(note, ""), home)
        return tuple(found)

    def proof(self, edits: Sequence[Edit], new: bytes) -> str:
        """Why `new` must not be written; empty when all is well."""
        source = Source(new)
        start = body_start(new)
        first = sum(1 for line in source.lines if line.stop <= start)
        if first != self.scanned.first:
            return "the note's first lines would be read differently"
        before = set(self.scanned.source.texts)
        added = [
            task for each in edits for task in each.new.decode().split(self.scanned.source.newline)
        ]
        tasks = [text.lstrip("> \t") for text in added if "[ ] " in text and text not in before]
        return proof(self.scanned.source, first, edits, source, tasks)


def body_start(data: bytes) -> int:
    """Byte offset behind the frontmatter and the BOM."""
    block = frontmatter.find(data)
    if block is not None:
        return block.end
    return len(BOM) if data.startswith(BOM) else 0


def open_markdown(
    path: str, data: bytes, settings: Settings, surroundings: Surroundings
) -> MarkdownPage | tuple[Problem, ...]:
    """Read one note; problems alone where it cannot be read, and none for no interview note."""
    found = page_fields(path, data, settings)
    if isinstance(found, tuple):
        return found
    scanned = _scanned(data, found.end, surroundings)
    reading = read(
        found.mapping, path=path, settings=settings, body=scanned.body(), beside=found.beside
    )
    if reading.against:
        return ()
    return MarkdownPage(path, scanned, reading, settings, surroundings)


def planned_before(
    path: str, data: bytes, settings: Settings, surroundings: Surroundings
) -> MarkdownPage | None:
    """A note that holds a plan though it is to have none any more (`mdfollow: false`)."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    scanned = _scanned(data, body_start(data), surroundings)
    if not scanned.comments:
        return None
    return MarkdownPage(path, scanned, Reading(), settings, surroundings)


def _scanned(data: bytes, end: int, surroundings: Surroundings) -> Scanned:
    source = Source(data)
    first = sum(1 for line in source.lines if line.stop <= end)
    symbols = Symbols(
        surroundings.done_symbols, surroundings.cancelled_symbols, surroundings.global_filter
    )
    return Scanned(source, first, symbols)
