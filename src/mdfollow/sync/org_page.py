"""An Org file as the merge sees it: one home an interview, and the page that writes them."""

from collections.abc import Sequence
from functools import cached_property

from mdfollow.dialects import quote
from mdfollow.dialects.org import OrgTask
from mdfollow.digest import fingerprint
from mdfollow.document import org, org_fields
from mdfollow.document.edit import Edit
from mdfollow.document.org_fields import FieldSource
from mdfollow.document.source import Source
from mdfollow.interview.detect import Judgement, judge
from mdfollow.interview.fields import ALIASES, fields_of
from mdfollow.interview.first_look import holds_plan
from mdfollow.interview.look import Beside, Look
from mdfollow.interview.read import Reading, read
from mdfollow.letters import Draft
from mdfollow.problem import Problem
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.org_edits import OrgWriter
from mdfollow.sync.org_proof import proof
from mdfollow.sync.org_removal import removal
from mdfollow.sync.org_scan import FILE, OrgScanned, StandingPlan
from mdfollow.sync.report import conflict, unclosed, undecodable
from mdfollow.sync.standing import Actual, Home, Rewrite
from mdfollow.sync.trace import Trace, note_key

_FIELDS = {alias: name for name, aliases in ALIASES.items() for alias in aliases}


@dataclass(frozen=True, slots=True)
class Told:
    """One place of the file that tells of interviews, and what it says."""

    source: FieldSource
    reading: Reading

    @property
    def scope(self) -> int:
        """The index of its heading, or FILE."""
        return self.source.heading.index if self.source.heading else FILE


@dataclass(frozen=True)
class OrgPage:
    """One Org file with interviews in it."""

    path: str
    file: OrgScanned
    told: tuple[Told, ...]
    settings: Settings

    @property
    def problems(self) -> Sequence[Problem]:
        """A conflict stops the file; all else is a matter of one interview."""
        line = self.file.conflict
        return (conflict(self.path, line),) if line else ()

    @property
    def dialect(self) -> str:
        """There is one way to write an Org task."""
        return "org"

    @cached_property
    def homes(self) -> Sequence[Home]:
        """Inner headings before outer ones: of two plans that end at one line theirs is first."""
        ends = {one.scope: one.source.span.end for one in self.told}
        numbers = {one.scope: number for number, one in enumerate(self.told, 1)}
        order = sorted(self.told, key=lambda one: (ends[one.scope], -one.source.line))
        headings = [self._home(one, numbers[one.scope]) for one in order if one.scope != FILE]
        return (*headings, *(self._home(one, 0) for one in order if one.scope == FILE))

    def _home(self, told: Told, place: int) -> Home:
        stem = self._stem(told)
        plans = self._plans(told)
        tasks = self.file.ours(plans, told.scope)
        actual: dict[str, tuple[Actual, ...]] = {}
        for task in tasks:
            actual[task.id] = (*actual.get(task.id, ()), self._actual(task))
        writer = self._writer(told.scope, plans)
        broken = self.file.unclosed(writer.place()) if not plans else 0
        return Home(
            path=self.path,
            place=place,
            stem=stem,
            interviews=told.reading.interviews,
            wishes=told.reading.wishes,
            traces=tuple(plan.trace for plan in plans),
            actual=actual,
            drafts={t.id: text for t in tasks if _drafted(t) and (text := self.file.draft(t))},
            letters={t.id: self.file.letter(t) for t in tasks if _drafted(t)},
            problems=told.reading.problems,
            blocked=unclosed(self.path, broken, "a block") if broken else None,
        )

    def _actual(self, task: OrgTask) -> Actual:
        heading = task.heading
        beneath = heading.stop > heading.body_stop
        beneath = beneath or (not _drafted(task) and bool(self.file.draft(task)))
        return Actual(
            id=task.id,
            text=fingerprint(task.words.text),
            start=task.start,
            due=task.due,
            mark=task.mark,
            made=task.made,
            touched=task.extra or task.base is None or beneath,
            plain=task.plain,
            line=task.line + 1,
        )

    def _stem(self, told: Told) -> str:
        stem = self.path.rpartition("/")[2].rpartition(".")[0]
        heading = told.source.heading
        return f"{stem}/{heading.headline.title.text}" if heading else stem

    def _plans(self, told: Told) -> tuple[StandingPlan, ...]:
        """The plans in its scope, and one that she moved out of all scopes."""
        own = self._by_scope.get(told.scope)
        return own or tuple(plan for plan in self._astray if self._adopts(told, plan.trace))

    @cached_property
    def _by_scope(self) -> dict[int, tuple[StandingPlan, ...]]:
        found: dict[int, tuple[StandingPlan, ...]] = {}
        for plan in self.file.plans:
            found[plan.scope] = (*found.get(plan.scope, ()), plan)
        return found

    @cached_property
    def _astray(self) -> tuple[StandingPlan, ...]:
        """Plans that stand under no heading that tells of an interview."""
        scopes = {one.scope for one in self.told}
        return tuple(plan for plan in self.file.plans if plan.scope not in scopes)

    def _adopts(self, told: Told, trace: Trace) -> bool:
        first = min(told.reading.interviews, key=lambda one: one.day, default=None)
        if first is None:
            return False
        if trace.note == note_key(self._stem(told), first.company, first.day):
            return True
        fitting = [
            one.scope
            for one in self.told
            if {each.day for each in one.reading.interviews} & set(trace.tags.values())
        ]
        return fitting == [told.scope]

    def _writer(self, scope: int, plans: Sequence[StandingPlan]) -> OrgWriter:
        return OrgWriter(self.file, scope, tuple(plans), self.settings.heading)

    def _own(self, home: Home, notes: Sequence[str]) -> OrgWriter:
        told = self._told(home)
        plans = [plan for plan in self._plans(told) if plan.trace.note in notes]
        return self._writer(told.scope, plans)

    def _told(self, home: Home) -> Told:
        if home.place:
            return self.told[home.place - 1]
        return next(one for one in self.told if one.scope == FILE)

    def text_print(self, words: str) -> str:
        """Fingerprint of words as they read once written."""
        return fingerprint(quote.org_title(words))

    def draft_print(self, task_id: str, draft: Draft) -> str:
        """Fingerprint of a draft as it reads once written."""
        return fingerprint(quote.org_draft(draft.text))

    def edits(self, home: Home, note: str, rewrite: Rewrite, dialect: str) -> tuple[Edit, ...]:
        """The edits that carry out `rewrite`; `note` is the key of the plan to rewrite."""
        return self._own(home, [note]).edits(rewrite)

    def removal(self, home: Home, traces: Sequence[Trace]) -> tuple[Edit, ...]:
        """The edits that take our work out again; what she touched stays, without our ids."""
        return removal(self._own(home, [trace.note for trace in traces]), home)

    def proof(self, edits: Sequence[Edit], new: bytes) -> str:
        """Why `new` must not be written; empty when all is well."""
        return proof(self.file, edits, new)


