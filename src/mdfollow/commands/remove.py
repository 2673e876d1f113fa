"""`mdfollow remove`: take our untouched work out of the notes again."""

from argparse import Namespace

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.messages import Style, tell
from mdfollow.commands.page import refresh
from mdfollow.commands.parser import Parser, with_paths
from mdfollow.commands.run import write


def arguments(parser: Parser) -> None:
    """Add what `remove` takes."""
    with_paths(parser)
    parser.add_argument(
        "--check", action="store_true", help="write nothing, name the notes that would change"
    )
    parser.add_argument("--diff", action="store_true", help="show the changes and write nothing")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    choice = chosen.choice(args.paths, session, console)
    dry = args.check or args.diff
    result = write(
        session,
        session.cleared,
        session.store(dry=dry),
        choice,
        sweeping=not dry,
        progress=console.progress,
    )
    style = Style(dry=dry, lines=not args.diff, diffs=args.diff, removing=True)
    code = tell(session, result, choice, style, console)
    code = max(code, refresh(session, result, choice, style, console))
    if not result.reports and not result.scan.problems and not choice.files:
        console.say("There are no interview notes here, so there is nothing to take out.")
    return code
