"""Merge-cases 21, 32 to 34, 38 to 40, 43, 44: the block is cut, moved, wrapped, formatted."""

import re
import unicodedata

import pytest

from tests.merge.desk import ACME, BETA, NOTE, Desk

A1, A2 = "attempt:1", "attempt:2"
DANA, SAM = "thank:dana-kim", "thank:sam-roe"


def test_row_21_cuts_the_state_comment_only(planned: Desk) -> None:
    """It is rebuilt from the plan, nothing else is written, and every task is seen in its place."""
    before, steps = planned.read(), planned.quiet().steps()
    planned.cut_comment()
    assert planned.sync().steps() == steps
    assert planned.read() == before


def test_row_21_what_differs_is_hers_and_what_is_missing_was_deleted(planned: Desk) -> None:
    planned.edit(A1, "Write to", "Ring")
    planned.tick(DANA, "2026-11-11")
    planned.delete(SAM)
    lines = [planned.line(DANA), planned.line(A1)]
    planned.cut_comment()
    planned.sync()
    assert planned.steps() == [DANA, A1]
    assert [planned.line(DANA), planned.line(A1)] == lines
    assert SAM in planned.state()
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")
    assert "Ring Sam Roe" in planned.line(A1)
    assert planned.steps() == [DANA, A1]


def test_row_21_the_tick_of_an_attempt_still_counts(planned: Desk) -> None:
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.cut_comment()
    planned.sync("2026-12-05")
    assert planned.steps() == [A1, A2]
    assert planned.state()[A1].fields["done"] == "2026-12-04"
    planned.quiet("2026-12-09")


def test_row_21_while_the_people_changed(planned: Desk) -> None:
    """Whoever is new counts as deleted, too: nothing says that they were never there."""
    lines = [planned.line(step) for step in (DANA, SAM)]
    planned.cut_comment()
    planned.replace("Dana Kim <dana@acme.example>", "Lee Ortiz <lee@acme.example>")
    planned.replace("Sam Roe <sam@acme.example>", "Ada Stone <ada@acme.example>")
    planned.sync()
    assert planned.steps() == [A1]
    assert [line for line in lines if line in planned.read()] == lines


def test_row_21_again_brings_back_what_is_missing(planned: Desk) -> None:
    planned.tick(DANA, "2026-11-11")
    line = planned.delete(A1)
    ticked = planned.line(DANA)
    planned.cut_comment()
    planned.sync("", "--again", NOTE)
    assert planned.steps() == [DANA, SAM, A1]
    assert planned.line(DANA) == ticked
    assert planned.line(A1) == line


def test_row_34_again_brings_back_what_she_cleared(planned: Desk) -> None:
    lines = [planned.delete(step) for step in (SAM, A1)]
    planned.sync()
    planned.quiet()
    planned.sync("", "--again", NOTE)
    assert planned.steps() == [DANA, SAM, A1]
    assert [planned.line(SAM), planned.line(A1)] == lines


def test_row_32_moves_a_task_to_a_daily_note(planned: Desk) -> None:
    """It is remembered where it went, its tick there counts; the daily note is hers."""
    line = planned.delete(A1)
    planned.write(f"# Friday\n\n{line}\n", "daily/2026-12-04.md")
    ran = planned.sync("2026-12-04")
    assert A1 not in planned.steps()
    assert ran.states()[A1] == "edited"
    assert planned.state()[A1].fields["at"] == "daily/2026-12-04.md"
    assert "daily/2026-12-04.md" not in ran.notes
    ticked = f"# Friday\n\n{line.replace('[ ]', '[x]')}\n"
    planned.write(ticked, "daily/2026-12-04.md")
    planned.sync("2026-12-04")
    assert A2 in planned.steps()
    assert planned.read("daily/2026-12-04.md") == ticked


