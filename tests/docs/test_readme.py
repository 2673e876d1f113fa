"""README's example is what a sync writes."""

import re
import shlex
from pathlib import Path

import pytest

from mdfollow.cli import main

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    found = re.search(rf"```markdown {kind}\n(.*?)```", README, re.DOTALL)
    assert found, f"README has no block marked {kind}"
    return found[1]


def test_readme_note_gets_the_lines_readme_shows(tmp_path: Path) -> None:
    (tmp_path / ".obsidian" / "plugins" / "obsidian-tasks-plugin").mkdir(parents=True)
    note = tmp_path / "2026-11-11 Fernhill Bakery.md"
    note.write_text(block("before"), encoding="utf-8")
    assert main(["--vault", str(tmp_path), "sync", "--today", "2026-11-12"]) == 0
    after = note.read_text(encoding="utf-8")
    shown = block("after")
    assert after.startswith(block("before"))
    assert shown.strip() in after


def test_readme_shows_a_letter_of_the_sample() -> None:
    found = re.findall(r"```(?:yaml|text) letter( from)?\n(.*?)```", README, re.DOTALL)
    (_, fields), (_, letter) = found
    name = "sample-vault/Interviews/2026-11-10 Northlight Robotics.md"
    note = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert all(line in note for line in fields.splitlines())
    assert letter in (ROOT / "docs" / "sample-after" / name).read_text(encoding="utf-8")


COMMANDS = [
    shlex.split(line, comments=True)[1:]
    for shell in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in shell.splitlines()
    if line.startswith("mdfollow ")
]


def test_readme_has_commands_to_try() -> None:
    assert [argv[0] for argv in COMMANDS] == ["sync", "init", "new"]


@pytest.mark.parametrize("kind", ["nothing", "plain", "obsidian"])
def test_the_first_hour_can_be_followed_word_for_word(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if kind == "obsidian":
        (tmp_path / ".obsidian").mkdir()
    if kind != "nothing":
        (tmp_path / "2026-11-11 Fernhill.md").write_text(block("before"), encoding="utf-8")
    for argv in [*COMMANDS, ["sync"], ["agenda"], ["plan"]]:
        assert main(["--vault", str(tmp_path), *argv, "--today", "2026-11-12"]) == 0
        assert "error" not in capsys.readouterr().err
    assert "Priya Raman" in next(tmp_path.glob("*Fernhill*")).read_text(encoding="utf-8")


def test_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
