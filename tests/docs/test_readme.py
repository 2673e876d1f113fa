"""README says what is so, on any day."""

import re
import shlex
from pathlib import Path

import pytest

from mdfollow.cli import main
from picture import picture

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCREEN = 84
"""Lines of a page that is seen at a glance; today's has fewer."""


def blocks(kind: str) -> list[str]:
    found = re.findall(rf"^```{kind}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert found, f"README has no block marked {kind}"
    return found


COMMANDS = [shlex.split(line)[1:] for shell in blocks("sh") for line in shell.splitlines()]
DAYS = ["2026-11-11", "2027-01-01", "2028-02-29", ""]
"""The day of the note that README shows, a holiday, a leap day, and today."""


def said(*argv: str, vault: Path, today: str) -> int:
    return main(["--vault", str(vault), *(["--today", today] if today else []), *argv])


def test_readme_fits_on_a_page() -> None:
    assert len(README.splitlines()) <= SCREEN
    assert [argv[0] for argv in COMMANDS] == ["new", "sync"]


@pytest.mark.parametrize("kind", ["nothing", "obsidian", "logseq"])
@pytest.mark.parametrize("today", DAYS)
def test_the_commands_of_the_readme_do_what_it_says_on_any_day(
    tmp_path: Path, kind: str, today: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if kind != "nothing":
        (tmp_path / f".{kind}" if kind == "obsidian" else tmp_path / "logseq").mkdir()
    for argv in COMMANDS:
        assert said(*argv, vault=tmp_path, today=today) == 0
    (note,) = tmp_path.rglob("*Fernhill Bakery.md")
    text = note.read_text(encoding="utf-8")
    assert text.count("Thank-you note to Priya Raman") == 1
    assert "round" not in text
    capsys.readouterr()
    assert said("sync", "--check", vault=tmp_path, today=today) == 0
    assert said("agenda", vault=tmp_path, today=today) == 0
    assert "Thank Priya Raman" in capsys.readouterr().out
    assert said("remove", vault=tmp_path, today=today) == 0
    assert "Priya Raman (" not in note.read_text(encoding="utf-8")


def test_the_lines_of_the_readme_are_those_of_the_note(tmp_path: Path) -> None:
    for argv in COMMANDS[:1]:
        assert said(*argv, vault=tmp_path, today=DAYS[0]) == 0
    (note,) = tmp_path.glob("*.md")
    made = note.read_text(encoding="utf-8").splitlines()
    (lines,) = blocks("yaml note")
    assert [line for line in lines.splitlines() if line not in made] == []


def test_the_lines_of_the_readme_are_all_that_a_plan_needs(tmp_path: Path) -> None:
    (lines,) = blocks("yaml note")
    note = tmp_path / "note.md"
    note.write_text(f"---\n{lines}---\n", encoding="utf-8")
    assert said("sync", vault=tmp_path, today=DAYS[0]) == 0
    assert "Thank Priya Raman" in note.read_text(encoding="utf-8")


def test_the_picture_shows_the_plan_and_none_of_its_marks() -> None:
    drawn = picture()
    assert drawn.count("☐") == 3
    assert "mf-" not in drawn


def test_readme_shows_a_letter_of_the_sample() -> None:
    (fields,) = blocks("yaml letter from")
    quoted = re.findall(r"^>(?: (.*?)\\?)?$", README, re.MULTILINE)
    letter = "\n".join(quoted)
    assert letter.startswith("Subject: ")
    name = "sample-vault/Interviews/2026-11-10 Northlight Robotics.md"
    note = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert all(line in note for line in fields.splitlines())
    assert letter in (ROOT / "docs" / "sample-after" / name).read_text(encoding="utf-8")


def test_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
