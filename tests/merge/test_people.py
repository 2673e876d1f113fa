"""Merge-cases 12 to 14, 22 and 23: people come, go and are corrected; drafts are hers."""

import pytest

from tests.merge.desk import ACME, Desk

A1, A2 = "attempt:1", "attempt:2"
DANA, SAM = "thank:dana-kim", "thank:sam-roe"
SAMS_ENTRY = "  - Sam Roe <sam@acme.example> (recruiter)\n"
SAMS_ENTRY_LEARNED = """\
  - name: Sam Roe
    email: sam@acme.example
    role: recruiter
    learned: the office moves
"""
DANAS_ENTRY_LEARNED = """\
  - name: Dana Kim
    email: dana@acme.example
    role: hiring manager
    learned: the team doubles in May
"""
DANAS_ENTRY = "  - Dana Kim <dana@acme.example> (hiring manager)\n"


def test_row_12_deletes_a2_and_later_adds_a_person(planned: Desk) -> None:
    """The chain has ended; the new person is thanked."""
    planned.tick(A1, "2026-11-18")
    planned.sync("2026-11-18")
    planned.delete(A2)
    planned.sync("2026-11-19")
    planned.quiet("2026-11-19")
    planned.replace(SAMS_ENTRY, SAMS_ENTRY + "  - Lee Ortiz <lee@acme.example>\n")
    planned.sync("2026-11-20")
    assert planned.steps() == [DANA, SAM, A1, "thank:lee-ortiz"]
    assert A2 in planned.state()


def test_row_12_deletes_a_thank_you(planned: Desk) -> None:
    planned.delete(SAM)
    planned.sync()
    planned.quiet()
    planned.replace(SAMS_ENTRY, SAMS_ENTRY + "  - Lee Ortiz <lee@acme.example>\n")
    planned.sync()
    assert planned.steps() == [DANA, A1, "thank:lee-ortiz"]


def test_row_13_corrects_a_name(desk: Desk) -> None:
    """One thank-you, same id, tick kept."""
    desk.write(ACME.replace("Sam Roe <sam@acme.example>", "Sam Row"))
    desk.sync()
    wrong = desk.state()["thank:sam-row"]
    desk.tick("thank:sam-row", "2026-11-11")
    line = desk.line("thank:sam-row")
    desk.sync()
    desk.replace("  - Sam Row ", "  - Sam Roe ")
    desk.sync()
    assert desk.steps() == [DANA, SAM, A1]
    assert desk.state()[SAM].id == wrong.id
    assert desk.line(SAM) == line


@pytest.mark.parametrize(
    "names",
    [
        ["Sam Ro", "Sam R", "Sam", "Sam T", "Sam Tr", "Sam Tro", "Sam Troy"],
        ["Sam Roet", "Sam Roeth", "Sam Roethk", "Sam Roethke"],
        ["am Roe", "m Roe", " Roe", "P Roe", "Pa Roe", "Pam Roe"],
    ],
)
def test_row_13_slowly_letter_by_letter(desk: Desk, names: list[str]) -> None:
    """Every state on the way is saved and synced, and there is always one thank-you for Sam."""
    desk.write(ACME.replace("Sam Roe <sam@acme.example>", "Sam Roe"))
    desk.sync()
    first = desk.state()[SAM].id
    before = "Sam Roe"
    for name in names:
        desk.replace(f"  - {before} (recruiter)", f"  - {name} (recruiter)")
        desk.sync()
        before = name
        assert len([key for key in desk.steps() if key.startswith("thank:")]) == 2, name
    (last,) = [key for key in desk.steps() if key.startswith("thank:") and key != DANA]
    assert desk.state()[last].id == first
    assert f"Thank {names[-1]} (Acme)" in desk.line(last)
    assert desk.draft(last).startswith(f"### Thank-you note to {names[-1]}")


def test_row_14_removes_a_person_whose_draft_she_edited(planned: Desk) -> None:
    """Task and draft stay, for they are one unit."""
    edited, line = planned.edit_draft(SAM), planned.line(SAM)
    planned.replace(SAMS_ENTRY, "")
    ran = planned.sync()
    assert planned.line(SAM) == line
    assert planned.draft(SAM) == edited
    assert "MDF208" in ran.codes()


def test_row_14_removes_a_person_nothing_was_done_for(planned: Desk) -> None:
    """Untouched work goes, and is written again when the person comes back."""
    line, task_id = planned.line(DANA), planned.state()[DANA].id
    planned.replace(DANAS_ENTRY, "")
    planned.sync()
    assert planned.steps() == [SAM, A1]
    assert "Dana" not in planned.read()
    assert task_id not in planned.read()
    planned.replace(SAMS_ENTRY, DANAS_ENTRY + SAMS_ENTRY)
    planned.sync()
    assert sorted(planned.steps()) == sorted([DANA, SAM, A1])
    assert planned.line(DANA) == line


