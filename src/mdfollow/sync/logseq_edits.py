"""Carrying out a merge's decisions on a Logseq page, as few bytes as possible.

A standing block keeps its bullet, marker, indentation and spelling: only the words or the days in
it are replaced. New tasks follow our last one, a new draft stands right under its task.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from mdfollow.dialects import quote
from mdfollow.dialects.base import Written
from mdfollow.dialects.logseq import BODY, LogseqTask, lines
from mdfollow.dialects.org import stamp_of
from mdfollow.document.edit import Edit
from mdfollow.document.logseq import Block
from mdfollow.document.logseq_lines import LogseqKind
from mdfollow.letters import Draft
from mdfollow.record import dataclass, replace
from mdfollow.sync.line_edits import LineEdits
from mdfollow.sync.logseq_scan import LogseqScanned, StandingComment, StandingDraft
from mdfollow.sync.standing import Change, Rewrite
from mdfollow.sync.trace import Trace, render


@dataclass(frozen=True)
class LogseqWriter:
    """Writes one page. `comments` are the state comments that are its own.

    `marker` is the word for a new task.
    """

    page: LogseqScanned
    comments: tuple[StandingComment, ...]
    heading: str
    level: int
    marker: str

    def edits(self, rewrite: Rewrite) -> tuple[Edit, ...]:
        """All edits for `rewrite`, none where nothing changes."""
        found = [edit for change in rewrite.changes for edit in self._standing(change)]
        if rewrite.trace is None:
            return tuple(found)
        new = [change for change in rewrite.changes if change.add]
        if self.comments:
            found += self._comment(rewrite.trace)
            found += self._new_tasks(self.comments[-1].block, new)
            return tuple(found)
        place = self._over()
        if place is None:
            return (*found, *self._block(new, rewrite.trace))
        found.append(self._state(place, rewrite.trace))
        return (*found, *self._new_tasks(place, new))

    # --- standing blocks

    def _standing(self, change: Change) -> Iterable[Edit]:
        task = next((t for t in self.page.tasks if t.line + 1 == change.line), None)
        draft = self.draft(change.id)
        if task is None:
            return
        if change.remove:
            yield from self._removed(task, draft if change.draft else None)
            return
        if change.desired is None:
            return
        if change.words:
            yield self.lines.within(task.words, quote.logseq_title(change.desired.words))
        if change.window is not None:
            days = {"start": change.window.start, "due": change.window.due}
            for name, place in task.days.items():
                yield self.lines.within(place, stamp_of(days[name]))
        if change.draft and change.desired.draft:
            yield self._drafted(task, draft, change.desired.draft)

    def _removed(self, task: LogseqTask, draft: StandingDraft | None) -> Iterable[Edit]:
        """A block goes with what is beneath it: nothing but drafts as we wrote them."""
        inside = range(task.line + 1, task.block.stop)
        bases = [c.trace.bases[task.id] for c in self.comments if task.id in c.trace.bases]
        beneath = [each for each in self.page.drafts if each.block.line in inside]
        if all(each.text in {base.draft for base in bases} for each in beneath):
            yield self.lines.cut(task.line, self.page.trimmed(task.line + 1, task.block.stop))
            if draft is not None and draft.block.line not in inside:
                yield self.cut_draft(draft)

    def _drafted(self, task: LogseqTask, standing: StandingDraft | None, draft: Draft) -> Edit:
        if standing is None:
            text = draft_lines(draft, task.id, task.block.bullet.indent + self.unit)
            return self.lines.insert(self.page.trimmed(task.line + 1, task.block.body_stop), text)
        block = standing.block
        source = self.page.source
        found = source.lines[block.line : self.page.trimmed(block.line + 1, block.stop)]
        text = draft_lines(draft, task.id, block.bullet.indent)
        return Edit(found[0].start, found[-1].end, source.newline.join(text).encode())

    def draft(self, task_id: str) -> StandingDraft | None:
        """The draft of a task, wherever it stands."""
        return next((draft for draft in self.page.drafts if draft.id == task_id), None)

    # --- new tasks

    def _new_tasks(self, place: Block, changes: Sequence[Change]) -> Iterable[Edit]:
        if not changes:
            return
        ours = {name for comment in self.comments for name in comment.trace.bases}
        inside = [t for t in self.page.tasks if place.line < t.line < place.stop]
        inside = [task for task in inside if task.id in ours or not self.comments]
        last = inside[-1].block if inside else None
        indent = last.bullet.indent if last else place.bullet.indent + self.unit
        at = self.page.trimmed(place.line + 1, last.stop if last else place.stop)
        text = [line for change in changes for line in self._task(change, indent)]
        yield self.lines.insert(at, text)

    def _task(self, change: Change, indent: str) -> list[str]:
        if change.desired is None:
            raise ValueError("a new task needs words")
        window = change.desired.step.window
        words = quote.logseq_title(change.desired.words)
        found = lines(Written(change.id, words, window.start, window.due), indent, self.marker)
        if change.draft and change.desired.draft:
            found += draft_lines(change.desired.draft, change.id, indent + self.unit)
        return found

    @property
    def lines(self) -> LineEdits:
        """Edits of the note by its lines."""
        return LineEdits(self.page.source)

    @cached_property
    def unit(self) -> str:
        """How much deeper a child stands: as on the page, else a tab as Logseq writes it."""
        for block in self.page.note.blocks:
            if block.parent is not None:
                over = self.page.note.blocks[block.parent].bullet.indent
                if block.bullet.indent.startswith(over):
                    return block.bullet.indent[len(over) :]
        return "\t"

    # --- the plan's block

    def _block(self, changes: Sequence[Change], trace: Trace) -> Iterable[Edit]:
        empty = next((b for b in self.page.note.blocks if self._is_empty(b)), None)
        if empty is not None:
            indent = empty.bullet.indent
            state = _state_lines(self._ended(_with(trace, "filled"), empty.line + 1), indent)
            body = [line for each in changes for line in self._task(each, indent + self.unit)]
            yield self.lines.insert(empty.line + 1, [*state, *body])
            return
        source = self.page.source
        first = sum(kind is LogseqKind.FRONT for kind in self.page.note.kinds)
        at = self.page.trimmed(first, len(source.texts))
        pad = int(not self.page.note.blocks and at > 0)
        trace = self._ended(_with(trace, "pad") if pad else trace, at)
        head = f"- {'#' * self.level} {quote.logseq_title(self.heading)}"
        body = [line for each in changes for line in self._task(each, self.unit)]
        yield self.lines.insert(at, [*[""] * pad, head, *_state_lines(trace, ""), *body])

    def _ended(self, trace: Trace, at: int) -> Trace:
        """Remember where the line above had no ending before we wrote."""
        return _with(trace, "ended") if self.lines.unended(at - 1) else trace

    def named(self, block: Block) -> bool:
        """Whether a block is called like ours."""
        bullet = block.bullet
        return bullet.dash and bullet.title.text == quote.logseq_title(self.heading)

    def _is_empty(self, block: Block) -> bool:
        end = self.page.trimmed(block.line + 1, block.stop)
        return self.named(block) and block.bullet.marker is None and end == block.line + 1

    def _over(self) -> Block | None:
        """A block like ours over work of ours, whose comment was cut (merge-cases 21)."""
        lines = [task.line for task in self.page.tasks]
        found = (b for b in self.page.note.blocks if self.named(b))
        return next((b for b in found if any(b.line < line < b.stop for line in lines)), None)

    def _state(self, block: Block, trace: Trace) -> Edit:
        at = self.page.trimmed(block.line + 1, block.body_stop)
        return self.lines.insert(at, _state_lines(trace, block.bullet.indent))

    def _comment(self, trace: Trace) -> Iterable[Edit]:
        *others, last = self.comments
        for other in others:
            yield self.lines.cut(other.comment.first, other.comment.last + 1)
        indent = self.page.source.texts[last.comment.first]
        indent = indent[: len(indent) - len(indent.lstrip(" \t"))]
        first, *rest = render(trace)
        text = self.page.source.newline.join([first, *(indent + line for line in rest)])
        yield Edit(last.comment.span.start, last.comment.span.end, text.encode())

    def cut_draft(self, draft: StandingDraft) -> Edit:
        """Take out a draft with all beneath it."""
        stop = self.page.trimmed(draft.block.line + 1, draft.block.stop)
        return self.lines.cut(draft.block.line, stop)


def _state_lines(trace: Trace, indent: str) -> list[str]:
    return [indent + BODY + line for line in render(trace)]


def _with(trace: Trace, name: str) -> Trace:
    return replace(trace, header=(*trace.header, (name, "1")))


def draft_lines(draft: Draft, task_id: str, indent: str) -> list[str]:
    """A draft as a block: its title with the id, its text beneath."""
    title = f"{indent}- {quote.logseq_title(draft.heading)} <!-- {task_id} draft -->"
    text = quote.logseq_draft(draft.text).split("\n")
    return [title, *(indent + BODY + line if line else "" for line in text)]
