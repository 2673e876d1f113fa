"""What of ours stands on a Logseq page: tasks, drafts and state comments, with their blocks."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from mdfollow.dialects.checkbox import ID
from mdfollow.dialects.logseq import LogseqTask, task_of
from mdfollow.digest import fingerprint
from mdfollow.document.logseq import Block, LogseqNote
from mdfollow.document.logseq_lines import Comment, LogseqKind
from mdfollow.document.source import Source
from mdfollow.record import dataclass
from mdfollow.sync.letter import letter_of
from mdfollow.sync.standing import Letter
from mdfollow.sync.trace import OPENING, Trace, parse

DRAFT = re.compile(rf"<!-- *({ID}) draft *-->")
_VIEW = re.compile(r"[ \t]*collapsed:: ")
_OPENINGS = re.compile(r"[ \t]*(?:- +)?(?:```|~~~|#\+begin_|<!--(?!.*-->))", re.IGNORECASE)
_CLOSED = frozenset({LogseqKind.FENCE, LogseqKind.COMMENT})


@dataclass(frozen=True, slots=True)
class StandingComment:
    """A state comment and the block it stands in."""

    block: Block
    comment: Comment
    trace: Trace


@dataclass(frozen=True, slots=True)
class StandingDraft:
    """A block that carries the mark of a draft of ours; `text` is its fingerprint."""

    block: Block
    id: str
    text: str


@dataclass(frozen=True)
class LogseqScanned:
    """One page, read."""

    note: LogseqNote

    @property
    def source(self) -> Source:
        """The page's bytes."""
        return self.note.source

    @cached_property
    def tasks(self) -> tuple[LogseqTask, ...]:
        """All blocks that carry an id of ours."""
        found = (
            task_of(self.note, block)
            for block in self.note.blocks
            if "mf-" in block.bullet.title.text
        )
        return tuple(task for task in found if task)

    @cached_property
    def drafts(self) -> tuple[StandingDraft, ...]:
        """All blocks whose first line says that they are a draft of ours."""
        found = ((block, DRAFT.search(block.bullet.title.text)) for block in self.note.blocks)
        return tuple(
            StandingDraft(block, match[1], draft_print(self.lines(block)))
            for block, match in found
            if match
        )

    @cached_property
    def comments(self) -> tuple[StandingComment, ...]:
        """All state comments, of this page and foreign ones."""
        found = []
        for block in self.note.blocks:
            for comment in block.comments:
                lines = self.source.texts[comment.first : comment.last + 1]
                trace = parse(lines) if lines[0].strip().startswith(OPENING) else None
                if trace is not None:
                    found.append(StandingComment(block, comment, trace))
        return tuple(found)

    @cached_property
    def conflict(self) -> int:
        """Number (from 1) of a line that begins an unsolved merge conflict; 0 without one."""
        opened = 0
        for number, text in enumerate(self.source.texts):
            if self.note.kinds[number] is LogseqKind.FENCE:
                continue
            if text.startswith("<<<<<<< ") and not opened:
                opened = number + 1
            elif text.startswith(">>>>>>> ") and opened:
                return opened
        return 0

    @cached_property
    def unclosed(self) -> int:
        """Number (from 1) of a line that opens something which never ends, else 0."""
        for number, text in enumerate(self.source.texts):
            kind = self.note.kinds[number]
            inside = kind in _CLOSED or kind is LogseqKind.FRONT
            after = number + 1 < len(self.note.kinds) and self.note.kinds[number + 1] in _CLOSED
            if _OPENINGS.match(text) and not inside and not after:
                return number + 1
        return 0

    def letter(self, draft: StandingDraft) -> Letter:
        """The text of a draft as it stands, without its block's first line and properties."""
        block, texts = draft.block, self.source.texts
        numbers = range(block.line + 1, self.trimmed(block.line + 1, block.stop))
        return letter_of(texts, [n for n in numbers if not _VIEW.match(texts[n])])

    def lines(self, block: Block) -> Sequence[str]:
        """The lines of a block and of all beneath it, blank ones at the end left off."""
        return self.source.texts[block.line : self.trimmed(block.line + 1, block.stop)]

    def trimmed(self, first: int, stop: int) -> int:
        """The end of lines `first..stop` without blank ones."""
        while stop > first and not self.source.texts[stop - 1].strip(" \t"):
            stop -= 1
        return stop

    def foreign_children(self, task: LogseqTask) -> bool:
        """Whether anything but its draft hangs beneath a task."""
        drafts = {draft.block.index for draft in self.drafts if draft.id == task.id}
        return any(child.index not in drafts for child in self.note.children(task.block))

    def body(self) -> Sequence[tuple[int, str]]:
        """Numbered (from 1) lines of text outside code, comments and our own blocks."""
        ours: set[int] = set()
        for block in self._ours():
            ours |= set(range(block.line, block.stop))
        text = {LogseqKind.TEXT, LogseqKind.BLOCK}
        return [
            (number + 1, line)
            for number, line in enumerate(self.source.texts)
            if self.note.kinds[number] in text and number not in ours
        ]

    def _ours(self) -> Iterable[Block]:
        yield from (task.block for task in self.tasks if not self.foreign_children(task))
        yield from (draft.block for draft in self.drafts)


def draft_print(lines: Iterable[str]) -> str:
    """Fingerprint of a draft's lines; whether Logseq shows it folded plays no part."""
    return fingerprint("\n".join(line for line in lines if not _VIEW.match(line)))
