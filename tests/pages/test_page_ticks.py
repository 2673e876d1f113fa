"""Rows 1 to 18 of the merge in Org files and Logseq pages: ticks, dates, people, copies."""

from tests.pages.kinds import PEOPLE
from tests.pages.sheet import Sheet

DANA, SAM, A1, A2, A3 = (
    *("thank:dana-kim", "thank:sam-roe"),
    *("attempt:1", "attempt:2", "attempt:3"),
)
THANKS = [DANA, SAM]


def test_the_first_plan(planned: Sheet) -> None:
    assert planned.steps() == [*THANKS, A1]
    assert planned.window(DANA) == ("2026-11-10", "2026-11-11")
    assert planned.window(A1) == ("2026-12-04", "2026-12-04")
    assert planned.text.startswith(planned.kind.fields() + planned.kind.notes)


def test_row_01_ticks_a1_with_a_date(planned: Sheet) -> None:
    planned.tick(A1, "2026-12-02")
    block = planned.block(A1)
    planned.sync("2026-12-03")
    assert planned.steps() == [A1, A2]
    assert planned.window(A2) == ("2026-12-09", "2026-12-14")
    assert planned.done(A1) == "2026-12-02"
    assert planned.block(A1).split("\n")[0] == block.split("\n")[0]


def test_row_01_the_third_follows_the_second_and_then_it_is_enough(planned: Sheet) -> None:
    for step, day in ((A1, "2026-12-04"), (A2, "2026-12-11"), (A3, "2026-12-21")):
        planned.tick(step, day)
        planned.sync(day)
    assert planned.steps() == [A1, A2, A3]


def test_row_02_ticks_a1_late_without_a_date(planned: Sheet) -> None:
    """The day first seen counts, is recorded once, and stays on every later day."""
    planned.tick(A1)
    planned.sync("2026-12-21")
    assert planned.done(A1) == "2026-12-21"
    assert planned.window(A2) == ("2026-12-28", "2026-12-31")
    planned.quiet("2026-12-29")


def test_row_02_the_day_outlives_the_task(planned: Sheet) -> None:
    """She tidies a ticked attempt away: the chain goes on from its day."""
    planned.tick(A1)
    planned.sync("2026-12-04")
    planned.delete(A1)
    planned.quiet("2026-12-05")
    assert planned.done(A1) == "2026-12-04"
    planned.tick(A2, "2026-12-11")
    planned.sync("2026-12-11")
    assert planned.window(A3) == ("2026-12-21", "2026-12-25")


def test_row_03_leaves_a1_undone_past_a2s_time(planned: Sheet) -> None:
    planned.sync("2026-12-05")
    for today in ("2026-12-15", "2027-02-02"):
        planned.quiet(today)
    assert planned.steps() == [A1]
    planned.sync("2027-02-03")
    assert planned.steps() == []
    planned.quiet("2027-03-01")


def test_row_04_unticks_and_the_date_goes(planned: Sheet) -> None:
    """A2 goes with its draft, and the note is as it was."""
    planned.sync("2026-12-04")
    before = planned.text
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.untick(A1, "2026-12-04")
    planned.sync("2026-12-06")
    assert planned.text == before


def test_row_04_unticks_but_a2_was_touched(planned: Sheet) -> None:
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.tag(A2)
    planned.untick(A1, "2026-12-04")
    touched = planned.block(A2)
    planned.sync("2026-12-06")
    assert planned.steps() == [A1, A2]
    assert planned.block(A2) == touched
    assert planned.done(A1) == ""


def test_row_04_unticks_but_a2s_draft_was_edited(planned: Sheet) -> None:
    planned.tick(A1, "2026-12-04")
    planned.tick(SAM, "2026-11-11")
    planned.tick(DANA, "2026-11-11")
    planned.sync("2026-12-05")
    planned.edit_draft(A2)
    edited = planned.block(A2)
    planned.untick(A1, "2026-12-04")
    planned.sync("2026-12-06")
    assert planned.block(A2) == edited


def test_row_05_unticks_but_the_date_stays(planned: Sheet) -> None:
    """The word decides: open. Nothing is moved or taken away that carries a record of hers."""
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.untick(A1)
    planned.sync("2026-12-06")
    assert planned.steps() == [A1]
    assert planned.done(A1) == ""


def test_row_06_changes_the_date_of_the_tick(planned: Sheet) -> None:
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-10")
    planned.untick(A1, "2026-12-04")
    planned.tick(A1, "2026-12-08")
    planned.sync("2026-12-10")
    assert planned.window(A2) == ("2026-12-15", "2026-12-18")
    assert planned.done(A1) == "2026-12-08"


