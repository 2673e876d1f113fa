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
from mdfollow.verbs.act import Answer, Refusal
from mdfollow.verbs.doing import done, done_away


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
        together: dict[tuple[str, str], list[which.Found]] = {}
        for each in found:
            together.setdefault((each[0].path, each[2].at), []).append(each)
        return [_deed(at, group) for (_, at), group in together.items()]

    def _deed(at: str, found: Sequence[which.Found]) -> Deed:
        """Into the plan's note, or into the file at `at` that she moved the tasks to."""
        plan, interview, step = found[0]
        steps = [step for _, _, step in found]
        report, there = plan, session.snapshot(at) if at else None
        answer: Answer
        if there is not None:
            report = NoteReport(at, there.data, there.data)
            answer = done_away(at, there.data, steps, day, plan.dialect)
        elif at:
            answer = Refusal(f"“{step.desired.words}” stands in {at} now", "tick it there")
        else:
            answer = done(plan, steps, day)
        ids = {step.desired.id for step in steps}
        company = interview.interview.company
        return Deed(report, answer, company, lambda after: _ticked(after, ids), plan=plan.path)

    return carry_out(session, today, doing, console, dry=args.diff)


def _ticked(report: NoteReport, ids: set[str]) -> bool:
    steps = [step for each in report.interviews for step in each.steps if step.desired.id in ids]
    return len(steps) == len(ids) and all(step.state is State.DONE for step in steps)