def test_row_22_edits_a_draft_then_types_learned(planned: Desk) -> None:
    """The draft is hers; the others follow."""
    draft, line = planned.edit_draft(SAM), planned.line(SAM)
    planned.replace(DANAS_ENTRY, DANAS_ENTRY_LEARNED)
    planned.replace(SAMS_ENTRY, SAMS_ENTRY_LEARNED)
    planned.sync()
    assert planned.draft(SAM) == draft
    assert planned.line(SAM) == line
    assert "the team doubles in May" in planned.draft(DANA)


def test_row_23_types_skills_afterwards(desk: Desk) -> None:
    """Only an untouched draft with an open slot takes one."""
    desk.write(ACME.replace("skills: [ran the pager hand-over]\n", ""))
    desk.sync()
    edited = desk.edit_draft(DANA)
    skills = "skills: [ran the pager hand-over, wrote the handbook]\n"
    desk.replace("---\n# Acme", skills + "---\n# Acme")
    desk.sync()
    assert desk.draft(DANA) == edited
    assert "ran the pager hand-over" in desk.draft(SAM)
    assert "handbook" not in desk.draft(SAM)


def test_row_23_no_skill_moves_from_one_draft_to_another(planned: Desk) -> None:
    before = planned.draft(DANA)
    assert "pager hand-over" in before
    planned.replace("[ran the pager hand-over]", "[wrote the handbook, ran the pager hand-over]")
    planned.sync()
    assert planned.draft(DANA) == before
    assert "wrote the handbook" in planned.draft(SAM)
    settled = planned.draft(SAM)
    planned.replace("[wrote the handbook, ran", "[led the audit, wrote the handbook, ran")
    planned.sync()
    assert planned.draft(SAM) == settled
    assert planned.draft(DANA) == before


HAND_OVER = "ran the pager hand-over"


def test_row_14_what_a_draft_that_stays_says_is_said_to_nobody_else(planned: Desk) -> None:
    """Dana's skill is in a letter of hers: it does not go to Sam because Dana is gone."""
    edited, sams = planned.edit_draft(DANA), planned.draft(SAM)
    assert HAND_OVER in edited
    planned.replace(DANAS_ENTRY, "")
    planned.sync()
    assert planned.draft(DANA) == edited
    assert planned.draft(SAM) == sams
    planned.replace(SAMS_ENTRY, SAMS_ENTRY + "  - Lee Ortiz <lee@acme.example>\n")
    planned.sync()
    assert HAND_OVER not in planned.draft("thank:lee-ortiz")


def test_row_14_what_a_ticked_letter_said_is_said(planned: Desk) -> None:
    planned.tick(DANA, "2026-11-11")
    planned.replace(DANAS_ENTRY, "")
    planned.sync()
    assert HAND_OVER not in planned.draft(SAM)


def test_row_14_what_an_untouched_draft_said_is_free_again(planned: Desk) -> None:
    """It goes, and the open slot of another takes the skill at once (row 23)."""
    planned.replace(DANAS_ENTRY, "")
    planned.sync()
    assert DANA not in planned.steps()
    assert HAND_OVER in planned.draft(SAM)


@pytest.mark.parametrize("thanked", ["Dana Kim", "2026-11-11", "true"])
def test_row_23_a_thank_you_made_by_key_has_said_what_its_draft_held(
    planned: Desk, thanked: str
) -> None:
    planned.replace("format: onsite", f"format: onsite\nthanked: {thanked}")
    ran = planned.sync()
    assert DANA not in planned.steps()
    assert ran.codes() == []
    assert HAND_OVER not in planned.read().partition("# Acme")[2]


@pytest.mark.parametrize("order", [DANAS_ENTRY + SAMS_ENTRY, SAMS_ENTRY + DANAS_ENTRY])
def test_row_23_items_settle_whatever_the_order_of_names(planned: Desk, order: str) -> None:
    planned.replace(DANAS_ENTRY + SAMS_ENTRY, order)
    planned.sync()
    planned.replace("format: onsite", "format: onsite\nthanked: [Dana Kim]")
    assert planned.sync().codes() == []
    planned.replace("thanked: [Dana Kim]\n", "")
    assert planned.sync().codes() == []
    assert sorted(planned.steps()) == sorted([DANA, SAM, A1])
