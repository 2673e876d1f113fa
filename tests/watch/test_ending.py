"""An end that is wanted: soon, wherever the watch is, and never within the write of a note."""

from contextlib import suppress
from pathlib import Path

import pytest

from mdfollow.vault.outcome import Outcome, Snapshot
from mdfollow.vault.store import DiskStore
from mdfollow.watch.ending import (
    BROKEN,
    DEAF,
    GRACE,
    HUNG,
    ONCE_IN,
    TICK,
    Ended,
    Ending,
    Step,
    Unbroken,
)
from mdfollow.watch.hints import Doubt
from tests.watch.vigil import Vigil, note

NOTES = 3


def steps(ending: Ending, until: float) -> list[Step]:
    """What is to be done, tick by tick, in so many seconds after the signal."""
    return [ending.step(tick * TICK) for tick in range(1, round(until / TICK) + 1)]


@pytest.fixture
def ending() -> Ending:
    """An end that somebody wants."""
    ending = Ending()
    ending.between()
    ending.want()
    return ending


def test_a15_an_end_comes_between_two_notes(ending: Ending) -> None:
    with pytest.raises(Ended):
        ending.between()


def test_a15_where_no_note_ends_a_nudge_does_it(ending: Ending) -> None:
    assert set(steps(ending, GRACE - TICK)) == {Step.WAIT}
    assert ending.step(GRACE) is Step.NUDGE
    with pytest.raises(Ended):
        ending.nudged()
    for _ in range(ONCE_IN - 1):
        ending.nudged()  # it is ending: another one would meet it there
    with pytest.raises(Ended):
        ending.nudged()


def test_a15_last_words_that_nobody_takes_are_left_unsaid(ending: Ending) -> None:
    ending.over()
    ending.nudged()
    assert Step.LEAVE not in steps(ending, GRACE)
    assert ending.step(2 * GRACE) is Step.LEAVE


def test_a15_on_a_disk_that_hangs_the_watch_is_left_as_it_is(ending: Ending) -> None:
    found = steps(ending, GRACE + (DEAF + 1) * TICK)
    assert found.count(Step.NUDGE) == DEAF
    assert found[-1] is Step.LEAVE


def test_a15_a_watch_that_hears_and_does_not_end_is_left(ending: Ending) -> None:
    for tick in range(round(HUNG / TICK)):
        if ending.step(tick * TICK) is Step.NUDGE:
            with suppress(Ended):
                ending.nudged()
    assert ending.step(HUNG) is Step.LEAVE


def test_a15_a_write_is_never_broken_off(root: Path, ending: Ending) -> None:
    class Slow(DiskStore):
        def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
            assert set(steps(ending, BROKEN - TICK)) == {Step.WAIT}
            ending.nudged()
            assert ending.step(BROKEN) is Step.LEAVE  # a disk that hangs, and the note is whole
            return super().replace(snapshot, new)

    (root / "acme.md").write_bytes(note())
    vigil = Vigil(root, store=Unbroken(Slow(str(root)), ending))
    vigil.start()
    assert vigil.has_plan("acme.md")
    with pytest.raises(Ended):
        ending.nudged()


@pytest.mark.parametrize("what", ["start", "rescan"])
def test_a15_ended_at_every_moment_each_note_is_old_or_new(tmp_path: Path, what: str) -> None:
    """Reading, planning and writing all ask; whichever asks last, the next start does the rest."""
    old = {f"n{number}.md": note(f"Company {number}") for number in range(NOTES)}
    asked, whole = [0], False
    at = written = 0
    while not whole:
        root = (tmp_path / f"vault{at}").resolve()
        root.mkdir()
        vigil = Vigil(root)
        if what == "rescan":
            vigil.start()
        for name, data in old.items():
            vigil.put(name, data, age=60)
        asked[0] = 0

        def between(at: int = at) -> None:
            asked[0] += 1
            if asked[0] > at:
                raise Ended

        vigil.between = between
        try:
            if what == "start":
                vigil.start()
            else:
                vigil.hint(Doubt("it is time"))
                vigil.rest(60)
            whole = True
        except Ended:
            assert len(vigil.writes()) in {written, written + 1}
        written = len(vigil.writes())
        assert len(list(root.iterdir())) == NOTES
        changed = [name for name, data in old.items() if vigil.read(name) != data]
        assert len(changed) == written
        assert all(vigil.has_plan(name) for name in changed)
        at += 1
    assert written == NOTES
    assert at > 4 * NOTES  # each note was read, planned, merged and written
