"""`mdfollow service`: the files it writes, and what it asks the system to do."""

import io
import os
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mdfollow.cli import main
from mdfollow.commands.service import service_of
from mdfollow.problem import MdfollowError
from mdfollow.watch.units import label

HOSTILE = '/home/me/My 100% "notes" $HOME \\ ü'


def call(root: Path, home: Path, *words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    given = ["--vault", str(root), "service", *words]
    code = main(given, cwd=str(root), stdin=None, stdout=out, stderr=err, env={"HOME": str(home)})
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A systemctl that writes down what it is asked; returns the file."""
    asked = tmp_path / "asked"
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("systemctl", "journalctl"):
        program = folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> "{asked}"\necho "said by {name}"\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return asked


linux = pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")


@linux
def test_install_writes_the_unit_and_starts_it_and_uninstall_leaves_nothing(
    root: Path, tmp_path: Path, system: Path
) -> None:
    home = tmp_path / "home"
    code, _, err = call(root, home, "install")
    (unit,) = (home / ".config/systemd/user").iterdir()
    assert code == 0
    assert unit.name == f"mdfollow-{label(str(root))}.service"
    assert f'"--vault" "{root}" "watch"' in unit.read_text()
    assert "watches the vault from now on" in err
    assert call(root, home, "status")[1] == "said by systemctl\n"
    assert call(root, home, "logs")[1] == "said by journalctl\n"
    assert call(root, home, "uninstall")[0] == 0
    assert not unit.exists()
    assert system.read_text().splitlines() == [
        "systemctl --user daemon-reload",
        f"systemctl --user enable --now {unit.name}",
        f"systemctl --user status --no-pager {unit.name}",
        f"journalctl --user --no-pager --unit {unit.name} --lines 200",
        f"systemctl --user disable --now {unit.name}",
        "systemctl --user daemon-reload",
    ]
    code, _, err = call(root, home, "uninstall")
    assert code == 0
    assert "nothing to take out" in err


@linux
def test_print_shows_the_file_and_does_nothing(root: Path, tmp_path: Path, system: Path) -> None:
    code, out, err = call(root, tmp_path / "home", "install", "--print")
    assert code == 0
    assert out.startswith("[Unit]\n")
    assert "# systemctl --user enable --now mdfollow-" in err
    assert not (tmp_path / "home").exists()
    assert not system.exists()


@linux
def test_without_systemd_the_way_out_is_named(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, err = call(root, tmp_path / "home", "status")
    assert code == 2
    assert "has no `systemctl`" in err
    assert "--print" in err


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.client
@pytest.mark.parametrize("root_", ["/tmp", HOSTILE])
def test_systemd_itself_finds_no_fault_with_the_unit(tmp_path: Path, root_: str) -> None:
    service = service_of(root_, tmp_path, "linux")
    unit = tmp_path / service.name
    unit.write_text(service.text)
    command = ["systemd-analyze", "verify", "--user", "--man=no", str(unit)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    faults = [line for line in ran.stderr.splitlines() if unit.name in line]
    assert faults == []


def test_a_path_is_quoted_so_that_systemd_expands_nothing() -> None:
    text = service_of(HOSTILE, Path("/home/me"), "linux").text
    (line,) = [each for each in text.splitlines() if each.startswith("ExecStart=")]
    assert r'"/home/me/My 100%% \"notes\" $$HOME \\ ü"' in line
    described = next(each for each in text.splitlines() if each.startswith("Description="))
    assert "100%% " in described


def test_launchd_gets_a_plist_with_the_words_as_they_are() -> None:
    service = service_of(HOSTILE, Path("/Users/me"), "darwin")
    value = plistlib.loads(service.text.encode())
    assert value["ProgramArguments"][-3:] == ["--vault", HOSTILE, "watch"]
    assert value["Label"] == service.name
    assert value["KeepAlive"] == {"SuccessfulExit": False}
    assert service.path == f"Library/LaunchAgents/{service.name}.plist"


def test_another_system_is_told_so_kindly() -> None:
    with pytest.raises(MdfollowError, match="no service for this system yet"):
        service_of("/x", Path("/home"), "win32")


@pytest.mark.parametrize(
    ("root_", "begins"),
    [
        ("/home/me/Notes", "notes-"),
        ("/x/Übung & Co", "ubung-co-"),
        ("/", "vault-"),
        ("/日本", "vault-"),
    ],
)
def test_the_name_of_a_service_is_plain_and_its_own(root_: str, begins: str) -> None:
    assert label(root_).startswith(begins)
    assert label(root_) != label(root_ + "/other")
    assert label(root_).replace("-", "").isalnum()
