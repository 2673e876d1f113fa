"""Logseq's own parser reads what is written as what it is meant to be."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mdfollow.sync.result import State
from tests.pages.kinds import LOGSEQ
from tests.pages.sheet import Sheet, states

FOLDER = os.environ.get("MDFOLLOW_MLDOC", ".")
READING = Path(__file__).parent.parent / "document/cases/logseq/reading.js"
HOSTILE = {
    "role": "C# [[x]] ((y)) {{query z}} #tag",
    "interviewers": r"D\[ana #Kim; Sam [(x)](y) R_o_e <b>",
    "learned": "DEADLINE: <2026-01-05 Mon> and key:: value ((6512))",
    "skills": "ran `x` $y$ [[z]]",
}

pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(not shutil.which("node"), reason="needs node"),
]


def mldoc(text: str) -> dict[str, Any]:
    """Logseq's reading of a page."""
    try:
        run = subprocess.run(
            ["node", str(READING)],
            input=json.dumps([text]).encode(),
            capture_output=True,
            check=True,
            cwd=FOLDER,
        )
    except subprocess.CalledProcessError as error:
        if b"Cannot find module" in error.stderr:
            pytest.skip("needs node's package mldoc")
        raise
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("values", [{}, HOSTILE], ids=["plain", "hostile"])
def test_logseq_reads_the_plan_as_written(values: dict[str, str]) -> None:
    """Markers, weekdays, comments; no block, property or date besides ours."""
    sheet = Sheet(LOGSEQ, LOGSEQ.fields(**values) + LOGSEQ.notes)
    before = mldoc(sheet.text)
    report = sheet.sync()
    after = mldoc(sheet.text)
    opened = list(states(report).values()).count(State.OPEN)
    tasks = [block for block in after["blocks"] if block["marker"] == "TODO"]
    assert len(tasks) == opened > 0
    assert all(block["level"] == 2 for block in tasks)
    drafts = sum(1 for base in sheet.bases().values() if base.draft)
    assert len(after["blocks"]) - len(before["blocks"]) == 1 + opened + drafts
    assert after["properties"] == before["properties"]
    assert [word for word, *_ in after["dates"]] == ["SCHEDULED", "DEADLINE"] * opened
    assert len(after["comments"]) == 1 + opened + drafts
    assert after["blocks"][: len(before["blocks"])] == before["blocks"]
