"""The file of the dashboard: only our part of it is written, and only where there is a place."""

from pathlib import Path

import pytest

from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.store import DiskStore
from tests.cli.conftest import Start
from tests.cli.notes import ACME, BROKEN, PHONE, VAULTS, contents, make
from tests.cli.test_dashboard import page, vault

OPENING, ENDING = b"<!-- mdfollow:dashboard -->\n", b"<!-- mdfollow:dashboard end -->\n"


def test_what_she_writes_around_it_stays(start: Start, tmp_path: Path) -> None:
    before, after = b"\xef\xbb\xbfMine \xe2\x9c\xa8\t\r\n\r\n", b"and mine\xff, no newline"
    folder = vault(tmp_path, {"acme.md": ACME})
    file = folder / "Follow-ups.md"
    part = (OPENING + b"old\n" + ENDING).replace(b"\n", b"\r\n")
    file.write_bytes(before + part + after)
    start(folder)("sync")
    data = file.read_bytes()
    assert data.startswith(before + OPENING[:-1] + b"\r\n")
    assert data.endswith(ENDING[:-1] + b"\r\n" + after)
    assert b"Platform Engineer" in data
    assert b"old" not in data
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"# My plans\n", "put the two lines `<!-- mdfollow:dashboard -->` and"),
        (OPENING + b"x\n", "each of its two marks once"),
        (ENDING + b"x\n" + OPENING, "each of its two marks once"),
        ((OPENING + ENDING) * 2, "each of its two marks once"),
    ],
    ids=["hers", "no end", "turned", "twice"],
)
def test_a_note_of_hers_without_a_place_for_it_is_left_alone(
    start: Start, tmp_path: Path, data: bytes, words: str
) -> None:
    folder = vault(tmp_path, {"acme.md": ACME, "Follow-ups.md": data})
    ran = start(folder)("sync")
    assert ran.code == 1
    assert words in ran.err
    assert (folder / "Follow-ups.md").read_bytes() == data


def test_an_empty_file_is_filled(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME, "Follow-ups.md": b"\n"})
    assert start(folder)("sync").code == 0
    assert "[[acme|Acme]]" in page(folder)


def test_a_second_sync_leaves_the_page_alone(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME, "broken.md": BROKEN})
    run = start(folder)
    run("sync")
    before = (folder / "Follow-ups.md").stat()
    ran = run("sync", today="2026-11-13")
    assert "Follow-ups" not in ran.out + ran.err
    after = (folder / "Follow-ups.md").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_dry_run_shows_the_page_and_writes_none(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME})
    run = start(folder)
    ran = run("sync", "--check")
    assert (ran.code, ran.lines[-1]) == (
        1,
        "Follow-ups.md: would change: the dashboard is updated",
    )
    assert "+++ b/Follow-ups.md" in run("sync", "--diff").out
    assert set(contents(folder)) == {"acme.md"}
    run("sync")
    assert run("sync", "--check").code == 0


def test_sync_path_leaves_the_page_for_the_next_whole_sync(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME, "initech.md": PHONE})
    run = start(folder)
    run("sync", "acme.md")
    assert not (folder / "Follow-ups.md").exists()
    assert "it is your dashboard" in run("check", "Follow-ups.md").err if run("sync") else False


@pytest.mark.parametrize("name", ["nothing", "no interviews"])
def test_a_vault_without_interviews_gets_no_page(start: Start, tmp_path: Path, name: str) -> None:
    folder = vault(tmp_path, VAULTS[name])
    start(folder)("sync")
    assert not (folder / "Follow-ups.md").exists()


@pytest.mark.parametrize(
    "where", ["../out.md", "a/../b.md", "/etc/x.md", "page.txt", "", "a//b.md"]
)
def test_the_setting_takes_a_note_of_the_vault_only(
    start: Start, tmp_path: Path, where: str
) -> None:
    folder = make(tmp_path, {"mdfollow.toml": f'dashboard = "{where}"\n'.encode()})
    ran = start(folder)("sync")
    assert ran.code == 2
    assert "`dashboard` takes the path of a note in this vault" in ran.err


