"""`mdfollow agenda`: what is due, over all notes."""

import argparse
from collections.abc import Sequence
from datetime import date

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.messages import say_problems
from mdfollow.commands.parser import Parser
from mdfollow.sync.result import NoteReport
from mdfollow.views.agenda import agenda
from mdfollow.views.agenda_json import agenda_json
from mdfollow.views.agenda_pages import agenda_markdown, agenda_text
from mdfollow.views.agenda_words import status_line
from mdfollow.views.json_text import json_text
from mdfollow.views.paint import PLAIN
from mdfollow.views.preparation import prepared
from mdfollow.views.shown import shown

LONGEST = 3650


def arguments(parser: Parser) -> None:
    """Add what `agenda` takes."""
    parser.add_argument(
        "--days",
        metavar="N",
        type=_days,
        help="only what begins within this many days (0: today)",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="also what comes later, and what went away in the last week",
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print JSON")
    shape.add_argument("--markdown", action="store_true", help="print Markdown")
    shape.add_argument("--line", action="store_true", help="one line, for a status bar")


def run(args: argparse.Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    today = chosen.today(args)
    scan = session.look()
    reports = session.reports(today)
    found = prepared(agenda(reports, today, args.days), reports, today)
    if args.json:
        value = agenda_json(chosen.vault_name(session), found, today)
        console.data(json_text(value, ascii_only=console.ascii_only))
    elif args.markdown:
        console.data(agenda_markdown(found, today, everything=args.all))
    elif args.line:
        console.data(shown(status_line(found)) + "\n")
    elif reports:
        page = agenda_text(found, today, console.paint, width=console.width, everything=args.all)
        console.data(page + _timeline(reports, today, console))
    code = say_problems(session, reports, chosen.Choice(), console)
    if not reports and not scan.problems:
        console.say(*chosen.no_interviews(session, today))
    return code


def _timeline(reports: Sequence[NoteReport], today: date, console: Console) -> str:
    """The bars, for somebody who sits at a terminal with colours."""
    if not console.width or console.paint is PLAIN:
        return ""
    from mdfollow.views.agenda_timeline import ASCII, UNICODE, timeline
    from mdfollow.views.dashboard import dashboard

    signs = ASCII if console.ascii_only else UNICODE
    lines = timeline(dashboard(reports).bars, today, console.width, console.paint, signs)
    return "\n".join(["", *lines, ""]) if lines else ""


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > LONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days; write one such as 7")
    return int(text)
