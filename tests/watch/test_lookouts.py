"""What the real lookouts see of a real disk; events are waited for, never slept for."""

import os
import queue
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mdfollow.settings import Settings
from mdfollow.watch import inotify
from mdfollow.watch.hints import (
    Doubt,
    Exhausted,
    FolderTouched,
    Hint,
    Moved,
    SettingsTouched,
    Touched,
    Unlocked,
)
from mdfollow.watch.inotify import InotifyLookout
from mdfollow.watch.lookout import Lookout, ObserverLookout
from mdfollow.watch.polling import PollingLookout

DEADLINE = 10.0
Hints = queue.SimpleQueue[Hint]


@contextmanager
def looking(lookout: Lookout) -> Iterator[None]:
    lookout.start()
    try:
        yield
    finally:
        lookout.stop()


def wait_for(hints: Hints, *wanted: Hint) -> list[Hint]:
    """Take hints until all the wanted ones have come; everything that came."""
    came: list[Hint] = []
    end = time.monotonic() + DEADLINE
    while not set(wanted) <= set(came):
        left = end - time.monotonic()
        assert left > 0, f"{set(wanted) - set(came)} never came, but {came}"
        came.append(hints.get(timeout=left))
    return came


@pytest.fixture
def hints() -> Hints:
    return queue.SimpleQueue()


KINDS: dict[str, Callable[[str, Callable[[Hint], None]], Lookout]] = {
    "inotify": lambda root, tell: InotifyLookout(root, Settings, tell),
    "observer": ObserverLookout,
}


@pytest.fixture(params=list(KINDS))
def lookout(request: pytest.FixtureRequest, root: Path, hints: Hints) -> Lookout:
    return KINDS[request.param](str(root), hints.put)


def like_vim(file: Path) -> None:
    file.rename(f"{file}~")
    file.write_bytes(b"new")


def by_replace(file: Path) -> None:
    fresh = file.with_name("sedXXXX")
    fresh.write_bytes(b"new")
    fresh.rename(file)


@pytest.mark.parametrize(
    "save",
    [lambda file: file.write_bytes(b"new"), by_replace, like_vim, lambda file: file.unlink()],
    ids=["in place", "replace", "like vim", "removed"],
)
def test_e08_every_way_to_save_touches_the_note(
    root: Path, lookout: Lookout, hints: Hints, save: Callable[[Path], object]
) -> None:
    (root / "in").mkdir()
    file = root / "in" / "acme.md"
    file.write_bytes(b"old")
    with looking(lookout):
        assert lookout.is_well()
        save(file)
        wait_for(hints, Touched("in/acme.md"))


def test_e05_settings_and_locks_are_told(root: Path, lookout: Lookout, hints: Hints) -> None:
    lock = root / ".#acme.md"
    lock.symlink_to("me@host.1")
    with looking(lookout):
        lock.unlink()
        wait_for(hints, Unlocked("acme.md"))
        (root / "mdfollow.toml").write_text("first_wait = 9\n")
        wait_for(hints, SettingsTouched())


def test_a_rename_is_told_as_one(root: Path, lookout: Lookout, hints: Hints) -> None:
    (root / "acme.md").write_bytes(b"x")
    (root / "in").mkdir()
    with looking(lookout):
        (root / "acme.md").rename(root / "in" / "new.md")
        wait_for(hints, Moved("acme.md", "in/new.md"))


def test_what_syncthing_moves_in_has_arrived(root: Path, lookout: Lookout, hints: Hints) -> None:
    with looking(lookout):
        (root / ".syncthing.acme.md.tmp").write_bytes(b"x")
        (root / ".syncthing.acme.md.tmp").rename(root / "acme.md")
        wait_for(hints, Touched("acme.md", arrived=True))


def test_a08_new_folders_are_watched_at_once(root: Path, hints: Hints) -> None:
    lookout = InotifyLookout(str(root), Settings, hints.put)
    with looking(lookout):
        for number in range(150):
            folder = root / f"a{number}" / "b" / "c"
            folder.mkdir(parents=True)
            (folder / "acme.md").write_bytes(b"x")
        wait_for(hints, *(FolderTouched(f"a{number}") for number in range(150)))
        wait_for_watches(lookout, 1 + 3 * 150)
        for number in range(150):
            (root / f"a{number}" / "b" / "c" / "acme.md").write_bytes(b"y")
        wait_for(hints, *(Touched(f"a{number}/b/c/acme.md") for number in range(150)))


