"""Locks between our own processes, in the user's runtime folder and never in the vault.

`instance` is held by a watch for as long as it lives, `write` by everyone for each note written.
"""

import os
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache

from mdfollow.digest import sha256
from mdfollow.problem import MdfollowError
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.reading import Refused

WRITE_WAIT = 10.0
"""Seconds to wait for another process that is writing into the same vault."""
_POLL = 0.005
"""Seconds between two tries."""


class AlreadyWatchedError(MdfollowError):
    """Another `mdfollow watch` runs on this vault; the sentence names it (exit code 3)."""


class WriteLockBusyError(MdfollowError):
    """Another mdfollow was writing all the time we were ready to wait."""


def runtime_folder(root: str) -> str:
    """Give, and make, the folder for this vault's locks; `root` is a real path.

    Raises OSError when the system has no place for it.
    """
    folder = _folder(root, os.environ.get("XDG_RUNTIME_DIR", ""))
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


@lru_cache(maxsize=4)
def _folder(root: str, base: str) -> str:
    """Where it is: asked once, as a first sync takes the lock for every note."""
    if not os.path.isabs(base):
        import platformdirs

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a missing XDG_RUNTIME_DIR is no news to her
            base = platformdirs.user_runtime_dir(ensure_exists=True)
    return os.path.join(base, "mdfollow", sha256(os.fsencode(root)).hexdigest()[:16])


@contextmanager
def instance(root: str) -> Iterator[None]:
    """Hold the vault for one watch; raises AlreadyWatchedError when another one does."""
    import json

    folder = runtime_folder(root)
    holder = os.path.join(folder, "holder")
    with _held(os.path.join(folder, "instance.lock"), 0) as is_ours:
        if not is_ours:
            raise AlreadyWatchedError(_holder_sentence(holder))
        with open(holder, "w", encoding="utf-8") as file:
            json.dump({"pid": os.getpid(), "host": os.uname().nodename}, file)
        yield


@contextmanager
def write(root: str, wait: float = WRITE_WAIT) -> Iterator[None]:
    """Hold the right to write one note of the vault.

    Raises WriteLockBusyError after `wait` seconds, Refused when there is no place for a lock.
    """
    with ExitStack() as held:
        try:
            file = os.path.join(runtime_folder(root), "write.lock")
            is_ours = held.enter_context(_held(file, wait))
        except OSError as error:
            system = f"the system says “{error.strerror or error}”"
            reason = f"there is no place for a lock ({system}); XDG_RUNTIME_DIR names one"
            raise Refused(Verdict.SKIPPED, reason) from error
        if not is_ours:
            raise WriteLockBusyError("another mdfollow is writing into this vault")
        yield


@contextmanager
def _held(path: str, wait: float) -> Iterator[bool]:
    """Hold the lock file at `path`; False when somebody else held it for all of `wait` seconds.

    The file stays, so that all who come later lock the same one; the lock goes with the process.
    """
    import fcntl

    end = time.monotonic() + wait
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        while True:
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= end:
                    yield False
                    return
                time.sleep(_POLL)
            else:
                yield True
                return
    finally:
        os.close(fd)


def _holder_sentence(file: str) -> str:
    import json

    try:
        with open(file, encoding="utf-8") as text:
            holder = json.load(text)
        who = f"process {int(holder['pid'])} on {holder['host']}"
    except (OSError, ValueError, KeyError, TypeError):
        who = "another process"
    return f"mdfollow watch already watches this vault ({who}); one is enough."