def test_row_33_deletes_block_and_comment(planned: Desk) -> None:
    """Never planned: the block comes again, the same one."""
    before = planned.read()
    planned.cut_block()
    assert "mf-" not in planned.read()
    planned.sync()
    assert planned.read() == before


def test_row_33_mdfollow_false_keeps_a_note_without_a_block(planned: Desk) -> None:
    planned.cut_block()
    planned.replace("company: Acme", "company: Acme\nmdfollow: false")
    planned.quiet()


def test_row_34_deletes_tasks_and_keeps_the_comment(planned: Desk) -> None:
    """Nothing comes back, neither now nor when the plan changes."""
    for step in (DANA, SAM, A1):
        planned.delete(step)
    for step in (DANA, SAM):
        planned.replace(planned.draft(step), "")
    planned.quiet()
    planned.replace("decision: 3 weeks", "decision: 4 weeks")
    planned.quiet()
    planned.replace("role: Platform Engineer", "role: Site Engineer")
    planned.quiet("2026-12-20")
    assert planned.steps() == []


def test_row_53_a_deleted_task_takes_its_untouched_draft_along(planned: Desk) -> None:
    planned.delete(DANA)
    planned.sync()
    assert planned.draft(DANA) == ""
    planned.quiet()
    planned.replace("[ran the pager hand-over]", "[wrote the handbook]")
    planned.sync()
    assert planned.steps() == [SAM, A1]
    assert planned.draft(DANA) == ""


def test_row_53_a_draft_she_touched_stays_without_its_task(planned: Desk) -> None:
    planned.delete(DANA)
    planned.edit_draft(DANA)
    before = planned.draft(DANA)
    planned.quiet()
    assert planned.draft(DANA) == before
    assert planned.steps() == [SAM, A1]


def test_row_34_a_draft_deleted_while_its_task_stays(planned: Desk) -> None:
    planned.replace(planned.draft(DANA), "")
    planned.quiet()
    planned.replace("[ran the pager hand-over]", "[wrote the handbook]")
    planned.sync()
    assert planned.draft(DANA) == ""
    assert planned.steps() == [DANA, SAM, A1]


def test_row_38_moves_tasks_above_the_heading(planned: Desk) -> None:
    """They are found there, and new ones stand in our section."""
    lines = [planned.delete(step) for step in (DANA, SAM, A1)]
    planned.replace("# Acme, on site\n", "# Acme, on site\n\n" + "\n".join(lines) + "\n")
    planned.quiet()
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    assert planned.steps() == [A1, A2]
    text = planned.read()
    assert text.count("## Follow-up plan") == 1
    assert text.index(planned.line(A1)) < text.index("## Follow-up plan")
    assert text.index("## Follow-up plan") < text.index(planned.line(A2)) < text.index("### ")
    planned.replace("decision: 3 weeks", "decision: 2026-12-18")
    planned.sync("2026-12-06")
    assert planned.window(A2) == ("2026-12-21", "2026-12-22")


def test_row_38_moves_tasks_below_everything(planned: Desk) -> None:
    line = planned.delete(A1)
    planned.write(planned.read() + f"\n## Later\n\n{line}\n")
    planned.quiet()
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    assert planned.steps() == [A2, A1]


@pytest.mark.parametrize("mark", ["🆔 abc", "🆔 mf-abcdef", "<!-- mf-abcdef -->", "^mf-abcdef"])
def test_row_39_a_task_of_her_own(planned: Desk, mark: str) -> None:
    """A date or an id that is none of ours makes no task ours."""
    own = f"- [ ] buy stamps {mark} 📅 2026-12-01"
    line = planned.line(A1)
    planned.replace(line, f"{own}\n{line}")
    planned.quiet()
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    planned.replace("decision: 3 weeks\n", "decision: 3 weeks\nstatus: rejected\n")
    planned.sync("2026-12-06")
    assert f"\n{own}\n" in planned.read()


