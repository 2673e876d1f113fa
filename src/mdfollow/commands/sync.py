"""`mdfollow sync`: plan every interview note and write the plan into it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.judging import inner_vaults, lacking
from mdfollow.commands.messages import Style, tell
from mdfollow.commands.page import refresh
from mdfollow.commands.parser import Parser, with_paths
from mdfollow.commands.run import write
from mdfollow.problem import MdfollowError
from mdfollow.views.sync_lines import asked_first, first_plans

if TYPE_CHECKING:
    from datetime import date

    from mdfollow.sync.result import NoteReport

DECLINED = (
    "Nothing was written. `mdfollow sync NOTE` plans one note; "
    "`mdfollow: false` at the top of a note keeps it without a plan."
)


def arguments(parser: Parser) -> None:
    """Add what `sync` takes."""
    with_paths(parser)
    parser.add_argument(
        "--check", action="store_true", help="write nothing, name the notes that would change"
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--diff", action="store_true", help="show the changes and write nothing")
    shape.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument(
        "--again",
        metavar="NOTE",
        action="append",
        default=[],
        help="write the plan of this note again after you deleted it",
    )
    parser.add_argument(
        "--yes", "-y", action="store_true", help="do not ask before writing many first plans"
    )


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    choice = chosen.choice(args.paths, session, console)
    again = chosen.choice(args.again, session, console)
    if again.folders:
        raise MdfollowError("--again takes one note, not a folder.")
    today = chosen.today(args)
    dry = args.check or args.diff
    result = write(
        session,
        lambda: session.reports(today, again=frozenset(again.files)),
        session.store(dry=dry),
        choice,
        sweeping=not dry,
        agreed=lambda reports: dry or args.yes or console.agreed(asked_first(reports)),
        progress=console.progress,
    )
    if args.json:
        written = {path for path, each in result.written.items() if each.changed}
        reports = [report for report in result.reports if choice(report.path)]
        _as_json(chosen.vault_name(session), today, reports, written, console)
    if result.declined:
        console.say(DECLINED)
        return Exit.DONE
    lines = not args.json and not args.diff
    style = Style(dry=dry, lines=lines, diffs=args.diff)
    code = tell(session, result, choice, style, console)
    code = max(code, refresh(session, result, choice, style, console))
    if not result.reports and not result.scan.problems and not choice.files:
        console.say(*chosen.no_interviews(session, today))
    elif not args.json and not args.paths:
        from mdfollow.views.judgements import beside, summary

        missing = lacking(session, [report.path for report in result.reports])
        console.say(*summary(missing), *beside(inner_vaults(session)))
    written_first = [each.report for each in result.written.values() if each.changed]
    if not dry and not args.yes and not console.can_ask and first_plans(written_first):
        console.say("To take these plans out again: `mdfollow remove`.")
    return code


def _as_json(
    vault: str, today: date, reports: Sequence[NoteReport], written: set[str], console: Console
) -> None:
    from mdfollow.views.json_text import json_text
    from mdfollow.views.plan_json import plan_json

    value = plan_json(vault, today, reports, changed=written)
    console.data(json_text(value, ascii_only=console.ascii_only))
