"""Locks between our own processes, in the user's runtime folder and never in the vault.

`instance` is held by a watch for as long as it lives, `write` by everyone for each note written.
"""

import hashlib
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from mdfollow.problem import MdfollowError
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.reading import Refused

WRITE_WAIT = 10.0
"""Seconds to wait for another process that is writing into the same vault."""


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
    return os.path.join(base, "mdfollow", hashlib.sha256(os.fsencode(root)).hexdigest()[:16])


@contextmanager
def instance(root: str) -> Iterator[None]:
    """Hold the vault for one watch; raises AlreadyWatchedError when another one does."""
    import json

    from filelock import FileLock, Timeout

    folder = runtime_folder(root)
    lock, holder = FileLock(os.path.join(folder, "instance.lock")), os.path.join(folder, "holder")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise AlreadyWatchedError(_holder_sentence(holder)) from None
    try:
        with open(holder, "w", encoding="utf-8") as file:
            json.dump({"pid": os.getpid(), "host": os.uname().nodename}, file)
        yield
    finally:
        lock.release()


@contextmanager
def write(root: str, wait: float = WRITE_WAIT) -> Iterator[None]:
    """Hold the right to write one note of the vault.

    Raises WriteLockBusyError after `wait` seconds, Refused when there is no place for a lock.
    """
    from filelock import FileLock, Timeout

    try:
        lock = FileLock(os.path.join(runtime_folder(root), "write.lock"))
        lock.acquire(timeout=wait, poll_interval=0.005)
    except Timeout:
        raise WriteLockBusyError("another mdfollow is writing into this vault") from None
    except OSError as error:
        system = f"the system says “{error.strerror or error}”"
        reason = f"there is no place for a lock ({system}); XDG_RUNTIME_DIR names one"
        raise Refused(Verdict.SKIPPED, reason) from error
    try:
        yield
    finally:
        lock.release()


def _holder_sentence(file: str) -> str:
    import json

    try:
        with open(file, encoding="utf-8") as text:
            holder = json.load(text)
        who = f"process {int(holder['pid'])} on {holder['host']}"
    except (OSError, ValueError, KeyError, TypeError):
        who = "another process"
    return f"mdfollow watch already watches this vault ({who}); one is enough."
