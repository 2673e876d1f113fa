"""The completions of the shells, kept in the package: shtab makes them of the command tree."""

import argparse
import re
from collections.abc import Iterator

import shtab

from command_tree import value, whole

FILES = frozenset({"PATH", "NOTE", "STEP", "FILE"})
"""Values that are files, by the words that stand for them; `DIR` alone is a folder."""


def completion(shell: str) -> str:
    """The script of one shell."""
    parser = whole()
    for action in _arguments(parser):
        words = set(re.split(r"\W+", value(action)))
        if words & {*FILES, "DIR"}:
            action.complete = (  # type: ignore[attr-defined]  # what shtab looks for
                shtab.FILE if words & FILES else shtab.DIRECTORY
            )
    return shtab.complete(parser, shell).rstrip() + "\n"


def _arguments(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for inner in action.choices.values():
                yield from _arguments(inner)
        else:
            yield action
