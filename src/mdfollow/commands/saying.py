"""What the verbs about one interview of a note have in common: `heard`, `decides`, `stop`."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date

from mdfollow.commands import which
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.writing import Deed, carry_out
from mdfollow.session import Session
from mdfollow.sync.result import InterviewReport, NoteReport

Deeds = Callable[[NoteReport, InterviewReport], Deed]
"""What one interview of a note gets."""


def with_note(parser: Parser) -> None:
    """Add `NOTE`."""
    parser.add_argument("note", metavar="NOTE", help="the interview note")


def with_round(parser: Parser) -> None:
    """Add which interview of the note is meant, and `--diff`."""
    which.with_round(parser)
    parser.add_argument("--diff", action="store_true", help="show the change and write nothing")


def say(
    args: Namespace,
    session: Session,
    today: date,
    console: Console,
    deed: Deeds,
    *,
    is_whole: Callable[[NoteReport], bool] = lambda _: False,
) -> Exit:
    """Write what `deed` says into the note; where it `is_whole`, all its interviews are meant."""
    where = which.note(args.note, session, console)

    def doing(reports: Sequence[NoteReport]) -> list[Deed]:
        report = which.report_of(where.path, reports, session)
        if is_whole(report):
            return [deed(report, report.interviews[0])]
        return [deed(report, which.interview(report, where, args.round, console))]

    return carry_out(session, today, doing, console, dry=args.diff)
