"""Merge-cases 44 and 48a in Markdown: a formatter on save, a link to a block, a folded list."""

import re
import shutil
import subprocess
import textwrap
from datetime import date
from pathlib import Path

import pytest

from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, NoteReport, State
from tests.laws.notes import DIALECTS, vault
from tests.merge.desk import ACME

DANA, SAM, A1, A2 = "thank:dana-kim", "thank:sam-roe", "attempt:1", "attempt:2"
FORMATTERS = {
    "prettier": ("prettier", "--prose-wrap", "always", "--write"),
    "mdformat": ("mdformat", "--wrap", "80"),
}
TODAY, LATER = date(2026, 11, 12), date(2026, 12, 11)


def run(text: str, dialect: str, today: date = TODAY) -> NoteReport:
    """One sync of the note; a second one writes nothing."""
    where = vault(dialect)
    (report,) = sync([Note("acme.md", text.encode())], where, today)
    (again,) = sync([Note("acme.md", report.new)], where, today)
    assert not again.changed
    return report


def planned(dialect: str) -> str:
    return run(ACME, dialect).new.decode()


def states(report: NoteReport) -> dict[str, State]:
    return {step.desired.step.name: step.state for each in report.interviews for step in each.steps}


def wrapped(text: str, width: int, indent: str, marker: str = "-") -> str:
    """The note with our items wrapped as formatters do; nothing else is touched."""
    rows = []
    for line in text.split("\n"):
        if re.match(r"- \[.\] .*mf-", line):
            given = line.replace("- ", f"{marker} ", 1)
            rows += textwrap.wrap(
                given,
                width,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
        else:
            rows.append(line)
    return "\n".join(rows)


def is_followed(text: str, dialect: str) -> None:
    """Nothing counts as edited or deleted: all stand open, and dates move in place."""
    report = run(text, dialect)
    assert not report.changed
    assert {states(report)[name] for name in (DANA, SAM, A1)} == {State.OPEN}
    later = text.replace("decision: 3 weeks", "decision: 4 weeks")
    moved = run(later, dialect).new.decode()
    assert moved == later.replace("2026-12-04", "2026-12-11")


EACH = pytest.mark.parametrize("dialect", DIALECTS)


@EACH
@pytest.mark.parametrize("width", [30, 44, 80])
@pytest.mark.parametrize("indent", ["      ", "  ", "\t"], ids=["prettier", "mdformat", "tab"])
def test_row_44_wrapped_lines_are_no_edits(dialect: str, width: int, indent: str) -> None:
    is_followed(wrapped(planned(dialect), width, indent), dialect)


@EACH
def test_row_44_another_list_marker_is_no_edit(dialect: str) -> None:
    is_followed(wrapped(planned(dialect), 60, "  ", "*"), dialect)


@EACH
def test_row_44_a_wrapped_task_is_ticked_and_counts(dialect: str) -> None:
    text = wrapped(planned(dialect), 44, "  ").replace("[ ] Write", "[x] Write")
    report = run(text, dialect, date(2026, 12, 4))
    assert states(report)[A1] is State.DONE
    assert states(report)[A2] is State.OPEN


@EACH
def test_row_44_words_she_changes_in_a_wrapped_line_are_hers(dialect: str) -> None:
    """Only the dates follow then."""
    text = wrapped(planned(dialect), 44, "  ").replace("still\n  interested", "very interested")
    text = text.replace("still interested", "very interested")
    later = text.replace("decision: 3 weeks", "decision: 4 weeks")
    assert run(later, dialect).new.decode() == later.replace("2026-12-04", "2026-12-11")
    assert "very interested" in text


@EACH
def test_row_44_what_she_writes_under_a_wrapped_line_is_hers(dialect: str) -> None:
    """A line of her own below the dates: the whole task is left alone (row 48)."""
    text = wrapped(planned(dialect), 44, "  ")
    for end in ("📅 2026-12-04\n", "[due:: 2026-12-04]\n", "[due::\n  2026-12-04]\n"):
        text = text.replace(end, end + "  left a voice mail\n")
    report = run(text.replace("decision: 3 weeks", "decision: 4 weeks"), dialect)
    assert report.new.decode().count("left a voice mail") == 1
    assert states(report)[A1] is State.EDITED


HTML = {
    "whole": "<details>\n{}\n</details>",
    "summary": "<details><summary>Follow-up</summary>\n{}\n\n</details>",
}


@EACH
@pytest.mark.parametrize("shape", HTML)
def test_row_44_a_list_in_a_block_of_html_stands_as_hers(dialect: str, shape: str) -> None:
    """No client reads it as tasks; it is not deleted either, and nothing is written into it."""
    text = planned(dialect)
    items = [row for row in text.split("\n") if row.startswith("- [ ] ") and "mf-" in row]
    block = "\n".join(items)
    folded = HTML[shape].format(block)
    report = run(text.replace(block, folded).replace("3 weeks", "4 weeks"), dialect)
    assert folded in report.new.decode()
    assert {states(report)[name] for name in (DANA, SAM, A1)} == {State.EDITED}


@EACH
def test_row_48a_a_link_to_a_task_is_no_edit_and_keeps_it(dialect: str) -> None:
    """Obsidian writes `^blockid` behind a line that something links to."""
    text = planned(dialect)
    line = next(row for row in text.split("\n") if row.startswith("- [ ] Write"))
    text = text.replace(line, line + " ^a1b2c3").replace("3 weeks", "4 weeks")
    moved = run(text, dialect).new.decode()
    assert moved == text.replace("2026-12-04", "2026-12-11")
    closed = run(moved.replace("format: onsite", "format: onsite\nstatus: rejected"), dialect)
    assert " ^a1b2c3\n" in closed.new.decode()


@pytest.mark.client
@EACH
@pytest.mark.parametrize("name", FORMATTERS)
def test_row_44_a_real_formatter_is_no_edit(tmp_path: Path, dialect: str, name: str) -> None:
    """Formatted, re-dated, formatted again, ticked."""
    command = FORMATTERS[name]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{name} is not installed")
    file = tmp_path / "acme.md"

    def formatted(text: str) -> str:
        file.write_text(text, encoding="utf-8")
        subprocess.run([*command, str(file)], check=True, capture_output=True)
        return file.read_text(encoding="utf-8")

    text = formatted(planned(dialect))
    is_followed(text, dialect)
    later = run(text.replace("3 weeks", "4 weeks"), dialect).new.decode()
    report = run(formatted(later).replace("[ ] Write", "[x] Write"), dialect, LATER)
    assert states(report)[A1] is State.DONE
    assert states(report)[A2] is State.OPEN
