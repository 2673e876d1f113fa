"""What the system refuses: tried again after growing pauses or when it may help, said once."""

import errno
import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.vault.conditions import ROOM, conditions
from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.store import DiskStore
from mdfollow.watch.hints import Doubt, FolderTouched, Touched
from mdfollow.watch.refusals import CHECK, LONGEST, MANY, PAUSE, SELDOM, Refusals
from tests.watch.vigil import Vigil, note

FULL = "its disk is full"


class Refusing(DiskStore):
    """A disk that lets nothing be written while it has a reason."""

    def __init__(self, root: str, reason: str = FULL, verdict: Verdict = Verdict.SKIPPED) -> None:
        super().__init__(root)
        self.reason, self.verdict = reason, verdict
        self.tries: list[str] = []

    def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
        self.tries.append(snapshot.path)
        if self.reason:
            return Outcome(self.verdict, snapshot.path, self.reason)
        return super().replace(snapshot, new)


class Conditions:
    """Conditions that are what the test says."""

    def __init__(self) -> None:
        self.now: object = "as they were"
        self.looks = 0

    def __call__(self, path: str, size: int) -> object:
        self.looks += 1
        return self.now


@pytest.fixture
def disk(root: Path) -> Refusing:
    return Refusing(str(root))


@pytest.fixture
def vigil(root: Path, disk: Refusing) -> Vigil:
    (root / "acme.md").write_bytes(note())
    vigil = Vigil(root, store=disk)
    return vigil.start()


def test_w09_a_refused_note_is_tried_after_growing_pauses(vigil: Vigil, disk: Refusing) -> None:
    moments = [0.0]
    for second in range(1, 1400):
        vigil.rest(1)
        if len(disk.tries) > len(moments):
            moments.append(float(second))
    pauses = [after - before for before, after in pairwise(moments)]
    assert pauses == [5, 10, 20, 40, 80, 160, 300, 300, 300]


def test_w09_its_reason_is_said_once_however_often_it_is_tried(
    vigil: Vigil, disk: Refusing
) -> None:
    vigil.rest(900)
    assert vigil.said("left") == [f"not written, {FULL}"]
    disk.reason = "its disk is read-only"
    vigil.rest(600)
    disk.reason = FULL
    vigil.rest(600)
    assert vigil.said("left") == [f"not written, {FULL}", "not written, its disk is read-only"]
    disk.reason = ""
    vigil.rest(300)
    assert len(vigil.writes()) == 1
    assert vigil.watcher.next(vigil.now) is None  # nothing left to look after


@pytest.mark.parametrize("after", [0, 3600], ids=["at once", "after an hour"])
def test_w13_a_note_is_written_as_soon_as_its_conditions_change(
    root: Path, disk: Refusing, after: float
) -> None:
    (root / "acme.md").write_bytes(note())
    vigil, look = Vigil(root, store=disk), Conditions()
    vigil.watcher.refusals.look = look
    vigil.start()
    vigil.rest(after + PAUSE)
    tries = len(disk.tries)
    vigil.rest(CHECK)
    assert len(disk.tries) == tries
    look.now, disk.reason = "otherwise", ""
    vigil.rest(SELDOM if after else CHECK)
    assert vigil.has_plan("acme.md")


def test_w14_many_notes_of_one_reason_are_told_as_one(root: Path, disk: Refusing) -> None:
    for number in range(5):
        (root / f"n{number}.md").write_bytes(note(f"Company {number}"))
    vigil = Vigil(root, store=disk).start()
    vigil.rest(900)
    assert vigil.said("left") == [f"not written, {FULL} (4 more notes likewise)"]


def test_a_note_of_its_own_change_is_tried_at_once_and_nothing_is_said_again(
    vigil: Vigil, disk: Refusing
) -> None:
    vigil.rest(400)
    tries = len(disk.tries)
    vigil.edit("acme.md", lambda data: data.replace(b"Dana Kim", b"Robin Lee"))
    vigil.rest(11)
    assert len(disk.tries) == tries + 1
    vigil.rest(PAUSE)
    assert len(disk.tries) == tries + 2  # its pauses begin anew
    assert len(vigil.said("left")) == 1


def test_a_note_that_wants_nothing_any_more_is_forgotten(vigil: Vigil, disk: Refusing) -> None:
    vigil.rest(20)
    vigil.save("acme.md", b"---\ncompany: Acme\nmdfollow: false\n---\n")
    vigil.rest(60)
    tries = len(disk.tries)
    vigil.rest(2000)
    assert len(disk.tries) == tries
    assert vigil.watcher.next(vigil.now) is None


def test_w04_a_note_held_open_is_written_once_it_is_let_go(root: Path) -> None:
    """Its program closes it without a change: no event brings it back, only the pause does."""
    vigil = Vigil(root)
    with open(vigil.put("acme.md", note()), "ab"):
        vigil.start()
        vigil.rest(PAUSE + 1)
        assert not vigil.has_plan("acme.md")
        assert vigil.said("left") == []
        vigil.rest(120)
        assert vigil.said("left") == ["not written, another program is writing it at this moment"]
    vigil.rest(160)
    assert vigil.has_plan("acme.md")


