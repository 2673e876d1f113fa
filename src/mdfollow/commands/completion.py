"""`mdfollow --print-completion SHELL`: what a shell needs to complete commands and options."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import cast

from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser, add_shared
from mdfollow.problem import MdfollowError

SHELLS = ("bash", "zsh", "tcsh")
MISSING = "completion needs one more package: pip install 'mdfollow[completion]'."


def print_completion(
    words: Sequence[str], table: Mapping[str, tuple[str, str]], console: Console
) -> Exit:
    """Write the script for the one shell that `words` names."""
    if len(words) != 1 or words[0] not in SHELLS:
        raise MdfollowError(f"--print-completion takes one shell: {', '.join(SHELLS)}.")
    try:
        package = import_module("shtab")
    except ImportError:
        raise MdfollowError(MISSING) from None
    console.data(
        cast("str", package.complete(whole_parser(table, console), words[0])).rstrip() + "\n"
    )
    return Exit.DONE


def whole_parser(table: Mapping[str, tuple[str, str]], console: Console) -> Parser:
    """One parser with all commands, as nobody but a completion needs it."""
    parser = Parser(prog="mdfollow", allow_abbrev=False)
    add_shared(parser)
    parser.add_argument("--version", action="store_true", help="show the version")
    commands = parser.add_subparsers()
    for name, (module, words) in table.items():
        inner = commands.add_parser(name, help=words)
        inner.console = console
        add_shared(inner)
        import_module(module).arguments(inner)
    return parser
