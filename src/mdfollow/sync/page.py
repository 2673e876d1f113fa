"""A note of any spelling as the merge sees it: its homes, and what writes them."""

from collections.abc import Callable, Sequence
from datetime import date

from mdfollow.dialects.codec import Codec, InterviewPlace, Task
from mdfollow.digest import fingerprint
from mdfollow.document.edit import Edit
from mdfollow.document.source import Source
from mdfollow.interview.detect import judge
from mdfollow.interview.fields import fields_of
from mdfollow.interview.look import Look
from mdfollow.interview.model import Wishes
from mdfollow.interview.read import Reading, read
from mdfollow.letters import Draft
from mdfollow.pattern import pattern
from mdfollow.problem import Problem
from mdfollow.record import cached_property, dataclass
from mdfollow.settings import Settings
from mdfollow.sync.letter import letter_of
from mdfollow.sync.reader import NOTE, Part, Reader, ReadPlace
from mdfollow.sync.report import conflict, unclosed, undecodable
from mdfollow.sync.standing import Actual, Home, Page, Rewrite
from mdfollow.sync.trace import Trace
from mdfollow.value import Mapping

_NOTHING = Mapping(())
_NO_WISHES = Wishes()
_TICKED = pattern(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+\[[xX]\]|\*+ DONE|- DONE)[ \t]+")
_MADE = pattern(r"(?:✅|completion::)[ \t]*(\d{4}-\d\d-\d\d)")
_CLOSED = pattern(r"\n[ \t]*(?:CLOSED:|CLOCK:)[ \t]*\[(\d{4}-\d\d-\d\d)")
_OF_OURS = pattern(r"\bmf-[0-9a-z]{6}|:MDFOLLOW:")
_BELOW = 6
"""Lines of a heading's or block's own record that are looked at: its day, its properties."""
Opens = Callable[[Source], Codec]
"""A codec for a note's bytes."""


@dataclass(frozen=True)
class NotePage:
    """One note with interviews in it; a first plan is written in the first of `dialects`."""

    path: str
    reader: Reader
    settings: Settings
    opens: Opens
    dialects: tuple[str, ...]
    against: bool = False
    """Read for what of ours stands in it, whatever its fields say."""

    @property
    def problems(self) -> Sequence[Problem]:
        """A conflict stops a file of several interviews; all else is a matter of one."""
        line = self.reader.outline.conflict
        return (conflict(self.path, line),) if line and len(self.reader.read_places) > 1 else ()

    @property
    def dialect(self) -> str:
        """For a first plan: her wish for this note, the setting, else what the vault shows."""
        wish = self.wishes.dialect
        return wish if wish in self.dialects else self.dialects[0]

    @property
    def wishes(self) -> Wishes:
        """What she wants for the note as a whole."""
        return next((one.reading.wishes for one in self.reader.read_places), _NO_WISHES)

    @cached_property
    def homes(self) -> Sequence[Home]:
        """Inner headings before outer ones: of two plans that end at one line theirs is first."""
        numbers = {one.scope: number for number, one in enumerate(self.reader.read_places, 1)}
        order = sorted(self.reader.read_places, key=_order)
        return tuple(self._home(one, numbers[one.scope] if one.place.node else 0) for one in order)

    def _home(self, where: ReadPlace, place: int) -> Home:
        plans = self.reader.plans_of(where)
        part = self.reader.part(where, plans)
        actual: dict[str, tuple[Actual, ...]] = {}
        for task in part.tasks:
            actual[task.id] = (*actual.get(task.id, ()), self._actual(task))
        texts = self.reader.source.texts
        bare = self.reader.codec.quote.bare
        return Home(
            path=self.path,
            place=place,
            stem=self.reader.stem_of(where),
            interviews=where.reading.interviews,
            wishes=where.reading.wishes,
            traces=tuple(plan.trace for plan in plans),
            actual=actual,
            # of two drafts with one id the first counts, as for the writer
            drafts={text.id: text.print for text in reversed(part.texts)},
            letters={t.id: letter_of(texts, t.rows, bare) for t in reversed(part.texts)},
            problems=where.reading.problems,
            blocked=self._blocked(part),
        )

    def _actual(self, task: Task) -> Actual:
        return Actual(
            id=task.id,
            text=fingerprint(self.reader.codec.quote.plain(task.words.text)),
            start=task.start,
            due=task.due,
            mark=task.mark,
            made=task.made,
            touched=task.extra,
            plain=task.plain,
            line=task.line + 1,
        )

    def _blocked(self, part: Part) -> Problem | None:
        if line := self.reader.outline.conflict:
            return conflict(self.path, line)
        if part.plans or not self.reader.outline.may_stay_open:
            return None
        opened = self.reader.site(part).unclosed
        return unclosed(self.path, *opened) if opened else None

    def rest(self) -> None:
        """Hold no more than a plan among a thousand may: the rest is read again when asked for."""
        self.reader.source.rest()

    # --- how text reads once written

    def text_print(self, words: str) -> str:
        """Fingerprint of words as they read once written."""
        quote = self.reader.codec.quote
        return fingerprint(quote.plain(quote.title(words)))

    def ticked(self, words: str) -> tuple[date | None, ...]:
        """The days of ticked lines of hers that say `words`, None for one without a day.

        A line with an id of ours is another plan's (merge-cases 54).
        """
        title = self.reader.codec.quote.title(words)
        texts, outline = self.reader.source.texts, self.reader.outline
        found: list[date | None] = []
        for number, text in enumerate(texts):
            mark = _TICKED.match(text) if title in text else None
            if mark is None or not text.startswith(title, mark.end()):
                continue
            below = "\n".join(texts[number : number + _BELOW])
            if number in outline.begins and not _OF_OURS.search(
                below if text.startswith("*") else text
            ):
                found.append(_day_of(text, below))
        return tuple(found)

    def draft_print(self, task_id: str, draft: Draft) -> str:
        """Fingerprint of a draft as it reads once written."""
        codec = self.reader.codec
        return fingerprint(codec.quote.counts(codec.draft(draft.heading, draft.text, task_id, "")))

    # --- what is written

    def _own(self, home: Home, notes: Sequence[str]) -> Part:
        """What stands of the plans with these keys."""
        where = self._read_place(home)
        plans = [plan for plan in self.reader.plans_of(where) if plan.trace.note in notes]
        return self.reader.part(where, plans)

    def _read_place(self, home: Home) -> ReadPlace:
        if home.place:
            return self.reader.read_places[home.place - 1]
        return next(one for one in self.reader.read_places if one.scope == NOTE)

    def edits(self, home: Home, note: str, rewrite: Rewrite, dialect: str) -> tuple[Edit, ...]:
        """The edits that carry out `rewrite`; `note` is the key of the plan to rewrite."""
        from mdfollow.sync.writer import Writer

        part = self._own(home, [note])
        return Writer(self.reader, part, dialect, self.settings.heading).edits(rewrite)

    def removal(self, home: Home, traces: Sequence[Trace]) -> tuple[Edit, ...]:
        """The edits that take our work out again; what she touched stays, without our ids."""
        from mdfollow.sync.removal import Removal

        part = self._own(home, [trace.note for trace in traces])
        actual = {task.line: self._actual(task) for task in part.tasks}
        return Removal(self.reader, part, actual, self.settings.heading).edits()

    def proof(
        self,
        edits: Sequence[Edit],
        new: bytes,
        rewrites: Sequence[tuple[Home, str, Rewrite]] = (),
        after: Page | tuple[Problem, ...] | None = None,
    ) -> str:
        """Why `new` must not be written; empty when all is well.

        Every line of hers stays what it is and where it was, every interview says the same, and
        every step of `rewrites` reads back as it was to be. `after`: `new` as the next run reads
        it, where that is known.
        """
        from mdfollow.sync.proof import ASTRAY, CHANGED, moved, read_alike, read_back

        if not isinstance(after, NotePage) or after.dialects != self.dialects or self.against:
            after = open_note(
                self.path, new, self.settings, self.opens, self.dialects, against=self.against
            )
        if isinstance(after, tuple):
            return CHANGED
        if trouble := moved(self.reader.outline, edits, after.reader.outline):
            return trouble
        if not read_alike(self.reader, after.reader):
            return CHANGED
        homes = {home.place: home for home in after.homes}
        for home, note, rewrite in rewrites:
            if home.place not in homes:
                return ASTRAY
            if trouble := read_back(home, homes[home.place], note, rewrite):
                return trouble
            added = {change.id for change in rewrite.changes if change.add}
            new_tasks = (task for task in after.reader.codec.ours().tasks if task.id in added)
            if not all(task.line in after.reader.outline.begins for task in new_tasks):
                return ASTRAY
        return ""


