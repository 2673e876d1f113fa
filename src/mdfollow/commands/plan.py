"""`mdfollow plan`: the plan, and why."""

from argparse import Namespace

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.messages import say_problems
from mdfollow.commands.parser import Parser, with_paths
from mdfollow.views.json_text import json_text
from mdfollow.views.plan_json import plan_json
from mdfollow.views.plan_table import plan_table


def arguments(parser: Parser) -> None:
    """Add what `plan` takes."""
    with_paths(parser)
    parser.add_argument("--json", action="store_true", help="print the plan as JSON")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    choice = chosen.choice(args.paths, session, console)
    today = chosen.today(args)
    scan = session.look()
    all_reports = session.reports(today)
    reports = [report for report in all_reports if choice(report.path)]
    if args.json:
        value = plan_json(chosen.vault_name(session), today, reports)
        console.data(json_text(value, ascii_only=console.ascii_only))
    else:
        console.data(plan_table(reports, today, console.paint))
    code = say_problems(session, reports, choice, console)
    if not all_reports and not scan.problems and not choice.files:
        console.say(*chosen.no_interviews(session, today))
    return code
