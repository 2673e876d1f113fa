"""The man page, mdfollow(1), made of the command tree and a few words around it."""

import argparse
import re
from collections.abc import Iterator

from command_tree import EXITS, own, shared, shown, value
from mdfollow import __version__
from mdfollow.cli import COMMANDS

HEAD = f"""\
.\\" Made by scripts/pages.py from the commands themselves.
.TH MDFOLLOW 1 "" "mdfollow {__version__}" "User Commands"
.SH NAME
mdfollow \\- append the follow\\-up plan to interview notes
.SH SYNOPSIS
.B mdfollow
.RI [ OPTION " ...]\\&"
.I COMMAND
.RI [ ARGUMENT " ...]\\&"
.SH DESCRIPTION
mdfollow reads interview notes in a folder of Markdown and Org files, the vault, and appends the
follow\\-up plan to the same notes: dated tasks, and a thank\\-you for each interviewer.
A note is an interview note when it names a company, a day and, best, people:
.PP
.RS
.nf
\\-\\-\\-
company: Fernhill Bakery
interview_date: 2026\\-11\\-11
interviewers: Priya Raman
\\-\\-\\-
.fi
.RE
.PP
The notes are the only memory there is. What you tick, edit, move or delete stays as you left
it, and
.B mdfollow remove
takes the rest out again.
"""
TAIL = """\
.SH ENVIRONMENT
.TP
.B MDFOLLOW_OUTPUT_FORMAT
How
.B mdfollow check
tells its findings, where
.B \\-\\-output\\-format
does not say it.
.TP
.B MDFOLLOW_DEBUG
Set to 1, it shows the whole of an error that nobody expected.
.TP
.BR NO_COLOR ", " FORCE_COLOR
No colours at all, or colours away from a terminal, too.
.SH FILES
.TP
.I mdfollow.toml
The settings, at the top of the vault;
.B mdfollow init
writes it with all keys explained.
.TP
.I ~/.local/state/mdfollow/
The last reports of errors that nobody expected. No word of a note is in them.
.SH EXAMPLES
.TP
.B mdfollow new \\(dqFernhill Bakery\\(dq \\-\\-with \\(dqPriya Raman\\(dq
Make a note for an interview of today.
.TP
.B mdfollow sync
Plan it.
.TP
.B mdfollow agenda
See what to do.
"""

ALONE = {
    ".BR \\-h , \\ \\-\\-help": "show what there is, or what a command takes",
    ".BR \\-V , \\ \\-\\-version": "show the version",
    ".BI \\-\\-print\\-completion\\  SHELL": "show the completion of bash, zsh or fish",
}
"""What stands without a command, by its tag."""


def man_page() -> str:
    """The whole page, for man(7)."""
    lines = [HEAD.rstrip(), ".SH COMMANDS"]
    for name, (_, words) in COMMANDS.items():
        lines += command(name, words)
    lines.append(".SH OPTIONS")
    lines.append("Every command takes these, before its name or after it.")
    for action in shared():
        lines += argument(action)
    lines += [line for tag, words in ALONE.items() for line in tagged(tag, words)]
    lines.append(".SH EXIT STATUS")
    for code, words in EXITS.items():
        lines += tagged(f".B {code}", words)
    return "\n".join([*lines, TAIL])


def command(name: str, words: str) -> Iterator[str]:
    """One command with its arguments."""
    actions = own(name)
    usage = [place(each) for each in actions if not each.option_strings]
    yield f".SS mdfollow {name} {roff(' '.join(usage))}".rstrip()
    yield roff(f"{words[:1].upper()}{words[1:]}.")
    for action in actions:
        yield from argument(action)


def place(action: argparse.Action) -> str:
    """An argument without a name as a usage line has it: `NOTE`, `[DAY]`, `STEP ...`."""
    many = f"{value(action)} ..." if action.nargs in ("*", "+") else value(action)
    return f"[{many}]" if action.nargs in ("*", "?") else many


def argument(action: argparse.Action) -> Iterator[str]:
    """One argument and what it means."""
    if not action.option_strings:
        yield from tagged(f".I {roff(shown(action))}", action.help or "")
        return
    names = roff(", ".join(action.option_strings))
    tag = f'.BI "{names} " {roff(value(action))}' if value(action) else f'.B "{names}"'
    yield from tagged(tag, action.help or "")


def tagged(tag: str, words: str) -> Iterator[str]:
    """A paragraph under its tag."""
    yield from (".TP", tag, roff(f"{words[:1].upper()}{words[1:]}."))


def roff(text: str) -> str:
    """`text` as roff takes it: hyphens to be copied, code in bold, no line that is a request."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    marked = re.sub(r"`([^`]+)`", r"\\fB\1\\fR", plain)
    return f"\\&{marked}" if marked.startswith(".") else marked
