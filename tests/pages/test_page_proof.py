"""Law 6: the result, read back, holds what was meant and everything of hers as before."""

from dataclasses import replace

import pytest

from mdfollow.dialects import DIALECTS
from mdfollow.document.edit import Edit
from mdfollow.document.source import Source
from mdfollow.surroundings import Surroundings
from mdfollow.sync.clearing import remove
from mdfollow.sync.engine import sync
from mdfollow.sync.page import NotePage
from mdfollow.sync.proof import EDGES, moved
from mdfollow.sync.report import UNPROVEN
from mdfollow.sync.result import Note, NoteReport, State, Vault
from mdfollow.sync.standing import Home, Rewrite
from tests.pages.kinds import KINDS, TODAY
from tests.pages.sheet import Sheet

FIELDS = """\
---
company: {company}
interview_date: 2026-11-10
interviewers: Dana Kim
decision: 3 weeks
{more}---
"""
PLUGIN = Vault(surroundings=Surroundings(tasks_plugin=True))


def planned(company: str = "Acme", more: str = "", where: Vault = PLUGIN) -> NoteReport:
    text = FIELDS.format(company=company, more=more)
    (report,) = sync([Note("Acme.md", text.encode())], where, TODAY)
    return report


def is_refused(report: NoteReport) -> bool:
    return not report.changed and [p.code for p in report.problems] == [UNPROVEN]


@pytest.mark.parametrize(
    "fields",
    [
        " 🆔 {id} ⏳ {start} due {due}",
        " 🆔 {id} begins {start} 📅 {due}",
        " [{id}] ⏳ {start} 📅 {due}",
        " 🆔 {id} ⏳ {due} 📅 {start}",
        " 🆔 {id} ⏳ {start} 📅 {due} and so on",
    ],
)
def test_law_6_a_row_its_own_reader_cannot_read_is_refused(
    fields: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A date, an id or a word that comes back as something else never reaches the disk."""
    monkeypatch.setitem(DIALECTS, "tasks", replace(DIALECTS["tasks"], fields=fields))
    assert is_refused(planned())


@pytest.mark.parametrize("where", [PLUGIN, Vault()], ids=["tasks", "gfm"])
def test_law_6_words_that_look_like_a_box_are_no_reason(where: Vault) -> None:
    """Item 3: what a value looks like proves nothing."""
    more = 'learned: "every ticket has a [ ] box"\n'
    report = planned('"Box [ ] Co"', more, where)
    assert report.changed
    assert not report.problems


@pytest.mark.parametrize("name", sorted(KINDS))
def test_law_6_a_step_that_was_not_written_is_noticed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The writer forgets one task of the plan: the note is left as it is."""
    whole = NotePage.edits

    def forgetful(page: NotePage, home: Home, note: str, rewrite: Rewrite, dialect: str) -> object:
        less = replace(rewrite, changes=rewrite.changes[1:])
        return whole(page, home, note, less, dialect)

    monkeypatch.setattr(NotePage, "edits", forgetful)
    kind = KINDS[name]
    assert is_refused(kind.sync((kind.fields() + kind.notes).encode()))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_law_6_a_date_on_the_wrong_task_is_noticed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = KINDS[name]
    sheet = Sheet(kind)
    sheet.sync()
    whole = NotePage.edits

    def crossed(page: NotePage, home: Home, note: str, rewrite: Rewrite, dialect: str) -> object:
        moved = [c for c in rewrite.changes if c.window]
        lines = [task.line for twins in home.actual.values() for task in twins]
        wrong = tuple(replace(c, line=min(lines)) if c in moved else c for c in rewrite.changes)
        return whole(page, home, note, replace(rewrite, changes=wrong), dialect)

    monkeypatch.setattr(NotePage, "edits", crossed)
    text = sheet.text.replace("3 weeks", "4 weeks", 1)
    report = kind.sync(text.encode())
    assert is_refused(report)
    (interview,) = report.interviews
    # told as they stand, not as they were to be
    assert {each.state for each in interview.steps if each.line} == {State.OPEN}


def test_law_6_a_last_line_that_would_go_on_is_noticed() -> None:
    """Though lines that look like it stand above it and behind."""
    before, added = b" words\n \n ", b"words\n \n## Plan\n"
    dialect = DIALECTS["tasks"]
    old, new = (
        dialect.open(Source(data), PLUGIN.surroundings, PLUGIN.settings).outline
        for data in (before, before + added)
    )
    assert moved(old, [Edit(len(before), len(before), added)], new) == EDGES


@pytest.mark.parametrize("name", sorted(KINDS))
def test_item_7_remove_finds_the_plan_of_a_note_with_mdfollow_false(name: str) -> None:
    """She said hands off first and uninstalls later: what was untouched goes, byte for byte."""
    kind = KINDS[name]
    with_plan = Sheet(kind)
    before = with_plan.text
    with_plan.sync()
    with_plan.add_field("mdfollow", "false")
    without = Sheet(kind, before)
    without.add_field("mdfollow", "false")
    (report,) = remove((Note(kind.path, with_plan.text.encode()),), kind.vault)
    assert report.new.decode() == without.text


@pytest.mark.parametrize("path", ["Acme.MD", "Acme.markdown", "Acme.MARKDOWN"])
def test_item_4_a_note_is_one_however_its_ending_is_spelt(path: str) -> None:
    text = FIELDS.format(company="Acme", more="")
    (report,) = sync([Note(path, text.encode())], PLUGIN, TODAY)
    assert report.changed
    assert report.dialect == "tasks"
