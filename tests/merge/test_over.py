"""Merge-cases 50 to 52, and what a note remembers of steps that are over."""

import pytest

from tests.merge.desk import ACME, NOTE, Desk
from tests.merge.running import words

ASK, A1, DANA, SAM = "ask", "attempt:1", "thank:dana-kim", "thank:sam-roe"
OPEN_DATE = ACME.replace("decision: 3 weeks\n", "")


@pytest.fixture
def asking(desk: Desk) -> Desk:
    """The same without a decision date: the letter to Sam, the recruiter, asks for it."""
    desk.write(OPEN_DATE)
    desk.sync()
    assert desk.state()[SAM].fields["asks"] == "1"
    assert desk.steps() == [ASK, DANA, SAM, A1]
    return desk


def test_row_51_the_ticked_letter_has_asked(asking: Desk) -> None:
    """The question goes, stays gone when the line is tidied away, and comes with the open box."""
    asking.tick(SAM, "2026-11-11")
    ran = asking.sync()
    assert asking.steps() == [DANA, SAM, A1]
    assert asking.state()[ASK].fields["over"] == "asked"
    assert ran.states()[ASK] == "done"
    assert ran.steps()[ASK]["done_on"] == "2026-11-11"
    asking.untick(SAM)
    asking.sync()
    assert ASK in asking.steps()
    assert "over" not in asking.state()[ASK].fields
    asking.tick(SAM, "2026-11-12")
    asking.sync("2026-11-13")
    asking.delete(SAM)
    asking.sync("2026-11-13")  # her letter goes with its line (row 53)
    ran = asking.quiet("2026-11-14")
    assert ASK not in asking.steps()
    assert ran.steps()[ASK]["done_on"] == "2026-11-12"


def test_row_51_a_cancelled_letter_asked_nothing(asking: Desk) -> None:
    asking.edit(SAM, "[ ]", "[-]")
    asking.sync()
    assert ASK in asking.steps()


def test_row_51_without_drafts_a_tick_asks_nothing(desk: Desk) -> None:
    desk.setting('drafts = "none"\n')
    desk.write(OPEN_DATE)
    desk.sync()
    desk.tick(SAM, "2026-11-11")
    desk.sync()
    assert ASK in desk.steps()


def test_row_51_the_carrier_stays(asking: Desk) -> None:
    """A recruiter named later does not get the question a second time."""
    asking.replace("  - Sam Roe", "  - Ann Fox (recruiter)\n  - Sam Roe")
    asking.sync()
    assert "asks" not in asking.state()["thank:ann-fox"].fields
    assert asking.state()[SAM].fields["asks"] == "1"


def test_row_52_a_second_round_with_the_same_person(planned: Desk) -> None:
    """OVER-2: from its day on the first letter to Dana goes, the one to Sam stays."""
    second = ACME.replace("2026-11-10", "2026-11-17").replace("  - Sam Roe <sam@acme.example> ", "")
    planned.write(second.replace("(recruiter)\n", ""), "second.md")
    planned.sync("2026-11-16")
    assert DANA in planned.steps()
    ran = planned.sync("2026-11-17")
    assert planned.steps() == [SAM]
    assert planned.state()[DANA].fields["over"] == "time"
    assert ran.steps()[DANA]["over"] == "met again"
    assert DANA in planned.steps("second.md")
    planned.quiet("2026-11-16")


def test_over_4_is_named_in_the_line_of_the_note(planned: Desk) -> None:
    said = words(planned.root, "2026-11-25", "sync", "--check")[1]
    assert "2 steps whose time has passed were taken out" in said
    planned.sync("2026-11-25")
    assert planned.steps() == [A1]
    assert "### Thank-you note" not in planned.read()


