"""Saves that come between our reading and our writing: hers stands, ours waits (safety.md 9, W)."""

import errno
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mdfollow.vault.outcome import Snapshot, Verdict
from mdfollow.vault.store import DiskStore
from mdfollow.vault.system import Lease, System, has_lease

OURS = b"\n## Follow-up plan\n\n- [ ] Thank Dana Kim\n"
HERS = b"a line she added\n"
EVERY = ["all", "no exchange", "no lease", "neither"]
WITH_EXCHANGE = ["all", "no lease"]

Lacking = Callable[[str], System]
Meddle = Callable[..., System]
Names = Callable[[], list[str]]
Files = Callable[[], list[Path]]


def snapshot(store: DiskStore, path: str = "acme.md") -> Snapshot:
    found = store.read(path)
    assert isinstance(found, Snapshot)
    return found


@pytest.mark.parametrize("what", EVERY)
def test_w01_a_line_added_after_we_read(
    root: str, note: Path, lacking: Lacking, what: str, temporaries: Names
) -> None:
    store = DiskStore(root, lacking(what))
    old = snapshot(store)
    with note.open("ab") as out:
        out.write(HERS)
    assert store.replace(old, old.data + OURS).verdict is Verdict.CHANGED
    again = snapshot(store)
    assert again.data == old.data + HERS
    assert store.replace(again, again.data + OURS).verdict is Verdict.WRITTEN
    assert note.read_bytes() == old.data + HERS + OURS
    assert temporaries() == []


@pytest.mark.parametrize("what", EVERY)
def test_w02_a_new_file_takes_the_name_right_before_the_exchange(
    root: str, note: Path, lacking: Lacking, meddle: Meddle, what: str, temporaries: Names
) -> None:
    hers = note.with_name("sedXXXX")
    hers.write_bytes(note.read_bytes() + HERS)
    inode = hers.stat().st_ino
    system = meddle("exchange", lambda: os.replace(hers, note), system=lacking(what))
    store = DiskStore(root, system)
    old = snapshot(store)
    outcome = store.replace(old, old.data + OURS)
    assert outcome.verdict is Verdict.CHANGED
    assert outcome.rescued == ""
    assert note.read_bytes() == old.data + HERS
    assert note.stat().st_ino == inode
    assert temporaries() == []


@pytest.mark.parametrize("what", EVERY)
def test_w03_a_save_in_place_that_begins_during_the_exchange(
    root: str, note: Path, lacking: Lacking, meddle: Meddle, what: str, rescued: Files
) -> None:
    """With a lease her program waits a moment in `open`; without, we see what it wrote."""
    hers = note.read_bytes().replace(b"her words", b"her other words")
    opened = threading.Event()

    def save() -> None:
        fd = os.open(note, os.O_WRONLY)
        opened.set()
        os.write(fd, hers)
        os.close(fd)

    thread, system = threading.Thread(target=save), lacking(what)
    leased = watch_leases(system)

    def begin() -> None:
        thread.start()
        until(lambda: opened.is_set() or (bool(leased) and not has_lease(leased[0])))

    call = "rename" if "exchange" in what or what == "neither" else "exchange"
    acts = [lambda: None, begin] if call == "rename" else [begin]
    store = DiskStore(root, meddle(call, *acts, system=system))
    old = snapshot(store)
    outcome = store.replace(old, old.data + OURS)
    thread.join()
    assert outcome.verdict is Verdict.CHANGED
    if call == "exchange":
        assert note.read_bytes() == hers
        assert rescued() == []
    else:
        assert note.read_bytes() == old.data + OURS
        assert [file.read_bytes() for file in rescued()] == [hers]
        assert rescued()[0].stat().st_mode & 0o177 == 0
        assert outcome.rescued == rescued()[0].name


def watch_leases(system: System) -> list[int]:
    """Collect the files on which `system` holds leases."""
    take, leased = system.take_lease, list[int]()

    def watched(fd: int) -> Lease:
        lease = take(fd)
        leased.extend([fd] if lease is Lease.HELD else [])
        return lease

    system.take_lease = watched
    return leased


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.0005)


def test_w04_a_program_holds_the_note_open(root: str, note: Path, temporaries: Names) -> None:
    store = DiskStore(root)
    with note.open("ab") as out:
        old = snapshot(store)
        outcome = store.replace(old, old.data + OURS)
        assert outcome.verdict is Verdict.BUSY
        assert outcome.reason == "another program is writing it at this moment"
        out.write(HERS)
    assert note.read_bytes() == old.data + HERS
    assert temporaries() == []


@pytest.mark.parametrize("what", WITH_EXCHANGE)
def test_w05_two_saves_at_once(
    root: str, note: Path, lacking: Lacking, meddle: Meddle, what: str, rescued: Files
) -> None:
    first, second = (note.with_name(name) for name in ("first", "second"))
    first.write_bytes(b"the first save\n")
    second.write_bytes(b"the second save\n")
    acts = [lambda: os.replace(first, note), lambda: os.replace(second, note)]
    store = DiskStore(root, meddle("exchange", *acts, system=lacking(what)))
    old = snapshot(store)
    outcome = store.replace(old, old.data + OURS)
    assert outcome.verdict is Verdict.CHANGED
    assert note.read_bytes() == b"the second save\n"
    assert [file.read_bytes() for file in rescued()] == [b"the first save\n"]
    assert outcome.rescued == rescued()[0].name
    assert outcome.rescued in outcome.reason


