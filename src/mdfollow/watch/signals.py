"""Signals as hints for a watch, and as its end; heard even while a disk that hangs holds it up."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue

from mdfollow.watch.ending import TICK, Ending, Step
from mdfollow.watch.hints import Doubt, Hint, Stop

_ENDS = {signal.SIGTERM, signal.SIGINT}
_NUDGE = signal.SIGALRM
_NO_MORE = signal.SIGUSR2


@contextmanager
def signals(queue: "SimpleQueue[Hint]", has_terminal: Callable[[], bool]) -> Iterator[Ending]:
    """Turn signals into hints; yields the end that some of them want."""
    ending = Ending()

    def hangup(*_: object) -> None:
        # A terminal that was closed hangs up, too, and nobody is there to watch for.
        if had_terminal and not has_terminal():
            os.kill(os.getpid(), signal.SIGTERM)
        else:
            queue.put(Doubt("you asked for it"))

    had_terminal = has_terminal()
    acts = ((signal.SIGHUP, hangup), (_NUDGE, lambda *_: ending.nudged()))
    with _second_ear(queue, ending):
        before = {number: signal.signal(number, act) for number, act in acts}
        try:
            yield ending
        finally:
            for number, act in before.items():
                signal.signal(number, act)


@contextmanager
def _second_ear(queue: "SimpleQueue[Hint]", ending: Ending) -> Iterator[None]:
    """Have the signals that end a watch heard by a thread that does nothing else.

    The main one may never be free to hear them: on a network disk that is gone, for example.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)
    main, done = threading.get_ident(), threading.Event()
    thread = threading.Thread(target=_listen, args=(main, queue, ending, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        signal.pthread_kill(thread.ident or main, _NO_MORE)
        thread.join()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _listen(main: int, queue: "SimpleQueue[Hint]", ending: Ending, done: threading.Event) -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {_NO_MORE})
    if signal.sigwait({*_ENDS, _NO_MORE}) == _NO_MORE:
        return
    ending.want()
    queue.put(Stop())
    began = time.monotonic()
    while not done.wait(TICK):
        step = ending.step(time.monotonic() - began)
        if step is Step.LEAVE:
            os._exit(0)
        if step is Step.NUDGE:
            signal.pthread_kill(main, _NUDGE)
