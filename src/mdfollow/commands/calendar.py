"""`mdfollow calendar`: what is open, and the interviews, for the phone; and what was done there."""

import os
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.messages import say_problems
from mdfollow.commands.parser import Parser
from mdfollow.problem import MdfollowError
from mdfollow.record import dataclass
from mdfollow.session import Session
from mdfollow.views.shown import shown_path

if TYPE_CHECKING:
    from mdfollow.calendar.entries import Options
    from mdfollow.calendar.fates import Outcome, Standing
    from mdfollow.commands.calendar_target import Target
    from mdfollow.sync.result import NoteReport
    from mdfollow.vault import outcome as disk

MISSING = (
    "`calendar` needs one more package; add it with `pipx inject mdfollow icalendar` "
    "(or pip install 'mdfollow[calendar]')."
)
NOWHERE = (
    "say where the calendar is: a folder of its own, or a file that ends in .ics. "
    'In mdfollow.toml it is `calendar = "~/.calendars/follow-ups"`.'
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
        "--all", action="store_true", help="with the steps that are done or cancelled"
    )
    parser.add_argument(
        "--again", action="store_true", help="with the entries that were deleted there"
    )
    parser.add_argument(
        "--inside", action="store_true", help="even where the calendar lies inside the vault"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing, name the entries that would change"
    )
    parser.add_argument("--json", action="store_true", help="tell the result as JSON")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    path = _path(args, session, console)
    try:
        from mdfollow.commands.calendar_target import open_target
    except ImportError:
        raise MdfollowError(MISSING) from None
    target = open_target(path)
    run = Run(args, session, console, target)
    standing = target.read()
    run.expect_ours()
    session.look()
    reports = session.reports(chosen.today(args))
    return run.write(reports, standing)


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
            f"{shown_path(path)} lies in the vault; --inside writes a calendar there all the same."
        )
    return path


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command."""

    args: Namespace
    session: Session
    console: Console
    target: "Target"

    @property
    def options(self) -> "Options":
        """What goes into the calendar, by settings and arguments."""
        from mdfollow.calendar.entries import Options
        from mdfollow.calendar.entry import Kind

        settings, around = self.session.settings, self.session.surroundings
        return Options(
            frozenset(map(Kind, settings.calendar_entries)),
            settings.calendar_alarm,
            settings.calendar_private,
            self.args.all,
            "obsidian" if around.obsidian else "",
            chosen.vault_name(self.session),
        )

    @property
    def vault(self) -> str:
        """What this vault is known by in its calendar."""
        from mdfollow.calendar.known import vault_print

        return vault_print(chosen.vault_name(self.session))

    def expect_ours(self) -> None:
        """Raise MdfollowError where another vault keeps this calendar."""
        if self.target.known.vault not in {"", self.vault} and not self.args.again:
            raise MdfollowError(
                "another vault keeps this calendar; give this one a calendar of its own, "
                "or take it over with --again."
            )

    def write(self, reports: Sequence["NoteReport"], standing: "Standing") -> Exit:
        """Write what differs, and tell of it."""
        from mdfollow.calendar.entries import entries
        from mdfollow.calendar.entry import Condition
        from mdfollow.calendar.fates import fates
        from mdfollow.calendar.steps import doubtful, now, steps

        session = self.session
        if not reports and not session.scan.failed:
            # A wrong --vault, or one whose disk is away: an old calendar is better than none.
            self.console.say(*chosen.no_interviews(session, chosen.today(self.args)))
            if self.args.json:
                self.tell((), ())
            return Exit.DONE
        found = now(steps(reports))
        outcomes = fates(
            entries(reports, self.options),
            standing,
            found,
            doubtful=doubtful(standing.seen, reports, session.scan.failed),
            again=self.args.again,
        )
        closed = {
            each.uid: (found[each.seen.id].condition if each.seen.id in found else None)
            or Condition.CANCELLED
            for each in outcomes
            if each.seen
        }
        failed = [] if self.args.check else self.target.write(self.vault, outcomes, closed)
        self.tell(outcomes, failed)
        code = say_problems(session, reports, chosen.Choice(), self.console)
        return Exit.FINDINGS if failed or self._would_change(outcomes) else code

    def _would_change(self, outcomes: Sequence["Outcome"]) -> bool:
        from mdfollow.calendar.fates import WRITING

        return self.args.check and any(each.fate in WRITING for each in outcomes)

    def tell(self, outcomes: Sequence["Outcome"], failed: Sequence["disk.Outcome"]) -> None:
        """The result: as JSON, as lines with --check, and in a summary."""
        from mdfollow.calendar import lines

        console, args = self.console, self.args
        if args.json:
            from mdfollow.views.json_text import json_text

            vault, today = chosen.vault_name(self.session), chosen.today(args)
            value = lines.calendar_json(vault, today, outcomes, [each.path for each in failed])
            console.data(json_text(value, ascii_only=console.ascii_only))
        elif args.check:
            for line in lines.entry_lines(outcomes, chosen.today(args)):
                console.data(line + "\n")
        console.say(*(f"{shown_path(each.path)}: {each.reason}." for each in failed))
        console.say(*lines.notices(outcomes))
        if outcomes:
            console.say(lines.summary(outcomes, dry=args.check))
