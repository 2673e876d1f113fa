"""Emacs works on the tasks as on any others, and the merge knows them afterwards."""

from datetime import date
from pathlib import Path

import pytest

from mdfollow.sync.result import State
from tests.org.emacs import TODAY, client, emacs, missing
from tests.pages.kinds import ORG
from tests.pages.sheet import Sheet, states

pytestmark = [client, missing]
DANA, SAM, A1, A2 = "thank:dana-kim", "thank:sam-roe", "attempt:1", "attempt:2"
THANKED, CALLED = "<2026-11-11 Wed -1d>", "<2026-12-04 Fri -1d>"


@pytest.fixture
def planned(tmp_path: Path) -> Sheet:
    sheet = Sheet(ORG)
    sheet.sync()
    sheet.folder = tmp_path
    return sheet


def drive(sheet: Sheet, *forms: str) -> str:
    """Let Emacs loose on the file."""
    file = sheet.folder / "acme.org"
    file.write_text(sheet.text, encoding="utf-8")
    said = emacs(file, *forms)
    sheet.text = file.read_text(encoding="utf-8")
    return said


def at(sheet: Sheet, step: str) -> str:
    """Go to a task's heading."""
    return f'(at "{sheet.bases()[step].id}")'


def test_emacs_reads_the_tasks_as_written(planned: Sheet) -> None:
    """Words, dates, drawers; nothing in a draft is structure, and org-lint finds no fault."""
    before = planned.text
    said = drive(
        planned,
        """(org-element-map (org-element-parse-buffer) 'headline (lambda (h)
             (when (org-element-property :MDFOLLOW h)
               (princ (format "%s|%s|%s|%s|%s\n"
                 (org-element-property :todo-keyword h) (org-element-property :raw-value h)
                 (org-element-property :raw-value (org-element-property :scheduled h))
                 (org-element-property :raw-value (org-element-property :deadline h))
                 (delete-dups (org-element-map (org-element-contents h)
                   org-element-all-elements 'org-element-type)))))))""",
        '(princ (format "lint:%s" (org-lint)))',
    )
    assert planned.text == before
    *tasks, lint = said.strip().split("\n")
    section = "section planning property-drawer node-property"
    assert [task.split("|") for task in tasks] == [
        ["TODO", planned.words(DANA), "<2026-11-10 Tue>", THANKED, f"({section} paragraph)"],
        ["TODO", planned.words(SAM), "<2026-11-10 Tue>", THANKED, f"({section} paragraph)"],
        ["TODO", planned.words(A1), "<2026-12-04 Fri>", CALLED, f"({section})"],
    ]
    assert lint == "lint:nil"


def test_the_agenda_shows_them(planned: Sheet) -> None:
    """The day's view, and nothing of a draft or of what is remembered in it."""
    said = drive(
        planned,
        "(setq org-agenda-files (list buffer-file-name) org-agenda-span 'day)",
        "(org-agenda-list) (princ (buffer-string)) (find-file (car org-agenda-files))",
    )
    assert "Deadline:   TODO Call Sam Roe (Acme)" in said
    assert "Sched." in said
    assert "Thank Dana Kim (Acme) by e-mail" in said
    assert "MDFOLLOW" not in said
    assert "Subject:" not in said


def test_it_ticks(planned: Sheet) -> None:
    """CLOSED gives the day, whatever else Org writes."""
    drive(planned, at(planned, A1), '(org-todo "DONE")')
    assert f"CLOSED: [{TODAY}" in planned.block(A1)
    planned.sync("2026-12-20")
    assert planned.done(A1) == TODAY
    assert planned.steps() == [A1, A2]  # the thank-yous have had their time (OVER-4)


def test_it_ticks_with_state_notes_and_aligned_tags(planned: Sheet) -> None:
    drive(
        planned,
        "(setq org-log-done nil org-log-into-drawer t)",
        '(setq org-todo-log-states \'(("DONE" time) ("TODO" time)))',
        '(setq org-todo-keywords \'((sequence "TODO" "|" "DONE(d!)"))) (org-mode-restart)',
        "(org-align-tags t)",
        at(planned, A1),
        '(org-todo "DONE") (org-add-log-note)',
    )
    assert 'State "DONE"' in planned.block(A1)
    planned.sync("2026-12-20")
    assert planned.done(A1) == TODAY


def test_it_ticks_and_unticks(planned: Sheet) -> None:
    """Nothing is left of it: the plan goes on as if it had not been."""
    before = planned.text
    drive(planned, at(planned, A1), '(org-todo "DONE")', '(org-todo "TODO")')
    assert states(planned.sync())[A1] is State.OPEN
    assert planned.text == before


