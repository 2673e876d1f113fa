"""What of ours stands in an Org file: plans and tasks, and which interview each belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mdfollow.dialects.org import OrgTask, task_of
from mdfollow.digest import fingerprint
from mdfollow.document import org, tail
from mdfollow.document.org import Heading, OrgNote
from mdfollow.document.org_drawer import Drawer
from mdfollow.document.org_lines import OrgKind
from mdfollow.document.source import Source
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
        plans = []
        for (heading, drawer), (scope, ids) in zip(held, seen, strict=True):
            tasks = tuple(
                task for task in self.tasks if task.id in ids and self._belongs(task, scope, seen)
            )
            standing: dict[str, list[str]] = {}
            for task in tasks:
                standing.setdefault(task.id, []).extend([task.base.text] if task.base else [])
            plans.append(
                StandingPlan(heading, drawer, scope, org_state.trace(drawer, standing), tasks)
            )
        return tuple(plans)

    def _belongs(
        self, task: OrgTask, scope: int, seen: Sequence[tuple[int, frozenset[str]]]
    ) -> bool:
        """Whether a task is one of the plan in `scope`: it stands there, or in no such plan's."""
        own = self.scope(task.heading)
        return own == scope or not any(own == there and task.id in ids for there, ids in seen)

    def ours(self, plans: Sequence[StandingPlan], scope: int) -> tuple[OrgTask, ...]:
        """The tasks of these plans, and those that stand in the scope and are in no plan."""
        planned = {task.line for plan in self.plans for task in plan.tasks}
        wanted = {task.line for plan in plans for task in plan.tasks}
        wanted |= {t.line for t in self.tasks if self.scope(t.heading) == scope} - planned
        return tuple(task for task in self.tasks if task.line in wanted)

    def scope(self, heading: Heading) -> int:
        """The interview's heading that stands nearest over a heading, itself included."""
        chain = (heading, *self.note.above(heading))
        return next((each.index for each in chain if each.index in self.interviews), FILE)

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
        ours = {n for t in self.tasks for n in range(t.line + 1, t.heading.body_stop + 1)}
        return (line for line in lines if line[0] not in ours)


def scan(source: Source, interviews: frozenset[int] = frozenset()) -> OrgScanned:
    """Read an Org file."""
    return OrgScanned(org.scan(source), interviews)
