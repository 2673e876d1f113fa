"""`mdfollow responsiveness`: promised against heard, by company."""

from argparse import Namespace

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.messages import say_problems
from mdfollow.commands.parser import Parser
from mdfollow.views.json_text import json_text
from mdfollow.views.responsiveness import responsiveness
from mdfollow.views.responsiveness_words import responsiveness_json, responsiveness_text


def arguments(parser: Parser) -> None:
    """Add what `responsiveness` takes."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    today = chosen.today(args)
    scan = session.look()
    reports = session.reports(today)
    found = responsiveness(reports)
    if args.json:
        value = responsiveness_json(chosen.vault_name(session), found)
        console.data(json_text(value, ascii_only=console.ascii_only))
    elif reports:
        console.data(responsiveness_text(found, console.paint))
    code = say_problems(session, reports, chosen.Choice(), console)
    if not reports and not scan.problems:
        console.say(*chosen.no_interviews(session, today))
    return code
