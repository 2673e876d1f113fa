"""One note's homes: every step merged, the changes carried out and proven."""

from collections.abc import Callable, Mapping, Sequence

from mdfollow.document.edit import Edit, apply, overlap
from mdfollow.etiquette.model import Kind, Mark, Remark, Step, Want
from mdfollow.etiquette.outcome import DONE, Reason
from mdfollow.interview.model import Thanked
from mdfollow.problem import Problem
from mdfollow.record import dataclass, replace
from mdfollow.settings import Settings
from mdfollow.sync import report
from mdfollow.sync.desired import desired
from mdfollow.sync.known import Known
from mdfollow.sync.merge import NOTHING, Merged, merge, remembered, same, surplus
from mdfollow.sync.pages import Opened
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport, Vault
from mdfollow.sync.shares import Letters
from mdfollow.sync.standing import Change, Desired, Home, Page, Rewrite
from mdfollow.sync.trace import Base, Trace, step_id

_SETTLED = {Mark.DONE: State.DONE, Mark.CANCELLED: State.CANCELLED}
_SKIPPED = frozenset({Want.DROP, Want.HOLD})


@dataclass(frozen=True, slots=True)
class Plans:
    """What the etiquette says over the whole vault: by home name, rounds by home and tag."""

    steps: Mapping[str, Sequence[Step]]
    remarks: Mapping[str, Sequence[Remark]]
    rounds: Mapping[tuple[str, str], int]
    letters: Letters


@dataclass(frozen=True, slots=True)
class _Outcome:
    rewrite: Rewrite
    interviews: tuple[InterviewReport, ...]
    problems: tuple[Problem, ...]
    first: bool


def merged(
    given: NoteReport,
    homes: Sequence[Known],
    page: Page,
    plans: Plans,
    vault: Vault,
    reread: Callable[[bytes], Opened],
) -> NoteReport:
    """The report of one note after merging all its homes into it.

    `reread` gives the page of the note's new bytes, which the next run will ask for, too.
    """
    edits: list[Edit] = []
    outcomes = [_merged(home, page, plans, vault) for home in homes]
    dialect = given.dialect
    for home, outcome in zip(homes, outcomes, strict=True):
        dialect = _dialect(home, page, vault.settings)
        if outcome.rewrite.changes or outcome.rewrite.trace is not None:
            edits += page.edits(home.home, home.trace.note, outcome.rewrite, dialect)
    rewrites = [
        (home.home, home.trace.note, outcome.rewrite)
        for home, outcome in zip(homes, outcomes, strict=True)
    ]
    new, unproven = _proven(given, page, edits, rewrites, reread) if edits else (given.data, None)
    problems = [*given.problems, *(each for outcome in outcomes for each in outcome.problems)]
    return replace(
        given,
        new=new,
        dialect=dialect,
        interviews=tuple(sorted((each for o in outcomes for each in o.interviews), key=_line)),
        problems=(*problems, unproven) if unproven else tuple(problems),
        remarks=tuple(remark for home in homes for remark in _remarks(home, plans)),
        first=any(outcome.first for outcome in outcomes) and not unproven,
        failed=given.failed or unproven is not None,
        rebuilt=any(home.rebuilt for home in homes) and not unproven,
        edits=() if unproven else tuple(edits),
        changes=() if unproven else tuple(each for o in outcomes for each in o.rewrite.changes),
    )


def _proven(
    given: NoteReport,
    page: Page,
    edits: Sequence[Edit],
    rewrites: Sequence[tuple[Home, str, Rewrite]],
    reread: Callable[[bytes], Opened],
) -> tuple[bytes, Problem | None]:
    """The bytes to write; those that stand, and why, where the others do not read as meant."""
    from mdfollow.sync.proof import EDGES, WAY_OUT, WAYS_OUT

    clash = overlap(edits)
    new = given.data if clash else apply(given.data, edits)
    trouble = EDGES if clash else ""
    if new != given.data:
        trouble = page.proof(edits, new, rewrites, reread(new))
    if not trouble:
        return new, None
    way_out = WAYS_OUT.get(trouble, WAY_OUT)
    return given.data, Problem(given.path, 1, 1, report.UNPROVEN, trouble, way_out)


def _remarks(home: Known, plans: Plans) -> tuple[Remark, ...]:
    found = plans.remarks.get(home.name, ())
    path = home.home.path
    return tuple(each if each.path == path else replace(each, path=path) for each in found)


def _line(each: InterviewReport) -> int:
    return each.interview.line


def _dialect(home: Known, page: Page, settings: Settings) -> str:
    """An explicit setting, else what the note was planned in, else what the vault shows."""
    if home.home.wishes.dialect or settings.dialect:
        return page.dialect
    return home.trace.dialect or page.dialect


