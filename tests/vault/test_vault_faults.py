"""Calls that fail and processes that end: the note is what it was or what it was to be, whole."""

import errno
import os
import random
import resource
import signal
import stat
import time
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

import pytest

from mdfollow.settings import Settings
from mdfollow.vault import notes
from mdfollow.vault.holding import holding
from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.root import read_text
from mdfollow.vault.store import DiskStore
from mdfollow.vault.sweep import sweep
from mdfollow.vault.system import System

OURS = b"- [ ] Thank Dana Kim\n"
HERS = b"a line she saved\n"
KILLS = 60
CALLS = [name for name in vars(System) if not name.startswith("_")]

Lacking = Callable[[str], System]
Names = Callable[[], list[str]]
Files = Callable[[], list[Path]]
Child = Callable[[Callable[[], None]], None]


class Crash(BaseException):
    """The end of the process, as far as the disk can tell."""


def failing(
    system: System, at: int, *, for_good: bool, code: int = errno.EIO
) -> tuple[System, list[str]]:
    """Let the system call number `at` (from 0) fail, or it and every later one.

    Also returns the list that will hold the calls that were made.
    """
    made: list[str] = []

    def wrapped(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            made.append(name)
            if for_good and len(made) > at:
                raise Crash
            if len(made) == at + 1:
                raise OSError(code, os.strerror(code))
            return real(*args, **options)

        return call

    for name in CALLS:
        setattr(system, name, wrapped(name, getattr(system, name)))
    return system, made


def append(root: str, system: System | None = None) -> Outcome:
    store = DiskStore(root, system)
    found = DiskStore(root).read("acme.md")
    assert isinstance(found, Snapshot)
    return store.replace(found, found.data + OURS)


def count_calls(root: str, lacking: Lacking, what: str, note: Path) -> int:
    data = note.read_bytes()
    system, made = failing(lacking(what), -1, for_good=False)
    assert append(root, system).verdict is Verdict.WRITTEN
    note.write_bytes(data)
    return len(made)


CODES = {errno.EIO, errno.ENOSPC, errno.EACCES, errno.EINTR, errno.ENOMEM, errno.EROFS}


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("what", ["all", "no exchange"])
def test_w08_w10_every_call_fails_once(
    root: str,
    note: Path,
    lacking: Lacking,
    what: str,
    code: int,
    temporaries: Names,
    rescued: Files,
) -> None:
    """The note is old or new, whole; the reason is the system's own; nothing is left behind."""
    data = note.read_bytes()
    total = count_calls(root, lacking, what, note)
    assert total > 30
    for at in range(total):
        note.write_bytes(data)
        system, made = failing(lacking(what), at, for_good=False, code=code)
        outcome = append(root, system)
        written = outcome.verdict is Verdict.WRITTEN
        assert note.read_bytes() == (data + OURS if written else data), (at, made[at], outcome)
        assert written or os.strerror(code) in outcome.reason, (at, made[at], outcome)
        assert (temporaries(), rescued()) == ([], []), (at, made[at])


@pytest.mark.parametrize("what", ["all", "no exchange"])
def test_w08_the_process_ends_at_every_call(
    root: str,
    note: Path,
    lacking: Lacking,
    what: str,
    child: Child,
    temporaries: Names,
    rescued: Files,
) -> None:
    data = note.read_bytes()
    total = count_calls(root, lacking, what, note)
    seen = set()
    for at in range(total):
        note.write_bytes(data)

        def act(at: int = at) -> None:
            system, _ = failing(lacking(what), at, for_good=True)
            with pytest.raises(Crash):
                append(root, system)

        child(act)
        seen.add(note.read_bytes())
        assert note.read_bytes() in (data, data + OURS), at
        assert sweep(root) == []
        assert (temporaries(), rescued()) == ([], []), at
    assert seen == {data, data + OURS}


@pytest.mark.parametrize("for_good", [False, True], ids=["one call fails", "the process ends"])
@pytest.mark.parametrize("what", ["all", "no lease"])
def test_w08_a_save_during_the_exchange_and_a_failing_call(
    root: str, note: Path, lacking: Lacking, what: str, for_good: bool, child: Child
) -> None:
    """Whatever else goes wrong, what she saved is in the note or in a file beside it."""
    data = note.read_bytes()
    hers = note.with_name("sedXXXX")

    def system_with_save() -> System:
        system = lacking(what)
        real, saved = system.exchange, list[bool]()

        def exchange(first: str, second: str, folder: int) -> None:
            if not saved:
                saved.append(True)
                hers.write_bytes(data + HERS)
                os.replace(hers, note)
            real(first, second, folder)

        system.exchange = exchange
        return system

    system, made = failing(system_with_save(), -1, for_good=False)
    assert append(root, system).verdict is Verdict.CHANGED
    for at in range(len(made)):
        note.write_bytes(data)

        def act(at: int = at) -> None:
            try:
                append(root, failing(system_with_save(), at, for_good=for_good)[0])
            except Crash:
                assert for_good

        child(act)
        exchanged = at > made.index("exchange")
        sweep(root)
        kept = [file.read_bytes() for file in Path(root).iterdir()]
        assert not exchanged or data + HERS in kept, (at, made[at])
        assert not list(Path(root).glob(".mdfollow-*"))
        for file in Path(root).glob("*rescued*"):
            file.unlink()


def _write_for_ever(root: str) -> None:
    store, rounds = DiskStore(root), 0
    while True:
        found = store.read("acme.md")
        assert isinstance(found, Snapshot)
        head = found.data.partition(b"- [ ]")[0]
        store.replace(found, head + b"- [ ] ours %06d\n" % rounds * 2000)
        rounds += 1


def test_w07_kill_anywhere(root: str, note: Path, temporaries: Names, rescued: Files) -> None:
    data, chance, left = note.read_bytes(), random.Random(7), 0
    assert append(root).verdict is Verdict.WRITTEN  # so that no child spends its life importing
    for _ in range(KILLS):
        pid = os.fork()
        if pid == 0:
            try:
                _write_for_ever(root)
            finally:
                os._exit(1)
        time.sleep(0.002 + chance.random() * 0.02)
        os.kill(pid, signal.SIGKILL)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
        head, *tasks = note.read_bytes().splitlines(keepends=True)[7:] or [b""]
        assert note.read_bytes().startswith(data)
        assert {head, *tasks} == {head}
        assert len(tasks) in (0, 1999)
        left += len(temporaries())
        assert sweep(root) == []
        assert (temporaries(), rescued()) == ([], [])
    assert left > 0  # else no kill came while a write was under way


def test_w09_a_file_size_limit(root: str, note: Path, child: Child, temporaries: Names) -> None:
    note.write_bytes(b"words\n" * 1000)

    def act() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        outcome = append(root)
        assert outcome.verdict is Verdict.SKIPPED
        assert "ulimit -f" in outcome.reason
        assert "File too large" in outcome.reason

    child(act)
    assert note.read_bytes() == b"words\n" * 1000
    assert temporaries() == []


def test_w10_a_disk_that_takes_one_byte_at_a_time(root: str, note: Path) -> None:
    data = note.read_bytes()
    system = System()
    system.write = lambda fd, rest: os.write(fd, memoryview(rest)[:1])
    assert append(root, system).verdict is Verdict.WRITTEN
    assert note.read_bytes() == data + OURS


def brought_to_disk(root: str, *, together: bool, stops: bool = False) -> list[str]:
    """What is brought to the disk, in order, while two notes are written, and what is exchanged."""
    steps: list[str] = []
    system = System()
    fsync, exchange = system.fsync, system.exchange

    def written_through(fd: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "note")
        fsync(fd)

    def exchanged(*names: Any) -> None:
        steps.append("exchange")
        exchange(*names)

    vars(system).update(fsync=written_through, exchange=exchanged)
    store = DiskStore(root, system)
    with suppress(KeyboardInterrupt), store.together() if together else nullcontext():
        for name in ("acme.md", "birch.md"):
            found = store.read(name)
            assert isinstance(found, Snapshot)
            assert store.replace(found, found.data + OURS).verdict is Verdict.WRITTEN
        if stops:
            raise KeyboardInterrupt
    return steps


@pytest.mark.parametrize("stops", [False, True], ids=["to the end", "broken off"])
def test_p4_notes_written_together_ask_their_folder_once(
    root: str, note: Path, *, stops: bool
) -> None:
    """And each one's bytes are on the disk before they take its place (ADR 0320)."""
    note.with_name("birch.md").write_bytes(note.read_bytes())
    one = ["note", "exchange"]
    assert brought_to_disk(root, together=True, stops=stops) == [*one, *one, "folder"]
    assert brought_to_disk(root, together=False) == [*one, "folder", *one, "folder"]


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("write", errno.EIO),
        ("write", errno.EINTR),
        ("write", errno.ENOSPC),
        ("fsync", errno.EIO),
        ("fchmod", errno.EPERM),
        ("utime", errno.EPERM),
        ("exchange", errno.EPERM),
    ],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else value,
)
def test_w10_w11_a_call_that_fails_leaves_the_note(
    root: str, note: Path, call: str, code: int, temporaries: Names
) -> None:
    data, before = note.read_bytes(), note.stat()
    system = System()

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    setattr(system, call, fail)
    outcome = append(root, system)
    assert outcome.verdict is Verdict.SKIPPED
    assert os.strerror(code) in outcome.reason
    assert note.read_bytes() == data
    assert note.stat().st_mtime_ns == before.st_mtime_ns
    assert note.stat().st_ino == before.st_ino
    assert temporaries() == []


