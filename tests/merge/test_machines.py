"""Merge-cases 25 to 27: the vault on two machines, under Syncthing and under git."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.merge.desk import ACME, NOTE, Desk

A1, A2 = "attempt:1", "attempt:2"
DANA, SAM = "thank:dana-kim", "thank:sam-roe"
TODAY = "2026-11-24"


@pytest.fixture
def desks(tmp_path: Path, desk: Desk) -> tuple[Desk, Desk]:
    """Two copies of a planned vault, each synced by itself."""
    other = Desk(tmp_path / "other", desk.dialect)
    for each in (desk, other):
        each.write()
        each.sync()
    assert desk.read() == other.read()
    return desk, other


def _merged(base: str, ours: str, theirs: str, *options: str) -> tuple[int, str]:
    """What git makes of two versions: the number of conflicts, the text."""
    folder = Path.cwd()
    names = {"ours": ours, "base": base, "theirs": theirs}
    for name, text in names.items():
        (folder / name).write_bytes(text.encode())
    command = ["git", "merge-file", "-p", *options, *names]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode, done.stdout.decode()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "git").mkdir()
    monkeypatch.chdir(tmp_path / "git")


def _settled(desks: tuple[Desk, Desk], text: str) -> Desk:
    """Both machines get `text`, sync to the same bytes, and write no more."""
    for each in desks:
        each.form(lambda _: text)
        each.sync(TODAY)
    one, two = desks
    assert one.read() == two.read()
    return one


def test_row_25_syncthing_one_edit_each(desks: tuple[Desk, Desk]) -> None:
    """One file wins, the other is a conflict copy that is never read; both settle on it."""
    one, two = desks
    one.tick(A1, "2026-12-04")
    one.sync(TODAY)
    two.tick(DANA, "2026-11-11")
    two.sync(TODAY)
    (one.root / NOTE).rename(one.root / "acme.sync-conflict-20261205-101010-ABCDEFG.md")
    shutil.copy(two.root / NOTE, one.root / NOTE)
    copy = one.read("acme.sync-conflict-20261205-101010-ABCDEFG.md")
    ran = one.quiet(TODAY)
    two.quiet(TODAY)
    assert list(ran.notes) == [NOTE]
    assert one.read("acme.sync-conflict-20261205-101010-ABCDEFG.md") == copy
    assert one.read() == two.read()


def test_row_25_equal_edits_give_equal_bytes(desks: tuple[Desk, Desk]) -> None:
    for each in desks:
        each.tick(A1, "2026-12-04")
        each.sync(TODAY)
    assert desks[0].read() == desks[1].read()


def test_row_25_a_tick_arrives_before_the_plan_knew_it(desks: tuple[Desk, Desk]) -> None:
    """The undated tick is recorded where it is first seen; the record travels with the file."""
    one, two = desks
    one.tick(A1)
    shutil.copy(one.root / NOTE, two.root / NOTE)
    two.sync("2026-12-07")
    shutil.copy(two.root / NOTE, one.root / NOTE)
    one.quiet("2026-12-09")
    assert one.state()[A1].fields["done"] == "2026-12-07"


def test_row_26_a_clean_git_merge(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    base = one.read()
    one.tick(A1, "2026-12-04")
    one.sync(TODAY)
    two.replace("My own notes", "My very own notes")
    draft = two.edit_draft(DANA)
    two.sync(TODAY)
    conflicts, text = _merged(base, one.read(), two.read())
    assert conflicts == 0
    settled = _settled(desks, text)
    assert settled.steps() == [DANA, SAM, A1, A2]
    assert settled.draft(DANA) == draft
    assert "My very own notes" in settled.read()


def test_row_26_the_same_change_made_on_both(desks: tuple[Desk, Desk]) -> None:
    """Desired already stands there: base becomes desired, whatever the comment says."""
    one, two = desks
    base = one.read()
    one.replace("decision: 3 weeks", "decision: 4 weeks")
    one.sync()
    (comment,) = two.comments()
    text = one.read().replace("\n".join(one.comments()[0]), "\n".join(comment))
    assert text != base
    settled = _settled(desks, text)
    assert settled.window(A1) == ("2026-12-11", "2026-12-11")
    assert settled.state()[A1].fields["due"] == "2026-12-11"
    settled.replace("decision: 4 weeks", "decision: 3 weeks")
    settled.sync()
    assert settled.window(A1) == ("2026-12-04", "2026-12-04")


def test_row_26_a_conflict_is_left_alone_until_solved(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    base = one.read()
    one.tick(A1, "2026-12-04")
    one.sync(TODAY)
    two.edit(A1, "Write to", "Ring")
    two.sync(TODAY)
    conflicts, text = _merged(base, one.read(), two.read())
    assert conflicts == 1
    one.form(lambda _: text)
    ran = one.quiet(TODAY)
    assert ran.codes()[0] == "MDF201"
    assert ran.code == 1
    chosen, inside = [], False
    for line in text.splitlines(keepends=True):
        inside = inside and not line.startswith(">>>>>>> ")
        if not inside and not line.startswith((">>>>>>> ", "<<<<<<< ")):
            inside = line.startswith("=======")
            chosen += [] if inside else [line]
    settled = _settled(desks, "".join(chosen))
    assert settled.steps() == [DANA, SAM, A1, A2]


def test_row_27_git_union_of_both(desks: tuple[Desk, Desk]) -> None:
    """The ticked twin is read, the untouched one goes, and one comment is left."""
    one, two = desks
    base = one.read()
    one.tick(A1, "2026-12-04")
    one.sync(TODAY)
    two.tick(A1)
    two.sync("2026-12-03")
    conflicts, text = _merged(base, one.read(), two.read(), "--union")
    assert conflicts == 0
    settled = _settled(desks, text)
    assert len(settled.comments()) == 1
    assert settled.steps().count(A2) >= 1
    assert settled.state()[A1].fields["done"] in {"2026-12-03", "2026-12-04"}


def test_row_27_union_of_a_tick_and_an_untouched_line(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    base = one.read()
    one.tick(DANA, "2026-11-11")
    one.tick(SAM, "2026-11-11")
    one.sync()
    two.redate(A1, "2026-12-08")
    two.sync()
    conflicts, text = _merged(base, one.read(), two.read(), "--union")
    assert conflicts == 0
    settled = _settled(desks, text)
    assert settled.steps().count(DANA) == 1
    assert settled.steps().count(SAM) == 1
    assert "[x] Thank Dana" in settled.read()
    assert "2026-12-08" in settled.read()


def test_row_27_of_a_comment_that_stands_twice_one_is_left(desks: tuple[Desk, Desk]) -> None:
    one, _ = desks
    comment = one.cut_comment()
    one.form(lambda text: text + 2 * comment)
    one.sync()
    assert one.read().count(comment) == 1
    assert one.steps() == [DANA, SAM, A1]


def test_two_first_plans_merged_by_union_become_one(tmp_path: Path) -> None:
    """Both machines planned the note before they met; the plans are equal, line by line."""
    desks = (Desk(tmp_path / "one"), Desk(tmp_path / "two"))
    for each in desks:
        each.write()
    desks[1].replace("My own notes", "My very own notes")
    for each in desks:
        each.sync()
    conflicts, text = _merged(ACME, desks[0].read(), desks[1].read())
    assert conflicts == 0
    settled = _settled(desks, text)
    assert settled.steps() == [DANA, SAM, A1]
