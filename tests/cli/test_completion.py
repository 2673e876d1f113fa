"""Shells complete what the commands take: the scripts in the package, in the shells themselves."""

import os
import pty
import re
import select
import shutil
import subprocess
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from completions import completion
from mdfollow.cli import COMMANDS
from mdfollow.commands.completion import FOLDER, SHELLS
from tests.cli.conftest import Start

WAIT = 20.0
"""Seconds after which a shell is taken for dead."""


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_as_it_lies_in_the_package(
    start: Start, tmp_path: Path, shell: str
) -> None:
    ran = start(tmp_path)("--print-completion", shell, today="")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == Path(FOLDER, SHELLS[shell]).read_text(encoding="utf-8")
    assert all(name in ran.out for name in COMMANDS)
    assert "holidays" in ran.out


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_as_the_commands_have_it(shell: str) -> None:
    """`python scripts/pages.py` writes it anew."""
    if metadata.version("shtab") != "1.13.0":
        pytest.skip("another shtab spells it another way")
    assert Path(FOLDER, SHELLS[shell]).read_text(encoding="utf-8") == completion(shell)


@pytest.mark.parametrize("argv", [[], ["tcsh"], ["bash", "zsh"]])
def test_an_unknown_shell_is_named(start: Start, tmp_path: Path, argv: list[str]) -> None:
    ran = start(tmp_path)("--print-completion", *argv, today="")
    assert ran.code == 2
    assert "takes one shell: bash, zsh, fish." in ran.err


def in_bash(line: str, folder: Path) -> set[str]:
    """What bash offers for the last word of a line."""
    words = line.split(" ")
    asked = (
        f"source '{FOLDER}/{SHELLS['bash']}'\n"
        f"COMP_WORDS=({line} {'' if words[-1] else chr(39) * 2}); COMP_CWORD={len(words) - 1}\n"
        "$(complete -p mdfollow | sed 's/.*-F \\([^ ]*\\).*/\\1/') mdfollow "
        f"'{words[-1]}' '{words[-2]}'\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    return set(run(["bash", "--norc", "-c", asked], folder).split("\n"))


def in_fish(line: str, folder: Path) -> set[str]:
    """What fish offers for the last word of a line."""
    asked = f"source '{FOLDER}/{SHELLS['fish']}'; complete --do-complete '{line}'"
    found = run(["fish", "--no-config", "-c", asked], folder)
    return {each.split("\t")[0] for each in found.split("\n")}


def in_zsh(line: str, folder: Path) -> set[str]:
    """What zsh makes of the last word of a line when the tab key is pressed."""
    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        os.environ.update(TERM="dumb", PS1="")
        os.execvp("zsh", ["zsh", "-f"])
    try:
        # The key completes and shows the line in one go, once the line editor says that it listens.
        keys = (
            f"fpath=('{FOLDER}' $fpath); autoload -Uz compinit; compinit -u -D\n"
            'tell() { zle expand-or-complete; print -r -- "<${(qq)BUFFER}>" }; zle -N tell\n'
            "bindkey '^I' tell; zle-line-init() { print; print rea''dy }; zle -N zle-line-init\n"
        )
        os.write(terminal, keys.encode())
        until(terminal, r"(?m)^ready")
        os.write(terminal, f"{line}\t".encode())
        found = until(terminal, r"<'(.*?)'>")
        return {found.split(" ")[-1] or found.split(" ")[-2]}
    finally:
        os.close(terminal)
        os.waitpid(child, 0)


def until(terminal: int, wanted: str) -> str:
    """Read until the screen shows it; returns its first group or all of it."""
    screen = ""
    while select.select([terminal], [], [], WAIT)[0]:
        screen += os.read(terminal, 4096).decode(errors="replace").replace("\r", "")
        found = re.search(wanted, screen)
        if found:
            return found[found.re.groups]
    raise AssertionError(screen)


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=WAIT
    )
    assert not done.stderr, done.stderr
    return done.stdout


IN_SHELL: dict[str, Callable[[str, Path], set[str]]] = {
    "bash": in_bash, "zsh": in_zsh, "fish": in_fish,
}  # fmt: skip


@pytest.mark.client
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("mdfollow sy", "sync"),
        ("mdfollow sync --di", "--diff"),
        ("mdfollow --vault . age", "agenda"),
        ("mdfollow check --output-format conc", "concise"),
        ("mdfollow service unins", "uninstall"),
        ("mdfollow sync ac", "acme.md"),
        ("mdfollow done ac", "acme.md"),
        ("mdfollow --vault not", "notes/"),
    ],
)
def test_a_real_shell_completes(shell: str, line: str, expected: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"needs {shell} (Debian: apt-get install {shell})")
    (tmp_path / "acme.md").write_text("", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    found = IN_SHELL[shell](line, tmp_path)
    assert expected in found or expected.rstrip("/") in found, found
