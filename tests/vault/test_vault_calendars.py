"""A calendar's folder gets the care of a note: nothing unread is replaced or removed."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from mdfollow.vault.calendars import CalendarFolder
from mdfollow.vault.outcome import Snapshot, Verdict
from mdfollow.vault.system import System

NEW = b"BEGIN:VCALENDAR\r\n"


def folder(tmp_path: Path, system: System | None = None) -> CalendarFolder:
    found = CalendarFolder(str(tmp_path / "calendar"), system)
    found.make()
    return found


def read(where: CalendarFolder, name: str) -> Snapshot:
    found = where.read(name)
    assert isinstance(found, Snapshot)
    return found


def left(tmp_path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (tmp_path / "calendar").iterdir()}


def test_a_new_file_is_whole_and_never_over_another(tmp_path: Path) -> None:
    where = folder(tmp_path)
    assert where.add("a.ics", NEW).verdict is Verdict.WRITTEN
    assert where.add("a.ics", b"other").verdict is Verdict.SKIPPED
    assert left(tmp_path) == {"a.ics": NEW}


def test_a_disk_without_hard_links_takes_one_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = folder(tmp_path)

    def link(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, "no")

    monkeypatch.setattr(os, "link", link)
    assert where.add("a.ics", NEW).verdict is Verdict.WRITTEN
    assert left(tmp_path) == {"a.ics": NEW}


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    class Full(System):
        def write(self, *_: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    where = folder(tmp_path, Full())
    found = where.add("a.ics", NEW)
    assert (found.verdict, "No space left" in found.reason) == (Verdict.SKIPPED, True)
    assert left(tmp_path) == {}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    where = CalendarFolder(str(tmp_path / "calendar"))
    assert where.add("a.ics", NEW).verdict is Verdict.SKIPPED
    assert (where.names(), where.entries(), where.is_for_calendars) == ([], [], True)


def test_what_was_saved_meanwhile_is_not_removed(tmp_path: Path) -> None:
    where = folder(tmp_path)
    where.add("a.ics", NEW)
    snapshot = read(where, "a.ics")
    (tmp_path / "calendar/a.ics").write_bytes(b"newer")
    assert where.remove(snapshot).verdict is Verdict.CHANGED
    assert left(tmp_path) == {"a.ics": b"newer"}
    assert where.remove(read(where, "a.ics")).verdict is Verdict.WRITTEN
    assert left(tmp_path) == {}
    assert where.remove(snapshot).verdict is Verdict.UNCHANGED


def test_two_versions_saved_while_it_is_removed_are_both_kept(tmp_path: Path) -> None:
    file = tmp_path / "calendar/a.ics"

    class Racing(System):
        def unlink(self, *_: Any, **__: Any) -> None:
            raise AssertionError("nothing of hers is unlinked")

        def pread(self, *given: Any) -> bytes:
            if not file.exists():
                file.write_bytes(b"third")
            return System.pread(*given)

    where = folder(tmp_path)
    where.add("a.ics", NEW)
    snapshot = read(where, "a.ics")
    file.write_bytes(b"second")
    assert folder(tmp_path, Racing()).remove(snapshot).verdict is Verdict.CHANGED
    assert sorted(left(tmp_path).values()) == [b"second", b"third"]
    assert left(tmp_path)["a.ics"] == b"third"


def test_what_an_interrupted_write_left_is_cleared(tmp_path: Path) -> None:
    where = folder(tmp_path)
    dead = os.fork()
    if not dead:
        os._exit(0)
    os.waitpid(dead, 0)
    from mdfollow.record import replace
    from mdfollow.vault.temporary import temporary_for

    stale = replace(temporary_for("a.ics"), pid=dead)
    (tmp_path / "calendar" / stale.name).write_bytes(NEW)
    where.make()
    assert left(tmp_path) == {}
