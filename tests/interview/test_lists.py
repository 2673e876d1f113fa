"""Dates, decisions and names as somebody else typed them, with what a careful person reads."""

from datetime import date
from pathlib import Path

import pytest

from mdfollow.interview.dates import read_date
from mdfollow.interview.phrases import read_decision
from mdfollow.interview.tables.unknown import UNKNOWN

LISTS = Path(__file__).parent / "lists"


def rows(name: str) -> list[list[str]]:
    lines = (LISTS / name).read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines if line.strip()]


def date_read(text: str, day: str, key: str) -> str:
    """The day read, `unknown` or `unreadable`."""
    if key != "decision":
        moment = read_date(text)
        if text.lower() in UNKNOWN:
            return "unknown"
        return str(moment.day) if moment.day else "unreadable"
    found = read_decision(text, date.fromisoformat(day))
    if found.decision.day:
        return str(found.decision.day)
    return "unreadable" if found.fault and found.code != "MDF105" else "unknown"


@pytest.mark.parametrize("row", rows("dates.tsv"), ids=lambda row: f"{row[2]}: {row[0]}")
def test_dates_and_decisions(row: list[str]) -> None:
    typed, day, key, expected = row[:4]
    assert date_read(typed, day, key) in expected.split(" | ")
