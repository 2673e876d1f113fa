"""All notes in, all edits out: read, claim, plan, merge, prove. Nothing here touches the disk."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mdfollow.document.edit import Edit, apply, composed
from mdfollow.etiquette.application import applications
from mdfollow.etiquette.model import Entry, Remark, Step
from mdfollow.etiquette.plan import plan
from mdfollow.interview.codes import BESIDE
from mdfollow.problem import Problem, Severity
from mdfollow.record import replace
from mdfollow.sync import report
from mdfollow.sync.claims import Claim, Standing
from mdfollow.sync.known import Known, is_rebuilt, known, planned_elsewhere
from mdfollow.sync.memory import Memory, Planned
from mdfollow.sync.merge import joined
from mdfollow.sync.merging import Plans
from mdfollow.sync.pages import Opened
from mdfollow.sync.renames import renamed, strays
from mdfollow.sync.result import Note, NoteReport, Vault
from mdfollow.sync.shares import Letters
from mdfollow.sync.standing import Home, Letter, Page
from mdfollow.sync.trace import VERSION, Trace

MOST_ROUNDS = 4
"""Rounds after the first in which notes may answer to each other, before nothing is written."""


def sync(
    notes: Sequence[Note], vault: Vault, today: date, memory: Memory | None = None
) -> tuple[NoteReport, ...]:
    """Plan and merge all interview notes of a vault; one report each, sorted by path.

    A note whose result does not prove sound keeps its bytes and carries a problem. With a `memory`
    of an earlier run only the notes are planned again that differ now, and those tied to them.
    """
    memory = memory or Memory()
    planned = memory.plan(notes, vault, today, lambda each: _synced(each, vault, today, memory))
    reports = {each.path: each for family in planned for each in family.reports}
    if found := [stray for family in planned for stray in family.strays]:
        for problem in renamed(found, [home for family in planned for home in family.homes]):
            reports[problem.path] = _with(reports[problem.path], problem)
    return tuple(map(reports.__getitem__, sorted(reports)))


def _synced(notes: Sequence[Note], vault: Vault, today: date, memory: Memory) -> Planned:
    """One family of notes."""
    original = {note.path: note.data for note in notes}
    pages = {note.path: memory.page(note, vault) for note in notes}
    cleared, duplicates = _copied_plans(pages, memory)
    prepared = [_edited(note, cleared.get(note.path, ())) for note in notes]
    anew = replace(vault, again=vault.again | duplicates) if duplicates else vault
    first, held = _round(prepared, anew, today, memory)
    if any(each.rebuilt for each in first):
        # only what was missing or differed is known now: the plan itself comes after
        restored = {each.path: each.new for each in first}
        prepared = [Note(each.path, restored.get(each.path, each.data)) for each in prepared]
        planned, held = _round(prepared, replace(vault, again=frozenset()), today, memory)
        first = tuple(map(_restored, first, planned))
    first = tuple(_whole(each, original[each.path], cleared.get(each.path, ())) for each in first)
    second: tuple[NoteReport, ...] = ()
    for _ in range(MOST_ROUNDS):
        if not any(each.changed for each in first):
            return _outcome(first, held)
        written = [Note(each.path, each.new) for each in first]
        second, held = _round(written, replace(vault, again=frozenset()), today, memory)
        if not any(each.changed for each in second) or _fails(first, second):
            break
        # what one note lost another one takes up: she sees one sync, so it ends here and now
        first = tuple(map(_followed, first, second))
    proof = {each.path: each for each in second}
    return _outcome([_proven(each, proof.get(each.path)) for each in first], held)


def _fails(first: Sequence[NoteReport], second: Sequence[NoteReport]) -> bool:
    """Whether a note that could be planned cannot any more, once it is written."""
    before = {each.path: each.failed for each in first}
    return len(before) != len(second) or any(
        each.failed and not before[each.path] for each in second
    )


def _followed(first: NoteReport, second: NoteReport) -> NoteReport:
    """Two rounds as one, from the bytes that stand to those that settle."""
    whole = _restored(first, second)
    return replace(whole, data=first.data, changes=joined(first.changes, second.changes))


def _outcome(reports: Sequence[NoteReport], held: Sequence[Known]) -> Planned:
    return Planned(tuple(reports), tuple(each.home for each in held), strays(held))


def _proven(first: NoteReport, second: NoteReport | None) -> NoteReport:
    if not first.changed:
        if second is None:
            return first
        return replace(second, data=first.data, new=first.data, edits=(), changes=())
    if second is None or second.changed or (second.failed and not first.failed):
        sentence = "a second run would change this plan again, so the note is left as it is"
        way_out = "please report the note's shape; nothing was written"
        return _with(
            replace(first, new=first.data, edits=(), changes=()),
            Problem(first.path, 1, 1, report.UNPROVEN, sentence, way_out),
        )
    return replace(
        second,
        data=first.data,
        first=first.first,
        letters=first.letters,
        edits=first.edits,
        changes=first.changes,
    )


def _restored(comment: NoteReport, planned: NoteReport) -> NoteReport:
    """What was done in two steps, as one: a cut comment came back, then the plan went on."""
    return replace(
        planned,
        first=comment.first or planned.first,
        letters=comment.letters,
        edits=composed(comment.edits, planned.edits, len(comment.data)),
        changes=(*comment.changes, *planned.changes),
    )


def _edited(note: Note, edits: Sequence[Edit]) -> Note:
    return Note(note.path, apply(note.data, edits)) if edits else note


def _whole(given: NoteReport, data: bytes, cleared: Sequence[Edit]) -> NoteReport:
    """The report of a note from the bytes it had before a copied plan was taken out."""
    if not cleared:
        return given if given.data is data else replace(given, data=data)
    edits = composed(cleared, given.edits, len(data))
    return replace(given, data=data, edits=edits)


def _copied_plans(
    opened: Mapping[str, Opened], memory: Memory
) -> tuple[dict[str, tuple[Edit, ...]], frozenset[str]]:
    """Notes copied for another interview lose the copied plan first (merge-cases 17).

    The edits that take it out by path, and the names of the homes it stood in.
    """
    pages = {path: page for path, page in opened.items() if not isinstance(page, tuple)}
    homes = _readable(pages.values())
    if not any(home.traces for home in homes):
        return {}, frozenset()
    owned = memory.claims(homes)
    copies: dict[str, list[tuple[Home, Sequence[Trace]]]] = {}
    for home in homes:
        claim = owned[home.path, home.place]
        if claim.standing is Standing.DUPLICATE and home.blocked is None:
            copies.setdefault(home.path, []).append((home, claim.foreign))
    if not copies:
        return {}, frozenset()
    from mdfollow.sync.clearing import clearing

    cleared = {path: clearing(pages[path], work) for path, work in copies.items()}
    return cleared, frozenset(home.name for work in copies.values() for home, _ in work)


def _readable(pages: Iterable[Page]) -> list[Home]:
    return [home for page in pages for home in page.homes if home.interviews]


def _round(
    notes: Sequence[Note], vault: Vault, today: date, memory: Memory
) -> tuple[tuple[NoteReport, ...], tuple[Known, ...]]:
    pages: dict[str, Page] = {}
    reports: dict[str, NoteReport] = {}
    for note in notes:
        page = memory.page(note, vault)
        if isinstance(page, tuple):
            if page:
                reports[note.path] = _reported(note, page, {})
            continue
        pages[note.path] = page
        letters = {name: each for home in page.homes for name, each in home.letters.items()}
        reports[note.path] = _reported(note, tuple(page.problems), letters)
    sound = [path for path in sorted(pages) if not reports[path].failed]
    problems = [each for path in sound for home in pages[path].homes for each in home.problems]
    homes = _readable(pages[path] for path in sound)
    homes = [home for home in homes if not any(map(_stops, home.problems))]
    held, troubles = _held(homes, vault, today, memory)
    for problem in (*problems, *troubles):
        reports[problem.path] = _with(reports[problem.path], problem)
    plans = _plans(held, vault, today, memory)
    by_path: dict[str, list[Known]] = {}
    for home in held:
        by_path.setdefault(home.home.path, []).append(home)
    for path, mine in by_path.items():
        reports[path] = memory.merged(reports[path], mine, pages[path], plans, vault)
    return tuple(reports[path] for path in sorted(reports)), tuple(held)


def _reported(
    note: Note, problems: tuple[Problem, ...], letters: Mapping[str, Letter]
) -> NoteReport:
    failed, data = any(map(_stops, problems)), note.data
    return NoteReport(note.path, data, data, problems=problems, failed=failed, letters=letters)


def _with(given: NoteReport, problem: Problem) -> NoteReport:
    failed = given.failed or _stops(problem)
    return replace(given, problems=(*given.problems, problem), failed=failed)


def _stops(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR and problem.code not in BESIDE


def _held(
    homes: Sequence[Home], vault: Vault, today: date, memory: Memory
) -> tuple[list[Known], list[Problem]]:
    """The homes that can be planned, with what they remember; and why the others cannot."""
    owned = memory.claims(homes)
    held: list[Known] = []
    problems: list[Problem] = []
    for home in homes:
        claim = owned[home.path, home.place]
        again = bool({home.path, home.name} & vault.again)
        trouble = _trouble(home, claim, again=again)
        moved = None if again else planned_elsewhere(home, claim, vault.away)
        if trouble is None and moved is not None:
            trouble = report.moved(home, moved.actual)
        if trouble is not None:
            problems.append(trouble)
        else:
            held.append(known(home, claim, today, again=again, away=vault.away))
    return held, problems


def _trouble(home: Home, claim: Claim, *, again: bool) -> Problem | None:
    if home.blocked is not None:
        return home.blocked
    strange = next((t for t in claim.traces if t.version != VERSION), None)
    if strange is not None:
        return report.unknown_version(home, strange)
    if claim.standing is Standing.COPY:
        return report.copied(home, claim)
    if claim.standing is Standing.STRANGE and not again and not is_rebuilt(home, claim):
        return report.without_comment(home)
    return None


def _plans(held: Sequence[Known], vault: Vault, today: date, memory: Memory) -> Plans:
    """Steps and remarks by home, rounds by home and tag, over all applications."""
    entries: list[Entry] = [entry for each in held for entry in each.entries()]
    steps: dict[str, list[Step]] = {}
    remarks: dict[str, list[Remark]] = {}
    rounds: dict[tuple[str, str], int] = {}
    for application in applications(entries):
        found = plan(application, vault.settings, today)
        for step in found.steps:
            steps.setdefault(step.path, []).append(step)
        for remark in found.remarks:
            remarks.setdefault(remark.path, []).append(remark)
        for entry in application.entries:
            rounds[entry.path, entry.tag] = application.round_of(entry)
    for mine in steps.values():
        mine.sort(key=lambda step: (step.interview.day, int(step.tag[1:])))
    letters = memory.letters(Letters(tuple(held), steps, vault))
    return Plans(steps, remarks, rounds, letters)
