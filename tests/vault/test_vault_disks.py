"""Other disks: sticks with FAT or NTFS, and folders that a program shows (FUSE)."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.store import DiskStore
from mdfollow.vault.system import System

pytestmark = pytest.mark.client

OURS = b"- [ ] Thank Dana Kim\n"
HERS = b"a line she saved\n"
MEGABYTES = 8
WAYS = {
    "vfat": ("mkfs.vfat {image}", "mount -o loop -t vfat {image} {root}", "dosfstools"),
    "FAT by FUSE": ("mkfs.vfat {image}", "fusefat -o rw+ {image} {root}", "fusefat"),
    "NTFS by FUSE": ("mkfs.ntfs -F -q {image}", "ntfs-3g {image} {root}", "ntfs-3g"),
    "a folder by FUSE": ("mkdir {image}.d", "bindfs {image}.d {root}", "bindfs"),
}
"""How each is made and mounted, and the Debian package that can."""


def done(command: str) -> bool:
    words = command.split()
    if shutil.which(words[0]) is None:
        return False
    return not subprocess.run(words, capture_output=True, check=False, timeout=60).returncode


@pytest.fixture(params=WAYS)
def disk(request: pytest.FixtureRequest, root: str, tmp_path: Path) -> Iterator[str]:
    """The vault on a disk of its own."""
    make, mount, package = WAYS[request.param]
    image = tmp_path / "image"
    with image.open("wb") as out:
        out.truncate(MEGABYTES << 20)
    if not (done(make.format(image=image)) and done(mount.format(image=image, root=root))):
        pytest.skip(f"no {request.param} here: apt install {package}, and be root")
    if not os.path.ismount(root):
        pytest.skip(f"{request.param} did not mount")
    yield root
    subprocess.run(["umount", "-l", root], check=True)


def written(root: str, system: System | None = None) -> Outcome:
    store = DiskStore(root, system)
    found = store.read("acme.md")
    assert isinstance(found, Snapshot)
    return store.replace(found, found.data + OURS)


def keeps_time(root: str) -> bool:
    """Whether a file keeps its time when it gets another name; fusefat sets it to now."""
    old, new = Path(root, "old"), Path(root, "new")
    old.write_bytes(b"")
    os.utime(old, (1_700_000_000, 1_700_000_000))
    old.rename(new)
    time = new.stat().st_mtime
    new.unlink()
    return time == 1_700_000_000


def test_w15_w22_w23_a_note_is_written_whole_and_is_younger(disk: str) -> None:
    note = Path(disk, "acme.md")
    note.write_bytes(b"words\n" * 2000)
    os.utime(note, ns=(1_700_000_001_000_000_000, 1_700_000_001_000_000_000))
    before = note.stat()
    for turn in (1, 2):
        outcome = written(disk)
        assert (outcome.verdict, outcome.reason) == (Verdict.WRITTEN, "")
        assert note.read_bytes() == b"words\n" * 2000 + turn * OURS
    after = note.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (
        before.st_mode,
        before.st_uid,
        before.st_gid,
    )
    late = after.st_mtime_ns - before.st_mtime_ns
    assert 0 < late <= 4_000_000_000 or (late > 0 and not keeps_time(disk))
    assert os.listdir(disk) == ["acme.md"]


def test_w01_w02_what_she_saves_meanwhile_stays(disk: str, meddle: Callable[..., System]) -> None:
    note = Path(disk, "acme.md")
    note.write_bytes(b"words\n")

    def save() -> None:
        fresh = note.with_name("sedXXXX")
        fresh.write_bytes(b"words\n" + HERS)
        os.replace(fresh, note)

    for call in ("fsync", "take_lease"):
        outcome = written(disk, meddle(call, save, system=System()))
        assert outcome.verdict in {Verdict.CHANGED, Verdict.SKIPPED}
        assert note.read_bytes() == b"words\n" + HERS
        assert os.listdir(disk) == ["acme.md"]
        note.write_bytes(b"words\n")


def test_w09_a_full_one_leaves_the_note(disk: str) -> None:
    note = Path(disk, "acme.md")
    note.write_bytes(b"words\n" * 2000)
    filler = os.open(Path(disk, "filler"), os.O_WRONLY | os.O_CREAT)
    try:
        if os.fstatvfs(filler).f_blocks * os.fstatvfs(filler).f_frsize > MEGABYTES << 20:
            pytest.skip("it is as large as the disk beneath it")
        while os.write(filler, bytes(1 << 16)):
            pass
    except OSError:
        pass
    finally:
        os.close(filler)
    outcome = written(disk)
    assert outcome.verdict is Verdict.SKIPPED
    assert outcome.reason
    assert note.read_bytes() == b"words\n" * 2000
    assert sorted(os.listdir(disk)) == ["acme.md", "filler"]
