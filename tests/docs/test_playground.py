"""The playground says what the commands say, with the pure core alone, and sends nothing."""

import functools
import json
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

import playground
from mdfollow.cli import main
from pages import DOCS
from site_pages import ROOT
from tests.docs import browser

HERE = DOCS / "playground"
TODAY = "2026-11-25"
NOTE = """---
company: Zoë & Söhne
role: Platform Engineer
interview_date: 2026-11-24
decision: 3 weeks
interviewers: Dana Kim (hiring manager), Sam Roe (recruiter)
learned: on-call moves to the product teams in spring
status: floating
---
Mine.
"""
DIALECTS = re.findall(r'<option value="(\w+)">', (DOCS / "playground.md").read_text("utf-8"))
PYODIDE = ROOT / "build" / f"pyodide-{playground.VERSION}"
fetched = pytest.mark.skipif(not PYODIDE.is_dir(), reason="needs pyodide: make docs fetches it")


def planned(text: str, dialect: str = "gfm", today: str = TODAY) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run_path(str(HERE / "plan.py"))["planned"](text, today, dialect))
    return found


def command(vault: Path, *argv: str, capsys: pytest.CaptureFixture[str]) -> str:
    main(["--vault", str(vault), *argv, "--today", TODAY])
    return capsys.readouterr().out.strip()


@pytest.mark.parametrize("dialect", DIALECTS)
def test_it_says_what_the_commands_say(
    tmp_path: Path, dialect: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mdfollow.toml").write_text(f'dialect = "{dialect}"\n', encoding="utf-8")
    note = tmp_path / "Your note.md"
    note.write_text(NOTE, encoding="utf-8")
    found = planned(NOTE, dialect)
    command(tmp_path, "sync", capsys=capsys)
    assert found["note"] == note.read_text(encoding="utf-8") != NOTE
    assert found["plan"] == command(tmp_path, "plan", capsys=capsys)
    assert found["check"] == command(tmp_path, "check", capsys=capsys)
    assert "MDF125" in found["check"]
    assert planned(found["note"], dialect)["note"] == found["note"]


def test_lines_are_told_apart() -> None:
    found = planned(NOTE)
    assert "\n".join(line for line, _ in found["lines"]) == found["note"]
    old = [line for line, is_new in found["lines"] if not is_new]
    assert "\n".join(old).strip() == NOTE.strip()


def test_a_note_that_is_no_interview_stays_as_it_is() -> None:
    found = planned("Buy milk.\n")
    assert (found["note"], found["check"]) == ("Buy milk.\n", "")
    assert "no interview note" in found["plan"]
    assert "nearly an interview" in planned("---\ntype: interview\ncompany: Acme\n---\n")["plan"]


def test_the_core_needs_nothing_of_the_system(tmp_path: Path) -> None:
    """What is packed plans a note by itself: no face, no disk, no package of this machine."""
    playground.archive(tmp_path / "core.zip")
    names = zipfile.ZipFile(tmp_path / "core.zip").namelist()
    assert not [each for each in names if each.startswith(("mdfollow/vault", "mdfollow/commands"))]
    script = (
        "import runpy, sys; sys.path.insert(0, sys.argv[1]);"
        "print(runpy.run_path(sys.argv[2])['planned'](sys.stdin.read(), *sys.argv[3:]))"
    )
    argv = [str(tmp_path / "core.zip"), str(HERE / "plan.py"), TODAY, "gfm"]
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", script, *argv],
        input=NOTE.encode(),
        capture_output=True,
        check=False,
    )
    assert run.stderr == b""
    assert json.loads(run.stdout) == planned(NOTE)
    playground.archive(tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "core.zip").read_bytes()


def test_without_npm_the_site_goes_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(playground, "ROOT", tmp_path)
    assert playground.main([str(tmp_path / "site")]) == 0
    assert "stays out of this site" in capsys.readouterr().out


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The playground as it is in the built site, in a page of its own."""
    shutil.copytree(HERE, tmp_path / "playground", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "playground" / "pyodide").symlink_to(PYODIDE)
    playground.archive(tmp_path / "playground" / "mdfollow.zip")
    body = (DOCS / "playground.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Playground</title>'
    (tmp_path / "index.html").write_text(head + body, encoding="utf-8")
    return tmp_path / "playground"


NODE = """
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
const [folder, ...argv] = process.argv.slice(1)
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide/pyodide.mjs`))
const python = await loadPyodide({ indexURL: `${folder}/pyodide/` })
python.unpackArchive(new Uint8Array(readFileSync(`${folder}/mdfollow.zip`)), 'zip')
python.runPython(readFileSync(`${folder}/plan.py`, 'utf8'))
process.stdout.write(python.globals.get('planned')(...argv))
"""


@pytest.mark.client
@fetched
@pytest.mark.skipif(not shutil.which("node"), reason="needs node: apt-get install nodejs")
def test_it_says_the_same_in_node(site: Path) -> None:
    run = subprocess.run(
        ["node", "--input-type=module", "-e", NODE, str(site), NOTE, TODAY, "tasks"],
        capture_output=True,
        check=False,
        timeout=180,
    )
    assert run.returncode == 0, run.stderr[-500:]
    assert json.loads(run.stdout) == planned(NOTE, "tasks")


@pytest.fixture
def served(site: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of the page, and the requests it makes."""
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            asked.append(self.requestline)

    handler = functools.partial(Handler, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/index.html", asked
        server.shutdown()


DONE = """new Promise((resolve) => {
  const look = () => {
    const place = document.getElementById('try-it')
    const after = place && place.querySelector('[data-part=after]').textContent
    if (%s) resolve(after); else setTimeout(look, 50)
  }
  look()
})"""


@pytest.mark.client
@fetched
@pytest.mark.skipif(not browser.CHROMIUM, reason="needs Chromium: apt-get install chromium")
def test_a_note_is_planned_in_the_browser_and_goes_nowhere(
    served: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, asked = served
    with browser.page(tmp_path / "profile") as page:
        page.call("Page.navigate", url=f"{address}#start")
        assert "## Follow-up plan" in page.value(DONE % "place && place.dataset.ready")
        note = "document.querySelector('[data-part=note]')"
        typed = json.dumps(NOTE)
        page.value(f"{note}.value = {typed}; {note}.dispatchEvent(new Event('input'))")
        day = "document.querySelector('[data-part=today]')"
        page.value(f"{day}.value = '{TODAY}'; {day}.dispatchEvent(new Event('input'))")
        after = page.value(DONE % "after.includes('due=2026-11-25')")
        found = planned(NOTE)
        assert after.removesuffix("\n") == found["note"]
        page.value("document.querySelector('[data-part=take]').click()")
        assert page.value(f"{note}.value") == found["note"]
        requested = page.requested
    origin = address.removesuffix("index.html")
    assert [each for each in requested if not each.startswith((origin, "data:"))] == []
    assert asked
    assert {each.split()[0] for each in asked} == {"GET"}
    assert not [each for each in asked if "?" in each]
