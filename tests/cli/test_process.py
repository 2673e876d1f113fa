"""The command as a process of its own: imports, pipes, encodings."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.notes import TODAY, VAULTS, contents, make

HEAVY = ("markdown_it", "watchdog", "rich", "icalendar", "asyncio")
LIGHT = (*HEAVY, "yaml", "frontmatter", "argparse", "dataclasses", "re", "mdfollow.sync")


def python(code: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    given = {**os.environ, **env}
    return subprocess.run([sys.executable, "-c", code], cwd=cwd, env=given, capture_output=True)


def mdfollow(*argv: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "mdfollow", *argv]
    return subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True)


def loaded(argv: list[str], cwd: Path) -> set[str]:
    """The modules that are there after a command."""
    code = (
        "import sys, json; from mdfollow.cli import main; "
        f"main({argv!r}, stdout=open('/dev/null', 'w')); "
        "sys.stdout.write(json.dumps(sorted(sys.modules)))"
    )
    done = python(code, cwd)
    assert done.returncode == 0, done.stderr.decode()
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "argv",
    [["sync"], ["sync", "--check"], ["plan"], ["check"], ["agenda"]],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded_when_nothing_is_to_be_written(
    tmp_path: Path, argv: list[str]
) -> None:
    """P6."""
    vault = make(tmp_path, VAULTS["several notes"])
    assert mdfollow("sync", "--today", TODAY, cwd=vault).returncode == 0
    modules = loaded([*argv, "--today", TODAY], vault)
    assert "mdfollow.sync.engine" in modules
    assert modules.isdisjoint(HEAVY)


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_version_and_help_load_next_to_nothing(tmp_path: Path, flag: str) -> None:
    """P5."""
    bare = set(
        json.loads(python("import sys, json; print(json.dumps([*sys.modules]))", tmp_path).stdout)
    )
    code = (
        "import sys; from mdfollow.cli import main; "
        f"main([{flag!r}], stdout=sys.stderr); found = [*sys.modules]; "
        "import json; print(json.dumps(found))"
    )
    found = set(json.loads(python(code, tmp_path).stdout)) - bare
    assert found <= {"mdfollow", "mdfollow.cli", "__future__"}


def test_a_vault_without_interviews_loads_no_engine(tmp_path: Path) -> None:
    modules = loaded(["plan"], make(tmp_path, VAULTS["no interviews"]))
    assert modules.isdisjoint({"mdfollow.sync.engine", "yaml", *HEAVY})


def test_data_goes_to_stdout_and_talk_to_stderr(tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    done = mdfollow("sync", "--check", "--today", TODAY, cwd=vault)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 4
    assert done.stderr == b"4 notes would change.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
def test_every_encoding_of_a_terminal_will_do(tmp_path: Path, encoding: str) -> None:
    """JSON stays JSON, and nothing raises, where a letter cannot be shown."""
    vault = make(tmp_path, VAULTS["odd names"])
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = mdfollow("plan", "--json", cwd=vault, **env)
    paths = {note["path"] for note in json.loads(done.stdout.decode(encoding))["notes"]}
    assert paths == set(VAULTS["odd names"])
    for argv in (["plan"], ["agenda"], ["sync", "--check"], ["rules"]):
        done = mdfollow(*argv, cwd=vault, **env)
        assert b"Traceback" not in done.stderr
        assert done.stdout


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    """F04: bytes that are no UTF-8 in a name."""
    vault = make(tmp_path, {})
    name = os.path.join(os.fsencode(vault), b"caf\xe9.md")
    with open(name, "wb") as file:
        file.write(VAULTS["one note"]["interviews/acme.md"])
    checked = mdfollow("sync", "--check", cwd=vault)
    assert checked.stdout.startswith(b"caf\\udce9.md: would change: ")
    value = json.loads(mdfollow("plan", "--json", cwd=vault).stdout)
    assert value["notes"][0]["path"] == "caf\udce9.md"
    assert mdfollow("sync", cwd=vault).returncode == 0
    assert mdfollow("sync", "--check", cwd=vault).returncode == 0


def test_a_reader_that_leaves_is_no_trouble(tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    command = f"'{sys.executable}' -m mdfollow plan | head -n 1"
    done = subprocess.run(["sh", "-c", command], cwd=vault, capture_output=True, check=False)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_a_closed_stdin_is_nobody_to_ask(tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["many"])
    before = contents(vault)
    command = f"'{sys.executable}' -m mdfollow sync <&-"
    done = subprocess.run(["sh", "-c", command], cwd=vault, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert contents(vault) != before
