"""What is printed, and where nothing can be: no orders to a terminal, no traceback."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from mdfollow.cli import COMMANDS
from tests.cli.conftest import Start
from tests.cli.notes import TODAY, VAULTS, make

EVIL = "\x1b[31m\x1b]0;t\x07\x08\x9b2J\x7f\u202e\u2066"
IN_YAML = EVIL.encode("unicode_escape").decode()
NOTE = f"""\
---
company: "Acme{IN_YAML}"
role: "Engineer{IN_YAML}"
interview_date: 2026-11-10 10:00
format: "on site{IN_YAML}"
interviewers:
  - "Dana{IN_YAML} Kim <dana@acme.example> (manager{IN_YAML})"
  - name: Sam Roe
    email: sam@acme.example
    learned: "how the{IN_YAML} queue keeps its order"
decision: "some{IN_YAML} day"
skill: "ran the{IN_YAML} pager"
---
# Acme {EVIL}
my words {EVIL} stand above\rthe plan
"""
NAME = f"a{EVIL}\n.md"
RAW = b"caf\xe9\x1b[2J.md"
"""A file name that is no UTF-8."""

RUNS = {
    "sync": [["--diff"], ["--check"], ["--json"], [NAME], ["no" + EVIL], []],
    "plan": [[], ["--json"], [NAME]],
    "agenda": [[], ["--all"], ["--json"], ["--markdown"], ["--line"]],
    "responsiveness": [[], ["--json"]],
    "calendar": [["--inside", *more] for more in (["a.ics", "--json"], [f"b{EVIL}.ics"], [EVIL])],
    "check": [[], *(["--output-format", name] for name in ("concise", "json", "github"))],
    "mail": [
        *(
            [NAME, "Sam", "--anyway", *more]
            for more in ([], ["--card"], ["--eml", "-"], ["--copy"])
        ),
        [NAME, "no" + EVIL],
    ],
    "done": [["no" + EVIL], [NAME, "Sam", "--diff"]],
    "heard": [[NAME, "--diff"], ["--diff", NAME, "no" + EVIL]],
    "decides": [[NAME, "2026-11-20", "--diff"], [NAME, EVIL]],
    "later": [[NAME, "2", "--diff"], [EVIL, EVIL]],
    "stop": [[NAME, "--diff"], [EVIL]],
    "new": [[f"Acme{EVIL}"], []],
    "tidy": [["--diff"], ["--check"], [EVIL]],
    "remove": [["--diff"], ["--check"], [EVIL]],
    "rules": [[], ["no" + EVIL]],
    "init": [[], ["--holidays", EVIL]],
    "service": [["--show"], [EVIL]],
    "watch": [[EVIL]],
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = make(tmp_path, {f"jobs{EVIL}/b.md": NOTE.encode(), NAME: NOTE.encode()})
    Path(os.fsdecode(os.fsencode(folder) + b"/" + RAW)).write_bytes(NOTE.encode())
    (folder / f"bad{EVIL}.md").write_bytes(NOTE.replace("company", f"x{EVIL}").encode())
    return folder


def commanding(text: str) -> set[str]:
    """The characters in it that a terminal would obey."""
    kinds = ("Cc", "Cs")
    turning = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    return {
        char
        for char in text.replace("\r\n", "\n")
        if (unicodedata.category(char) in kinds and char not in "\n\t")
        or unicodedata.bidirectional(char) in turning
    }


def test_every_command_is_run() -> None:
    assert set(RUNS) == set(COMMANDS)


@pytest.mark.parametrize("planned", [False, True], ids=["new", "planned"])
@pytest.mark.parametrize("command", RUNS)
def test_no_note_commands_the_terminal(
    start: Start, vault: Path, command: str, *, planned: bool
) -> None:
    """Safety 5.3, N10, F04: over every command, notes and names made to do harm."""
    run = start(vault)
    if planned:
        run("sync", "--yes")
        text = (vault / NAME).read_bytes().decode()
        assert "Dear Sam" in text
        text = text.replace("Dear Sam", f"Dear{EVIL} Sam{EVIL}")
        (vault / NAME).write_bytes(text.encode())
    for argv in RUNS[command]:
        ran = run(command, *argv)
        assert commanding(ran.out + ran.err) == set(), argv
        if "json" in argv or "--json" in argv:
            assert isinstance(json.loads(ran.out.encode()), dict)


def test_colours_are_the_only_commands(start: Start, vault: Path) -> None:
    out = start(vault, env={"FORCE_COLOR": "1"})("sync", "--diff").out
    assert "\x1b[32m+" in out
    assert commanding(out) == {"\x1b"}
    assert commanding(re.sub("\x1b\\[[0-9]+m", "", out)) == set()


@pytest.mark.parametrize("text", [f"x{EVIL} = 1", f"heading = '{EVIL}'", f"[{EVIL}]", f"{EVIL}"])
def test_no_setting_commands_the_terminal(start: Start, vault: Path, text: str) -> None:
    (vault / "mdfollow.toml").write_text(text)
    ran = start(vault)("sync")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert commanding(ran.out + ran.err) == set()


@pytest.mark.parametrize(
    "argv",
    [
        ["plan", "--json", "nowhere.md"],
        ["sync", "--json", "--wrong"],
        ["sync", "--json", "--diff"],
        ["check", "--output-format=json", "nowhere.md"],
    ],
    ids=" ".join,
)
def test_a_mistake_is_one_document_too(start: Start, vault: Path, argv: list[str]) -> None:
    ran = start(vault)(*argv)
    assert ran.code == 2
    assert ran.err == f"mdfollow: {json.loads(ran.out)['error']}\n"


MDFOLLOW = f"'{sys.executable}' -m mdfollow"
ENDS = [
    (f"{MDFOLLOW} agenda | head -1", 0, b""),
    (f"{MDFOLLOW} agenda | true", 0, b""),
    (f"{MDFOLLOW} sync --check | true; exit ${{PIPESTATUS[0]}}", 1, b"4 notes would change."),
    (f"{MDFOLLOW} agenda >&-", 0, b""),
    (f"{MDFOLLOW} agenda >&- 2>&-", 0, b""),
    (f"{MDFOLLOW} agenda <&- >&- 2>&-", 0, b""),
    (f"{MDFOLLOW} sync --check >&-", 1, b"4 notes would change."),
    (f"{MDFOLLOW} --version >&-", 0, b""),
    (f"{MDFOLLOW} agenda >/dev/full", 1, b"No space left"),
    (f"PYTHONUNBUFFERED=1 {MDFOLLOW} agenda >/dev/full", 1, b"No space left"),
    (f"{MDFOLLOW} plan --json >/dev/full", 1, b"No space left"),
    (f"{MDFOLLOW} sync >/dev/full", 1, b"No space left"),
    (f"{MDFOLLOW} --help >/dev/full", 1, b"No space left"),
    (f"{MDFOLLOW} agenda --help >/dev/full", 1, b"No space left"),
    (f"{MDFOLLOW} sync 2>/dev/full", 0, b""),
    (f"{MDFOLLOW} wrong >/dev/full 2>&1", 2, b""),
    (f"mkdir x; cd x; rmdir ../x; {MDFOLLOW} agenda", 2, b"the folder you are in is gone"),
]


@pytest.mark.parametrize(("line", "code", "words"), ENDS, ids=[line[0] for line in ENDS])
def test_what_cannot_be_printed(tmp_path: Path, line: str, code: int, words: bytes) -> None:
    """One sentence or silence, the right code, and the notes are written all the same."""
    vault = make(tmp_path, VAULTS["several notes"])
    line = line.replace("-m mdfollow ", f"-m mdfollow --today {TODAY} ", 1)
    line = line.replace(f"--today {TODAY} --", "--")
    done = subprocess.run(["bash", "-c", line], cwd=vault, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    assert done.stderr.count(b"\n") == bool(words) or b"sync" in line.encode()
    assert words in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    if "sync " in line and "--check" not in line:
        assert b"mdfollow" in (vault / "interviews/acme.md").read_bytes()
