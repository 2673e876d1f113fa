"""What a watch costs while it rests and at each save, in counts."""

import gc
import io
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from mdfollow.cli import main
from mdfollow.document.source import Source
from mdfollow.sync.result import NoteReport
from mdfollow.views.findings import findings
from mdfollow.watch import new_problems
from mdfollow.watch.loop import Loop
from tests.watch.vigil import Vigil, note

MANY = 30


@pytest.fixture
def collecting() -> Iterator[None]:
    """Garbage collection as it was before."""
    before = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if before else gc.disable)()


def test_p7_what_there_is_to_say_is_worked_out_for_the_saved_note_alone(
    vigil: Vigil, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()

    def counted(report: NoteReport) -> object:
        asked[report.path] += 1
        return findings(report)

    monkeypatch.setattr(new_problems, "findings", counted)
    for number in range(MANY):
        vigil.put(f"n{number}.md", note(f"Company {number}"))
    vigil.start()
    for line in (b"decision: 2026-11-20\n", b"notes: none\n"):  # at the first all plans are new
        asked.clear()
        vigil.save("n3.md", vigil.read("n3.md").replace(b"format", line + b"format", 1))
        vigil.rest(60)
        assert b"2026-11-20" in vigil.read("n3.md")
    assert set(asked) == {"n3.md"}


@pytest.mark.usefixtures("collecting")
def test_p7_no_save_waits_for_a_look_through_all_plans(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr(Loop, "run", lambda _: seen.append((gc.isenabled(), gc.get_freeze_count())))
    (root / "acme.md").write_bytes(note())
    words = ["--vault", str(root), "--today", "2026-11-12", "watch"]
    assert main(words, stdout=io.StringIO(), stderr=io.StringIO()) == 0
    (is_on, set_aside), *_ = seen
    assert is_on
    assert set_aside > 10_000  # what is there anyway, and the plans


def test_p8_pages_that_were_planned_let_go_of_their_lines(vigil: Vigil) -> None:
    for number in range(MANY):
        vigil.put(f"n{number}.md", note(f"Company {number}"))
    vigil.start()
    gc.collect()
    sources = [each for each in gc.get_objects() if isinstance(each, Source)]
    mine = [each for each in sources if b"Company" in each.data]
    assert len(mine) >= MANY
    assert [each for each in mine if {"lines", "texts"} & vars(each).keys()] == []


def test_p8_a_watch_loads_no_openssl(root: Path) -> None:
    """It takes 3.5 MB; so do libraries that bring it along."""
    (root / "acme.md").write_bytes(note())
    script = (
        "import sys\nfrom mdfollow.cli import main\nfrom mdfollow.watch.loop import Loop\n"
        "Loop.run = lambda _: None\n"
        f"main(['--vault', {str(root)!r}, '--today', '2026-11-12', 'watch'])\n"
        "print('\\n#', *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
    )
    loaded = set(done.stdout.rpartition("\n#")[2].split())
    assert {"mdfollow.sync.engine", "mdfollow.vault.write"} <= loaded
    assert loaded & {"_hashlib", "ssl", "decimal", "socket", "mdfollow.views.dashboard"} == set()
