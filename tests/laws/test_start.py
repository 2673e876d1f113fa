"""P6: what a run with nothing to do does not load, in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.notes import VAULTS, make

FORBIDDEN = frozenset(
    {
        *("markdown_it", "watchdog", "rich", "icalendar", "pygls", "asyncio", "tomllib"),
        *("dataclasses", "inspect", "difflib", "subprocess", "socket", "hashlib"),
        *("mdfollow.letters.critic", "mdfollow.letters.wordings", "mdfollow.letters.frames"),
        *("mdfollow.letters.render", "mdfollow.letters.gate", "mdfollow.letters.assign"),
        *("mdfollow.sync.allotting", "mdfollow.watch"),
    }
)
RUN = """
import sys
from mdfollow.cli import main
code = main(["--vault", sys.argv[1], "--today", "2026-11-12", "sync", *sys.argv[2:]])
print("\\n#", code, *sorted(sys.modules))
"""


def modules(vault: Path, *words: str) -> tuple[int, set[str]]:
    """The exit code of a sync, and every module that was loaded for it."""
    command = [sys.executable, "-c", RUN, str(vault), *words]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    code, *names = done.stdout.rpartition("\n#")[2].split()
    return int(code), set(names)


@pytest.mark.parametrize("words", [(), ("--check",)], ids=["sync", "check"])
def test_p6_a_sync_with_nothing_to_do_loads_nothing_heavy(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    subprocess.run(
        [sys.executable, "-c", RUN, str(vault), "--yes"], capture_output=True, check=True
    )
    code, names = modules(vault, *words)
    assert code == 0
    assert names & FORBIDDEN == set()


def test_p5_notes_of_plain_fields_load_no_yaml(tmp_path: Path) -> None:
    plain = {name: VAULTS["several notes"][name] for name in ("interviews/acme.md", "umbrella.md")}
    code, names = modules(make(tmp_path, plain), "--yes")
    assert code == 0
    assert {"yaml", "frontmatter"} & names == set()
    _, names = modules(make(tmp_path, {"nested.md": VAULTS["several notes"]["globex.md"]}))
    assert {"yaml", "frontmatter"} <= names


def test_p1a_a_vault_without_interview_notes_loads_no_planner(tmp_path: Path) -> None:
    vault = make(tmp_path, {"bread.md": b"---\ntags: [x]\n---\nFlour.\n"})
    code, names = modules(vault)
    assert code == 0
    assert {name for name in names if name.startswith(("mdfollow.etiquette", "yaml"))} == set()


def test_p6_a_first_plan_does_load_them(tmp_path: Path) -> None:
    """So that the test above looks for what there is."""
    _, names = modules(make(tmp_path, VAULTS["several notes"]), "--yes")
    wanted = {"markdown_it", "mdfollow.letters.wordings", "mdfollow.letters.frames", "tomllib"}
    assert wanted <= names


def test_p6_the_calendar_loads_its_library_and_no_other_command_does(tmp_path: Path) -> None:
    vault = make(tmp_path / "vault", VAULTS["several notes"])
    (vault / "mdfollow.toml").write_text('calendar = "../calendar"\n')
    for words, expected in ((("agenda",), False), (("calendar",), True)):
        run = RUN.replace('"sync", ', "")
        command = [sys.executable, "-c", run, str(vault), *words]
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
        assert ("icalendar" in done.stdout.rpartition("\n#")[2].split()) is expected
