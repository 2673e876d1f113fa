"""Rounds, refusals and questions: what happens between the plan and the note."""

import os
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from mdfollow import session as sessions
from mdfollow.commands import run as runs
from mdfollow.session import Session
from mdfollow.sync.result import NoteReport
from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.rights import GROUP_DROPPED
from mdfollow.vault.store import DiskStore
from tests.cli.conftest import Start
from tests.cli.notes import ACME, PHONE, VAULTS, contents, make


class Meddling(DiskStore):
    """A disk on which somebody does something just before acme.md is written."""

    def __init__(self, root: str, meddle: Callable[[int], None]) -> None:
        super().__init__(root)
        self.meddle, self.asked = meddle, 0

    def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
        if snapshot.path == "acme.md":
            self.asked += 1
            self.meddle(self.asked)
        return super().replace(snapshot, new)


def appending(file: Path, times: int) -> Callable[[int], None]:
    """She adds a line before each of the first `times` writes."""

    def meddle(number: int) -> None:
        if number <= times:
            with file.open("ab") as note:
                note.write(b"her line %d\n" % number)

    return meddle


def run(vault: Path, meddle: Callable[[int], None]) -> tuple[runs.Result, Meddling, list[float]]:
    from datetime import date

    session = Session(os.path.realpath(vault))
    store, pauses = Meddling(session.root, meddle), list[float]()
    plan = lambda: session.reports(date(2026, 11, 12))  # noqa: E731
    result = runs.write(session, plan, store, lambda _: True, pause=pauses.append)
    return result, store, pauses


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_note_that_changes_meanwhile_is_planned_again(tmp_path: Path, times: int) -> None:
    """W01: her lines and the plan, once each, after at most three rounds."""
    vault = make(tmp_path, {"acme.md": ACME, "initech.md": PHONE})
    result, _, pauses = run(vault, appending(vault / "acme.md", times))
    data = (vault / "acme.md").read_bytes()
    assert result.written["acme.md"].outcome.verdict is Verdict.WRITTEN
    assert result.written["initech.md"].outcome.verdict is Verdict.WRITTEN
    assert data.startswith(ACME + b"".join(b"her line %d\n" % n for n in range(1, times + 1)))
    assert data.count(b"mdfollow:state") == 1
    assert len(pauses) == times


def test_after_three_rounds_it_is_left_for_the_next_run(tmp_path: Path) -> None:
    vault = make(tmp_path, {"acme.md": ACME})
    result, store, pauses = run(vault, appending(vault / "acme.md", 99))
    assert store.asked == runs.ROUNDS
    assert len(pauses) == runs.ROUNDS - 1
    assert result.written["acme.md"].outcome.verdict is Verdict.CHANGED
    assert b"mdfollow:state" not in (vault / "acme.md").read_bytes()


def test_a_note_that_vanishes_meanwhile_is_not_made_again(tmp_path: Path) -> None:
    """F02."""
    vault = make(tmp_path, {"acme.md": ACME})
    result, _, _ = run(vault, lambda _: (vault / "acme.md").unlink(missing_ok=True))
    assert not (vault / "acme.md").exists()
    assert not result.written
    assert not result.reports


def test_the_owner_is_asked_once_however_many_rounds(tmp_path: Path) -> None:
    vault = make(tmp_path, {"acme.md": ACME})
    session = Session(os.path.realpath(vault))
    asked: list[list[str]] = []

    def work() -> tuple[NoteReport, ...]:
        (note,) = session.notes.values()
        return (NoteReport(note.path, note.data, note.data + b"x", first=True),)

    def agreed(reports: object) -> bool:
        assert isinstance(reports, list)
        asked.append([report.path for report in reports])
        return True

    store = Meddling(session.root, appending(vault / "acme.md", 1))
    runs.write(session, work, store, lambda _: True, agreed=agreed, pause=lambda _: None)
    assert asked == [["acme.md"]]
    assert (vault / "acme.md").read_bytes() == ACME + b"her line 1\nx"


def dirty_swap(note: Path) -> None:
    """What vim leaves beside a note with unsaved changes (E01)."""
    block = bytearray(1024)
    block[0:2] = b"b0"
    block[24:28] = struct.pack("<I", os.getpid())
    host = os.uname().nodename.encode()[:39]
    block[68 : 68 + len(host)] = host
    block[1007] = 0x55
    (note.parent / f".{note.name}.swp").write_bytes(bytes(block))


@pytest.mark.parametrize("how", [(), ("--check",)])
def test_a_note_open_in_an_editor_is_one_line_and_exit_code_0(
    start: Start, tmp_path: Path, how: tuple[str, ...]
) -> None:
    vault = make(tmp_path, {"acme.md": ACME})
    dirty_swap(vault / "acme.md")
    ran = start(vault)("sync", *how)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "acme.md: waiting, open in vim with unsaved changes\n1 waiting for an editor.\n"
    )
    assert (vault / "acme.md").read_bytes() == ACME


@pytest.mark.parametrize("how", [(), ("--check",), ("--diff",)])
def test_a_note_that_may_not_be_written_is_one_line_and_exit_code_1(
    start: Start, tmp_path: Path, how: tuple[str, ...]
) -> None:
    vault = make(tmp_path, {"acme.md": ACME})
    (vault / "acme.md").chmod(0o444)
    ran = start(vault)("sync", *how)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "acme.md: not written, it is read-only\n1 left as it is.\n"
    assert (vault / "acme.md").read_bytes() == ACME