def test_row_40_pastes_our_task_from_another_note(planned: Desk) -> None:
    """Its id is not in this note's comment: hers."""
    planned.write(BETA, "beta.md")
    planned.sync()
    pasted = planned.line("thank:ada-stone", "beta.md")
    line = planned.line(SAM)
    planned.replace(line, f"{line}\n{pasted}")
    planned.quiet()
    planned.replace("decision: 3 weeks", "decision: 3 weeks\nstatus: cancelled")
    planned.sync()
    assert planned.steps() == []
    assert pasted in planned.read()


def test_row_43_folds_the_block_into_a_callout(planned: Desk) -> None:
    """Everything is found in the quotation, and new work joins it there."""
    head, mark, block = planned.read().partition("## Follow-up plan\n")
    quoted = "\n".join(f"> {line}".rstrip() for line in (mark + block).splitlines())
    planned.form(lambda _: f"{head}> [!todo]- Follow-up\n{quoted}\n")
    planned.quiet()
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    assert planned.steps() == [A1, A2]
    added = planned.read().partition("> [!todo]")[2].splitlines()
    assert all(line.startswith(">") for line in added[1:])
    planned.replace("decision: 3 weeks", "decision: 2026-12-18")
    planned.sync("2026-12-06")
    assert planned.window(A2) == ("2026-12-21", "2026-12-22")
    planned.untick(A1)
    planned.sync("2026-12-06")
    assert planned.steps() == [A1]


FORMATTERS = {
    "CRLF by git": lambda text: text.replace("\n", "\r\n"),
    "Linter: no trailing blanks": lambda text: re.sub(r"[ \t]+(?=\n)", "", text),
    "Linter: blank lines around headings": lambda text: re.sub(
        r"\n(#+ .*)\n(?!\n)", r"\n\1\n\n", text
    ),
    "other list marks": lambda text: text.replace("\n- [", "\n* ["),
    "wider list marks": lambda text: text.replace("\n- [", "\n-   ["),
    "Prettier: escapes": lambda text: text.replace("[what", "\\[what").replace(
        "told you]", "told you\\]"
    ),
    "Prettier: table of blank lines": lambda text: re.sub(r"\n{3,}", "\n\n", text),
    "no final newline": lambda text: text.rstrip("\n"),
    "BOM": lambda text: "\ufeff" + text,
    "wrapped": lambda text: re.sub(r"(?m)^(Many thanks .{20}) ", "\\1\n", text),
}


@pytest.mark.parametrize("name", FORMATTERS)
def test_row_44_a_formatter_on_save(desk: Desk, name: str) -> None:
    """Nothing counts as edited: not now, and not when the plan moves."""
    desk.write()
    desk.sync()
    desk.form(FORMATTERS[name])
    ran = desk.quiet()
    assert ran.states() == {
        DANA: "open",
        SAM: "open",
        A1: "open",
        A2: "planned",
        "attempt:3": "planned",
    }
    desk.replace("decision: 3 weeks", "decision: 4 weeks")
    desk.sync()
    assert desk.window(A1) == ("2026-12-11", "2026-12-11")
    desk.replace("format: onsite", "status: cancelled")
    desk.sync()
    assert "my own task 📅 2026-11-20" in desk.read()
    assert desk.steps() == []
    assert "### " not in desk.read()


def test_row_44_new_lines_end_as_the_note_does(planned: Desk) -> None:
    planned.form(lambda text: text.replace("\n", "\r\n"))
    planned.tick(A1, "2026-12-04")
    planned.sync("2026-12-05")
    data = (planned.root / NOTE).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")


def test_row_44_accents_decomposed_by_a_client(desk: Desk) -> None:
    desk.write(ACME.replace("Sam Roe <sam@acme.example>", "Zoë Brontë <zoe@acme.example>"))
    desk.sync()
    desk.form(lambda text: unicodedata.normalize("NFD", text))
    desk.quiet()
    desk.form(lambda text: unicodedata.normalize("NFC", text))
    desk.quiet()
