"""The commands in a folder of their own, as for the other commands."""

from tests.cli.conftest import _places, start

__all__ = ["_places", "start"]
