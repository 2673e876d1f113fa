"""What programs and git do to a whole note counts as no edit of hers (merge-cases 43, 44)."""

import re
from collections.abc import Callable

import pytest

from mdfollow.sync.result import NoteReport, State
from tests.laws.notes import DIALECTS, FIELDS, synced, vault

NOTE = FIELDS.replace("Dana Kim", "Dana_K* Kim").replace("Acme", "Acme & Sons [UK]") + (
    "# Acme\n\nMy own notes.\n- a\n  - b\n\nThe end.\n"
)
PLAN = "## Follow-up plan"


def plan_of(change: Callable[[str], str]) -> Callable[[str], str]:
    """A rewrite of the plan alone."""

    def rewrite(text: str) -> str:
        before, heading, after = text.partition(PLAN)
        return before + change(heading + after)

    return rewrite


REWRITES: dict[str, Callable[[str], str]] = {
    "git makes CRLF": lambda text: text.replace("\n", "\r\n"),
    "old Macs make CR": lambda text: text.replace("\n", "\r"),
    "a formatter prefers stars": lambda text: text.replace("\n- ", "\n* "),
    "a formatter indents items by four": lambda text: text.replace("\n- ", "\n-   "),
    "Linter puts blank lines behind headings": lambda text: re.sub(r"(?m)^(#+ .*)$", r"\1\n", text),
    "Linter takes blank lines behind headings": lambda text: re.sub(
        r"(?m)^(#+ .*)\n\n+", r"\1\n", text
    ),
    "blank lines between items": lambda text: text.replace("\n- [ ]", "\n\n- [ ]"),
    "a formatter takes escapes off": plan_of(lambda text: re.sub(r"\\([*_&\]])", r"\1", text)),
    "a formatter escapes more": plan_of(
        lambda text: re.sub(r"(?m)^(- \[ \] )(.*?)( (?:<!--|🆔|\[id).*)$", escaped, text)
    ),
    "one blank between fields": plan_of(lambda text: text.replace("  [", " [")),
    "headings closed": lambda text: re.sub(r"(?m)^(#+ .*)$", r"\1 ##", text),
    "blank lines at the end": lambda text: text + "\n\n",
    "no newline at the end": lambda text: text.removesuffix("\n"),
    "trailing blanks": plan_of(lambda text: text.replace("\n\n", "\n \t\n")),
    "a callout": plan_of(lambda text: "> [!todo]- Plan\n" + quoted(text)),
    "a callout in a callout": plan_of(lambda text: quoted("> [!todo]- Plan\n" + quoted(text))),
    "a callout without blanks behind its marks": plan_of(
        lambda text: "> [!todo]- Plan\n" + quoted(text).replace("> ", ">")
    ),
    "a deeper heading": plan_of(lambda text: re.sub(r"(?m)^(#+ )", r"#\1", text)),
    "words of hers in between": plan_of(lambda text: text.replace("\n### ", "\nHers.\n\n### ", 1)),
    "composed another way": lambda text: text.replace("é", "e\u0301"),
}


def escaped(found: re.Match[str]) -> str:
    """The words of a task with an escape before all punctuation that has none."""
    return found[1] + re.sub(r"(?<!\\)([().,;&'!-])", r"\\\1", found[2]) + found[3]


def quoted(text: str) -> str:
    """Every line behind a quote mark."""
    return "".join(f"> {line}\n" for line in text.removesuffix("\n").split("\n"))


def states(report: NoteReport) -> set[State]:
    """How the steps stand, those not yet in the note left out."""
    found = {step.state for each in report.interviews for step in each.steps}
    return found - {State.PLANNED, State.SKIPPED}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
def test_a_rewrite_is_no_edit(rewrite: Callable[[str], str], dialect: str) -> None:
    """Every task counts as ours, nothing is written."""
    where = vault(dialect)
    planned = synced(NOTE.encode(), where).new.decode()
    data = rewrite(planned).encode()
    report = synced(data, where)
    assert report.problems == ()
    assert states(report) == {State.OPEN}
    assert report.new == data


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
def test_the_plan_still_follows_after_a_rewrite(
    rewrite: Callable[[str], str], dialect: str
) -> None:
    """A corrected name reaches every line and draft, which keep their new shape."""
    where = vault(dialect)
    planned = synced(NOTE.encode(), where).new.decode()
    data = rewrite(planned).replace("company: Acme", "company: Apex", 1).encode()
    report = synced(data, where)
    assert report.problems == ()
    assert states(report) == {State.OPEN}
    fields, _, plan = report.new.decode().partition("Follow-up plan")
    assert "company: Apex" in fields
    assert "Apex" in plan
    assert "Acme" not in plan
    assert plan.count("\n>") == data.decode().partition("Follow-up plan")[2].count("\n>")


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
def test_a_tick_after_a_rewrite_is_seen(rewrite: Callable[[str], str], dialect: str) -> None:
    """Nothing is re-created, the other tasks are still ours."""
    where = vault(dialect)
    planned = rewrite(synced(NOTE.encode(), where).new.decode())
    report = synced(planned.replace("[ ] Thank Dana", "[x] Thank Dana", 1).encode(), where)
    assert states(report) == {State.OPEN, State.DONE}
    assert report.new.decode().count("Thank Dana") == planned.count("Thank Dana")
