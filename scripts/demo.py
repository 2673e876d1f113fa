"""Copy the sample vault to a scratch folder, sync it at the sample's own date, show the diff."""

import difflib
import shutil
import sys
import tempfile
from pathlib import Path

from mdfollow.cli import main as mdfollow
from sample import ROOT, TODAY, notes


def lines(data: bytes) -> list[str]:
    """Lines of a note for a diff; line endings as they are."""
    return data.decode().splitlines(keepends=True)


def main() -> int:
    """Run the demo; the exit code is the sync's own."""
    scratch = Path(tempfile.mkdtemp(prefix="mdfollow-demo-")) / "sample-vault"
    shutil.copytree(ROOT / "sample-vault", scratch)
    before = notes(scratch)
    code = mdfollow(["--vault", str(scratch), "sync", "--yes", "--today", TODAY])
    for path, data in notes(scratch).items():
        diff = difflib.unified_diff(lines(before[path]), lines(data), f"a/{path}", f"b/{path}")
        sys.stdout.writelines(line if line.endswith("\n") else line + "\n" for line in diff)
    sys.stdout.write(f"\nThe synced copy is in {scratch}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
