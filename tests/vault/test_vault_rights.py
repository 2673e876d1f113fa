"""What a write keeps of a note besides its bytes, and which notes it keeps its hands off."""

import os
import shutil
import stat as modes
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mdfollow.vault.outcome import Outcome, Signature, Snapshot, Verdict
from mdfollow.vault.store import DiskStore, DryStore
from mdfollow.vault.system import System

OURS = b"- [ ] Thank Dana Kim\n"
AsNobody = Callable[[Callable[[], None]], None]
Lacking = Callable[[str], System]

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can provoke this")


def sync(root: str, path: str = "acme.md", system: System | None = None) -> Outcome:
    """Append a task as both stores would; they must agree unless the writing itself fails."""
    real, dry = DiskStore(root, system), DryStore(root)
    found = dry.read(path)
    if isinstance(found, Outcome):
        assert real.read(path) == found
        return found
    before = Path(root, path).lstat()
    promised = dry.replace(found, found.data + OURS)
    assert Path(root, path).lstat() == before
    outcome = real.replace(found, found.data + OURS)
    if promised.verdict is Verdict.DRY:
        assert outcome.verdict is Verdict.WRITTEN
    else:
        assert outcome == promised
    return outcome


def same(file: Path, data: bytes) -> bool:
    return file.read_bytes() == data and not list(file.parent.glob(".mdfollow-*"))


@pytest.mark.parametrize("mode", [0o444, 0o555])
def test_w12_a_read_only_note_stays(root: str, note: Path, mode: int) -> None:
    """A rename would replace it all the same: the bit is asked, not the system."""
    note.chmod(mode)
    data, before = note.read_bytes(), note.stat()
    outcome = sync(root)
    assert (outcome.verdict, outcome.reason) == (Verdict.SKIPPED, "it is read-only")
    assert same(note, data)
    assert note.stat() == before


@needs_root
@pytest.mark.parametrize(
    ("owner", "folder_mode", "reason"),
    [
        (None, 0o777, "it belongs to another user"),
        ("nobody", 0o755, "its folder is read-only"),
        (None, 0o1777, "it belongs to another user"),
    ],
    ids=["foreign owner", "closed folder", "foreign owner in a sticky folder"],
)
def test_w13_folder_or_owner_say_no(
    shared: str, as_nobody: AsNobody, owner: str | None, folder_mode: int, reason: str
) -> None:
    note = Path(shared, "acme.md")
    note.write_bytes(b"words\n")
    note.chmod(0o666)
    if owner:
        shutil.chown(note, 65534, 65534)
    Path(shared).chmod(folder_mode)

    def act() -> None:
        outcome = sync(shared)
        assert (outcome.verdict, outcome.reason) == (Verdict.SKIPPED, reason)

    as_nobody(act)
    assert same(note, b"words\n")


@needs_root
def test_w13_own_notes_of_an_ordinary_user_are_written(shared: str, as_nobody: AsNobody) -> None:
    note = Path(shared, "acme.md")
    note.write_bytes(b"words\n")
    note.chmod(0o640)
    shutil.chown(note, 65534, 65534)

    def act() -> None:
        assert sync(shared).verdict is Verdict.WRITTEN

    as_nobody(act)
    assert same(note, b"words\n" + OURS)
    assert (note.stat().st_uid, modes.S_IMODE(note.stat().st_mode)) == (65534, 0o640)


@pytest.fixture
def immutable(note: Path) -> Iterator[Path]:
    if subprocess.run(["chattr", "+i", note], capture_output=True, check=False).returncode:
        pytest.skip("this disk or user has no immutable files")
    yield note
    subprocess.run(["chattr", "-i", note], check=True)


@needs_root
@pytest.mark.skipif(not shutil.which("chattr"), reason="chattr is not installed")
def test_w14_an_immutable_note_stays(root: str, immutable: Path) -> None:
    data = immutable.read_bytes()
    outcome = sync(root)
    assert (outcome.verdict, outcome.reason) == (Verdict.SKIPPED, "it is read-only")
    assert same(immutable, data)


