"""New files: made once, never over another, never outside the vault, never half."""

import errno
import os
from pathlib import Path

import pytest

from mdfollow.vault.create import THERE, create
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.reading import OUTSIDE
from mdfollow.vault.store import DiskStore, DryStore
from mdfollow.vault.system import System


def test_a_new_file_with_its_folders(tmp_path: Path) -> None:
    outcome = create(str(tmp_path), "a/b/Übung.md", b"text\n")
    assert (outcome.verdict, outcome.path) == (Verdict.WRITTEN, "a/b/Übung.md")
    assert (tmp_path / "a/b/Übung.md").read_bytes() == b"text\n"
    assert [each.name for each in (tmp_path / "a/b").iterdir()] == ["Übung.md"]


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"hers")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "link.md").symlink_to("nowhere")
    for name in ("a.md", "folder.md", "link.md"):
        outcome = create(str(tmp_path), name, b"ours")
        assert (outcome.verdict, outcome.reason) == (Verdict.SKIPPED, THERE)
    assert (tmp_path / "a.md").read_bytes() == b"hers"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "path", ["../a.md", "a/../../b.md", "/etc/a.md", "", "a//b.md", "./a.md", "out/a.md", "a\0b.md"]
)
def test_nothing_outside_the_vault(tmp_path: Path, path: str) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (vault / "out").symlink_to(tmp_path / "elsewhere")
    outcome = create(str(vault), path, b"text")
    assert (outcome.verdict, outcome.reason) == (Verdict.SKIPPED, OUTSIDE)
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["elsewhere", "out", "vault"]


def test_a_link_inside_the_vault_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "Templates").symlink_to("real")
    assert create(str(tmp_path), "Templates/a.md", b"text").verdict is Verdict.WRITTEN
    assert (tmp_path / "real" / "a.md").read_bytes() == b"text"


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"hers")
    outcome = create(str(tmp_path), "a/b.md", b"text")
    assert outcome.verdict is Verdict.SKIPPED
    assert outcome.reason.endswith("nothing was written")
    assert (tmp_path / "a").read_bytes() == b"hers"


def test_a_name_too_long_is_said_kindly(tmp_path: Path) -> None:
    outcome = create(str(tmp_path), "x" * 300 + ".md", b"text")
    assert outcome.reason == "the name does not fit this disk, so nothing was written"


class Full(System):
    """A disk that is full after four bytes."""

    def __init__(self) -> None:
        self.left = 4

    def write(self, fd: int, data: memoryview) -> int:  # type: ignore[override]
        if not self.left:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = os.write(fd, data[: self.left])
        self.left -= written
        return written


def test_no_half_note_stays_on_a_full_disk(tmp_path: Path) -> None:
    outcome = create(str(tmp_path), "a.md", b"a longer text", Full())
    assert outcome.verdict is Verdict.SKIPPED
    assert "No space left" in outcome.reason
    assert list(tmp_path.iterdir()) == []


def test_a_dry_store_only_says_what_the_other_does(root: str) -> None:
    dry = DryStore(root).create("a.md", b"text")
    assert (dry.verdict, dry.path, os.listdir(root)) == (Verdict.DRY, "a.md", [])
    made = DiskStore(root).create("a.md", b"text")
    assert (made.verdict, made.path) == (Verdict.WRITTEN, "a.md")
    assert Path(root, "a.md").read_bytes() == b"text"
