"""The line of a long run: after a second, on a terminal alone, and gone at the end."""

from pathlib import Path

import pytest

from mdfollow.commands import progress as module
from mdfollow.commands.console import Console
from mdfollow.commands.progress import PLANNING, WRITING, Progress, counted
from tests.cli.conftest import Start, Terminal
from tests.cli.notes import VAULTS, contents, make

ERASE = "\r\x1b[K"


class Clock:
    """Goes on by a step at every look."""

    def __init__(self, step: float) -> None:
        self.time, self.step = 100.0, step

    def __call__(self) -> float:
        self.time += self.step
        return self.time


def drawn(step: float, ticks: int, env: dict[str, str] | None = None) -> tuple[list[str], Progress]:
    stream = Terminal()
    line = Progress(stream, env or {}, Clock(step))
    line.begin(WRITING, ticks)
    for _ in range(ticks):
        line.tick()
    return stream.getvalue().split(ERASE)[1:], line


def test_a_run_of_less_than_a_second_draws_nothing() -> None:
    assert drawn(0.009, 100)[0] == []


def test_a_longer_one_is_drawn_ten_times_a_second_at_most() -> None:
    lines, _ = drawn(0.02, 200)  # four seconds
    assert 25 <= len(lines) <= 31
    assert lines[0].startswith("writing   █████░")
    assert lines[-1].endswith("of 200 notes")


def test_it_is_taken_away_once() -> None:
    _, line = drawn(1.0, 3)
    stream = line._stream
    assert isinstance(stream, Terminal)
    before = stream.getvalue()
    line.clear()
    line.clear()
    assert stream.getvalue() == before + ERASE


def test_no_count_goes_beyond_its_end() -> None:
    stream = Terminal()
    line = Progress(stream, {}, Clock(1.0))
    line.tick()
    line.begin(WRITING, 2)
    assert list(counted("ab", WRITING, line)) == ["a", "b"]
    line.tick()
    words = [each.rstrip("s").rpartition(" note")[0] for each in stream.getvalue().split(ERASE)[1:]]
    assert words[0] == "reading: 1"
    assert [each.rpartition("  ")[2] for each in words[1:]] == ["1 of 2", "2 of 2", "2 of 2"]


def test_planning_asks_more_than_once_about_a_note() -> None:
    stream = Terminal()
    line = Progress(stream, {}, Clock(1.0))
    line.begin(PLANNING, 4)
    for _ in range(30):
        line.tick()
    lines = stream.getvalue().split(ERASE)[1:]
    assert lines[9] == "planning  ██████████░░░░░░░░░░  4 notes"
    assert lines[-1] == "planning  ████████████████████  4 notes"


def test_a_dumb_terminal_gets_none() -> None:
    assert drawn(1.0, 5, {"TERM": "dumb"})[0] == []


@pytest.mark.parametrize(
    "argv", [("sync", "--yes"), ("check",), ("agenda",), ("plan",), ("remove",), ("sync", "--json")]
)
@pytest.mark.parametrize("terminal", [True, False])
def test_it_is_gone_before_anything_is_printed(
    start: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    argv: tuple[str, ...],
    terminal: bool,
) -> None:
    """What stays on the terminal is what a fast run prints."""
    monkeypatch.setattr(module, "AFTER", -1.0)
    monkeypatch.setattr(module, "EVERY", -1.0)
    env = {"NO_COLOR": "1", "COLUMNS": "100"}
    vault = make(tmp_path / "v", VAULTS["with trouble"])
    slow = start(vault, terminal=terminal, env=env)(*argv)
    after = contents(vault)
    monkeypatch.undo()
    other = make(tmp_path / "w" / "v", VAULTS["with trouble"])
    fast = start(other, terminal=terminal, env=env)(*argv)
    assert (ERASE in slow.err) is terminal
    left = [line.rpartition(ERASE)[2] for line in slow.err.split("\n")]
    assert "\n".join(left) == fast.err
    assert (slow.out, slow.code, after) == (fast.out, fast.code, contents(other))


@pytest.mark.parametrize("what", ["data", "say", "answer"])
def test_nothing_is_printed_behind_it(what: str) -> None:
    """Both streams of a terminal end on one screen."""
    screen = Terminal()
    line = Progress(screen, {}, Clock(1.0))
    console = Console(Terminal("y\n"), screen, screen, {"NO_COLOR": "1"}, "/", progress=line)
    line.tick()
    drawn = screen.getvalue()
    getattr(console, what)("words")
    assert screen.getvalue().removeprefix(drawn).startswith(f"{ERASE}words")
