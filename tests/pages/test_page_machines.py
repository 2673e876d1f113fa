"""Rows 25 to 27: one Org file or Logseq page on two machines, under Syncthing and under git."""

import subprocess
from copy import deepcopy
from pathlib import Path

import pytest

from tests.pages.kinds import KINDS
from tests.pages.sheet import Sheet

DANA, SAM, A1, A2 = "thank:dana-kim", "thank:sam-roe", "attempt:1", "attempt:2"
TODAY = "2026-11-24"
Two = tuple[Sheet, Sheet]


@pytest.fixture(params=sorted(KINDS))
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Two:
    """Two copies of a planned note."""
    sheet = Sheet(KINDS[request.param])
    sheet.sync()
    sheet.folder = tmp_path
    return sheet, deepcopy(sheet)


def merged(base: str, two: Two, *options: str) -> tuple[int, str]:
    """What git makes of both versions: the number of conflicts, the text."""
    names = [two[0].folder / name for name in ("ours", "base", "theirs")]
    for name, text in zip(names, (two[0].text, base, two[1].text), strict=True):
        name.write_bytes(text.encode())
    command = ["git", "merge-file", "-p", *options, *map(str, names)]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, done.stdout.decode()


def settled(two: Two, text: str) -> Sheet:
    """Both machines get `text`, sync to the same bytes, and write no more."""
    for each in two:
        each.text = text
        each.sync(TODAY)
    assert two[0].text == two[1].text
    return two[0]


def test_row_25_a_tick_arrives_before_the_plan_knew_it(two: Two) -> None:
    """The undated tick is recorded where it is first seen; the record travels with the file."""
    one, other = two
    one.tick(A1)
    other.text = one.text
    other.sync("2026-12-07")
    one.text = other.text
    one.quiet("2026-12-09")
    assert one.done(A1) == "2026-12-07"


def test_row_26_a_clean_git_merge(two: Two) -> None:
    one, other = two
    base = one.text
    one.tick(A1, "2026-12-04")
    one.sync(TODAY)
    other.replace("My own notes", "My very own notes")
    other.edit_draft(DANA)
    other.sync(TODAY)
    conflicts, text = merged(base, two)
    assert conflicts == 0
    sheet = settled(two, text)
    assert sheet.steps() == [DANA, SAM, A1, A2]
    assert "The bridge is open again." in sheet.block(DANA)
    assert "My very own notes" in sheet.text


def test_row_27_git_union_of_both(two: Two) -> None:
    """The tick is read, the untouched twin goes, and what she wrote on either side stays."""
    one, other = two
    base = one.text
    one.tick(A1, "2026-12-04")
    one.sync(TODAY)
    other.field("decision", "3 weeks", "4 weeks")
    other.sync(TODAY)
    other.edit_draft(SAM)
    _, text = merged(base, two, "--union")
    sheet = settled(two, text)
    assert A2 in sheet.steps()
    assert "The bridge is open again." in sheet.text
    assert "<<<" not in sheet.text


def test_two_first_plans_joined_by_union_become_one(two: Two) -> None:
    """Both machines planned the note before they met, one of them with one more person."""
    one, other = two
    before = one.kind.fields() + one.kind.notes
    one.text = other.text = before
    people = "Dana Kim <dana@acme.example> (hiring manager); Sam Roe (recruiter)"
    one.sync()
    other.field("interviewers", people, people + "; Lee Ortiz")
    other.sync()
    _, text = merged(before, two, "--union")
    sheet = settled(two, text)
    assert len(sheet.home().traces) == 1
    assert {DANA, SAM, A1} <= set(sheet.bases())


def test_a_conflict_is_left_alone(two: Two) -> None:
    one, other = two
    base = one.text
    one.edit(A1, "still interested", "still keen")
    other.edit(A1, "still interested", "still there")
    conflicts, text = merged(base, two)
    assert conflicts == 1
    one.text = text
    assert "MDF201" in [problem.code for problem in one.quiet().problems]
