"""Shells complete what the commands take."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mdfollow.cli import COMMANDS
from tests.cli.conftest import Start


def script(start: Start, folder: Path, shell: str) -> str:
    pytest.importorskip("shtab")
    ran = start(folder)("--print-completion", shell, today="")
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_every_command_is_in_the_script(start: Start, tmp_path: Path, shell: str) -> None:
    text = script(start, tmp_path, shell)
    assert all(name in text for name in COMMANDS)
    assert "holidays" in text


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("words", "expected"), [(["mdfollow", "sy"], "sync"), (["mdfollow", "sync", "--di"], "--diff")]
)
def test_bash_completes(start: Start, tmp_path: Path, words: list[str], expected: str) -> None:
    text = script(start, tmp_path, "bash")
    asked = (
        f"{text}\nCOMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}\n"
        f"$(complete -p mdfollow | sed 's/.*-F \\([^ ]*\\).*/\\1/') mdfollow {words[-1]}\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    said = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=False)
    assert expected in said.stdout.split(), said


@pytest.mark.parametrize("argv", [[], ["fish"], ["bash", "zsh"]])
def test_an_unknown_shell_is_named(start: Start, tmp_path: Path, argv: list[str]) -> None:
    ran = start(tmp_path)("--print-completion", *argv, today="")
    assert ran.code == 2
    assert "takes one shell: bash, zsh, tcsh." in ran.err


def test_without_the_package(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    ran = start(tmp_path)("--print-completion", "bash", today="")
    assert (ran.code, ran.out) == (2, "")
    assert "mdfollow[completion]" in ran.err
