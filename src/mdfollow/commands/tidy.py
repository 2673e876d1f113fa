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

NOTHING = "No ticked task has an untouched draft, so there is nothing to take out."


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

    def doing(reports: Sequence[NoteReport]) -> list[Deed]:
        mine = [report for report in reports if choice(report.path) and not report.failed]
        deeds = [Deed(report, sent_drafts(report, vault)) for report in mine]
        return [d for d in deeds if not isinstance(d.answer, Act) or d.answer.edits]

    today = chosen.today(args)
    return carry_out(session, today, doing, console, dry=args.diff, nothing=NOTHING)
