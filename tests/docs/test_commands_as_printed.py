"""The commands of the docs run as they are printed, on three days."""

import re
import shlex
from datetime import date, timedelta
from pathlib import Path

import pytest

from mdfollow.cli import main
from pages import DOCS

DAY = date(2026, 11, 12)
"""The day the pages' examples are written for; on another they are moved by whole weeks."""
NOTE = """---
company: {company}
role: Platform Engineer
interview_date: {day}
interviewers: {who}
recruiter: Ana Ruiz <ana@agency.example>
asked: true
learned: on-call moves to the product teams in spring
skills: ran the pager hand-over between two teams
---
"""
PAGES = ("verbs.md", "letters.md", "faq.md")
STAYS = ("watch", "service", "calendar")
"""Commands that stay or reach beyond the vault; they have tests of their own."""


def printed(page: str) -> list[str]:
    """The commands of a page that name what a test can give them."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = re.findall(r"`mdfollow ([^`]+)`|^mdfollow (.+)$", text, re.MULTILINE)
    commands = [" ".join((inline or line).split()) for inline, line in found]
    names = [each for each, _ in found if " " not in each]  # a command that is only spoken of
    return [
        each
        for each in dict.fromkeys(commands)
        if each.split()[0] not in STAYS and each not in names
    ]


COMMANDS = [(page, each) for page in PAGES for each in printed(page)]


def test_the_pages_have_commands() -> None:
    assert {page for page, _ in COMMANDS} == set(PAGES)
    assert len(COMMANDS) > 25


@pytest.mark.parametrize("weeks", [0, 16, 240])
@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_command_runs_as_printed(
    tmp_path: Path,
    page: str,
    command: str,
    weeks: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shift = timedelta(weeks=weeks)
    people = {"acme": "Dana Kim <dana@acme.example>", "birch": "Lee Ortiz"}
    days = {"acme": 2, "birch": 12}
    for name, ago in days.items():
        day = DAY + shift - timedelta(days=ago)
        text = NOTE.format(company=name.title(), day=day, who=people[name])
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    today = ["--today", str(DAY + shift)]
    assert main(["sync", *today]) == 0
    note = (tmp_path / "acme.md").read_text(encoding="utf-8")
    found = re.search(r"Thank Dana Kim .*<!-- (mf-\w+) -->", note)
    assert found
    typed = command.replace("NOTE", "acme.md").replace("mf-7k2m9q", found[1])
    typed = re.sub(r"\d{4}-\d\d-\d\d", lambda d: str(date.fromisoformat(d[0]) + shift), typed)
    code = main([*shlex.split(typed), *today])
    looks = "--diff" in command or "--copy" in command or command.startswith("check")
    assert code in ((0, 1) if looks else (0,)), capsys.readouterr().err
