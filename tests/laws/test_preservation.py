"""Law 1: every byte outside our own lines is hers and comes back identical."""

from hypothesis import given
from hypothesis import strategies as st

from mdfollow.sync.clearing import remove
from mdfollow.sync.result import Note, Vault
from tests.laws.notes import DIALECTS, inserted, notes, synced, vault

VAULTS = st.sampled_from(DIALECTS).map(vault)


@given(notes(), VAULTS)
def test_a_first_plan_is_one_insertion(data: bytes, where: Vault) -> None:
    """Nothing of hers moves: the old bytes stand around the plan."""
    report = synced(data, where)
    if report.changed:
        start, stop = inserted(data, report.new)
        assert b"mdfollow:state v1" in report.new[start:stop]
    else:
        assert report.failed
        assert report.problems


@given(notes(), VAULTS)
def test_removing_an_untouched_plan_gives_the_same_bytes(data: bytes, where: Vault) -> None:
    """W19: BOM, CRLF, CR, mixed, tabs, blanks at the end, no final newline."""
    report = synced(data, where)
    (cleared,) = remove((Note("Acme.md", report.new),), where)
    assert cleared.new == data


@given(notes(), VAULTS, st.sampled_from(["company: Acme", "3 weeks", "Sam Roe", "Dana Kim"]))
def test_a_moved_plan_leaves_her_lines_alone(data: bytes, where: Vault, old: str) -> None:
    """A later sync with other facts rewrites our lines in place and no other."""
    first = synced(data, where)
    changed = first.new.replace(old.encode(), old.encode() + b" x", 1)
    second = synced(changed, where)
    (cleared,) = remove((Note("Acme.md", second.new),), where)
    assert cleared.new == data.replace(old.encode(), old.encode() + b" x", 1)


@given(notes(closed=False), VAULTS)
def test_a_note_that_ends_inside_something_is_left_or_sound(data: bytes, where: Vault) -> None:
    """N14: tasks parse as tasks, or nothing is written and a sentence says why."""
    report = synced(data, where)
    if report.changed:
        assert not report.failed
        assert not synced(report.new, where).changed
    else:
        assert report.problems[0].sentence
        assert report.problems[0].way_out
