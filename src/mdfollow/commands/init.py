"""`mdfollow init`: settings and a template that fit the vault, never over anything."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.days_off import public_holidays
from mdfollow.commands.exits import Exit
from mdfollow.commands.letters import letters_folder, write_letters
from mdfollow.commands.parser import Parser
from mdfollow.interview.template_line import template_line
from mdfollow.problem import MdfollowError
from mdfollow.session import Session
from mdfollow.surroundings import Tool
from mdfollow.vault.create import THERE, create
from mdfollow.vault.names import SKIPPED_FOLDERS
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.root import SETTINGS_FILE
from mdfollow.vault.tools import Workplace, template_files, workplace
from mdfollow.views.first_hour import found, next_step, own_template
from mdfollow.views.settings_page import Holiday, days_off, settings_page
from mdfollow.views.shown import shown_path
from mdfollow.views.template import TEMPLATES, how_to_use

_DASHBOARDS = {Tool.LOGSEQ: "pages/Follow-ups.md", Tool.ORG: "Follow-ups.org"}
"""What the dashboard is offered as, where it is not `Follow-ups.md`."""


def arguments(parser: Parser) -> None:
    """Add what `init` takes."""
    parser.add_argument(
        "--holidays",
        metavar="COUNTRY",
        help="copy the public holidays of the next years into `days_off` (US, DE, CA-ON …)",
    )
    parser.add_argument(
        "--templates",
        action="store_true",
        help="also write the letters as files, to put them in your own words or language",
    )


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    if args.vault is None and session.root == str(Path.home().resolve()):
        raise MdfollowError(
            "this is your home folder; go to the folder of your notes first, "
            "or name it: mdfollow init --vault DIR"
        )
    today = chosen.today(args)
    holidays = public_holidays(args.holidays, today) if args.holidays else []
    where = workplace(session.root, session.surroundings, session.settings)
    session.look()
    reports = session.reports(today)
    console.say(*found(session.root, session.surroundings, where.tool, len(reports)))
    letters = letters_folder(session, where) if args.templates else ""
    folder = "" if _is_left_out(where, [report.path for report in reports]) else where.folder
    own = "" if session.settings.templates else letters or folder
    dashboard = _DASHBOARDS.get(where.tool, "Follow-ups.md")
    page = settings_page(templates=own, holidays=holidays, dashboard=dashboard)
    sound = _settings(session, page, holidays, console)
    sound = _template(session, where, console) and sound
    sound = (not letters or write_letters(session, letters, console)) and sound
    console.say(*next_step(len(reports)))
    return Exit.DONE if sound else Exit.FINDINGS


def _settings(session: Session, page: str, holidays: Sequence[Holiday], console: Console) -> bool:
    """Write the settings; where they are there, show what to add."""
    outcome = create(session.root, SETTINGS_FILE, page.encode())
    if outcome.verdict is Verdict.WRITTEN:
        console.data(f"{SETTINGS_FILE}: every setting, with what it means\n")
        return True
    console.say(f"{SETTINGS_FILE}: {outcome.reason}.")
    if holidays:
        console.say("For the holidays, put this into it, above any line in [brackets]:")
        console.data(f"days_off = {days_off(holidays)}\n")
    return outcome.reason == THERE


def _is_left_out(where: Workplace, notes: Sequence[str]) -> bool:
    """Whether the template's folder needs no setting: the walk stays out of it, or must not."""
    parts = where.folder.split("/")
    if not where.folder or where.tool is Tool.LOGSEQ:
        return True
    if any(path.startswith(f"{where.folder}/") for path in notes):
        return True
    return any(part.startswith(".") or part in SKIPPED_FOLDERS for part in parts)


def _template(session: Session, where: Workplace, console: Console) -> bool:
    """Write the template; where she has one of her own, say what it lacks instead."""
    hers = {path: template_line(text) for path, text in template_files(session.root, where)}
    known = {path: line for path, line in hers.items() if line is not None}
    if known and where.template not in known:
        console.say(*(own_template(path, line) for path, line in known.items()))
        return True
    outcome = create(session.root, where.template, TEMPLATES[where.tool].encode())
    path = shown_path(where.template)
    if outcome.verdict is Verdict.WRITTEN:
        console.data(f"{path}: a template for interview notes\n")
        console.say(how_to_use(where.tool, session.root, where.template))
        return True
    console.say(f"{path}: {outcome.reason}.")
    return outcome.reason == THERE
