"""Unsaved changes are waited for, and what merely looks like a lock is not (safety.md 9, E)."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mdfollow.vault.editors import RESPECT
from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.store import DiskStore, DryStore

OURS = b"- [ ] Thank Dana Kim\n"
HERE = os.uname().nodename
LIVE = os.getpid()


def dead_pid() -> int:
    child = subprocess.Popen(["true"])
    child.wait()
    return child.pid


def block(pid: int, host: str = HERE, *, dirty: bool = True, program: bytes = b"VIM 9.0") -> bytes:
    """Block 0 of a swap file."""
    text = bytearray(1024)
    text[0:2] = b"b0"
    text[2 : 2 + len(program)] = program
    text[24:28] = pid.to_bytes(4, "little")
    text[28:32] = b"dana"
    text[68 : 68 + len(host[:39])] = os.fsencode(host)[:39]
    text[1007] = 0x55 if dirty else 0
    return bytes(text)


def sync(root: str, path: str = "acme.md") -> Outcome:
    """Append a task; a dry run has to say the same."""
    dry, real = DryStore(root), DiskStore(root)
    found = real.read(path)
    assert isinstance(found, Snapshot)
    promised = dry.replace(found, found.data + OURS)
    outcome = real.replace(found, found.data + OURS)
    agreed = {Verdict.DRY: Verdict.WRITTEN}.get(promised.verdict, promised.verdict)
    assert (agreed, promised.reason) == (outcome.verdict, outcome.reason)
    return outcome


def aged(file: Path, hours: float) -> None:
    moment = time.time() - hours * 3600
    os.utime(file, (moment, moment), follow_symlinks=False)


def test_e01_vim_with_unsaved_changes(root: str, note: Path) -> None:
    data = note.read_bytes()
    swap = note.with_name(".acme.md.swp")
    swap.write_bytes(block(LIVE))
    outcome = sync(root)
    assert (outcome.verdict, outcome.reason) == (
        Verdict.DEFERRED,
        "open in vim with unsaved changes",
    )
    assert note.read_bytes() == data
    swap.unlink()  # E05, in one step
    assert sync(root).verdict is Verdict.WRITTEN


def test_e01_nano(root: str, note: Path) -> None:
    note.with_name(".acme.md.swp").write_bytes(block(LIVE, program=b"nano 7.2"))
    assert sync(root).reason == "open in nano with unsaved changes"


@pytest.mark.parametrize(
    ("folder", "editor"),
    [("nvim/swap", "neovim"), ("vim/swap", "vim"), (".vim/swap", "vim"), (".vim/tmp", "vim")],
)
def test_e01_swap_files_of_full_path_names(root: str, note: Path, folder: str, editor: str) -> None:
    swaps = Path(os.environ["XDG_STATE_HOME"], folder)
    swaps.mkdir(parents=True)
    (swaps / (str(note).replace("/", "%") + ".swo")).write_bytes(block(LIVE))
    outcome = sync(root)
    assert outcome.verdict is Verdict.DEFERRED
    assert outcome.reason == f"open in {editor} with unsaved changes"


def test_e01_a_link_to_the_note_is_open_there(root: str, note: Path) -> None:
    Path(root, "link.md").symlink_to("acme.md")
    note.with_name(".acme.md.swp").write_bytes(block(LIVE))
    assert sync(root, "link.md").verdict is Verdict.DEFERRED


def test_e02_merely_open(root: str, note: Path) -> None:
    note.with_name(".acme.md.swp").write_bytes(block(LIVE, dirty=False))
    assert sync(root) == Outcome(Verdict.WRITTEN, "acme.md")


def test_e03_left_by_a_crash(root: str, note: Path) -> None:
    note.with_name(".acme.md.swp").write_bytes(block(dead_pid()))
    outcome = sync(root)
    assert outcome.verdict is Verdict.WRITTEN
    assert outcome.reason == "an old lock of vim lies beside the note and was not waited for"


@pytest.mark.parametrize(
    ("hours", "verdict"), [(0, Verdict.DEFERRED), (23, Verdict.DEFERRED), (25, Verdict.WRITTEN)]
)
@pytest.mark.parametrize("kind", ["swap", "link", "file"])
def test_e03_e04_a_lock_of_another_machine_counts_for_a_day(
    root: str, note: Path, kind: str, hours: float, verdict: Verdict
) -> None:
    lock = note.with_name(".acme.md.swp" if kind == "swap" else ".#acme.md")
    if kind == "swap":
        lock.write_bytes(block(1, "laptop"))
    elif kind == "link":
        lock.symlink_to("dana@laptop.1:1700000000")
    else:
        lock.write_bytes(b"dana@laptop.1:1700000000")
    aged(lock, hours)
    outcome = sync(root)
    assert outcome.verdict is verdict
    assert ("on laptop" in outcome.reason) is (verdict is Verdict.DEFERRED)
    assert outcome.reason


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        (f"dana@{HERE}.{LIVE}:1700000000", Verdict.DEFERRED),
        (f"dana@{HERE}.{LIVE}", Verdict.DEFERRED),
        (f"dana.k@{HERE}.example.org.{LIVE}:1", Verdict.DEFERRED),
        ("DEAD", Verdict.WRITTEN),
        ("somewhere else", Verdict.DEFERRED),
        ("@.", Verdict.DEFERRED),
    ],
    ids=["live", "live, no boot time", "live, long host name", "dead", "no lock", "unreadable"],
)
def test_e04_emacs(root: str, note: Path, target: str, verdict: Verdict) -> None:
    text = target if target != "DEAD" else f"dana@{HERE}.{dead_pid()}:1"
    note.with_name(".#acme.md").symlink_to(text)
    outcome = sync(root)
    assert outcome.verdict is verdict
    assert "Emacs" in outcome.reason


def test_e04_emacs_where_there_are_no_links(root: str, note: Path) -> None:
    note.with_name(".#acme.md").write_bytes(b"dana@%s.%d:1\n" % (os.fsencode(HERE), LIVE))
    assert sync(root).verdict is Verdict.DEFERRED


def test_e04_a_number_that_a_newer_process_has(root: str, note: Path) -> None:
    """A lock from before a restart must not hold the note for ever."""
    lock = note.with_name(".#acme.md")
    lock.symlink_to(f"dana@{HERE}.{LIVE}:1")
    aged(lock, 2 * RESPECT / 3600)
    assert sync(root).verdict is Verdict.WRITTEN


def _directory(file: Path) -> None:
    file.mkdir()


def _pipe(file: Path) -> None:
    os.mkfifo(file)


def _short(file: Path) -> None:
    file.write_bytes(block(LIVE)[:1000])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _loop(file: Path) -> None:
    file.symlink_to(file.name)


def _device(file: Path) -> None:
    file.symlink_to("/dev/zero")


def _other(file: Path) -> None:
    file.write_bytes(b"\x55" * 4096)


@pytest.mark.parametrize(
    "make",
    [_directory, _pipe, _short, _empty, _loop, _device, _other],
    ids=lambda make: make.__name__,
)
def test_e06_what_is_no_swap_file(root: str, note: Path, make: Callable[[Path], None]) -> None:
    make(note.with_name(".acme.md.swp"))
    assert sync(root) == Outcome(Verdict.WRITTEN, "acme.md")


@pytest.mark.parametrize("make", [_directory, _pipe], ids=lambda make: make.__name__)
def test_e06_what_is_no_emacs_lock(root: str, note: Path, make: Callable[[Path], None]) -> None:
    make(note.with_name(".#acme.md"))
    assert sync(root) == Outcome(Verdict.WRITTEN, "acme.md")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can hide a file from another user")
def test_e06_an_unreadable_swap_file(
    shared: str, as_nobody: Callable[[Callable[[], None]], None]
) -> None:
    note = Path(shared, "acme.md")
    note.write_bytes(b"words\n")
    os.chown(note, 65534, 65534)
    swap = note.with_name(".acme.md.swp")
    swap.write_bytes(block(LIVE))
    swap.chmod(0o600)

    def act() -> None:
        assert sync(shared).verdict is Verdict.WRITTEN

    as_nobody(act)


def test_e08_one_write_after_each_way_to_save(
    root: str, note: Path, save: Callable[[str, bytes], None]
) -> None:
    save(str(note), b"her new line\n")
    assert sync(root).verdict is Verdict.WRITTEN
    assert note.read_bytes().endswith(b"her new line\n" + OURS)
