"""S05, S07, S08: two machines with a watch each on one synced vault, as a model."""

import random
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.watch.editor import TOKEN
from tests.watch.syncing import Machine, Pair, machine
from tests.watch.vigil import TODAY, note

NAMES = ("acme.md", "globex.md")
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["left", "right"]),
        st.sampled_from(NAMES),
        st.sampled_from(["word", "decide", "tick", "untick", "delete a task", "person"]),
        st.sampled_from([0.0, 1.0, 3.0, 12.0, 40.0]),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)

few = settings(max_examples=settings().max_examples // 4)


def pair(folder: Path, *, skew: float = 0.0, days: int = 0, step: float = 100.0) -> Pair:
    left = machine(folder, "left", share=2.0, today=TODAY)
    right = machine(folder, "right", share=9.0, skew=skew, today=TODAY + timedelta(days))
    both = Pair(left, right)
    for name in NAMES:
        both.left.save(name, note(name.removesuffix(".md").title(), more="decision: 2026-11-20\n"))
    settle(both, step)
    return both


def settle(both: Pair, step: float = 100.0) -> None:
    """Let both rest and sync until neither changes any more; `step` is how slow syncing is."""
    for _ in range(12):
        both.sync()
        before = both.left.notes(), both.right.notes()
        for _ in range(int(100 / step)):
            both.rest(step)
            is_quiet = not both.sync()
        if is_quiet and before == (both.left.notes(), both.right.notes()):
            return
    raise AssertionError("the two never come to rest")


def changed(data: bytes, what: str, token: bytes) -> bytes:
    if what == "word":
        return data.replace(b"\n# ", b"\n" + token + b"\n# ", 1)
    if what == "decide":
        day = b"2026-11-%02d" % (16 + int(token.rpartition(b"-")[2]) % 12)
        head, mark, rest = data.partition(b"decision: ")
        return head + mark + day + rest[10:]
    if what == "tick":
        return data.replace(b"- [ ]", b"- [x]", 1)
    if what == "untick":
        return data.replace(b"- [x]", b"- [ ]", 1)
    if what == "person":
        return data.replace(b"Dana Kim", b"Dana Kim, Person " + token, 1)
    lines = data.splitlines(keepends=True)
    tasks = [at for at, line in enumerate(lines) if line.startswith(b"- [ ]")]
    return b"".join(line for at, line in enumerate(lines) if at not in tasks[-1:])


def play(both: Pair, actions: list[tuple[str, str, str, float, bool]]) -> None:
    for number, (side, name, what, wait, synced) in enumerate(actions):
        here: Machine = both.left if side == "left" else both.right
        token = b"token-%d-%d" % (NAMES.index(name), number)
        here.save(name, changed((here.root / name).read_bytes(), what, token))
        both.rest(wait)
        if synced:
            both.sync()


def check(both: Pair, tokens: set[bytes]) -> None:
    """Both have the same, nothing of hers is lost, every task is there once."""
    assert both.left.notes() == both.right.notes()
    kept = b"".join(file.read_bytes() for file in both.left.root.glob("*.md"))
    assert tokens <= set(TOKEN.findall(kept))
    for data in both.left.notes().values():
        assert data.count(b"mdfollow:state") <= 1
        titles = [line for line in data.splitlines() if b"] Thank Dana Kim" in line]
        assert len(titles) <= 1
    conflicts = both.conflicts
    written = len(both.left.vigil.writes()) + len(both.right.vigil.writes())
    for _ in range(3):
        both.rest(400)
        both.sync()
    assert both.conflicts == conflicts
    assert len(both.left.vigil.writes()) + len(both.right.vigil.writes()) == written


def tokens_of(actions: list[tuple[str, str, str, float, bool]]) -> set[bytes]:
    return {
        b"token-%d-%d" % (NAMES.index(name), number)
        for number, (_, name, what, _, _) in enumerate(actions)
        if what == "word"
    }


@few
@given(ACTIONS)
def test_s05_her_words_stay_and_both_settle_on_the_same_bytes(
    actions: list[tuple[str, str, str, float, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        both = pair(Path(folder).resolve())
        play(both, actions)
        settle(both)
        check(both, tokens_of(actions))


@few
@given(ACTIONS, st.sampled_from([3600.0, -3600.0]), st.sampled_from([0, 1, -1]))
def test_s07_s08_clocks_an_hour_and_dates_a_day_apart_change_nothing_of_that(
    actions: list[tuple[str, str, str, float, bool]], skew: float, days: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        both = pair(Path(folder).resolve(), skew=skew, days=days)
        play(both, actions)
        settle(both)
        check(both, tokens_of(actions))


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_s08_equal_notes_settle_in_two_writes_a_machine(tmp_path: Path, days: int) -> None:
    both = pair(tmp_path.resolve(), days=days, step=1.0)
    assert len(both.left.vigil.writes()) == 2
    assert both.right.vigil.writes() == []
    typed = changed((both.left.root / "acme.md").read_bytes(), "decide", b"t-3")
    both.left.save("acme.md", typed)
    settle(both, 1.0)
    assert len(both.left.vigil.writes()) == 3
    assert both.right.vigil.writes() == []
    assert both.conflicts == 0


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_s08_writing_the_same_at_the_same_time_is_no_conflict(tmp_path: Path, days: int) -> None:
    both = pair(tmp_path.resolve(), days=days, step=100.0)
    assert len(both.left.vigil.writes()) == len(both.right.vigil.writes()) == 2
    assert both.conflicts == 0


def test_s05_an_edit_here_wins_over_a_plan_written_there(tmp_path: Path) -> None:
    both = pair(tmp_path.resolve())
    right = both.right.root / "acme.md"
    both.left.save("acme.md", changed((both.left.root / "acme.md").read_bytes(), "decide", b"t-3"))
    both.sync()
    both.rest(1)
    both.left.save(
        "acme.md", changed((both.left.root / "acme.md").read_bytes(), "word", b"token-0-1")
    )
    both.right.vigil.rest(40)
    settle(both)
    assert b"token-0-1" in right.read_bytes()
    assert both.left.notes() == both.right.notes()


@pytest.mark.stress
@pytest.mark.parametrize("seed", range(4))
def test_s05_five_hundred_rounds(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    both = pair(tmp_path.resolve(), skew=chance.choice((0.0, 3600.0, -3600.0)))
    kinds = ("word", "decide", "tick", "untick", "delete a task")
    actions = [
        (
            chance.choice(("left", "right")),
            chance.choice(NAMES),
            chance.choice(kinds),
            chance.choice((0.0, 1.0, 3.0, 12.0, 40.0)),
            chance.random() < 0.7,
        )
        for _ in range(500)
    ]
    play(both, actions)
    settle(both)
    check(both, tokens_of(actions))
