"""An error that nobody expected: one sentence, code 70, and a report that holds nothing of hers."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from mdfollow.cli import main
from mdfollow.commands import crash, plan
from mdfollow.commands.exits import Exit
from mdfollow.session import Session
from tests.cli.conftest import Start
from tests.cli.notes import VAULTS, make

SECRET = "Dana told me about her divorce"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "mdfollow"


def broken(error: Exception) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


def reports(state: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(state.glob("*.md"))]


def nested() -> Exception:
    try:
        try:
            broken(ValueError(SECRET))()
        except ValueError as error:
            raise KeyError(f"/home/robin/{SECRET}") from error
    except KeyError as error:
        return error


ERRORS = [
    ValueError(SECRET),
    UnicodeDecodeError("utf-8", SECRET.encode(), 3, 4, SECRET),
    OSError(errno.EIO, SECRET, f"/vault/{SECRET}"),
    RecursionError(SECRET),
    MemoryError(),
    nested(),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_report_holds_nothing_of_any_note(
    start: Start, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    vault = make(tmp_path / SECRET, VAULTS["one note"])
    monkeypatch.setattr(Session, "reports", broken(error))
    ran = start(vault)("plan", "interviews/acme.md")
    assert ran.code == Exit.CRASHED.value == 70
    assert ran.out == ""
    assert ran.err.startswith(crash.SENTENCE)
    assert ran.err.count("\n") == 1
    (text,) = reports(state)
    assert str(next(state.glob("*.md"))) in ran.err
    assert text.startswith(f"# {type(error).__name__}")
    assert "in `mdfollow plan`" in text.splitlines()[0]
    assert re.search(r"mdfollow [\d.]+, CPython 3\.\d+\.\d+, \w+ \w+, markdown-it-py \d", text)
    assert "    mdfollow/commands/plan.py:" in text
    for private in (SECRET, "Dana", "Robin", "acme", str(tmp_path), str(Path.cwd()), "home/"):
        assert private not in text


def test_a_watch_that_fails_ends_like_any_command(
    start: Start, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = make(tmp_path / "vault", VAULTS["one note"])
    monkeypatch.setattr(Session, "reports", broken(ValueError(SECRET)))
    ran = start(vault)("watch")
    assert (ran.code, ran.err.count("\n")) == (70, 1)
    assert "mdfollow/watch/watcher.py:" in reports(state)[0]


def test_the_reason_of_the_system_has_its_short_name() -> None:
    assert crash.name(OSError(errno.EIO, SECRET)) == "OSError EIO"
    assert crash.name(subprocess.CalledProcessError(1, SECRET)) == "subprocess.CalledProcessError"


def test_what_led_to_an_error_comes_first() -> None:
    lines = [line.strip() for line in crash.trace(nested())]
    assert lines == ["(2 in other packages)", "ValueError", "", "(1 in other packages)", "KeyError"]


def test_an_endless_recursion_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "PACKAGE", os.path.dirname(__file__))

    def again() -> None:
        again()

    with pytest.raises(RecursionError) as raised:
        again()
    found = list(crash.trace(raised.value))
    assert len(found) == crash.DEEPEST + 2
    assert any("more lines" in line for line in found)


def test_the_last_few_reports_are_kept(
    start: Start, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "run", broken(KeyError("x")))
    state.mkdir(parents=True)
    (state / "watched.json").write_text("not a report", encoding="utf-8")
    for number in range(8):
        (state / f"report-20260101-00000{number}-1.md").write_text(str(number), encoding="utf-8")
    assert start(tmp_path)("plan").code == 70
    names = sorted(each.name for each in state.iterdir())
    assert len(names) == crash.KEPT + 1
    assert names[0] == "report-20260101-000004-1.md"
    assert names[-1] == "watched.json"


def test_a_report_is_for_its_owner_alone(state: Path) -> None:
    assert os.stat(crash.keep("x")).st_mode & 0o777 == 0o600


def test_without_a_place_for_a_report_there_is_still_a_sentence(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(plan, "run", broken(KeyError("x")))
    ran = start(tmp_path)("plan")
    assert (ran.code, ran.out) == (70, "")
    assert ran.err == f"{crash.SENTENCE} MDFOLLOW_DEBUG=1 in front of the command shows it.\n"


def test_debug_shows_the_whole_error(
    start: Start, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "run", broken(KeyError(SECRET)))
    ran = start(tmp_path, env={"MDFOLLOW_DEBUG": "1"})("plan")
    assert ran.code == 70
    assert "Traceback" in ran.err
    assert SECRET in ran.err
    assert SECRET not in reports(state)[0]


def test_a_crash_of_the_real_command(tmp_path: Path, state: Path) -> None:
    """A package that breaks under us, in a process of its own."""
    broken_package = tmp_path / "packages"
    broken_package.mkdir()
    (broken_package / "markdown_it.py").write_text(
        f"raise RuntimeError({SECRET!r})", encoding="utf-8"
    )
    vault = make(tmp_path / "vault", VAULTS["one note"])
    before = (vault / "interviews/acme.md").read_bytes()
    ran = subprocess.run(
        [sys.executable, "-m", "mdfollow", "sync"],
        cwd=vault,
        env={**os.environ, "PYTHONPATH": str(broken_package)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 70, ran
    assert "Traceback" not in ran.stderr
    assert SECRET not in ran.stdout + ran.stderr + reports(state)[0]
    assert (vault / "interviews/acme.md").read_bytes() == before


def test_the_codes_stay_apart(tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop, a mistake and a pipe that closes are no crash."""
    for error, code in ((KeyboardInterrupt(), 130), (BrokenPipeError(), 0), (KeyError("x"), 70)):
        monkeypatch.setattr(plan, "run", broken(error))  # type: ignore[arg-type]
        assert main(["--vault", str(tmp_path), "plan"]) == code
    assert len(reports(state)) == 1
    assert len({each.value for each in Exit}) == len(Exit)