@needs_root
@pytest.mark.skipif(not shutil.which("chattr"), reason="chattr is not installed")
def test_w14_a_folder_that_gives_nothing_back_gets_nothing(root: str, note: Path) -> None:
    """Else every try would leave one more file behind."""
    if subprocess.run(["chattr", "+a", root], capture_output=True, check=False).returncode:
        pytest.skip("this disk or user has no append-only folders")
    data = note.read_bytes()
    try:
        outcome = sync(root)
    finally:
        subprocess.run(["chattr", "-a", root], check=True)
    assert outcome.verdict is Verdict.SKIPPED
    assert "chattr +a" in outcome.reason
    assert same(note, data)


@pytest.fixture
def small_disk(root: str) -> Iterator[Callable[[str], None]]:
    """Mount a memory disk over the vault; calling it remounts with other options."""

    def mount(*words: str) -> int:
        return subprocess.run(["mount", *words, root], capture_output=True, check=False).returncode

    if mount("-t", "tmpfs", "-o", "size=64k", "none"):
        pytest.skip("this user cannot mount a disk")
    yield lambda options: pytest.skip("no remount") if mount("-o", options) else None
    subprocess.run(["umount", "-l", root], check=True)


@needs_root
def test_w14_a_read_only_disk_stays(root: str, small_disk: Callable[[str], None]) -> None:
    note = Path(root, "acme.md")
    note.write_bytes(b"words\n")
    small_disk("remount,ro")
    outcome = sync(root)
    assert (outcome.verdict, outcome.reason) == (Verdict.SKIPPED, "its disk is read-only")
    assert same(note, b"words\n")


@needs_root
@pytest.mark.usefixtures("small_disk")
def test_w09_a_full_disk(root: str) -> None:
    note = Path(root, "acme.md")
    note.write_bytes(b"words\n" * 6000)
    data = note.read_bytes()
    store = DiskStore(root)
    found = store.read("acme.md")
    assert isinstance(found, Snapshot)
    outcome = store.replace(found, found.data + OURS)
    assert outcome.verdict is Verdict.SKIPPED
    assert "No space left" in outcome.reason
    assert same(note, data)


@pytest.mark.parametrize("what", ["all", "no exchange", "no lease", "neither"])
def test_w15_mode_owner_attributes_and_access_list(
    root: str, note: Path, lacking: Lacking, what: str
) -> None:
    note.chmod(0o664)
    if os.geteuid() == 0:
        os.chown(note, 0, 4)
    os.setxattr(note, "user.tags", b"work")
    has_lists = shutil.which("setfacl") is not None
    if has_lists:
        subprocess.run(["setfacl", "-m", "u:12345:rw", note], check=True)
    data, before = note.read_bytes(), note.stat()
    attributes = {key: os.getxattr(note, key) for key in os.listxattr(note)}
    assert sync(root, system=lacking(what)).verdict is Verdict.WRITTEN
    after = note.stat()
    assert note.read_bytes() == data + OURS
    for name in ("st_mode", "st_uid", "st_gid", "st_nlink", "st_atime_ns"):
        assert getattr(after, name) == getattr(before, name)
    assert {key: os.getxattr(note, key) for key in os.listxattr(note)} == attributes
    assert ("system.posix_acl_access" in attributes) is has_lists


@pytest.mark.skipif(not shutil.which("setfacl"), reason="setfacl is not installed")
def test_w15_the_folder_s_default_list_does_not_stick_to_a_note(root: str, note: Path) -> None:
    subprocess.run(["setfacl", "-d", "-m", "u:12345:rw", root], check=True)
    assert os.listxattr(note) == []
    assert sync(root).verdict is Verdict.WRITTEN
    assert os.listxattr(note) == []


def test_w16_a_hard_link_stays(root: str, note: Path) -> None:
    os.link(note, note.with_name("twin.txt"))
    data, before = note.read_bytes(), note.stat()
    outcome = sync(root)
    assert outcome.verdict is Verdict.SKIPPED
    assert "hard link" in outcome.reason
    assert same(note, data)
    assert note.stat() == before


