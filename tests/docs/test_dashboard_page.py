"""docs/dashboard.md shows what a sync really writes."""

import shutil
from pathlib import Path

from mdfollow.cli import main

ROOT = Path(__file__).resolve().parents[2]
NOTES = (
    "2026-11-02 Kestrel Analytics.md",
    "2026-11-10 Northlight Robotics.md",
    "2026-11-12 Kestrel Analytics, second round.md",
)


def test_the_page_in_the_docs_is_the_real_one(tmp_path: Path) -> None:
    shown = (ROOT / "docs/dashboard.md").read_text(encoding="utf-8")
    shown = shown.partition("```markdown page\n")[2].partition("```")[0]
    assert shown.startswith("## By date\n")
    (tmp_path / "Interviews").mkdir()
    for name in NOTES:
        shutil.copy(ROOT / "sample-vault/Interviews" / name, tmp_path / "Interviews" / name)
    (tmp_path / "mdfollow.toml").write_text('dashboard = "Follow-ups.md"\n', encoding="utf-8")
    main(["--vault", str(tmp_path), "--today", "2026-11-12", "sync", "--yes"])
    page = (tmp_path / "Follow-ups.md").read_text(encoding="utf-8")
    assert page.partition("-->\n\n")[2].partition("\n## Timeline")[0] == shown
