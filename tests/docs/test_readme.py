"""README's example is what a sync writes."""

import re
from pathlib import Path

from mdfollow.cli import main

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


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