def test_w17_a_link_inside_the_vault_is_kept_and_its_note_written(root: str, note: Path) -> None:
    folder = Path(root, "links")
    folder.mkdir()
    link = folder / "today.md"
    link.symlink_to("../acme.md")
    data = note.read_bytes()
    outcome = sync(root, "links/today.md")
    assert (outcome.verdict, outcome.path) == (Verdict.WRITTEN, "acme.md")
    assert os.readlink(link) == "../acme.md"
    assert note.read_bytes() == data + OURS
    assert os.listdir(folder) == ["today.md"]


@pytest.mark.parametrize("target", ["../outside.md", "nowhere.md", "acme.md", "/dev/zero"])
def test_w17_other_links_are_left_alone(root: str, target: str) -> None:
    """Outside the vault, dangling, a loop, a device."""
    outside = Path(root).parent / "outside.md"
    outside.write_bytes(b"outside\n")
    os.symlink(target, os.path.join(root, "acme.md"))
    outcome = sync(root)
    assert outcome.verdict is Verdict.SKIPPED
    assert outcome.reason
    assert outside.read_bytes() == b"outside\n"
    assert os.listdir(root) == ["acme.md"]
    assert os.readlink(os.path.join(root, "acme.md")) == target


def test_w13_nobody_else_reads_the_new_bytes_before_their_rights_are_set(
    root: str, note: Path
) -> None:
    system, modes_seen = System(), list[int]()
    write = system.write

    def watched(fd: int, data: Any) -> int:
        modes_seen.append(modes.S_IMODE(os.fstat(fd).st_mode))
        return write(fd, data)

    system.write = watched
    assert sync(root, system=system).verdict is Verdict.WRITTEN
    assert set(modes_seen) == {0o600}


def test_w20_nothing_to_do_touches_nothing(root: str, note: Path) -> None:
    before = note.stat()
    system = System()
    for call in ("write", "utime", "rename", "exchange", "unlink", "take_lease", "fsync"):
        setattr(system, call, _never)
    store = DiskStore(root, system)
    found = store.read("acme.md")
    assert isinstance(found, Snapshot)
    assert store.replace(found, found.data) == Outcome(Verdict.UNCHANGED, "acme.md")
    assert Signature.of(note.stat()) == Signature.of(before)


def _never(*_: object, **__: object) -> None:
    raise AssertionError("a call that writes")


@pytest.mark.parametrize("what", ["all", "no exchange", "neither"])
def test_w21_the_time_is_a_millisecond_later(
    root: str, note: Path, lacking: Lacking, what: str
) -> None:
    before = note.stat().st_mtime_ns
    assert sync(root, system=lacking(what)).verdict is Verdict.WRITTEN
    assert note.stat().st_mtime_ns == before + 1_000_000


@pytest.mark.parametrize("grain", [1_000_000_000, 2_000_000_000])
def test_w22_a_disk_with_coarse_times(root: str, note: Path, grain: int) -> None:
    note_time = note.stat().st_mtime_ns // grain * grain
    os.utime(note, ns=(note_time, note_time))

    def floored(target: int, *, ns: tuple[int, int]) -> None:
        os.utime(target, ns=(ns[0] // grain * grain, ns[1] // grain * grain))

    system = System()
    system.utime = floored  # type: ignore[assignment]
    assert sync(root, system=system).verdict is Verdict.WRITTEN
    assert note.stat().st_mtime_ns == note_time + grain


@pytest.mark.parametrize(
    "name",
    [
        "acme.sync-conflict-20261105-101500-ABCDEFG.md",
        "acme (conflicted copy 2026-11-05 101500).md",
        "acme (Dana's Conflicted Copy 2026-11-05).md",
    ],
)
def test_s04_conflict_copies_are_never_written(root: str, name: str) -> None:
    Path(root, name).write_bytes(b"words\n")
    assert sync(root, name).verdict is Verdict.SKIPPED
    assert same(Path(root, name), b"words\n")
