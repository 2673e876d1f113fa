"""`mdfollow init --templates`: the built-in letters as files, never over her own."""

import json
from pathlib import Path

import pytest

from mdfollow.letters.frames import KINDS
from mdfollow.letters.wordings import sources
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
    assert sorted(path.stem for path in folder.glob("*.toml")) == sorted(KINDS)
    assert read_settings(str(vault)).templates == FOLDERS[kind]
    mine = folder / "thank-email.toml"
    text = mine.read_text(encoding="utf-8")
    mine.write_text(text.replace("Dear {name},", "Dear {name}, mine."), encoding="utf-8")
    note = vault / ("pages" if kind == "logseq" else ".") / "acme.md"
    note.write_bytes(ACME)
    assert start(vault)("sync").code == 0
    assert "Dear Dana, mine." in note.read_text(encoding="utf-8")


def test_what_is_there_stays(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {"Letters/call.toml": "mine", "mdfollow.toml": ""})
    make(vault, {"mdfollow.toml": 'templates = "Letters"\n'})
    ran = start(vault)("init", "--templates")
    assert ran.code == 0
    assert (vault / "Letters/call.toml").read_text() == "mine"
    assert "Letters/call.toml: it is there already" in ran.err
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
    texts = {path.name: path.read_text("utf-8") for path in (vault / "templates").glob("*.toml")}
    assert texts == sources("en")


def test_an_unchanged_copy_writes_the_same_bytes(start: Start, tmp_path: Path) -> None:
    plain, copied = make(tmp_path / "a", {"acme.md": ""}), make(tmp_path / "b", {"acme.md": ""})
    start(copied)("init", "--templates")
    for vault in (plain, copied):
        (vault / "acme.md").write_bytes(ACME)
        assert start(vault)("sync").code == 0
    assert (plain / "acme.md").read_bytes() == (copied / "acme.md").read_bytes()


def test_the_letters_come_in_the_vaults_language(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {"mdfollow.toml": 'language = "de"\n'})
    start(vault)("init", "--templates")
    assert "Freundliche Grüße" in (vault / "templates/call.toml").read_text("utf-8") + (
        vault / "templates/thank-email.toml"
    ).read_text("utf-8")


def test_without_the_option_no_letter_is_written(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {})
    start(vault)("init")
    assert not list(vault.rglob("call.toml"))
