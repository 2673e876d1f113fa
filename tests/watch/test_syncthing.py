"""S06: two real Syncthing programs on this machine, a watch on each copy."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.watch.running import Running, until
from tests.watch.vigil import OPENING, note

pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(shutil.which("syncthing") is None, reason="Syncthing is not installed"),
]

FOLDER = """
<folder id="vault" path="{path}" type="sendreceive" rescanIntervalS="3600"
    fsWatcherEnabled="true" fsWatcherDelayS="1">
  <device id="{one}"></device><device id="{two}"></device>
  <minDiskFree unit="%">0</minDiskFree>
  <maxConflicts>-1</maxConflicts>
</folder>
"""
DEVICE = """
<device id="{id}" name="{name}" compression="never">
  <address>tcp://127.0.0.1:{port}</address>
</device>
"""
CONFIG = """
<configuration version="36">
{folder}{devices}
<gui enabled="false"><address>127.0.0.1:0</address></gui>
<options>
  <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
  <globalAnnounceEnabled>false</globalAnnounceEnabled>
  <localAnnounceEnabled>false</localAnnounceEnabled>
  <relaysEnabled>false</relaysEnabled>
  <natEnabled>false</natEnabled>
  <startBrowser>false</startBrowser>
  <reconnectionIntervalS>1</reconnectionIntervalS>
  <urAccepted>-1</urAccepted>
  <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
  <crashReportingEnabled>false</crashReportingEnabled>
</options>
</configuration>
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def identity(home: Path) -> str:
    command = ["syncthing", "generate", "--home", str(home), "--no-default-folder"]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    found = re.search(r"[A-Z0-9]{7}(?:-[A-Z0-9]{7}){7}", made.stdout + made.stderr)
    assert found
    return found[0]


@contextmanager
def syncing(base: Path) -> Iterator[tuple[Path, Path]]:
    """Two folders that Syncthing keeps the same."""
    homes = [base / "home1", base / "home2"]
    vaults = [base / "one", base / "two"]
    ports = [free_port(), free_port()]
    ids = [identity(home) for home in homes]
    devices = "".join(
        DEVICE.format(id=each, name=f"m{n}", port=ports[n]) for n, each in enumerate(ids)
    )
    with ExitStack() as stack:
        for home, vault, port in zip(homes, vaults, ports, strict=True):
            (vault / ".stfolder").mkdir(parents=True)
            folder = FOLDER.format(path=vault, one=ids[0], two=ids[1])
            config = CONFIG.format(folder=folder, devices=devices, port=port)
            (home / "config.xml").write_text(config)
            process = subprocess.Popen(
                ["syncthing", "serve", "--home", str(home), "--no-browser", "--no-restart"],
                stdout=(home / "log").open("wb"),
                stderr=subprocess.STDOUT,
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
        yield vaults[0], vaults[1]


def conflicts(*vaults: Path) -> list[str]:
    return [file.name for vault in vaults for file in vault.glob("*sync-conflict*")]


def read(file: Path) -> bytes:
    """A note's bytes; Syncthing takes it away for a moment when it puts a new version there."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def same(one: Path, two: Path, name: str) -> bool:
    return read(one / name) == read(two / name) != b""


def test_s06_a_plan_written_here_arrives_there_and_neither_writes_again(tmp_path: Path) -> None:
    with syncing(tmp_path) as (one, two), Running(one) as left, Running(two) as right:
        (one / "acme.md").write_bytes(note())
        until(lambda: OPENING in read(one / "acme.md"), "the plan here")
        until(lambda: same(one, two, "acme.md"), "its arrival there", 90)
        # Longer than the longest wait for what arrives, so that a second writer would have shown.
        until(lambda: right.events("nothing"), "a look at it there", 90)
        assert left.written() == 1
        assert right.written() == 0
        text = (two / "acme.md").read_bytes()
        (two / "acme.md").write_bytes(text.replace(b"# Acme", b"# Acme\nher words there"))
        until(lambda: b"her words there" in read(one / "acme.md"), "her words here", 90)
        assert same(one, two, "acme.md")
        assert conflicts(one, two) == []
        assert (left.stop(), right.stop()) == (0, 0)


def test_s06_edits_on_both_sides_are_kept_and_it_comes_to_rest(tmp_path: Path) -> None:
    with syncing(tmp_path) as (one, two), Running(one) as left, Running(two) as right:
        (one / "acme.md").write_bytes(note(more="decision: 2026-11-20\n"))
        until(lambda: same(one, two, "acme.md"), "both to be connected", 90)
        until(lambda: left.written() == 1, "the plan")
        until(lambda: same(one, two, "acme.md"), "its arrival", 90)
        for number in range(6):
            file = (one, two)[number % 2] / "acme.md"
            until(lambda file=file: read(file), "a moment when it is there")  # type: ignore[misc]
            day = b"decision: 2026-11-%02d" % (16 + number)
            text = re.sub(rb"decision: \d{4}-\d\d-\d\d", day, read(file))
            file.write_bytes(text.replace(b"# Acme", b"# Acme\nword%d" % number, 1))
            time.sleep(0.5)

        def at_rest() -> bool:
            before = (left.written(), right.written(), len(conflicts(one, two)))
            time.sleep(3)
            now = (left.written(), right.written(), len(conflicts(one, two)))
            return before == now and same(one, two, "acme.md")

        until(at_rest, "rest", 120)
        files = [*one.glob("*.md"), *two.glob("*.md")]
        kept = b"".join(read(file) for file in files)
        assert all(b"word%d\n" % number in kept for number in range(6))
        assert (one / "acme.md").read_bytes().count(b"mdfollow:state") == 1
        assert (left.stop(), right.stop()) == (0, 0)
