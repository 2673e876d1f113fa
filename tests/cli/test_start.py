"""The way to a command: help, version, mistakes, settings."""

import io
from pathlib import Path

import pytest

from mdfollow import __version__
from mdfollow.cli import COMMANDS, GROUPS, main, overview
from tests.cli.conftest import Start
from tests.cli.notes import VAULTS, contents, make


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_version(flag: str) -> None:
    out = io.StringIO()
    assert main([flag], stdout=out) == 0
    assert out.getvalue() == f"mdfollow {__version__}\n"


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_names_every_command(flag: str) -> None:
    out = io.StringIO()
    assert main([flag], stdout=out) == 0
    for name, (_, words) in COMMANDS.items():
        assert f"  {name} " in out.getvalue()
        assert words in out.getvalue()


def test_help_shows_every_command_once_and_fits_on_a_screen() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(COMMANDS)
    lines = overview().splitlines()
    assert len(lines) <= 42
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("argv", "first"), [((), "usage: mdfollow ["), (("sync",), "usage: mdfollow sync")]
)
def test_help_is_a_word_too(
    start: Start, tmp_path: Path, argv: tuple[str, ...], first: str
) -> None:
    ran = start(tmp_path)("help", *argv, today="")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(first)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(start: Start, tmp_path: Path, name: str) -> None:
    ran = start(tmp_path)(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: mdfollow {name}")
    assert "--vault DIR" in ran.out
    assert "--today YYYY-MM-DD" in ran.out


def test_no_command_shows_the_help(start: Start, tmp_path: Path) -> None:
    ran = start(tmp_path)(today="")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: mdfollow ")


MISTAKES = [
    (("snyc",), "there is no command `snyc`; did you mean `sync`?"),
    (("reminders",), "there is no command `reminders`; "),
    (("sync", "--chek"), "did you mean `--check`?"),
    (("sync", "-n"), "did you mean `--diff`?"),
    (("remove", "--dry-run"), "did you mean `--diff`?"),
    (("help", "snyc"), "there is no command `snyc`; did you mean `sync`?"),
    (("sync", "--diff", "--check", "--days"), "unrecognized arguments: --days"),
    (("sync", "--today", "tomorrow"), "'tomorrow' is not a day; write it like 2026-11-05"),
    (("agenda", "--days", "-1"), "--days"),
    (("agenda", "--days", "soon"), "'soon' is not a number of days"),
    (("check", "--output-format", "xml"), "full"),
    (("rules", "TY-99"), "there is no rule `TY-99`; did you mean `TY-"),
    (("--vault", "nowhere", "sync"), "there is no folder nowhere"),
]


@pytest.mark.parametrize(("argv", "words"), MISTAKES)
def test_a_mistake_is_one_sentence_and_exit_code_2(
    start: Start, tmp_path: Path, argv: tuple[str, ...], words: str
) -> None:
    vault = make(tmp_path, VAULTS["one note"])
    before = contents(vault)
    ran = start(vault)(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1
    assert contents(vault) == before


SETTINGS = [
    ("heding = 'x'\n", "mdfollow.toml:1: mdfollow does not know `heding`; did you mean `heading`?"),
    ("a = 1\nfirst_wait = 0\n", "mdfollow.toml:2: `first_wait` takes"),
    ("heading = Plan\n", "mdfollow.toml:1: "),
]


NOTE = "interviews/acme.md"
MORE = {
    "new": ["Umbrella"],
    **{name: [NOTE] for name in ("mail", "done", "heard", "stop")},
    "decides": [NOTE, "2026-12-01"],
    "later": [NOTE, "3"],
}
"""What commands take besides options."""


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("rules", "service")])
@pytest.mark.parametrize(("text", "words"), SETTINGS)
def test_settings_that_do_not_fit_stop_every_command(
    start: Start, tmp_path: Path, command: str, text: str, words: str
) -> None:
    vault = make(tmp_path, VAULTS["one note"])
    (vault / "mdfollow.toml").write_text(text)
    before = contents(vault)
    ran = start(vault)(command, *MORE.get(command, []))
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert contents(vault) == before
