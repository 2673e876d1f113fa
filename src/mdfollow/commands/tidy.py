"""`mdfollow tidy`: letters that were sent make room."""

from argparse import Namespace
from collections.abc import Sequence

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.writing import Deed, carry_out
from mdfollow.sync.result import NoteReport
from mdfollow.verbs.act import Act
from mdfollow.verbs.taking_out import sent_drafts


def arguments(parser: Parser) -> None:
    """Add what `tidy` takes."""
    parser.add_argument(
        "notes", metavar="NOTE", nargs="*", default=[], help="only these notes and folders"
    )
    parser.add_argument("--diff", action="store_true", help="show the changes and write nothing")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    choice = chosen.choice(args.notes, session, console)
    vault = session.vault()
    found: list[Deed] = []

    def doing(reports: Sequence[NoteReport]) -> list[Deed]:
        mine = [report for report in reports if choice(report.path) and not report.failed]
        deeds = [Deed(report, sent_drafts(report, vault)) for report in mine]
        found[:] = [d for d in deeds if not isinstance(d.answer, Act) or d.answer.edits]
        return found

    code = carry_out(session, chosen.today(args), doing, console, dry=args.diff)
    if not found:
        console.say("No draft of a ticked task stands as it was written; there is nothing to take.")
    return code
