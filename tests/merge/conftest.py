"""A desk of her own for every test."""

from pathlib import Path

import pytest

from tests.merge.desk import Desk


@pytest.fixture(autouse=True)
def _places(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep locks and the home folder of the real user out of every test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(params=["tasks", "dataview", "gfm"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """A vault as Obsidian Tasks, its Dataview format and plain Markdown spell tasks."""
    root = tmp_path / "vault"
    root.mkdir()
    return Desk(root, request.param)


@pytest.fixture
def plain(tmp_path: Path) -> Desk:
    """A vault in one spelling, where spelling plays no part."""
    root = tmp_path / "vault"
    root.mkdir()
    return Desk(root)
