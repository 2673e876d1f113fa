"""What mends a problem, as editors take it from `check --output-format json`."""

import json
from pathlib import Path

from tests.cli.conftest import Start
from tests.cli.notes import make

NOTE = """\
---
company: Acme
interview_date: 2026-11-10
interviewers:
  - {name: Dana Kim, emial: dana@acme.example}
  - Sam Roe <sam@acme>
"intervewers": Kit Fox
statuss: waiting
status: "waitng"
format: onste
mdfollow: {dialct: gfm}
---
"""
WORDS = {"interviewers", "waiting", "onsite", "dialect", "email"}


def test_every_near_miss_comes_with_the_edit_that_mends_it(start: Start, tmp_path: Path) -> None:
    """Applied as an editor would, no near miss is left, and only those words have changed."""
    run = start(make(tmp_path, {"acme.md": NOTE.encode()}))
    told = json.loads(run("check", "--output-format", "json").out)["findings"]
    lines = NOTE.split("\n")
    fixes = [fix for each in told for fix in each["fix"] or ()]
    assert {fix["new"] for fix in fixes} >= {
        "interviewers",
        "status",
        "waiting",
        "onsite",
        "dialect",
    }
    for fix in sorted(fixes, key=lambda fix: -fix["column"]):
        line = lines[fix["line"] - 1]
        mended = line[: fix["column"] - 1] + fix["new"] + line[fix["end_column"] - 1 :]
        lines[fix["line"] - 1] = mended
    assert '"interviewers": Kit Fox' in lines
    assert 'status: "waiting"' in lines
    assert "  - {name: Dana Kim, email: dana@acme.example}" in lines
    for each in told:
        assert each["end_line"] == each["line"]
        assert each["end_column"] > each["column"] or not each["line"]
