"""Templates as job seekers publish them (their shapes, our words): planned, or one line named."""

import csv
from pathlib import Path

import pytest

from mdfollow.endings import format_of
from mdfollow.interview.detect import Kind
from mdfollow.interview.first_look import could_be_interview
from mdfollow.interview.template_line import template_line
from mdfollow.settings import Settings
from mdfollow.sync.judging import judged

FOLDER = Path(__file__).parent / "templates"
with (FOLDER / "index.tsv").open(encoding="utf-8") as file:
    ROWS = [tuple(row.values()) for row in csv.DictReader(file, delimiter="\t")]
CALLED = {Kind.INTERVIEW: "interview", Kind.NEARLY: "nearly", Kind.NONE: "none"}


def test_there_are_twelve_and_more() -> None:
    assert len([row for row in ROWS if row[2] != "none"]) >= 12


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_a_filled_in_template_is_planned_or_its_line_is_named(
    row: tuple[str, str, str, str],
) -> None:
    name, path, verdict, line = row
    data = (FOLDER / name).read_bytes()
    found = judged(path, data, Settings())
    assert CALLED[found.what] == verdict, found.reason
    assert (found.missing.line if found.missing else "") == line
    assert verdict == "none" or could_be_interview(data, format_of(path))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntype: interview\ncompany:\ninterview_date:\n---\n", ""),
        ('---\ntype: interview\ncompany: "{{company}}"\ndate: {{date}}\n---\n', ""),
        ("---\ntype: job-application\ncompany:\nrole:\ninterviews: []\n---\n", ""),
        ("---\nRole: \nCompany: \nDate Applied: \nStatus: \n---\n", "interview_date:"),
        ("---\ntype: application_log\ncompany: X\nrole: Y\n---\n", "interview_date:"),
        ("---\ntags: [interview]\ninterview_date: \nsalary: \n---\n", "company:"),
        (
            "<%* let x = await ask() _%>\n---\nJob-Title: <% x %>\nCompany: <% y %>\nApp-Stage:\n",
            "interview_date:",
        ),
        ("company:: <% tp.file.cursor(1) %>\nposition:: \ndate-applied:: \n", "interview_date:"),
        ("---\ntype: meeting\ncompany:\ndate:\nattendees:\n---\n", None),
        ("---\ntype: interview\n---\n", None),
        ("---\ntype: mock-interview\ncompany:\ninterview_date:\n---\n", None),
        ("---\ntags: [book]\nauthor:\n---\n", None),
        ("", None),
    ],
)
def test_a_template_of_hers_is_offered_the_one_line(text: str, line: str | None) -> None:
    assert template_line(text) == line
