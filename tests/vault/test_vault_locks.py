"""Locks between our own processes: outside the vault, with a holder, gone with the process."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mdfollow.vault import locks
from mdfollow.vault.outcome import Snapshot, Verdict
from mdfollow.vault.store import DiskStore


def holder(root: str, which: str) -> subprocess.Popen[bytes]:
    script = (
        "import sys, time\nfrom mdfollow.vault import locks\n"
        f"with locks.{which}(sys.argv[1]):\n    print(flush=True)\n    time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, root], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    return process


def test_a_second_watch_is_told_who_holds_the_vault(root: str) -> None:
    process = holder(root, "instance")
    with pytest.raises(locks.AlreadyWatchedError) as raised, locks.instance(root):
        pass
    who = f"process {process.pid} on {os.uname().nodename}"
    assert str(raised.value) == (
        f"mdfollow watch already watches this vault ({who}); one is enough."
    )
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with locks.instance(root):
        pass


def test_two_vaults_have_two_locks(root: str, tmp_path: Path) -> None:
    with locks.instance(root), locks.instance(str(tmp_path)), locks.write(root):
        assert locks.runtime_folder(root) != locks.runtime_folder(str(tmp_path))


def test_nothing_is_put_into_the_vault(root: str) -> None:
    with locks.instance(root), locks.write(root):
        assert os.listdir(root) == []


def test_a_write_waits_and_then_says_who_is_in_the_way(root: str) -> None:
    process = holder(root, "write")
    with pytest.raises(locks.WriteLockBusyError), locks.write(root, wait=0.05):
        pass
    process.kill()
    process.communicate()
    with locks.write(root, wait=0.05):
        pass


def test_w26_a_busy_lock_is_an_outcome(root: str, note: Path) -> None:
    store = DiskStore(root, wait=0.05)
    found = store.read("acme.md")
    assert isinstance(found, Snapshot)
    process = holder(root, "write")
    outcome = store.replace(found, found.data + b"x\n")
    process.kill()
    process.communicate()
    assert outcome.verdict is Verdict.BUSY
    assert outcome.reason == "another mdfollow is writing into this vault"
    assert note.read_bytes() == found.data


def test_without_a_place_for_locks_nothing_is_written(
    root: str, note: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "file"))
    store = DiskStore(root)
    found = store.read("acme.md")
    assert isinstance(found, Snapshot)
    outcome = store.replace(found, found.data + b"x\n")
    assert outcome.verdict is Verdict.SKIPPED
    assert "no place for a lock" in outcome.reason
    assert note.read_bytes() == found.data


def test_a_lock_s_folder_that_vanished_is_no_note_moved_away(
    root: str, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session that ended takes its runtime folder along."""

    def gone(_: str) -> str:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    monkeypatch.setattr(locks, "runtime_folder", gone)
    outcome = DiskStore(root).replace(_read(root), note.read_bytes() + b"x\n")
    assert outcome.verdict is Verdict.SKIPPED
    assert "no place for a lock" in outcome.reason


def _read(root: str) -> Snapshot:
    found = DiskStore(root).read("acme.md")
    assert isinstance(found, Snapshot)
    return found


def test_without_a_runtime_folder_of_the_system(root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr("platformdirs.user_runtime_dir", lambda *, ensure_exists: root + "-run")
    folder = locks.runtime_folder(root)
    assert folder.startswith(root + "-run/mdfollow/")
    assert os.stat(folder).st_mode & 0o077 == 0
