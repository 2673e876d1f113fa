"""The first hour can be followed word for word, on any day; the front page shows a real plan."""

import re
import shlex
from pathlib import Path

import pytest

from mdfollow.cli import main
from pages import DOCS

FRONT = (DOCS / "index.md").read_text(encoding="utf-8")
COMMANDS = [
    shlex.split(line)[1:]
    for shell in re.findall(
        r"```sh\n(.*?)```", (DOCS / "first-hour.md").read_text(encoding="utf-8"), re.DOTALL
    )
    for line in shell.splitlines()
]


@pytest.mark.parametrize("today", ["2026-11-11", "2027-02-28", "2031-12-25"])
def test_the_first_hour_as_printed(
    tmp_path: Path, today: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [argv[0] for argv in COMMANDS] == ["init", "new", "sync", "sync", "agenda", "plan"]
    for argv in COMMANDS:  # a look that finds something to write ends with 1
        assert main(["--vault", str(tmp_path), *argv, "--today", today]) == ("--diff" in argv)
    (note,) = tmp_path.glob("*Fernhill*")
    assert "Thank Priya Raman" in note.read_text(encoding="utf-8")
    assert "Dear Priya," in note.read_text(encoding="utf-8")
    assert "by e-mail" in capsys.readouterr().out


def test_the_front_page_shows_a_real_plan(tmp_path: Path) -> None:
    before, after = re.findall(r"```markdown\n(.*?)```", FRONT, re.DOTALL)
    note = tmp_path / "2026-11-11 Fernhill Bakery.md"
    note.write_text(before, encoding="utf-8")
    assert main(["--vault", str(tmp_path), "sync", "--today", "2026-11-12"]) == 0
    assert after in note.read_text(encoding="utf-8").removeprefix(before)
