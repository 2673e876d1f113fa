"""Cases as folders: `tests/cases/sync/NNN-name` with `before`, `after` and perhaps `today.txt`.

`before` is a vault, notes and settings; `after` has the notes as `sync` must leave them. Below
100 nothing may change, and there is no `after`. To record what `sync` does now, after reading
that it is right: `python -m tests.merge.golden 113 114` (numbers; none at all: every case).
"""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.merge.running import words

CASES = Path(__file__).parent.parent / "cases" / "sync"
TODAY = "2026-11-12"
CHANGING = 100
"""The first number of the cases in which something is written."""


def cases() -> list[Path]:
    """All case folders, by number."""
    return sorted(path for path in CASES.glob("[0-9][0-9][0-9]-*") if path.is_dir())


def notes(folder: Path) -> dict[str, bytes]:
    """All notes under a folder by path."""
    found = sorted(file for file in folder.rglob("*.md") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in found}


def expected(case: Path) -> dict[str, bytes]:
    """The notes as they must stand afterwards."""
    return notes(case / ("after" if (case / "after").is_dir() else "before"))


def today(case: Path) -> str:
    """The day a case is played on."""
    file = case / "today.txt"
    return file.read_text().strip() if file.is_file() else TODAY


def synced(case: Path, root: Path) -> dict[str, bytes]:
    """Copy `before` to `root`, sync it there, and read the notes."""
    shutil.copytree(case / "before", root, dirs_exist_ok=True)
    words(root, today(case), "sync", "--yes")
    return notes(root)


def record(case: Path) -> None:
    """Write `after` as `sync` makes it today."""
    if int(case.name[:3]) < CHANGING:
        return
    with tempfile.TemporaryDirectory() as folder:
        after = synced(case, Path(folder))
    shutil.rmtree(case / "after", ignore_errors=True)
    for name, data in after.items():
        file = case / "after" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


if __name__ == "__main__":
    for each in cases():
        if not sys.argv[1:] or each.name[:3] in sys.argv[1:]:
            record(each)
