"""`mdfollow done`: tick tasks, and hear what comes next."""

from argparse import Namespace
from collections.abc import Sequence

from mdfollow.commands import chosen, which
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.writing import Deed, carry_out
from mdfollow.problem import MdfollowError
from mdfollow.sync.result import NoteReport, State
from mdfollow.verbs.doing import done


def arguments(parser: Parser) -> None:
    """Add what `done` takes."""
    parser.add_argument(
        "steps",
        metavar="STEP",
        nargs="+",
        help="an id (mf-7k2m9q), a note (its one open step that is due), or NOTE PERSON",
    )
    parser.add_argument("--on", metavar="DAY", default="today", help="the day it was (else today)")
    parser.add_argument("--diff", action="store_true", help="show the change and write nothing")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    today = chosen.today(args)
    day = which.day(args.on, today, session.settings.date_order)
    if day > today:
        raise MdfollowError(f"{day} is still to come; --on takes the day it was.")
    wanted = which.asked(args.steps, session, console)

    def doing(reports: Sequence[NoteReport]) -> list[Deed]:
        found = which.all_steps(wanted, reports, session, today)
        notes = {report.path: report for report, _, _ in found}
        return [_deed(notes[path], [f for f in found if f[0].path == path]) for path in notes]

    def _deed(report: NoteReport, found: Sequence[which.Found]) -> Deed:
        ids = {step.desired.id for _, _, step in found}
        return Deed(
            report,
            done(report, [step for _, _, step in found], day),
            found[0][1].interview.company,
            lambda after: _ticked(after, ids),
        )

    return carry_out(session, today, doing, console, dry=args.diff)


def _ticked(report: NoteReport, ids: set[str]) -> bool:
    steps = [step for each in report.interviews for step in each.steps if step.desired.id in ids]
    return len(steps) == len(ids) and all(step.state is State.DONE for step in steps)
