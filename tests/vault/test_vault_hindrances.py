"""Why a note is not written, in the words that fit, whoever asks and whatever the disk tells."""

import errno
import os
from pathlib import Path

import pytest

from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.store import DiskStore, DryStore
from mdfollow.vault.system import System

OURS = b"- [ ] Thank Dana Kim\n"


def append(store: DiskStore | DryStore) -> Outcome:
    found = store.read("acme.md")
    assert isinstance(found, Snapshot)
    return store.replace(found, found.data + OURS)


def test_w13_a_folder_is_closed_by_the_rights_that_count_for_a_write(root: str, note: Path) -> None:
    """Those of the user it acts as, not of the one who started it."""
    system = System()

    def access(target: str, how: int, *, dir_fd: int, effective_ids: bool) -> bool:
        return target != "." or not effective_ids

    vars(system).update(access=access)
    outcome = append(DiskStore(root, system))
    assert (outcome.verdict, outcome.reason) == (Verdict.SKIPPED, "its folder is read-only")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can write notes of others")
def test_w13_root_writes_a_note_of_somebody_else_and_it_stays_theirs(root: str, note: Path) -> None:
    os.chown(note, 65534, 65534)
    assert append(DiskStore(root)).verdict is Verdict.WRITTEN
    assert note.stat().st_uid == 65534


def test_w14_a_disk_that_tells_nothing_of_itself_is_not_called_read_only(
    root: str, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(fd: int) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(os, "fstatvfs", fail)
    note.chmod(0o444)
    assert append(DiskStore(root)).reason == "it is read-only"


def test_p4_a_dry_run_goes_together_as_well(root: str, note: Path) -> None:
    """What writes many notes asks either store for it (ADR 0320)."""
    store = DryStore(root)
    with store.together():
        assert append(store).verdict is Verdict.DRY
