"""The machine of touches and time: when a note is looked at, and when it is settled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdfollow.watch.schedule import (
    CROWD,
    GAP,
    PATIENCE,
    Due,
    Need,
    Schedule,
    Waits,
    share,
    waits_for,
)


def run(schedule: Schedule, until: float, need: Need = Need.QUIET) -> list[tuple[float, str, str]]:
    """Everything that becomes due until then, each look finding the note in this need."""
    found: list[tuple[float, str, str]] = []
    now = 0.0
    while (at := schedule.next(now)) is not None and at <= until:
        now = max(now, at)
        due = schedule.due(now)
        for path in due.look:
            found.append((round(now, 3), "look", path))
            schedule.looked(path, need)
        for path in due.settle:
            found.append((round(now, 3), "settle", path))
            schedule.settled(path)
    return found


@pytest.mark.parametrize(
    ("need", "settled"), [(Need.QUIET, 2.0), (Need.FIRST, 10.0), (Need.VANISHED, 60.0)]
)
def test_a_note_is_looked_at_early_and_settled_when_its_wait_is_over(
    need: Need, settled: float
) -> None:
    schedule = Schedule()
    schedule.touched("a", 0.0)
    assert run(schedule, 100, need) == [(1.0, "look", "a"), (settled, "settle", "a")]
    assert schedule.next(100.0) is None


def test_every_touch_starts_the_wait_anew() -> None:
    schedule = Schedule()
    for moment in (0.0, 1.5, 3.0):
        schedule.touched("a", moment)
    assert run(schedule, 100) == [(4.0, "look", "a"), (5.0, "settle", "a")]


@pytest.mark.parametrize("need", [Need.QUIET, Need.FIRST])
def test_touches_without_end_are_settled_after_the_longest_wait(need: Need) -> None:
    schedule, settled = Schedule(), []
    for tick in range(400):
        now = tick / 10
        if tick % 5 == 0:
            schedule.touched("a", now)
        due = schedule.due(now)
        for path in due.look:
            schedule.looked(path, need)
        for path in schedule.due(now).settle:
            settled.append(now)
            schedule.settled(path)
    assert settled == [30.0]


def test_a_block_that_vanished_waits_for_a_whole_minute_of_quiet() -> None:
    schedule = Schedule()
    for tick in range(60):
        schedule.touched("a", float(tick))
    assert run(schedule, 300, Need.VANISHED)[-1] == (119.0, "settle", "a")


def test_what_arrives_by_sync_waits_longer_than_what_she_saves() -> None:
    schedule = Schedule()
    schedule.touched("a", 0.0, arrival=18.0)
    schedule.touched("b", 0.0)
    assert [each for each in run(schedule, 100) if each[1] == "settle"] == [
        (2.0, "settle", "b"),
        (18.0, "settle", "a"),
    ]


def test_a_note_that_is_gone_is_believed_gone_the_second_time() -> None:
    schedule = Schedule()
    schedule.touched("a", 0.0)
    assert schedule.due(1.0).look == ("a",)
    assert not schedule.missed("a", 1.0)
    assert schedule.due(2.9).look == ()
    assert schedule.due(3.0).look == ("a",)
    assert schedule.missed("a", 3.0)
    assert schedule.due(3.0).settle == ("a",)


def test_a_touch_between_two_looks_makes_a_missing_note_new_again() -> None:
    schedule = Schedule()
    schedule.touched("a", 0.0)
    assert not schedule.missed("a", 1.0)
    schedule.touched("a", 2.0)
    assert not schedule.missed("a", 4.0)


def test_nothing_is_settled_while_a_note_seems_gone_but_for_what_waited_longest() -> None:
    schedule = Schedule()
    schedule.touched("gone", 0.0)
    schedule.touched("b", 0.0)
    schedule.looked("b", Need.QUIET)
    schedule.missed("gone", 1.0)
    assert schedule.due(2.5).settle == ()
    assert schedule.due(30.0).settle == ("b",)
    schedule.settled("gone")
    assert schedule.due(2.5).settle == ("b",)


def test_e05_a_held_note_is_tried_every_two_seconds_and_at_once_when_unlocked() -> None:
    schedule = Schedule()
    schedule.held("a", 0.0)
    assert schedule.next(0.0) == 2.0
    assert schedule.due(2.0).settle == ("a",)
    schedule.held("a", 2.0)
    assert schedule.next(2.0) == 4.0
    schedule.unlocked("a", 2.5)
    assert schedule.next(2.5) == 2.75


def test_an_editor_that_lets_go_hurries_no_other_wait() -> None:
    schedule = Schedule()
    schedule.touched("a", 0.0)
    schedule.looked("a", Need.QUIET)
    schedule.unlocked("a", 0.5)
    assert schedule.due(1.9).settle == ()


def test_a_crowd_is_settled_together_once_it_is_complete() -> None:
    schedule = Schedule()
    for number in range(5 * CROWD):
        schedule.touched(f"n{number}", number / 100)
    events = run(schedule, 100)
    assert len({moment for moment, kind, _ in events if kind == "settle"}) == 1
    assert len(events) == 10 * CROWD
    assert max(moment for moment, _, _ in events) <= 1.0 + 2.0 + 0.2


def test_a_crowd_without_end_is_not_waited_for_without_end() -> None:
    schedule, first = Schedule(), None
    for tick in range(400):
        now = tick / 10
        schedule.touched(f"n{tick}", now)
        due = schedule.due(now)
        for path in due.look:
            schedule.looked(path, Need.QUIET)
        for path in due.settle:
            first = first or now
            schedule.settled(path)
    assert first is not None
    assert first <= 2.0 + 2 * PATIENCE + 0.2


MOMENTS = st.lists(
    st.tuples(st.sampled_from("abc"), st.floats(0, 50, allow_nan=False)), min_size=1, max_size=25
)


@given(MOMENTS, st.sampled_from([Need.QUIET, Need.FIRST]))
def test_every_note_is_settled_after_quiet_or_at_the_cap_and_none_is_forgotten(
    touches: list[tuple[str, float]], need: Need
) -> None:
    waits = Waits()
    schedule = Schedule(waits)
    last: dict[str, float] = {}
    since: dict[str, float] = {}
    settled: dict[str, float] = {}
    events = sorted(touches, key=lambda each: each[1])
    now = 0.0
    while events or schedule.next(now) is not None:
        at = schedule.next(now)
        if events and (at is None or events[0][1] <= at):
            path, now = events.pop(0)
            schedule.touched(path, now)
            last[path] = now
            since.setdefault(path, now)
            continue
        assert at is not None
        assert at >= now
        now = at
        for path in schedule.due(now).look:
            schedule.looked(path, need)
        for path in schedule.due(now).settle:
            wait = waits.first if need is Need.FIRST else waits.quiet
            is_capped = now >= since[path] + waits.longest
            assert now >= last[path] + wait or is_capped
            # a touch at the very cap is asked about a moment later
            assert now <= since.pop(path) + waits.longest + GAP
            settled[path] = now
            schedule.settled(path)
    assert settled.keys() == last.keys()
    assert all(settled[path] >= last[path] for path in last)


@pytest.mark.parametrize(
    ("given_", "setting", "polling", "expected"),
    [
        (None, 2.0, False, (2.0, 10.0, 1.0)),
        (None, 5.0, False, (5.0, 5.0, 1.0)),
        (0.5, 2.0, False, (0.5, 0.5, 0.25)),
        (2.0, 2.0, False, (2.0, 2.0, 1.0)),
        (0.0, 2.0, False, (0.0, 0.0, 0.0)),
        (None, 2.0, True, (2.0, 10.0, 2.0)),
    ],
)
def test_her_own_quiet_time_is_both_waits(
    given_: float | None, setting: float, polling: bool, expected: tuple[float, float, float]
) -> None:
    waits = waits_for(given_, setting, is_polling=polling)
    assert (waits.quiet, waits.first, waits.lead) == expected


def test_two_machines_have_different_shares_and_each_its_own_for_good() -> None:
    shares = {host: share(host, "interviews/acme.md") for host in ("laptop", "desk", "phone")}
    assert len(set(shares.values())) == 3
    assert all(0 <= each <= 15 for each in shares.values())
    assert share("laptop", "interviews/acme.md") == shares["laptop"]
    assert 0 <= share("laptop", "\udcff.md") <= 15


AFTER = st.sampled_from([0.1, 2.5])
ACTS = st.sampled_from(["touched", "arrived", "held", "unlocked", "looked", "missed", "settled"])


@settings(max_examples=80)
@given(st.lists(st.tuples(AFTER, ACTS, st.sampled_from("abc")), min_size=8, max_size=30))
def test_p9_the_time_it_names_is_never_too_late(acts: list[tuple[float, str, str]]) -> None:
    """One is asked when to look again, as in the loop; the other looks at all notes each time."""
    asked, other, now = Schedule(), Schedule(), 0.0
    for after, act, path in acts:
        now += after
        for schedule in (asked, other):
            if act in {"looked", "missed"} and not schedule.is_pending(path):
                continue
            match act:
                case "arrived":
                    schedule.touched(path, now, arrival=18.0)
                case "looked":
                    schedule.looked(path, Need.FIRST)
                case "settled":
                    schedule.settled(path)
                case _:
                    getattr(schedule, act)(path, now)
        assert asked.due(now) == other.due(now)
        asked.next(now)


def test_p9_a_burst_is_not_gone_through_for_every_note_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks = 0
    stages = Schedule._stages

    def counted(schedule: Schedule) -> object:
        nonlocal looks
        looks += 1
        return stages(schedule)

    monkeypatch.setattr(Schedule, "_stages", counted)
    schedule = Schedule()
    for number in range(1000):
        now = 10 + number / 10_000
        schedule.touched(f"n{number}", now)
        assert schedule.due(now) == Due()
        assert schedule.next(now) == pytest.approx(11.0)
    assert looks < 5
