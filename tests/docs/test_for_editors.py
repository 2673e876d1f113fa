"""The files for editors stand in the docs as they are, and do what they promise.

What needs a real editor is a test of the group `client`.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from mdfollow.cli import COMMANDS, main
from mdfollow.dialects import DIALECTS
from mdfollow.interview.fields import ALIASES
from pages import DOCS
from site_pages import ROOT

EDITORS = ROOT / "editors"
FILES = {
    "vim.md": "vim/compiler/mdfollow.vim",
    "vscode.md": "vscode/tasks.json",
    "emacs.md": "emacs/mdfollow.el",
    "obsidian.md": "obsidian/Applications.base",
}
NOTE = "---\ncompany: {}\ninterview_date: {}\ninterviewers: Dana Kim\n---\nÜber die Zeit.\n"
TODAY = "2026-11-25"
FINDING = re.compile(r"^(.+?):(\d+):(\d+): (error|warning|hint) (MDF\d{3}): (.*)$")


def page(name: str) -> str:
    return (DOCS / "editors" / name).read_text(encoding="utf-8")


def needs(program: str, package: str) -> pytest.MarkDecorator:
    reason = f"needs {program}: apt-get install {package}"
    return pytest.mark.skipif(not shutil.which(program), reason=reason)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Two notes with findings, one of them in a folder with a blank in its name."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "My notes").mkdir()
    odd = NOTE.format("Acme", "03/11/2026")
    (tmp_path / "My notes" / "acme.md").write_text(odd, encoding="utf-8")
    other = NOTE.format("Bïrch", "2026-11-24\nstatus: floating\nrecruiter: Lee Ortiz <lee@>")
    (tmp_path / "birch.md").write_text(other, encoding="utf-8")
    return tmp_path


@pytest.fixture
def environment() -> dict[str, str]:
    """Where the program of this checkout is the one that is found."""
    folder = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "TERM": "dumb"}


def found(vault: Path, environment: dict[str, str]) -> list[re.Match[str]]:
    """What the program says, line by line."""
    command = [sys.executable, "-m", "mdfollow", "check", "--output-format", "concise"]
    run = subprocess.run(command, cwd=vault, env=environment, capture_output=True, check=False)
    lines = run.stdout.decode().splitlines()
    matches = [match for line in lines if (match := FINDING.match(line))]
    assert len(matches) == len(lines) >= 2
    return matches


@pytest.mark.parametrize("name", FILES)
def test_a_file_stands_in_the_docs_as_it_is(name: str) -> None:
    assert (EDITORS / FILES[name]).read_text(encoding="utf-8") in page(name)


def test_every_file_is_in_the_docs() -> None:
    there = {str(each.relative_to(EDITORS)) for each in EDITORS.rglob("*") if each.is_file()}
    assert there == set(FILES.values())


def test_vs_code_reads_what_check_says(vault: Path, environment: dict[str, str]) -> None:
    tasks = json.loads((EDITORS / FILES["vscode.md"]).read_text(encoding="utf-8"))["tasks"]
    for task in tasks:
        assert shlex.split(task["command"])[1] in COMMANDS
    (matcher,) = [each["problemMatcher"] for each in tasks if each["problemMatcher"]]
    pattern: dict[str, Any] = matcher["pattern"]
    parts = ["file", "line", "column", "severity", "code", "message"]
    for each in found(vault, environment):
        match = re.match(pattern["regexp"], each[0])
        assert match
        assert [match[pattern[part]] for part in parts] == list(each.groups())


def test_a_base_shows_fields_that_are_read() -> None:
    text = (EDITORS / FILES["obsidian.md"]).read_text(encoding="utf-8")
    base = yaml.safe_load(text)
    assert set(base) == {"filters", "properties", "views"}
    named = set(re.findall(r'hasProperty\("(\w+)"\)', text)) | set(base["properties"])
    named |= {each for view in base["views"] for each in view["order"] if "." not in each}
    named |= {each["property"] for view in base["views"] for each in view["sort"]}
    assert {"company", "interview_date", "decision", "status"} <= named <= set(ALIASES)


def test_shell_commands_runs_a_sync(vault: Path, environment: dict[str, str]) -> None:
    (command,) = re.findall(r"^(mdfollow --vault \{\{vault_path\}\}.*)$", page("obsidian.md"), re.M)
    command = command.replace("{{vault_path}}", shlex.quote(str(vault)))
    run = subprocess.run(["sh", "-c", command], cwd="/", env=environment, check=False)
    assert run.returncode == 1  # for the note whose date has two readings
    assert "birch" not in command


@pytest.mark.parametrize("dialect", ["tasks", "dataview", "gfm"])
def test_the_queries_find_the_tasks(tmp_path: Path, dialect: str) -> None:
    """Dataview looks into the task's text, Tasks at its id where it is one of the plugin's."""
    assert dialect in DIALECTS
    (query,) = re.findall(r'contains\(text, "([^"]+)"\)', page("obsidian.md"))
    (included,) = re.findall(r"^id includes (\S+)$", page("obsidian.md"), re.MULTILINE)
    (search,) = re.findall(r"vimgrep /(.+?)/ ", page("vim.md"))
    (tmp_path / "mdfollow.toml").write_text(f'dialect = "{dialect}"\n', encoding="utf-8")
    note = tmp_path / "a.md"
    note.write_text(NOTE.format("Acme", "2026-11-24"), encoding="utf-8")
    assert main(["--vault", str(tmp_path), "sync", "--today", TODAY]) == 0
    lines = note.read_text(encoding="utf-8").splitlines()
    tasks = [line for line in lines if line.startswith("- [ ] ")]
    assert len(tasks) == 3
    assert [line for line in lines if line.startswith("- [") and query in line] == tasks
    assert [line for line in lines if re.search(search, line)] == tasks
    ids = {"tasks": r"🆔 (\S+)", "dataview": r"\[id:: (\S+)\]", "gfm": r"<!-- (\S+) -->"}
    for line in tasks:
        match = re.search(ids[dialect], line)
        assert match
        assert included in match[1]


def test_pre_commit_keeps_plans_up_to_date(vault: Path) -> None:
    manifest = pytest.importorskip("pre_commit.clientlib").load_manifest
    hooks = {each["id"]: each for each in manifest(str(ROOT / ".pre-commit-hooks.yaml"))}
    assert set(hooks) == {"mdfollow-sync", "mdfollow-check"}
    shown = yaml.safe_load(re.findall(r"```yaml\n(repos:.*?)```", page("zk.md"), re.DOTALL)[0])
    (hook,) = shown["repos"][0]["hooks"]
    assert hook["entry"] == hooks[hook["id"]]["entry"]
    assert hook["files"] == hooks[hook["id"]]["files"]
    (vault / "My notes" / "acme.md").unlink()
    argv = {name: each["entry"].split()[1:] for name, each in hooks.items()}
    start = ["--vault", str(vault), "--today", TODAY]
    codes = [main([*start, *argv[f"mdfollow-{name}"]]) for name in ("check", "sync", "check")]
    assert codes == [1, 0, 0]


@pytest.mark.client
@pytest.mark.parametrize(
    "editor",
    [
        pytest.param("vim -es -N -u NONE -i NONE", marks=needs("vim", "vim")),
        pytest.param("nvim -es -u NONE -i NONE", marks=needs("nvim", "neovim")),
    ],
)
def test_make_fills_the_quickfix_list(
    vault: Path, environment: dict[str, str], editor: str
) -> None:
    words = "[bufname(e.bufnr), e.lnum, e.col, e.vcol, e.type, e.nr, e.text]"
    script = vault / "drive.vim"
    script.write_text(
        f"set rtp+={EDITORS / 'vim'}\ncompiler mdfollow\nsilent make!\n"
        f"call writefile([json_encode(map(getqflist(), {{_, e -> {words}}}))], 'list.json')\nqall!\n"
    )
    command = [*editor.split(), "-S", str(script)]
    subprocess.run(command, cwd=vault, env=environment, check=True, timeout=60, input=b"")
    entries = json.loads((vault / "list.json").read_text(encoding="utf-8"))
    types = {"error": "e", "warning": "w", "hint": "i"}
    assert entries == [
        [each[1], int(each[2]), int(each[3]), 1, types[each[4]], int(each[5][3:]), each[6]]
        for each in found(vault, environment)
    ]


@pytest.mark.client
@needs("emacs", "emacs-nox")
def test_emacs_reads_what_check_says(vault: Path, environment: dict[str, str]) -> None:
    """In a compilation buffer all of it, with Flymake what is found in that file."""
    compiled = """
      (setq default-directory (getenv "PWD") compilation-skip-threshold 0)
      (mdfollow-check)
      (with-current-buffer "*compilation*"
        (while (get-buffer-process (current-buffer)) (accept-process-output nil 0.05))
        (compilation--ensure-parse (point-max))
        (goto-char (point-min))
        (while (ignore-errors (compilation-next-error 1) t)
          (let* ((message (get-text-property (point) 'compilation-message))
                 (place (compilation--message->loc message)))
            (princ (format "%s:%d:%d:%d\\n" (caar (compilation--loc->file-struct place))
              (compilation--loc->line place) (compilation--loc->col place)
              (compilation--message->type message))))))
      (princ "--\\n")
      (find-file "birch.md")
      (mdfollow-flymake)
      (let ((tries 0))
        (while (and (< tries 400) (not (flymake-diagnostics)))
          (accept-process-output nil 0.05) (setq tries (1+ tries))))
      (dolist (each (flymake-diagnostics))
        (princ (format "%d:%s\\n" (line-number-at-pos (flymake-diagnostic-beg each))
          (flymake-diagnostic-text each))))"""
    script = vault / "drive.el"
    script.write_text(f'(load "{EDITORS / "emacs/mdfollow.el"}") {compiled}', encoding="utf-8")
    run = subprocess.run(
        ["emacs", "--batch", "-Q", "-l", str(script)],
        cwd=vault,
        env={**environment, "PWD": f"{vault}/"},
        capture_output=True,
        check=True,
        timeout=90,
    )
    compilation, _, flymake = run.stdout.decode().partition("--\n")
    kinds = {"error": 2, "warning": 1, "hint": 0}
    said = found(vault, environment)
    expected = [f"{each[1]}:{each[2]}:{each[3]}:{kinds[each[4]]}" for each in said]
    assert compilation.splitlines()[-len(said) :] == expected
    mine = [f"{each[2]}:{each[5]}: {each[6]}" for each in said if each[1] == "birch.md"]
    assert sorted(flymake.splitlines()) == sorted(mine) != []


@pytest.mark.client
@needs("emacs", "emacs-nox")
def test_an_interview_captured_in_emacs_gets_a_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the template that `init` writes, and the lines it shows for the init file."""
    (tmp_path / "notes.org").write_text("* Ideas\n", encoding="utf-8")
    assert main(["--vault", str(tmp_path), "init"]) == 0
    (lines,) = re.findall(r"\(with-eval-after-load.*\)\)\)", capsys.readouterr().err, re.DOTALL)
    script = tmp_path / "drive.el"
    script.write_text(
        f"""(require 'org) (require 'org-capture) (require 'cl-lib)
        (setq org-capture-templates nil system-time-locale "C") {lines}
        (cl-letf (((symbol-function 'completing-read) (lambda (&rest _) "Acme"))
                  ((symbol-function 'org-read-date) (lambda (&rest _)
                    (setq org-time-was-given nil org-end-time-was-given nil)
                    (encode-time 0 0 0 24 11 2026))))
          (org-capture nil "i") (org-capture-finalize))""",
        encoding="utf-8",
    )
    command = ["emacs", "--batch", "-Q", "-l", str(script)]
    subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert main(["--vault", str(tmp_path), "sync", "--today", TODAY]) == 0
    after = (tmp_path / "interviews.org").read_text(encoding="utf-8")
    assert ":INTERVIEW_DATE: <2026-11-24 Tue>" in after
    assert "TODO Thank whoever interviewed you at Acme by e-mail" in after


def node(script: str, package: str, *argv: str) -> Any:
    """What a script prints as JSON; it needs a package of npm in the folder MDFOLLOW_NODE."""
    folder = os.environ.get("MDFOLLOW_NODE", ".")
    command = ["node", "-e", script, *argv]
    run = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if b"Cannot find module" in run.stderr:
        pytest.skip(f"needs npm's {package} in the folder MDFOLLOW_NODE")
    return json.loads(run.stdout)


@pytest.mark.client
@needs("node", "nodejs")
def test_logseq_finds_the_open_tasks_and_no_others() -> None:
    """By the engine that Logseq asks, npm's `datascript`."""
    (query,) = re.findall(r":query (\[:find.*?)\}\n#\+END_QUERY", page("logseq.md"), re.DOTALL)
    query = re.sub(r":(block/\w+)", r'"\1"', query)
    blocks = [
        {":db/id": 1, "block/marker": "TODO", "block/content": "TODO Thank <!-- mf-7k2m9q -->"},
        {":db/id": 2, "block/marker": "TODO", "block/content": "TODO Buy milk"},
        {":db/id": 3, "block/marker": "DONE", "block/content": "DONE Thank <!-- mf-7k2m9r -->"},
        {":db/id": 4, "block/content": "Thank-you note <!-- mf-7k2m9q draft -->"},
    ]
    script = """
      const d = require('datascript')
      const [query, blocks] = process.argv.slice(1)
      const found = d.q(query, d.db_with(d.empty_db(), JSON.parse(blocks)))
      process.stdout.write(JSON.stringify(found.map(([block]) => block.id)))"""
    assert node(script, "datascript", query, json.dumps(blocks)) == [1]


@pytest.mark.client
@needs("node", "nodejs")
def test_dataview_reads_the_query() -> None:
    """By the plugin's own parser, npm's `obsidian-dataview`."""
    (query,) = re.findall(r"```dataview\n(.*?)```", page("obsidian.md"), re.DOTALL)
    script = """
      const load = require('module')._load
      require('module')._load = (name, ...rest) =>
        name === 'obsidian' ? new Proxy({}, {get: () => class {}}) : load(name, ...rest)
      globalThis.window = globalThis
      const {QUERY_LANGUAGE} = require('obsidian-dataview')
      process.stdout.write(JSON.stringify(QUERY_LANGUAGE.query.tryParse(process.argv[1])))"""
    read = node(script, "obsidian-dataview", query.strip())
    assert read["header"]["type"] == "task"
    assert [each["type"] for each in read["operations"]] == ["where", "sort"]
