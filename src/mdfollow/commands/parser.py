"""Arguments: one parser per command, with what every command takes."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import IO, NoReturn

from mdfollow.commands.console import Console
from mdfollow.problem import MdfollowError

ELSEWHERE = {"-n": "--diff", "--dry-run": "--diff", "--force": "--yes", "-f": "--yes"}
"""What other programs call an option of ours."""
COMMON = ("--vault", "--today")
"""Options with a value that may stand before the command as well as after it."""
USUAL = 80
"""Columns where there is no terminal."""


class _Formatter(argparse.HelpFormatter):
    """The help's own lines as wide as the terminal; asked of the system without `shutil`."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or USUAL  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return USUAL


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks through a console and raises instead of leaving."""

    console: Console | None = None

    def read(self, argv: Sequence[str]) -> argparse.Namespace:
        """Options stand where she likes: `heard NOTE --rejected DAY`, `sync A --diff B`.

        Left to itself argparse is done with all words of one kind at the first option. Its way to
        mix them does not know `--`, after which there are no options anyway.
        """
        if "--" in argv:
            return self.parse_args(argv)
        found, left = self.parse_known_args(argv)
        return self.parse_intermixed_args(argv) if left else found

    def print_help(self, file: IO[str] | None = None) -> None:  # type: ignore[override]
        """Write the help text to the console's standard output."""
        if self.console is not None:
            self.console.data(self.format_help())
        else:
            super().print_help(file)

    def error(self, message: str) -> NoReturn:
        """Raise MdfollowError: what is wrong, and where the help is."""
        near = self._nearest(message)
        raise MdfollowError(f"{message}; {near}`{self.prog} --help` shows what it takes.")

    def _nearest(self, message: str) -> str:
        """A guess at what a word that nobody knows was meant to be."""
        import difflib

        unknown = message.partition("unrecognized arguments: ")[2].split(" ")[0].split("=")[0]
        options = [name for action in self._actions for name in action.option_strings]
        meant = ELSEWHERE.get(unknown, "")
        near = [meant] if meant in options else difflib.get_close_matches(unknown, options, n=1)
        return f"did you mean `{near[0]}`? " if near else ""


def shared(prog: str, words: str, console: Console) -> Parser:
    """The parser of one command with the options that every command takes."""
    first = words[:1].upper() + words[1:]
    parser = Parser(
        prog=prog, description=f"{first}.", allow_abbrev=False, formatter_class=_Formatter
    )
    parser.console = console
    add_shared(parser)
    return parser


def add_shared(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command takes."""
    parser.add_argument(
        "--vault",
        metavar="DIR",
        help="the folder with your notes (else found from here upward)",
    )
    parser.add_argument(
        "--today",
        metavar="YYYY-MM-DD",
        type=day,
        help="plan as if it were this day",
    )


def with_paths(parser: Parser) -> None:
    """Add `[PATH …]`: notes and folders, from the current folder or the vault's root."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        default=[],
        help="only these notes and folders (the whole vault is still read)",
    )


def day(text: str) -> date:
    """A day as an option takes it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a day; write it like 2026-11-05"
        ) from None
