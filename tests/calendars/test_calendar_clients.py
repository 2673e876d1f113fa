"""Real programs over a calendar of ours: khal, todoman, vdirsyncer."""

import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from mdfollow.record import dataclass
from tests.calendars.vaults import NOTE, Desk, desk
from tests.cli.conftest import Start

pytestmark = pytest.mark.client
KHAL = """\
[calendars]
[[follow-ups]]
path = {path}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""
TODOMAN = """\
path = "{path}"
date_format = "%Y-%m-%d"
time_format = ""
cache_path = "{home}/todoman.db"
"""
VDIRSYNCER = """\
[general]
status_path = "{home}/status/"
[pair both]
a = "here"
b = "there"
collections = null
[storage here]
type = "filesystem"
path = "{path}"
fileext = ".ics"
[storage there]
type = "filesystem"
path = "{there}"
fileext = ".ics"
"""


@dataclass
class Client:
    """One program, with settings of its own over one folder."""

    words: tuple[str, ...]
    home: Path

    def __call__(self, *words: str) -> str:
        env = {**os.environ, "HOME": str(self.home), "XDG_CACHE_HOME": str(self.home)}
        env |= {"LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [*self.words, *words],
            capture_output=True,
            encoding="utf-8",
            env=env,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def program(*names: str) -> str:
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"{names[0]} is not here: pip install {names[-1]}, or your system's package")
    return found


@pytest.fixture
def acme(start: Start, tmp_path: Path) -> Desk:
    return desk(start(tmp_path / "vault"))


def khal(acme: Desk) -> Client:
    home = acme.calendar.parent
    (home / "khal.conf").write_text(KHAL.format(path=acme.calendar, home=home))
    return Client((program("khal"), "-c", str(home / "khal.conf")), home)


def todoman(acme: Desk) -> Client:
    home = acme.calendar.parent
    (home / "todoman.py").write_text(TODOMAN.format(path=acme.calendar, home=home))
    return Client((program("todo", "todoman"), "--config", str(home / "todoman.py")), home)


def test_khal_shows_every_due_day_once(acme: Desk) -> None:
    page = khal(acme)("list", "--format", "{start-date} {title}", "2026-11-01", "60d")
    shown = [found for row in page.splitlines() if (found := re.match(r"(\S+) (.+)", row))]
    events = Counter((row[1], row[2]) for row in shown if re.match(r"\d{4}-", row[1]))
    expected = {
        (line[-10:], re.sub(r"- \[ \] (.*?) 🆔.*", r"\1", line))
        for line in acme.note.splitlines()
        if line.startswith("- [ ] ")
    }
    assert len(expected) == 3
    assert expected <= events.keys()
    assert set(events.values()) == {1}
    assert ("2026-11-10", "Interview at Acme, Platform Engineer (onsite)") in events


def test_khal_shows_the_time_of_an_interview(acme: Desk) -> None:
    page = khal(acme)("list", "--format", "{start-end-time-style} {title}", "2026-11-10", "1d")
    assert "10:00-11:00 Interview at Acme" in page


def test_todoman_shows_titles_and_days(acme: Desk) -> None:
    page = todoman(acme)("list")
    for line in acme.note.splitlines():
        if line.startswith("- [ ] "):
            words = re.sub(r"- \[ \] (.*?) 🆔.*", r"\1", line)
            assert any(words in row and line[-10:] in row for row in page.splitlines())


def test_a_tick_of_todoman_is_that_tick_in_the_note(acme: Desk) -> None:
    todo = todoman(acme)
    number = re.search(r"(?m)^\[ \] +(\d+) .*Call Sam Roe", todo("list"))
    assert number
    todo("done", number[1])
    uid = acme.titled("Call Sam Roe")
    before = acme.note.splitlines()
    ran = acme("--pull", today="2026-12-04")
    assert ran.code == 0, ran.err
    changed = [b for a, b in zip(before, acme.note.splitlines(), strict=True) if a != b]
    assert len(changed) == 1
    assert re.fullmatch(rf"- \[x\] Call Sam Roe.* 🆔 {uid} .* ✅ 2026-1[12]-\d\d", changed[0])
    assert "Write to Dana Kim" in acme("--check", today="2026-12-04").err + todo("list")
    note = acme.note
    assert "nothing to change" in acme("--pull", today="2026-12-04").err
    assert acme.note == note
    assert "Call Sam Roe" not in todo("list")


def test_a_day_of_todoman_is_her_own(acme: Desk) -> None:
    todo = todoman(acme)
    number = re.search(r"(?m)^\[ \] +(\d+) .*Call Sam Roe", todo("list"))
    assert number
    todo("edit", number[1], "--due", "2026-12-08")
    assert acme("--pull").code == 0
    assert "⏳ 2026-12-08 📅 2026-12-08" in acme.note
    assert "2026-12-08" in khal(acme)(
        "list", "--format", "{start-date} {title}", "2026-12-08", "1d"
    )


def test_vdirsyncer_brings_it_to_another_place_and_back(acme: Desk) -> None:
    home = acme.calendar.parent
    there = home / "there"
    there.mkdir()
    settings = VDIRSYNCER.format(home=home, path=acme.calendar, there=there)
    (home / "sync.conf").write_text(settings)
    sync = Client((program("vdirsyncer"), "-c", str(home / "sync.conf")), home)
    sync("discover")
    sync("sync")
    assert {file.name for file in there.iterdir()} == set(acme.files)
    uid = acme.titled("Thank Sam Roe")
    text = (there / f"{uid}.ics").read_bytes()
    ticked = b"STATUS:COMPLETED\r\nCOMPLETED:20261111T180000Z"
    (there / f"{uid}.ics").write_bytes(text.replace(b"STATUS:NEEDS-ACTION", ticked))
    sync("sync")
    assert acme("--pull").code == 0
    assert re.search(rf"- \[x\] .*🆔 {uid} .*✅ 2026-11-11", acme.note)
    sync("sync")
    assert {file.name for file in there.iterdir()} == set(acme.files)
    assert f"{uid}.ics" not in acme.files
    assert NOTE in b"".join(acme.files.values()).decode()
