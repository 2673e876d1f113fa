"""The commands and what they take, as the program itself knows them: for pages and for shells."""

import argparse
from importlib import import_module

from mdfollow.cli import COMMANDS
from mdfollow.commands.completion import SHELLS
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser, add_shared

EXITS: dict[Exit, str] = {
    Exit.DONE: "done, or nothing to do",
    Exit.FINDINGS: "`check` has findings, `--check` would change notes, or a note could not be "
    "planned or written",
    Exit.USAGE: "the command or a setting has a mistake",
    Exit.WATCHED: "another `watch` runs on this vault",
    Exit.CRASHED: "a fault of mdfollow itself; every note is whole, and a report is kept",
    Exit.STOPPED: "stopped with Ctrl-C; every note is whole",
}
"""What the exit codes mean, in words."""


def own(name: str) -> list[argparse.Action]:
    """The arguments of one command, but for those that all commands take."""
    parser = Parser(prog=f"mdfollow {name}", allow_abbrev=False, add_help=False)
    import_module(COMMANDS[name][0]).arguments(parser)
    return parser._actions  # noqa: SLF001  # argparse tells them in no other way


def shared() -> list[argparse.Action]:
    """What every command takes."""
    parser = Parser(add_help=False)
    add_shared(parser)
    return parser._actions  # noqa: SLF001


def value(action: argparse.Action) -> str:
    """The word that stands for an argument's value; empty where it has none."""
    if action.nargs == 0:
        return ""
    shown = action.metavar if isinstance(action.metavar, str) else "|".join(action.choices or ())
    return shown or action.dest.upper()


def shown(action: argparse.Action) -> str:
    """An argument as help shows it: `--date YYYY-MM-DD`, `--yes, -y`, `NOTE`."""
    return " ".join(filter(None, (", ".join(action.option_strings), value(action))))


def whole() -> Parser:
    """One parser with all commands, as a shell needs it."""
    parser = Parser(prog="mdfollow", allow_abbrev=False)
    add_shared(parser)
    parser.add_argument("--version", action="store_true", help="show the version")
    parser.add_argument("--print-completion", choices=SHELLS, help="show the completion of a shell")
    commands = parser.add_subparsers()
    for name, (module, words) in COMMANDS.items():
        inner = commands.add_parser(name, help=words)
        add_shared(inner)
        import_module(module).arguments(inner)
    return parser
