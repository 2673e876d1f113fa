"""Ticks and moves: the box, its day, the dates; every other byte of the note comes back."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.document.edit import apply
from mdfollow.etiquette.model import Kind
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, NoteReport, State, StepReport, Vault
from mdfollow.verbs.act import Act, Refusal
from mdfollow.verbs.doing import OPEN, call_off, done, later, put_off
from mdfollow.verbs.taking_out import one_task
from mdfollow.verbs.task_lines import task_line
from mdfollow.views.standing import standing
from tests.verbs.notes import NOTES

TODAY = date(2026, 11, 12)
KINDS = {
    "tasks": ("yaml", Vault(replace(Settings(), dialect="tasks"))),
    "dataview": ("toml", Vault(replace(Settings(), dialect="dataview"))),
    "gfm": ("crlf", Vault()),
    "logseq": ("page", Vault(surroundings=Surroundings(logseq=True))),
    "org": ("org", Vault()),
}


def planned(kind: str, extra: Sequence[str] = ()) -> NoteReport:
    """A note of this kind with its plan, and the plan of that."""
    name, vault = KINDS[kind]
    path, text = NOTES[name]
    text = text.replace("Her own words", "\n".join((*extra, "Her own words")))
    (first,) = sync([Note(path, text.encode())], vault, TODAY)
    (report,) = sync([Note(path, first.new)], vault, TODAY)
    return report


def again(report: NoteReport, data: bytes, kind: str) -> NoteReport:
    (found,) = sync([Note(report.path, data)], KINDS[kind][1], TODAY)
    return found


def steps(report: NoteReport) -> list[StepReport]:
    return [step for each in standing(report) for step in each.steps]


def lines(data: bytes) -> list[bytes]:
    return re.split(rb"(?<=\n)", data)


def carried(answer: object, data: bytes) -> bytes:
    assert isinstance(answer, Act), answer
    return apply(data, answer.edits)


LINE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=30)


@given(
    kind=st.sampled_from(sorted(KINDS)), extra=st.lists(LINE, max_size=3), which=st.integers(0, 3)
)
def test_a_tick_changes_the_box_and_its_day_and_nothing_else(
    kind: str, extra: list[str], which: int
) -> None:
    """Laws 1 and 2 for `done`: the changed lines are the task's own and its memory's."""
    report = planned(kind, extra)
    open_steps = [step for step in steps(report) if step.state in OPEN and step.line]
    if not open_steps:
        return
    step = open_steps[which % len(open_steps)]
    new = carried(done(report, [step], TODAY), report.data)
    old_lines, new_lines = lines(report.data), lines(new)
    gone = [line for line in old_lines if line not in new_lines]
    assert 1 <= len(gone) <= 2
    assert all(
        step.desired.id.encode() in line
        or b"Thank" in line
        or b"interested" in line
        or b"SCHEDULED" in line
        or b"decide" in line
        for line in gone
    )
    after = again(report, new, kind)
    ticked = next(each for each in steps(after) if each.desired.id == step.desired.id)
    assert (ticked.state, ticked.done) == (State.DONE, TODAY)
    others = {s.desired.id: s.line for s in steps(after) if s.line and s is not ticked}
    assert all(line for line in others.values())
    assert carried(done(after, [ticked], TODAY), new) == new


@given(
    kind=st.sampled_from(sorted(KINDS)),
    extra=st.lists(LINE, max_size=3),
    ahead=st.integers(1, 40),
)
def test_a_move_changes_dates_and_nothing_else(kind: str, extra: list[str], ahead: int) -> None:
    report = planned(kind, extra)
    day = TODAY + timedelta(ahead)
    moves = [(step, day) for step in steps(report) if step.state in OPEN and step.line]
    new = carried(later(report, moves), report.data)
    stamp = rb"\d{4}-\d\d-\d\d( \w{3})?"
    assert re.sub(stamp, b"", new) == re.sub(stamp, b"", report.data)
    after = again(report, new, kind)
    moved = {s.desired.id: (s.start, s.due) for s in steps(after) if s.line}
    for step, _ in moves:
        assert moved.get(step.desired.id, (day, day)) == (day, day)
    assert carried(later(after, [(s, day) for s in steps(after) if s.state in OPEN]), new) == new


def test_days_are_counted_from_today_or_the_due_day() -> None:
    """To a working day, except for thank-yous."""
    report = planned("tasks")
    found = {step.desired.step.kind: step for step in steps(report)}
    thank, attempt = found[Kind.THANK], found[Kind.ATTEMPT]
    assert put_off(thank, 2, TODAY, Settings()) == date(2026, 11, 14)  # a Saturday
    due = attempt.due
    assert put_off(attempt, 3, TODAY, Settings()) >= due + timedelta(3)
    assert put_off(attempt, 1, date(2026, 12, 31), Settings()).weekday() < 5


CLOSED = "CLOSED: [2026-11-12 Thu]"
DRAWER = ":PROPERTIES:\n:MDFOLLOW: mf-abcdef\n:END:"
ODD = {
    "a block id stays last": (
        "tasks",
        "- [ ] T 🆔 mf-abcdef 📅 2026-11-12 ^b-1",
        "- [x] T 🆔 mf-abcdef 📅 2026-11-12 ✅ 2026-11-12 ^b-1",
    ),
    "an old day beside the box is corrected": (
        "tasks",
        "> * [ ] T 🆔 mf-abcdef 📅 2026-11-12 ✅ 2026-11-01  ",
        "> * [x] T 🆔 mf-abcdef 📅 2026-11-12 ✅ 2026-11-12  ",
    ),
    "blanks at the end stay": (
        "dataview",
        "1. [ ] T  [id:: mf-abcdef]  [due:: 2026-11-12]  ",
        "1. [x] T  [id:: mf-abcdef]  [due:: 2026-11-12]  [completion:: 2026-11-12]  ",
    ),
    "plain GitHub Markdown has no day": (
        "gfm",
        "+ [/] T <!-- mf-abcdef --> 📅 2026-11-12",
        "+ [x] T <!-- mf-abcdef --> 📅 2026-11-12",
    ),
    "a day in the comment is corrected": (
        "gfm",
        "- [ ] T <!-- mf-abcdef -->\nmf-abcdef i1/ask due=2026-11-12 done=2026-11-01 mail=x",
        "- [x] T <!-- mf-abcdef -->\nmf-abcdef i1/ask due=2026-11-12 done=2026-11-12 mail=x",
    ),
    "Org without a planning line gets one": (
        "org",
        "* TODO T\n:PROPERTIES:\n:MDFOLLOW: mf-abcdef\n:END:",
        "* DONE T\nCLOSED: [2026-11-12 Thu]\n:PROPERTIES:\n:MDFOLLOW: mf-abcdef\n:END:",
    ),
    "Org's own words are used": (
        "org",
        f"* TODO T\nDEADLINE: <2026-11-12 Thu>\n{DRAWER}\n#+TODO: TODO | ERLEDIGT",
        f"* ERLEDIGT T\n{CLOSED} DEADLINE: <2026-11-12 Thu>\n{DRAWER}\n#+TODO: TODO | ERLEDIGT",
    ),
    "an old stamp is corrected": (
        "org",
        "* TODO T\n  CLOSED: [2026-11-01 Sun 09:00]\n:PROPERTIES:\n:MDFOLLOW: mf-abcdef\n:END:",
        "* DONE T\n  CLOSED: [2026-11-12 Thu 09:00]\n:PROPERTIES:\n:MDFOLLOW: mf-abcdef\n:END:",
    ),
    "a Logseq marker": ("logseq", "- LATER T <!-- mf-abcdef -->", "- DONE T <!-- mf-abcdef -->"),
}


@pytest.mark.parametrize("case", ODD)
def test_a_tick_is_spelt_as_the_vaults_own_tool_would(case: str) -> None:
    dialect, before, after = ODD[case]
    path = "a.org" if dialect == "org" else "a.md"
    found = task_line(path, before.encode(), 1, "mf-abcdef", dialect)
    assert found is not None
    assert apply(before.encode(), found.ticked(TODAY)).decode() == after


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "- [ ] T <!-- mf-zzzzzz -->"),
        ("a.md", "Just words with mf-abcdef"),
        ("a.md", "- T <!-- mf-abcdef -->"),
        ("a.org", "* T\n:PROPERTIES:\n:MDFOLLOW: mf-abcdef\n:END:"),
        ("a.org", "Text"),
        ("a.md", ""),
    ],
)
def test_what_is_no_task_is_left_alone(path: str, text: str) -> None:
    assert task_line(path, text.encode(), 1, "mf-abcdef", "tasks") is None


def test_a_task_without_a_date_cannot_be_put_off() -> None:
    report = planned("tasks")
    step = next(s for s in steps(report) if s.state in OPEN)
    bare = re.sub(rb" \xe2\x8f\xb3 \S+ \xf0\x9f\x93\x85 \S+", b"", report.data)
    answer = later(replace(report, data=bare), [(step, TODAY)])
    assert isinstance(answer, Refusal)
    assert "has no date" in answer.sentence


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_calling_off_is_spelt_as_the_vault_s_tool_does(kind: str) -> None:
    report = planned(kind, ("#+TODO: TODO | DONE CANCELLED",) if kind == "org" else ())
    step = next(each for each in steps(report) if each.state in OPEN and each.line)
    new = carried(call_off(report, step, TODAY), report.data)
    found = {each.desired.id: each.state for each in steps(again(report, new, kind))}
    assert found.pop(step.desired.id) is State.CANCELLED
    assert State.CANCELLED not in found.values()
    words = {"tasks": "[-]", "dataview": "[cancelled:: 2026-11-12]", "logseq": "CANCELED"}
    assert words.get(kind, "CANCELLED" if kind == "org" else "[-]").encode() in new
    assert again(report, new, kind).failed is False


def test_an_org_file_without_a_word_for_it_is_not_given_one() -> None:
    report = planned("org")
    step = next(each for each in steps(report) if each.state in OPEN and each.line)
    answer = call_off(report, step, TODAY)
    assert isinstance(answer, Refusal)
    assert "#+TODO" in answer.way_out


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_one_task_is_taken_out_as_if_she_had_deleted_it(kind: str) -> None:
    report = planned(kind)
    mine = [each for each in steps(report) if each.state in OPEN and each.line]
    thank = next(each for each in mine if each.desired.step.kind is Kind.THANK)
    new = carried(one_task(report, KINDS[kind][1], thank.desired.id), report.data)
    after = again(report, new, kind)
    found = {each.desired.id: each.state for each in steps(after)}
    assert found.pop(thank.desired.id) is State.DELETED
    assert set(found) >= {each.desired.id for each in mine} - {thank.desired.id}
    assert after.new == new
    kept = [each.desired.words.encode() in new for each in mine if each is not thank]
    assert all(kept)
    assert thank.desired.words.encode() not in new
    other = next(each for each in mine if each is not thank)
    edited = again(report, report.data.replace(other.desired.words.encode(), b"Thank her"), kind)
    assert isinstance(one_task(edited, KINDS[kind][1], other.desired.id), Refusal)
