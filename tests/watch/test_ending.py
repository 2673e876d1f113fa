"""An end that is wanted: soon, wherever the watch is, and never within the write of a note."""

from pathlib import Path

import pytest

from mdfollow.vault.outcome import Outcome, Snapshot
from mdfollow.vault.store import DiskStore
from mdfollow.watch.ending import AGAIN, GRACE, Ended, Ending, Unbroken
from mdfollow.watch.hints import Doubt
from tests.watch.vigil import Vigil, note

NOTES = 3


class Alarm:
    """Remembers what it was set to, and who left."""

    def __init__(self) -> None:
        self.set: list[float] = []
        self.left = 0
        self.ending = Ending(self.set.append, self.leave)

    def leave(self) -> None:
        self.left += 1


def test_a15_an_end_comes_between_two_notes() -> None:
    alarm = Alarm()
    alarm.ending.between()
    alarm.ending.want()
    alarm.ending.want()
    assert alarm.set == [GRACE]
    with pytest.raises(Ended):
        alarm.ending.between()


def test_a15_where_no_note_ends_the_alarm_does_it() -> None:
    alarm = Alarm()
    alarm.ending.want()
    with pytest.raises(Ended):
        alarm.ending.force()


def test_a15_last_words_that_nobody_takes_are_left_unsaid() -> None:
    alarm = Alarm()
    alarm.ending.want()
    alarm.ending.over()
    assert alarm.set == [GRACE, GRACE]
    alarm.ending.force()
    assert alarm.left == 1


def test_a15_an_end_that_nobody_wanted_sets_no_alarm() -> None:
    alarm = Alarm()
    alarm.ending.over()
    assert alarm.set == []


def test_a15_a_write_is_never_broken_off(root: Path) -> None:
    alarm = Alarm()

    class Slow(DiskStore):
        def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
            alarm.ending.want()
            alarm.ending.force()
            return super().replace(snapshot, new)

    (root / "acme.md").write_bytes(note())
    vigil = Vigil(root, store=Unbroken(Slow(str(root)), alarm.ending))
    vigil.between = alarm.ending.between
    vigil.start()
    assert vigil.has_plan("acme.md")
    assert alarm.set == [GRACE, AGAIN]
    with pytest.raises(Ended):
        alarm.ending.force()


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
