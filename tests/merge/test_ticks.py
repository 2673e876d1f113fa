"""Merge-cases 1 to 6 and 27 to 30: what a tick says, and what clients make of it."""

from tests.merge.desk import Desk

THANKS = ["thank:dana-kim", "thank:sam-roe"]
A1, A2 = "attempt:1", "attempt:2"


def test_row_01_ticks_a1_with_a_date(planned: Desk) -> None:
    """A2 is written, 7 to 10 days from that day, and counts its working days."""
    planned.tick(A1, "2026-12-02")
    line = planned.line(A1)
    planned.sync("2026-12-03")
    assert planned.steps() == [A1, A2]
    assert planned.window(A2) == ("2026-12-09", "2026-12-14")
    assert planned.line(A1) == line
    assert planned.state()[A1].fields["done"] == "2026-12-02"


def test_row_01_the_third_follows_the_second_and_then_it_is_enough(planned: Desk) -> None:
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-04")
    planned.tick(A2, "2026-12-11")
    planned.sync("2026-12-11")
    assert planned.window("attempt:3") == ("2026-12-21", "2026-12-25")
    planned.tick("attempt:3", "2026-12-21")
    planned.sync("2026-12-21")
    assert planned.steps() == [A1, A2, "attempt:3"]


def test_row_02_ticks_a1_late_without_a_date(planned: Desk) -> None:
    """The day first seen counts, is recorded once, and stays on every later day."""
    planned.tick(A1)
    planned.sync("2026-12-21")
    assert planned.state()[A1].fields["done"] == "2026-12-21"
    assert planned.window(A2) == ("2026-12-28", "2026-12-31")
    planned.quiet("2026-12-29")
    assert planned.state()[A1].fields["done"] == "2026-12-21"


def test_row_02_of_two_records_the_earlier_counts(planned: Desk) -> None:
    planned.tick(A1)
    planned.sync("2026-12-09")
    comment = planned.comments()[0]
    (line,) = [each for each in comment if "i1/attempt:1 " in each]
    planned.replace(line, f"{line}\n{line.replace('done=2026-12-09', 'done=2026-12-07')}")
    planned.sync("2026-12-10")
    assert planned.state()[A1].fields["done"] == "2026-12-07"
    assert planned.window(A2) == ("2026-12-14", "2026-12-17")
    assert len(planned.comments()[0]) == len(comment)


def test_row_03_leaves_a1_undone_past_a2s_time(planned: Desk) -> None:
    """There are never two overdue at once, and one that had its time goes (OVER-4)."""
    planned.sync("2026-12-05")
    for today in ("2026-12-15", "2027-02-02"):
        planned.quiet(today)
    assert planned.steps() == [A1]
    planned.sync("2027-02-03")
    assert planned.steps() == []
    planned.quiet("2027-03-01")


def test_row_04_unticks_and_the_date_goes(planned: Desk) -> None:
    """A2 goes with its draft, and the note is as it was."""
    planned.sync("2026-12-04")
    before = planned.read()
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.untick(A1)
    planned.sync("2026-12-06")
    assert planned.read() == before


def test_row_04_unticks_but_a2_was_touched(planned: Desk) -> None:
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.append(A2, " #soon")
    planned.untick(A1)
    touched = planned.line(A2)
    planned.sync("2026-12-06")
    assert planned.steps() == [A1, A2]
    assert planned.line(A2) == touched
    assert "done" not in planned.state()[A1].fields


def test_row_04_unticks_but_a2s_draft_was_edited(planned: Desk) -> None:
    """A task and its draft are one unit: both stay."""
    planned.tick(A1, "2026-12-04")
    planned.tick("thank:sam-roe", "2026-11-11")
    planned.sync("2026-12-05")
    edited = planned.edit_draft(A2)
    planned.untick(A1)
    planned.sync("2026-12-06")
    assert planned.steps() == ["thank:sam-roe", A1, A2]
    assert planned.draft(A2) == edited


def test_row_04_the_skill_in_a2s_draft_is_free_again(planned: Desk) -> None:
    """What goes takes nothing with it, so that one sync is enough."""
    planned.replace("skills: [ran the pager hand-over]", "skills: [led an audit, wrote a book]")
    planned.replace("(recruiter)", "(recruiter)\ndiscussed: [led an audit]")
    for step in (*THANKS, A1):
        planned.tick(step, "2026-11-12")
    planned.sync("2026-11-13")
    assert A2 in planned.steps()
    planned.untick(A1)
    planned.sync("2026-11-13")
    assert planned.steps() == [*THANKS, A1]


def test_row_05_unticks_but_the_date_stays(planned: Desk) -> None:
    """The box decides: open."""
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.untick(A1, date_too=False)
    line = planned.line(A1)
    ran = planned.sync("2026-12-06")
    assert planned.steps() == [A1]
    assert planned.line(A1) == line
    assert "done" not in planned.state()[A1].fields
    assert ran.states()[A1] == "open"


