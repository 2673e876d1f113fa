"""A vault on a real disk, a system that can be made to fail, and the ways editors save."""

import errno
import importlib
import os
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.own_home import own_home

from mdfollow.vault.system import Lease, System

__all__ = ["own_home"]
"""Fixtures from elsewhere, for every test of this folder."""

NOTE = b"---\ncompany: Acme\ninterview_date: 2026-11-03\n---\n# Acme\n\nher words\n"
NOBODY = 65534
Save = Callable[[str, bytes], None]


@pytest.fixture
def root(tmp_path: Path) -> str:
    vault = tmp_path / "vault"
    vault.mkdir()
    return os.path.realpath(vault)


@pytest.fixture
def note(root: str) -> Path:
    file = Path(root, "acme.md")
    file.write_bytes(NOTE)
    os.utime(file, ns=(1_700_000_000_000_000_000, 1_700_000_000_123_456_789))
    return file


@pytest.fixture
def temporaries(root: str) -> Callable[[], list[str]]:
    return lambda: sorted(str(file) for file in Path(root).rglob(".mdfollow-*"))


@pytest.fixture
def rescued(root: str) -> Callable[[], list[Path]]:
    return lambda: sorted(Path(root).rglob("*.mdfollow-rescued-*"))


def _missing(*_: object, **__: object) -> Any:
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


LACKS: dict[str, dict[str, Callable[..., Any]]] = {
    "all": {},
    "no exchange": {"exchange": _missing},
    "no lease": {"take_lease": lambda fd: Lease.NONE},
    "neither": {"exchange": _missing, "take_lease": lambda fd: Lease.NONE},
}


@pytest.fixture
def lacking() -> Callable[[str], System]:
    """A system without exchange, lease or both (W23, W24)."""

    def build(what: str) -> System:
        system = System()
        for name, call in LACKS[what].items():
            setattr(system, name, call)
        return system

    return build


@pytest.fixture
def meddle() -> Callable[..., System]:
    """Run a function right before (or after) the nth use of one system call."""

    def build(call: str, *acts: Callable[[], None], after: bool = False, system: System) -> System:
        real, left = getattr(system, call), list(acts)

        def meddled(*args: Any, **options: Any) -> Any:
            act = left.pop(0) if left else None
            if act and not after:
                act()
            result = real(*args, **options)
            if act and after:
                act()
            return result

        setattr(system, call, meddled)
        return system

    return build


def in_child(act: Callable[[], None]) -> None:
    """Run `act` in a forked process and fail with what it failed with."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            act()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


@pytest.fixture
def child() -> Callable[[Callable[[], None]], None]:
    return in_child


@pytest.fixture
def as_nobody() -> Callable[[Callable[[], None]], None]:
    """Run a function as a user without rights; when the tests are not run by root, as we are."""

    # That user may not be allowed to read what is imported only when it is needed.
    for module in ("ctypes", "fcntl", "platformdirs", "mdfollow.vault.write"):
        importlib.import_module(module)

    def run(act: Callable[[], None]) -> None:
        def unprivileged() -> None:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setegid(NOBODY)
                os.seteuid(NOBODY)
            act()

        in_child(unprivileged)

    return run


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A vault that another user can reach: pytest's own folders are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(os.path.realpath(name))
        base.chmod(0o755)
        runtime = base / "run"
        runtime.mkdir()
        if os.geteuid() == 0:
            os.chown(runtime, NOBODY, NOBODY)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
        vault = base / "vault"
        vault.mkdir()
        vault.chmod(0o777)
        yield str(vault)


def _append(file: str, text: bytes) -> None:
    with open(file, "ab") as out:
        out.write(text)


def _append_held(file: str, text: bytes) -> None:
    with open(file, "ab") as out:
        time.sleep(0.004)
        out.write(text)


def _in_place(file: str, text: bytes) -> None:
    whole = Path(file).read_bytes() + text
    with open(file, "wb") as out:
        out.write(whole)
        out.flush()
        os.fsync(out.fileno())


def _in_place_slow(file: str, text: bytes) -> None:
    whole = Path(file).read_bytes() + text
    with open(file, "wb", buffering=0) as out:
        for start in range(0, len(whole), len(whole) // 3 + 1):
            out.write(whole[start : start + len(whole) // 3 + 1])
            time.sleep(0.002)


def _replace(file: str, text: bytes) -> None:
    fresh = Path(file + ".sedXXXX")
    fresh.write_bytes(Path(file).read_bytes() + text)
    os.replace(fresh, file)


def _like_vim(file: str, text: bytes) -> None:
    whole = Path(file).read_bytes() + text
    os.rename(file, file + "~")
    with open(file, "xb") as out:
        out.write(whole)
    os.unlink(file + "~")


SAVES: dict[str, Save] = {
    "append": _append,
    "append, held open": _append_held,
    "in place": _in_place,
    "in place, slow": _in_place_slow,
    "replace": _replace,
    "like vim": _like_vim,
}


@pytest.fixture(params=list(SAVES))
def save(request: pytest.FixtureRequest) -> Save:
    """One of the six ways a program adds text to a note."""
    return SAVES[request.param]
