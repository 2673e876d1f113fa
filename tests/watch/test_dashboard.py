"""The dashboard in a watch: a minute after the last change in the whole vault."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from mdfollow.vault.outcome import Outcome, Verdict
from mdfollow.vault.store import DiskStore
from tests.watch.syncing import Pair, machine
from tests.watch.vigil import TODAY, Vigil, note

PAGE = "Follow-ups.md"


def watching(vigil: Vigil, setting: str = PAGE) -> Vigil:
    vigil.put("mdfollow.toml", f'dashboard = "{setting}"\n'.encode() if setting else b"")
    vigil.put("acme.md", note())
    vigil.watcher.session.reload()
    return vigil.start()


def test_it_is_there_from_the_start(vigil: Vigil) -> None:
    watching(vigil)
    assert b"[Acme](acme.md)" in vigil.read(PAGE)
    assert vigil.writes(PAGE) == ["the dashboard is updated"]


def test_it_is_written_after_a_minute_of_quiet_in_the_whole_vault(vigil: Vigil) -> None:
    watching(vigil).rest(200)
    before = vigil.read(PAGE)
    vigil.save("globex.md", note("Globex"))
    vigil.rest(50)
    vigil.edit("acme.md", lambda data: data + b"\nmore\n")
    vigil.rest(59)
    assert vigil.has_plan("globex.md")
    assert vigil.read(PAGE) == before
    vigil.rest(10)
    assert b"[Globex](globex.md)" in vigil.read(PAGE)
    assert len(vigil.writes(PAGE)) == 2


def test_what_changes_no_line_of_it_writes_nothing(vigil: Vigil) -> None:
    watching(vigil).rest(200)
    stat = (vigil.root / PAGE).stat()
    vigil.edit("acme.md", lambda data: data + b"\nmore\n")
    vigil.rest(300)
    assert vigil.watcher.next(vigil.now) is None
    assert (vigil.root / PAGE).stat().st_mtime_ns == stat.st_mtime_ns


def test_it_is_no_note_and_stirs_nothing_itself(vigil: Vigil) -> None:
    watching(vigil).rest(200)
    vigil.save(PAGE, b"my words\n" + vigil.read(PAGE))
    assert vigil.watcher.next(vigil.now) is None
    vigil.edit("acme.md", lambda data: re.sub(rb"role: .*", b"role: Lead", data))
    vigil.rest(100)
    assert vigil.read(PAGE).startswith(b"my words\n<!-- mdfollow:dashboard -->\n")
    assert b"| Lead " in vigil.read(PAGE)


def test_a_note_of_hers_in_its_place_is_named_once(vigil: Vigil) -> None:
    vigil.put(PAGE, b"# Mine\n")
    watching(vigil).rest(100)
    vigil.edit("acme.md", lambda data: data + b"\nmore\n")
    vigil.rest(200)
    assert vigil.read(PAGE) == b"# Mine\n"
    assert len(vigil.said("left")) == 1


def test_what_the_system_refuses_is_tried_again_without_a_stir(
    vigil: Vigil, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: object, path: str, __: bytes) -> Outcome:
        return Outcome(Verdict.SKIPPED, path, "its disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(DiskStore, "create", refused)
        watching(vigil).rest(400)
        assert vigil.said("left") == ["not written, its disk is full"]
    vigil.rest(299)
    assert b"[Acme](acme.md)" in vigil.read(PAGE)
    vigil.rest(301)
    assert vigil.watcher.next(vigil.now) is None


def test_a_page_that_may_be_written_again_is_written_within_seconds(vigil: Vigil) -> None:
    """Hers stood in its place; she moves it away, and saves no note."""
    vigil.put(PAGE, b"# Mine\n")
    watching(vigil).rest(1000)
    (vigil.root / PAGE).rename(vigil.root / "mine.md")
    vigil.rest(10)
    assert b"[Acme](acme.md)" in vigil.read(PAGE)


def test_without_the_setting_there_is_nothing_to_wait_for(vigil: Vigil) -> None:
    watching(vigil, "")
    assert vigil.watcher.next(vigil.now) is None
    assert not (vigil.root / PAGE).exists()


@pytest.mark.parametrize("step", [20.0, 100.0], ids=["fast", "slow"])
def test_s05_two_machines_on_two_days_keep_one_page(tmp_path: Path, step: float) -> None:
    """Changes on one side at a time: the same bytes in the end, and no conflict copy of it."""
    both = Pair(
        machine(tmp_path, "left", share=2.0, today=TODAY),
        machine(tmp_path, "right", share=9.0, today=TODAY + timedelta(1)),
    )
    for side in (both.left, both.right):
        side.vigil.put("mdfollow.toml", f'dashboard = "{PAGE}"\n'.encode())
        side.vigil.watcher.session.reload()
    both.left.save("acme.md", note())
    both.left.save("globex.md", note("Globex", more="decision: 2026-11-20\n"))
    for line in ("role: Lead", "heard: 2026-11-13"):
        _settle(both, step)
        both.right.save(
            "acme.md",
            both.right.notes()["acme.md"].replace(b"role: Engineer", line.encode() + b"\nstage: x"),
        )
    _settle(both, step)
    pages = [side.root / PAGE for side in (both.left, both.right)]
    assert pages[0].read_bytes() == pages[1].read_bytes()
    assert b"[Globex](globex.md)" in pages[0].read_bytes()
    assert not list(pages[0].parent.glob("*sync-conflict*"))


def _settle(both: Pair, step: float) -> None:
    for _ in range(int(200 / step)):
        both.rest(step)
        both.sync()
