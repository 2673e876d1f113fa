"""Taking a file away: never what she saved a moment ago."""

import os
from pathlib import Path
from typing import Any

import pytest

from mdfollow.vault.outcome import Snapshot, Verdict
from mdfollow.vault.store import DiskStore, DryStore
from mdfollow.vault.system import Lease, System


class Late(System):
    """A system on which she saves the file just before it is moved out of the way.

    It has no leases: with one, her save would wait until the move is over.
    """

    take_lease = staticmethod(lambda fd: Lease.NONE)

    def __init__(self, file: Path, how: str) -> None:
        self.file, self.how = file, how

    def rename(self, *args: Any, **kwargs: Any) -> None:
        if self.how == "in place":
            self.file.write_bytes(b"her new words")
        elif self.how == "replaced":
            other = self.file.with_name("other")
            other.write_bytes(b"her new words")
            os.replace(other, self.file)
        self.how = ""
        os.rename(*args, **kwargs)


def taken(folder: Path, system: System | None) -> Verdict:
    store = DiskStore(str(folder), system)
    found = store.read("page.md")
    assert isinstance(found, Snapshot)
    return store.discard(found).verdict


def test_a_file_as_it_was_read_goes(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"ours")
    found = DryStore(str(tmp_path)).read("page.md")
    assert isinstance(found, Snapshot)
    assert DryStore(str(tmp_path)).discard(found).verdict is Verdict.DRY
    assert taken(tmp_path, None) is Verdict.WRITTEN
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", ["in place", "replaced"])
def test_w09_what_she_saved_meanwhile_is_kept(tmp_path: Path, how: str) -> None:
    file = tmp_path / "page.md"
    file.write_bytes(b"ours")
    assert taken(tmp_path, Late(file, how)) is Verdict.CHANGED
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"her new words"]


def test_a_file_that_changed_after_it_was_read_stays(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_bytes(b"ours")
    store = DiskStore(str(tmp_path))
    found = store.read("page.md")
    assert isinstance(found, Snapshot)
    file.write_bytes(b"her new words")
    assert store.discard(found).verdict is Verdict.CHANGED
    assert file.read_bytes() == b"her new words"
