"""`make demo` shows one note whole and counts the rest, on a page."""

import os
import re
import shlex
from pathlib import Path

import pytest

import demo
from mdfollow.cli import main


def test_the_demo_fits_on_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert demo.main() == 0
    shown = capsys.readouterr().out
    assert len(shown.splitlines()) < 80
    assert shown.count("\n+++ ") == 1
    assert "+### Thank-you note to Dana Okafor" in shown
    copy = next(tmp_path.rglob("sample-vault"))
    notes = [file for file in copy.rglob("*") if file.is_file() and b" draft -->" in file.read_bytes()]
    counts = re.search(r"(\d+) notes changed.*\nThey have (\d+) tasks and (\d+) letters", shown)
    assert counts
    assert int(counts[2]) > int(counts[3]) > int(counts[1]) >= len(notes)
    command = shlex.split(shown.splitlines()[-1])
    assert os.path.basename(command[0]) == "mdfollow"
    assert main(command[1:]) == 0
    assert "Thank Dana Okafor" in capsys.readouterr().out
