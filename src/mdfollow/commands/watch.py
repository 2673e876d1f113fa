"""`mdfollow watch`: sync once, then whenever a note has changed and come to rest."""

import gc
import os
import time
from argparse import ArgumentTypeError, Namespace
from contextlib import ExitStack, suppress
from datetime import datetime
from queue import SimpleQueue
from stat import S_ISREG
from typing import TextIO

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.commands.wiring import loop_for
from mdfollow.problem import MdfollowError
from mdfollow.session import Session
from mdfollow.vault import locks
from mdfollow.views.sync_lines import asked_first, counted, no_interviews
from mdfollow.watch import lines
from mdfollow.watch.ending import Ended
from mdfollow.watch.hints import Hint
from mdfollow.watch.lines import Level, Line
from mdfollow.watch.loop import Loop
from mdfollow.watch.signals import signals

DECLINED = (
    "Nothing was written, and nothing is watched. `mdfollow sync NOTE` plans one note; "
    "`mdfollow: false` at the top of a note keeps it without a plan."
)
LONGEST = 30.0


def arguments(parser: Parser) -> None:
    """Add what `watch` takes."""
    parser.add_argument(
        "--poll", action="store_true", help="look through the vault every few seconds"
    )
    parser.add_argument(
        "--quiet-time",
        metavar="SECONDS",
        type=_seconds,
        help="how long to wait after the last save (else 2, and 10 before a note's first plan; "
        "never more than 30 in all)",
    )
    parser.add_argument(
        "--log-format",
        metavar="FORMAT",
        choices=("text", "json"),
        default="text",
        help="text or json: the form of every line",
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="also say why nothing is done")
    parser.add_argument(
        "--notify",
        action="store_true",
        help="show a message on the desktop when something becomes due",
    )


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    with ExitStack() as held:
        try:
            held.enter_context(locks.instance(session.root))
        except locks.AlreadyWatchedError as error:
            console.say(f"mdfollow: {error}")
            return Exit.WATCHED
        except OSError as error:
            reason = error.strerror or str(error)
            raise MdfollowError(
                f"there is no place for the watch's lock ({reason}); XDG_RUNTIME_DIR names one."
            ) from error
        return _watch(args, session, console)


def _watch(args: Namespace, session: Session, console: Console) -> Exit:
    queue: SimpleQueue[Hint] = SimpleQueue()
    say = _voice(args, console)
    with signals(queue, lambda: _has_terminal(console)) as ending:
        loop: Loop | None = None
        try:
            loop = loop_for(args, session, queue, say, ending, console.env)
            loop.open()
            if not loop.watcher.start(
                time.monotonic(), lambda found: console.agreed(asked_first(found))
            ):
                console.say(DECLINED)
                return Exit.DONE
            status = _status(loop, args, console)
            say(Line(Level.NOTICE, "watching", f"{status} in {session.root}"))
            loop.systemd.ready(status)
            # The plans stay. To look through them for waste, as is done now and then, took half a
            # second among a thousand notes, and a save waited for it (P7).
            gc.freeze()
            gc.enable()
            loop.run()
        except Ended:
            pass
        finally:
            ending.over()
            if loop is not None:
                loop.close()
        say(Line(Level.NOTICE, "stopped", "stopped; every note is whole"))
        code = console.finish(Exit.DONE)
        if ending.is_wanted:
            # To take a thousand plans apart would cost a second; the system forgets them at once.
            os._exit(code)
    return Exit(code)


def _status(loop: Loop, args: Namespace, console: Console) -> str:
    """What is watched; without an interview note, what one looks like."""
    number = len(loop.watcher.planning.reports({}))
    if not number:
        console.say(*no_interviews(loop.watcher.root, chosen.today(args).isoformat())[:-2])
    return f"watching {counted(number, 'interview note')}"


def _voice(args: Namespace, console: Console) -> lines.Say:
    """Lines of change to stdout, all others to stderr; as JSON all of them to stdout."""
    as_json = args.log_format == "json"
    for stream in (console.stdout, console.stderr):
        _append(stream)

    def say(line: Line) -> None:
        if line.level is Level.DETAIL and not args.verbose:
            return
        at = datetime.now().astimezone()
        if as_json:
            console.data(lines.as_json(line, at) + "\n")
        elif line.level is Level.CHANGE:
            console.data(lines.text(line, at) + "\n")
        else:
            console.say(lines.text(line, at))
        console.flush()
        if console.alone:
            raise BrokenPipeError  # nobody reads: the watch ends, as it does with its terminal

    return say


def _append(stream: TextIO) -> None:
    """Have a log that goes to a file written at its end, wherever a rotation has moved that."""
    import fcntl

    with suppress(OSError, ValueError):
        fd = stream.fileno()
        if S_ISREG(os.fstat(fd).st_mode):
            flags = fcntl.fcntl(fd, fcntl.F_GETFL)
            fcntl.fcntl(fd, fcntl.F_SETFL, flags | os.O_APPEND)


def _has_terminal(console: Console) -> bool:
    """Whether somebody's terminal still is at the other end of stdin."""
    import termios

    if console.stdin is None:
        return False
    try:
        termios.tcgetattr(console.stdin.fileno())
    except (OSError, ValueError, termios.error):
        return False
    return True


def _seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= LONGEST:
        raise ArgumentTypeError(f"{text!r} is not a number of seconds from 0 to 30")
    return number
