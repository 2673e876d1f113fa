"""What `sync` and `remove` tell of a run, and the exit code it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mdfollow.commands.chosen import Choice, say_strangers
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.run import AGAIN, Result
from mdfollow.problem import Problem, Severity
from mdfollow.record import dataclass
from mdfollow.session import Session
from mdfollow.vault.outcome import Verdict
from mdfollow.views.paint import PLAIN
from mdfollow.views.shown import shown, shown_path
from mdfollow.views.sync_lines import changed_lines, likewise, removed_line, summary

if TYPE_CHECKING:
    from mdfollow.sync.result import NoteReport


@dataclass(frozen=True, slots=True)
class Style:
    """How to tell it: `dry` for a run that only looked, `lines` for a line per changed note."""

    dry: bool = False
    lines: bool = True
    diffs: bool = False
    removing: bool = False


def tell(session: Session, result: Result, choice: Choice, style: Style, console: Console) -> Exit:
    """Write everything about a run, data first; returns its exit code."""
    reports = [report for report in result.reports if choice(report.path)]
    changed = [each.report for each in result.written.values() if each.changed]
    changed.sort(key=lambda report: report.path)
    if style.removing:
        lines = [removed_line(report, dry=style.dry) for report in changed]
    else:
        lines = changed_lines(changed, dry=style.dry)
    for report, line in zip(changed, lines, strict=True):
        if style.diffs:
            from mdfollow.views.diff import diff

            console.data(diff(report.path, report.data, report.edits, console.paint))
        if style.lines:
            console.data(line + "\n")
    console.say(*map(shown, result.kept))
    say_problems(session, reports, choice, console)
    waiting = _say_outcomes(result, console)
    left = _left(result, choice, reports)
    notes = len({*(report.path for report in reports), *left})
    counts = (notes, len(changed), waiting, len(left))
    if notes:
        console.say(summary(*counts, dry=style.dry, removing=style.removing))
    return Exit.FINDINGS if left or (style.dry and changed) else Exit.DONE


def say_problems(
    session: Session, reports: Sequence[NoteReport], choice: Choice, console: Console
) -> Exit:
    """Write what stops or endangers a plan; findings when a chosen note could not be planned."""
    scan = session.scan
    problems = [each for each in scan.problems if choice(each.path)]
    for problem in [*problems, *_worth_saying(reports)]:
        _say(problem, console)
    known = [*(report.path for report in reports), *(p.path for p in problems)]
    say_strangers(choice, known, session, console)
    errors = any(p.severity is Severity.ERROR for report in reports for p in report.problems)
    failed = errors or any(report.failed for report in reports) or any(map(choice, scan.failed))
    return Exit.FINDINGS if failed else Exit.DONE


def _worth_saying(reports: Sequence[NoteReport]) -> list[Problem]:
    """Errors and warnings; hints are for `check`."""
    if not reports:
        return []
    from mdfollow.views.findings import findings

    found = [problem for report in reports for problem in findings(report)]
    return [problem for problem in found if problem.severity is not Severity.HINT]


def _say(problem: Problem, console: Console) -> None:
    from mdfollow.views.problem_lines import concise

    way_out = f" ({shown(problem.way_out)})" if problem.way_out else ""
    console.say(concise(problem, PLAIN) + way_out)


def _say_outcomes(result: Result, console: Console) -> int:
    """One line for every note that was not written, and for notices; counts the waiting."""
    waiting = 0
    notices: dict[str, list[str]] = {}
    for path, each in sorted(result.written.items()):
        reason = shown(each.outcome.reason)
        if each.outcome.verdict is Verdict.DEFERRED:
            waiting += 1
            console.say(f"{shown_path(path)}: waiting, {reason}")
        elif each.changed and reason:
            notices.setdefault(reason, []).append(path)
        elif each.outcome.verdict in AGAIN:
            console.say(f"{shown_path(path)}: not written, {reason}; please run mdfollow again")
        elif not each.changed:
            console.say(f"{shown_path(path)}: not written, {reason}")
    for reason, (path, *others) in notices.items():
        console.say(f"{shown_path(path)}: {reason}{likewise(len(others))}")
    return waiting


def _left(result: Result, choice: Choice, reports: list[NoteReport]) -> frozenset[str]:
    """Interview notes that could not be read, planned or written."""
    unwritten = {
        path
        for path, each in result.written.items()
        if not each.changed and each.outcome.verdict is not Verdict.DEFERRED
    }
    failed = {report.path for report in reports if report.failed}
    return frozenset(unwritten | failed | {p for p in result.scan.failed if choice(p)})
