"""What the playground shows: one note planned by mdfollow's pure core, nothing else.

The page runs this in the browser; the tests run it in Python and in Node.
"""

import json
from datetime import date
from difflib import SequenceMatcher

from mdfollow.interview.detect import Kind
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.engine import sync
from mdfollow.sync.judging import judged
from mdfollow.sync.result import Note, NoteReport, Vault
from mdfollow.views.check_page import full_page
from mdfollow.views.draft_findings import draft_findings
from mdfollow.views.findings import ahead, findings
from mdfollow.views.judgements import explained
from mdfollow.views.neighbours import Neighbours
from mdfollow.views.paint import PLAIN
from mdfollow.views.plan_table import plan_table
from mdfollow.views.timely import timely

PATH = "Your note.md"


def planned(text: str, today: str, dialect: str) -> str:
    """The note after a sync, its plan, and what `check` says of it, as JSON."""
    day, settings = date.fromisoformat(today), Settings(dialect=dialect)
    vault = Vault(settings, Surroundings())
    data = text.encode()
    for report in sync([Note(PATH, data)], vault, day):
        data = report.new
    reports = sync([Note(PATH, data)], vault, day)
    plan = plan_table(reports, day, PLAIN).strip()
    if not plan:
        verdict = judged(PATH, data, settings)
        plan = "" if verdict.what is Kind.INTERVIEW else explained(PATH, verdict)
    after = data.decode()
    return json.dumps(
        {"note": after, "lines": _lines(text, after), "plan": plan, "check": _check(reports, day)}
    )


def _check(reports: tuple[NoteReport, ...], day: date) -> str:
    neighbours = Neighbours.of(reports)
    found = {
        each
        for report in reports
        for each in timely(
            report,
            [*findings(report), *ahead(report, day), *draft_findings(report, neighbours)],
            day,
        )
    }
    return full_page(sorted(found), {each.path: each.data for each in reports}, PLAIN).strip()


def _lines(before: str, after: str) -> list[tuple[str, bool]]:
    """Every line of the note, and whether it is new."""
    old, new = before.split("\n"), after.split("\n")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (line, tag != "equal")
        for tag, _, _, start, stop in matcher.get_opcodes()
        for line in new[start:stop]
    ]
