"""`mdfollow watch` as she runs it: a process, real events, real signals."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.watch.running import Running, until
from tests.watch.saves import in_place, like_emacs, like_vim, replaced
from tests.watch.vigil import OPENING, note

UNSHARE = ("unshare", "-Ur", "--")


def has_plan(file: Path) -> bool:
    try:
        return OPENING in file.read_bytes()
    except FileNotFoundError:
        return False


def times(file: Path) -> tuple[int, int, int]:
    stat = file.stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns


def decided(data: bytes, day: str = "2026-11-20") -> bytes:
    return data.replace(b"format", b"decision: %s\nformat" % day.encode(), 1)


def slowly(file: Path, data: bytes) -> None:
    with file.open("wb", buffering=0) as out:
        for start in range(0, len(data), 200):
            out.write(data[start : start + 200])
            os.fsync(out.fileno())


SAVES = [in_place, slowly, replaced, like_vim, like_emacs]


@pytest.mark.parametrize("save", SAVES)
def test_e08_one_sync_per_save_and_every_task_once(
    root: Path, save: Callable[[Path, bytes], None]
) -> None:
    file = root / "acme.md"
    file.write_bytes(note())
    with Running(root) as watch:
        assert has_plan(file)
        assert watch.written() == 1
        save(file, decided(file.read_bytes()))
        until(lambda: b"2026-11-23" in file.read_bytes(), "the attempt's move")
        until(lambda: watch.written() == 2, "its line")
        tasks = file.read_bytes().count(b"- [ ] ")
        save(file, file.read_bytes() + b"her last words\n")
        until(lambda: watch.events("nothing"), "a look at her words")
        assert watch.stop() == 0
        assert watch.written() == 2
        assert file.read_bytes().count(b"- [ ] ") == tasks
        assert b"her last words" in file.read_bytes()


@pytest.mark.parametrize("options", [(), ("--poll",)], ids=["events", "a16 polling"])
def test_a09_a_note_is_written_once_and_then_left_alone(root: Path, options: list[str]) -> None:
    with Running(root, *options) as watch:
        (root / "acme.md").write_bytes(note())
        until(lambda: watch.written() == 1, "the first plan")
        before = times(root / "acme.md")
        (root / "globex.md").write_bytes(note("Globex"))
        until(lambda: watch.written() == 2, "the second note's plan")
        assert times(root / "acme.md") == before
        (root / "globex.md").unlink()
        until(lambda: watch.events("gone"), "its end")
        assert watch.stop() == 0
        assert watch.written() == 2


def test_a_second_watch_exits_3_and_names_the_first(root: Path) -> None:
    with Running(root) as watch:
        command = [sys.executable, "-m", "mdfollow", "--vault", str(root), "watch"]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
        assert ran.returncode == 3
        assert f"process {watch.process.pid}" in ran.stderr
        assert ran.stdout == ""
        assert watch.stop() == 0
    with Running(root) as watch:
        assert watch.stop() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a15_a_signal_ends_it_with_every_note_whole(root: Path, number: int) -> None:
    for k in range(60):
        (root / f"n{k}.md").write_bytes(note(f"Company {k}"))
    watch = Running(root)
    with watch:
        assert watch.stop(number) == 0
        assert watch.events("stopped")
    assert all(has_plan(root / f"n{k}.md") for k in range(60))
    assert sorted(file.suffix for file in root.iterdir()) == [".md"] * 60


def test_a15_a_signal_in_the_midst_of_many_writes_leaves_each_note_old_or_new(root: Path) -> None:
    old = {f"n{k}.md": note(f"Company {k}") for k in range(60)}
    for name, data in old.items():
        (root / name).write_bytes(data)
    watch = Running(root)
    until(lambda: watch.written() >= 5, "some writes")
    assert watch.stop() == 0
    changed = [name for name, data in old.items() if (root / name).read_bytes() != data]
    assert len(changed) - watch.written() in {0, 1}  # the last one may be untold
    assert all(has_plan(root / name) for name in changed)
    assert not list(root.glob(".mdfollow-*"))


def test_a15_a_signal_in_the_midst_of_planning_ends_it_with_every_note_whole(
    root: Path, tmp_path: Path
) -> None:
    """The sign of life comes from planning, too; with it the test knows where the watch is.

    On a busy machine it may have come to writing by the time it hears.
    """
    old = {f"n{k}.md": note(f"Company {k}") for k in range(60)}
    for name, data in old.items():
        (root / name).write_bytes(data)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        ear.settimeout(30)
        env = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "20000"}
        watch = Running(root, env=env)
        for _ in range(3):
            assert ear.recv(200).startswith(b"WATCHDOG=1\nEXTEND_TIMEOUT_USEC=")
        assert watch.stop() == 0
    changed = [file for file in root.iterdir() if file.read_bytes() != old[file.name]]
    assert len(changed) - watch.written() in {0, 1}  # the last one may be untold
    assert all(map(has_plan, changed))
    assert len(list(root.iterdir())) == len(old)


def test_a15_a_signal_while_she_is_asked_ends_it(root: Path) -> None:
    import pty

    old = {f"n{k}.md": note(f"Company {k}") for k in range(30)}
    for name, data in old.items():
        (root / name).write_bytes(data)
    pid, fd = pty.fork()
    if pid == 0:
        command = [sys.executable, "-m", "mdfollow", "--vault", str(root), "watch"]
        os.execv(sys.executable, [*command, "--today", "2026-11-12"])
    text = b""
    while b"Write them?" not in text:
        text += os.read(fd, 4096)
    os.kill(pid, signal.SIGTERM)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(fd)
    assert {file.name: file.read_bytes() for file in root.iterdir()} == old


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("bindfs"), reason="apt install bindfs")
def test_a15_a_signal_is_answered_while_the_disk_hangs(root: Path, tmp_path: Path) -> None:
    """Main thread and all: the program that shows the folder stands still, as a lost network."""
    behind = tmp_path / "behind"
    behind.mkdir()
    (behind / "acme.md").write_bytes(note())
    disk = subprocess.Popen(["bindfs", "-f", str(behind), str(root)], stderr=subprocess.DEVNULL)
    try:
        until(lambda: os.path.ismount(root) or disk.poll() is not None, "the disk")
        if disk.poll() is not None:
            pytest.skip("this user cannot mount")
        with Running(root, "--poll") as watch:
            until(lambda: watch.written() == 1, "the plan")
            disk.send_signal(signal.SIGSTOP)
            wait = Path(f"/proc/{watch.process.pid}/wchan")
            until(lambda: "fuse" in wait.read_text() or "request" in wait.read_text(), "a hang")
            assert watch.stop() == 0
    finally:
        disk.send_signal(signal.SIGCONT)
        subprocess.run(["umount", "-l", root], check=False)
        disk.wait(30)
    assert has_plan(behind / "acme.md")


def test_sighup_looks_at_the_whole_vault(root: Path) -> None:
    with Running(root, quiet=0.2) as watch:
        watch.process.send_signal(signal.SIGHUP)
        until(lambda: watch.events("rescan"), "a look at the vault")
        (root / "acme.md").write_bytes(note())
        until(lambda: watch.written() == 1, "the plan")
        assert watch.stop() == 0


def test_a15_a_closed_terminal_ends_it(root: Path) -> None:
    import pty

    pid, fd = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, "-m", "mdfollow", "--vault", str(root), "watch"])
    text = b""
    while b"watching 0 interview notes" not in text:
        text += os.read(fd, 4096)
    os.close(fd)
    until(lambda: os.waitpid(pid, os.WNOHANG)[0] == pid, "its end")


def test_a04_a_vault_behind_a_link_is_watched(root: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(root)
    with Running(link) as watch:
        (root / "acme.md").write_bytes(note())
        until(lambda: has_plan(root / "acme.md"), "the plan")
        assert watch.stop() == 0
    assert link.is_symlink()


def test_a05_a_vault_taken_away_and_brought_back_is_watched_again(root: Path) -> None:
    (root / "acme.md").write_bytes(note())
    with Running(root) as watch:
        written = (root / "acme.md").read_bytes()
        away = root.with_name("away")
        root.rename(away)
        until(lambda: watch.events("away"), "its word on the vault")
        away.rename(root)
        until(lambda: watch.events("back"), "its return")
        (root / "globex.md").write_bytes(note("Globex"))
        until(lambda: has_plan(root / "globex.md"), "the plan")
        assert (root / "acme.md").read_bytes() == written
        assert watch.stop() == 0


def test_a01_an_edit_in_a_flood_of_events_is_handled(root: Path) -> None:
    (root / "acme.md").write_bytes(note())
    limit = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    with Running(root) as watch:
        watch.hold()
        for number in range(limit // 2 + 500):
            (root / f"x{number % 2}").write_bytes(b"")
            (root / f"x{number % 2}").unlink()
        file = root / "acme.md"
        file.write_bytes(decided(file.read_bytes()))
        watch.go_on()
        until(lambda: b"2026-11-23" in file.read_bytes(), "the attempt's move")
        assert watch.stop() == 0
        assert any("lost" in line["what"] for line in watch.events("rescan"))


def unshared(setting: str, value: int) -> list[str]:
    return [*UNSHARE, "sh", "-c", f'echo {value} > /proc/sys/user/{setting} && exec "$@"', "sh"]


def can_unshare() -> bool:
    if shutil.which("unshare") is None:
        return False
    command = [*unshared("max_inotify_watches", 60), "true"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize(
    ("setting", "value"), [("max_inotify_watches", 60), ("max_inotify_instances", 0)]
)
def test_a02_a03_without_watches_every_note_is_handled_all_the_same(
    root: Path, setting: str, value: int
) -> None:
    if not can_unshare():
        pytest.skip("no user namespaces here")
    for number in range(200):
        (root / f"f{number}").mkdir()
    with Running(root, wrap=unshared(setting, value)) as watch:
        (notice,) = watch.events("polling")
        assert "every few seconds" in notice["what"]
        for number in (3, 190):
            (root / f"f{number}" / "acme.md").write_bytes(note(f"Company {number}"))
        until(lambda: watch.written() == 2, "both plans")
        assert watch.stop() == 0


def test_systemd_is_told_when_the_start_up_sync_is_done(root: Path, tmp_path: Path) -> None:
    (root / "acme.md").write_bytes(note())
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        ear.settimeout(30)
        env = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "400000"}
        with Running(root, env=env) as watch:
            first = ear.recv(200)
            while first.startswith(b"WATCHDOG=1\nEXTEND_TIMEOUT_USEC="):
                first = ear.recv(200)
            assert first.decode() == "READY=1\nSTATUS=watching 1 interview note"
            assert has_plan(root / "acme.md")
            assert [ear.recv(200) for _ in range(3)] == [b"WATCHDOG=1"] * 3
            assert watch.stop() == 0
        heard = b""
        while heard != b"STOPPING=1":
            heard = ear.recv(200)


def test_a_log_that_is_cut_while_it_is_written_goes_on_at_its_start(
    root: Path, tmp_path: Path
) -> None:
    """Log rotation by copying and cutting; else the file would begin with as many zeros."""
    log = tmp_path / "log"
    command = [sys.executable, "-m", "mdfollow", "--vault", str(root), "watch"]
    command += ["--log-format", "json", "-v"]
    with log.open("wb") as out, subprocess.Popen(command, stdout=out) as process:
        until(lambda: b"watching" in log.read_bytes(), "its start")
        os.truncate(log, 0)
        process.send_signal(signal.SIGHUP)
        until(lambda: b"rescan" in log.read_bytes(), "another line")
        process.send_signal(signal.SIGTERM)
    assert process.returncode == 0
    assert log.read_bytes().startswith(b"{")


def test_text_lines_go_to_stdout_for_changes_and_to_stderr_for_the_rest(root: Path) -> None:
    (root / "acme.md").write_bytes(note())
    command = [sys.executable, "-m", "mdfollow", "--vault", str(root), "watch"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert b"acme.md: first plan" in process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert out == b""
    assert b"every note is whole" in err


@pytest.mark.parametrize("value", ["-1", "31", "soon", "nan"])
def test_a_quiet_time_that_is_none_is_refused(root: Path, value: str) -> None:
    command = [sys.executable, "-m", "mdfollow", "--vault", str(root), "watch"]
    ran = subprocess.run(
        [*command, f"--quiet-time={value}"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "is not a number of seconds from 0 to 30" in ran.stderr


def test_without_a_place_for_its_lock_it_says_so(root: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    command = [sys.executable, "-m", "mdfollow", "--vault", str(root), "watch"]
    env = {**os.environ, "XDG_RUNTIME_DIR": str(blocked)}
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert ran.returncode == 2
    assert "no place for the watch's lock" in ran.stderr
