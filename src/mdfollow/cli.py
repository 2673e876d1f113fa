"""The command line's front door: it names the commands and loads the one that is asked for.

Nothing but `sys` is imported here, so that `--version` and `--help` answer at once (P5).
"""

from __future__ import annotations

import sys

from mdfollow import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("mdfollow.commands.init", "write settings and a template that fit your vault"),
    "new": ("mdfollow.commands.new", "make a note for an interview"),
    "sync": ("mdfollow.commands.sync", "plan every interview note and write the plan into it"),
    "watch": ("mdfollow.commands.watch", "sync once, then whenever a note has changed"),
    "service": ("mdfollow.commands.service", "let the system keep a watch running"),
    "plan": ("mdfollow.commands.plan", "show the plan and why"),
    "agenda": ("mdfollow.commands.agenda", "show what is due, over all notes"),
    "calendar": (
        "mdfollow.commands.calendar",
        "keep open steps in a calendar, bring back its ticks",
    ),
    "done": ("mdfollow.commands.done", "tick a task and show what comes next"),
    "heard": ("mdfollow.commands.heard", "write down that they answered"),
    "decides": ("mdfollow.commands.decides", "write down when they decide"),
    "later": ("mdfollow.commands.later", "put a task off, or everything that is due"),
    "stop": ("mdfollow.commands.stop", "keep one note without a plan from now on"),
    "check": (
        "mdfollow.commands.check",
        "find what is wrong or could be better in interview notes",
    ),
    "mail": ("mdfollow.commands.mail", "give the draft for one person to your mail program"),
    "tidy": ("mdfollow.commands.tidy", "take out the drafts of letters that were sent"),
    "responsiveness": (
        "mdfollow.commands.responsiveness",
        "show what they said and what you heard, by company",
    ),
    "rules": ("mdfollow.commands.rules", "show the etiquette, or one rule with its examples"),
    "remove": ("mdfollow.commands.remove", "take out what mdfollow wrote and you have not touched"),
}
"""Every command: the module that does it (`arguments` and `run`), and what help says of it."""

GROUPS = {
    "to begin": ("init", "new"),
    "the plans": ("sync", "watch", "agenda", "plan", "check"),
    "the letters": ("mail", "tidy"),
    "when something has happened": ("done", "heard", "decides", "later", "stop"),
    "more": ("calendar", "responsiveness", "rules", "service", "remove"),
}
"""The commands as `mdfollow --help` shows them, each once."""

HELP = """\
usage: mdfollow [--vault DIR] COMMAND ...

Reads your interview notes and writes the follow-up plan into the same notes.
{commands}

options:
  --vault DIR         the folder with your notes (else found from here upward)
  --today YYYY-MM-DD  plan as if it were this day
  --version           show the version
  --print-completion bash|zsh|fish
  -h, --help          this text; `mdfollow COMMAND --help` shows a command's
"""


def main(
    argv: Sequence[str] | None = None,
    *,
    cwd: str | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
    env: Mapping[str, str] | None = None,
) -> int:
    """Run one command and return its exit code; what is left out comes from the process."""
    given = sys.argv[1:] if argv is None else list(argv)
    if given[:1] in (["--version"], ["-V"], ["--help"], ["-h"]):
        about = overview() if given[0] in ("--help", "-h") else f"mdfollow {__version__}\n"
        out = sys.stdout if stdout is None else stdout
        try:
            out.write(about)
            out.flush()
        except (OSError, AttributeError):  # a full disk, no stdout at all
            from mdfollow.commands.start import printed

            return printed(about, stdout, stderr)
        return 0
    import gc

    gc.disable()  # it ends before there is anything worth collecting; a watch turns it on again
    from mdfollow.commands.start import start

    code = start(given, COMMANDS, overview, cwd, stdin, stdout, stderr, env)
    if argv is None:
        gc.freeze()  # nor is there at the end of the process, where Python would look once more
    return code


def overview() -> str:
    """The text of `mdfollow --help`."""
    rows = []
    for heading, names in GROUPS.items():
        rows += [f"\n{heading}:", *(f"  {name:<15} {COMMANDS[name][1]}" for name in names)]
    return HELP.format(commands="\n".join(rows))
