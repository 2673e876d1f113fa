"""`mdfollow new COMPANY`: a note for one interview, where and as this vault keeps them."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser, day
from mdfollow.problem import MdfollowError
from mdfollow.session import Session
from mdfollow.surroundings import Tool
from mdfollow.sync.result import NoteReport
from mdfollow.vault.create import THERE, create
from mdfollow.vault.names import names_of
from mdfollow.vault.outcome import Outcome, Verdict
from mdfollow.vault.tools import Workplace, workplace
from mdfollow.views import new_note
from mdfollow.views.new_note import Fresh, Noted
from mdfollow.views.shown import cleaned, shown, shown_path

_TEXTS: Mapping[str, Callable[[Fresh], str]] = MappingProxyType(
    {".md": new_note.markdown_text, ".org": new_note.org_text}
)


def arguments(parser: Parser) -> None:
    """Add what `new` takes."""
    parser.add_argument("company", metavar="COMPANY", help="who you talked to")
    parser.add_argument(
        "--date", metavar="YYYY-MM-DD", type=day, help="the day of the interview (else today)"
    )
    parser.add_argument("--role", metavar="ROLE", default="", help="the job it was about")
    parser.add_argument(
        "--with",
        dest="people",
        metavar="NAME",
        nargs="+",
        action="extend",
        default=[],
        help="who interviewed you: 'Dana Kim' 'Sam Roe <sam@acme.example> (recruiter)'",
    )
    parser.add_argument("--format", choices=("md", "org"), help="the kind of note")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    if not cleaned(args.company).strip():
        raise MdfollowError('please name the company, as in: mdfollow new "Acme"')
    session = chosen.session(args, console)
    where = workplace(session.root, session.surroundings, session.settings)
    today = chosen.today(args)
    session.look()
    noted = _noted(session.reports(today))
    default = ".org" if where.tool is Tool.ORG else ".md"
    ending = f".{args.format}" if args.format else new_note.usual_ending(noted, default)
    alike = [each for each in noted if each[0].endswith(ending)] or noted
    new = new_note.fresh(args.company, args.date or today, args.role, args.people, noted)
    text = _text(ending, where, new)
    outcome = Outcome(Verdict.SKIPPED, "", THERE)
    for stem in new_note.stems(new, new_note.usual_pattern(alike)):
        path = "/".join(filter(None, (_folder(session, where, alike), stem + ending)))
        _expect_plan(session.reports(today, {path: text.encode()}), path, args.company)
        outcome = create(session.root, path, text.encode())
        if outcome.reason != THERE:
            break
    if outcome.verdict is not Verdict.WRITTEN:
        console.say(f"{shown_path(outcome.path)}: {outcome.reason}.")
        return Exit.FINDINGS
    console.data(f"{_from_here(Path(session.root, outcome.path), console.cwd)}\n")
    return Exit.DONE


def _noted(reports: tuple[NoteReport, ...]) -> list[Noted]:
    return [(report.path, each.interview) for report in reports for each in report.interviews]


def _text(ending: str, where: Workplace, new: Fresh) -> str:
    if where.tool is Tool.LOGSEQ and ending == ".md":
        return new_note.logseq_text(new)
    return _TEXTS[ending](new)


def _folder(session: Session, where: Workplace, noted: list[Noted]) -> str:
    """Where interview notes are kept; else where the settings or the folders' names say."""
    usual = new_note.usual_folder(noted)
    if usual is not None:
        return usual
    named = [each.strip("/") for each in session.settings.interview_folders]
    wanted = [each for each in (*named, where.interviews) if each not in ("", ".")]
    wanted += ["pages"] if where.tool is Tool.LOGSEQ else []
    names = names_of(session.settings)
    return next((each for each in wanted if names.is_note(f"{each}/x.md")), "")


def _expect_plan(everything: tuple[NoteReport, ...], path: str, company: str) -> None:
    """Say so before a note is written that would not be planned."""
    reports = [report for report in everything if report.path == path]
    if any(report.interviews and not report.failed for report in reports):
        return
    reasons = [problem.sentence for report in reports for problem in report.problems]
    reason = reasons[0] if reasons else "it would not be taken for an interview note"
    raise MdfollowError(f"a note about {shown(company)!r} could not be planned: {shown(reason)}")


def _from_here(file: Path, cwd: str) -> str:
    """The path from the current folder, where the file lies beneath it."""
    here = Path(cwd).resolve()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
