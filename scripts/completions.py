"""The completions of the shells, kept in the package: shtab makes them of the command tree."""

import argparse
from collections.abc import Iterator

import shtab

from command_tree import value, whole

PLACES = {**dict.fromkeys(("PATH", "NOTE", "STEP", "FILE"), shtab.FILE), "DIR": shtab.DIRECTORY}
"""Values that are files and folders."""


def completion(shell: str) -> str:
    """The script of one shell."""
    parser = whole()
    for action in _arguments(parser):
        place = PLACES.get(value(action).split()[0]) if value(action) else None
        if place:
            action.complete = place  # type: ignore[attr-defined]  # what shtab looks for
    return shtab.complete(parser, shell).rstrip() + "\n"


def _arguments(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for inner in action.choices.values():
                yield from _arguments(inner)
        else:
            yield action
