"""The fault catalogue as far as it needs a watch but no second process (safety.md 9)."""

import os
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.store import DiskStore
from mdfollow.watch.ending import Ended
from mdfollow.watch.hints import Doubt, FolderTouched, Touched, Unlocked, file_hint
from tests.watch.vigil import Vigil, note, without_plan


def unsaved(file: Path) -> Path:
    """Lay an Emacs lock of this living process beside a note."""
    lock = file.with_name(".#" + file.name)
    lock.symlink_to(f"me@{os.uname().nodename}.{os.getpid()}")
    return lock


def test_a09_our_own_write_is_known_by_its_bytes_and_nothing_follows(vigil: Vigil) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    vigil.edit("acme.md", lambda data: data.replace(b"format", b"decision: 2026-11-20\nformat", 1))
    vigil.rest(3)
    times = _times(vigil.root / "acme.md")
    for _ in range(5):
        vigil.hint(Touched("acme.md"))
    assert vigil.watcher.next(vigil.now) is None
    vigil.rest(10)
    assert _times(vigil.root / "acme.md") == times
    assert len(vigil.writes()) == 2


def _times(file: Path) -> tuple[int, int, int]:
    stat = file.stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns


def test_a09_her_save_right_after_our_write_is_not_taken_for_ours(vigil: Vigil) -> None:
    class Quick(DiskStore):
        def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
            outcome = super().replace(snapshot, new)
            if outcome.verdict is Verdict.WRITTEN and not saved:
                saved.append(new)
                changed = new.replace(b"format", b"decision: 2026-11-20\nformat", 1)
                vigil.put("acme.md", changed)
            return outcome

    saved: list[bytes] = []
    vigil = Vigil(vigil.root, store=Quick(str(vigil.root)))
    vigil.put("acme.md", note())
    vigil.start()
    vigil.rest(5)
    assert len(vigil.writes()) == 2
    assert b"2026-11-23" in vigil.read("acme.md")


def test_a10_lines_deleted_by_another_program_stay_deleted(vigil: Vigil) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    kept = b"".join(
        line for line in vigil.read("acme.md").splitlines(keepends=True) if b"- [ ]" not in line
    )
    for _ in range(6):
        vigil.save("acme.md", kept)
        vigil.rest(5)
    assert b"- [ ]" not in vigil.read("acme.md")


def test_a10_the_guard_stops_a_war_with_another_program_and_says_so_once(vigil: Vigil) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    before = vigil.read("acme.md")
    moved = before.replace(b"format", b"decision: 2026-11-20\nformat", 1)
    for _ in range(8):
        vigil.save("acme.md", moved)
        vigil.rest(5)
    assert len(vigil.writes()) == 1 + 3
    assert vigil.read("acme.md") == moved
    assert len(vigil.said("left")) == 1
    vigil.save("acme.md", moved + b"a word of hers\n")
    vigil.rest(5)
    assert len(vigil.writes()) == 1 + 3 + 1


def test_a10_a_program_that_always_drops_the_block_is_not_fought_for_ever(vigil: Vigil) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    for _ in range(8):
        vigil.save("acme.md", without_plan(vigil.read("acme.md")))
        vigil.rest(65)
    assert len(vigil.writes()) <= 4
    assert len(vigil.said("left")) == 1


