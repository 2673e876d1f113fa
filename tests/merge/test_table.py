"""Law 3: the merge's truth table, row by row, and what one step comes to by it."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from mdfollow.etiquette.model import Mark, Want
from mdfollow.etiquette.outcome import Reason
from mdfollow.interview.model import Channel
from mdfollow.record import replace
from mdfollow.sync.merge import (
    Fate,
    Merged,
    joined,
    merge,
    most_advanced,
    part,
    remembered,
    same,
    surplus,
)
from mdfollow.sync.result import State
from mdfollow.sync.standing import Actual, Change, Desired
from tests.etiquette.notes import named, note, planned
from tests.laws.notes import FIELDS, synced, vault

NAME = "mf-aaaaaa"
STEP = named(planned(note(expected="2026-11-24")), "attempt:1")
WINDOW = STEP.window
SHARE = cast(
    "Any", SimpleNamespace(text="facts", variant=1, facts=SimpleNamespace(use=lambda: ("use",)))
)
TITLE = cast("Any", SimpleNamespace(words="Call Dana", text="words"))
DESIRED = Desired(STEP, NAME, TITLE, SHARE)
HELD = replace(DESIRED, step=replace(STEP, want=Want.HOLD))
BASE = remembered(DESIRED, draft=False)
STANDS = Actual(
    NAME, "words", WINDOW.start, WINDOW.due, Mark.OPEN, None, touched=False, plain=True, line=9
)
NOTHING = Merged(None, None)


def drafted(**step: Any) -> Desired:
    """A step with a draft whose fingerprint is `letter`."""
    draft = cast("Any", SimpleNamespace(text="letter"))
    return replace(DESIRED, step=replace(STEP, **step), new_draft=draft)


@pytest.mark.parametrize(
    ("base", "actual", "desired", "fate"),
    [
        ("b", "d", "d", Fate.CONVERGE),
        (None, "d", "d", Fate.CONVERGE),
        (None, None, "d", Fate.ADD),
        (None, "a", "d", Fate.KEEP),
        ("b", None, "d", Fate.KEEP),
        ("b", None, None, Fate.KEEP),
        ("b", "b", "d", Fate.MOVE),
        ("b", "b", None, Fate.REMOVE),
        ("b", "b", "b", Fate.CONVERGE),
        ("b", "a", "d", Fate.KEEP),
        ("b", "a", None, Fate.KEEP),
    ],
)
def test_law_3_every_row_of_the_table(
    base: str | None, actual: str | None, desired: str | None, fate: Fate
) -> None:
    assert part(base, actual, desired) is fate


def test_law_3_what_was_never_ours_is_written_once_it_is_wanted() -> None:
    assert merge(None, None, None, HELD) == NOTHING
    unwanted = replace(DESIRED, step=replace(STEP, want=Want.DROP))
    assert merge(None, STANDS, None, unwanted) == merge(None, STANDS, None, None) == NOTHING
    found = merge(None, None, None, DESIRED)
    assert found.change is not None
    assert found.change.add
    assert found.base == BASE


def test_law_4_what_another_machine_wrote_first_is_remembered() -> None:
    for desired in (DESIRED, HELD):
        assert merge(None, STANDS, None, desired) == Merged(None, BASE)
    assert merge(None, replace(STANDS, text="hers"), None, DESIRED) == NOTHING
    letter = drafted()
    assert merge(None, STANDS, "letter", letter).base == remembered(letter, draft=True)
    assert merge(None, STANDS, "hers", letter).base == remembered(letter, draft=False)


@pytest.mark.parametrize("change", [{"mark": Mark.DONE}, {"touched": True}, {"text": "hers"}])
def test_law_3_what_she_ticked_or_edited_stays_when_it_is_not_wanted(change: Any) -> None:
    gone = replace(DESIRED, step=replace(STEP, want=Want.DROP))
    for desired in (gone, None):
        assert merge(BASE, replace(STANDS, **change), None, desired).change is None


def test_law_3_untouched_it_goes_and_deleted_it_stays_away() -> None:
    found = merge(BASE, STANDS, None, None)
    assert found.change is not None
    assert (found.change.remove, found.base) == (True, None)
    assert merge(BASE, None, None, DESIRED) == Merged(None, BASE)


def test_ask_2_a_letter_of_old_does_not_begin_to_ask() -> None:
    """Written before it was noted whether a letter asks, it is not said to do so now."""
    desired = drafted(asks=True, channel=Channel.EMAIL)
    assert desired.asks
    old = replace(BASE, draft="letter", variant=None, asks=False)
    assert merge(old, STANDS, "letter", desired).base == replace(old, variant=1, use=("use",))
    other = merge(replace(old, draft="before"), STANDS, "letter", desired).base
    assert other is not None
    assert other.asks


def test_row_27_of_several_with_one_id_the_ticked_one_counts() -> None:
    ticked = replace(STANDS, mark=Mark.DONE, line=12)
    cancelled = replace(STANDS, mark=Mark.CANCELLED, line=11)
    edited = replace(STANDS, text="hers", line=5)
    assert most_advanced((STANDS, edited, cancelled, ticked), BASE) is ticked
    assert most_advanced((STANDS, cancelled), BASE) is cancelled
    assert most_advanced((edited, STANDS), BASE) is STANDS
    assert most_advanced((replace(STANDS, line=10), STANDS), BASE) is STANDS
    assert [each.line for each in surplus((STANDS, edited, ticked), BASE)] == [9]
    assert surplus((STANDS, edited), BASE) == ()


def test_law_4_words_another_machine_wrote_become_ours() -> None:
    old = replace(BASE, text="before", facts="older facts")
    found = merge(old, STANDS, None, DESIRED)
    assert (found.change, found.base) == (None, BASE)
    assert not same(STANDS, None)


def test_law_3_words_of_ours_that_move_are_remembered_and_hers_are_not() -> None:
    old = replace(BASE, text="before", facts="older facts")
    for stands, known in (("before", "words"), ("hers", "before")):
        base = merge(old, replace(STANDS, text=stands), None, DESIRED).base
        assert base is not None
        assert base.text == known


def test_ask_2_what_a_letter_asked_is_remembered_with_its_day() -> None:
    day = date(2026, 11, 11)
    for reason, done in ((Reason.ASKED, day), (Reason.STALE, None)):
        gone = replace(DESIRED, step=replace(STEP, want=Want.DROP, reason=reason, made=day))
        base = merge(BASE, STANDS, None, gone).base
        assert base is not None
        assert base.done == done


def test_msg_1_new_facts_are_written_into_a_letter_that_stands_as_ours() -> None:
    desired = drafted()
    old = replace(remembered(desired, draft=True), draft="before", facts="older facts")
    moved = merge(old, STANDS, "before", desired)
    assert moved.change is not None
    assert moved.change.draft
    hers = merge(old, STANDS, "hers", desired)
    assert hers.change is None


def test_msg_1_new_facts_wait_for_a_letter_that_cannot_be_written_now() -> None:
    """Remembered already, they would never come into it."""
    old = replace(BASE, facts="of old", draft="letter")
    for desired, facts in ((DESIRED, "of old"), (drafted(), DESIRED.facts)):
        found = merge(old, STANDS, "letter", desired).base
        assert found is not None
        assert found.facts == facts


def test_msg_1_what_a_letter_takes_is_remembered_when_that_alone_is_new() -> None:
    ours = remembered(drafted(), draft=True)
    for old in (replace(ours, use=("another",)), replace(ours, variant=None)):
        assert merge(old, STANDS, "letter", drafted()) == Merged(None, ours)


def test_msg_1_a_letter_is_not_said_in_other_words_without_anything_new() -> None:
    old = replace(remembered(drafted(), draft=True), draft="before", use=("another",))
    found = merge(old, STANDS, "before", drafted())
    assert (found.change, found.base) == (None, old)


def test_row_8_the_report_tells_the_date_and_the_state_that_stand() -> None:
    text = synced(FIELDS.encode(), vault()).new.decode()
    moved = text.replace("⏳ 2026-11-10 📅 2026-11-11", "⏳ 2026-11-12 📅 2026-11-20", 1)
    moved = moved.replace("Dear Sam,", "Hi Sam,")
    (interview,) = synced(moved.encode(), vault()).interviews
    told = {each.desired.step.name: (each.start, each.due, each.state) for each in interview.steps}
    assert told["thank:dana-kim"] == (date(2026, 11, 12), date(2026, 11, 20), State.EDITED)
    assert told["thank:sam-roe"][2] is State.EDITED
    assert told["attempt:1"][2] is State.OPEN


def test_each_interview_of_a_note_has_its_own_remarks() -> None:
    both = """\
