"""`mdfollow decides`: the day they expect to decide."""

from argparse import Namespace
from collections.abc import Sequence

from mdfollow.commands import chosen, which
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.writing import Deed, carry_out
from mdfollow.sync.result import NoteReport
from mdfollow.verbs.saying import decides, reading
from mdfollow.views import days


def arguments(parser: Parser) -> None:
    """Add what `decides` takes."""
    parser.add_argument("note", metavar="NOTE", help="the interview note")
    parser.add_argument(
        "when",
        metavar="DAY|PHRASE",
        nargs="+",
        help="2026-11-24, or “3 weeks”, which counts from the interview",
    )
    which.with_round(parser)
    parser.add_argument("--diff", action="store_true", help="show the change and write nothing")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    today = chosen.today(args)
    where = which.note(args.note, session, console)
    text = " ".join(args.when)

    def doing(reports: Sequence[NoteReport]) -> list[Deed]:
        report = which.report_of(where.path, reports, session)
        each = which.interview(report, where, args.round, console)
        day = reading(each.interview, text, session.settings).decision.day

        def holds(after: NoteReport) -> bool:
            mine = which.same_interview(each, report, after)
            return mine is not None and mine.decision.day == day

        answer = decides(report, each, text, session.settings, today)
        words = (f"They decide by {days.short(day, today)}.",) if day else ()
        return [Deed(report, answer, each.interview.company, holds, words)]

    return carry_out(session, today, doing, console, dry=args.diff)
