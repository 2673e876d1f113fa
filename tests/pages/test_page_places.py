"""Rows 21 to 50 of the merge in Org files and Logseq pages: what is cut, moved, added, closed."""

import pytest

from mdfollow.sync.result import State
from tests.pages.sheet import Sheet, states

DANA, SAM, A1, A2 = (
    *("thank:dana-kim", "thank:sam-roe"),
    *("attempt:1", "attempt:2"),
)
THANKS = [DANA, SAM]


def test_row_21_cuts_the_memory_only(planned: Sheet) -> None:
    """It is rebuilt from the plan, and the note is as it was."""
    before = planned.text
    planned.cut_memory()
    planned.sync()
    assert planned.text == before


def test_row_21_what_differs_is_hers_and_what_is_missing_was_deleted(planned: Sheet) -> None:
    planned.redate(A1, "2026-12-10")
    planned.delete(SAM)
    planned.cut_memory()
    planned.sync()
    assert planned.steps() == [DANA, A1]
    assert planned.window(A1) == ("2026-12-04", "2026-12-10")
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-04", "2026-12-10")


def test_row_22_edits_a_draft_then_types_learned(planned: Sheet) -> None:
    planned.edit_draft(DANA)
    edited = planned.block(DANA)
    planned.add_field("learned", "the pager moves in spring")
    planned.sync()
    assert planned.block(DANA).splitlines()[5:] == edited.splitlines()[5:]


def test_row_23_types_skills_afterwards(planned: Sheet) -> None:
    """Untouched drafts take one each, in place."""
    planned.add_field("skills", "ran the pager hand-over")
    planned.sync()
    assert "pager hand-over" in planned.block(DANA) + planned.block(SAM)
    assert planned.steps() == [*THANKS, A1]


def test_row_27_a_union_merge_leaves_twins(planned: Sheet) -> None:
    """Of two tasks with one id, one ticked, the untouched one goes."""
    block = planned.block(A1)
    planned.replace(block, block.replace(" TODO ", " DONE ") + block)
    planned.sync("2026-12-04")
    assert planned.steps() == [A1, A2]
    assert planned.done(A1) == "2026-12-04"


def test_row_29_reschedules(planned: Sheet) -> None:
    """The window is hers; the words still follow."""
    planned.redate(SAM, "2026-11-20")
    planned.quiet()
    planned.field("company", "Acme", "Acme Robotics")
    planned.sync()
    assert planned.window(SAM) == ("2026-11-10", "2026-11-20")
    assert "(Acme Robotics)" in planned.block(SAM)


def test_row_30_makes_it_repeat_and_ticks(planned: Sheet) -> None:
    """Org and Logseq open such a task again at once: the tick counts, the task is hers."""
    planned.edit(A1, "SCHEDULED: <2026-12-04 Fri>", "SCHEDULED: <2026-12-11 Fri .+1w>")
    state = 'State "DONE" from "TODO" [2026-12-04 Fri 10:00]'
    planned.under(A1, ":LOGBOOK:", f"{'-' if planned.is_org else '*'} {state}", ":END:")
    if planned.is_org:
        planned.edit(A1, ":MDFOLLOW_BASE:", ":LAST_REPEAT: [2026-12-04 Fri 10:00]\n:MDFOLLOW_BASE:")
    block = planned.block(A1)
    planned.sync("2026-12-05")
    assert planned.done(A1) == "2026-12-04"
    assert planned.steps() == [A1, A2]
    assert [x for x in planned.block(A1).split("\n") if "BASE" not in x] == [
        x for x in block.split("\n") if "BASE" not in x
    ]


def test_row_31_refiles_or_archives(planned: Sheet) -> None:
    """Known, never again, wherever it went."""
    planned.delete(DANA)
    planned.quiet()
    planned.field("company", "Acme", "Acme Robotics")
    planned.sync()
    assert planned.steps() == [SAM, A1]


def test_row_33_deletes_plan_and_memory(planned: Sheet) -> None:
    before = planned.text
    planned.text = planned.kind.fields() + planned.kind.notes
    planned.sync()
    assert planned.text == before


def test_row_34_deletes_tasks_and_keeps_the_memory(planned: Sheet) -> None:
    for step in (*THANKS, A1):
        planned.delete(step)
    planned.quiet()
    planned.quiet("2026-12-20")
    assert planned.steps() == []


def test_row_35_to_37_rejected_then_reopened(planned: Sheet) -> None:
    before = planned.text
    planned.add_field("status", "rejected")
    planned.sync()
    assert A1 not in planned.steps()
    planned.field("status", "rejected", "")
    planned.sync()
    assert sorted(planned.steps()) == sorted([*THANKS, A1])
    assert sorted(planned.text) == sorted(before)


def test_row_38_moves_a_task_out_of_the_plan(planned: Sheet) -> None:
    """Found, and moved in place; new ones come in the plan."""
    block = planned.delete(A1)
    own = "** Questions I asked\n" if planned.is_org else "- My own notes\n"
    moved = block if planned.is_org else block.replace("\t", "", 1).replace("\n\t", "\n")
    planned.replace(own, moved.replace("*** ", "** ") + own)
    planned.quiet()
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")
    assert planned.steps() == [A1, *THANKS]
    planned.tick(A1, "2026-12-11")
    planned.sync("2026-12-12")
    assert planned.steps() == [A1, A2]


def test_row_40_pastes_our_task_from_another_note(planned: Sheet) -> None:
    block = planned.block(A1)
    foreign = block.replace(planned.bases()[A1].id, "mf-zzzzzz")
    planned.replace(block, block + foreign)
    planned.quiet()
    planned.add_field("status", "rejected")
    planned.sync()
    assert "mf-zzzzzz" in planned.text


