"""A vault on a real disk, watched with a clock that the test turns."""

from pathlib import Path

import pytest

from tests.own_home import own_home
from tests.watch.vigil import Vigil

__all__ = ["own_home"]
"""Fixtures from elsewhere, for every test of this folder."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    vault = (tmp_path / "vault").resolve()
    vault.mkdir()
    return vault


@pytest.fixture
def vigil(root: Path) -> Vigil:
    """A watch over an empty vault, on the sample's day."""
    return Vigil(root)
