"""Carrying out a merge's decisions in an Org file, as few bytes as possible.

A standing heading keeps its stars, keyword, place and spelling: only the words, the days or the
text in it are replaced, and what is remembered of it. Nothing is ever moved.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from mdfollow.dialects import quote
from mdfollow.dialects.base import Written
from mdfollow.dialects.org import OrgTask, lines, stamp_of
from mdfollow.document.edit import Edit
from mdfollow.document.org import Heading
from mdfollow.record import dataclass, replace
from mdfollow.sync import org_state
from mdfollow.sync.line_edits import LineEdits
from mdfollow.sync.org_scan import FILE, OrgScanned, StandingPlan
from mdfollow.sync.standing import Change, Rewrite
from mdfollow.sync.trace import Base, Trace

_LAST_HEADINGS = ("footnotes", "local variables")
"""Sections that Org and Emacs look for at the end of a file."""


@dataclass(frozen=True)
class OrgWriter:
    """Writes one plan of a file. `plans` are the scope's headings that hold it, if any do."""

    file: OrgScanned
    scope: int
    plans: tuple[StandingPlan, ...]
    heading: str

    def edits(self, rewrite: Rewrite) -> tuple[Edit, ...]:
        """All edits for `rewrite`, none where nothing changes."""
        found = [edit for change in rewrite.changes for edit in self._standing(change)]
        if rewrite.trace is None:
            return tuple(found)
        gone = {change.line for change in rewrite.changes if change.remove}
        found += self._bases(rewrite.trace, gone)
        new = [change for change in rewrite.changes if change.add]
        place = self.plans[-1].heading if self.plans else self._bare()
        if place is None:
            return (*found, *self._block(new, rewrite.trace))
        found += self._properties(place, rewrite.trace)
        found += self._new_tasks(place, new, rewrite.trace)
        return tuple(found)

    @property
    def lines(self) -> LineEdits:
        """Edits of the note by its lines."""
        return LineEdits(self.file.source)

    @cached_property
    def tasks(self) -> tuple[OrgTask, ...]:
        """The plan's tasks, and those of ours that stand here without a plan."""
        return self.file.ours(self.plans, self.scope)

    # --- standing tasks

    def _standing(self, change: Change) -> Iterable[Edit]:
        task = next((t for t in self.tasks if t.line + 1 == change.line), None)
        if task is None:
            return
        if change.remove:
            # Of two twins only one was asked for its text.
            written = task.base is not None and f" draft={self.file.draft(task)}" in task.base.text
            if written or not self.file.draft(task):
                stop = self.file.trimmed(task.line + 1, task.heading.body_stop)
                yield self.lines.cut(task.line, stop)
            return
        if change.desired is None:
            return
        if change.words:
            yield self.lines.within(task.words, quote.org_title(change.desired.words))
        if change.window is not None:
            days = {"start": change.window.start, "due": change.window.due}
            for name, place in task.days.items():
                yield self.lines.within(place, stamp_of(days[name]))
        if change.draft and change.desired.draft:
            first, stop = self.file.text(task)
            text = quote.org_draft(change.desired.draft.text).split("\n")
            if stop > first:
                yield self.lines.rewrite(first, stop, text)
            else:
                yield self.lines.insert(task.body, text)

    def _bases(self, trace: Trace, gone: set[int]) -> Iterable[Edit]:
        """What is remembered in the tasks themselves."""
        for task in self.tasks:
            base = trace.bases.get(task.id)
            if base is None or base.over or task.base is None or task.line + 1 in gone:
                continue
            if task.base.text != org_state.base_text(base):
                yield self.lines.within(task.base, org_state.base_text(base))

    # --- new tasks

    def _new_tasks(self, place: Heading, changes: Sequence[Change], trace: Trace) -> Iterable[Edit]:
        if not changes:
            return
        inside = [t for t in self.tasks if place.line < t.line < place.stop]
        last = max((t.heading for t in inside), key=lambda each: each.line, default=None)
        level = last.headline.level if last else place.headline.level + 1
        end = last.stop if last else place.body_stop
        first = last.line if last else place.body - 1
        at = self.file.trimmed(first + 1, end)
        text = [line for change in changes for line in self._task(change, level, trace)]
        yield self.lines.insert(at, text)

    def _task(self, change: Change, level: int, trace: Trace) -> list[str]:
        if change.desired is None:
            raise ValueError("a new task needs words")
        window = change.desired.step.window
        words = quote.org_title(change.desired.words)
        task = Written(change.id, words, window.start, window.due)
        base = trace.bases.get(change.id) or Base(change.id, change.desired.step.key)
        found = lines(task, level, self.file.note.words.written, org_state.base_text(base))
        if change.draft and change.desired.draft:
            found += quote.org_draft(change.desired.draft.text).split("\n")
        return found

    # --- the plan's heading

    def _block(self, changes: Sequence[Change], trace: Trace) -> Iterable[Edit]:
        """A plan's first writing."""
        empty = self._empty_section()
        if empty is not None:
            level = empty.headline.level
            trace = self._ended(_with(trace, "filled"), empty.line + 1)
            body = [line for each in changes for line in self._task(each, level + 1, trace)]
            yield self.lines.insert(empty.line + 1, [*_drawer(org_state.properties(trace)), *body])
            return
        at, pad = self._place()
        level = 1 if self.scope == FILE else self._home().headline.level + 1
        trace = self._ended(_with(trace, "pad") if pad else trace, at)
        head = f"{'*' * level} {quote.org_title(self.heading)}"
        body = [line for each in changes for line in self._task(each, level + 1, trace)]
        drawer = _drawer(org_state.properties(trace))
        yield self.lines.insert(at, [*[""] * pad, head, *drawer, *body])

    def _ended(self, trace: Trace, at: int) -> Trace:
        """Remember where the line above had no ending before we wrote."""
        return _with(trace, "ended") if self.lines.unended(at - 1) else trace

    def _place(self) -> tuple[int, int]:
        """The line before which a new plan stands, and the blank lines above it."""
        at = self.place()
        headings = self.file.note.headings
        near = self._home() if self.scope != FILE else (headings[-1] if headings else None)
        if near is None:
            return at, 1
        above = self.file.source.texts[near.line - 1] if near.line else "-"
        return at, int(not above.strip(" \t") and at > near.line + 1)

    def place(self) -> int:
        """The line before which a new plan stands: the end of what belongs to the interview."""
        if self.scope != FILE:
            home = self._home()
            return self.file.trimmed(home.line + 1, home.stop)
        top = [each for each in self.file.note.headings if each.headline.level == 1]
        stop = len(self.file.source.texts)
        while top and top[-1].headline.title.text.lower().startswith(_LAST_HEADINGS):
            stop = top.pop().line
        return self.file.trimmed(0, stop)

    def _home(self) -> Heading:
        return self.file.note.headings[self.scope]

    def _empty_section(self) -> Heading | None:
        """A heading exactly like ours with nothing under it: a template left it for us."""
        return next((each for each in self._named() if self._is_empty(each)), None)

    def _named(self) -> Iterable[Heading]:
        name = quote.org_title(self.heading)
        for each in self.file.note.headings:
            alike = each.headline.title.text == name and not each.hidden
            if alike and self.file.scope(each) == self.scope:
                yield each

    def _is_empty(self, heading: Heading) -> bool:
        bare = heading.drawer is None and heading.planning is None
        end = self.file.trimmed(heading.line + 1, heading.stop)
        return bare and end == heading.line + 1

    def _bare(self) -> Heading | None:
        """A heading like ours over work of ours, whose drawer was cut (merge-cases 21)."""
        over = {above.index for task in self.tasks for above in self.file.note.above(task.heading)}
        return next((each for each in self._named() if each.index in over), None)

    def _properties(self, place: Heading, trace: Trace) -> Iterable[Edit]:
        for plan in self.plans[:-1]:
            yield from self.without(plan)
        wanted, drawer = org_state.properties(trace), place.drawer
        if drawer is None:
            yield self.lines.insert(place.line + 1 + (place.planning is not None), _drawer(wanted))
            return
        texts = self.file.source.texts
        standing = [prop.key.line for prop in org_state.ours(drawer)]
        if not standing:
            yield self.lines.insert(drawer.first + 1, wanted)
        elif [texts[line].strip() for line in standing] != wanted:
            lead = texts[standing[0]][: len(texts[standing[0]]) - len(texts[standing[0]].lstrip())]
            first, *others = standing
            yield self.lines.rewrite(first, first + 1, [lead + line for line in wanted])
            yield from (self.lines.cut(line, line + 1) for line in others)

    def without(self, plan: StandingPlan) -> Iterable[Edit]:
        """Take the plan's properties out of its drawer, and the drawer once it is empty."""
        own = [prop.key.line for prop in org_state.ours(plan.drawer)]
        if len(own) == len(plan.drawer.properties):
            yield self.lines.cut(plan.drawer.first, plan.drawer.last + 1)
        else:
            yield from (self.lines.cut(line, line + 1) for line in own)


def _with(trace: Trace, name: str) -> Trace:
    return replace(trace, header=(*trace.header, (name, "1")))


def _drawer(properties: Sequence[str]) -> list[str]:
    return [":PROPERTIES:", *properties, ":END:"]
