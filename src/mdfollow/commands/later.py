"""`mdfollow later`: put a task off, or everything that is due after days away."""

import re
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date

from mdfollow.commands import chosen, which
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.writing import Deed, carry_out
from mdfollow.problem import MdfollowError
from mdfollow.sync.result import NoteReport, StepReport
from mdfollow.verbs.doing import OPEN, later, put_off
from mdfollow.views.standing import standing

LONGEST = 365


def arguments(parser: Parser) -> None:
    """Add what `later` takes."""
    parser.add_argument(
        "words",
        metavar="STEP DAYS|DAY",
        nargs="+",
        help="what to put off (an id, a note, NOTE PERSON), and by how many days or to which day",
    )
    parser.add_argument(
        "--all-due", action="store_true", help="everything that is due: `later --all-due 3`"
    )
    parser.add_argument("--diff", action="store_true", help="show the change and write nothing")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    today = chosen.today(args)
    *words, when = args.words
    if bool(words) is args.all_due:
        raise MdfollowError("`later` takes STEP and DAYS or DAY, or --all-due and DAYS or DAY.")
    count = _days(when)
    day = None if count else which.day(when, today, session.settings.date_order)
    if day and day < today:
        raise MdfollowError(f"{day} has passed; `later` takes a day to come.")
    wanted = which.asked(words, session, console)

    def new_day(step: StepReport) -> date:
        return day or put_off(step, count, today, session.settings)

    def doing(reports: Sequence[NoteReport]) -> list[Deed]:
        if args.all_due:
            return [deed for report in reports if (deed := _all_due(report, new_day, today))]
        found = which.all_steps(wanted, reports, session, today)
        notes = {report.path: report for report, _, _ in found}
        return [
            _deed(report, [(s, new_day(s)) for r, _, s in found if r.path == path])
            for path, report in notes.items()
        ]

    return carry_out(session, today, doing, console, dry=args.diff)


def _all_due(report: NoteReport, new_day: Callable[[StepReport], date], today: date) -> Deed | None:
    """Everything of one note that is due or past its day."""
    steps = [
        step
        for each in standing(report)
        for step in each.steps
        if step.state in OPEN and step.line is not None and step.start <= today
    ]
    return _deed(report, [(step, new_day(step)) for step in steps]) if steps else None


def _deed(report: NoteReport, moves: Sequence[tuple[StepReport, date]]) -> Deed:
    wanted = {step.desired.id: day for step, day in moves}

    def holds(after: NoteReport) -> bool:
        steps = [step for each in after.interviews for step in each.steps]
        found = {s.desired.id: s.due for s in steps if s.desired.id in wanted and s.line}
        return found == wanted

    return Deed(report, later(report, moves), holds=holds)


def _days(text: str) -> int:
    """A number of days, 0 where it is none."""
    found = re.fullmatch(r"\+?([0-9]{1,3})(?: ?d(?:ays?)?)?", text)
    if found and not 0 < int(found[1]) <= LONGEST:
        raise MdfollowError(f"{text} is not a number of days from 1 to {LONGEST}.")
    return int(found[1]) if found else 0
