"""A desk of her own for every test."""

from pathlib import Path

import pytest

from tests.merge.desk import Desk
from tests.own_home import own_home

__all__ = ["own_home"]
"""Fixtures from elsewhere, for every test of this folder."""


@pytest.fixture(params=["tasks", "dataview", "gfm"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """A vault as Obsidian Tasks, its Dataview format and plain Markdown spell tasks."""
    root = tmp_path / "vault"
    root.mkdir()
    return Desk(root, request.param)


@pytest.fixture
def planned(desk: Desk) -> Desk:
    """Her note with its first plan, made two days after the interview."""
    desk.write()
    desk.sync()
    return desk


@pytest.fixture
def plain(tmp_path: Path) -> Desk:
    """A vault in one spelling, where spelling plays no part."""
    root = tmp_path / "vault"
    root.mkdir()
    return Desk(root)