def wait_for_watches(lookout: InotifyLookout, number: int) -> None:
    end = time.monotonic() + DEADLINE
    while len(lookout) != number:
        assert time.monotonic() < end, f"{len(lookout)} folders watched instead of {number}"
        time.sleep(0.01)


def test_a08_a_tree_that_moves_is_followed_and_one_that_goes_is_forgotten(
    root: Path, tmp_path: Path, hints: Hints
) -> None:
    (root / "a" / "b").mkdir(parents=True)
    lookout = InotifyLookout(str(root), Settings, hints.put)
    with looking(lookout):
        assert len(lookout) == 3
        (root / "a").rename(root / "z")
        wait_for(hints, FolderTouched("a"), FolderTouched("z"))
        wait_for_watches(lookout, 3)
        (root / "z" / "b" / "acme.md").write_bytes(b"x")
        wait_for(hints, Touched("z/b/acme.md"))
        (root / "z").rename(tmp_path / "outside")
        wait_for(hints, FolderTouched("z"))
        wait_for_watches(lookout, 1)
        shutil.copytree(tmp_path / "outside", root / "back")
        wait_for(hints, FolderTouched("back"))
        wait_for_watches(lookout, 3)


def test_folders_that_are_not_walked_are_not_watched(root: Path, hints: Hints) -> None:
    for name in (".git/objects/aa", ".obsidian/plugins", "node_modules/x", "notes"):
        (root / name).mkdir(parents=True)
    lookout = InotifyLookout(str(root), Settings, hints.put)
    with looking(lookout):
        assert len(lookout) == 2
        (root / ".git" / "objects" / "bb").mkdir()
        (root / "node_modules" / "acme.md").write_bytes(b"x")
        (root / "notes" / "acme.md").write_bytes(b"x")
        came = wait_for(hints, Touched("notes/acme.md"))
        assert set(came) == {Touched("notes/acme.md")}
        assert len(lookout) == 2


@pytest.mark.parametrize(
    "name", ["a\nb.md", "-rf.md", "\u202eabc.md", "\udcff.md", "n" * 252 + ".md"]
)
def test_f04_odd_names_are_told_as_they_are(
    root: Path, lookout: Lookout, hints: Hints, name: str
) -> None:
    with looking(lookout):
        Path(root, name).write_bytes(b"x")
        wait_for(hints, Touched(name))


def test_a_folder_missed_by_events_is_found_by_a_refresh(
    root: Path, hints: Hints, monkeypatch: pytest.MonkeyPatch
) -> None:
    lookout = InotifyLookout(str(root), Settings, hints.put)
    with looking(lookout):
        monkeypatch.setattr(lookout, "_folder_hints", lambda path, event: [])
        (root / "new").mkdir()
        (root / "acme.md").write_bytes(b"x")
        wait_for(hints, Touched("acme.md"))
        assert len(lookout) == 1
        lookout.refresh()
        assert len(lookout) == 2


def test_a02_no_more_watches_for_a_new_folder(
    root: Path, hints: Hints, monkeypatch: pytest.MonkeyPatch
) -> None:
    lookout = InotifyLookout(str(root), Settings, hints.put)
    with looking(lookout):

        def full(path: str) -> None:
            raise OSError(28, "inotify watch limit reached")

        monkeypatch.setattr(lookout, "_add_tree", full)
        (root / "new").mkdir()
        wait_for(hints, Exhausted("inotify watch limit reached"), FolderTouched("new"))


def test_a05_the_vault_taken_away_is_a_doubt(root: Path, hints: Hints) -> None:
    lookout = InotifyLookout(str(root), Settings, hints.put)
    with looking(lookout):
        root.rename(root.with_name("elsewhere"))
        wait_for(hints, Doubt(inotify.GONE))


def test_a06_a_hint_that_cannot_be_told_becomes_a_doubt(root: Path, hints: Hints) -> None:
    left = ["once"]

    def tell(hint: Hint) -> None:
        if left:
            left.pop()
            raise MemoryError
        hints.put(hint)

    for lookout in (InotifyLookout(str(root), Settings, tell), ObserverLookout(str(root), tell)):
        left[:] = ["once"]
        with looking(lookout):
            (root / "acme.md").write_bytes(b"x")
            wait_for(hints, Doubt("a hint could not be passed on"))
            (root / "globex.md").write_bytes(b"x")
            wait_for(hints, Touched("globex.md"))
            assert lookout.is_well()


