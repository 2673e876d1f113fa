"""The vectors V1 to V8 of the etiquette, as data."""

import pytest

from mdfollow.interview.model import Format
from tests.etiquette.notes import EVERYONE, attempts, names, note, planned, spans

VECTORS = {
    "V1": ("2026-11-03", "2026-11-24", "phone", 1, 1, ["2026-11-27"]),
    "V2": (
        "2026-11-03",
        "2026-11-24",
        "onsite",
        3,
        1,
        ["2026-11-27", "2026-12-04..2026-12-07", "2026-12-14..2026-12-18"],
    ),
    "V3": ("2026-11-03", "", "phone", 1, 1, ["2026-11-13"]),
    "V4": (
        "2026-11-03",
        "2026-11-18",
        "onsite",
        1,
        1,
        ["2026-11-23", "2026-11-30..2026-12-03"],
    ),
    "V6": (
        "2026-11-06",
        "2026-11-13",
        "video",
        2,
        1,
        ["2026-11-16..2026-11-17", "2026-11-23..2026-11-26", "2026-12-03..2026-12-07"],
    ),
    "V7": (
        "2026-12-17",
        "2026-12-31",
        "onsite",
        1,
        2,
        ["2027-01-04", "2027-01-11..2027-01-14", "2027-01-21..2027-01-25"],
    ),
    "V8": (
        "2028-02-15",
        "2028-02-25",
        "onsite",
        4,
        3,
        [
            "2028-02-28..2028-02-29",
            "2028-03-06..2028-03-09",
            "2028-03-16..2028-03-20",
            "2028-03-27..2028-03-30",
        ],
    ),
}


@pytest.mark.parametrize(
    ("on", "expected", "form", "people", "number", "windows"), VECTORS.values(), ids=VECTORS
)
def test_vector(
    on: str, expected: str, form: str, people: int, number: int, windows: list[str]
) -> None:
    """Every attempt of a vector falls where the etiquette says."""
    entry = note(on, expected, format=Format(form), round=number, people=EVERYONE[:people])
    made = planned(entry, today=on)
    assert spans(attempts(made)) == windows
    assert [step.want for step in attempts(made)] == ["write"] + ["later"] * (len(windows) - 1)
    assert ("ask" in names(made)) is not bool(expected)