def _drafted(task: OrgTask) -> bool:
    """Whether we wrote the text under the task."""
    return task.base is not None and " draft=" in task.base.text


def open_org(
    path: str, data: bytes, settings: Settings, surroundings: Surroundings
) -> OrgPage | tuple[Problem, ...]:
    """Read one file; problems alone where it cannot be read, and none for no interview."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        told = _told(path, org.scan(Source(data.decode("utf-8", "replace").encode())), settings)
        line = len(Source(data[: error.start]).lines) or 1
        return (undecodable(path, line),) if told else ()
    note = org.scan(Source(data))
    told = _told(path, note, settings)
    if not told:
        return ()
    scopes = frozenset(one.scope for one in told if one.scope != FILE)
    return OrgPage(path, OrgScanned(note, scopes), told, settings)


def judge_org(path: str, data: bytes, settings: Settings) -> list[Judgement]:
    """What each place of an Org file is to us, and why."""
    note = org.scan(Source(data.decode("utf-8", "replace").encode()))
    sources = org_fields.sources(note, lambda key: _FIELDS.get(key, key))
    looks = ((fields_of(each.mapping), _beside(note, each)) for each in sources)
    return [judge(Look(fields, path, settings, beside)) for fields, beside in looks]


def _beside(note: org.OrgNote, source: FieldSource) -> Beside:
    """What else tells the kind of a heading: its words, and a plan beneath it."""
    title = source.heading.headline.title.text if source.heading else ""
    subtree = note.source.data[source.span.start : source.span.end]
    return Beside(heading=title, planned=holds_plan(subtree))


def _told(path: str, note: org.OrgNote, settings: Settings) -> tuple[Told, ...]:
    found = []
    bare, places = OrgScanned(note), org_fields.places(note)
    for source in org_fields.sources(note, lambda key: _FIELDS.get(key, key)):
        body = tuple(bare.outside(org_fields.body(note, source, places)))
        reading = read(
            source.mapping,
            path=path,
            settings=settings,
            body=body,
            line=source.line,
            beside=_beside(note, source),
        )
        if not reading.against:
            found.append(Told(source, reading))
    return tuple(found)
