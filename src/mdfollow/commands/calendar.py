"""`mdfollow calendar`: what is open, and the interviews, for the phone; and what was done there."""

import os
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mdfollow.calendar import lines
from mdfollow.calendar.entries import Options, entries
from mdfollow.calendar.entry import Condition, Kind
from mdfollow.calendar.fates import WRITING, Outcome, Standing, fates
from mdfollow.calendar.known import vault_print
from mdfollow.calendar.steps import doubtful, now, steps
from mdfollow.commands import chosen
from mdfollow.commands.calendar_pull import Pulled, pull
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.messages import say_problems
from mdfollow.commands.parser import Parser
from mdfollow.problem import MdfollowError
from mdfollow.record import dataclass
from mdfollow.session import Session
from mdfollow.views.json_text import json_text
from mdfollow.views.shown import shown, shown_path

if TYPE_CHECKING:
    from mdfollow.commands.calendar_target import Target
    from mdfollow.vault import outcome as disk

MISSING = (
    "`calendar` needs one more package; add it with `pipx inject mdfollow icalendar` "
    "(or pip install 'mdfollow[calendar]')."
)
NOWHERE = (
    "say where the calendar is: a folder of its own, or a file that ends in .ics. "
    'In mdfollow.toml it is `calendar = "~/.calendars/follow-ups"`.'
)

ANOTHER = (
    "another vault keeps this calendar; give this one a calendar of its own, or take it over with "
    "--again."
)
OWN_FOLDER = "give the calendar a folder of its own"


def arguments(parser: Parser) -> None:
    """Add what `calendar` takes."""
    parser.add_argument(
        "target",
        metavar="DIR|FILE.ics",
        nargs="?",
        default="",
        help="a folder with one file an entry, or one file (else as in mdfollow.toml)",
    )
    parser.add_argument(
        "--pull",
        action="store_true",
        help="first bring ticks and new days from there into the notes",
    )
    parser.add_argument(
        "--deleted",
        action="store_true",
        help="with --pull: the tasks whose entries were deleted there go from the notes",
    )
    parser.add_argument(
        "--all", action="store_true", help="with the steps that are done or cancelled"
    )
    parser.add_argument(
        "--again", action="store_true", help="with the entries that were deleted there"
    )
    parser.add_argument(
        "--inside", action="store_true", help="even if the calendar is inside the vault"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing, show what would change"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    if args.deleted and not args.pull:
        raise MdfollowError("--deleted works only with --pull.")
    session = chosen.session(args, console)
    path = _path(args, session, console)
    try:
        from mdfollow.commands.calendar_target import open_target
    except ImportError:
        raise MdfollowError(MISSING) from None
    target = open_target(path)
    standing = target.read()
    vault = chosen.vault_name(session)
    if target.known.vault not in {"", vault_print(vault)} and not args.again:
        raise MdfollowError(ANOTHER)
    options = _options(args, session, vault)
    session.look()
    brought = Pulled()
    if args.pull:
        brought = pull(session, standing, options, args, console)
    return Run(args, session, console, target, options, standing, brought).write()


def _options(args: Namespace, session: Session, vault: str) -> Options:
    """What goes into the calendar, by settings and arguments."""
    settings = session.settings
    return Options(
        frozenset(map(Kind, settings.calendar_entries)),
        settings.calendar_alarm,
        settings.calendar_private,
        args.all,
        "obsidian" if session.surroundings.obsidian else "",
        vault,
    )


def _path(args: Namespace, session: Session, console: Console) -> str:
    """The real path of the calendar: from here, or as the settings have it, from the vault."""
    base, typed = console.cwd, args.target
    if not typed:
        base, typed = session.root, session.settings.calendar
    if not typed:
        raise MdfollowError(NOWHERE)
    path = os.path.realpath(os.path.join(base, os.path.expanduser(typed)))
    within = f"{path}/".startswith(f"{session.root.rstrip('/')}/")
    if path in {session.root, os.path.realpath(os.path.expanduser("~")), "/"}:
        raise MdfollowError(f"{shown_path(path)} is no calendar; {OWN_FOLDER}.")
    if args.target and within and not args.inside:
        raise MdfollowError(
            f"{shown_path(path)} is in the vault; --inside writes a calendar there anyway."
        )
    return path


@dataclass(frozen=True, slots=True)
class Run:
    """One writing of the calendar, after what was brought from it."""

    args: Namespace
    session: Session
    console: Console
    target: "Target"
    options: Options
    standing: Standing
    brought: Pulled

    def write(self) -> Exit:
        """Write what differs, and tell of it."""
        session, today = self.session, chosen.today(self.args)
        reports = session.reports(today, self.brought.overlay)
        if not reports and not session.scan.failed:
            # A wrong --vault, or one whose disk is away: an old calendar is better than none.
            self.console.say(*chosen.no_interviews(session, today))
            self.tell((), ())
            return Exit.DONE
        found = now(steps(reports))
        outcomes = fates(
            entries(reports, self.options),
            self.standing,
            found,
            settled=self.brought.settled,
            doubtful=doubtful(self.standing.seen, reports, session.scan.failed),
            again=self.args.again,
        )
        conditions = {
            each.uid: found[each.seen.id].condition if each.seen.id in found else None
            for each in outcomes
            if each.seen
        }
        closed = {uid: each or Condition.CANCELLED for uid, each in conditions.items()}
        vault = vault_print(self.options.vault)
        failed = [] if self.args.check else self.target.write(vault, outcomes, closed)
        self.tell(outcomes, failed)
        code = say_problems(session, reports, chosen.Choice(), self.console)
        would = self.args.check and any(each.fate in WRITING for each in outcomes)
        return Exit.FINDINGS if failed or would else max(code, self.brought.code)

    def tell(self, outcomes: Sequence[Outcome], failed: Sequence["disk.Outcome"]) -> None:
        """The result: as JSON, as lines with --check, and in a summary."""
        console, args, today = self.console, self.args, chosen.today(self.args)
        if args.json:
            names = [each.path for each in failed]
            wishes = self.brought.wishes
            value = lines.calendar_json(self.options.vault, today, wishes, outcomes, names)
            console.data(json_text(value, ascii_only=console.ascii_only))
        elif args.check:
            for line in lines.entry_lines(outcomes, today):
                console.data(line + "\n")
        console.say(*(f"{shown_path(each.path)}: {shown(each.reason)}." for each in failed))
        console.say(*lines.notices(outcomes, pulled=args.pull))
        if outcomes:
            console.say(lines.summary(outcomes, dry=args.check))
