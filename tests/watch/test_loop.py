"""The running watch: its lookout fails, the vault vanishes, the clock jumps; it goes on."""

import errno
import shutil
from pathlib import Path

import pytest

from mdfollow.watch.hints import Doubt, Exhausted, Stop, Touched
from mdfollow.watch.loop import HEALTH, RESCAN
from tests.watch.fakes import Fake, Still
from tests.watch.vigil import note


def said(still: Still) -> str:
    return "\n".join(line.what for line in still.vigil.lines)


def test_a_save_is_written_after_the_quiet_time(root: Path) -> None:
    still = Still(root).open()
    still.vigil.put("acme.md", note())
    still.queue.put(Touched("acme.md"))
    still.run(9.9)
    assert not still.vigil.has_plan("acme.md")
    still.run(0.2)
    assert still.vigil.has_plan("acme.md")


def test_a_change_without_a_hint_is_found_by_the_rescan(root: Path) -> None:
    still = Still(root).open()
    still.vigil.put("acme.md", note())
    still.run(RESCAN + 40)
    assert still.vigil.has_plan("acme.md")
    assert still.made[0].refreshes >= 1


def test_a01_after_an_overflow_the_lookout_begins_anew_and_the_vault_is_looked_at(
    root: Path,
) -> None:
    still = Still(root).open()
    still.vigil.put("acme.md", note())
    for _ in range(40):
        still.queue.put(Doubt("too much", lost=True))
        still.run(0.01)
    still.run(14)
    assert still.vigil.has_plan("acme.md")
    assert [each.starts for each in still.made] == [1, 1]
    assert still.made[0].stops == 1


def test_a01_overflow_after_overflow_is_repaired_in_between(root: Path) -> None:
    still = Still(root).open()
    for _ in range(100):
        still.queue.put(Doubt("too much", lost=True))
        still.run(0.1)
    still.run(5)
    assert 3 <= len(still.made) <= 8
    assert still.polling.starts == 0


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EMFILE])
def test_a02_a03_without_watches_the_vault_is_looked_through_and_she_is_told(
    root: Path, code: int
) -> None:
    still = Still(root, lambda: Fake(error=OSError(code, "no more watches"))).open()
    assert still.polling.starts == 1
    assert said(still) == "no more watches; looking through the vault every few seconds instead"
    still.run(21)
    assert still.polling.polls == 4


def test_a02_watches_that_run_out_later_lead_to_the_same(root: Path) -> None:
    still = Still(root).open()
    still.vigil.put("acme.md", note())
    still.queue.put(Exhausted("no more watches"))
    still.queue.put(Exhausted("no more watches"))
    still.run(20)
    assert said(still).count("every few seconds") == 1
    assert still.made[0].stops == 1
    assert still.vigil.has_plan("acme.md")


def test_a05_a_vault_that_is_away_loses_nothing_and_is_taken_up_again(root: Path) -> None:
    still = Still(root)
    still.vigil.put("first.md", note())
    still.vigil.put("second.md", note().replace(b"2026-11-10", b"2026-11-12"))
    still.open()
    away = root.with_name("away")
    written = {file.name: file.read_bytes() for file in root.glob("*.md")}
    root.rename(away)
    still.queue.put(Touched("first.md"))
    still.run(120)
    assert "not there at the moment" in said(still)
    away.rename(root)
    still.run(120)
    assert {file.name: file.read_bytes() for file in root.glob("*.md")} == written
    still.vigil.put("third.md", note("Globex"))
    still.queue.put(Touched("third.md"))
    still.run(15)
    assert still.vigil.has_plan("third.md")


def test_a05_a_vault_replaced_by_another_folder_is_looked_at_anew(root: Path) -> None:
    still = Still(root)
    still.vigil.put("acme.md", note())
    still.open()
    kept = still.vigil.read("acme.md")
    root.rename(root.with_name("old"))
    root.mkdir()
    still.vigil.put("acme.md", kept)
    still.vigil.put("globex.md", note("Globex"))
    still.run(HEALTH + 30)
    assert len(still.made) == 2
    assert still.vigil.read("acme.md") == kept
    assert still.vigil.has_plan("globex.md")
    shutil.rmtree(root)
    root.mkdir()
    still.run(60)
    assert list(root.iterdir()) == []


def test_a07_a_lookout_that_ended_is_begun_anew_and_the_vault_looked_at(root: Path) -> None:
    still = Still(root).open()
    still.made[0].well = False
    still.vigil.put("acme.md", note())
    still.run(HEALTH + 12)
    assert len(still.made) == 2
    assert still.vigil.has_plan("acme.md")


def test_a07_one_that_ended_is_stopped_before_the_next_begins(root: Path) -> None:
    """Its file may be closed, and its number the next one's."""
    order = list[str]()

    class Ordered(Fake):
        def start(self) -> None:
            order.append("start")

        def stop(self) -> None:
            order.append("stop")

    still = Still(root, Ordered).open()
    still.made[0].well = False
    still.run(HEALTH)
    assert order == ["start", "stop", "start"]


def test_a07_one_that_ends_again_and_again_is_given_up(root: Path) -> None:
    def ill() -> Fake:
        fake = Fake()
        fake.well = False
        return fake

    still = Still(root, ill).open()
    still.run(60)
    assert len(still.made) == 6
    assert still.polling.starts == 1
    assert "ended again and again" in said(still)


@pytest.mark.parametrize("jump", [3600.0, -3600.0, 86_400.0])
def test_a14_after_a_sleep_the_vault_is_looked_at(root: Path, jump: float) -> None:
    still = Still(root).open()
    still.vigil.put("acme.md", note())
    still.jump = jump
    still.run(HEALTH + 20)
    assert still.vigil.has_plan("acme.md")


def test_what_may_have_become_due_is_asked_for_now_and_then(root: Path) -> None:
    still = Still(root).open()
    still.run(60)
    assert still.days == 12


def test_a_stop_ends_it_at_once(root: Path) -> None:
    still = Still(root).open()
    still.vigil.put("acme.md", note())
    still.queue.put(Touched("acme.md"))
    still.queue.put(Stop())
    still.loop.run()
    still.loop.close()
    assert still.vigil.read("acme.md") == note()
    assert still.made[0].stops == 1


def test_an_idle_watch_wakes_for_its_health_only(root: Path) -> None:
    still = Still(root)
    still.vigil.put("acme.md", note())
    still.open()
    turns, now = 0, still.vigil.now
    while still.vigil.now < now + 60:
        still.vigil.now = still.loop.until()
        still.loop.turn()
        turns += 1
    assert turns <= 60 / HEALTH + 1