@pytest.mark.parametrize("kind", ["folder", "disk", "note", "lock"])
def test_w13_w14_conditions_tell_what_may_help(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    file = root / "acme.md"
    file.write_bytes(note())
    before = conditions(str(root), "acme.md", 100)
    assert before == conditions(str(root), "acme.md", 100)
    if kind == "folder":
        root.chmod(0o500)
    elif kind == "note":
        file.chmod(0o400)
    elif kind == "disk":
        real = os.statvfs(root)
        few = [*real[:4], (100 + ROOM) // real.f_frsize + 1, *real[5:]]
        monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result(few))
    else:
        (tmp_path / "file").write_bytes(b"")
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "file"))
    assert conditions(str(root), "acme.md", 100) != before


def test_conditions_of_what_is_not_there_are_conditions_too(root: Path) -> None:
    assert conditions(str(root), "no/such.md", 1).note is None
    assert conditions(str(root), "no/such.md", 1).folder is None


_ACTS = st.lists(
    st.tuples(
        st.sampled_from(["refuse", "let through", "hurry", "change"]),
        st.sampled_from("abc"),
        st.floats(0.1, 400),
    ),
    max_size=30,
)


@given(acts=_ACTS)
def test_none_is_forgotten_and_none_asks_without_end(acts: list[tuple[str, str, float]]) -> None:
    """Whatever happens: each refused note comes up within its pause, once each time."""
    look, now = Conditions(), 0.0
    refusals = Refusals(look)
    refused: set[str] = set()
    for act, path, seconds in acts:
        if act == "refuse":
            refusals.refuse(path, b"new", "why", now)
            refused.add(path)
        elif act == "let through":
            refusals.forget(path)
            refused.discard(path)
        elif act == "hurry":
            refusals.hurry(path)
        else:
            look.now = now
        due = set(refusals.due(now))
        assert due <= refused
        assert refusals.due(now) == []
        at = refusals.next()
        assert (at is None) == (not refused)
        assert at is None or now < at <= now + SELDOM
        now += seconds
    came: set[str] = set()
    for _ in range(int(LONGEST / CHECK) + 2):
        now += CHECK
        came |= set(refusals.due(now))
    assert came == refused


def test_a_crowd_is_looked_at_less_often() -> None:
    look = Conditions()
    refusals = Refusals(look)
    for number in range(MANY + 1):
        refusals.refuse(str(number), b"", "why", 0.0)
    looks = look.looks
    for second in range(1, 11):
        refusals.due(float(second))
    assert look.looks - looks <= 3 * (MANY + 1)


class Closed:
    """A folder that the system shows nobody, until it is opened."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.is_closed = folder, True
        for name in ("scandir", "open", "lstat"):
            patch.setattr(os, name, self._closing(getattr(os, name)))

    def _closing(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *args: Any, **options: Any) -> Any:
            within = str(path).startswith(f"{self.folder}/") or str(path) == str(self.folder)
            if self.is_closed and within and real is not os.lstat:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return real(path, *args, **options)

        return call

    def open(self) -> None:
        self.is_closed = False
        self.folder.chmod(0o700)


def test_f06_a_folder_closed_for_a_while_is_read_when_it_opens(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vigil = Vigil(root)
    for number in range(3):
        vigil.put(f"interviews/n{number}.md", note(f"Company {number}"))
    closed = Closed(root / "interviews", monkeypatch)
    vigil.start()
    vigil.rest(700)
    assert len(vigil.said("problem")) == 1
    closed.open()
    vigil.rest(60)
    assert all(vigil.has_plan(f"interviews/n{number}.md") for number in range(3))


@pytest.mark.parametrize("many", [0, 500], ids=["looked at one by one", "looked at by a walk"])
def test_f06_what_cannot_be_read_for_a_while_is_not_gone(
    root: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Nor do the plans of other notes change by it, and all are told of as one."""
    vigil = Vigil(root)
    monkeypatch.setattr("mdfollow.watch.watcher.MANY", 500 - many)
    for number in range(3):
        vigil.put(f"interviews/n{number}.md", note(f"Company {number}"))
    vigil.put("second.md", note("Company 1"))
    vigil.start()
    known = set(vigil.watcher.planning.notes)
    writes = len(vigil.writes())
    closed = Closed(root / "interviews", monkeypatch)
    for _ in range(3):
        vigil.hint(FolderTouched("interviews"))
        vigil.hint(Doubt("it is time"))
        for number in range(3):
            vigil.hint(Touched(f"interviews/n{number}.md"))
        vigil.rest(120)
    assert set(vigil.watcher.planning.notes) == known
    assert len(vigil.said("problem")) == 1
    closed.open()
    vigil.rest(120)
    assert len(vigil.writes()) == writes
