"""mdfollow(1): every command and option is on it, and man shows it without complaint."""

import re
import shutil
import subprocess

import pytest

from command_tree import EXITS, own, shown
from man_page import man_page, roff
from mdfollow.cli import COMMANDS
from mdfollow.commands.exits import Exit
from mdfollow.watch.units import UNIT
from pages import DOCS

PAGE = DOCS / "mdfollow.1"


def plain(text: str) -> str:
    """The page without its requests, as a reader sees it."""
    text = re.sub(r"\\f[BR]", "", re.sub(r"^\.[A-Z]+ ?", "", text, flags=re.MULTILINE))
    text = text.replace("\\-", "-").replace("\\(aq", "'").replace('"', "")
    return re.sub(" +", " ", text)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_argument_is_on_it(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8").partition(f"\n.SS mdfollow {name}")[2]
    section = plain(re.split(r"\n\.S[SH] ", page)[0])
    assert COMMANDS[name][1][1:] in section
    assert [shown(each) for each in own(name) if f"\n{shown(each)}\n" not in section] == []


def test_every_exit_code_has_its_words() -> None:
    assert set(EXITS) == set(Exit)
    assert all(f"\n.B {code.value}\n" in man_page() for code in Exit)


def test_the_page_the_service_names_is_the_one_that_is_installed() -> None:
    name, section = re.findall(r"^Documentation=man:(\w+)\((\d)\)$", UNIT, re.MULTILINE)[0]
    assert f"{name}.{section}" == PAGE.name
    assert f"share/man/man{section}/{PAGE.name}" in (DOCS.parent / "pyproject.toml").read_text()


def test_a_line_is_never_a_request() -> None:
    assert roff(".x 'y' `a-b` \\n") == "\\&.x \\(aqy\\(aq \\fBa\\-b\\fR \\en"


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("man"), reason="needs man (Debian: apt-get install man-db)")
def test_man_shows_it_without_a_warning() -> None:
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", str(PAGE)],
        env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert "mdfollow - append the follow-up plan to interview notes" in done.stdout
    assert "       --vault DIR\n" in done.stdout
