"""A user who saves all the time, another mdfollow that writes all the time: nothing is lost."""

import os
import re
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from mdfollow.vault.outcome import Snapshot, Verdict
from mdfollow.vault.store import DiskStore

HEAD = b"# Acme\n\nher words\n"
SHORT, LONG = 0.8, 20.0
ROUNDS = 100
Save = Callable[[str, bytes], None]


def keep_saving(file: str, save: Save, seconds: float) -> None:
    """Save a new word about every 4 ms, and say at the end how many there were."""
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        save(file, b"word %d.\n" % count)
        count += 1
        time.sleep(0.004)
    Path(file).with_name("count").write_bytes(b"%d" % count)


def stress(root: str, save: Save, seconds: float) -> Counter[str]:
    """Write our line anew against those saves; returns how often each verdict was given."""
    note, verdicts, store = Path(root, "acme.md"), Counter[str](), DiskStore(root)
    note.write_bytes(HEAD)
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            keep_saving(str(note), save, seconds)
            code = 0
        finally:
            os._exit(code)
    try:
        while not os.waitpid(pid, os.WNOHANG)[0]:
            time.sleep(0.003)
            found = store.read("acme.md")
            if not isinstance(found, Snapshot) or not found.data.startswith(HEAD):
                continue
            theirs = re.sub(rb"ours \d+\n", b"", found.data)
            ours = b"ours %d\n" % verdicts.total()
            outcome = store.replace(found, HEAD + ours + theirs.removeprefix(HEAD))
            verdicts[outcome.verdict] += 1
    except BaseException:
        os.kill(pid, signal.SIGKILL)
        raise
    return verdicts


def check(root: str, verdicts: Counter[str]) -> None:
    """Every word she saved is there, in the note or in a version kept beside it."""
    note, count = Path(root, "acme.md"), int(Path(root, "count").read_bytes())
    files = [note, *Path(root).glob("*.mdfollow-rescued-*")]
    words = set(re.findall(rb"word (\d+)\.", b"".join(file.read_bytes() for file in files)))
    assert words == {b"%d" % number for number in range(count)}
    assert note.read_bytes().startswith(HEAD)
    assert list(Path(root).glob(".mdfollow-*")) == []
    assert verdicts[Verdict.WRITTEN] > 0
    assert verdicts.keys() <= {Verdict.WRITTEN, Verdict.CHANGED, Verdict.BUSY}
    assert count > 20


def test_w06_stress(root: str, save: Save) -> None:
    check(root, stress(root, save, SHORT))


@pytest.mark.stress
def test_w06_stress_for_two_minutes(root: str, save: Save) -> None:
    verdicts = stress(root, save, LONG)
    check(root, verdicts)


def test_w26_two_mdfollows_on_one_vault(root: str, note: Path) -> None:
    data = note.read_bytes()

    def write_rounds(who: bytes) -> None:
        store = DiskStore(root)
        for number in range(ROUNDS):
            verdict = Verdict.CHANGED
            while verdict is not Verdict.WRITTEN:
                found = store.read("acme.md")
                if isinstance(found, Snapshot):
                    verdict = store.replace(found, found.data + b"%s %d\n" % (who, number)).verdict
                    assert verdict in {Verdict.WRITTEN, Verdict.CHANGED, Verdict.BUSY}

    children = []
    for who in (b"one", b"two"):
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                write_rounds(who)
                code = 0
            finally:
                os._exit(code)
        children.append(pid)
    assert [os.waitpid(pid, 0)[1] for pid in children] == [0, 0]
    lines = note.read_bytes().removeprefix(data).splitlines()
    expected = {b"%s %d" % (who, number) for who in (b"one", b"two") for number in range(ROUNDS)}
    assert len(lines) == len(expected)
    assert set(lines) == expected
    assert os.listdir(root) == ["acme.md"]
