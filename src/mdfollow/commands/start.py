"""From the words on the command line to a command's exit code."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from typing import TextIO, cast

from mdfollow.commands.console import Console, or_nowhere
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import COMMON, Parser, shared
from mdfollow.commands.progress import Progress
from mdfollow.problem import MdfollowError
from mdfollow.record import Protocol, replace

COMPLETION = "--print-completion"

Table = Mapping[str, tuple[str, str]]
"""Name of a command: its module, its line in the help text."""


class Command(Protocol):
    """What a command's module holds."""

    def arguments(self, parser: Parser) -> None:
        """Add what the command takes."""

    def run(self, args: Namespace, console: Console) -> int:
        """Do it; the exit code."""


def start(
    argv: Sequence[str],
    table: Table,
    overview: Callable[[], str],
    cwd: str | None,
    stdin: TextIO | None,
    stdout: TextIO | None,
    stderr: TextIO | None,
    env: Mapping[str, str] | None,
) -> int:
    """Run the command that `argv` names; every trouble ends as one sentence and a code."""
    console = _console(cwd, stdin, stdout, stderr, env)
    try:
        code = _start(argv, table, overview, console if cwd else _here(console))
    except MdfollowError as error:
        code = Exit.USAGE
        console.say(f"mdfollow: {error}")
        _document(str(error), argv, console)
    except KeyboardInterrupt:
        code = Exit.STOPPED
        console.say("mdfollow: stopped; every note is whole.")
    except BrokenPipeError:  # nobody reads what a watch tells
        code = Exit.DONE
    except Exception as error:  # whatever it is, she gets a sentence
        from mdfollow.commands.crash import SENTENCE, crashed

        code = crashed(error, next((word for word in argv if word in table), ""), console)
        _document(SENTENCE.removeprefix("mdfollow: "), argv, console)
    return console.finish(code)


def printed(text: str, stdout: TextIO | None, stderr: TextIO | None) -> int:
    """Print a text where that may fail; the exit code."""
    console = _console("", None, stdout, stderr, None)
    console.data(text)
    return console.finish(Exit.DONE)


def _console(
    cwd: str | None,
    stdin: TextIO | None,
    stdout: TextIO | None,
    stderr: TextIO | None,
    env: Mapping[str, str] | None,
) -> Console:
    known = os.environ if env is None else env
    streams = (
        or_nowhere(sys.stdin if stdin is None else stdin, "r"),
        or_nowhere(sys.stdout if stdout is None else stdout, "w"),
        or_nowhere(sys.stderr if stderr is None else stderr, "w"),
    )
    return Console(*streams, known, cwd or "", progress=Progress(streams[2], known))


def _start(argv: Sequence[str], table: Table, overview: Callable[[], str], console: Console) -> int:
    if argv[:1] == [COMPLETION]:
        from mdfollow.commands.completion import print_completion

        return print_completion(argv[1:], console)
    at = place(argv)
    if at is None:
        console.say(overview().rstrip())
        return Exit.USAGE
    name, after = argv[at], argv[at + 1 :]
    if name == "help" and after:
        return _run(after[0], ["--help"], table, console)
    if name == "help":
        console.data(overview())
        return Exit.DONE
    return _run(name, [*argv[:at], *after], table, console)


def _here(console: Console) -> Console:
    """The console in the process's own folder."""
    try:
        return replace(console, cwd=os.getcwd())
    except OSError as error:
        raise MdfollowError("the folder you are in is gone; go to another one.") from error


def _document(sentence: str, argv: Sequence[str], console: Console) -> None:
    """For a program that waits for a document of JSON: one that says why there is no other."""
    shape = next((new for old, new in pairwise(argv) if old == "--output-format"), "")
    shape = shape or (console.env.get("MDFOLLOW_OUTPUT_FORMAT", "") if "check" in argv else "")
    asked = "--json" in argv or "--output-format=json" in argv or shape == "json"
    if asked and not console.printed.begun:
        from mdfollow.views.json_text import error_text

        console.data(error_text(sentence, ascii_only=console.ascii_only))


def place(argv: Sequence[str]) -> int | None:
    """Where the command stands: the first word that is no option and no option's value."""
    at = 0
    while at < len(argv):
        if not argv[at].startswith("-"):
            return at
        at += 2 if argv[at] in COMMON else 1
    return None


def _run(name: str, rest: Sequence[str], table: Table, console: Console) -> int:
    if name not in table:
        raise MdfollowError(_unknown(name, table))
    module = cast("Command", import_module(table[name][0]))
    parser = shared(f"mdfollow {name}", table[name][1], console)
    module.arguments(parser)
    try:
        args = parser.read(rest)
    except SystemExit:  # --help has been shown
        return Exit.DONE
    return module.run(args, console)


def _unknown(name: str, table: Table) -> str:
    import difflib

    near = difflib.get_close_matches(name, table, n=1, cutoff=0.5)
    advice = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(table)}."
    return f"there is no command `{name}`; {advice}"