def _day_of(text: str, below: str) -> date | None:
    """The day a client wrote beside a tick: in the line, or as Org and Logseq do, under it."""
    day = _MADE.search(text) or _CLOSED.search(below)
    try:
        return date.fromisoformat(day[1]) if day else None
    except ValueError:
        return None


def _order(where: ReadPlace) -> tuple[bool, int, int]:
    node = where.place.node
    return (node is None, node.stop if node else 0, -where.place.line)


def open_note(
    path: str,
    data: bytes,
    settings: Settings,
    opens: Opens,
    dialects: tuple[str, ...],
    *,
    against: bool = False,
) -> NotePage | tuple[Problem, ...]:
    """Read one note; problems alone where it cannot be read, and none for no interview note.

    `against`: what is no interview note is read as well, for what of ours may stand in it.
    """
    broken = 0
    try:
        data.decode()
    except UnicodeDecodeError as error:
        broken = len(Source(data[: error.start]).lines) or 1
    codec = opens(Source(data.decode("utf-8", "replace").encode() if broken else data))
    found, faults = _read_places(codec, data, path, settings, against=against)
    if faults is not None:
        return faults
    if broken:
        return (undecodable(path, broken),) if found else ()
    if not found and not against:
        return ()
    if not any(one.scope == NOTE for one in found) and against:
        found.append(ReadPlace(InterviewPlace(_NOTHING, None), Reading()))
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return NotePage(path, Reader(codec, stem, tuple(found)), settings, opens, dialects, against)


def _read_places(
    codec: Codec, data: bytes, path: str, settings: Settings, *, against: bool
) -> tuple[list[ReadPlace], tuple[Problem, ...] | None]:
    """The places that tell of interviews; or what to say of fields that cannot be read."""
    found: list[ReadPlace] = []
    for place in codec.places(data, path):
        if isinstance(place.mapping, Problem):
            if against:
                continue
            from mdfollow.interview.broken import concerns

            return found, (place.mapping,) if concerns(place.text, path, settings) else ()
        fields = fields_of(place.mapping)
        verdict = None if against else judge(Look(fields, path, settings, place.beside))
        if verdict and verdict.against:
            continue  # before its lines are read
        reading = read(
            fields,
            path=path,
            settings=settings,
            body=place.body(),
            line=place.line,
            beside=place.beside,
            verdict=verdict,
        )
        if against or not reading.against:
            found.append(ReadPlace(place, reading))
    return found, None
