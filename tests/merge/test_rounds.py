"""Merge-cases 24, 36, 37, 42 and 48 to 50: rounds, endings, and work she put her hand to."""

import pytest

from tests.merge.desk import ACME, Desk

A1, A2, ASK = "attempt:1", "attempt:2", "ask"
DANA, SAM = "thank:dana-kim", "thank:sam-roe"
SECOND = (
    ACME.replace("2026-11-10", "2026-11-24")
    .replace("decision: 3 weeks", "decision: 2026-12-15")
    .replace("skills: [ran the pager hand-over]\n", "")
)


def test_row_24_changes_dialect_and_heading(planned: Desk) -> None:
    """What stands there stays; the next step is written where and as the plan began."""
    other = "gfm" if planned.dialect != "gfm" else "tasks"
    planned.setting(f'dialect = "{other}"\nheading = "Next steps"\nheading_level = 3\n')
    planned.quiet()
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.dialect = other
    assert planned.steps() == [A1, A2]
    assert planned.window(A2) == ("2026-12-11", "2026-12-14")
    assert ("<!-- mf-" in planned.line(A2)) == (other == "gfm")
    assert "Next steps" not in planned.read()


def test_row_36_adds_a_round_2_note_and_removes_it(planned: Desk) -> None:
    """Round 1's untouched attempt goes, and comes back."""
    line = planned.line(A1)
    planned.write(SECOND, "acme-2.md")
    planned.sync("2026-11-25")
    assert planned.steps() == []
    assert A1 not in planned.state()
    assert planned.steps("acme-2.md") == [DANA, SAM, A1]
    (planned.root / "acme-2.md").unlink()
    planned.sync("2026-11-26")
    assert planned.steps() == [A1]
    assert planned.line(A1) == line


def test_row_36_an_attempt_she_touched_stays(planned: Desk) -> None:
    planned.append(A1, " #soon")
    line = planned.line(A1)
    planned.write(SECOND, "acme-2.md")
    planned.sync("2026-11-25")
    assert planned.line(A1) == line


TWO = """\
---
type: interview
company: Acme
interviews:
  - {interview_date: 2026-11-10, decision: 3 weeks, interviewers: [Dana Kim, Sam Roe]}
---
# Acme
"""
SECOND_ENTRY = "  - {interview_date: 2026-11-24, decision: 2026-12-15, interviewers: Dana Kim}\n"


def test_row_36_in_one_note_of_two_interviews(desk: Desk) -> None:
    desk.write(TWO)
    desk.sync()
    assert desk.steps() == [DANA, SAM, A1]
    lines = [desk.line(DANA), desk.line(SAM), desk.line(A1)]
    desk.replace("---\n# Acme", SECOND_ENTRY + "---\n# Acme")
    desk.sync("2026-11-20")
    assert sorted(desk.steps()) == sorted([DANA, SAM, "i2/" + DANA, "i2/" + A1])
    titles = {desk.line(step).partition("mf-")[0] for step in desk.steps()}
    assert len(titles) == 4
    assert desk.header()["i2"] == "2026-11-24"
    desk.replace(SECOND_ENTRY, "")
    desk.sync("2026-11-21")
    assert sorted(desk.steps()) == sorted([DANA, SAM, A1])
    assert [desk.line(DANA), desk.line(SAM), desk.line(A1)] == lines


def test_row_37_rejected_then_reopened(planned: Desk) -> None:
    line = planned.line(A1)
    planned.replace("format: onsite", "format: onsite\nstatus: rejected")
    planned.sync("2026-11-25")
    assert planned.steps() == []
    planned.replace("status: rejected", "status: waiting")
    planned.sync("2026-11-26")
    assert planned.steps() == [A1]
    assert planned.line(A1) == line


def test_row_42_hangs_voicemail_under_a2_then_hears(planned: Desk) -> None:
    """The task stays with its child, and the note says why."""
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.hang(A2, "    - left voicemail")
    line = planned.line(A2)
    planned.replace("format: onsite", "format: onsite\nheard: 2026-12-09")
    ran = planned.sync("2026-12-09")
    assert f"{line}\n    - left voicemail\n" in planned.read()
    assert "MDF208" in ran.codes()


ADDITIONS = {
    "a tag": " #work",
    "a priority": " ⏫",
    "text": " left voicemail",
    "a link": " [[Acme]]",
    "a start date": " 🛫 2026-12-01",
}


@pytest.mark.parametrize("name", ADDITIONS)
def test_row_48_adds_something_to_the_line(desk: Desk, name: str) -> None:
    """The task is hers as a whole, and its tick still counts."""
    desk.write()
    desk.sync()
    desk.append(A1, ADDITIONS[name])
    line = desk.line(A1)
    desk.quiet()
    desk.replace("decision: 3 weeks", "decision: 4 weeks")
    desk.replace("company: Acme", "company: Apex")
    desk.sync()
    assert desk.line(A1) == line
    assert "Apex" in desk.line(DANA)
    desk.replace("decision: 4 weeks", "status: rejected")
    desk.sync()
    assert desk.line(A1) == line
    desk.replace("status: rejected", "decision: 4 weeks")
    desk.tick(A1, "2026-12-14")
    desk.sync("2026-12-15")
    assert desk.window(A2) == ("2026-12-21", "2026-12-24")


