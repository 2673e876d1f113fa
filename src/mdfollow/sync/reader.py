"""A note of any spelling as the merge sees it: which plan and which tasks are whose."""

from collections.abc import Container, Sequence

from mdfollow.dialects.codec import Codec, InterviewPlace, Memory, Site, Task, Text
from mdfollow.document.outline import Node, Outline
from mdfollow.document.source import Source
from mdfollow.interview.read import Reading
from mdfollow.record import cached_property, dataclass
from mdfollow.sync.trace import OPENING, VERSION, Base, Trace, note_key, parse

NOTE = -1
"""The scope of what stands under no interview's heading; else it is that heading's index."""


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """A place that tells of interviews, and what it says."""

    place: InterviewPlace
    reading: Reading

    @property
    def scope(self) -> int:
        """The index of its heading, or NOTE."""
        return self.place.node.index if self.place.node else NOTE


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan's memory with its tasks, wherever in the note they stand."""

    memory: Memory
    scope: int
    trace: Trace
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What of a note belongs to one interview's plans; `scope` is its heading."""

    scope: Node | None
    plans: tuple[Plan, ...]
    tasks: tuple[Task, ...]
    texts: tuple[Text, ...]

    def bases(self, task_id: str) -> tuple[Base, ...]:
        """What the plans remember of a step; more than one after a union merge."""
        traces = [plan.trace for plan in self.plans]
        found = [base for trace in traces for base in (*trace.bases.values(), *trace.twins)]
        return tuple(base for base in found if base.id == task_id)


@dataclass(frozen=True)
class Reader:
    """One note, read."""

    codec: Codec
    stem: str
    read_places: tuple[ReadPlace, ...] = ()

    @property
    def outline(self) -> Outline[Node]:
        """The note's tree."""
        return self.codec.outline

    @property
    def source(self) -> Source:
        """The note's bytes."""
        return self.codec.outline.source

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """All plans, of this note and foreign ones."""
        memories = self.codec.ours().memories
        seen = [(self.scope(each.node), _ids(each)) for each in memories]
        homes = {(scope, name) for scope, ids in seen for name in ids}
        by_id: dict[str, list[Task]] = {}
        for task in self.codec.ours().tasks:
            by_id.setdefault(task.id, []).append(task)
        found = []
        for memory, (scope, ids) in zip(memories, seen, strict=True):
            mine = [task for name in ids for task in by_id.get(name, ())]
            mine = [task for task in mine if self._belongs(task, scope, homes)]
            mine.sort(key=_line)
            if trace := _trace(memory, mine):
                found.append(Plan(memory, scope, trace, tuple(mine)))
        return tuple(found)

    def _belongs(self, task: Task, scope: int, homes: Container[tuple[int, str]]) -> bool:
        """Whether a task is one of the plan in `scope`: it stands there, or in no such plan's."""
        own = self.scope(task.node)
        return own == scope or (own, task.id) not in homes

    def scope(self, node: Node | None) -> int:
        """The interview's heading that stands nearest over a node, itself included."""
        return self._scopes[node.index] if node and self._scopes else NOTE

    @cached_property
    def _scopes(self) -> tuple[int, ...]:
        headings = {one.scope for one in self.read_places} - {NOTE}
        found: list[int] = []
        for node in self.outline.nodes if headings else ():
            over = found[node.parent] if node.parent is not None else NOTE
            found.append(node.index if node.index in headings else over)
        return tuple(found)

    def site(self, part: Part, work: Sequence[range] = ()) -> Site:
        """Where a plan without a memory goes; `work` are the lines of what is left of it."""
        wanted = part.scope.index if part.scope else NOTE
        return self.codec.plan(part.scope, work, lambda node: self.scope(node) == wanted)

    def part(self, where: ReadPlace, plans: Sequence[Plan]) -> Part:
        """What belongs to these plans, and what stands in the scope and is in no plan."""
        tasks = {task.line: task for plan in plans for task in plan.tasks}
        tasks |= {task.line: task for task in self._unplanned.get(where.scope, ())}
        texts = [text for line in tasks for text in self._texts.get((line, True), ())]
        texts += self._texts.get((where.scope, False), ())
        texts.sort(key=lambda text: text.first)
        ordered = tuple(tasks[line] for line in sorted(tasks))
        return Part(where.place.node, tuple(plans), ordered, tuple(texts))

    @cached_property
    def _unplanned(self) -> dict[int, list[Task]]:
        """The tasks that are in no plan, by the scope they stand in."""
        planned = {task.line for plan in self.plans for task in plan.tasks}
        found: dict[int, list[Task]] = {}
        for task in self.codec.ours().tasks:
            if task.line not in planned:
                found.setdefault(self.scope(task.node), []).append(task)
        return found

    @cached_property
    def _texts(self) -> dict[tuple[int, bool], list[Text]]:
        """Drafts by the line of the task whose text they are, all others by their scope."""
        lines = {task.line for task in self.codec.ours().tasks}
        found: dict[tuple[int, bool], list[Text]] = {}
        for text in self.codec.ours().texts:
            own = text.node.line in lines
            place = text.node.line if own else self.scope(text.node)
            found.setdefault((place, own), []).append(text)
        return found

    def plans_of(self, where: ReadPlace) -> tuple[Plan, ...]:
        """The plans in its scope, and one that she moved out of all scopes."""
        own = self._by_scope.get(where.scope)
        return own or tuple(plan for plan in self._astray if self._adopts(where, plan.trace))

    @cached_property
    def _by_scope(self) -> dict[int, tuple[Plan, ...]]:
        found: dict[int, tuple[Plan, ...]] = {}
        for plan in self.plans:
            found[plan.scope] = (*found.get(plan.scope, ()), plan)
        return found

    @cached_property
    def _astray(self) -> tuple[Plan, ...]:
        """Plans that stand under no heading that tells of an interview."""
        scopes = {one.scope for one in self.read_places}
        return tuple(plan for plan in self.plans if plan.scope not in scopes)

    def stem_of(self, where: ReadPlace) -> str:
        """The name of the note, or of the heading in it."""
        return f"{self.stem}/{where.place.node.title.text}" if where.place.node else self.stem

    def _adopts(self, where: ReadPlace, trace: Trace) -> bool:
        first = min(where.reading.interviews, key=lambda one: one.day, default=None)
        if first is None:
            return False
        if trace.note == note_key(self.stem_of(where), first.company, first.day):
            return True
        fitting = [
            one.scope
            for one in self.read_places
            if {each.day for each in one.reading.interviews} & set(trace.tags.values())
        ]
        return fitting == [where.scope]


def _line(task: Task) -> int:
    return task.line


def _ids(memory: Memory) -> frozenset[str]:
    """Every step that is or was in the plan."""
    return frozenset(line.partition(" ")[0] for line in memory.lines[1:])


def _trace(memory: Memory, tasks: Sequence[Task]) -> Trace | None:
    """What is remembered; of a step whose task remembers more by itself, that."""
    if not any(task.memory for task in tasks):
        return parse(memory.lines)
    lines = [memory.lines[0]]
    for line in memory.lines[1:]:
        task_id = line.partition(" ")[0]
        own = [f"{task_id} {t.memory.text}" for t in tasks if t.id == task_id and t.memory]
        own = [text for text in dict.fromkeys(own) if _is_base(text)]
        # A task she brought back tells nothing of our having taken it out.
        lines += own if own and " over=" not in line else [line]
    return parse(lines)


def _is_base(line: str) -> bool:
    found = parse([f"{OPENING}{VERSION}", line])
    return bool(found and found.bases)
