"""Colour only on a terminal that wants it; data and talk on their own streams."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import Start
from tests.cli.notes import VAULTS, make

CASES: list[tuple[bool, Mapping[str, str], bool]] = [
    (True, {}, True),
    (True, {"TERM": "xterm"}, True),
    (True, {"TERM": "dumb"}, False),
    (True, {"NO_COLOR": "1"}, False),
    (True, {"NO_COLOR": ""}, True),
    (False, {}, False),
    (False, {"FORCE_COLOR": "1"}, True),
    (False, {"FORCE_COLOR": "0"}, False),
    (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    (True, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
]


@pytest.mark.parametrize(("terminal", "env", "coloured"), CASES)
@pytest.mark.parametrize("argv", [("plan",), ("sync", "--diff"), ("check",), ("rules",)])
def test_colour(
    start: Start,
    tmp_path: Path,
    argv: tuple[str, ...],
    terminal: bool,
    env: Mapping[str, str],
    coloured: bool,
) -> None:
    vault = make(tmp_path, VAULTS["with trouble"])
    ran = start(vault, terminal=terminal, env=env)(*argv)
    assert ("\x1b[" in ran.out) is coloured


@pytest.mark.parametrize("argv", [("plan", "--json"), ("agenda", "--json")])
def test_json_is_never_coloured(start: Start, tmp_path: Path, argv: tuple[str, ...]) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    assert "\x1b[" not in start(vault, terminal=True, env={"FORCE_COLOR": "1"})(*argv).out


def test_colour_changes_no_word(start: Start, tmp_path: Path) -> None:
    import re

    vault = make(tmp_path, VAULTS["several notes"])
    for argv in (("plan",), ("agenda",), ("sync", "--diff"), ("rules", "TY-1")):
        plain = start(vault)(*argv).out
        coloured = start(vault, env={"FORCE_COLOR": "1"})(*argv).out
        assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