def test_a11_an_edit_during_the_start_up_scan_is_handled(
    vigil: Vigil, monkeypatch: pytest.MonkeyPatch
) -> None:
    vigil.put("acme.md", note())
    session = vigil.watcher.session
    plan = session.reports
    edited = note(more="decision: 2026-11-20\n")

    def meddled(*args: object) -> object:
        if not vigil.lines and vigil.read("acme.md") == note():
            vigil.put("acme.md", edited)
        return plan(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(session, "reports", meddled)
    vigil.start()
    vigil.hint(Touched("acme.md"))
    vigil.rest(15)
    assert b"2026-11-23" in vigil.read("acme.md")
    assert len(vigil.writes()) == 1


def test_a12_typing_without_a_pause_gets_one_write_at_the_cap_and_one_at_rest(
    vigil: Vigil,
) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    began = vigil.now
    moments: list[float] = []
    for tick in range(80):
        day = f"decision: 2026-11-{13 + tick % 15}\n"
        vigil.edit("acme.md", lambda data, day=day: _decided(data, day))  # type: ignore[misc]
        vigil.rest(0.5)
        if len(vigil.writes()) > 1 + len(moments):
            moments.append(vigil.now - began)
    vigil.rest(10)
    assert len(vigil.writes()) - 1 <= 2
    assert moments
    assert 29.9 <= moments[0] <= 30.6


def _decided(data: bytes, day: str) -> bytes:
    lines = [each for each in data.splitlines(keepends=True) if not each.startswith(b"decision:")]
    return b"".join((lines[0], day.encode(), *lines[1:]))


def test_a13_an_edit_of_the_same_size_and_time_is_found_by_a_rescan(vigil: Vigil) -> None:
    file = vigil.put("acme.md", note(more="decision: 2026-11-20\n"))
    vigil.start()
    stat = file.stat()
    file.write_bytes(file.read_bytes().replace(b"decision: 2026-11-20", b"decision: 2026-11-18"))
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert file.stat().st_size == stat.st_size
    vigil.hint(Doubt("it is time"))
    vigil.rest(20)
    assert b"2026-11-23" in file.read_bytes()


@pytest.mark.parametrize("jump", [86_400.0, -86_400.0, 3_600.0, -3_600.0])
def test_a14_a_jump_of_the_wall_clock_changes_no_wait(vigil: Vigil, jump: float) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    vigil.edit("acme.md", lambda data: data.replace(b"format", b"decision: 2026-11-20\nformat", 1))
    vigil._began += jump
    vigil.rest(1.9)
    assert len(vigil.writes()) == 1
    vigil.rest(0.2)
    assert len(vigil.writes()) == 2


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Kolkata"])
@pytest.mark.parametrize("day", ["2026-03-08", "2026-11-01", "2028-02-29", "2026-12-31"])
def test_a14_midnight_changes_no_note(
    vigil: Vigil, zone: str, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        vigil.today = date.fromisoformat(day)
        near = (vigil.today - timedelta(2)).isoformat().encode()
        vigil.put("acme.md", note().replace(b"2026-11-10", near))
        vigil.start()
        written = vigil.read("acme.md")
        for _ in range(3):
            vigil.today += timedelta(1)
            vigil.hint(Doubt("midnight"))
            vigil.rest(400)
        assert vigil.read("acme.md") == written
        assert len(vigil.writes()) == 1
    finally:
        monkeypatch.undo()
        time.tzset()


def test_e05_a_note_is_written_soon_after_her_editor_lets_go(vigil: Vigil) -> None:
    file = vigil.put("acme.md", note())
    lock = unsaved(file)
    vigil.start()
    vigil.rest(120)
    assert vigil.read("acme.md") == note()
    assert set(vigil.said("waiting")) == {"open in Emacs with unsaved changes"}
    lock.unlink()
    vigil.rest(2.9)
    assert vigil.has_plan("acme.md")


def test_e05_at_once_when_the_lock_is_seen_to_go(vigil: Vigil) -> None:
    lock = unsaved(vigil.put("acme.md", note()))
    vigil.start()
    vigil.rest(20.5)
    lock.unlink()
    vigil.hint(Unlocked("acme.md"))
    vigil.rest(0.5)
    assert vigil.has_plan("acme.md")


def test_e05_waiting_for_one_note_keeps_no_other_waiting(vigil: Vigil) -> None:
    unsaved(vigil.put("acme.md", note()))
    vigil.start()
    vigil.save("globex.md", note("Globex"))
    vigil.rest(11)
    assert vigil.has_plan("globex.md")
    assert not vigil.has_plan("acme.md")


def test_e05_nano_keeps_its_mark_after_a_save_and_is_not_waited_for(vigil: Vigil) -> None:
    file = vigil.put("acme.md", note())
    block = bytearray(1024)
    block[:2], block[2:11], block[1007] = b"b0", b"nano 7.2\0", 0x55
    block[24:28] = os.getpid().to_bytes(4, "little")
    lock = file.with_name(".acme.md.swp")
    lock.write_bytes(block)
    os.utime(lock, (vigil.wall() - 5, vigil.wall() - 5))
    vigil.start()
    assert vigil.has_plan("acme.md")
    os.utime(lock, (vigil.wall() + 5, vigil.wall() + 5))
    vigil.edit("acme.md", lambda data: data.replace(b"format", b"decision: 2026-11-20\nformat", 1))
    vigil.rest(30)
    assert set(vigil.said("waiting")) == {"open in nano with unsaved changes"}


@pytest.mark.parametrize("half", [0, 1, 40, 90, 130])
def test_e09_half_a_save_is_neither_written_to_nor_taken_for_her_will(
    vigil: Vigil, half: int
) -> None:
    vigil.put("first.md", note())
    vigil.put("second.md", note().replace(b"2026-11-10", b"2026-11-17"))
    vigil.start()
    first, second = vigil.read("first.md"), vigil.read("second.md")
    vigil.save("second.md", second[:half])
    vigil.rest(1)
    vigil.save("second.md", second)
    vigil.rest(10)
    assert vigil.read("second.md") == second
    assert vigil.read("first.md") == first
    assert len(vigil.writes()) == 2


def test_e09_a_note_that_is_away_for_a_moment_changes_nothing_elsewhere(vigil: Vigil) -> None:
    vigil.put("first.md", note())
    file = vigil.put("second.md", note().replace(b"2026-11-10", b"2026-11-17"))
    vigil.start()
    first, second = vigil.read("first.md"), vigil.read("second.md")
    file.unlink()
    vigil.hint(Touched("second.md"))
    vigil.rest(2.5)
    vigil.save("second.md", second)
    vigil.rest(20)
    assert (vigil.read("first.md"), vigil.read("second.md")) == (first, second)


def test_a_note_that_is_really_gone_re_plans_its_application(vigil: Vigil) -> None:
    vigil.put("first.md", note())
    vigil.start()
    alone = vigil.read("first.md")
    file = vigil.put("second.md", note().replace(b"2026-11-10", b"2026-11-17"))
    vigil.hint(Touched("second.md"))
    vigil.rest(20)
    assert vigil.read("first.md") != alone
    file.unlink()
    vigil.hint(Touched("second.md"))
    vigil.rest(20)
    assert vigil.read("first.md").count(b"- [ ]") == alone.count(b"- [ ]")
    assert not file.exists()


@pytest.mark.parametrize(
    "name",
    ["note.md~", "4913", "#note.md#", ".note.md.swp", ".#note.md", "tmpXXXX", "sedXXXX", ".a.md"],
)
def test_e10_backups_and_probes_are_no_notes(vigil: Vigil, name: str) -> None:
    assert not isinstance(file_hint("", name), Touched)
    vigil.start()
    vigil.save(name, note())
    assert vigil.watcher.next(vigil.now) is None


@pytest.mark.parametrize(
    ("name", "note_name"),
    [(".#a.md", "a.md"), (".a.md.swp", "a.md"), (".a.md.swo", "a.md"), (".b c.org.swl", "b c.org")],
)
def test_e05_the_names_of_locks_tell_their_note(name: str, note_name: str) -> None:
    assert file_hint("in", name, gone=True) == Unlocked(f"in/{note_name}")
    assert file_hint("in", name) is None


def test_f03_a_note_renamed_while_it_is_planned_is_not_recreated(vigil: Vigil) -> None:
    vigil.start()
    vigil.save("acme.md", note())
    vigil.rest(9)
    (vigil.root / "acme.md").rename(vigil.root / "new.md")
    vigil.hint(Touched("new.md"))
    vigil.rest(30)
    assert sorted(file.name for file in vigil.root.iterdir()) == ["new.md"]
    assert vigil.has_plan("new.md")


def test_a08_a_tree_that_comes_or_goes_is_looked_through(vigil: Vigil) -> None:
    vigil.start()
    for number in range(30):
        vigil.put(f"a/b{number}/acme.md", note(f"Company {number}"))
    vigil.hint(FolderTouched("a"))
    vigil.rest(15)
    assert all(vigil.has_plan(f"a/b{number}/acme.md") for number in range(30))
    assert len(vigil.said("undo")) == 1
    (vigil.root / "a").rename(vigil.root / "z")
    vigil.hint(FolderTouched("a"))
    vigil.hint(FolderTouched("z"))
    vigil.rest(60)
    assert len(vigil.writes()) == 30
    assert vigil.said("problem") == []
    assert len(vigil.watcher.planning.notes) == 30


def test_s04_conflict_copies_are_never_written(vigil: Vigil) -> None:
    names = (
        "acme.sync-conflict-20261112-101112-ABCDEFG.md",
        "acme (conflicted copy 2026-11-12).md",
        "acme.mdfollow-rescued-20261112-101112.md",
    )
    for name in names:
        vigil.put(name, note())
    vigil.start()
    for name in names:
        vigil.hint(Touched(name))
    vigil.rest(30)
    assert all(vigil.read(name) == note() for name in names)
    assert vigil.lines == []


def test_s02_conflict_markers_stop_a_note_and_say_why(vigil: Vigil) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    marks = b"\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other\n"
    vigil.edit("acme.md", lambda data: without_plan(data) + marks)
    data = vigil.read("acme.md")
    vigil.rest(200)
    assert vigil.read("acme.md") == data
    assert any("merge conflict" in each for each in vigil.said("problem"))


def test_what_the_store_refuses_is_said_once_and_tried_again_after_a_rescan(vigil: Vigil) -> None:
    file = vigil.put("acme.md", note())
    twin = vigil.root / "twin"
    os.link(file, twin)
    vigil.start()
    for _ in range(3):
        vigil.save("globex.md", note("Globex", body=str(random.random())))
        vigil.rest(15)
    assert len(vigil.said("left")) == 1
    twin.unlink()
    vigil.hint(Doubt("it is time"))
    vigil.rest(1)
    assert vigil.has_plan("acme.md")


def test_a15_a_stop_is_heeded_between_two_notes(vigil: Vigil) -> None:
    for number in range(5):
        vigil.put(f"n{number}.md", note(f"Company {number}"))

    def stop_after_two() -> None:
        if len(vigil.writes()) == 2:
            raise Ended

    vigil.between = stop_after_two
    with pytest.raises(Ended):
        vigil.start()
    assert len(vigil.writes()) == 2
    assert not list(vigil.root.glob(".mdfollow-*"))


def test_an_old_file_put_there_by_a_sync_program_waits_for_this_machines_turn(
    vigil: Vigil,
) -> None:
    vigil.start()
    vigil.save("acme.md", note(), age=60)
    vigil.rest(17.9)
    assert not vigil.has_plan("acme.md")
    vigil.rest(0.2)
    assert vigil.has_plan("acme.md")


def test_a_note_moved_in_by_syncthing_waits_as_well_however_fresh(vigil: Vigil) -> None:
    vigil.start()
    vigil.put("acme.md", note())
    hint = file_hint("", "acme.md", source=".syncthing.acme.md.tmp")
    assert hint == Touched("acme.md", arrived=True)
    vigil.hint(hint)
    vigil.rest(17.9)
    assert not vigil.has_plan("acme.md")
    vigil.rest(0.2)
    assert vigil.has_plan("acme.md")