def test_it_reschedules(planned: Sheet) -> None:
    drive(planned, at(planned, SAM), '(org-schedule nil "2026-12-07")')
    planned.quiet()
    assert planned.window(SAM) == ("2026-12-07", "2026-11-11")
    drive(planned, at(planned, A1), '(org-deadline nil "2026-12-09")')
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-04", "2026-12-09")


def test_it_makes_a_task_repeat_and_ticks_it(planned: Sheet) -> None:
    planned.edit(A1, "SCHEDULED: <2026-12-04 Fri>", "SCHEDULED: <2026-12-04 Fri .+1w>")
    drive(planned, at(planned, A1), '(org-todo "DONE") (org-add-log-note)')
    assert ":LAST_REPEAT:" in planned.block(A1)
    planned.sync("2026-12-05")
    assert planned.done(A1) == TODAY
    assert planned.steps() == [A1, A2]  # the thank-yous have had their time (OVER-4)


def test_it_archives_a_task(planned: Sheet) -> None:
    """Known, never again; and what was remembered of a tick outlives it."""
    planned.tick(A1, "2026-11-18")
    planned.sync("2026-11-19")
    drive(
        planned,
        at(planned, A1),
        "(org-archive-subtree)",
        at(planned, DANA),
        "(org-archive-subtree)",
    )
    assert (planned.folder / "acme.org_archive").read_text().count(":MDFOLLOW: mf-") == 2
    planned.sync("2026-11-20")  # remembers where they went (`at=`)
    planned.quiet("2026-11-20")
    assert planned.done(A1) == "2026-11-18"
    assert planned.steps() == [SAM, A2]


def test_it_refiles_a_task_to_another_file(planned: Sheet) -> None:
    other = planned.folder / "tasks.org"
    other.write_text("* Tasks\n")
    location = f'(list "Tasks" "{other}" nil 1)'
    drive(
        planned, at(planned, SAM), f"(org-refile nil nil {location})", "(org-save-all-org-buffers)"
    )
    assert "Thank Sam Roe" in other.read_text()
    planned.files["tasks.org"] = other.read_text()
    planned.kind = ORG
    planned.path = ORG.path
    before = planned.text
    # The other file tells of no interview, so it brings no report of its own.
    planned.sync()
    assert planned.text == before
    assert planned.steps() == [DANA, A1]


def test_it_refiles_a_task_within_the_file(planned: Sheet) -> None:
    """Found there: it goes on following the plan."""
    planned.text += "* Tasks\n"
    here = planned.folder / "acme.org"
    find = '(goto-char (point-min)) (re-search-forward "^\\\\* Tasks") (line-beginning-position)'
    position = f'(list "Tasks" "{here}" nil (save-excursion {find}))'
    drive(planned, at(planned, A1), f"(org-refile nil nil {position})")
    assert planned.text.index("* Tasks") < planned.text.index("Call Sam Roe")
    planned.quiet()
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")
    assert planned.steps() == [DANA, SAM, A1]


def test_it_moves_and_demotes_the_plan(planned: Sheet) -> None:
    """Subtree commands change levels and indentation: nothing counts as edited."""
    drive(
        planned,
        "(setq org-adapt-indentation t)",
        '(goto-char (point-min)) (re-search-forward "Follow-up plan")',
        "(org-metaup) (org-demote-subtree)",
    )
    assert planned.text.index("Follow-up plan") < planned.text.index("Questions")
    planned.quiet()
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")


def test_it_clones_an_interview_for_round_2(planned: Sheet) -> None:
    """The copy gets a plan and ids of its own, in the same file."""
    drive(
        planned,
        "(goto-char (point-min)) (org-copy-subtree) (goto-char (point-max)) (org-paste-subtree 1)",
    )
    first, second = planned.text.split("\n* Acme", 1)
    changed = second.replace(":interview_date: 2026-11-10", ":interview_date: 2026-11-17")
    planned.text = first + "\n* Acme" + changed
    planned.sync("2026-11-18")
    assert date(2026, 11, 18) == planned.home(1).actual[_id(planned, 1, DANA)][0].due
    ids = [set(planned.home(place).actual) for place in (0, 1)]
    assert not ids[0] & ids[1]


def _id(sheet: Sheet, place: int, step: str) -> str:
    (trace,) = sheet.home(place).traces
    (found,) = [base.id for base in trace.bases.values() if base.name == step]
    return found
