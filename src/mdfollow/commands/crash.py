"""An error that nobody expected: one sentence for her, and a file that is a ready report.

The report holds nothing of any note: no path, no argument, no words of the error (they may quote
what was read), and of the traceback mdfollow's own lines only.
"""

import os
import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from traceback import FrameSummary, extract_tb, format_exception

from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.views.shown import shown_path

KEPT = 5
"""Reports that stay; older ones go when a new one is written."""
DEBUG = "MDFOLLOW_DEBUG"
DEEPEST = 40
"""Lines of ours that one error shows; of an endless recursion the first and the last are enough."""
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SENTENCE = "mdfollow: something went wrong inside mdfollow; every note is whole."
REPORT = """\
# {error} in `mdfollow {command}`

What did you do, and what did you expect?



Versions: {versions}

Where it happened, in mdfollow's own lines:

{trace}

The words of the error and everything that comes from a note or a folder are left out on purpose.
`{debug}=1` in front of the command shows the whole error, to yourself.
"""


def crashed(error: Exception, command: str, console: Console) -> Exit:
    """Write the report and say where it is; with MDFOLLOW_DEBUG show the whole error as well."""
    try:
        file = shown_path(keep(report(error, command)))
        sentence = f"{SENTENCE} Please send us this report, which quotes nothing of yours: {file}"
    except Exception:  # a full disk, a home that is not hers to write
        sentence = f"{SENTENCE} {DEBUG}=1 in front of the command shows it."
    try:
        if console.env.get(DEBUG):
            console.say("".join(format_exception(error)).rstrip())
        console.say(sentence)
    except OSError:
        pass  # nobody is there to read it; the code tells
    return Exit.CRASHED


def report(error: BaseException, command: str) -> str:
    """The text of a report; `command` is one of mdfollow's own, or empty."""
    return REPORT.format(
        error=name(error),
        command=command,
        versions=", ".join(versions()),
        trace="\n".join(trace(error)),
        debug=DEBUG,
    )


def name(error: BaseException) -> str:
    """The kind of an error, and the system's own short name for its reason; none of its words."""
    import errno

    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    reason = errno.errorcode.get(error.errno or 0, "") if isinstance(error, OSError) else ""
    return f"{module}{kind.__qualname__} {reason}".rstrip()


def versions() -> Iterator[str]:
    """Of mdfollow, Python, the system and every package that is asked for."""
    import platform
    from importlib import metadata

    from mdfollow import __version__

    yield f"mdfollow {__version__}"
    yield f"{platform.python_implementation()} {platform.python_version()}"
    yield f"{platform.system()} {platform.machine()}"
    for package in ("markdown-it-py", "platformdirs", "pyyaml", "watchdog"):
        try:
            yield f"{package} {metadata.version(package)}"
        except metadata.PackageNotFoundError:
            yield f"no {package}"


def trace(error: BaseException) -> Iterator[str]:
    """The error and what led to it, first things first, as indented lines."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield from trace(earlier)
        yield ""
    lines = list(_frames(extract_tb(error.__traceback__)))
    if len(lines) > DEEPEST:
        half = DEEPEST // 2
        lines = [*lines[:half], f"… {len(lines) - DEEPEST} more lines …", *lines[-half:]]
    yield from (f"    {line}" for line in (*lines, name(error)))


def _frames(frames: Sequence[FrameSummary]) -> Iterator[str]:
    """Our frames with their lines; how many frames of others lie between them."""
    for ours, group in groupby(frames, lambda frame: frame.filename.startswith(PACKAGE + os.sep)):
        found = list(group)
        if ours:
            for frame in found:
                file = os.path.relpath(frame.filename, os.path.dirname(PACKAGE))
                yield f"{file}:{frame.lineno} in {frame.name}: {frame.line}"
        else:
            yield f"({len(found)} in other packages)"


def keep(text: str) -> str:
    """Write a report where programs keep such things; returns its path. Raises OSError."""
    import platformdirs

    folder = platformdirs.user_state_dir("mdfollow")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    file = os.path.join(folder, f"report-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.md")
    with open(
        os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as out:
        out.write(text)
    old = sorted(each for each in os.listdir(folder) if each.startswith("report-"))[:-KEPT]
    for each in old:
        os.unlink(os.path.join(folder, each))
    return file
