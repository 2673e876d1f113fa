"""Copy the sample vault to a scratch folder, sync it at the sample's own date, show the diff."""

import difflib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TODAY = "2026-11-12"
"""The day the sample vault plays on; the test of docs/sample-after uses it too."""
SAMPLE = Path(__file__).resolve().parent.parent / "sample-vault"


def notes(folder: Path) -> dict[str, str]:
    """Every text file of a vault by its path, line endings as they are."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".md", ".org"}
    }


def main() -> int:
    """Run the demo; the exit code is the sync's own."""
    scratch = Path(tempfile.mkdtemp(prefix="mdfollow-demo-")) / "sample-vault"
    shutil.copytree(SAMPLE, scratch)
    before = notes(scratch)
    command = [sys.executable, "-m", "mdfollow", "--vault", str(scratch), "sync", "--yes"]
    done = subprocess.run([*command, "--today", TODAY], check=False, capture_output=True, text=True)
    for path, text in notes(scratch).items():
        old = before[path].splitlines(keepends=True)
        new = text.splitlines(keepends=True)
        sys.stdout.writelines(difflib.unified_diff(old, new, f"before/{path}", f"after/{path}"))
    sys.stdout.write(f"\n{done.stdout}{done.stderr}\nThe vault is in {scratch}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
