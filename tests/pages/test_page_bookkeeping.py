"""Merge-cases 48a: what a program adds for itself is no edit of hers, and keeps its task alive."""

import pytest

from tests.pages.kinds import LOGSEQ, ORG
from tests.pages.sheet import Sheet

A1 = "attempt:1"
LINES = {
    "org clock": (ORG, "CLOCK: [2026-11-11 Wed 10:00]--[2026-11-11 Wed 10:20] =>  0:20"),
    "org state": (ORG, '- State "TODO"       from "DONE"       [2026-11-11 Wed 10:00]'),
    "org refiled": (ORG, "- Refiled on [2026-11-11 Wed 10:00]"),
    "org rescheduled": (ORG, '- Rescheduled from "[2026-12-03 Thu]" on [2026-11-11 Wed 10:00]'),
    "org deadline": (ORG, '- New deadline from "[2026-12-03 Thu]" on [2026-11-11 Wed 10:00]'),
    "org logbook": (ORG, ":LOGBOOK:\n- Refiled on [2026-11-11 Wed 10:00]\n:END:"),
    "logseq id": (LOGSEQ, "id:: 6512c0de-0000-4000-8000-000000000000"),
    "logseq created": (LOGSEQ, "created-at:: 1731312000000"),
}
PROPERTIES = [":ID: 6512c0de-0000-4000-8000-000000000000", ":CREATED: [2026-11-11 Wed 10:00]"]


def follows(sheet: Sheet, line: str) -> None:
    """The dates follow the plan in place; the task is never taken out."""
    sheet.field("decision", "3 weeks", "4 weeks")
    sheet.sync()
    assert sheet.window(A1) == ("2026-12-11", "2026-12-11")
    assert line.split("\n", maxsplit=1)[0] in sheet.block(A1)
    sheet.add_field("status", "rejected")
    sheet.sync()
    assert A1 in sheet.steps()
    assert line.split("\n", maxsplit=1)[0] in sheet.block(A1)


@pytest.mark.parametrize("case", LINES)
def test_row_48a_a_line_of_a_program_is_no_edit(case: str) -> None:
    kind, line = LINES[case]
    sheet = Sheet(kind)
    sheet.sync()
    sheet.under(A1, *line.split("\n"))
    follows(sheet, line)


@pytest.mark.parametrize("line", PROPERTIES)
def test_row_48a_a_property_of_org_is_no_edit(line: str) -> None:
    sheet = Sheet(ORG)
    sheet.sync()
    sheet.edit(A1, ":PROPERTIES:\n", f":PROPERTIES:\n{line}\n")
    follows(sheet, line)


@pytest.mark.parametrize(
    "note", ["- Note taken on [2026-11-11 Wed] \\\\\n  hers", "- CLOSING NOTE x"]
)
def test_row_48a_a_note_she_took_is_hers(note: str) -> None:
    """`Note taken on` and `CLOSING NOTE` hold her words: the whole task is left alone."""
    sheet = Sheet(ORG)
    sheet.sync()
    sheet.under(A1, ":LOGBOOK:", *note.split("\n"), ":END:")
    before = sheet.block(A1)
    sheet.field("decision", "3 weeks", "4 weeks")
    sheet.sync()
    assert sheet.block(A1) == before


def headings(*names: str) -> bytes:
    heading = "* {} :interview:\n:PROPERTIES:\n:COMPANY: {}\n:INTERVIEW_DATE: 2026-11-10\n:END:\n"
    return "".join(heading.format(name, name) for name in names).encode()


def test_row_33_a_first_plan_is_told_though_another_stands_in_the_file() -> None:
    planned = ORG.sync(headings("Acme")).new
    assert ORG.sync(planned + headings("Birch")).facts[0] == "first plan"


def test_a_remark_is_of_the_file_however_many_interviews_stand_in_it() -> None:
    report = ORG.sync(headings("Acme", "Birch"))
    assert len(report.remarks) > 1
    assert {each.path for each in report.remarks} == {report.path}
