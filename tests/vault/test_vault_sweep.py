"""Temporary files of writes that never ended: ours go, hers stay and get a name (W27)."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from mdfollow.vault import temporary
from mdfollow.vault.names import TEMPORARY
from mdfollow.vault.sweep import find, sweep

BASE, NEW = b"her words\n", b"her words\n- [ ] ours\n"
Files = Callable[[], list[Path]]


def dead_pid() -> int:
    child = subprocess.Popen(["true"])
    child.wait()
    return child.pid


def leave(folder: Path, data: bytes, *, pid: int = 0, host: str = "", whole: bool = True) -> Path:
    fresh = temporary.temporary_for("acme.md")
    temp = temporary.Temporary(fresh.note, host or fresh.host, pid or dead_pid(), fresh.chance)
    file = folder / (temp.complete(BASE, NEW) if whole else temp).name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("data", [BASE, NEW])
def test_w27_what_was_read_or_planned_goes(root: str, data: bytes) -> None:
    leave(Path(root), data)
    Path(root, "acme.md").write_bytes(b"newer words\n")
    assert sweep(root) == []
    assert os.listdir(root) == ["acme.md"]


def test_w27_what_was_never_complete_goes(root: str) -> None:
    leave(Path(root), b"her wo", whole=False)
    assert sweep(root) == []
    assert os.listdir(root) == []


def test_w27_what_she_saved_is_kept(root: str, rescued: Files) -> None:
    folder = Path(root, "jobs")
    folder.mkdir()
    (folder / "acme.md").write_bytes(NEW)
    leave(folder, b"her other words\n")
    messages = sweep(root)
    [file] = rescued()
    assert file.read_bytes() == b"her other words\n"
    assert file.name.startswith("acme.md.mdfollow-rescued-")
    ending = "a version of yours from an interrupted save; look whether you still need it."
    assert messages == [f"jobs/{file.name}: {ending}"]
    assert sweep(root) == []


def test_w27_two_in_one_second(root: str, rescued: Files) -> None:
    for data in (b"one\n", b"two\n", b"three\n"):
        leave(Path(root), data)
    assert len(sweep(root)) == 3
    assert {file.read_bytes() for file in rescued()} == {b"one\n", b"two\n", b"three\n"}


@pytest.mark.parametrize("whole", [True, False])
def test_w27_a_living_process_keeps_its_own(root: str, *, whole: bool) -> None:
    file = leave(Path(root), b"anything\n", pid=os.getpid(), whole=whole)
    assert sweep(root) == []
    assert file.exists()


def test_w27_another_machine_keeps_its_own_for_a_day(root: str) -> None:
    """A sync program carries such files along; its process numbers mean nothing here."""
    file = leave(Path(root), BASE, host="0000" if temporary.host_digest() != "0000" else "1111")
    assert sweep(root) == []
    assert file.exists()


def test_w27_a_program_that_writes_into_it_is_left_alone(root: str) -> None:
    file = leave(Path(root), b"anything\n")
    with file.open("ab") as out:
        assert sweep(root) == []
        out.write(b"more\n")
    assert file.read_bytes() == b"anything\nmore\n"


@pytest.mark.parametrize("name", [".mdfollow-x.tmp", ".mdfollow-00000000-1-2.tmp"])
def test_w27_a_name_of_another_shape_counts_as_hers(root: str, name: str, rescued: Files) -> None:
    Path(root, name).write_bytes(b"anything\n")
    assert len(sweep(root)) == 1
    assert [file.read_bytes() for file in rescued()] == [b"anything\n"]


def test_w27_links_and_folders_are_not_followed(root: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"outside\n")
    os.symlink(outside, os.path.join(root, ".mdfollow-a.tmp"))
    os.mkdir(os.path.join(root, ".mdfollow-b.tmp"))
    os.mkfifo(os.path.join(root, ".mdfollow-c.tmp"))
    assert sweep(root) == []
    assert len(os.listdir(root)) == 3
    assert outside.read_bytes() == b"outside\n"


def test_w27_paths_that_are_gone_or_lead_out(root: str) -> None:
    above = Path(root).parent / ".mdfollow-x.tmp"
    above.write_bytes(b"anything\n")
    assert sweep(root, [".mdfollow-gone.tmp", "../.mdfollow-x.tmp", "no/.mdfollow-x.tmp"]) == []
    assert above.exists()


def test_f04_a_rescued_name_fits(root: str, rescued: Files) -> None:
    name = "ж" * 126 + ".md"  # 255 bytes
    Path(root, name).write_bytes(NEW)
    fresh = temporary.temporary_for(name)
    temp = temporary.Temporary(fresh.note, fresh.host, dead_pid(), fresh.chance)
    Path(root, temp.complete(BASE, NEW).name).write_bytes(b"hers\n")
    assert len(sweep(root)) == 1
    assert [file.read_bytes() for file in rescued()] == [b"hers\n"]


def test_names_of_temporary_files_read_back() -> None:
    fresh = temporary.temporary_for("acme.md")
    for temp in (fresh, fresh.complete(BASE, NEW)):
        assert temp.name.startswith(TEMPORARY)
        assert temp.name.endswith(".tmp")
        assert temporary.parse(temp.name) == temp


def test_find_looks_everywhere(root: str) -> None:
    hidden = Path(root, ".obsidian", "deep")
    hidden.mkdir(parents=True)
    leave(hidden, BASE)
    assert [path.startswith(".obsidian/deep/.mdfollow-") for path in find(root)] == [True]
