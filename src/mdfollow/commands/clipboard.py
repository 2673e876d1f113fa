"""Putting a text on the clipboard, where there is one."""

import shutil
import subprocess
from collections.abc import Mapping

_PROGRAMS = (
    ("wl-copy", (), "WAYLAND_DISPLAY"),
    ("xclip", ("-selection", "clipboard"), "DISPLAY"),
    ("xsel", ("--clipboard", "--input"), "DISPLAY"),
    ("pbcopy", (), ""),
    ("clip.exe", (), ""),
    ("clip", (), ""),
)
"""Programs, their arguments, and the variable that says their desktop is there."""
SECONDS = 5


def copied(text: str, env: Mapping[str, str]) -> bool:
    """Copy `text` with the first program that is there; false where nothing took it."""
    for name, arguments, variable in _PROGRAMS:
        program = shutil.which(name, path=env.get("PATH"))
        if program is None or (variable and not env.get(variable)):
            continue
        # Windows' own program takes UTF-16; the others take UTF-8.
        data = text.encode("utf-16-le" if name.startswith("clip") else "utf-8")
        try:
            done = subprocess.run(  # noqa: S603 - a program of the system with fixed arguments
                [program, *arguments],
                input=data,
                env=dict(env),
                timeout=SECONDS,
                check=False,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        if done.returncode == 0:
            return True
    return False