@pytest.mark.parametrize(
    "data",
    [
        b"a\r\nb\r\n",
        b"a\rb\r",
        b"a\r\nb\nc\r",
        b"\xef\xbb\xbfa\n",
        b"no end",
        b"",
        b"a\0b\n",
        b"caf\xe9\n",
        "héllo\n".encode("utf-16"),
    ],
)
def test_w19_bytes_are_bytes(root: str, note: Path, data: bytes) -> None:
    note.write_bytes(data)
    assert append(root).verdict is Verdict.WRITTEN
    assert note.read_bytes() == data + OURS


def test_w08_a_file_that_was_only_read_may_fail_to_close(
    root: str, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.close

    def close(fd: int) -> None:
        real(fd)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "close", close)
    walked = list(notes.walk(root, Settings(), lambda path, head: True))
    held = list(holding(root, Settings(), {"mf-abc234"}))
    text = read_text(root, note.name)
    monkeypatch.undo()
    assert [each.path for each in walked] == ["acme.md"]
    assert held == []  # no id of ours stands in it
    assert text == note.read_text()


def test_f01_a_pipe_that_somebody_holds_open_is_passed_over(root: str, note: Path) -> None:
    """Nothing stands in it yet, which is not the same as an empty file."""
    note.write_text("- [ ] Thank Dana <!-- mf-abc234 -->\n")
    pipe = note.with_name("pipe.md")
    os.mkfifo(pipe)
    fd = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        held = list(holding(root, Settings(), {"mf-abc234"}))
    finally:
        os.close(fd)
    assert [path for path, _ in held] == ["acme.md"]
