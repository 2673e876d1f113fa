"""What changed travels with the report: three versions of each step, and the edits."""

from datetime import date

from mdfollow.document.edit import apply
from mdfollow.record import replace
from mdfollow.sync.merge import Fate, fates
from mdfollow.sync.result import NoteReport
from tests.laws.notes import FIELDS, synced, vault

LATER = FIELDS.replace("3 weeks", "2026-12-15")


def by_fate(report: NoteReport) -> dict[str, dict[str, Fate]]:
    named = {each.desired.step.name: fates(each) for each in report.changes if each.desired}
    return named | {each.id: fates(each) for each in report.changes if not each.desired}


def test_a_first_plan_adds_every_part() -> None:
    report = synced(FIELDS.encode(), vault())
    assert {each["task"] for each in by_fate(report).values()} == {Fate.ADD}
    assert by_fate(report)["thank:dana-kim"]["draft"] is Fate.ADD
    assert all((each.base, each.actual) == (None, None) for each in report.changes)
    assert apply(report.data, report.edits) == report.new
    assert report.first is True
    assert not synced(report.new.replace(b"3 weeks", b"2026-12-15"), vault()).first


def test_a_moved_decision_moves_the_window_and_keeps_the_rest() -> None:
    planned = synced(FIELDS.encode(), vault()).new
    report = synced(planned.replace(FIELDS.encode(), LATER.encode()), vault())
    (change,) = report.changes
    assert fates(change) == {"words": Fate.KEEP, "window": Fate.MOVE, "draft": Fate.KEEP}
    assert change.base
    assert change.actual
    assert change.window
    assert change.base.due == change.actual.due != change.window.due == date(2026, 12, 18)
    lettered = replace(change, base=replace(change.base, draft="a letter"))
    assert fates(lettered)["draft"] is Fate.KEEP
    assert report.facts == ("1 task moved",)
    assert apply(report.data, report.edits) == report.new


def test_an_interviewer_who_was_none_takes_task_and_draft_along() -> None:
    planned = synced(FIELDS.encode(), vault()).new
    report = synced(planned.replace(b"  - Sam Roe (recruiter)\n", b""), vault())
    gone = [each for each in report.changes if each.remove]
    assert [fates(each) for each in gone] == [{"task": Fate.REMOVE, "draft": Fate.REMOVE}]
    assert apply(report.data, report.edits) == report.new


def test_a_note_as_it_should_be_has_no_changes_and_no_edits() -> None:
    report = synced(synced(FIELDS.encode(), vault()).new, vault())
    assert (report.changes, report.edits, report.facts) == ((), (), ())
