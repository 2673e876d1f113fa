"""The first hour can be followed word for word, on any day; the front page shows a real plan."""

import re
import shlex
from pathlib import Path

import pytest

from mdfollow.cli import main
from pages import DOCS

PAGE = (DOCS / "first-hour.md").read_text(encoding="utf-8")
FACTS = re.findall(r"```yaml\n(learned:.*?)```", PAGE, re.DOTALL)[0]
FRONT = (DOCS / "index.md").read_text(encoding="utf-8")
COMMANDS = [
    shlex.split(line)[1:]
    for shell in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in shell.splitlines()
]


@pytest.mark.parametrize("today", ["2026-11-11", "2027-02-28", "2031-12-25"])
def test_the_first_hour_as_printed(
    tmp_path: Path,
    today: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = ["init", "new", "sync", "sync", "agenda", "plan", "mail", "done"]
    assert [argv[0] for argv in COMMANDS] == names
    monkeypatch.chdir(tmp_path)
    for argv in COMMANDS:
        words = [found for each in argv for found in (sorted(map(str, Path().glob(each)))
                 if "*" in each else [each])]  # fmt: skip
        code = main([*words, "--today", today])
        assert code == ("--diff" in argv), argv  # a look that finds something to write ends with 1
        if argv[0] == "new":
            (note,) = tmp_path.glob("*Fernhill*")
            text = note.read_text(encoding="utf-8")
            note.write_text(text.replace("---\n", f"---\n{FACTS}", 1), encoding="utf-8")
    text = note.read_text(encoding="utf-8")
    assert "- [x] Thank Priya Raman" in text
    assert "Dear Priya," in text
    assert "mailto:" in capsys.readouterr().out


def test_the_front_page_shows_a_real_plan(tmp_path: Path) -> None:
    before, after = re.findall(r"```markdown\n(.*?)```", FRONT, re.DOTALL)
    note = tmp_path / "2026-11-11 Fernhill Bakery.md"
    note.write_text(before, encoding="utf-8")
    assert main(["--vault", str(tmp_path), "sync", "--today", "2026-11-12"]) == 0
    assert after in note.read_text(encoding="utf-8").removeprefix(before)
