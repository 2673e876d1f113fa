"""Laws 1, 2, 5 and 6 over arbitrary Org files and Logseq pages."""

import difflib
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.kinds import KINDS, TODAY, notes

EACH = pytest.mark.parametrize("name", sorted(KINDS))
FRESH = st.integers(0, 11).map(lambda days: TODAY + timedelta(days=days))


def lines(data: bytes) -> list[bytes]:
    """Lines with their endings; a lone CR ends one, too."""
    return (
        data.replace(b"\r\n", b"\x00")
        .replace(b"\r", b"\r\n")
        .replace(b"\x00", b"\r\n")
        .split(b"\n")
    )


def is_within(old: bytes, new: bytes) -> bool:
    """Whether `new` is `old` with bytes put in at some places and nowhere taken out."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return all(tag in {"equal", "insert"} for tag, *_ in matcher.get_opcodes())


@EACH
@given(data=st.data())
def test_a_first_plan_only_adds(name: str, data: st.DataObject) -> None:
    """Law 1: her bytes all stand there, in her order; or a sentence says why nothing does."""
    kind = KINDS[name]
    note = data.draw(notes(kind))
    report = kind.sync(note)
    if report.changed:
        assert not report.failed
        hers, left = lines(note), lines(report.new)
        left_over = iter(left)
        assert all(
            any(line == other or other.startswith(line) for other in left_over) for line in hers
        )
    else:
        assert report.problems


@EACH
@given(data=st.data())
def test_removing_an_untouched_plan_gives_the_same_bytes(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    note = data.draw(notes(kind))
    assert kind.removed(kind.sync(note).new) == note


@EACH
@given(data=st.data(), today=FRESH)
def test_a_second_sync_writes_nothing(name: str, data: st.DataObject, today: date) -> None:
    """Law 2, on any day; and on any day the first is the same."""
    kind = KINDS[name]
    note = data.draw(notes(kind))
    first = kind.sync(note)
    assert not kind.sync(first.new, today).changed
    assert kind.sync(note, today).new == first.new


@EACH
@pytest.mark.parametrize("old", ["Acme", "3 weeks", "Sam Roe", "Dana Kim"])
@settings(max_examples=settings().max_examples // 4)
@given(data=st.data())
def test_a_moved_plan_leaves_her_lines_alone(name: str, old: str, data: st.DataObject) -> None:
    """A later sync with other facts rewrites our lines in place and no other."""
    kind = KINDS[name]
    before, after = kind.fields(), kind.fields()
    for key, value in (("company", "Acme"), ("decision", "3 weeks"), ("interviewers", "")):
        if value == old:
            after = kind.fields(**{key: value + " x"})
    if "x" not in after.split("\n")[1]:
        after = before.replace(old, f"{old} x", 1) if old not in {"Acme", "3 weeks"} else after
    note = data.draw(notes(kind, before)).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    first = kind.sync(note)
    changed = first.new.replace(before.encode(), after.encode(), 1)
    second = kind.sync(changed)
    assert kind.removed(second.new) == note.replace(before.encode(), after.encode(), 1)