@pytest.mark.parametrize(
    ("answer", "written"), [("y\n", True), ("Yes\n", True), ("n\n", False), ("", False)]
)
def test_many_first_plans_are_shown_and_asked_about(
    start: Start, tmp_path: Path, answer: str, written: bool
) -> None:
    vault = make(tmp_path, VAULTS["many"])
    before = contents(vault)
    ran = start(vault, terminal=True, answer=answer, env={"TERM": "dumb"})("sync")
    assert ran.code == 0
    assert ran.err.startswith("6 notes would get a follow-up plan:\n")
    for path in before:
        assert f"  {path} (" in ran.err
    assert "Write them? [y/N] " in ran.err
    assert (contents(vault) != before) is written
    assert ("Nothing was written." in ran.err) is not written
    assert len(ran.lines) == (6 if written else 0)


@pytest.mark.parametrize(
    ("name", "terminal", "how"),
    [
        ("several notes", True, ()),
        ("many", True, ("--yes",)),
        ("many", True, ("--check",)),
        ("many", True, ("interviews/alpha.md",)),
        ("many", False, ()),
    ],
)
def test_nobody_is_asked(
    start: Start, tmp_path: Path, name: str, terminal: bool, how: tuple[str, ...]
) -> None:
    """Five first plans or fewer, `--yes`, a dry run, or nobody there."""
    vault = make(tmp_path, VAULTS[name])
    ran = start(vault, terminal=terminal, answer="n\n")("sync", *how)
    assert "[y/N]" not in ran.err
    assert "Nothing was written" not in ran.err
    assert ran.lines


@pytest.mark.parametrize(
    ("name", "how", "told"),
    [
        ("many", (), True),
        ("many", ("--yes",), False),
        ("many", ("--check",), False),
        ("several notes", (), False),
    ],
)
def test_off_a_terminal_the_way_back_is_told(
    start: Start, tmp_path: Path, name: str, how: tuple[str, ...], told: bool
) -> None:
    ran = start(make(tmp_path, VAULTS[name]))("sync", *how)
    assert ("To take these plans out again: `mdfollow remove`." in ran.err) is told


def test_ctrl_c_at_the_question_writes_nothing(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = make(tmp_path, VAULTS["many"])
    before = contents(vault)
    run = start(vault, terminal=True)

    def interrupt(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("mdfollow.commands.console.Console.agreed", interrupt)
    ran = run("sync")
    assert ran.code == 130
    assert ran.err.endswith("mdfollow: stopped; every note is whole.\n")
    assert contents(vault) == before


class Answering(DiskStore):
    """A disk that answers every write with one outcome."""

    answer = Outcome(Verdict.WRITTEN, "")

    def replace(self, snapshot: Snapshot, new: bytes) -> Outcome:
        return self.answer


ANSWERS = [
    (Verdict.WRITTEN, "an old lock of vim lies beside it", 0, "acme.md: an old lock of vim"),
    (Verdict.DEFERRED, "open in Emacs", 0, "acme.md: waiting, open in Emacs\n"),
    (Verdict.SKIPPED, "it is read-only", 1, "acme.md: not written, it is read-only\n"),
    (Verdict.CHANGED, "it changed", 1, "it changed; please run mdfollow again\n"),
    (Verdict.BUSY, "it is being saved", 1, "it is being saved; please run mdfollow again\n"),
]


@pytest.mark.parametrize(("verdict", "reason", "code", "words"), ANSWERS)
def test_every_answer_of_the_disk_is_told_honestly(
    start: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    verdict: Verdict,
    reason: str,
    code: int,
    words: str,
) -> None:
    monkeypatch.setattr(Answering, "answer", Outcome(verdict, "acme.md", reason))
    monkeypatch.setattr(sessions, "DiskStore", Answering)
    monkeypatch.setattr(runs, "PAUSE", 0)
    ran = start(make(tmp_path, {"acme.md": ACME}))("sync")
    assert ran.code == code
    assert words in ran.err
    assert bool(ran.out) is (verdict is Verdict.WRITTEN)


def test_w13_what_was_lost_in_many_notes_is_said_once(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answering, "answer", Outcome(Verdict.WRITTEN, "", GROUP_DROPPED))
    monkeypatch.setattr(sessions, "DiskStore", Answering)
    companies = (b"Acme", b"Globex", b"Initech")
    notes = {f"{each.decode()}.md": ACME.replace(b"Acme", each) for each in companies}
    ran = start(make(tmp_path, notes))("sync")
    assert ran.err.count(GROUP_DROPPED) == 1
    assert f"Acme.md: {GROUP_DROPPED} (2 more notes likewise)\n" in ran.err


def test_a_version_of_hers_that_was_kept_is_named(start: Start, tmp_path: Path) -> None:
    """W27: what a dead write left behind and nobody has read is hers."""
    vault = make(tmp_path, {"acme.md": ACME})
    (vault / ".mdfollow-old.tmp").write_bytes(b"words of hers\n")
    ran = start(vault)("sync")
    assert "a version of yours from an interrupted save" in ran.err
    assert b"words of hers\n" in {file.read_bytes() for file in vault.glob("*rescued*")}
