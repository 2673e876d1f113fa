"""Notes that somebody else judged without knowing the code: `judged/index.tsv` says how."""

import csv
from pathlib import Path

import pytest

from mdfollow.endings import format_of
from mdfollow.interview.detect import Kind
from mdfollow.interview.first_look import could_be_interview
from mdfollow.settings import Settings
from mdfollow.sync.judging import judged

FOLDER = Path(__file__).parent / "judged"
with (FOLDER / "index.tsv").open(encoding="utf-8") as file:
    ROWS = [tuple(row.values()) for row in csv.DictReader(file, delimiter="\t")]
CALLED = {
    Kind.INTERVIEW: "interview",
    Kind.NEARLY: "nearly",
    Kind.ANOTHER: "another",
    Kind.NONE: "none",
}


def test_the_list_is_there() -> None:
    assert len(ROWS) >= 80
    assert {row[2] for row in ROWS} == set(CALLED.values())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[3]}")
def test_a_note_is_judged_as_a_person_judges_it(row: tuple[str, str, str, str]) -> None:
    name, path, expected, _ = row
    data = (FOLDER / name).read_bytes()
    verdict = judged(path, data, Settings())
    assert CALLED[verdict.what] == expected, verdict.reason
    assert verdict.reason
    assert (verdict.missing is not None) is (expected == "nearly")
    if expected in ("interview", "nearly"):
        assert could_be_interview(data, format_of(path))
