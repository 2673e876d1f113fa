"""Merge-cases 15 to 20, 33, 35 and 46: notes are renamed, copied, moved; a version is installed."""

import os
import shutil

import pytest

from mdfollow import letters
from mdfollow.letters import titles
from tests.merge.desk import ACME, BETA, NOTE, Desk
from tests.merge.running import words

A1, A2 = "attempt:1", "attempt:2"
DANA, SAM = "thank:dana-kim", "thank:sam-roe"


def _rename(desk: Desk, old: str, new: str) -> None:
    (desk.root / new).parent.mkdir(exist_ok=True)
    (desk.root / old).rename(desk.root / new)


def test_row_15_renames_the_note_file(planned: Desk) -> None:
    """Nothing changes: not now, and not when the plan goes on."""
    _rename(planned, NOTE, "2026/Acme, second look.md")
    planned.quiet()
    planned.tick(A1, "2026-12-04", "2026/Acme, second look.md")
    planned.sync("2026-12-05")
    assert planned.steps("2026/Acme, second look.md") == [A1, A2]


def test_row_16_renames_it_after_cutting_the_comment(planned: Desk) -> None:
    """Nothing is written, and the note is reported; `--again` is the way back."""
    planned.cut_comment()
    _rename(planned, NOTE, "other.md")
    lines = planned.read("other.md").splitlines()
    ran = planned.quiet()
    assert ran.codes("other.md")[0] == "MDF205"
    assert "--again other.md" in ran.problems("other.md")[0]["hint"]
    assert ran.code == 1
    ran = planned.sync("", "--again", "other.md")
    assert ran.code == 0
    assert planned.steps("other.md") == [DANA, SAM, A1]
    left = iter(planned.read("other.md").splitlines())
    assert all(line in left for line in lines)


def test_row_17_duplicates_the_note_for_round_2(planned: Desk) -> None:
    """The copy gets a key and a plan of its own: lines as base go."""
    key, lines = planned.header()["note"], {s: planned.line(s) for s in (DANA, SAM)}
    shutil.copy(planned.root / NOTE, planned.root / "acme-2.md")
    planned.replace("interview_date: 2026-11-10", "interview_date: 2026-11-17", "acme-2.md")
    planned.replace("decision: 3 weeks", "decision: 2026-12-08", "acme-2.md")
    planned.sync("2026-11-16")
    assert planned.header()["note"] == key
    assert {s: planned.line(s) for s in (DANA, SAM)} == lines
    assert planned.steps() == [DANA, SAM]
    assert planned.header("acme-2.md")["note"] != key
    assert planned.header("acme-2.md")["i1"] == "2026-11-17"
    assert planned.steps("acme-2.md") == [DANA, SAM, A1]
    assert not set(planned.ids()) & set(planned.ids("acme-2.md"))
    assert planned.window(DANA, "acme-2.md") == ("2026-11-17", "2026-11-18")
    assert planned.read("acme-2.md").count("## Follow-up plan") == 1
    assert planned.read("acme-2.md").count("### Thank-you note to Dana Kim") == 0  # AHEAD


def test_row_17_touched_lines_of_the_copy_become_her_plain_text(planned: Desk) -> None:
    planned.tick(DANA, "2026-11-11")
    planned.hang(SAM, "  - rang at noon")
    draft = planned.edit_draft(SAM)
    planned.sync()
    ids = planned.ids()
    shutil.copy(planned.root / NOTE, planned.root / "acme-2.md")
    planned.replace("interview_date: 2026-11-10", "interview_date: 2026-11-17", "acme-2.md")
    before = planned.read()
    planned.expect_ids_to_go("acme-2.md")
    planned.sync("2026-11-16")
    text = planned.read("acme-2.md")
    assert not [task_id for task_id in ids if task_id in text]
    assert text.count("- [x] Thank Dana Kim") == 1
    assert text.count("- [ ] Thank Dana Kim") == 1
    assert text.count("\n  - rang at noon\n") == 1
    assert text.count("The bridge is open again.") == 1
    assert planned.steps("acme-2.md") == [DANA, SAM, A1]
    assert planned.draft(SAM) == draft
    assert planned.line(DANA) in before


