"""`--check`, `--diff`, `--json` and the real run are one plan told four ways."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Mdfollow, Start
from tests.cli.notes import VAULTS, contents, make

LATER = "2026-12-30"


def ticked(data: bytes) -> bytes:
    """Her vault some time later: first tasks ticked, some dates changed."""
    return data.replace(b"- [ ] ", b"- [x] ", 1).replace(b"3 weeks", b"2 weeks")


def written(run: Mdfollow, *argv: str, today: str) -> tuple[set[str], set[str], int]:
    """The files a real run changes, the ones it names, and its exit code."""
    before = contents(run.cwd)
    ran = run(*argv, today=today)
    after = contents(run.cwd)
    named = {line.rpartition(": ")[0].partition(": ")[0] for line in ran.lines}
    return {path for path in after if after[path] != before[path]}, named, ran.code


@pytest.mark.parametrize("name", VAULTS)
@pytest.mark.parametrize("stage", ["first", "ticked"])
def test_no_dry_run_disagrees_with_the_real_one(
    start: Start, tmp_path: Path, name: str, stage: str
) -> None:
    """What `--check` names, `--diff` shows and `--json` tells is what `sync` writes."""
    vault = make(tmp_path / "vault", VAULTS[name])
    run = start(vault)
    today = "2026-11-12"
    if stage == "ticked":
        run("sync")
        for file in vault.rglob("*.md"):
            file.write_bytes(ticked(file.read_bytes()))
        today = LATER
    before = contents(vault)
    check = run("sync", "--check", today=today)
    diff = run("sync", "--diff", today=today)
    dry_json = run("sync", "--check", "--json", today=today)
    assert contents(vault) == before
    patched = tmp_path / "patched"
    shutil.copytree(vault, patched)
    if diff.out:
        subprocess.run(
            ["git", "apply", "-p1", "--whitespace=nowarn", "-"],
            input=diff.out.encode(),
            cwd=patched,
            check=True,
        )
    real_vault = tmp_path / "json" / "vault"
    shutil.copytree(vault, real_vault)
    real_json = start(real_vault)("sync", "--json", today=today)
    changed, named, code = written(run, "sync", today=today)
    assert named == changed
    assert {line.partition(": would change: ")[0] for line in check.lines} == changed
    assert contents(patched) == contents(vault) == contents(real_vault)
    assert real_json.out == dry_json.out
    told = {note["path"] for note in json.loads(real_json.out)["notes"] if note["changed"]}
    assert told == changed
    assert check.code == diff.code == dry_json.code == (1 if changed or code else 0)
    assert real_json.code == code


@pytest.mark.parametrize("name", VAULTS)
def test_remove_and_its_dry_runs_agree_and_leave_no_trace(
    start: Start, tmp_path: Path, name: str
) -> None:
    """Uninstalled: the notes are byte for byte what they were before the first sync."""
    vault = make(tmp_path / "vault", VAULTS[name])
    before = contents(vault)
    run = start(vault)
    run("sync")
    synced = contents(vault)
    check, diff = run("remove", "--check"), run("remove", "--diff")
    assert contents(vault) == synced
    assert bool(check.code) == bool(diff.out) == bool(check.out) == (synced != before)
    ran = run("remove")
    assert ran.code == 0
    assert len(ran.lines) == len(check.lines)
    assert contents(vault) == before


def test_a_plan_promises_what_the_sync_then_writes(start: Start, tmp_path: Path) -> None:
    """Steps `planned` and wanted now stand open afterwards, under the same id and dates."""
    vault = make(tmp_path, VAULTS["several notes"])
    run = start(vault)
    planned = steps(run("plan", "--json").out)
    assert {step["state"] for step in planned.values()} == {"planned", "skipped"}
    assert {step["line"] for step in planned.values()} == {None}
    run("sync")
    after = steps(run("plan", "--json").out)
    assert after.keys() == planned.keys()
    for key, step in after.items():
        assert {**step, "state": 0, "line": 0} == {**planned[key], "state": 0, "line": 0}
        if step["state"] == "open":
            line = (vault / key[0]).read_text().split("\n")[step["line"] - 1]
            assert step["id"] in line


def test_a_task_about_to_move_is_told_where_it_stands_now(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["one note"])
    run = start(vault)
    run("sync")
    note = vault / "interviews/acme.md"
    note.write_bytes(note.read_bytes().replace(b"3 weeks\n", b"4 weeks\nheard: false\n"))
    found = steps(run("plan", "--json").out)
    lines = note.read_text().splitlines()
    for step in found.values():
        assert step["state"] != "open" or step["id"] in lines[step["line"] - 1]
    assert [step["state"] for step in found.values()].count("open") == 3


def steps(text: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Every step of `--json` by note and key."""
    return {
        (note["path"], step["key"]): step
        for note in json.loads(text)["notes"]
        for interview in note["interviews"]
        for step in interview["steps"]
    }