def test_a06_when_nothing_can_be_told_at_all_it_is_not_well(root: Path, hints: Hints) -> None:
    def tell(hint: Hint) -> None:
        hints.put(hint)
        raise MemoryError

    lookout = InotifyLookout(str(root), Settings, tell)
    with looking(lookout):
        (root / "acme.md").write_bytes(b"x")
        end = time.monotonic() + DEADLINE
        while lookout.is_well():
            assert time.monotonic() < end
            time.sleep(0.01)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a07_a_thread_that_died_is_noticed(
    root: Path, hints: Hints, monkeypatch: pytest.MonkeyPatch
) -> None:
    from watchdog.observers.inotify_c import InotifyFD

    lookout = InotifyLookout(str(root), Settings, hints.put)
    with looking(lookout):
        assert lookout.is_well()

        def broken(self: object, **_: object) -> None:
            raise RuntimeError("broken")

        monkeypatch.setattr(InotifyFD, "read_events", broken)
        (root / "acme.md").write_bytes(b"x")
        end = time.monotonic() + DEADLINE
        while lookout.is_well():
            assert time.monotonic() < end
            time.sleep(0.01)


def test_a07_a_closed_file_is_noticed_and_ends_the_thread(root: Path, hints: Hints) -> None:
    """Its thread would live on, busy with nothing."""
    lookout = InotifyLookout(str(root), Settings, hints.put)
    lookout.start()
    assert lookout.is_well()
    fd = lookout._fd
    assert fd is not None
    os.close(fd._inotify_fd)
    assert not lookout.is_well()
    lookout.stop()
    assert not fd.is_alive()


def test_f06_a_folder_whose_rights_change_is_looked_at(root: Path, hints: Hints) -> None:
    (root / "notes").mkdir()
    (root / "acme.md").write_bytes(b"x")
    with looking(InotifyLookout(str(root), Settings, hints.put)):
        (root / "acme.md").chmod(0o600)  # the note's own rights are looked at while it is refused
        root.chmod(0o700)
        (root / "notes").chmod(0o700)
        assert hints.get(timeout=DEADLINE) == FolderTouched("notes")


def test_a16_polling_tells_what_changed_what_came_and_what_went(root: Path, hints: Hints) -> None:
    for name in ("kept.md", "changed.md", "gone.md"):
        (root / name).write_bytes(b"x")
    lookout = PollingLookout(str(root), Settings, hints.put)
    with looking(lookout):
        lookout.poll()
        assert hints.empty()
        stat = os.stat(root / "changed.md")
        (root / "changed.md").write_bytes(b"y")
        os.utime(root / "changed.md", ns=(stat.st_atime_ns, stat.st_mtime_ns))
        (root / "gone.md").unlink()
        (root / "in").mkdir()
        (root / "in" / "new.org").write_bytes(b"x")
        (root / "mdfollow.toml").write_bytes(b"")
        lookout.poll()
        came = [hints.get_nowait() for _ in range(4)]
        assert set(came) == {
            Touched("changed.md"),
            Touched("gone.md"),
            Touched("in/new.org"),
            SettingsTouched(),
        }
        assert hints.empty()


def test_a16_polling_takes_its_time_where_a_look_is_slow(root: Path, hints: Hints) -> None:
    moments = iter([0.0, 0.5, 10.0, 10.01])
    lookout = PollingLookout(str(root), Settings, hints.put, clock=lambda: next(moments))
    lookout.start()
    assert lookout.period == pytest.approx(10.0)
    lookout.poll()
    assert lookout.period == 5.0


@pytest.mark.parametrize("name", ["InotifyFD", "InotifyConstants", "Mask", "CallbackId"])
def test_without_any_one_private_name_the_public_observer_takes_over(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The layer is not in watchdog's manual: any of its names may be gone in the next release."""
    from types import SimpleNamespace
    from typing import cast

    from mdfollow.commands import wiring
    from mdfollow.watch.watcher import Watcher

    watcher = cast("Watcher", SimpleNamespace(root=str(root)))
    assert isinstance(wiring.events(watcher, queue.SimpleQueue()), InotifyLookout)
    monkeypatch.delattr(f"watchdog.observers.inotify_c.{name}")
    assert isinstance(wiring.events(watcher, queue.SimpleQueue()), ObserverLookout)