def test_remove_takes_it_out_again(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME})
    run = start(folder)
    run("sync")
    ran = run("remove", "--check")
    assert (ran.code, ran.lines[-1]) == (
        1,
        "Follow-ups.md: would change: the dashboard is taken out",
    )
    assert run("remove", "acme.md").code == 0
    assert (folder / "Follow-ups.md").exists()
    ran = run("remove")
    assert (ran.code, ran.lines) == (0, ["Follow-ups.md: the dashboard is taken out"])
    assert contents(folder) == {"acme.md": ACME}
    assert run("remove").out == ""


def test_remove_leaves_what_she_wrote_around_it(start: Start, tmp_path: Path) -> None:
    mine = b"\xef\xbb\xbf# Mine\r\n" + OPENING + ENDING + b"below"
    folder = vault(tmp_path, {"acme.md": ACME, "Follow-ups.md": mine})
    run = start(folder)
    run("sync")
    assert b"Acme" in (folder / "Follow-ups.md").read_bytes()
    run("remove")
    assert contents(folder) == {"acme.md": ACME, "Follow-ups.md": b"\xef\xbb\xbf# Mine\r\nbelow"}


@pytest.mark.parametrize(
    ("verdict", "code", "words", "times"),
    [
        (Verdict.CHANGED, 1, "not written, so it is.", 3),
        (Verdict.DEFERRED, 0, "waiting, so it is", 1),
    ],
)
def test_a_page_that_changes_meanwhile_is_made_again(
    start: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    verdict: Verdict,
    code: int,
    words: str,
    times: int,
) -> None:
    """And where an editor holds it, it waits."""
    folder = vault(tmp_path, {"acme.md": ACME})
    run = start(folder)
    run("sync")
    tries: list[str] = []
    real = DiskStore.replace

    def refuse(self: DiskStore, snapshot: Snapshot, new: bytes) -> Outcome:
        if snapshot.path != "Follow-ups.md":
            return real(self, snapshot, new)
        tries.append(snapshot.path)
        return Outcome(verdict, snapshot.path, "so it is")

    monkeypatch.setattr(DiskStore, "replace", refuse)
    note = folder / "acme.md"
    note.write_bytes(note.read_bytes().replace(b"Engineer", b"Engineer II", 1))
    ran = run("sync")
    assert (ran.code, len(tries)) == (code, times)
    assert f"Follow-ups.md: {words}" in ran.err


def test_what_is_no_file_is_named(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME, "Follow-ups.md/inner.txt": b""})
    ran = start(folder)("sync")
    assert ran.code == 1
    assert "Follow-ups.md: not written, it is " in ran.err


def test_her_words_on_the_lines_of_the_marks_stay(start: Start, tmp_path: Path) -> None:
    """Law 1: ours is what stands between the marks, and not the rest of their lines."""
    mine = b"> mine " + OPENING + b"old " + ENDING[:-1] + b" and this\n"
    folder = vault(tmp_path, {"acme.md": ACME, "Follow-ups.md": mine})
    run = start(folder)
    run("sync")
    data = (folder / "Follow-ups.md").read_bytes()
    assert data.startswith(b"> mine " + OPENING)
    assert data.endswith(b"\n" + ENDING[:-1] + b" and this\n")
    assert b"old" not in data
    assert b"Acme" in data
    run("remove")
    assert (folder / "Follow-ups.md").read_bytes() == b"> mine  and this\n"


def test_a_heading_of_hers_in_logseq_stays(start: Start, tmp_path: Path) -> None:
    setting = {"mdfollow.toml": b'dashboard = "pages/F.md"\n', "logseq/config.edn": b"{}"}
    folder = make(tmp_path, setting | {"pages/Acme.md": ACME})
    run = start(folder)
    run("sync")
    file = folder / "pages/F.md"
    file.write_bytes(file.read_bytes().replace(b"## Follow-ups", b"## My search"))
    (folder / "pages/Acme.md").write_bytes(ACME.replace(b"Acme", b"Birch"))
    run("sync")
    assert file.read_bytes().startswith(b"- ## My search <!-- mdfollow:dashboard -->\n")
    assert b"Birch" in file.read_bytes()
    run("remove")
    assert file.read_bytes().strip() == b"- ## My search"