def test_row_06_changes_the_date_of_the_tick(planned: Desk) -> None:
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-10")
    planned.edit(A1, _made(planned, "2026-12-04"), _made(planned, "2026-12-08"))
    planned.sync("2026-12-10")
    assert planned.window(A2) == ("2026-12-15", "2026-12-18")
    assert planned.state()[A1].fields["done"] == "2026-12-08"


def test_row_06_types_a_future_day(planned: Desk) -> None:
    """The plan follows a future day too; today plays no part."""
    planned.tick(A1, "2027-01-05")
    ran = planned.sync("2026-12-05")
    assert planned.window(A2) == ("2027-01-12", "2027-01-15")
    assert ran.steps()[A1]["done_on"] == "2027-01-05"


def test_row_06_types_a_day_before_the_interview(planned: Desk) -> None:
    """It is reported, and the due day used."""
    planned.tick(A1, "2026-11-01")
    ran = planned.sync("2026-12-05")
    assert planned.window(A2) == ("2026-12-11", "2026-12-14")
    assert any("2026-11-01" in each["message"] for each in ran.problems()), ran.problems()


def _made(desk: Desk, day: str) -> str:
    return f"[completion:: {day}]" if desk.dialect == "dataview" else f"✅ {day}"


def test_row_27_a_union_merge_leaves_twins(planned: Desk) -> None:
    """The ticked one is read, and the twin as we wrote it goes."""
    base = planned.line(A1)
    planned.tick(A1, "2026-12-04")
    ticked = planned.line(A1)
    planned.replace(ticked, f"{base}\n{ticked}")
    planned.sync("2026-12-05")
    assert planned.line(A1) == ticked
    assert planned.steps() == [A1, A2]


def test_row_27_a_twin_she_changed_stays(planned: Desk) -> None:
    base = planned.line(A1)
    planned.tick(A1, "2026-12-04")
    ticked = planned.line(A1)
    changed = base.replace("Write to", "Ring")
    planned.replace(ticked, f"{changed}\n{ticked}")
    planned.sync("2026-12-05")
    assert planned.steps() == [A1, A1, A2]
    assert changed in planned.read()


def test_row_27_open_twins_both_stay(planned: Desk) -> None:
    """Nothing says which of the two is the better one."""
    base = planned.line(A1)
    planned.replace(base, f"{base}\n{base}")
    planned.quiet()
    assert planned.steps() == [*THANKS, A1, A1]


def test_row_27_of_open_twins_the_one_as_we_wrote_it_follows(planned: Desk) -> None:
    base = planned.line(A1)
    changed = base.replace("Write to", "Ring")
    planned.replace(base, f"{changed}\n{base}")
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.sync()
    assert planned.steps() == [*THANKS, A1, A1]
    assert changed in planned.read()
    assert base not in planned.read()


REWRITTEN = {
    "tasks": "- [x] {words} 🆔 {id} ⏳ {start} 📅 {due} ✅ 2026-12-04",
    "dataview": "- [x] {words}  [id:: {id}]  [scheduled:: {start}]  [due:: {due}]"
    "  [completion:: 2026-12-04]",
    "gfm": "-  [X] {words} <!-- {id} -->  📅 {due} ⏳ {start} ✅ 2026-12-04",
}


def test_row_28_a_client_rewrites_the_line_on_a_tick(planned: Desk) -> None:
    """Fields equal: nothing is done to it, and the tick counts."""
    words = "Write to Sam Roe (Acme): still interested, what is the next step?"
    start, due = planned.window(A1)
    task_id = planned.state()[A1].id
    line = REWRITTEN[planned.dialect].format(words=words, id=task_id, start=start, due=due)
    planned.replace(planned.line(A1), line)
    planned.sync("2026-12-05")
    assert planned.line(A1) == line
    assert planned.window(A2) == ("2026-12-11", "2026-12-14")
    planned.replace("decision: 3 weeks", "decision: 2026-12-03")
    planned.quiet("2026-12-05")


def test_row_29_a_reminder_snoozes_the_due_date(planned: Desk) -> None:
    """The window is hers, whatever the decision date does."""
    planned.redate(A1, "2026-12-08")
    ran = planned.quiet()
    assert ran.states()[A1] == "edited"
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.quiet()
    assert planned.window(A1) == ("2026-12-04", "2026-12-08")


def test_row_30_makes_it_recurring_and_ticks(planned: Desk) -> None:
    """The done line counts, the new one without an id is hers."""
    line = planned.line(A1)
    done = line.replace("[ ]", "[x]") + " 🔁 every week ✅ 2026-12-04"
    following = "- [ ] Write to Sam Roe (Acme) 🔁 every week 📅 2026-12-11"
    planned.replace(line, f"{following}\n{done}")
    planned.sync("2026-12-05")
    assert following in planned.read()
    assert planned.line(A1) == done
    assert planned.window(A2) == ("2026-12-11", "2026-12-14")
