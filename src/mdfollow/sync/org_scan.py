"""What of ours stands in an Org file: plans and tasks, and which interview each belongs to."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import cached_property

from mdfollow.dialects.org import OrgTask, task_of
from mdfollow.digest import fingerprint
from mdfollow.document import org, tail
from mdfollow.document.org import Heading, OrgNote
from mdfollow.document.org_drawer import Drawer
from mdfollow.document.org_lines import OrgKind
from mdfollow.document.source import Source
from mdfollow.record import dataclass
from mdfollow.sync import org_state
from mdfollow.sync.letter import letter_of
from mdfollow.sync.standing import Letter
from mdfollow.sync.trace import Trace

ID_MARK = b"mf-"
FILE = -1
"""The scope of what stands under no interview's heading; else it is that heading's index."""
_BESIDE = frozenset({OrgKind.COMMENT, OrgKind.BLANK})
_OPENING = re.compile(r"[ \t]*#\+begin_\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StandingPlan:
    """A heading that holds a plan; `tasks` are its tasks wherever in the file they stand."""

    heading: Heading
    drawer: Drawer
    scope: int
    trace: Trace
    tasks: tuple[OrgTask, ...]


@dataclass(frozen=True)
class OrgScanned:
    """One Org file, read. `interviews` are the indices of the headings that tell of one."""

    note: OrgNote
    interviews: frozenset[int] = frozenset()

    @property
    def source(self) -> Source:
        """The file's bytes."""
        return self.note.source

    @cached_property
    def tail(self) -> int:
        """The line from which only a modeline or Local Variables in comments follow."""
        kinds, start = self.note.kinds, len(self.note.kinds)
        while start and kinds[start - 1] in _BESIDE:
            start -= 1
        return tail.tail(self.source.texts, start)

    @cached_property
    def tasks(self) -> tuple[OrgTask, ...]:
        """All headings that carry an id of ours."""
        if ID_MARK not in self.source.data:
            return ()
        found = (task_of(self.note, heading) for heading in self.note.headings)
        return tuple(task for task in found if task)

    @cached_property
    def plans(self) -> tuple[StandingPlan, ...]:
        """All headings that hold a plan."""
        drawers = [(h, h.drawer) for h in self.note.headings if h.drawer]
        held = [(h, drawer) for h, drawer in drawers if org_state.is_plan(drawer)]
        seen = [(self.scope(h), org_state.seen(drawer)) for h, drawer in held]
        homes = {(scope, name) for scope, ids in seen for name in ids}
        by_id: dict[str, list[OrgTask]] = {}
        for task in self.tasks:
            by_id.setdefault(task.id, []).append(task)
        plans = []
        for (heading, drawer), (scope, ids) in zip(held, seen, strict=True):
            mine = [task for name in ids for task in by_id.get(name, ())]
            tasks = tuple(
                task for task in sorted(mine, key=_line) if self._belongs(task, scope, homes)
            )
            standing: dict[str, list[str]] = {}
            for task in tasks:
                standing.setdefault(task.id, []).extend([task.base.text] if task.base else [])
            plans.append(
                StandingPlan(heading, drawer, scope, org_state.trace(drawer, standing), tasks)
            )
        return tuple(plans)

    def _belongs(self, task: OrgTask, scope: int, homes: Container[tuple[int, str]]) -> bool:
        """Whether a task is one of the plan in `scope`: it stands there, or in no such plan's."""
        own = self.scope(task.heading)
        return own == scope or (own, task.id) not in homes

    def ours(self, plans: Sequence[StandingPlan], scope: int) -> tuple[OrgTask, ...]:
        """The tasks of these plans, and those that stand in the scope and are in no plan."""
        found = {_line(task): task for plan in plans for task in plan.tasks}
        found |= {_line(task): task for task in self._unplanned.get(scope, ())}
        return tuple(found[line] for line in sorted(found))

    @cached_property
    def _unplanned(self) -> dict[int, list[OrgTask]]:
        """The tasks that are in no plan, by the scope they stand in."""
        planned = {_line(task) for plan in self.plans for task in plan.tasks}
        found: dict[int, list[OrgTask]] = {}
        for task in self.tasks:
            if _line(task) not in planned:
                found.setdefault(self.scope(task.heading), []).append(task)
        return found

    def scope(self, heading: Heading) -> int:
        """The interview's heading that stands nearest over a heading, itself included."""
        return self._scopes[heading.index]

    @cached_property
    def _scopes(self) -> tuple[int, ...]:
        found: list[int] = []
        for each in self.note.headings:  # a parent stands before its children
            over = FILE if each.parent is None else found[each.parent]
            found.append(each.index if each.index in self.interviews else over)
        return tuple(found)

    @cached_property
    def conflict(self) -> int:
        """Number (from 1) of a line that begins an unsolved merge conflict; 0 without one."""
        opened = 0
        for number, text in enumerate(self.source.texts):
            if self.note.kinds[number] is OrgKind.BLOCK:
                continue
            if text.startswith("<<<<<<< ") and not opened:
                opened = number + 1
            elif text.startswith(">>>>>>> ") and opened:
                return opened
        return 0

    def unclosed(self, stop: int) -> int:
        """Number (from 1) of a block's opening that is not closed before line `stop`, else 0."""
        for number in range(stop - 1, -1, -1):
            kind = self.note.kinds[number]
            if kind is OrgKind.HEADING:
                break
            if kind is not OrgKind.BLOCK and _OPENING.match(self.source.texts[number]):
                return number + 1
        return 0

    def trimmed(self, first: int, stop: int) -> int:
        """The end of lines `first..stop` without blank lines and the file's tail."""
        stop = min(stop, self.tail) if first <= self.tail else stop
        while stop > first and not self.source.texts[stop - 1].strip(" \t"):
            stop -= 1
        return stop

    def text(self, task: OrgTask) -> tuple[int, int]:
        """The lines of a task's own text (from 0), blank lines around them left off."""
        first, stop = task.body, self.trimmed(task.body, task.heading.body_stop)
        while first < stop and not self.source.texts[first].strip(" \t"):
            first += 1
        return first, stop

    def draft(self, task: OrgTask) -> str:
        """The fingerprint of a task's text; empty without text."""
        first, stop = self.text(task)
        return fingerprint("\n".join(self.source.texts[first:stop])) if stop > first else ""

    def letter(self, task: OrgTask) -> Letter:
        """A task's text as it stands."""
        return letter_of(self.source.texts, range(*self.text(task)))

    def outside(self, lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Numbered (from 1) lines that stand in no task of ours."""
        return (line for line in lines if line[0] not in self._ours)

    @cached_property
    def _ours(self) -> frozenset[int]:
        """The numbers (from 1) of all lines in tasks of ours."""
        return frozenset(n for t in self.tasks for n in range(t.line + 1, t.heading.body_stop + 1))


def _line(task: OrgTask) -> int:
    return task.line


def scan(source: Source, interviews: frozenset[int] = frozenset()) -> OrgScanned:
    """Read an Org file."""
    return OrgScanned(org.scan(source), interviews)
