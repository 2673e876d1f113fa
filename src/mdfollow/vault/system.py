"""The system calls the vault is written with, one attribute each, so that a test can make any fail.

Two of them have no wrapper in Python: the exchange of two names (renameat2 on Linux, renameatx_np
on macOS) and the lease (Linux only). Where the system lacks one, it answers with an OSError or
`NO_LEASE`, and the protocol in `write` has a way around each.
"""

import errno
import os
import sys
import time
from contextlib import suppress
from enum import Enum
from functools import cache

_EXCHANGE_CALL = {"linux": "renameat2", "darwin": "renameatx_np"}
_EXCHANGE_FLAG = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_NO_ATTRIBUTES = frozenset({errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})

_GET_FLAGS, _APPEND_ONLY = 0x80086601, 0x20  # FS_IOC_GETFLAGS, FS_APPEND_FL


class Lease(Enum):
    """What came of asking to be told before anybody opens a file for writing."""

    HELD = "held"
    BUSY = "busy"
    """Somebody has it open for writing already."""
    NONE = "none"
    """There are no leases on this system, this disk or for this user."""


@cache
def _exchange_call():  # type: ignore[no-untyped-def]
    import ctypes

    name = _EXCHANGE_CALL.get(sys.platform, "")
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if function is not None:
        place = (ctypes.c_int, ctypes.c_char_p)
        function.argtypes = (*place, *place, ctypes.c_uint)
    return function


def exchange(first: str, second: str, folder: int) -> None:
    """Let two names in one folder trade their files, in one step.

    The order matters to watchers (safety.md 0.3): `first` ends up with an event of its own.
    Raises OSError, ENOSYS where the system cannot.
    """
    import ctypes

    function = _exchange_call()
    if function is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), first)
    if function(folder, os.fsencode(first), folder, os.fsencode(second), _EXCHANGE_FLAG):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), first)


def take_lease(fd: int) -> Lease:
    """Ask for a read lease on a file opened for reading only.

    The signal must be one that is ignored by default: SIGIO would end the process (safety.md 3).
    """
    import fcntl
    import signal

    if sys.platform != "linux":
        return Lease.NONE
    try:
        fcntl.fcntl(fd, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return Lease.BUSY if error.errno == errno.EAGAIN else Lease.NONE
    return Lease.HELD


def has_lease(fd: int) -> bool:
    """Say whether the lease stands unbroken: nobody waits to open the file for writing."""
    import fcntl

    return sys.platform == "linux" and fcntl.fcntl(fd, fcntl.F_GETLEASE) == fcntl.F_RDLCK


def drop_lease(fd: int) -> None:
    """Give a lease back; whoever waits to open the file goes on."""
    import fcntl

    if sys.platform == "linux":
        fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_UNLCK)


def attributes(fd: int) -> dict[str, bytes]:
    """Give the extended attributes of an open file, its access list among them."""
    if sys.platform != "linux":
        return {}
    found = {}
    try:
        for key in os.listxattr(fd):
            # What the system lists and does not show is not for us to carry over.
            with suppress(PermissionError):
                found[key] = os.getxattr(fd, key)
    except OSError as error:
        if error.errno not in _NO_ATTRIBUTES:
            raise
    return found


def set_attribute(fd: int, key: str, value: bytes | None) -> None:
    """Set an extended attribute of an open file; None removes it."""
    if sys.platform != "linux":
        return
    if value is None:
        os.removexattr(fd, key)
    else:
        os.setxattr(fd, key, value)


def is_append_only(folder: int) -> bool:
    """Say whether names may come into an open folder and never leave it (`chattr +a`).

    Nothing else tells: whatever is written there for a moment would stay for good.
    """
    import fcntl

    if sys.platform != "linux":
        return False
    try:
        flags = fcntl.ioctl(folder, _GET_FLAGS, bytes(8))
    except OSError:
        return False
    return bool(int.from_bytes(flags[:4], sys.byteorder) & _APPEND_ONLY)


def let_go(fd: int) -> None:
    """Close a file that was only read: whatever the system says to that, nothing is lost."""
    try:  # noqa: SIM105 - called for every note of the vault, and `suppress` costs as much
        os.close(fd)
    except OSError:
        pass


class System:
    """Every call by which reading and replacing one note touches the disk or the clock."""

    open = staticmethod(os.open)
    close = staticmethod(os.close)
    fstat = staticmethod(os.fstat)
    lstat = staticmethod(os.lstat)
    access = staticmethod(os.access)
    is_append_only = staticmethod(is_append_only)
    pread = staticmethod(os.pread)
    write = staticmethod(os.write)
    fsync = staticmethod(os.fsync)
    utime = staticmethod(os.utime)
    fchown = staticmethod(os.fchown)
    fchmod = staticmethod(os.fchmod)
    rename = staticmethod(os.rename)
    unlink = staticmethod(os.unlink)
    attributes = staticmethod(attributes)
    set_attribute = staticmethod(set_attribute)
    exchange = staticmethod(exchange)
    take_lease = staticmethod(take_lease)
    has_lease = staticmethod(has_lease)
    drop_lease = staticmethod(drop_lease)
    sleep = staticmethod(time.sleep)
    clock = staticmethod(time.time)
    """Seconds since 1970."""