@pytest.mark.parametrize("child", ["  - a note", "    - [ ] a sub-task", "\tplain text"])
def test_row_48_hangs_a_line_beneath(planned: Desk, child: str) -> None:
    planned.hang(A1, child)
    both = f"{planned.line(A1)}\n{child}\n"
    planned.quiet()
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.sync()
    assert both in planned.read()
    planned.replace("decision: 4 weeks", "status: cancelled")
    planned.sync()
    assert both in planned.read()


def test_row_48_in_progress_is_hers(planned: Desk) -> None:
    """Any box but ours is her doing."""
    planned.edit(A1, "[ ]", "[/]")
    line = planned.line(A1)
    planned.replace("format: onsite", "format: onsite\nstatus: rejected")
    planned.sync()
    assert planned.line(A1) == line


def test_row_48_changes_the_words_alone(planned: Desk) -> None:
    """Only the words freeze; the dates still follow."""
    planned.edit(A1, "Write to Sam Roe (Acme): still interested", "Ring Sam, still keen")
    planned.quiet()
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.replace("company: Acme", "company: Apex")
    planned.sync()
    assert "Ring Sam, still keen" in planned.line(A1)
    assert "Apex" not in planned.line(A1)
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")
    planned.replace("decision: 4 weeks", "status: rejected")
    planned.sync()
    assert "Ring Sam, still keen" in planned.line(A1)


def test_row_49_changes_only_the_due_date(planned: Desk) -> None:
    """All dates together are hers; the words still follow."""
    planned.redate(A1, "2026-12-08")
    planned.quiet()
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.replace("company: Acme", "company: Apex")
    planned.sync()
    assert planned.window(A1) == ("2026-12-04", "2026-12-08")
    assert "(Apex)" in planned.line(A1)


def test_row_49_takes_a_date_away(planned: Desk) -> None:
    start, due = planned.window(A1)
    line = planned.line(A1)
    field = f"  [scheduled:: {start}]" if planned.dialect == "dataview" else f" ⏳ {start}"
    planned.replace(line, line.replace(field, ""))
    planned.quiet()
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.quiet()
    assert due in planned.line(A1)


@pytest.mark.parametrize("status", ["offer", "rejected", "withdrawn", "accepted"])
def test_row_50_closes_the_search(desk: Desk, status: str) -> None:
    """All untouched open work goes with its drafts; an offer leaves the thank-yous (OVER-1)."""
    desk.write(ACME.replace("decision: 3 weeks\n", ""))
    desk.sync()
    assert desk.steps() == [ASK, DANA, SAM, A1]
    lines = [desk.line(DANA), desk.line(SAM)]
    desk.replace("format: onsite", f"format: onsite\nstatus: {status}")
    desk.sync()
    left = [DANA, SAM] if status == "offer" else []
    assert desk.steps() == left
    assert [desk.line(step) for step in left] == lines[: len(left)]
    assert sorted(desk.state()) == left
    assert ("Thank-you note" in desk.read()) == bool(left)


def test_row_50_what_she_touched_stays(planned: Desk) -> None:
    """Her sentence in a draft keeps line and draft; a tick stays a tick."""
    planned.tick(DANA, "2026-11-11")
    draft = planned.edit_draft(SAM)
    planned.replace("format: onsite", "format: onsite\nstatus: rejected")
    planned.sync()
    assert planned.steps() == [DANA, SAM]
    assert planned.draft(SAM) == draft


def test_row_50_opened_again_all_comes_back(desk: Desk) -> None:
    """Reasons from the notes alone are decided anew."""
    desk.write()
    desk.sync()
    lines = [desk.line(step) for step in (DANA, SAM, A1)]
    desk.replace("format: onsite", "format: onsite\nstatus: rejected")
    desk.sync()
    desk.replace("status: rejected", "status: waiting")
    desk.sync()
    assert [desk.line(step) for step in (DANA, SAM, A1)] == lines


def test_row_50_a_deleted_step_stays_deleted(planned: Desk) -> None:
    """Whatever ends or reopens."""
    planned.delete(SAM)
    planned.replace("format: onsite", "format: onsite\nstatus: rejected")
    planned.sync()
    planned.replace("status: rejected", "status: waiting")
    planned.sync()
    assert planned.steps() == [DANA, A1]


def test_row_50_a_ticked_attempt_stays(planned: Desk) -> None:
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    line = planned.line(A1)
    planned.replace("format: onsite", "format: onsite\nstatus: rejected")
    planned.sync("2026-12-06")
    assert planned.steps() == [A1]
    assert planned.line(A1) == line


def test_row_50_a_cancelled_interview(planned: Desk) -> None:
    """All untouched work goes, and what she touched stays."""
    planned.tick(DANA, "2026-11-11")
    draft = planned.draft(DANA)
    planned.replace("format: onsite", "format: onsite\nstatus: cancelled")
    planned.sync()
    assert planned.steps() == [DANA]
    assert planned.draft(DANA) == draft
    assert planned.draft(SAM) == "" if SAM in planned.state() else True
    planned.replace("status: cancelled", "status: waiting")
    planned.sync()
    assert sorted(planned.steps()) == sorted([DANA, SAM, A1])
