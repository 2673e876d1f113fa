"""Two copies of a vault under git: the same plan twice is no conflict (S01, S03)."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.watch.vigil import Vigil, note

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(root: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    settings = ("user.name=Me", "user.email=me@example.org", "commit.gpgsign=false")
    options = [each for setting in settings for each in ("-c", setting)]
    return subprocess.run(
        ["git", *options, *words], cwd=root, check=check, capture_output=True, text=True
    )


def committed(root: Path, message: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


@pytest.fixture
def repository(root: Path) -> Path:
    git(root, "init", "--quiet", "--initial-branch=main")
    (root / "acme.md").write_bytes(note(body="\nher words\n"))
    committed(root, "a note")
    git(root, "branch", "other")
    return root


def planned_on(root: Path, branch: str) -> Vigil:
    """Check a branch out, sync it and commit."""
    git(root, "checkout", "--quiet", branch)
    vigil = Vigil(root).start()
    committed(root, f"planned on {branch}")
    return vigil


def tasks(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if b"- [ ] " in line or b"- [x] " in line]


def test_s01_the_same_plan_on_both_branches_merges_without_a_conflict(repository: Path) -> None:
    planned_on(repository, "other")
    vigil = planned_on(repository, "main")
    planned = vigil.read("acme.md")
    assert git(repository, "merge", "--quiet", "other").returncode == 0
    assert vigil.read("acme.md") == planned
    after = Vigil(repository).start()
    assert after.writes() == []


def test_s01_edits_on_both_sides_keep_every_task_once(repository: Path) -> None:
    vigil = planned_on(repository, "main")
    before = tasks(vigil.read("acme.md"))
    git(repository, "branch", "--force", "other")
    git(repository, "checkout", "--quiet", "other")
    path = repository / "acme.md"
    path.write_bytes(path.read_bytes().replace(b"# Acme", b"# Acme\nand more on the laptop"))
    committed(repository, "more words")
    git(repository, "checkout", "--quiet", "main")
    path.write_bytes(path.read_bytes().replace(b"- [ ] Thank", b"- [x] Thank", 1))
    committed(repository, "ticked")
    assert git(repository, "merge", "--quiet", "--no-edit", "other").returncode == 0
    Vigil(repository).start()
    data = path.read_bytes()
    assert b"and more on the laptop" in data
    assert len(tasks(data)) == len(before) - 1  # the ticked letter has asked the question (ASK-2)
    assert data.count(b"] Thank Dana Kim") == 1
    assert data.count(b"[x] Thank Dana Kim") == 1
    assert data.count(b"mdfollow:state") == 1


def test_s01_a_conflict_left_in_the_note_is_left_to_her(repository: Path) -> None:
    planned_on(repository, "other")
    path = repository / "acme.md"
    path.write_bytes(path.read_bytes().replace(b"- [ ] Thank", b"- [ ] Please thank", 1))
    committed(repository, "reworded")
    planned_on(repository, "main")
    path.write_bytes(path.read_bytes().replace(b"- [ ] Thank", b"- [ ] Warmly thank", 1))
    committed(repository, "reworded otherwise")
    assert git(repository, "merge", "other", check=False).returncode == 1
    torn = path.read_bytes()
    assert b"<<<<<<<" in torn
    vigil = Vigil(repository).start()
    assert path.read_bytes() == torn
    assert any("merge conflict" in each for each in vigil.said("problem"))
    ours = torn.partition(b"<<<<<<<")
    assert ours[1]
    git(repository, "checkout", "--theirs", "acme.md")
    solved = Vigil(repository).start()
    assert solved.read("acme.md").count(b"] Please thank Dana Kim") == 1
    assert len(Vigil(repository).start().writes()) == 0


def test_s03_a_union_merge_with_a_ticked_twin_keeps_the_tick_once(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.md merge=union\n")
    committed(repository, "union")
    git(repository, "branch", "--force", "other")
    planned_on(repository, "main")
    git(repository, "branch", "--force", "other")
    path = repository / "acme.md"
    line = next(each for each in path.read_bytes().splitlines() if b"] Thank Dana" in each)
    ticked = line.replace(b"[ ]", b"[x]", 1)
    path.write_bytes(path.read_bytes().replace(line, ticked))
    committed(repository, "ticked here")
    git(repository, "checkout", "--quiet", "other")
    path.write_bytes(path.read_bytes().replace(line, ticked + " ✅ 2026-11-11".encode()))
    committed(repository, "ticked there with a date")
    git(repository, "checkout", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-edit", "other")
    assert path.read_bytes().count(b"Thank Dana Kim") >= 2
    Vigil(repository).start()
    data = path.read_bytes()
    assert b"[ ] Thank Dana Kim" not in data
    assert b"[x] Thank Dana Kim" in data
    assert Vigil(repository).start().writes() == []


def test_s03_an_open_twin_is_folded_into_the_ticked_one(repository: Path) -> None:
    vigil = planned_on(repository, "main")
    data = vigil.read("acme.md")
    line = next(each for each in data.splitlines() if b"] Thank Dana" in each)
    twins = data.replace(line, line + b"\n" + line.replace(b"[ ]", b"[x]", 1))
    vigil.save("acme.md", twins)
    vigil.rest(5)
    folded = vigil.read("acme.md")
    assert folded.count(b"] Thank Dana Kim") == 1
    assert folded.count(b"[x] Thank Dana Kim") == 1
