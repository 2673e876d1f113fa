"""Putting a watch together: the vault's plans, a lookout that fits its disk, clocks, a bell."""

import os
import random
import time
from argparse import Namespace
from collections.abc import Callable, Mapping
from queue import SimpleQueue

from mdfollow.commands import chosen
from mdfollow.session import Session
from mdfollow.watch import mounts
from mdfollow.watch.ending import Ending, Unbroken
from mdfollow.watch.hints import Hint
from mdfollow.watch.lines import Level, Line, Say
from mdfollow.watch.lookout import Lookout, ObserverLookout
from mdfollow.watch.loop import Clocks, Loop
from mdfollow.watch.notifying import Systemd
from mdfollow.watch.planning import Planning
from mdfollow.watch.polling import PERIOD, PollingLookout
from mdfollow.watch.schedule import share, waits_for
from mdfollow.watch.watcher import Watcher

WAIT = 0.3
"""Seconds for another mdfollow that writes; the watch has the patience to come back later."""


def loop_for(
    args: Namespace,
    session: Session,
    queue: "SimpleQueue[Hint]",
    say: Say,
    ending: Ending,
    env: Mapping[str, str],
) -> Loop:
    """The loop that `mdfollow watch` runs."""
    systemd = Systemd(env)
    is_polling = bool(args.poll) or _is_silent(session.root, say)
    host = os.uname().nodename

    def between() -> None:
        ending.between()
        systemd.pulse(time.monotonic())

    watcher = Watcher(
        Planning(session, lambda: chosen.today(args)),
        Unbroken(session.store(wait=WAIT), ending),
        say,
        wall=time.time,
        waits=waits_for(args.quiet_time, session.settings.quiet_time, is_polling=is_polling),
        share=lambda path: share(host, path),
        between=between,
    )

    def polling() -> Lookout:
        return _polling(session, queue, args.quiet_time)

    return Loop(
        watcher,
        queue,
        polling if is_polling else lambda: events(watcher, queue),
        polling,
        Clocks(time.monotonic, time.time, random.random),
        systemd,
        _bell(watcher, args, session),
    )


def _polling(session: Session, queue: "SimpleQueue[Hint]", quiet: float | None) -> Lookout:
    """A lookout that looks through the vault, at least as often as its quiet time asks."""
    period = PERIOD if quiet is None else min(max(quiet, PERIOD / 10), PERIOD)
    return PollingLookout(session.root, lambda: session.settings, queue.put, period=period)


def _is_silent(root: str, say: Say) -> bool:
    """Whether the folder does not tell of every change; says so once."""
    kind = mounts.silent_kind(root)
    if kind:
        what = f"{kind} folders do not tell of changes made elsewhere; they are looked through"
        say(Line(Level.NOTICE, "polling", f"{what} every few seconds instead"))
    return bool(kind)


def events(watcher: Watcher, queue: "SimpleQueue[Hint]") -> Lookout:
    """The best lookout of this system (decision 0201)."""
    from mdfollow.watch.inotify import InotifyLookout, layer

    using = layer()
    if using is None:
        return ObserverLookout(watcher.root, queue.put)
    return InotifyLookout(watcher.root, lambda: watcher.session.settings, queue.put, using)


def _bell(watcher: Watcher, args: Namespace, session: Session) -> Callable[[], None]:
    """Rings when the plan or the day has brought up something; by default there is no bell."""
    if not (args.notify or session.settings.notify):
        return lambda: None
    from mdfollow.watch.bell import Bell, show

    bell = Bell(show)

    def ring() -> None:
        if watcher.next(0.0) is None:
            day = chosen.today(args)
            bell.hear(watcher.planning.reports({}), day)

    return ring
