"""The sample vaults after one sync at their own date: `python scripts/sample.py` records them.

`docs/sample-after/` holds every note that a sync changes; a test holds it against the real output.
"""

import contextlib
import io
import shutil
import sys
import tempfile
from pathlib import Path

from mdfollow.cli import main as mdfollow

TODAY = "2026-11-12"
"""The day the samples play on."""
ROOT = Path(__file__).resolve().parent.parent
SAMPLES = tuple(
    folder for name in ("sample-vault", "sample-logseq") if (folder := ROOT / name).is_dir()
)
AFTER = ROOT / "docs" / "sample-after"


def notes(folder: Path) -> dict[str, bytes]:
    """Every note of a vault by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".md", ".org"}
    }


def synced(sample: Path, scratch: Path) -> dict[str, bytes]:
    """The notes a sync of a copy in `scratch` changes, as they are afterwards."""
    copy = scratch / sample.name
    shutil.copytree(sample, copy)
    before = notes(copy)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        mdfollow(["--vault", str(copy), "sync", "--yes", "--today", TODAY])
    return {path: data for path, data in notes(copy).items() if data != before[path]}


def main() -> int:
    """Record every sample anew."""
    shutil.rmtree(AFTER, ignore_errors=True)
    for sample in SAMPLES:
        with tempfile.TemporaryDirectory() as scratch:
            for path, data in synced(sample, Path(scratch)).items():
                file = AFTER / sample.name / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
