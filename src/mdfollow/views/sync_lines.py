"""What a run says: one line per note that changed, one line for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mdfollow.views.shown import shown, shown_path

if TYPE_CHECKING:
    from mdfollow.sync.result import NoteReport

DECLINE = "`mdfollow: false` keeps a note without one"
"""How the line of a first plan ends, once a run (merge-cases 33)."""
MANY = 5
"""First plans, or notes with steps to let go, that are written without asking."""


def changed_lines(reports: Sequence[NoteReport], *, dry: bool = False) -> list[str]:
    """`interviews/acme.md: 1 task moved`, a line a note; in a dry run what would happen."""
    first = next((report.path for report in reports if report.first), None)
    return [
        f"{shown_path(report.path)}: {'would change: ' if dry else ''}"
        f"{change_words(report, decline=report.path == first)}"
        for report in reports
    ]


def change_words(report: NoteReport, *, decline: bool = True) -> str:
    """What changes in a note: `1 task moved`; `decline` adds how a note goes without a plan."""
    if not report.first:
        return ", ".join(report.facts)
    rest = ", ".join(fact for fact in report.facts if fact != "first plan")
    end = f"; {DECLINE}" if decline else ""
    return f"first plan{f' ({rest})' if rest else ''}{end}"


def removed_line(report: NoteReport, *, dry: bool = False) -> str:
    """`interviews/acme.md: the plan is taken out`; in a dry run what would happen."""
    return f"{shown_path(report.path)}: the plan {'would be' if dry else 'is'} taken out"


def first_plans(reports: Sequence[NoteReport]) -> list[NoteReport]:
    """The notes that would get their first plan, when they are many; else none."""
    found = [report for report in reports if report.first]
    return found if len(found) > MANY else []


def lettings_go(reports: Sequence[NoteReport]) -> list[NoteReport]:
    """The notes whose steps had their time and would go, when they are many; else none."""
    found = [report for report in reports if report.let_go]
    return found if len(found) > MANY else []


def lettings_go_list(reports: Sequence[NoteReport]) -> list[str]:
    """The list shown before steps are taken out of many notes."""
    number = sum(report.let_go for report in reports)
    steps = f"{counted(number, 'step')} whose time has passed, none of them touched by you,"
    return [
        f"{steps} would be taken out of {len(reports)} notes:",
        *(f"  {shown_path(each.path)} ({each.let_go})" for each in reports),
    ]


def asked_first(reports: Sequence[NoteReport]) -> list[str]:
    """What is shown and asked about before many notes are written; empty when they are few."""
    first, old = first_plans(reports), lettings_go(reports)
    return [*(first_plan_list(first) if first else []), *(lettings_go_list(old) if old else [])]


def first_plan_list(reports: Sequence[NoteReport]) -> list[str]:
    """The list shown before many first plans are written."""
    lines = [f"{len(reports)} notes would get a follow-up plan:"]
    for report in reports:
        companies = dict.fromkeys(shown(each.interview.company) for each in report.interviews)
        lines.append(f"  {shown_path(report.path)} ({', '.join(companies)})")
    return lines


def counted(number: int, one: str, many: str = "") -> str:
    """`1 note`, `2 notes`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def likewise(others: int) -> str:
    """` (2 more notes likewise)` after what is said of one note; nothing without others."""
    return f" ({counted(others, 'more note')} likewise)" if others else ""


def summary(notes: int, changed: int, waiting: int, left: int, *, dry: bool, removing: bool) -> str:
    """One line over the whole run: all counts are of interview notes that were asked for.

    `waiting` wait for an editor, `left` could not be planned or written; `removing` says that the
    run took plans out.
    """
    done = "cleared" if removing else "changed"
    parts = [f"{counted(changed, 'note')} {'would change' if dry else done}"] if changed else []
    parts += [f"{waiting} waiting for an editor"] if waiting else []
    parts += [f"{left} left as {'it is' if left == 1 else 'they are'}"] if left else []
    rest = notes - changed - waiting - left
    if not parts:
        state = "nothing to take out" if removing else "all up to date"
        return f"{counted(notes, 'interview note')}, {state}."
    if rest:
        parts.append(f"{rest} with nothing to take out" if removing else f"{rest} up to date")
    return ", ".join(parts) + "."


def no_interviews(vault: str, day: str, *, logseq: bool = False) -> list[str]:
    """What a vault without interview notes is told: how to make one, in three lines."""
    said = ["company: Acme", f"interview_date: {day}", "interviewers: Dana Kim, Sam Roe"]
    if logseq:
        lead = "A page becomes one with three properties in its very first block:"
        shape = [line.replace(":", "::", 1) for line in said]
    else:
        lead = "A note becomes one with three lines between two rules at its very top:"
        shape = ["---", *said, "---"]
    return [
        f"There are no interview notes in {shown_path(vault)} yet.",
        lead,
        "",
        *(f"    {line}" for line in shape),
        "",
        "Then run `mdfollow sync` again. `mdfollow new Acme` writes such a note for you,",
        "`mdfollow init` a template and the settings.",
    ]
