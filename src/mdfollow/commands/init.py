"""`mdfollow init`: settings and a template that fit the vault, never over anything."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from mdfollow import flow
from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.days_off import public_holidays
from mdfollow.commands.exits import Exit
from mdfollow.commands.letters import letters_folder, write_letters
from mdfollow.commands.parser import Parser
from mdfollow.problem import MdfollowError
from mdfollow.surroundings import Tool
from mdfollow.vault.create import THERE, create
from mdfollow.vault.names import SKIPPED_FOLDERS
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.root import SETTINGS_FILE
from mdfollow.vault.tools import Workplace, workplace
from mdfollow.views.first_hour import found, next_step
from mdfollow.views.settings_page import Holiday, days_off, settings_page
from mdfollow.views.shown import shown_path
from mdfollow.views.template import TEMPLATES, how_to_use


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
        help="write the letters as text files, too, to be put in your own words or language",
    )


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    place = chosen.ground(args, console)
    if args.vault is None and place.root == str(Path.home().resolve()):
        raise MdfollowError(
            "this is your home folder; go to the folder of your notes first, "
            "or name it: mdfollow init --vault DIR"
        )
    today = chosen.today(args)
    holidays = public_holidays(args.holidays, today) if args.holidays else []
    where = workplace(place.root, place.surroundings, place.settings)
    scan = flow.look(place)
    reports = flow.worked(scan, flow.planner(place, today))
    console.say(*found(place.root, place.surroundings, where.tool, len(reports)))
    letters = letters_folder(place, where) if args.templates else ""
    folder = "" if _is_left_out(where, [report.path for report in reports]) else where.folder
    own = "" if place.settings.templates else letters or folder
    page = settings_page(templates=own, holidays=holidays)
    sound = _settings(place, page, holidays, console)
    sound = _template(place, where, console) and sound
    sound = (not letters or write_letters(place, letters, console)) and sound
    console.say(*next_step(len(reports)))
    return Exit.DONE if sound else Exit.FINDINGS


def _settings(place: flow.Ground, page: str, holidays: Sequence[Holiday], console: Console) -> bool:
    """Write the settings; where they are there, show what to add."""
    outcome = create(place.root, SETTINGS_FILE, page.encode())
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


def _template(place: flow.Ground, where: Workplace, console: Console) -> bool:
    outcome = create(place.root, where.template, TEMPLATES[where.tool].encode())
    path = shown_path(where.template)
    if outcome.verdict is Verdict.WRITTEN:
        console.data(f"{path}: a template for interview notes\n")
        console.say(how_to_use(where.tool, place.root, where.template))
        return True
    console.say(f"{path}: {outcome.reason}.")
    return outcome.reason == THERE
