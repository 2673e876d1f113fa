"""The golden cases; `golden.py` says how they are laid out and how to record one."""

from pathlib import Path

import pytest

from tests.merge.golden import CHANGING, cases, expected, notes, synced, today
from tests.merge.running import words


def test_there_are_cases_of_both_kinds() -> None:
    numbers = [int(case.name[:3]) for case in cases()]
    assert len(numbers) == len(set(numbers))
    assert min(numbers, default=CHANGING) < CHANGING < max(numbers, default=0)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path) -> None:
    """The notes end as recorded, and a second sync writes nothing."""
    assert notes(case / "before")
    got, wanted = synced(case, tmp_path), expected(case)
    for name, data in wanted.items():
        assert got[name].decode(errors="replace") == data.decode(errors="replace")
        assert got[name] == data
    assert list(got) == list(wanted)
    assert (case / "after").is_dir() == (int(case.name[:3]) >= CHANGING)
    assert ((case / "after").is_dir()) == (wanted != notes(case / "before"))
    stats = {str(file): file.stat() for file in tmp_path.rglob("*.md")}
    words(tmp_path, today(case), "sync", "--yes")
    assert notes(tmp_path) == got
    for name, stat in stats.items():
        again = Path(name).stat()
        assert (again.st_ino, again.st_mtime_ns) == (stat.st_ino, stat.st_mtime_ns)
