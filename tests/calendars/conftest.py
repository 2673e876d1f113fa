"""The commands in a folder of their own, as for the other commands."""

from tests.cli.conftest import own_home, start

__all__ = ["own_home", "start"]
