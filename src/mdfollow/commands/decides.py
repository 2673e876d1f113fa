"""`mdfollow decides`: the day they expect to decide."""

from argparse import Namespace

from mdfollow.commands import chosen, saying, which
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.writing import Deed
from mdfollow.sync.result import InterviewReport, NoteReport
from mdfollow.verbs.saying import decides, reading
from mdfollow.views import days


def arguments(parser: Parser) -> None:
    """Add what `decides` takes."""
    saying.with_note(parser)
    parser.add_argument(
        "when",
        metavar="DAY|PHRASE",
        nargs="+",
        help="2026-11-24, or “3 weeks”, which counts from the interview",
    )
    saying.with_round(parser)


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    today = chosen.today(args)
    text = " ".join(args.when)

    def deed(report: NoteReport, each: InterviewReport) -> Deed:
        day = reading(each.interview, text, session.settings).decision.day

        def holds(after: NoteReport) -> bool:
            mine = which.same_interview(each, report, after)
            return mine is not None and mine.decision.day == day

        answer = decides(report, each, text, session.settings, today)
        words = (f"They decide by {days.short(day, today)}.",) if day else ()
        return Deed(report, answer, each.interview.company, holds, words)

    return saying.say(args, session, today, console, deed)
