"""`mdfollow init --templates`: the built-in letters as files, never over her own."""

import json
from pathlib import Path

import pytest

from mdfollow.letters.templates import FILES, PLACEHOLDERS
from mdfollow.vault.settings import read_settings
from tests.cli.conftest import Start
from tests.cli.notes import ACME
from tests.cli.test_init import VAULTS, everything, make

FOLDERS = {
    "plain": "templates",
    "obsidian": "Templates",
    "obsidian with a folder of its own": "Extras/Forms",
    "templater": "90 Meta/Forms",
    "logseq": "templates",
    "zk": ".zk/templates",
}


@pytest.mark.parametrize("kind", FOLDERS)
def test_the_letters_lie_with_her_templates_and_are_used(
    start: Start, tmp_path: Path, kind: str
) -> None:
    vault = make(tmp_path / "v", VAULTS[kind][0])
    ran = start(vault)("init", "--templates")
    assert ran.code == 0
    folder = vault / FOLDERS[kind]
    assert sorted(path.stem for path in folder.glob("*.txt")) == sorted(FILES)
    assert read_settings(str(vault)).templates == FOLDERS[kind]
    mine = folder / "thank-email.txt"
    mine.write_text("Dear {{name}}, mine.\n", encoding="utf-8")
    note = vault / ("pages" if kind == "logseq" else ".") / "acme.md"
    note.write_bytes(ACME)
    assert start(vault)("sync").code == 0
    assert "Dear Dana, mine." in note.read_text(encoding="utf-8")


def test_what_is_there_stays(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {"Letters/call.txt": "mine", "mdfollow.toml": ""})
    make(vault, {"mdfollow.toml": 'templates = "Letters"\n'})
    ran = start(vault)("init", "--templates")
    assert ran.code == 0
    assert (vault / "Letters/call.txt").read_text() == "mine"
    assert "Letters/call.txt: it is there already" in ran.err
    assert "templates =" not in ran.out
    before = everything(vault)
    start(vault)("init", "--templates")
    assert everything(vault) == before


def test_settings_that_do_not_name_the_folder_are_told_how(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {"mdfollow.toml": "heading = 'Plan'\n"})
    ran = start(vault)("init", "--templates")
    assert ran.lines[-1] == 'templates = "templates"'
    assert "put this into mdfollow.toml" in ran.err


def test_the_letters_as_written_have_nothing_wrong_with_them(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {})
    start(vault)("init", "--templates")
    ran = start(vault)("check", "--output-format", "json")
    assert json.loads(ran.out)["findings"] == []
    texts = "".join(path.read_text(encoding="utf-8") for path in vault.rglob("*.txt"))
    assert "{{name}}" in texts
    assert len(PLACEHOLDERS) > 20


def test_without_the_option_no_letter_is_written(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {})
    start(vault)("init")
    assert not list(vault.rglob("*.txt"))