def test_row_42_hangs_voicemail_under_a1_then_hears(planned: Sheet) -> None:
    planned.hang(A1, "left voicemail")
    planned.add_field("heard", "2026-12-01")
    report = planned.sync("2026-12-02")
    assert A1 in planned.steps()
    assert "left voicemail" in planned.text
    assert "MDF208" in [problem.code for problem in report.problems]


def test_row_44_new_lines_end_as_the_note_does(sheet: Sheet) -> None:
    sheet.text = sheet.text.replace("\n", "\r\n")
    sheet.sync()
    assert sheet.text.count("\n") == sheet.text.count("\r\n")
    sheet.text = sheet.text.replace("\r\n", "\n")
    sheet.quiet()


@pytest.mark.parametrize("what", ["tag", "text", "child", "priority"])
def test_row_48_adds_something(planned: Sheet, what: str) -> None:
    """That task is hers as a whole; its tick still counts."""
    if what == "tag":
        planned.tag(A1)
    elif what == "child":
        planned.hang(A1, "left voicemail")
    elif what == "text":
        planned.under(A1, "left voicemail")
    else:
        planned.edit(A1, " TODO ", " TODO [#A] ")
    touched = planned.block(A1)
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.block(A1) == touched
    planned.tick(A1)
    planned.sync("2026-12-04")
    assert planned.window(A2)[0] == "2026-12-11"


def test_row_48_changes_the_words_alone(planned: Sheet) -> None:
    """Her words stay; the dates still follow."""
    planned.edit(A1, "still interested", "still VERY interested")
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert "still VERY interested" in planned.block(A1)
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")


def test_row_49_takes_a_date_away(planned: Sheet) -> None:
    planned.edit(A1, "SCHEDULED: <2026-12-04 Fri>", "")
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.window(A1) == ("None", "2026-12-04")


@pytest.mark.parametrize("status", ["offer", "rejected", "withdrawn"])
def test_row_50_closes_the_search(planned: Sheet, status: str) -> None:
    planned.add_field("status", status)
    planned.sync()
    assert planned.steps() == (THANKS if status == "offer" else [])
    assert bool(planned.home().drafts) == (status == "offer")


def test_row_50_opened_again_all_comes_back(planned: Sheet) -> None:
    """Reasons from the notes alone are decided anew."""
    planned.add_field("status", "rejected")
    planned.sync()
    planned.field("status", "rejected", "waiting")
    planned.sync()
    assert planned.steps() == [*THANKS, A1]


def test_row_51_the_ticked_letter_has_asked(planned: Sheet) -> None:
    """The question goes with the tick, stays gone, and comes with the open box (ASK-2)."""
    planned.field("decision", "3 weeks", "")
    planned.sync()
    assert planned.bases()[SAM].asks
    planned.tick(SAM)
    planned.sync()
    assert "ask" not in planned.steps()
    assert planned.bases()["ask"].over == "asked"
    planned.quiet("2026-11-13")
    planned.untick(SAM)
    planned.sync()
    assert "ask" in planned.steps()


def test_row_54_nobody_is_thanked_twice_after_remove(planned: Sheet) -> None:
    """A ticked task with our words counts, by the day its client wrote under it."""
    planned.tick(DANA, "2026-11-11")
    planned.sync()
    planned.text = planned.kind.removed(planned.text.encode()).decode()
    planned.sync()
    assert DANA not in planned.steps()
    assert SAM in planned.steps()
    ticked = next(line for line in planned.text.splitlines() if "DONE Thank Dana" in line)
    planned.replace(ticked, ticked.replace("Thank Dana", "Wrote to her,"))
    planned.quiet()
    assert planned.done(DANA) == "2026-11-11"


def test_over_4_she_brought_it_back(planned: Sheet) -> None:
    """A line that stands though its state line says over is hers."""
    block = planned.block(DANA)
    planned.sync("2026-11-25")
    planned.text = planned.text.rstrip("\n") + "\n" + block
    planned.quiet("2026-11-26")
    assert DANA in planned.steps()


def test_over_4_what_had_its_time_goes(planned: Sheet) -> None:
    """Line and draft go on the fifteenth day; what she touched stays, and it stays so."""
    planned.edit_draft(SAM)
    planned.quiet("2026-11-24")
    planned.sync("2026-11-25")
    assert planned.steps() == [SAM, A1]
    assert planned.bases()[DANA].over == "time"
    planned.quiet("2026-11-12")
    planned.quiet("2026-12-20")


def test_a_cancelled_task_is_hers(planned: Sheet) -> None:
    planned.tick(A1, word="CANCELLED")
    report = planned.sync("2026-12-05")
    assert states(report)[A1] is State.CANCELLED


def test_a_template_left_an_empty_section(sheet: Sheet) -> None:
    head = "** Follow-up plan\n" if sheet.is_org else "- ## Follow-up plan\n"
    sheet.text += head + ("** Later\ntext\n" if sheet.is_org else "- Later\n")
    sheet.sync()
    assert sheet.text.count("Follow-up plan") == 1
    assert sheet.text.endswith("** Later\ntext\n" if sheet.is_org else "- Later\n")
    assert sheet.steps() == [*THANKS, A1]


def test_a_later_draft_comes_under_its_task(planned: Sheet) -> None:
    """An attempt's draft comes once no thank-you stands open."""
    for step in THANKS:
        planned.tick(step, "2026-11-11")
    before = planned.block(A1)
    planned.sync()
    assert len(planned.block(A1)) > len(before) + 100
    assert planned.bases()[A1].draft == planned.home().drafts[planned.bases()[A1].id]
