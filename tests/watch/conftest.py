"""A vault on a real disk, watched with a clock that the test turns."""

from pathlib import Path

import pytest

from tests.watch.vigil import Vigil


@pytest.fixture(autouse=True)
def _places(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep locks, swap folders and the home folder of the real user out of every test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    vault = (tmp_path / "vault").resolve()
    vault.mkdir()
    return vault


@pytest.fixture
def vigil(root: Path) -> Vigil:
    """A watch over an empty vault, on the sample's day."""
    return Vigil(root)
