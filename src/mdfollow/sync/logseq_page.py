"""A page of a Logseq graph as the merge sees it: one home, its page and its writer."""

from collections.abc import Sequence
from functools import cached_property

from mdfollow.dialects import quote
from mdfollow.dialects.quote import unescaped
from mdfollow.digest import fingerprint
from mdfollow.document import logseq
from mdfollow.document.edit import Edit
from mdfollow.document.source import Source
from mdfollow.interview.read import Reading, read
from mdfollow.letters import Draft
from mdfollow.problem import Problem
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.logseq_edits import LogseqWriter, draft_lines
from mdfollow.sync.logseq_proof import proof
from mdfollow.sync.logseq_removal import removal
from mdfollow.sync.logseq_scan import LogseqScanned, draft_print
from mdfollow.sync.page_fields import page_fields
from mdfollow.sync.report import conflict, unclosed
from mdfollow.sync.standing import Actual, Home, Rewrite
from mdfollow.sync.trace import Trace

_MARKERS = {"now": "LATER", "todo": "TODO"}
"""The word for a new task by the graph's workflow."""


@dataclass(frozen=True)
class LogseqPage:
    """One page with an interview."""

    path: str
    page: LogseqScanned
    reading: Reading
    settings: Settings
    surroundings: Surroundings

    @property
    def problems(self) -> Sequence[Problem]:
        """What the fields have to say."""
        return self.reading.problems

    @property
    def dialect(self) -> str:
        """Blocks are Logseq's alone."""
        return "logseq"

    @cached_property
    def homes(self) -> Sequence[Home]:
        """The page itself, where it tells of an interview."""
        if not self.reading.interviews:
            return ()
        actual: dict[str, tuple[Actual, ...]] = {}
        for task in self.page.tasks:
            standing = Actual(
                id=task.id,
                text=fingerprint(unescaped(task.words.text)),
                start=task.start,
                due=task.due,
                mark=task.mark,
                made=task.made,
                touched=task.extra or self.page.foreign_children(task),
                plain=task.plain,
                line=task.line + 1,
            )
            actual[task.id] = (*actual.get(task.id, ()), standing)
        home = Home(
            path=self.path,
            place=0,
            stem=self.path.rpartition("/")[2].rpartition(".")[0],
            interviews=self.reading.interviews,
            wishes=self.reading.wishes,
            traces=tuple(each.trace for each in self.page.comments),
            actual=actual,
            drafts={draft.id: draft.text for draft in self.page.drafts},
            letters={draft.id: self.page.letter(draft) for draft in self.page.drafts},
            blocked=self._blocked(),
        )
        return (home,)

    def _blocked(self) -> Problem | None:
        if line := self.page.conflict:
            return conflict(self.path, line)
        if (line := self.page.unclosed) and not self.page.comments:
            return unclosed(self.path, line, "something that is not closed")
        return None

    def text_print(self, words: str) -> str:
        """Fingerprint of words as they read once written."""
        return fingerprint(unescaped(quote.logseq_title(words)))

    def draft_print(self, task_id: str, draft: Draft) -> str:
        """Fingerprint of a draft as it reads once written."""
        return draft_print(draft_lines(draft, task_id, ""))

    def _writer(self, note: str) -> LogseqWriter:
        own = tuple(each for each in self.page.comments if each.trace.note == note)
        marker = _MARKERS.get(self.surroundings.logseq_workflow, "TODO")
        settings = self.settings
        return LogseqWriter(self.page, own, settings.heading, settings.heading_level, marker)

    def edits(self, home: Home, note: str, rewrite: Rewrite, dialect: str) -> tuple[Edit, ...]:
        """The edits that carry out `rewrite`; `note` is the key of the comment to rewrite."""
        return self._writer(note).edits(rewrite)

    def removal(self, home: Home, traces: Sequence[Trace]) -> tuple[Edit, ...]:
        """The edits that take our work out again; what she touched stays, without our ids."""
        notes = dict.fromkeys(trace.note for trace in traces)
        return tuple(edit for note in notes for edit in removal(self._writer(note), home))

    def proof(self, edits: Sequence[Edit], new: bytes) -> str:
        """Why `new` must not be written; empty when all is well."""
        return proof(self.page, edits, new)


def open_logseq(
    path: str, data: bytes, settings: Settings, surroundings: Surroundings
) -> LogseqPage | tuple[Problem, ...]:
    """Read one page; problems alone where it cannot be read, and none for no interview page."""
    found = page_fields(path, data, settings)
    if isinstance(found, tuple):
        return found
    page = LogseqScanned(logseq.scan(Source(data)))
    reading = read(
        found.mapping, path=path, settings=settings, body=page.body(), beside=found.beside
    )
    return LogseqPage(path, page, reading, settings, surroundings) if not reading.against else ()