def _merged(home: Known, page: Page, plans: Plans, vault: Vault) -> _Outcome:
    steps = plans.steps.get(home.name, ())
    wanted = desired(home, steps, page, vault, plans.letters)
    bases = _rebuilt(home, wanted) if home.rebuilt else home.trace.bases
    by_id = {each.id: each for each in wanted if each.id in bases or not home.rebuilt}
    ids = [*by_id, *(name for name in bases if name not in by_id)]
    merges: dict[str, Merged] = {}
    removed: list[Change] = []
    for name in ids:
        base = bases.get(name)
        if base is not None:
            removed += surplus(home.home.actual.get(name, ()), base)
        merges[name] = merge(
            base, home.actual.get(name), home.home.drafts.get(name), by_id.get(name)
        )
    changes = [each.change for each in merges.values() if each.change]
    changes = [
        replace(each, base=bases.get(each.id), actual=home.actual.get(each.id)) for each in changes
    ]
    trace = None
    if home.stored is not None or changes or home.rebuilt:
        trace = _new_trace(home, wanted, merges, _dialect(home, page, vault.settings))
    rewrite = Rewrite((*changes, *removed), trace)
    first = home.stored is None and rewrite.trace is not None and not home.rebuilt
    problems = [
        report.kept(home.home, home.actual[name])
        for name, each in merges.items()
        if each.kept and home.actual[name].mark is Mark.OPEN and not home.actual[name].at
    ]
    return _Outcome(
        rewrite,
        _interviews(home, wanted, merges, plans),
        tuple(problems),
        first,
    )


def _sent_before(wanted: Sequence[Desired], kept: Mapping[str, Base]) -> dict[str, Base]:
    """What she made before this plan, remembered with it: her line may go (merge-cases 54)."""
    return {
        each.id: replace(remembered(each, draft=False), done=each.step.made)
        for each in wanted
        if each.id not in kept
        and each.step.made
        and each.step.reason == Reason.MADE
        and each.step.kind is Kind.THANK
        and each.step.interview.thanked == Thanked()
    }


def _new_trace(
    home: Known, wanted: Sequence[Desired], merges: Mapping[str, Merged], dialect: str
) -> Trace | None:
    """The trace to write; None where it stands already."""
    kept = {name: each.base for name, each in merges.items() if each.base}
    if home.stored is None:
        kept |= _sent_before(wanted, kept)
    live = {*home.interviews, *(base.tag for base in kept.values())}
    trace = replace(
        home.trace,
        dialect=home.trace.dialect or dialect,
        tags={tag: day for tag, day in home.trace.tags.items() if tag in live},
        bases=kept,
    )
    if len(home.claim.traces) == 1 and trace == home.claim.traces[0]:
        return None
    return trace


def _rebuilt(home: Known, wanted: Sequence[Desired]) -> dict[str, Base]:
    """A cut comment, from the plan: every desired step counts as written (merge-cases 21).

    A differing line is hers then, and a missing one deleted, unless all is to come again.
    """
    bases = dict(home.trace.bases)
    for each in wanted:
        if (each.step.want is Want.WRITE and not home.again) or each.id in bases:
            done = bases[each.id].done if each.id in bases else None
            base = remembered(each, each.new_draft is not None)
            bases[each.id] = replace(base, done=done)
    return bases


def _interviews(
    home: Known, wanted: Sequence[Desired], merges: Mapping[str, Merged], plans: Plans
) -> tuple[InterviewReport, ...]:
    reports = []
    for tag, interview in sorted(home.interviews.items(), key=lambda item: item[1].line):
        mine = [each for each in wanted if each.step.tag == tag]
        steps = [_step(home, each, merges.get(each.id, NOTHING)) for each in mine]
        number = plans.rounds.get((home.name, tag), interview.round or 1)
        remarks = tuple(remark for remark in _remarks(home, plans) if remark.tag == tag)
        name = step_id(home.trace.note, f"{tag}/interview")
        reports.append(InterviewReport(interview, number, tuple(steps), remarks, name))
    return tuple(reports)


def _step(home: Known, each: Desired, outcome: Merged) -> StepReport:
    actual = home.actual.get(each.id) if outcome.base or home.trace.bases.get(each.id) else None
    window = each.step.window
    start, due, line = window.start, window.due, None
    if actual is not None:
        line = None if actual.at else actual.line
        start, due = actual.start or actual.due or start, actual.due or actual.start or due
    done = outcome.base.done if outcome.base else None
    made = done or (actual.made if actual and actual.mark is Mark.DONE else None)
    at = actual.at if actual is not None else ""
    made = made or each.step.made
    return StepReport(each, _state(home, each, outcome), line, start, due, made, at)


def _state(home: Known, each: Desired, outcome: Merged) -> State:
    base = home.trace.bases.get(each.id) or outcome.base
    actual = home.actual.get(each.id)
    if base is not None and actual is not None:
        draft = home.home.drafts.get(each.id)
        edited = actual.touched or not actual.plain or not same(actual, base)
        edited = edited or (draft is not None and base.draft not in {"", draft})
        return _SETTLED.get(actual.mark, State.EDITED if edited else State.OPEN)
    if base is not None and outcome.change is None:
        gone = State.SKIPPED if base.over else State.DELETED
        return State.DONE if base.done else gone
    if each.step.want is Want.DROP and (each.step.made or each.step.reason in DONE):
        return State.DONE
    return State.SKIPPED if each.step.want in _SKIPPED else State.PLANNED
