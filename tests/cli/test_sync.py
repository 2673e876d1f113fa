"""`mdfollow sync`: what is written, said and answered."""

import os
from pathlib import Path

import pytest

from mdfollow.views.sync_lines import DECLINE
from tests.cli.conftest import Start
from tests.cli.notes import ACME, BROKEN, OTHER, PHONE, VAULTS, contents, make


def test_a_first_plan_is_one_line_that_says_how_to_decline(start: Start, tmp_path: Path) -> None:
    """Merge-cases 33: the way to keep a note without a plan is on the line of the plan."""
    vault = make(tmp_path, {"interviews/acme.md": ACME, "bread.md": OTHER})
    ran = start(vault)("sync")
    assert ran.code == 0
    assert len(ran.lines) == 1
    assert ran.lines[0].startswith("interviews/acme.md: first plan (3 tasks added, ")
    assert ran.lines[0].endswith("; `mdfollow: false` keeps a note without one")
    assert ran.err == "1 note changed.\n"
    assert (vault / "interviews/acme.md").read_bytes().startswith(ACME)
    assert (vault / "bread.md").read_bytes() == OTHER


def _written(file: Path) -> tuple[int, ...]:
    """What a write changes; the time of the last reading is the system's affair."""
    stat = os.stat(file)
    return stat.st_ino, stat.st_mode, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def test_a_second_sync_touches_nothing(start: Start, tmp_path: Path) -> None:
    """Law 2: not a byte, not a time."""
    vault = make(tmp_path, VAULTS["several notes"])
    run = start(vault)
    run("sync")
    before = {file: _written(file) for file in vault.rglob("*.md")}
    ran = run("sync")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "4 interview notes, all up to date.\n"
    assert {file: _written(file) for file in vault.rglob("*.md")} == before


def test_later_changes_are_told_without_the_sentence_of_a_first_plan(
    start: Start, tmp_path: Path
) -> None:
    vault = make(tmp_path, {"acme.md": ACME})
    run = start(vault)
    run("sync")
    note = vault / "acme.md"
    note.write_bytes(note.read_bytes().replace(b"decision: 3 weeks", b"decision: 4 weeks"))
    ran = run("sync")
    assert ran.out == "acme.md: 1 task moved\n"
    assert DECLINE not in ran.out


@pytest.mark.parametrize("path", ["interviews", "interviews/acme.md", "./interviews/../interviews"])
def test_sync_path_writes_that_alone(start: Start, tmp_path: Path, path: str) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    before = contents(vault)
    ran = start(vault)("sync", path)
    changed = {name for name, data in contents(vault).items() if data != before[name]}
    expected = {"interviews/acme.md"} | ({"interviews/initech.md"} if "md" not in path else set())
    assert changed == expected
    assert {line.partition(":")[0] for line in ran.lines} == expected


def test_a_path_counts_from_the_current_folder_then_from_the_vault(
    start: Start, tmp_path: Path
) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    inner = start(vault / "interviews")
    assert inner("sync", "--check", "acme.md").lines[0].startswith("interviews/acme.md:")
    assert inner("sync", "--check", "globex.md").lines[0].startswith("globex.md:")
    assert len(inner("sync", "--check", ".").lines) == 2
    assert len(inner("sync", "--check", "..").lines) == 4


def test_sync_path_reads_the_other_notes_of_the_application(start: Start, tmp_path: Path) -> None:
    """AMT-5: a later round in another note ends the attempts of the first."""
    first = PHONE.replace(b"2026-11-09", b"2026-11-03")
    vault = make(tmp_path, {"one.md": first, "two.md": PHONE})
    start(vault)("sync", "one.md")
    assert b"i1/attempt:1" not in (vault / "one.md").read_bytes()
    assert (vault / "two.md").read_bytes() == PHONE


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nowhere.md", "there is no note or folder nowhere.md"),
        ("..", "is outside the vault"),
    ],
)
def test_a_path_that_does_not_fit_is_a_usage_error(
    start: Start, tmp_path: Path, path: str, words: str
) -> None:
    vault = make(tmp_path / "vault", VAULTS["one note"])
    ran = start(vault)("sync", path)
    assert ran.code == 2
    assert words in ran.err
    assert (vault / "interviews/acme.md").read_bytes() == ACME