def test_row_17_the_copy_sorts_first_and_was_changed_first(planned: Desk) -> None:
    """Neither path nor order decides, but whose date the comment holds."""
    shutil.copy(planned.root / NOTE, planned.root / "a copy.md")
    planned.replace("interview_date: 2026-11-10", "interview_date: 2026-11-17", "a copy.md")
    key = planned.header()["note"]
    planned.sync("2026-11-18")
    assert planned.header()["note"] == key
    assert planned.header("a copy.md")["note"] != key


def test_row_17_a_copy_whose_own_comment_was_lost_in_a_merge(planned: Desk) -> None:
    """The copied plan goes, and its own is known again by the ids that stand there."""
    shutil.copy(planned.root / NOTE, planned.root / "acme-2.md")
    planned.replace("interview_date: 2026-11-10", "interview_date: 2026-11-17", "acme-2.md")
    planned.tick(DANA, "2026-11-11")
    planned.sync("2026-11-16")
    comment = planned.cut_comment("acme-2.md")
    foreign = "\n".join(planned.comments()[0]) + "\n"
    heading = "## Follow-up plan\n"
    extra = planned.line(SAM)
    planned.replace(heading, f"{heading}\n{extra}\n", "acme-2.md")
    planned.write(planned.read("acme-2.md") + foreign, "acme-2.md")
    planned.expect_ids_to_go("acme-2.md")
    planned.sync("2026-11-16")
    assert len(planned.comments("acme-2.md")) == 1
    assert planned.comments("acme-2.md")[0] == comment.splitlines()
    assert planned.steps("acme-2.md") == [DANA, SAM, A1]
    assert extra not in planned.read("acme-2.md")


def test_row_18_a_cloud_service_makes_a_second_file(planned: Desk) -> None:
    """It is reported, once, and left alone; the note itself goes on."""
    shutil.copy(planned.root / NOTE, planned.root / "Acme 2.md")
    ran = planned.quiet()
    assert ran.codes("Acme 2.md") == ["MDF204"]
    assert "MDF204" not in ran.codes()
    assert NOTE in ran.problems("Acme 2.md")[0]["message"]
    planned.tick(A1, "2026-12-04")
    copy = planned.read("Acme 2.md")
    planned.sync("2026-12-05")
    assert planned.steps() == [A1, A2]
    assert planned.read("Acme 2.md") == copy


def test_row_18_a_copy_for_another_company_gets_a_plan_of_its_own(planned: Desk) -> None:
    """Two interviews on one day, the second note made from the first: as row 17."""
    original = planned.read()
    planned.write(original.replace("company: Acme\n", "company: Birch\n"), "birch.md")
    ran = planned.sync()
    assert ran.codes("birch.md") == []
    assert planned.read() == original
    assert not set(planned.ids("birch.md")) & set(planned.ids())
    assert "(Birch)" in planned.read("birch.md")
    assert "(Acme)" not in planned.read("birch.md")


def test_row_19_moves_the_block_to_a_note_that_is_no_interview(planned: Desk) -> None:
    """That note is inert, and nothing is planned anew: one sentence names it, `--again` plans."""
    before = planned.read()
    planned.write("# Monday\n" + planned.cut_block(), "daily.md")
    bare, daily = planned.read(), planned.read("daily.md")
    ran = planned.sync()
    assert planned.read() == bare
    assert "MDF211" in ran.codes()
    planned.sync("", "--again", NOTE)
    assert planned.read() == before
    assert planned.read("daily.md") == daily
    assert list(ran.notes) == [NOTE]


@pytest.mark.parametrize("order", ["beta was planned", "beta was never planned"])
def test_row_20_moves_it_into_another_interview_note(planned: Desk, order: str) -> None:
    """A comment with a foreign key and its lines are never touched."""
    planned.write(BETA, "beta.md")
    if order == "beta was planned":
        planned.sync()
    block = planned.cut_block()
    planned.write(planned.read("beta.md") + "\n" + block, "beta.md")
    planned.sync()
    assert block.strip() in planned.read("beta.md")
    assert len(planned.ids()) == 3
    assert len(planned.ids("beta.md")) == 2 + 3
    planned.replace("decision: 2026-11-30", "status: cancelled", "beta.md")
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.sync()
    assert block.strip() in planned.read("beta.md")
    assert len(planned.ids("beta.md")) == 3
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")


