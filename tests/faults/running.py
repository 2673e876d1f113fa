"""Whole vaults through the real command, each in a process of its own with tight limits.

The processes are forked from one that has done a sync before, so that a limit is about the vault
and not about what Python takes to start.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

TODAY = "2026-11-12"
GOOD = b"""\
---
company: Globex
interview_date: 2026-11-10
interviewers: Ann Lee
---
# Globex
"""
SECONDS, MEGABYTES = 0.5, 100
Make = Callable[[Path], object]


class Ran(NamedTuple):
    """What came of one vault; `texts` are its files after one sync, `again` after another."""

    status: int
    code: int
    seconds: float
    out: str
    err: str
    texts: Mapping[str, bytes]
    again: Mapping[str, bytes]


CHILD = """
import io, json, os, resource, sys, time
sys.path[:0] = json.loads(sys.argv[1])
from mdfollow.cli import main

def sync(root):
    out, err = io.StringIO(), io.StringIO()
    code = main(["--vault", root, "--today", sys.argv[2], "sync", "--yes"],
                cwd=root, stdin=io.StringIO(), stdout=out, stderr=err, env={})
    return code, out.getvalue(), err.getvalue()

def texts(root):
    found = {}
    for folder, _, names in os.walk(root):
        for file in (os.path.join(folder, name) for name in names):
            if os.path.isfile(file) and not os.path.islink(file) and os.path.getsize(file) < 1e6:
                with open(file, "rb") as note:
                    found[os.path.relpath(file, root)] = note.read().decode("latin-1")
    return found

def limited(root):
    with open("/proc/self/statm") as file:
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + (int(sys.argv[3]) << 20), -1))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    begin = time.process_time()
    code, out, err = sync(root)
    seconds, after = time.process_time() - begin, texts(root)
    sync(root)
    return code, seconds, out, err, after, texts(root)

first, *roots = json.load(sys.stdin)
sync(first)
for root in roots:
    back, forth = os.pipe()
    if os.fork() == 0:
        with os.fdopen(forth, "w") as answer:
            json.dump(limited(root), answer)
        os._exit(0)
    os.close(forth)
    with os.fdopen(back) as answer:
        said = json.loads(answer.read() or '[-1, 0, "", "", {}, {}]')
    print(json.dumps([os.waitstatus_to_exitcode(os.wait()[1]), *said]))
"""


def run(vaults: Mapping[str, Path], home: Path) -> dict[str, Ran]:
    """Sync every vault twice, the first time measured; locks and the like go to `home`."""
    argv = [json.dumps(sys.path), TODAY, str(MEGABYTES)]
    places = ("HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    child = subprocess.run(
        [sys.executable, "-c", CHILD, *argv],
        input=json.dumps([str(vault(home / "first", {})), *map(str, vaults.values())]),
        env={**os.environ, **dict.fromkeys(places, str(home))},
        capture_output=True,
        check=True,
        text=True,
        timeout=200,
    )
    return dict(zip(vaults, map(_ran, child.stdout.splitlines()), strict=True))


def _ran(row: str) -> Ran:
    status, code, seconds, out, err, texts, again = json.loads(row)
    return Ran(status, code, seconds, out, err, _bytes(texts), _bytes(again))


def _bytes(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode("latin-1") for path, text in texts.items()}


def sound(ran: Ran) -> None:
    """What holds whatever stands in a vault: the limits, the good note, a second sync."""
    assert ran.status == 0
    assert ran.seconds < SECONDS
    assert b"## Follow-up plan" in ran.texts["good.md"]
    assert ran.texts["good.md"].startswith(GOOD)
    assert ran.again == ran.texts
    assert "Traceback" not in ran.err
    assert all(char.isprintable() or char == "\n" for char in ran.out + ran.err)


def vault(root: Path, files: Mapping[str, bytes | Make]) -> Path:
    """A vault with these files in it and a good note besides; a function makes its file itself."""
    for name, what in {"good.md": GOOD, **files}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(what, bytes):
            file.write_bytes(what)
        else:
            what(file)
    return root
