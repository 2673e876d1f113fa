"""The small parts: names, log lines, the guard, mount tables, systemd's socket, the bell."""

import json
import socket
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mdfollow.sync.memory import Memory
from mdfollow.sync.result import Note, Vault
from mdfollow.watch import bell, lines, mounts
from mdfollow.watch.guard import MOST, SPAN, Guard
from mdfollow.watch.lines import Level, Line
from mdfollow.watch.notifying import Systemd
from tests.watch.vigil import TODAY, Vigil, note

AT = datetime(2026, 11, 12, 14, 3, 12, 345_000, UTC)


def test_a_line_tells_time_note_and_what_in_one_line() -> None:
    line = Line(Level.CHANGE, "written", "1 task moved", "interviews/acme.md")
    assert lines.text(line, AT) == "14:03:12 interviews/acme.md: 1 task moved"
    hostile = Line(Level.CHANGE, "written", "a\nb\x1b[31m", "x\ny\x1b.md")
    assert lines.text(hostile, AT) == "14:03:12 x\\ny\\x1b.md: a b\\x1b[31m"


@pytest.mark.parametrize("path", ["acme.md", "ü/\udcff\n.md", ""])
def test_a_json_line_is_one_object_of_ascii(path: str) -> None:
    line = lines.as_json(Line(Level.NOTICE, "rescued", "two versions", path, "kept.md"), AT)
    assert line.isascii()
    assert "\n" not in line
    assert json.loads(line) == {
        "time": "2026-11-12T14:03:12.345+00:00",
        "level": "notice",
        "event": "rescued",
        "note": path or None,
        "what": "two versions",
        "rescued": "kept.md",
    }


def test_the_guard_counts_the_same_version_and_forgets_with_time() -> None:
    guard = Guard()
    for moment in range(MOST):
        assert guard.allows("a", b"base", moment)
        guard.wrote("a", b"base", moment)
    assert not guard.allows("a", b"base", MOST)
    assert guard.allows("b", b"base", MOST)
    assert not guard.allows("a", b"base", SPAN + MOST + 1, first=True)
    assert guard.allows("a", b"hers", MOST)
    assert guard.allows("a", b"base", SPAN + MOST + 1)


TABLE = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:26 / /home/me/Server\\040Share rw - cifs //nas/share rw
31 22 0:27 / /home/me/vault rw - fuse.sshfs me@host:/vault rw
32 31 254:1 / /home/me/vault/local rw - ext4 /dev/vdb rw
33 22 0:28 / /mnt/c rw - 9p drvfs rw
34 22 0:29 / /home/m rw - nfs4 host:/m rw
malformed
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/me/notes", "ext4"),
        ("/home/me/Server Share/vault", "cifs"),
        ("/home/me/vault", "fuse.sshfs"),
        ("/home/me/vault/local/x", "ext4"),
        ("/mnt/c/Users", "9p"),
        ("/home/m/notes", "nfs4"),
    ],
)
def test_the_longest_mount_point_tells_the_kind(folder: str, kind: str) -> None:
    assert mounts.mount_type(TABLE, folder) == kind


def test_this_disk_tells_of_changes(root: Path) -> None:
    assert mounts.silent_kind(str(root)) == ""


def test_a_missing_table_is_no_trouble(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mounts, "TABLE", str(root / "none"))
    assert mounts.silent_kind(str(root)) == ""


@pytest.mark.parametrize("abstract", [False, True])
def test_systemd_hears_when_it_is_ready_alive_and_stopping(tmp_path: Path, abstract: bool) -> None:
    name = f"@mdfollow-test-{tmp_path.name}" if abstract else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind("\0" + name[1:] if abstract else name)
        ear.settimeout(5)
        systemd = Systemd({"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "30000000"})
        systemd.pulse(100.0)
        systemd.ready("watching 3 interview notes")
        for now in (101.0, 114.9, 115.0, 116.0):
            systemd.pulse(now)
        assert systemd.next == 130.0
        systemd.status("polling")
        systemd.stopping()
        heard = [ear.recv(200).decode() for _ in range(5)]
    assert heard == [
        "WATCHDOG=1\nEXTEND_TIMEOUT_USEC=300000000",
        "READY=1\nSTATUS=watching 3 interview notes",
        "WATCHDOG=1",
        "STATUS=polling",
        "STOPPING=1",
    ]


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"WATCHDOG_USEC": "30000000"},
        {"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "x"},
        {"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"},
    ],
)
def test_without_systemd_nothing_is_sent_and_nothing_fails(env: dict[str, str]) -> None:
    systemd = Systemd(env)
    systemd.pulse(100.0)
    assert systemd.next is None
    systemd.ready("fine")
    systemd.stopping()


def test_the_bell_rings_once_for_a_step_whose_time_has_come_and_names_nobody(root: Path) -> None:
    vigil = Vigil(root)
    vigil.today = date(2026, 11, 10)
    vigil.put("acme.md", note(more="decision: 2026-11-20\n"))
    vigil.start()
    heard: list[str] = []
    ringer = bell.Bell(heard.append)
    for day in ("2026-11-10", "2026-11-10", "2026-11-11", "2026-11-12", "2026-11-23", "2026-11-23"):
        vigil.today = date.fromisoformat(day)
        ringer.hear(vigil.watcher.planning.reports({}), vigil.today)
    assert heard == ["A follow-up is due. `mdfollow agenda` shows it."] * 2
    assert bell.words(3) == "3 follow-ups are due. `mdfollow agenda` shows them."


def test_the_bell_takes_what_the_desktop_has() -> None:
    assert bell.command("x", lambda name: None) == []
    found = bell.command("two words", lambda name: f"/bin/{name}" if name[0] == "n" else None)
    assert found == ["/bin/notify-send", "--app-name=mdfollow", "mdfollow", "two words"]
    mac = bell.command("two words", lambda name: f"/bin/{name}" if name[0] == "o" else None)
    assert mac[1:] == ["-e", 'display notification "two words" with title "mdfollow"']


def test_memory_never_changes_what_a_run_finds() -> None:
    from mdfollow.sync.engine import sync

    memory, vault = Memory(), Vault()
    notes = {f"n{k}.md": note(f"Company {k % 3}", people=f"Person {k}") for k in range(5)}
    edits: tuple[Callable[[bytes], bytes], ...] = (
        lambda data: data,
        lambda data: data.replace(b"format: onsite", b"format: phone"),
        lambda data: data.replace(b"- [ ]", b"- [x]", 1),
        lambda data: data.replace(b"Company 1", b"Company 2"),
        lambda data: data.replace(b"2026-11-10", b"2026-11-11"),
        lambda data: data + b"\nmore\n",
    )
    for turn, edit in enumerate(edits * 2):
        name = f"n{turn % 5}.md"
        notes[name] = edit(notes[name])
        given = [Note(path, data) for path, data in sorted(notes.items())]
        remembered = sync(given, vault, TODAY, memory)
        assert remembered == sync(given, vault, TODAY)
        notes |= {report.path: report.new for report in remembered}
