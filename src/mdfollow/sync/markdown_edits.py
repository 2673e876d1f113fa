"""Carrying out a merge's decisions in a Markdown note, as few bytes as possible.

A standing line keeps its marker, box, indentation and spelling: only the words or the dates in
it are replaced. New tasks follow our last task, new drafts our last draft, the state comment is
last; nothing is ever moved.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mdfollow.dialects import DIALECTS, quote
from mdfollow.dialects.base import Written
from mdfollow.document.edit import Edit
from mdfollow.document.markdown import quote_marks
from mdfollow.document.tail import tail
from mdfollow.etiquette.letters import Draft
from mdfollow.sync.markdown_scan import (
    Heading,
    Scanned,
    StandingComment,
    StandingDraft,
    StandingTask,
)
from mdfollow.sync.standing import Change, Rewrite
from mdfollow.sync.trace import Trace, render

DEEPEST = 6


@dataclass(frozen=True)
class Writer:
    """Writes into one note. `comments` are the state comments that are this note's own."""

    note: Scanned
    comments: tuple[StandingComment, ...]
    dialect: str
    heading: str
    level: int

    def edits(self, rewrite: Rewrite) -> tuple[Edit, ...]:
        """All edits for `rewrite`, none where nothing changes."""
        new = [change for change in rewrite.changes if change.add]
        found = [edit for change in rewrite.changes for edit in self._standing(change)]
        if not self.comments and rewrite.trace is not None:
            restored = self._restored(rewrite.trace)
            return (*found, *(restored or self._block(new, rewrite.trace)))
        if not self.comments:
            return tuple(found)
        lines = [self._line(change) for change in new]
        drafts = [change for change in rewrite.changes if self._new_draft(change)]
        found += self._new_tasks(lines)
        found += self._new_drafts(drafts)
        if rewrite.trace is not None:
            found += self._comment(rewrite.trace)
        return tuple(found)

    def _standing(self, change: Change) -> Iterable[Edit]:
        task = self._task(change)
        draft = self._draft(change.id)
        if change.remove and task is not None:
            yield self._cut(task.line, task.stop)
        if change.remove and change.draft and draft is not None:
            yield self._cut(draft.first, draft.stop)
        if task is not None and change.desired is not None:
            if change.words:
                span = task.task.words_span
                yield self._within(task.line, span.start, span.end, self._words(change))
            if change.window is not None:
                days = {"start": change.window.start, "due": change.window.due}
                for name, day in days.items():
                    if place := task.task.date_spans.get(name):
                        yield self._within(task.line, place.start, place.end, day.isoformat())
        if change.draft and draft is not None and change.desired and change.desired.draft:
            yield self._rewritten(draft, change.desired.draft)

    def _task(self, change: Change) -> StandingTask | None:
        return next((t for t in self.note.tasks if t.line + 1 == change.line), None)

    def _draft(self, task_id: str) -> StandingDraft | None:
        return next((d for d in self.note.drafts if d.id == task_id), None)

    def _new_draft(self, change: Change) -> bool:
        return change.draft and self._draft(change.id) is None

    # --- pieces of text

    def _words(self, change: Change) -> str:
        return quote.title(change.desired.words) if change.desired else ""

    def _line(self, change: Change) -> str:
        if change.desired is None:
            raise ValueError("a new task needs words")
        window = change.desired.step.window
        task = Written(change.id, self._words(change), window.start, window.due)
        return DIALECTS[self.dialect].render(task, self.note.symbols)

    def _text(self, lines: Iterable[str], marks: str = "") -> bytes:
        quoted = ((marks + line).rstrip() if marks else line for line in lines)
        return "".join(line + self.note.source.newline for line in quoted).encode()

    # --- places

    def _start(self, line: int) -> int:
        lines = self.note.source.lines
        return lines[line].start if line < len(lines) else len(self.note.source.data)

    def _cut(self, first: int, stop: int) -> Edit:
        return Edit(self._start(first), self._start(stop), b"")

    def _within(self, line: int, start: int, end: int, new: str) -> Edit:
        offset = self.note.source.offset
        return Edit(offset(line, start), offset(line, end), new.encode())

    def _insert(self, line: int, text: bytes) -> Edit:
        """Insert before `line`; ends the line above first where it has no ending."""
        at = self._start(line)
        if line and self.note.source.lines[line - 1].end == at:
            text = self.note.source.newline.encode() + text
        return Edit(at, at, text)

    def _blank(self, line: int) -> bool:
        """Whether `line` is blank, or lies before the first or after the last one."""
        texts = self.note.source.texts
        inside = self.note.first <= line < len(texts)
        return not inside or not texts[line].replace(">", " ").strip()

    # --- drafts

    def _rewritten(self, standing: StandingDraft, draft: Draft) -> Edit:
        marks = quote_marks(self.note.source.texts[standing.comment])
        stop = standing.stop
        while stop > standing.comment + 1 and self._blank(stop - 1):
            stop -= 1
        lines = draft_lines(draft, standing.id, standing.level)[:-1]
        text = self._text(lines, marks)
        end = self.note.source.lines[stop - 1].stop
        if end == self.note.source.lines[stop - 1].end:
            text = text.removesuffix(self.note.source.newline.encode())
        return Edit(self._start(standing.first), end, text)

    def _new_drafts(self, changes: Sequence[Change]) -> Iterable[Edit]:
        if not changes:
            return
        section = self.section()
        level = min((section.level if section else self.level) + 1, DEEPEST)
        start, stop = self.bounds(section)
        ours = {name for comment in self.comments for name in comment.trace.bases}
        standing = [d for d in self.note.drafts if start <= d.first < stop and d.id in ours]
        at = standing[-1].stop if standing else min(self.comments[-1].first, stop)
        marks = self.comments[-1].marks
        lines = [] if self._blank(at - 1) else [""]
        for change in changes:
            if change.desired and change.desired.draft:
                lines += draft_lines(change.desired.draft, change.id, level)
        yield self._insert(at, self._text(lines, marks))

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
            yield self._insert(last.stop, self._text([lead + line for line in lines]))
        elif section is not None:
            at = section.line + 1
            blank = at < len(self.note.source.texts) and self._blank(at)
            block = [*lines, ""] if blank else ["", *lines, ""]
            yield self._insert(at + blank, self._text(block, section.marks))
        else:
            comment = self.comments[-1]
            block = ["#" * self.level + " " + quote.title(self.heading), "", *lines, ""]
            gap = [] if self._blank(comment.first - 1) else [""]
            yield self._insert(comment.first, self._text([*gap, *block], comment.marks))

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
            yield self._cut(comment.first, comment.stop)
        texts, lines = self.note.source.texts, self.note.source.lines
        closing = last.stop - 1
        end = texts[closing].find("-->")
        stop = self.note.source.offset(closing, end + 3) if end >= 0 else lines[closing].end
        new = self._text(render(trace), last.marks)
        yield Edit(
            self._start(last.first), stop, new.removesuffix(self.note.source.newline.encode())
        )

    # --- the first plan

    def _restored(self, trace: Trace) -> list[Edit]:
        """The comment alone, below the work of ours that still stands (merge-cases 21)."""
        stops = [t.stop for t in self.note.tasks if t.task.id in trace.bases]
        stops += [d.stop for d in self.note.drafts if d.id in trace.bases]
        if not stops:
            return []
        at = max(stops)
        bottom = tail(self.note.source.texts, self.note.first)
        at = min(at, bottom) if bottom > at - 1 else at
        lines = [*([] if self._blank(at - 1) else [""]), *render(trace)]
        lines += [""] if at < len(self.note.source.texts) and not self._blank(at) else []
        return [self._insert(at, self._text(lines))]

    def _block(self, changes: Sequence[Change], trace: Trace) -> Iterable[Edit]:
        texts = self.note.source.texts
        empty = self._empty_section()
        level = empty.level if empty else self.level
        body = [self._line(change) for change in changes]
        body += [""] if body else []
        for change in changes:
            if change.desired and change.desired.draft and change.draft:
                body += draft_lines(change.desired.draft, change.id, min(level + 1, DEEPEST))
        if empty is not None:
            at = empty.line + 1
            lines = ["", *body, *render(_with(trace, "filled", "1"))]
            yield self._insert(at, self._text(lines, empty.marks))
            return
        at = tail(texts, self.note.first)
        head = ["#" * level + " " + quote.title(self.heading), ""]
        blank = at == 0 or not texts[at - 1].strip() if at > self.note.first else False
        above = self.note.source.lines[at - 1] if at else None
        unended = above is not None and above.end == above.stop
        pad = 0 if blank or not texts else 1
        if pad + unended != 1:
            trace = _with(trace, "pad", str(pad + unended))
        lines = [*[""] * pad, *head, *body, *render(trace)]
        yield self._insert(at, self._text([*lines, *([""] if at < len(texts) else [])]))

    def _empty_section(self) -> Heading | None:
        """A heading exactly like ours with nothing under it: a template left it for us."""
        for each in self.note.headings:
            if each.words != self.heading:
                continue
            after = [h.line for h in self.note.headings if h.line > each.line]
            stop = min([*after, tail(self.note.source.texts, each.line + 1)])
            if all(self._blank(line) for line in range(each.line + 1, stop)):
                return each
        return None


def _with(trace: Trace, name: str, value: str) -> Trace:
    from dataclasses import replace

    return replace(trace, header=(*trace.header, (name, value)))


def draft_lines(draft: Draft, task_id: str, level: int) -> list[str]:
    """A draft as lines: heading, id comment, text, one blank line behind."""
    heading = "#" * level + " " + quote.title(draft.heading)
    return [heading, f"<!-- {task_id} draft -->", "", *quote.draft(draft.text).split("\n"), ""]
