"""`mdfollow stop`: no plan for this note any more."""

from argparse import Namespace

from mdfollow.commands import chosen, saying
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.writing import Deed
from mdfollow.endings import ORG, format_of
from mdfollow.sync.result import InterviewReport, NoteReport
from mdfollow.verbs.act import Act
from mdfollow.verbs.saying import stop
from mdfollow.verbs.taking_out import open_lines

RESTED = (
    "This note gets no plan any more. What you ticked or changed stays; take the line out to go on."
)


def arguments(parser: Parser) -> None:
    """Add what `stop` takes."""
    saying.with_note(parser)
    saying.with_round(parser)


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)

    def deed(report: NoteReport, each: InterviewReport) -> Deed:
        org = not _is_whole(report)
        said = stop(report, each)
        gone = open_lines(report, session.vault(), each.interview.line if org else 0)
        if isinstance(said, Act) and isinstance(gone, Act):
            said = Act(report.path, (*gone.edits, *said.edits))
        line = each.interview.line

        def holds(after: NoteReport) -> bool:
            return all(org and one.interview.line != line for one in after.interviews)

        return Deed(report, said, holds=holds, words=(RESTED,))

    return saying.say(args, session, chosen.today(args), console, deed, is_whole=_is_whole)


def _is_whole(report: NoteReport) -> bool:
    """Whether the line rests all interviews of the note: in Org each heading has its own."""
    return format_of(report.path) != ORG
