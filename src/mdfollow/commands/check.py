"""`mdfollow check`: everything wrong or improvable in interview notes, all at once."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.judging import judgement, lacking
from mdfollow.commands.parser import Parser, with_paths
from mdfollow.commands.progress import CHECKING, counted
from mdfollow.problem import MdfollowError, Problem
from mdfollow.record import replace
from mdfollow.sync.result import NoteReport
from mdfollow.views import check_page
from mdfollow.views.draft_findings import draft_findings
from mdfollow.views.findings import ahead, findings
from mdfollow.views.json_text import json_text
from mdfollow.views.judgements import explained, nearly
from mdfollow.views.neighbours import Neighbours
from mdfollow.views.problem_lines import concise, github
from mdfollow.views.timely import timely

VARIABLE = "MDFOLLOW_OUTPUT_FORMAT"

Texts = Mapping[str, bytes]


def arguments(parser: Parser) -> None:
    """Add what `check` takes."""
    with_paths(parser)
    parser.add_argument(
        "--output-format",
        metavar="FORMAT",
        choices=tuple(FORMATS),
        help=f"{', '.join(FORMATS)} (else from {VARIABLE}, else full)",
    )


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    shape = args.output_format or console.env.get(VARIABLE) or "full"
    if shape not in FORMATS:
        raise MdfollowError(f"{VARIABLE} is {shape!r}; it takes {', '.join(FORMATS)}.")
    session = chosen.session(args, console)
    choice = chosen.choice(args.paths, session, console)
    today = chosen.today(args)
    scan = session.look()
    everything = session.reports(today)
    reports = [report for report in everything if choice(report.path)]
    neighbours = Neighbours.of(everything)
    unread = [problem for problem in scan.problems if choice(problem.path)]
    told = [
        each
        for report in counted(reports, CHECKING, console.progress)
        for each in timely(report, _of_note(report, today, neighbours), today)
    ]
    missing = lacking(session, [report.path for report in everything])
    missing = {path: each for path, each in missing.items() if choice(path)}
    told += [nearly(path, each) for path, each in missing.items()]
    found = sorted({*unread, *told})
    texts = {**session.letters.texts, **{report.path: report.data for report in reports}}
    texts |= {path: scan.notes[path].data for path in missing}
    placed = found
    if shape in OPENED:
        placed = [replace(p, path=chosen.from_here(p.path, session, console)) for p in found]
    FORMATS[shape](placed, texts, chosen.vault_name(session), console)
    read = {report.path for report in everything if report.interviews}
    for path in filter(read.__contains__, choice.files):
        console.say(explained(path, judgement(session, path)))
    known = [*texts, *(problem.path for problem in unread)]
    chosen.say_strangers(choice, known, session, console)
    if not everything and not found and not choice.files:
        console.say(*chosen.no_interviews(session, today))
    else:
        console.say(check_page.summary(found, len(reports)))
    return Exit.FINDINGS if found else Exit.DONE


def _of_note(report: NoteReport, today: date, neighbours: Neighbours) -> list[Problem]:
    return [*findings(report), *ahead(report, today), *draft_findings(report, neighbours)]


def _full(found: Sequence[Problem], texts: Texts, vault: str, console: Console) -> None:
    console.data(check_page.full_page(found, texts, console.paint))


def _concise(found: Sequence[Problem], texts: Texts, vault: str, console: Console) -> None:
    console.data("".join(f"{concise(each, console.paint)}\n" for each in found))


def _json(found: Sequence[Problem], texts: Texts, vault: str, console: Console) -> None:
    value = check_page.check_json(vault, found, texts)
    console.data(json_text(value, ascii_only=console.ascii_only))


def _github(found: Sequence[Problem], texts: Texts, vault: str, console: Console) -> None:
    console.data("".join(f"{github(each)}\n" for each in found))


FORMATS: Mapping[str, Callable[[Sequence[Problem], Texts, str, Console], None]] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
    "github": _github,
}
"""How findings are told."""

OPENED = frozenset({"concise", "github"})
"""Forms that another program opens files by: their paths begin at the current folder."""
