"""Carrying out a verb: find what it is about, prove it on the plan, write, say what comes next."""

from collections.abc import Callable, Sequence
from datetime import date
from time import sleep

from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.run import AGAIN, CHANGED, PAUSE, ROUNDS
from mdfollow.commands.which import UnclearError
from mdfollow.document.edit import apply
from mdfollow.record import dataclass, replace
from mdfollow.session import Session
from mdfollow.sync.result import NoteReport
from mdfollow.vault.outcome import Outcome, Verdict
from mdfollow.vault.store import Store
from mdfollow.verbs.act import Act, Answer, Refusal
from mdfollow.verbs.wish import ByHand
from mdfollow.views.diff import diff
from mdfollow.views.lines_written import lines_written
from mdfollow.views.next_words import next_words
from mdfollow.views.shown import shown, shown_path

UNPROVEN = "this cannot be written here safely, so nothing was written"


@dataclass(frozen=True, slots=True)
class Deed:
    """What one note gets. `holds` says of the plan made anew whether it is what was meant."""

    report: NoteReport
    answer: Answer
    company: str = ""
    """Whose next step is told; nobody's where it is empty."""
    holds: Callable[[NoteReport], bool] = lambda _: True
    words: tuple[str, ...] = ()
    """What there is to say of it, before what comes next."""
    plan: str = ""
    """The note of the plan that it is about, where it is written into another one."""


Doing = Callable[[Sequence[NoteReport]], Sequence[Deed]]
"""From the plans as they are to what is to be done; asked again where a note changed meanwhile."""


def carry_out(
    session: Session,
    today: date,
    doing: Doing,
    console: Console,
    *,
    dry: bool = False,
    nothing: str = "Nothing is due, so nothing was changed.",
) -> Exit:
    """Write every deed into its note, or with `dry` show it; one note that fails stops no other.

    A note that changed meanwhile is looked at again, and that note alone: three days later must
    not become six. `nothing` is said where there is no deed to do.
    """
    store = session.store(dry=dry)
    results: dict[str, _Result] = {}
    for left in reversed(range(ROUNDS)):
        session.look()
        reports = session.reports(today)
        try:
            deeds = doing(reports)
        except UnclearError as unclear:
            console.say(*unclear.lines)
            return Exit.FINDINGS
        if not deeds and not results:
            console.say(nothing)
        for deed in deeds:
            if deed.report.path not in results or results[deed.report.path].again:
                results[deed.report.path] = _write(deed, session, today, store)
        if not left or not any(each.again for each in results.values()):
            break
        sleep(PAUSE)
    codes = [_tell(each, today, console, dry=dry) for each in results.values()]
    return max(codes, default=Exit.DONE)


@dataclass(frozen=True, slots=True)
class _Result:
    deed: Deed
    new: bytes = b""
    after: tuple[NoteReport, ...] = ()
    outcome: Outcome | None = None
    trouble: str = ""

    @property
    def again(self) -> bool:
        """Whether the note was busy or changed, so that looking once more may help."""
        return self.outcome is not None and self.outcome.verdict in AGAIN


def _write(deed: Deed, session: Session, today: date, store: Store) -> _Result:
    act, path = deed.answer, deed.report.path
    if not isinstance(act, Act):
        return _Result(deed)
    snapshot = session.snapshot(path)
    if snapshot is None:
        return _Result(deed, trouble=UNPROVEN)
    new = apply(snapshot.data, act.edits)
    after = session.reports(today, {path: new})
    report = next((each for each in after if each.path == (deed.plan or path)), None)
    failed = report is not None and report.failed and not deed.report.failed
    if act.edits and (failed or not deed.holds(report or replace(deed.report, interviews=()))):
        return _Result(deed, trouble=UNPROVEN)
    return _Result(deed, new, after, store.replace(snapshot, new))


def _tell(each: _Result, today: date, console: Console, *, dry: bool) -> Exit:
    report, answer = each.deed.report, each.deed.answer
    path = shown_path(report.path)
    if isinstance(answer, ByHand):
        console.say(
            f"{path}:{answer.line}: please write this line yourself, so that nothing else changes:"
        )
        console.data(answer.text + "\n")
        return Exit.FINDINGS
    if isinstance(answer, Refusal):
        way_out = f"; {shown(answer.way_out)}" if answer.way_out else ""
        console.say(f"{path}: {shown(answer.sentence)}{way_out}.")
        return Exit.FINDINGS
    if each.outcome is None:
        console.say(f"{path}: {each.trouble}.")
        return Exit.FINDINGS
    if each.outcome.verdict is Verdict.UNCHANGED:
        console.say(f"{path}: it is there already; nothing was changed.")
        return Exit.DONE
    if each.outcome.verdict not in CHANGED:
        console.say(f"{path}: not written, {shown(each.outcome.reason)}; please run this again.")
        return Exit.FINDINGS
    if dry:
        console.data(diff(report.path, report.data, answer.edits, console.paint))
        return Exit.DONE
    for number, text in lines_written(each.new, answer.edits):
        console.data(f"{path}:{number}: {text}\n")
    console.say(*each.deed.words)
    if each.deed.company:
        console.say(
            *next_words(each.after, each.deed.plan or report.path, each.deed.company, today)
        )
    return Exit.DONE
