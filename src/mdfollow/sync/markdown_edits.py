"""Carrying out a merge's decisions in a Markdown note, as few bytes as possible.

A standing line keeps its marker, box, indentation and spelling: only the words or the dates in
it are replaced. New tasks follow our last task, new drafts our last draft, the state comment is
last; nothing is ever moved.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from mdfollow.dialects import quote
from mdfollow.document.edit import Edit
from mdfollow.document.markdown import quote_marks
from mdfollow.document.tail import tail
from mdfollow.letters import Draft
from mdfollow.record import dataclass
from mdfollow.sync.markdown_block import block, restored
from mdfollow.sync.markdown_lines import DEEPEST, Lines, draft_lines, new_drafts, words
from mdfollow.sync.markdown_scan import (
    Heading,
    Scanned,
    StandingComment,
    StandingDraft,
    StandingTask,
)
from mdfollow.sync.standing import Change, Rewrite
from mdfollow.sync.trace import Trace, render


@dataclass(frozen=True)
class Writer:
    """Writes into one note. `comments` are the state comments that are this note's own."""

    note: Scanned
    comments: tuple[StandingComment, ...]
    dialect: str
    heading: str
    level: int

    @cached_property
    def lines(self) -> Lines:
        """The note by line numbers."""
        return Lines(self.note, self.dialect)

    def edits(self, rewrite: Rewrite) -> tuple[Edit, ...]:
        """All edits for `rewrite`, none where nothing changes."""
        new = [change for change in rewrite.changes if change.add]
        found = [edit for change in rewrite.changes for edit in self._standing(change)]
        if not self.comments and rewrite.trace is not None:
            heading = Heading(0, "", self.level, self.heading)
            comment = restored(self.lines, rewrite.trace)
            return (*found, comment or block(self.lines, heading, new, rewrite.trace))
        if not self.comments:
            return tuple(found)
        lines = [self.lines.task(change) for change in new]
        drafts = [change for change in rewrite.changes if self._new_draft(change)]
        if not lines and not drafts:
            found = self._without_heading(found)
        found += self._new_tasks(lines)
        found += self._new_drafts(drafts)
        if rewrite.trace is not None:
            found += self._comment(rewrite.trace)
        return tuple(found)

    def _standing(self, change: Change) -> Iterable[Edit]:
        task = self._task(change)
        draft = self._draft(change.id)
        if change.remove and task is not None:
            yield self.lines.cut(task.line, task.stop)
        if change.remove and change.draft and draft is not None:
            yield self.lines.cut(draft.first, draft.stop)
        if task is not None and change.desired is not None:
            if change.words:
                span = task.task.words_span
                yield self.lines.within(task.line, span.start, span.end, words(change))
            if change.window is not None:
                days = {"start": change.window.start, "due": change.window.due}
                for name, day in days.items():
                    if place := task.task.date_spans.get(name):
                        yield self.lines.within(task.line, place.start, place.end, day.isoformat())
        if change.draft and draft is not None and change.desired and change.desired.draft:
            yield self._rewritten(draft, change.desired.draft)

    def _without_heading(self, cuts: list[Edit]) -> list[Edit]:
        """The same edits, with our heading gone where they leave nothing under it.

        The comment stays; a later section is put above it (merge-cases 50).
        """
        section, comment = self.section(), self.comments[-1]
        ours = section is not None and section.words == self.heading
        if section is None or not ours or comment.trace.said("filled") or len(self.comments) > 1:
            return cuts
        whole = self.lines.cut(section.line, comment.first)
        inside = [cut for cut in cuts if whole.start <= cut.start and cut.end <= whole.end]
        if not inside or any(cut.new for cut in inside):
            return cuts
        first, stop = self.bounds(section)
        bottom = min(stop, tail(self.note.source.texts, first))
        for number in (*range(first + 1, comment.first), *range(comment.stop, bottom)):
            line = self.note.source.lines[number]
            gone = any(cut.start <= line.start and line.stop <= cut.end for cut in inside)
            if not gone and not self.lines.blank(number):
                return cuts
        return [*(cut for cut in cuts if cut not in inside), whole]

    def _task(self, change: Change) -> StandingTask | None:
        return next((t for t in self.note.tasks if t.line + 1 == change.line), None)

    def _draft(self, task_id: str) -> StandingDraft | None:
        return next((d for d in self.note.drafts if d.id == task_id), None)

    def _new_draft(self, change: Change) -> bool:
        return change.draft and not change.remove and self._draft(change.id) is None

    # --- drafts

    def _rewritten(self, standing: StandingDraft, draft: Draft) -> Edit:
        marks = quote_marks(self.note.source.texts[standing.comment])
        stop = standing.stop
        while stop > standing.comment + 1 and self.lines.blank(stop - 1):
            stop -= 1
        lines = draft_lines(draft, standing.id, standing.level)[:-1]
        text = self.lines.text(lines, marks)
        end = self.note.source.lines[stop - 1].stop
        if end == self.note.source.lines[stop - 1].end:
            text = text.removesuffix(self.note.source.newline.encode())
        return self.lines.replace(self.lines.start(standing.first), end, text)

    def _new_drafts(self, changes: Sequence[Change]) -> Iterable[Edit]:
        if not changes:
            return
        section = self.section()
        level = min((section.level if section else self.level) + 1, DEEPEST)
        start, stop = self.bounds(section)
        ours = {name for comment in self.comments for name in comment.trace.bases}
        standing = [d for d in self.note.drafts if start <= d.first < stop and d.id in ours]
        above = self.comments[-1].first
        at = standing[-1].stop if standing else min(above, stop) if section else above
        marks = self.comments[-1].marks
        lines = [*([] if self.lines.blank(at - 1) else [""]), *new_drafts(changes, level)]
        yield self.lines.insert(at, self.lines.text(lines, marks))

    # --- tasks

    def _new_tasks(self, lines: Sequence[str]) -> Iterable[Edit]:
        if not lines:
            return
        section = self.section()
        start, stop = self.bounds(section)
        ours = {name for comment in self.comments for name in comment.trace.bases}
        standing = [t for t in self.note.tasks if start <= t.line < stop and t.task.id in ours]
        if standing:
            last = standing[-1]
            lead = self.note.source.texts[last.line][: self._lead(last)]
            yield self.lines.insert(last.stop, self.lines.text([lead + line for line in lines]))
        elif section is not None:
            at = section.line + 1
            blank = at < len(self.note.source.texts) and self.lines.blank(at)
            block = [*lines, ""] if blank else ["", *lines, ""]
            yield self.lines.insert(at + blank, self.lines.text(block, section.marks))
        else:
            comment = self.comments[-1]
            block = ["#" * self.level + " " + quote.title(self.heading), "", *lines, ""]
            gap = [] if self.lines.blank(comment.first - 1) else [""]
            yield self.lines.insert(comment.first, self.lines.text([*gap, *block], comment.marks))

    def _lead(self, task: StandingTask) -> int:
        text = self.note.source.texts[task.line]
        return len(text) - len(text.lstrip(" \t>"))

    def section(self) -> Heading | None:
        """The heading above the state comment that is ours or has our work under it."""
        comment = self.comments[-1]
        drafts = {draft.first for draft in self.note.drafts}
        levels = [d.level for d in self.note.drafts if d.id in comment.trace.bases]
        above = [h for h in self.note.headings if h.line < comment.first and h.line not in drafts]
        limit = min(levels, default=DEEPEST + 1)
        nearest = next((h for h in reversed(above) if h.level < limit), None)
        if nearest is None or nearest.words == self.heading:
            return nearest
        between = range(nearest.line, comment.first)
        work = [t.line for t in self.note.tasks if t.task.id in comment.trace.bases]
        work += [d.first for d in self.note.drafts if d.id in comment.trace.bases]
        return nearest if any(line in between for line in work) else None

    def bounds(self, section: Heading | None) -> tuple[int, int]:
        """First line of a section and the one behind it; nothing without a section."""
        if section is None:
            return 0, 0
        ends = [
            h.line for h in self.note.headings if h.line > section.line and h.level <= section.level
        ]
        return section.line, min(ends, default=len(self.note.source.texts))

    # --- the state comment

    def _comment(self, trace: Trace) -> Iterable[Edit]:
        *others, last = self.comments
        for comment in others:
            yield self.lines.cut(comment.first, comment.stop)
        texts, lines = self.note.source.texts, self.note.source.lines
        closing = last.stop - 1
        end = texts[closing].find("-->")
        stop = self.note.source.offset(closing, end + 3) if end >= 0 else lines[closing].end
        new = self.lines.text(render(trace), last.marks)
        yield Edit(
            self.lines.start(last.first), stop, new.removesuffix(self.note.source.newline.encode())
        )
