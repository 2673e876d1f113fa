"""What the exit codes mean."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    """Done, or nothing to do."""
    FINDINGS = 1
    """Findings, would change, or an interview note could not be planned or written."""
    USAGE = 2
    """The command or the settings need a look."""
    WATCHED = 3
    """Another `watch` runs on this vault."""
    CRASHED = 70
    """An error of ours that nobody expected; a report of it is kept."""
    STOPPED = 130
    """Ctrl-C, as shells count it."""