def test_a_named_file_that_is_no_interview_note_is_named(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    ran = start(vault)("sync", "bread.md")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("bread.md: no interview note")


@pytest.mark.parametrize("name", ["nothing", "no interviews"])
def test_a_vault_without_interviews_hears_how_to_make_one(
    start: Start, tmp_path: Path, name: str
) -> None:
    vault = make(tmp_path, VAULTS[name])
    ran = start(vault)("sync")
    assert (ran.code, ran.out) == (0, "")
    assert "no interview notes" in ran.err
    for line in ("company: Acme", "interview_date: 2026-11-12", "interviewers: Dana Kim, Sam Roe"):
        assert f"    {line}\n" in ran.err


def test_the_note_of_the_explanation_is_an_interview_note(start: Start, tmp_path: Path) -> None:
    told = start(make(tmp_path / "empty", {}))("sync").err
    text = "\n".join(line.strip() for line in told.split("\n\n")[1].splitlines()) + "\n"
    vault = make(tmp_path / "vault", {"acme.md": text.encode()})
    assert "first plan" in start(vault)("sync").out


def test_one_bad_note_stops_no_other(start: Start, tmp_path: Path) -> None:
    """Law 7, and exit code 1."""
    vault = make(tmp_path, {"acme.md": ACME, "hooli.md": BROKEN})
    ran = start(vault)("sync")
    assert ran.code == 1
    assert ran.lines[0].startswith("acme.md: first plan")
    assert "hooli.md:3:17: error MDF102: " in ran.err
    assert "1 note changed, 1 left as it is." in ran.err
    assert (vault / "hooli.md").read_bytes() == BROKEN


def test_again_writes_a_cleared_plan_anew(start: Start, tmp_path: Path) -> None:
    """Merge-cases 16: renamed and without its comment, a note waits for `--again`."""
    vault = make(tmp_path, {"acme.md": ACME})
    run = start(vault)
    run("sync")
    cut = (vault / "acme.md").read_bytes().partition(b"<!-- mdfollow:state")[0]
    (vault / "acme.md").unlink()
    (vault / "new name.md").write_bytes(cut)
    assert run("sync").code == 1
    assert (vault / "new name.md").read_bytes() == cut
    assert run("sync", "--again", "new name.md").code == 0
    assert b"mdfollow:state" in (vault / "new name.md").read_bytes()


def test_again_takes_a_note(start: Start, tmp_path: Path) -> None:
    ran = start(make(tmp_path, VAULTS["one note"]))("sync", "--again", "interviews")
    assert ran.code == 2
    assert "takes one note" in ran.err


def test_the_vault_is_found_from_inside(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["one note"])
    assert start(vault / "interviews")("sync").lines[0].startswith("interviews/acme.md: ")


@pytest.mark.parametrize(
    "argv",
    [
        ("--vault", "vault", "sync"),
        ("sync", "--vault", "vault"),
        ("--vault=vault", "sync"),
    ],
)
def test_the_vault_is_named_before_or_after_the_command(
    start: Start, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    make(tmp_path / "vault", VAULTS["one note"])
    assert start(tmp_path)(*argv).lines[0].startswith("interviews/acme.md: ")


def test_the_named_vault_is_that_folder_and_no_other(start: Start, tmp_path: Path) -> None:
    make(tmp_path, {"outer.md": PHONE, "vault/acme.md": ACME})
    ran = start(tmp_path)("--vault", "vault", "sync")
    assert ran.lines[0].startswith("acme.md: ")
    assert (tmp_path / "outer.md").read_bytes() == PHONE


def test_a_leftover_of_a_dead_write_goes(start: Start, tmp_path: Path) -> None:
    """W27, seen from the command: swept by a sync, left alone by a dry run."""
    vault = make(tmp_path, VAULTS["one note"])
    left = vault / "interviews/.mdfollow-old.tmp"
    left.write_bytes(ACME)
    start(vault)("sync", "--check")
    assert left.exists()
    start(vault)("sync")
    assert not left.exists()
