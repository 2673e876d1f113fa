"""Org files: a task is a heading, its planning line, its property drawer; its text is the draft."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from mdfollow.dialects import org_memory, quote
from mdfollow.dialects.base import Symbols, TaskLine, Written
from mdfollow.dialects.codec import (
    InterviewPlace,
    Memory,
    Ours,
    Quote,
    Site,
    Task,
    Text,
    ended,
    task_line,
)
from mdfollow.dialects.org_task import BASE_PROPERTY, ID_PROPERTY, lines, stray, task_of
from mdfollow.dialects.stamps import stamp_of
from mdfollow.digest import fingerprint
from mdfollow.document import org, org_fields
from mdfollow.document.org import Heading, OrgNote
from mdfollow.document.org_fields import FieldSource
from mdfollow.document.org_lines import OrgKind
from mdfollow.document.outline import Node
from mdfollow.document.source import Source
from mdfollow.document.span import Span
from mdfollow.interview.fields import ALIASES
from mdfollow.interview.first_look import holds_plan
from mdfollow.interview.look import Beside
from mdfollow.pattern import pattern
from mdfollow.record import cached_property, dataclass, replace
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings

_IN_TASK = frozenset({ID_PROPERTY, BASE_PROPERTY})
_LAST_HEADINGS = ("footnotes", "local variables")
"""Sections that Org and Emacs look for at the end of a file."""
_OPENING = pattern(r"[ \t]*#\+begin_\S", re.IGNORECASE)
_FIELDS = {alias: name for name, aliases in ALIASES.items() for alias in aliases}
_QUOTE = Quote(quote.org_title, quote.org_draft, str, "\n".join, stamp_of)


@dataclass(frozen=True)
class OrgCodec:
    """One file. `heading` is that of a new plan."""

    outline: OrgNote
    symbols: Symbols
    heading: str

    apart = False

    @property
    def quote(self) -> Quote:
        """Links, stamps and tags are taken apart; there are no escapes in Org."""
        return _QUOTE

    # --- what stands

    def places(self, data: bytes, path: str) -> Sequence[InterviewPlace]:
        """The file, and every heading that is marked as an interview."""
        ours = {n for t in self._tasks for n in range(t.line, t.node.body_stop)}
        found, others = [], org_fields.places(self.outline)
        for source in org_fields.sources(self.outline, lambda key: _FIELDS.get(key, key)):
            rows = org_fields.body(self.outline, source, others)
            body = [row for row in rows if row[0] - 1 not in ours]
            found.append(
                InterviewPlace(
                    source.mapping,
                    source.heading,
                    source.line,
                    partial(tuple, body),
                    beside=self._beside(source),
                )
            )
        return found

    def _beside(self, source: FieldSource) -> Beside:
        """What else tells the kind of a heading: its words, and a plan beneath it."""
        title = source.heading.headline.title.text if source.heading else ""
        subtree = source.span.of(self.outline.source.data)
        spelling = ":{}: {}" if source.heading else "#+{}: {}"
        return Beside(heading=title, planned=holds_plan(subtree), spelling=spelling)

    def ours(self) -> Ours:
        """Headings with an id of ours and their text, and headings that hold a plan."""
        return self._ours

    @cached_property
    def _ours(self) -> Ours:
        texts = tuple(text for task in self._tasks if (text := self._text(task)))
        tasks = tuple(replace(task, extra=self._is_hers(task)) for task in self._tasks)
        return Ours(tasks, texts, tuple(self._memories()))

    @cached_property
    def _tasks(self) -> tuple[Task, ...]:
        if b"mf-" not in self.outline.source.data:
            return ()
        found = (self._task(heading) for heading in self.outline.nodes)
        return tuple(task for task in found if task)

    def _task(self, heading: Heading) -> Task | None:
        task = task_of(self.outline, heading)
        return replace(task, carrier=lambda: self._carrier(heading)) if task else None

    def _is_hers(self, task: Task) -> bool:
        beneath = task.node.stop > task.node.body_stop
        first, stop = self._rows(task)
        written = _has_draft(task)
        return task.extra or task.memory is None or beneath or (not written and stop > first)

    def _text(self, task: Task) -> Text | None:
        """A task's text, where we wrote it."""
        first, stop = self._rows(task)
        if not _has_draft(task) or stop == first:
            return None
        said = fingerprint("\n".join(self.outline.source.texts[first:stop]))
        return Text(task.id, task.node, first, stop, range(first, stop), said)

    def _rows(self, task: Task) -> tuple[int, int]:
        """The lines of a task's own text, blank lines around them left off."""
        first, stop = task.body, self.outline.trimmed(task.body, task.node.body_stop)
        while first < stop and self.outline.blank(first):
            first += 1
        return first, stop

    def _carrier(self, heading: Heading) -> tuple[Span, ...]:
        """The lines with our properties, the whole drawer where it holds no others."""
        drawer = heading.drawer
        own = stray(self.outline, heading)
        if drawer:
            own = [p.key.line for p in org_memory.own(drawer, _IN_TASK)]
        if drawer and own and len(own) == len(drawer.properties):
            return (self.outline.span(drawer.first, drawer.last + 1),)
        return tuple(self.outline.span(line, line + 1) for line in own)

    def _memories(self) -> Iterable[Memory]:
        found = (org_memory.memory_of(self.outline, each) for each in self.outline.nodes)
        return filter(None, found)

    # --- how it is written

    def task(self, task: Written, dialect: str) -> list[str]:
        """A heading with what belongs to it."""
        return lines(task, self.symbols)

    def draft(self, heading: str, text: str, task_id: str, lead: str) -> list[str]:
        """The text of a task; its heading is the task's."""
        return quote.org_draft(text).split("\n")

    def memory(self, lines: Sequence[str], *, inside: bool) -> list[str]:
        """Properties of the plan's heading, in a drawer of their own or `inside` one."""
        found = org_memory.properties(lines)
        return found if inside else [":PROPERTIES:", *found, ":END:"]

    def below(self, lead: str) -> str:
        """One star more."""
        return lead + "*"

    # --- where a plan goes

    def plan(
        self, scope: Node | None, work: Sequence[range], belongs: Callable[[Node], bool]
    ) -> Site:
        """Under a heading like ours over work of ours, an empty one, else behind the interview."""
        named = list(self._named(belongs))
        lines = [rows.start for rows in work]
        over = (each for each in named if any(each.line < n < each.stop for n in lines))
        if bare := next(over, None):
            drawer = bare.drawer
            at = drawer.first if drawer else bare.line + (bare.planning is not None)
            return Site(at + 1, inside=drawer is not None)
        if empty := next((each for each in named if self._is_empty(each)), None):
            lead, line = self.below("*" * empty.level), empty.line + 1
            header = (("filled", "1"), *ended(self.outline, line))
            return Site(line, lead, header=header, unclosed=self._unclosed(self._end(scope)))
        at = self._end(scope)
        near = scope or (self.outline.nodes[-1] if self.outline.nodes else None)
        above = self.outline.source.texts[near.line - 1] if near and near.line else "-"
        pad = int(near is None or (not above.strip(" \t") and at > near.line + 1))
        stars = "*" * (scope.level + 1 if scope else 1)
        return Site(
            line=at,
            lead=self.below(stars),
            above=(*[""] * pad, f"{stars} {quote.org_title(self.heading)}"),
            header=(*(("pad", "1"),) * pad, *ended(self.outline, at)),
            unclosed=self._unclosed(at),
        )

    def first(self, memory: Memory, *, draft: bool) -> Site:
        """Behind the plan's own text, before headings of hers."""
        plan = memory.node or self.outline.nodes[-1]
        at = self.outline.trimmed(plan.line + 1, plan.body_stop)
        return Site(at, self.below("*" * plan.level))

    def _end(self, scope: Node | None) -> int:
        """Where what belongs to the interview ends."""
        if scope:
            return self.outline.trimmed(scope.line + 1, scope.stop)
        top = [each for each in self.outline.nodes if each.level == 1]
        stop = len(self.outline.kinds)
        while top and top[-1].title.text.lower().startswith(_LAST_HEADINGS):
            stop = top.pop().line
        return self.outline.trimmed(0, stop)

    def _named(self, belongs: Callable[[Node], bool]) -> Iterable[Heading]:
        name = quote.org_title(self.heading)
        for each in self.outline.nodes:
            if each.title.text == name and not each.hidden and belongs(each):
                yield each

    def _is_empty(self, heading: Heading) -> bool:
        bare = heading.drawer is None and heading.planning is None
        return bare and self.outline.trimmed(heading.line + 1, heading.stop) == heading.line + 1

    def _unclosed(self, stop: int) -> tuple[int, str] | None:
        """A block's opening above that is never closed."""
        for number in range(stop - 1, -1, -1):
            kind = self.outline.kinds[number]
            if kind is OrgKind.HEADING:
                break
            if kind is not OrgKind.BLOCK and _OPENING.match(self.outline.source.texts[number]):
                return number + 1, "a block"
        return None


def _has_draft(task: Task) -> bool:
    return task.memory is not None and " draft=" in task.memory.text


def open_codec(source: Source, around: Surroundings, settings: Settings) -> OrgCodec:
    """Read a file; new tasks carry its own word for open ones."""
    note = org.scan(source)
    return OrgCodec(note, Symbols(word=note.words.written), settings.heading)


def scan(text: str, symbols: Symbols) -> TaskLine | None:
    """The task in a text that begins with it."""
    source = Source(text.encode())
    note = org.scan(source)
    return task_line(source, task_of(note, note.nodes[0]) if note.nodes else None, _QUOTE.plain)
