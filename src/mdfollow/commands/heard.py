"""`mdfollow heard`: they answered."""

from argparse import Namespace

from mdfollow.commands import chosen, saying, which
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.writing import Deed
from mdfollow.interview.model import Status
from mdfollow.problem import MdfollowError
from mdfollow.sync.result import InterviewReport, NoteReport
from mdfollow.verbs.saying import OFFER, REJECTED, heard

_STATUS = {REJECTED: Status.CLOSED, OFFER: Status.OFFER}


def arguments(parser: Parser) -> None:
    """Add what `heard` takes."""
    saying.with_note(parser)
    parser.add_argument("day", metavar="DAY", nargs="?", default="today", help="when (else today)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--rejected", action="store_true", help="it was a no")
    what.add_argument("--offer", action="store_true", help="it was an offer")
    what.add_argument("--until", metavar="DAY", help="they decide by another day")
    saying.with_round(parser)


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    today, order = chosen.today(args), session.settings.date_order
    day = which.day(args.day, today, order)
    if day > today:
        raise MdfollowError(f"{day} is still to come; `heard` takes the day they answered.")
    until = which.day(args.until, today, order) if args.until else None
    if until and until < day:
        raise MdfollowError(f"{until} is before their answer; --until takes the new day.")
    status = REJECTED if args.rejected else OFFER if args.offer else ""

    def deed(report: NoteReport, each: InterviewReport) -> Deed:
        def holds(after: NoteReport) -> bool:
            mine = which.same_interview(each, report, after)
            return (
                mine is not None
                and mine.heard == day
                and (not status or mine.status is _STATUS[status])
                and (not until or mine.decision.day == until)
            )

        answer = heard(report, each, day, status, until)
        return Deed(report, answer, each.interview.company, holds)

    return saying.say(args, session, today, console, deed)