def test_row_33_the_line_of_a_first_plan_names_the_way_out(planned: Desk) -> None:
    planned.cut_block()
    _, out, said = words(planned.root, planned.today, "sync")
    (line,) = [line for line in (out + said).splitlines() if line.startswith(NOTE)]
    assert line.endswith("`mdfollow: false` keeps a note without one")


def test_row_35_renames_the_company_in_one_of_several_notes(planned: Desk) -> None:
    """A hint names the others, and ids stay."""
    second = ACME.replace("2026-11-10", "2026-11-17").replace("3 weeks", "2026-12-08")
    planned.write(second, "acme-2.md")
    planned.sync("2026-11-18")
    ids = planned.ids("acme-2.md")
    planned.replace("company: Acme\n", "company: Apex Works\n", "acme-2.md")
    ran = planned.sync("2026-11-18")
    assert planned.ids("acme-2.md") == ids
    (hint,) = [each for each in ran.problems("acme-2.md") if each["code"] == "MDF209"]
    assert NOTE in hint["message"]
    assert "Apex Works" in planned.line(DANA, "acme-2.md")
    planned.replace("company: Apex Works\n", "company: Acme\n", "acme-2.md")
    ran = planned.sync("2026-11-18")
    assert "MDF209" not in ran.codes("acme-2.md")


def test_row_46_installs_the_next_version(planned: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other words and templates change no note; steps not yet written get them."""
    monkeypatch.setitem(titles.THANKS, "email", "Send {who} a kind word{via}")
    monkeypatch.setattr(titles, "ATTEMPTS", {"phone": ("Ring {who}",), "email": ("Mail {who}",)})
    draft = letters.draft
    monkeypatch.setattr(letters, "draft", lambda *a, **k: _other(draft(*a, **k)))
    planned.quiet()
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    assert "Mail Dana Kim" in planned.line(A2)
    planned.quiet()


def _other(draft: letters.Draft | None) -> letters.Draft | None:
    return letters.Draft("Another heading", "Another letter.") if draft else None


def test_one_file_under_two_paths_is_one_note(planned: Desk) -> None:
    """A link inside the vault: read and written once, under its real path."""
    os.symlink(NOTE, planned.root / "a link.md")
    ran = planned.quiet()
    assert list(ran.notes) == [NOTE]
    planned.tick(A1, "2026-12-04")
    ran = planned.sync("2026-12-05")
    assert list(ran.notes) == [NOTE]
    assert (planned.root / "a link.md").is_symlink()
    assert planned.steps() == [A1, A2]


def test_row_15_renames_the_first_of_two_notes_on_one_interview(planned: Desk) -> None:
    """The attempts stay in the note they stand in, wherever it sorts."""
    planned.write(ACME.replace("interviewers:\n", "interviewers:\n  - Lee Ortiz\n"), "b.md")
    planned.sync()
    assert planned.steps() == [DANA, SAM, A1]
    assert planned.steps("b.md") == ["thank:lee-ortiz"]
    _rename(planned, NOTE, "z.md")
    planned.quiet()
    planned.tick(A1, "2026-12-04", "z.md")
    planned.sync("2026-12-05")
    assert planned.steps("z.md") == [A1, A2]
    assert planned.steps("b.md") == []


def test_row_17_saved_as_round_1_before_the_note_moves_on(planned: Desk) -> None:
    """The copy keeps the old date, and with it the plan; the note she goes on in starts anew."""
    key = planned.header()["note"]
    shutil.copy(planned.root / NOTE, planned.root / "acme, round 1.md")
    planned.replace("interview_date: 2026-11-10", "interview_date: 2026-11-17")
    planned.sync("2026-11-18")
    assert planned.header("acme, round 1.md")["note"] == key
    assert planned.header()["note"] != key
    assert planned.window(DANA) == ("2026-11-17", "2026-11-18")
