"""Telling systemd how the watch is: one datagram a message, no library needed."""

import os
from collections.abc import Mapping
from contextlib import suppress

MORE_TIME = 300 * 10**6
"""Microseconds that a start-up sync under way asks for."""


class Systemd:
    """The service manager's socket; silent where there is none."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """Read `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID`."""
        name = env.get("NOTIFY_SOCKET", "")
        self._address = "\0" + name[1:] if name.startswith("@") else name
        mine = env.get("WATCHDOG_PID", "") in {"", str(os.getpid())}
        microseconds = env.get("WATCHDOG_USEC", "")
        self._period: float | None = None
        self._is_ready = False
        self.next: float | None = None
        """When the next sign of life is due; None when none are asked for."""
        if self._address and mine and microseconds.isdigit() and int(microseconds):
            self._period = int(microseconds) / 1e6 / 2
            self.next = 0.0

    def ready(self, status: str) -> None:
        """The start-up sync is done."""
        self._is_ready = True
        self._send("READY=1", f"STATUS={status}")

    def status(self, status: str) -> None:
        """One line for `systemctl status`."""
        self._send(f"STATUS={status}")

    def pulse(self, now: float) -> None:
        """A sign of life, if it is time for one; `now` is a clock that never goes back.

        Before the start-up sync is done it asks for more time, too: a large vault takes a while.
        """
        if self._period is None or self.next is None or now < self.next:
            return
        self.next = now + self._period
        more = () if self._is_ready else (f"EXTEND_TIMEOUT_USEC={MORE_TIME}",)
        self._send("WATCHDOG=1", *more)

    def stopping(self) -> None:
        """The watch is about to end."""
        self._send("STOPPING=1")

    def _send(self, *lines: str) -> None:
        if not self._address:
            return
        import socket

        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.setblocking(False)
            out.sendto("\n".join(lines).encode("utf-8", "replace"), self._address)
