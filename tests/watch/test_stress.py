"""She types and saves all the time while the watch writes: every sentence is there, once."""

import random
import sys
import time
from pathlib import Path

import pytest

from tests.watch.editor import BOM, TOKEN, Buffer, work
from tests.watch.running import DEADLINE, Running, until

LONG = 180.0
ENOUGH = 31
"""Writes of the watch among her saves, in a run that does not go by the clock."""
KINDS = ((b"\n", b"", 0o644), (b"\r\n", b"", 0o640), (b"\n", BOM, 0o600), (b"\r\n", BOM, 0o664))


def stress(root: Path, seconds: float, seed: int, writes: int = 0) -> tuple[int, int]:
    """Hammer a vault for so long, and on until the watch has written so often.

    Returns how often she saved and how often the watch wrote.
    """
    chance = random.Random(seed)
    buffers = [
        Buffer(root / f"note{number}.md", number, chance, *KINDS[number % len(KINDS)])
        for number in range(8)
    ]
    for buffer in buffers:
        buffer.create()
    with Running(root, quiet=0.02) as watch:
        until(lambda: watch.written() == len(buffers), "the first plans")
        for buffer in buffers[1:]:  # the first one stays what it was before its plan
            buffer.reload()
        end = time.monotonic() + seconds
        while time.monotonic() < end or watch.written() < writes:
            assert time.monotonic() < end + DEADLINE, "the watch does not come to write"
            work(chance.choice(buffers))
            time.sleep(chance.choice((0.0, 0.003, 0.02, 0.08)))
        until(lambda: _is_calm(watch), "rest after all the saves")
        assert watch.stop() == 0
        written, said = watch.written(), watch.said
    assert said == []
    for buffer in buffers:
        check(buffer)
    names = {file.name for file in root.iterdir()}
    assert names == {buffer.file.name for buffer in buffers}
    return sum(buffer.saves for buffer in buffers), written


def _is_calm(watch: Running) -> bool:
    before = len(watch.lines)
    time.sleep(0.3)
    return len(watch.lines) == before


def check(buffer: Buffer) -> None:
    """Everything of hers is there once and in order, in her line ends, with her rights."""
    data = buffer.file.read_bytes()
    assert TOKEN.findall(data) == buffer.expected
    assert data.startswith(buffer.bom + b"---")
    assert data.count(BOM) == (1 if buffer.bom else 0)
    if buffer.newline == b"\r\n":
        assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    else:
        assert b"\r" not in data
    assert buffer.file.stat().st_mode & 0o777 == buffer.mode


def test_w06_saves_all_the_time(root: Path) -> None:
    saves, writes = stress(root, 2.0, seed=1, writes=ENOUGH)
    assert saves > ENOUGH
    assert writes >= ENOUGH


@pytest.mark.stress
@pytest.mark.parametrize("seed", range(2, 5))
def test_w06_minutes_of_saves(root: Path, seed: int) -> None:
    saves, writes = stress(root, LONG, seed)
    sys.stdout.write(f"{saves} saves, {writes} writes in between\n")
    assert writes > 500
