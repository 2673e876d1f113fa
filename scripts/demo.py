"""Sync a copy of the sample vault at its own date; show one note whole and count the rest."""

import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from mdfollow.cli import main as mdfollow
from sample import ROOT, TODAY

NOTE = "Interviews/2026-11-10 Northlight Robotics.md"
COUNTS = re.compile(r"(\d+) tasks? added, (\d+) drafts? written")


def sync(vault: Path, *words: str, **env: str) -> tuple[int, str, str]:
    """One `mdfollow sync`: its exit code, its data, what it says about them."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        argv = ["--vault", str(vault), "--today", TODAY, "sync", *words]
        code = mdfollow(argv, env={**os.environ, **env})
    return code, out.getvalue(), err.getvalue()


def command() -> str:
    """How this environment's `mdfollow` is called from the folder of the sources."""
    program = Path(sys.executable).with_name("mdfollow")
    return str(program.relative_to(ROOT) if program.is_relative_to(ROOT) else program)


def main() -> int:
    """Run the demo; the exit code is the sync's own."""
    vault = Path(tempfile.mkdtemp(prefix="mdfollow-demo-")) / "sample-vault"
    shutil.copytree(ROOT / "sample-vault", vault)
    colours = {"FORCE_COLOR": "1"} if sys.stdout.isatty() else {}
    _, diff, _ = sync(vault, "--diff", NOTE, **colours)
    sys.stdout.write(f'$ mdfollow sync --diff "{NOTE}"\n{diff}\n')
    code, changed, summary = sync(vault, "--yes")
    counts = [tuple(map(int, found)) for found in COUNTS.findall(changed)]
    tasks, letters = map(sum, zip(*counts, strict=True))
    sys.stdout.write(
        f"$ mdfollow sync\n{summary}"
        f"They have {tasks} tasks and {letters} letters now; docs/sample-after/ shows each.\n\n"
        f"What there is to do on that day:\n"
        f"{command()} --vault {vault} --today {TODAY} agenda\n"
    )
    return code


if __name__ == "__main__":
    sys.exit(main())
