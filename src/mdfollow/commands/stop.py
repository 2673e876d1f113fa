"""`mdfollow stop`: no plan for this note any more."""

from argparse import Namespace
from collections.abc import Sequence

from mdfollow.commands import chosen, which
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.writing import Deed, carry_out
from mdfollow.endings import ORG, format_of
from mdfollow.sync.result import NoteReport
from mdfollow.verbs.act import Act
from mdfollow.verbs.saying import stop
from mdfollow.verbs.taking_out import open_lines

RESTED = (
    "This note gets no plan any more. What you ticked or changed stays; take the line out to go on."
)


def arguments(parser: Parser) -> None:
    """Add what `stop` takes."""
    parser.add_argument("note", metavar="NOTE", help="the interview note")
    which.with_round(parser)
    parser.add_argument("--diff", action="store_true", help="show the change and write nothing")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    today = chosen.today(args)
    where = which.note(args.note, session, console)

    def doing(reports: Sequence[NoteReport]) -> list[Deed]:
        report = which.report_of(where.path, reports, session)
        org = format_of(report.path) == ORG
        each = report.interviews[0]
        if org:
            each = which.interview(report, where, args.round, console)
        said = stop(report, each)
        gone = open_lines(report, session.vault(), each.interview.line if org else 0)
        if isinstance(said, Act) and isinstance(gone, Act):
            said = Act(report.path, (*gone.edits, *said.edits))
        line = each.interview.line

        def holds(after: NoteReport) -> bool:
            return all(org and one.interview.line != line for one in after.interviews)

        return [Deed(report, said, holds=holds, words=(RESTED,))]

    return carry_out(session, today, doing, console, dry=args.diff)