def test_over_4_she_brought_it_back(planned: Desk) -> None:
    """A line that stands though its state line says over is hers."""
    line = planned.line(DANA)
    planned.sync("2026-11-25")
    planned.replace(planned.line(A1), f"{planned.line(A1)}\n{line}")
    planned.quiet("2026-11-26")
    assert planned.line(DANA) == line
    planned.tick(DANA, "2026-11-26")
    ran = planned.sync("2026-11-27")
    assert ran.states()[DANA] == "done"


def test_over_4_a_later_day_brings_it_back(planned: Desk) -> None:
    """The interview was in truth on the 24th: the plan's day is later than the one it had."""
    planned.sync("2026-11-25")
    planned.replace("interview_date: 2026-11-10", "interview_date: 2026-11-24")
    planned.sync("2026-11-25")
    assert planned.window(DANA) == ("2026-11-24", "2026-11-25")
    assert "over" not in planned.state()[DANA].fields


def test_over_4_again_forgets_it(planned: Desk) -> None:
    """`--again` clears what is remembered; on a day when it is fresh it is written anew."""
    planned.sync("2026-11-25")
    planned.sync("2026-11-12", "--again", NOTE)
    assert sorted(planned.steps()) == [A1, DANA, SAM]


def test_over_4_her_own_date_gives_it_time(planned: Desk) -> None:
    """What she moved stays, and on the agenda, until its own time has passed."""
    planned.redate(SAM, "2026-11-20")
    ran = planned.sync("2026-12-04")
    assert planned.steps() == [SAM, A1]
    assert ran.steps()[SAM]["over"] is None
    ran = planned.sync("2026-12-05")
    assert ran.steps()[SAM]["over"] == "stale"
    assert planned.steps() == [SAM, A1]


def test_over_1_the_heading_goes_with_the_last_step(desk: Desk) -> None:
    """Merge-cases 50: the comment stays, and a new section is put above it."""
    desk.write()
    desk.sync()
    whole = desk.read()
    desk.replace("format: onsite", "format: onsite\nstatus: rejected")
    desk.sync()
    assert "## Follow-up plan" not in desk.read()
    assert len(desk.comments()) == 1
    desk.replace("format: onsite\nstatus: rejected", "format: onsite")
    desk.sync()
    assert desk.read() == whole


def test_over_1_the_heading_stays_over_her_words(planned: Desk) -> None:
    planned.replace("## Follow-up plan\n", "## Follow-up plan\n\nRing Sam first.\n")
    planned.replace("format: onsite", "format: onsite\nstatus: rejected")
    planned.sync()
    assert "## Follow-up plan\n\nRing Sam first.\n" in planned.read()


def test_ahead_no_draft_before_the_day(desk: Desk) -> None:
    """Tasks may stand; the letters come with the day, and stay when the day is moved."""
    desk.write()
    desk.sync("2026-11-09")
    assert desk.steps() == [DANA, SAM, A1]
    assert "### " not in desk.read()
    desk.sync("2026-11-10")
    assert desk.draft(DANA)
    desk.replace("interview_date: 2026-11-10", "interview_date: 2026-11-13")
    desk.sync("2026-11-10")
    assert desk.draft(DANA)
    assert desk.window(DANA) == ("2026-11-13", "2026-11-14")


def test_her_own_date_is_told_as_hers(planned: Desk) -> None:
    """The plan's reason never stands beside a date of her own."""
    planned.redate(A1, "2026-12-09")
    said = words(planned.root, "2026-11-12", "plan")[1]
    assert "Your own date. The plan's would be Fri 4 Dec: three days after the decision" in said


def test_a_finding_about_a_task_points_at_the_task(planned: Desk) -> None:
    """MDF303 stands at the line and columns of the check-in she moved too near the last one."""
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.redate("attempt:2", "2026-12-08")
    ran = planned.quiet()
    (found,) = [each for each in ran.problems() if each["code"] == "MDF303"]
    text = planned.read().splitlines()[found["line"] - 1]
    assert text == planned.line("attempt:2")
    assert (found["column"], found["end_column"]) == (1, len(text) + 1)