def test_w05_a_note_deleted_between_the_two_exchanges(
    root: str, note: Path, meddle: Meddle, rescued: Files, temporaries: Names
) -> None:
    hers = note.with_name("sedXXXX")
    hers.write_bytes(HERS)
    acts = [lambda: os.replace(hers, note), note.unlink]
    store = DiskStore(root, meddle("exchange", *acts, system=System()))
    old = snapshot(store)
    assert store.replace(old, old.data + OURS).verdict is Verdict.CHANGED
    assert not note.exists()
    assert [file.read_bytes() for file in rescued()] == [HERS]
    assert temporaries() == []


def test_w18_a_folder_becomes_a_link_out_of_the_vault(root: str, tmp_path: Path) -> None:
    folder, outside = Path(root, "jobs"), tmp_path / "outside"
    folder.mkdir()
    (folder / "acme.md").write_bytes(b"note\n")
    store = DiskStore(root)
    old = snapshot(store, "jobs/acme.md")
    folder.rename(outside)
    folder.symlink_to(outside)
    outcome = store.replace(old, old.data + OURS)
    assert outcome.verdict is Verdict.SKIPPED
    assert (outside / "acme.md").read_bytes() == b"note\n"
    assert os.listdir(outside) == ["acme.md"]


def test_w25_the_end_of_a_lease_does_not_end_the_process(
    root: str, note: Path, meddle: Meddle, child: Callable[[Callable[[], None]], None]
) -> None:
    def act() -> None:
        thread = threading.Thread(target=lambda: os.close(os.open(note, os.O_WRONLY)))
        system = System()
        leased = watch_leases(system)

        def begin() -> None:
            thread.start()
            until(lambda: not has_lease(leased[0]))

        store = DiskStore(root, meddle("exchange", begin, system=system))
        old = snapshot(store)
        assert store.replace(old, old.data + OURS).verdict is Verdict.CHANGED
        thread.join()

    child(act)
    assert b"her words" in note.read_bytes()


@pytest.mark.parametrize("is_back", [True, False])
def test_f02_a_note_that_is_away_during_the_checks_is_not_called_read_only(
    root: str, note: Path, meddle: Meddle, *, is_back: bool
) -> None:
    """As vim does it: the old file renamed, the new one written a moment later."""
    backup = note.with_name("acme.md~")

    def come_back() -> None:
        if is_back:
            note.write_bytes(backup.read_bytes() + HERS)

    system = meddle("access", lambda: os.rename(note, backup), system=System())
    system = meddle("lstat", come_back, system=system)
    store = DiskStore(root, system)
    old = snapshot(store)
    assert store.replace(old, old.data + OURS).verdict is Verdict.CHANGED
    assert note.exists() is is_back


CALLS = ["open", "fsync", "take_lease", "exchange", "lstat", "unlink"]


@pytest.mark.parametrize("call", CALLS)
def test_f02_a_note_that_vanishes_at_each_step(
    root: str, note: Path, meddle: Meddle, call: str, temporaries: Names
) -> None:
    store = DiskStore(root)
    old = snapshot(store)
    store = DiskStore(root, meddle(call, lambda: note.unlink(), system=System()))
    outcome = store.replace(old, old.data + OURS)
    assert outcome.verdict in {Verdict.CHANGED, Verdict.WRITTEN}
    assert not note.exists()
    assert temporaries() == []


@pytest.mark.parametrize("call", CALLS[:-2])
def test_f03_a_note_renamed_while_it_is_planned(
    root: str, note: Path, meddle: Meddle, call: str, temporaries: Names
) -> None:
    store = DiskStore(root)
    old = snapshot(store)
    other = note.with_name("acme corp.md")
    store = DiskStore(root, meddle(call, lambda: os.rename(note, other), system=System()))
    outcome = store.replace(old, old.data + OURS)
    assert outcome.verdict is Verdict.CHANGED
    assert not note.exists()
    assert other.read_bytes() == old.data
    assert temporaries() == []
    again = snapshot(DiskStore(root), "acme corp.md")
    assert DiskStore(root).replace(again, again.data + OURS).verdict is Verdict.WRITTEN


def test_w06_where_the_kernel_watches_nobody_waits_to_see(
    root: str, note: Path, meddle: Meddle
) -> None:
    """With a lease held the displaced file needs no watching of ours."""

    def slept() -> None:
        raise AssertionError("it waited")

    store = DiskStore(root, meddle("sleep", slept, system=System()))
    found = store.read("acme.md")
    assert isinstance(found, Snapshot)
    assert store.replace(found, found.data + b"ours\n").verdict is Verdict.WRITTEN


def test_w08_what_somebody_still_writes_into_is_kept(root: str, note: Path, rescued: Files) -> None:
    """Its bytes are those that were read, but nobody knows what comes next."""
    system, leases = System(), iter([Lease.NONE])
    system.take_lease = lambda fd: next(leases, Lease.BUSY)
    system.sleep = lambda seconds: None
    old = snapshot(DiskStore(root))
    outcome = DiskStore(root, system).replace(old, old.data + OURS)
    (kept,) = rescued()
    assert (kept.read_bytes(), outcome.rescued) == (old.data, kept.name)


def test_w08_a_word_written_into_the_old_file_is_kept_though_a_look_at_it_fails(
    root: str, note: Path, lacking: Lacking, meddle: Meddle, rescued: Files
) -> None:
    """Where names cannot be exchanged: what cannot be seen to stay as it was is looked at again."""
    old, begun = snapshot(DiskStore(root)), note.open("ab")
    system = lacking("neither")

    def write_on() -> None:
        with begun:
            begun.write(HERS)

    def fail() -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    meddle("rename", lambda: None, write_on, after=True, system=system)
    meddle("sleep", fail, system=system)
    outcome = DiskStore(root, system).replace(old, old.data + OURS)
    (kept,) = rescued()
    assert (outcome.verdict, kept.read_bytes()) == (Verdict.CHANGED, old.data + HERS)