def test_row_07_a_cancelled_task_is_never_redated(planned: Sheet) -> None:
    """Item 7: she called the check-in off; the decision moves, her line does not."""
    planned.tick(A1, word="CANCELLED")
    cancelled = planned.block(A1)
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.block(A1) == cancelled


def test_row_07_a_cancelled_task_is_never_taken_out(planned: Sheet) -> None:
    """Item 7: the plan no longer wants it, and it stays as her record."""
    planned.tick(A1, word="CANCELLED")
    cancelled = planned.block(A1)
    planned.add_field("status", "rejected")
    planned.sync()
    assert planned.block(A1) == cancelled


def test_row_07_changes_the_decision_date_before_a1(planned: Sheet) -> None:
    """A1 moves in place, and back again."""
    before = planned.text
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")
    assert len(planned.text) == len(before)
    planned.field("decision", "4 weeks", "3 weeks")
    planned.sync()
    assert planned.text == before


def test_row_11_empties_the_decision_again(planned: Sheet) -> None:
    planned.field("decision", "3 weeks", "")
    planned.sync()
    assert "ask" in planned.steps()
    planned.add_field("decision", "3 weeks")
    planned.sync()
    assert planned.steps() == [*THANKS, A1]
    assert "ask" not in planned.bases()


def test_row_12_deletes_a2_and_later_adds_a_person(planned: Sheet) -> None:
    planned.tick(A1, "2026-11-18")
    planned.sync("2026-11-18")
    planned.delete(A2)
    planned.quiet("2026-11-19")
    planned.field("interviewers", PEOPLE, PEOPLE + "; Lee Ortiz")
    planned.sync("2026-11-20")
    assert planned.steps() == [*THANKS, A1, "thank:lee-ortiz"]


def test_row_13_corrects_a_name(planned: Sheet) -> None:
    """One thank-you, same id; its words and draft follow."""
    task_id = planned.bases()[SAM].id
    planned.field("interviewers", PEOPLE, PEOPLE.replace("Sam Roe", "Sam Rowe"))
    planned.sync()
    assert planned.bases()["thank:sam-rowe"].id == task_id
    assert "Thank Sam Rowe (Acme)" in planned.block("thank:sam-rowe")
    assert "Sam Roe" not in planned.text


def test_row_14_removes_a_person_whose_draft_she_edited(planned: Sheet) -> None:
    planned.edit_draft(SAM)
    edited = planned.block(SAM)
    planned.field("interviewers", PEOPLE, PEOPLE.split("; ", maxsplit=1)[0])
    planned.sync()
    assert planned.block(SAM) == edited


def test_row_14_removes_a_person_nothing_was_done_for(planned: Sheet) -> None:
    planned.field("interviewers", PEOPLE, PEOPLE.split("; ", maxsplit=1)[0])
    planned.sync()
    assert planned.steps() == [DANA, A1]
    assert SAM not in planned.bases()


def test_row_34_again_brings_back_what_she_cleared(planned: Sheet) -> None:
    deleted = planned.delete(A1)
    planned.quiet()
    planned.sync(again=True)
    assert planned.steps() == [*THANKS, A1]
    assert planned.block(A1) == deleted


def test_row_15_renames_the_note_file(planned: Sheet) -> None:
    planned.files["Jobs/other" + planned.path[-4:].lstrip("e")] = planned.files.pop(planned.path)
    (planned.path,) = planned.files
    planned.quiet()


def test_row_17_duplicates_the_note_for_round_2(planned: Sheet) -> None:
    """The copy gets ids and a plan of its own; the first note stays."""
    first, thanks = planned.path, planned.block(DANA)
    copy = planned.path.replace("cme", "cme 2")
    planned.files[copy] = planned.text.replace("2026-11-10", "2026-11-17", 1)
    planned.path = copy
    planned.sync()
    mine = {base.id for base in planned.bases().values()}
    assert planned.window(DANA) == ("2026-11-17", "2026-11-18")
    planned.path = first
    assert not mine & {base.id for base in planned.bases().values()}
    assert planned.block(DANA) == thanks
    assert planned.steps() == THANKS


def test_row_18_a_second_file_of_the_same_interview(planned: Sheet) -> None:
    copy = planned.path.replace("cme", "cme 2")
    planned.files[copy] = planned.text
    planned.quiet()
