"""Laws 2 and 5: a second sync writes nothing; only notes and settings decide."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, Vault
from tests.laws.notes import DIALECTS, FIELDS, TODAY, notes, synced, vault

VAULTS = st.sampled_from(DIALECTS).map(vault)
LATER = st.integers(-5, 150).map(lambda days: TODAY + timedelta(days=days))
DAYS = st.integers(-40, 12).map(lambda days: TODAY + timedelta(days=days))
FRESH = st.integers(0, 12).map(lambda days: TODAY + timedelta(days=days))
"""Days after the interview on which nothing has had its time (STALE)."""
SOUTH = FIELDS.replace("Acme", "South & Sons").replace("2026-11-10", "2026-11-17")


@given(notes(), VAULTS, DAYS)
def test_a_second_sync_writes_nothing(data: bytes, where: Vault, today: date) -> None:
    """Law 2, on any earlier day, and on any later one until something has had its time."""
    first = synced(data, where)
    assert not synced(first.new, where, today).changed


@given(notes(), VAULTS, LATER, st.integers(-3, 3))
def test_over_4_two_machines_with_different_clocks_settle(
    data: bytes, where: Vault, today: date, apart: int
) -> None:
    """What one lets go the other never writes again: after one sync each, both write no more."""
    other = today + timedelta(days=apart)
    note = synced(data, where).new
    for day in (today, other):
        note = synced(note, where, day).new
    assert not synced(note, where, today).changed
    assert not synced(note, where, other).changed


@given(notes(), VAULTS, FRESH, FRESH)
def test_today_decides_nothing(data: bytes, where: Vault, one: date, other: date) -> None:
    """Law 5: as long as no window is stale and no tick undated."""
    assert synced(data, where, one).new == synced(data, where, other).new


@given(
    st.lists(notes() | notes(fields=SOUTH), min_size=2, max_size=4),
    st.data(),
    VAULTS,
)
def test_the_order_of_notes_decides_nothing(
    bodies: list[bytes], data: st.DataObject, where: Vault
) -> None:
    """Law 5: reports come sorted by path, whatever order the walk gave."""
    given_notes = [Note(f"{number}.md", body) for number, body in enumerate(bodies)]
    shuffled: Sequence[Note] = data.draw(st.permutations(given_notes))
    assert sync(shuffled, where, TODAY) == sync(given_notes, where, TODAY)


@given(notes(), VAULTS, st.sampled_from(["a", "Jobs/2026", "z/ü ñ/x"]))
def test_the_folder_decides_nothing(data: bytes, where: Vault, folder: str) -> None:
    """Law 5: moving a note, or the vault, changes no byte."""
    moved = synced(data, where, path=f"{folder}/Acme.md")
    assert moved.new == synced(data, where).new
