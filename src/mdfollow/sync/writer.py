"""Carrying out a merge's decisions in a note of any spelling, as few bytes as possible.

A standing task keeps its marks, state, place and spelling: only words, days or draft are
replaced. New tasks follow our last one, new drafts our last draft; nothing is ever moved.
"""

from collections.abc import Iterable, Sequence

from mdfollow.dialects.base import Written
from mdfollow.dialects.codec import Memory, Site, Task, Text
from mdfollow.document.edit import Edit
from mdfollow.record import dataclass, replace
from mdfollow.sync.line_edits import LineEdits
from mdfollow.sync.reader import Part, Reader
from mdfollow.sync.standing import Change, Rewrite
from mdfollow.sync.trace import Trace, base_line, render


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one plan of a note: `part` is what stands of it, `dialect` spells new tasks."""

    reader: Reader
    part: Part
    dialect: str
    heading: str

    @property
    def lines(self) -> LineEdits:
        """Edits by line."""
        return LineEdits(self.reader.source)

    def edits(self, rewrite: Rewrite) -> tuple[Edit, ...]:
        """All edits for `rewrite`, none where nothing changes."""
        found = [edit for change in rewrite.changes for edit in self._standing(change)]
        new = [change for change in rewrite.changes if change.add]
        if not self.part.plans:
            return (*found, self._plan(new, rewrite.trace)) if rewrite.trace else tuple(found)
        # a task that comes back may be remembered as it will stand: then only it is written
        memory, trace = self.part.plans[-1].memory, rewrite.trace or self.part.plans[-1].trace
        if rewrite.trace is not None:
            gone = {change.line for change in rewrite.changes if change.remove}
            if self.reader.codec.apart and not any(self._is_new(c) for c in rewrite.changes):
                found = self._without_heading(found, memory)
            found += (*self._remembered(trace, gone), *self._memory(memory, trace))
        if new:
            site = self._behind(memory)
            found.append(self._insert(site, self._tasks(new, site, trace)))
        return (*found, *self._drafts(rewrite.changes, memory))

    def _insert(self, site: Site, lines: Iterable[str]) -> Edit:
        return self.lines.insert(site.line, [*site.above, *lines, *site.below])

    # --- what stands

    def _standing(self, change: Change) -> Iterable[Edit]:
        task = next((t for t in self.part.tasks if t.line + 1 == change.line), None)
        text = self._text(change.id)
        desired = change.desired
        if task is None:
            if change.remove and change.draft and text is not None:
                yield self.lines.cut(text.first, text.stop)
            return
        if change.remove:
            yield from self._removed(task, text if change.draft else None)
            return
        if desired is None:
            return
        quote = self.reader.codec.quote
        if change.words:
            yield self.lines.within(task.words, quote.title(desired.words))
        if change.window is not None:
            days = {"start": change.window.start, "due": change.window.due}
            for name, place in task.days.items():
                yield self.lines.within(place, quote.day(days[name]))
        if change.draft and text is not None:
            stop = self.reader.outline.trimmed(text.first + 1, text.stop)
            yield self.lines.rewrite(
                text.first, stop, self._trimmed(self._draft(change, text.lead))
            )

    def _is_new(self, change: Change) -> bool:
        drafted = change.draft and not change.remove and self._text(change.id) is None
        return change.add or drafted

    def _without_heading(self, cuts: list[Edit], memory: Memory) -> list[Edit]:
        """The same edits, with our heading gone where they leave nothing under it.

        The memory stays; a later section is put above it (merge-cases 50).
        """
        node, outline = memory.node, self.reader.outline
        names = {self.heading, self.reader.codec.quote.title(self.heading)}
        if node is None or node.title.text not in names:
            return cuts
        if memory.around.filled or len(self.part.plans) > 1:
            return cuts
        first, stop = memory.whole[0], memory.whole[-1] + 1
        whole = self.lines.cut(node.line, first)
        inside = [cut for cut in cuts if whole.start <= cut.start and cut.end <= whole.end]
        if not inside or any(cut.new for cut in inside):
            return cuts
        bottom = outline.trimmed(node.line + 1, node.stop)
        for number in (*range(node.line + 1, first), *range(stop, bottom)):
            line = self.reader.source.lines[number]
            gone = any(cut.start <= line.start and line.stop <= cut.end for cut in inside)
            if not gone and not outline.blank(number):
                return cuts
        return [*(cut for cut in cuts if cut not in inside), whole]

    def _text(self, task_id: str) -> Text | None:
        return next((text for text in self.part.texts if text.id == task_id), None)

    def _removed(self, task: Task, text: Text | None) -> Iterable[Edit]:
        """A task goes with what is beneath it: nothing but drafts as we wrote them."""
        inside = range(task.line, task.node.stop)
        prints = {base.draft for base in self.part.bases(task.id)}
        beneath = [each for each in self.part.texts if each.first in inside]
        if not all(each.print in prints for each in beneath):
            return  # of two twins only one was asked for its draft
        yield self.lines.cut(task.line, self.reader.outline.trimmed(task.line + 1, task.node.stop))
        if text is not None and text.first not in inside:
            yield self.lines.cut(text.first, text.stop)

    # --- what is remembered

    def _remembered(self, trace: Trace, gone: set[int]) -> Iterable[Edit]:
        """What is remembered in the tasks themselves."""
        for task in self.part.tasks:
            base = trace.bases.get(task.id)
            if base is None or base.over or task.memory is None or task.line + 1 in gone:
                continue
            if task.memory.text != (line := _own(trace, task.id)):
                yield self.lines.within(task.memory, line)

    def _memory(self, last: Memory, trace: Trace) -> Iterable[Edit]:
        others = (plan.memory for plan in self.part.plans[:-1])
        yield from (self.lines.cut(n, n + 1) for other in others for n in other.whole)
        new = self.reader.codec.memory(render(trace), inside=True)
        if list(last.typed) != new:
            text = (self.reader.source.newline + last.lead).join(new)
            span = last.span()
            yield Edit(span.start, span.end, text.encode())
            yield from (self.lines.cut(line, line + 1) for line in last.rest)

    # --- what is new

    def _plan(self, new: Sequence[Change], trace: Trace) -> Edit:
        """A plan's first writing, or its memory come back where its work still stands."""
        known = [task.node for task in self.part.tasks if task.id in trace.bases]
        work = [range(node.line, node.stop) for node in known]
        work += [range(t.first, t.stop) for t in self.part.texts if t.id in trace.bases]
        site = self.reader.site(self.part, work)
        trace = replace(trace, header=(*trace.header, *site.header))
        spelt = self.reader.codec.memory(render(trace), inside=site.inside)
        memory = [site.inner + line for line in spelt]
        tasks = self._tasks(new, site, trace)
        if not self.reader.codec.apart:
            return self._insert(site, (*memory, *tasks))
        lead = self.reader.codec.below(site.heading)
        drafts = [line for each in new if each.draft for line in self._draft(each, lead)]
        gap = [site.inner.rstrip()] if tasks else []
        return self._insert(site, (*tasks, *gap, *drafts, *memory))

    def _behind(self, memory: Memory) -> Site:
        """Where a new task goes in a plan that stands: behind our last one there."""
        plan = memory.node
        inside = range(plan.line + 1, plan.stop) if plan else ()
        ours = [t for t in self.part.tasks if t.line in inside and self.part.bases(t.id)]
        if not ours:
            return self.reader.codec.first(memory, draft=False)
        last = ours[-1]
        return Site(self.reader.outline.trimmed(last.line + 1, last.node.stop), last.lead)

    def _drafts(self, changes: Sequence[Change], memory: Memory) -> Iterable[Edit]:
        """New drafts of tasks that stand; where drafts stand apart, those of new ones, too."""
        new = [c for c in changes if c.draft and not c.remove and self._text(c.id) is None]
        codec = self.reader.codec
        if not codec.apart:
            for change in new:
                task = next((t for t in self.part.tasks if t.line + 1 == change.line), None)
                if task is not None:
                    at = self.reader.outline.trimmed(task.body, task.node.body_stop)
                    yield self.lines.insert(at, self._draft(change, codec.below(task.lead)))
        elif new:
            site = self._behind_drafts(memory)
            lead = codec.below(site.heading)
            yield self._insert(site, [line for each in new for line in self._draft(each, lead)])

    def _behind_drafts(self, memory: Memory) -> Site:
        site, plan = self.reader.codec.first(memory, draft=True), memory.node
        inside = range(plan.line, plan.stop) if plan else ()
        ours = [t for t in self.part.texts if t.first in inside and self.part.bases(t.id)]
        if not ours:
            return site
        at = ours[-1].stop
        gap = () if self.reader.outline.blank(at - 1) else (memory.lead.rstrip(),)
        return replace(site, line=at, above=gap)

    def _draft(self, change: Change, lead: str) -> list[str]:
        draft = change.desired.draft if change.desired else None
        if draft is None:
            return []
        return self.reader.codec.draft(draft.heading, draft.text, change.id, lead)

    def _trimmed(self, lines: Sequence[str]) -> Sequence[str]:
        """Lines without blank ones behind."""
        stop = len(lines)
        while stop and not lines[stop - 1].strip(self.reader.outline.blanks):
            stop -= 1
        return lines[:stop]

    def _tasks(self, new: Sequence[Change], site: Site, trace: Trace) -> list[str]:
        """New tasks, each with its draft beneath unless drafts stand apart."""
        codec = self.reader.codec
        found: list[str] = []
        for change in new:
            if change.desired is None:
                raise ValueError("a new task needs words")
            window, words = change.desired.step.window, codec.quote.title(change.desired.words)
            memory = _own(trace, change.id)
            written = Written(change.id, words, window.start, window.due, site.lead, memory)
            found += codec.task(written, self.dialect)
            if change.draft and not codec.apart:
                found += self._draft(change, codec.below(site.lead))
        return found


def _own(trace: Trace, task_id: str) -> str:
    """What a task remembers by itself: its line of the memory, without the id."""
    base = trace.bases.get(task_id)
    return base_line(base).partition(" ")[2] if base else ""
