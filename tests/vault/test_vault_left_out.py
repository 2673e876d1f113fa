"""Which notes get no first plan, and that a plan is read wherever it lies."""

import json
from pathlib import Path

import pytest

from mdfollow.surroundings import Surroundings
from mdfollow.vault.left_out import FirstPlans, excluded, unread
from mdfollow.vault.outcome import Signature, Snapshot
from mdfollow.vault.root import surroundings

PLANNED = b"---\ncompany: Acme\n---\n<!-- mdfollow:state v1 note=abc123 dialect=gfm\n-->\n"
NEW = b"---\ncompany: Acme\n---\n"


def put(root: str, path: str, text: str) -> None:
    file = Path(root, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def left_out(root: str, path: str, data: bytes = NEW) -> str:
    put(root, path, data.decode())
    note = Snapshot(path, data, Signature.of(Path(root, path).stat()))
    found = FirstPlans(root, surroundings(root)).left_out(note)
    return found.reason if found else ""


@pytest.mark.parametrize(
    ("pattern", "path", "out"),
    [
        ("Archive/", "Archive/a.md", True),
        ("Archive/", "My Archive/a.md", False),
        ("/Archive/old", "Archive/old.md", True),
        ("Old note.md", "Old note.md", True),
        ("/.*\\.draft\\.md/", "jobs/a.draft.md", True),
        ("/.*\\.draft\\.md/", "jobs/a.md", False),
        ("/^(Old|Done)\\//", "Done/a.md", True),
        ("/^(Old|Done)\\//", "Not Done/a.md", False),
        ("/[/", "[.md", True),  # in doubt no first plan
        ("/^(?!Jobs)/", "Jobs/a.md", True),
    ],
)
def test_obsidians_excluded_files(pattern: str, path: str, *, out: bool) -> None:
    assert bool(excluded(path, Surroundings(excluded=(pattern,)))) is out


def test_a_pattern_that_cannot_be_followed_is_named() -> None:
    around = Surroundings(excluded=("Old/", "/^(?!Jobs)/", "/draft/"))
    [problem] = unread(around)
    assert (problem.path, problem.code) == (".obsidian/app.json", "MDF906")
    assert "/^(?!Jobs)/" in problem.sentence


def test_the_settings_of_other_programs_are_read(root: str) -> None:
    put(root, ".obsidian/app.json", json.dumps({"userIgnoreFilters": ["Old/", 3, "/"]}))
    put(root, ".obsidian/templates.json", json.dumps({"folder": "Meta/Tmpl/"}))
    put(
        root,
        ".obsidian/plugins/templater-obsidian/data.json",
        json.dumps({"templates_folder": "./Forms"}),
    )
    put(root, "logseq/config.edn", '{:hidden ["/archived" "/pages/x.md"] ; :hidden ["/no"]\n}')
    found = surroundings(root)
    assert found.template_folders == ("Meta/Tmpl", "Forms")
    assert found.excluded == ("Old/", "archived", "pages/x.md")
    for path in ("Old/a.md", "Meta/Tmpl/a.md", "Forms/a.md", "archived/a.md"):
        assert left_out(root, path), path
        assert not left_out(root, path, PLANNED), path
    assert not left_out(root, "Meta/a.md")


@pytest.mark.parametrize("mark", [".obsidian/app.json", "mdfollow.toml", "logseq/config.edn"])
def test_a_vault_inside_the_vault_is_left_alone(root: str, mark: str) -> None:
    put(root, f"inner/{mark}", "")
    assert "inner" in left_out(root, "inner/deep/a.md")
    assert not left_out(root, "outer/a.md")
    assert not left_out(root, "a.md")
    # only settings of its own keep a note with a plan from being planned on
    assert bool(left_out(root, "inner/deep/b.md", PLANNED)) is (mark == "mdfollow.toml")


def test_the_vaults_own_marks_do_not_count(root: str) -> None:
    put(root, ".obsidian/app.json", "{}")
    put(root, "mdfollow.toml", "")
    assert not left_out(root, "a.md")
    assert not left_out(root, "jobs/a.md")
