"""Many notes saved at once, by a checkout or a replace-all: each version is planned once."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from mdfollow.sync import engine, memory
from tests.watch.vigil import Vigil, note

NOTES = 40


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a version of a note was read, merged and planned with its family."""
    counts: Counter[str] = Counter()

    def counted(module: Any, name: str) -> None:
        real: Callable[..., Any] = getattr(module, name)

        def call(*args: Any, **options: Any) -> Any:
            counts[name] += 1
            return real(*args, **options)

        monkeypatch.setattr(module, name, call)

    counted(memory, "open_page")
    counted(memory, "merged")
    counted(engine, "_synced")
    return counts


@pytest.mark.parametrize("seconds", [0, 2], ids="within {} s".format)
def test_p9_a_burst_is_planned_once(vigil: Vigil, calls: Counter[str], seconds: float) -> None:
    names = [f"n{number}.md" for number in range(NOTES)]
    for number, name in enumerate(names):
        vigil.put(name, note(f"Company {number}"))
    vigil.start()
    vigil.rest(60)
    calls.clear()
    for name in names:
        new = vigil.read(name).replace(b"format: onsite", b"format: onsite\ndecision: 2026-11-25")
        vigil.save(name, new)
        vigil.rest(seconds / NOTES)
    vigil.rest(60)
    assert len(vigil.writes()) == 2 * NOTES
    # The version she saved, and ours, which proves it; each is read and merged once.
    assert (calls["open_page"], calls["merged"]) == (2 * NOTES, 2 * NOTES)
    # What is saved bit by bit is put together bit by bit, from what was read and merged.
    assert calls["_synced"] == NOTES if not seconds else calls["_synced"] <= 4 * NOTES


def test_p9_save_upon_save_of_twenty_notes_is_a_plan_for_each(
    vigil: Vigil, calls: Counter[str]
) -> None:
    names = [f"n{number}.md" for number in range(20)]
    texts = [note(f"Company {number}") for number in range(20)]
    for name, text in zip(names, texts, strict=True):
        vigil.put(name, text)
    vigil.start()
    calls.clear()
    for turn in range(400):
        at, day = turn % 20, b"2026-11-%02d" % (16 + turn // 20 % 10)
        vigil.save(names[at], texts[at] + b"decision day: %s\n" % day)
        vigil.rest(5 / 400)
    vigil.rest(120)
    assert calls["open_page"] <= 4 * 20
    assert all(b"decision day: 2026-11-25" in vigil.read(name) for name in names)