---
company: Acme
interviews:
  - {date: 2026-11-10, interviewers: Dana Kim}
  - {date: 2026-11-12}
---
"""
    report = synced(both.encode(), vault())
    assert len(report.interviews) == 2
    assert any(each.remarks for each in report.interviews)
    for each in report.interviews:
        assert {remark.tag for remark in each.remarks} <= {
            step.desired.step.tag for step in each.steps
        }


def test_over_1_what_she_did_is_done_and_what_an_end_cut_off_is_skipped() -> None:
    ended = FIELDS.replace("decision:", "thanked: Dana Kim\nstatus: rejected\ndecision:")
    (interview,) = synced(ended.encode(), vault()).interviews
    told = {each.desired.step.name: each.state for each in interview.steps}
    assert told["thank:dana-kim"] is State.DONE
    assert told["thank:sam-roe"] is told["attempt:1"] is State.SKIPPED


def test_row_12_what_stays_for_her_sake_is_told_only_when_it_is_not_wanted() -> None:
    hers = replace(STANDS, touched=True)
    assert merge(BASE, hers, None, None).kept
    assert not merge(BASE, hers, None, DESIRED).kept


def test_changes_of_two_rounds_are_one_a_step() -> None:
    added, moved = Change(DESIRED, NAME, add=True, window=WINDOW), Change(DESIRED, NAME, line=9)
    assert joined((), (moved,)) == (moved,)
    assert joined((added,), (moved,)) == (added,)
    assert joined((moved,), (replace(moved, window=WINDOW),)) == (replace(moved, window=WINDOW),)
    gone = [Change(None, NAME, line=line, remove=True) for line in (3, 5)]
    assert joined(gone[:1], gone[1:]) == tuple(gone)


def test_row_6_the_report_tells_the_day_of_a_tick() -> None:
    """For want of one the day it was due; a day beside an open box is none."""
    text = synced(FIELDS.encode(), vault()).new.decode()
    dana, sam, check_in = (line for line in text.split("\n") if line.startswith("- [ ] "))
    text = text.replace(dana, dana.replace("[ ]", "[x]") + " ✅ 2026-11-12")
    text = text.replace(sam, sam.replace("[ ]", "[x]")).replace(
        check_in, f"{check_in} ✅ 2026-11-12"
    )
    (interview,) = synced(text.encode(), vault()).interviews
    told = {each.desired.step.name: each.done for each in interview.steps}
    assert told["thank:dana-kim"] == date(2026, 11, 12)
    assert told["thank:sam-roe"] == date(2026, 11, 11)
    assert told["attempt:1"] is None


def test_a_spelling_she_asked_for_goes_before_the_one_a_note_was_planned_in() -> None:
    planned = synced(FIELDS.encode(), vault("dataview")).new
    assert synced(planned, vault("")).dialect == "dataview"
    assert synced(planned, vault("gfm")).dialect == "gfm"


def test_law_2_two_rounds_are_one_change_from_what_stood_to_what_settles() -> None:
    first = Change(DESIRED, DESIRED.id, line=3, words=True)
    (found,) = joined((first,), (Change(DESIRED, DESIRED.id, line=5, draft=True),))
    assert (found.line, found.words, found.draft) == (3, True, True)


def test_law_3_a_letter_of_hers_that_stands_already_is_not_written_over() -> None:
    for stands, written in ((None, True), ("hers", False)):
        change = merge(None, None, stands, drafted()).change
        assert change is not None
        assert change.draft is written


def test_law_3_a_letter_goes_with_its_task_only_as_we_wrote_it() -> None:
    base = remembered(drafted(), draft=True)
    gone = merge(base, None, "letter", drafted())
    assert gone.change is not None
    assert (gone.change.remove, gone.base) == (True, replace(base, draft=""))
    assert merge(base, None, "hers", drafted()) == Merged(None, base)


def test_ask_2_what_is_not_written_asks_nothing() -> None:
    asking = drafted(asks=True)
    assert [remembered(asking, draft=draft).asks for draft in (True, False)] == [True, False]


def test_a_plan_is_a_first_one_once() -> None:
    first = synced(FIELDS.encode(), vault())
    again = synced(first.new.replace(b"3 weeks", b"4 weeks"), vault())
    assert (first.first, again.changed, again.first) == (True, True, False)


def test_row_4_the_day_of_a_tick_goes_when_the_box_is_open_again() -> None:
    done = replace(BASE, done=date(2026, 11, 12))
    for mark, kept in ((Mark.OPEN, None), (Mark.DONE, done.done)):
        found = merge(done, replace(STANDS, mark=mark), None, DESIRED).base
        assert found is not None
        assert found.done == kept
