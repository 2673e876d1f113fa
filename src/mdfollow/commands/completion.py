"""`mdfollow --print-completion SHELL`: what a shell needs to complete commands and options."""

import os
from collections.abc import Sequence

from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.problem import MdfollowError

SHELLS = {"bash": "mdfollow.bash", "zsh": "_mdfollow", "fish": "mdfollow.fish"}
"""Each shell and its file in the package, named as the shell looks for it."""
FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "completions")


def print_completion(words: Sequence[str], console: Console) -> Exit:
    """Write the script for the one shell that `words` names."""
    if len(words) != 1 or words[0] not in SHELLS:
        raise MdfollowError(f"--print-completion takes one shell: {', '.join(SHELLS)}.")
    with open(os.path.join(FOLDER, SHELLS[words[0]]), encoding="utf-8") as script:
        console.data(script.read())
    return Exit.DONE
