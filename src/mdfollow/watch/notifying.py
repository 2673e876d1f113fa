"""Telling systemd how the watch is: one datagram a message, no library needed."""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress


class Systemd:
    """The service manager's socket; silent where there is none."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """Read `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID`."""
        name = env.get("NOTIFY_SOCKET", "")
        self._address = "\0" + name[1:] if name.startswith("@") else name
        mine = env.get("WATCHDOG_PID", "") in {"", str(os.getpid())}
        microseconds = env.get("WATCHDOG_USEC", "")
        self.period: float | None = None
        """Seconds between two signs of life; None when none are asked for."""
        if self._address and mine and microseconds.isdigit() and int(microseconds):
            self.period = int(microseconds) / 1e6 / 2

    def ready(self, status: str) -> None:
        """The start-up sync is done."""
        self._send("READY=1", f"STATUS={status}")

    def status(self, status: str) -> None:
        """One line for `systemctl status`."""
        self._send(f"STATUS={status}")

    def alive(self) -> None:
        """A sign of life."""
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """The watch is about to end."""
        self._send("STOPPING=1")

    def _send(self, *lines: str) -> None:
        if not self._address:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.setblocking(False)
            out.sendto("\n".join(lines).encode("utf-8", "replace"), self._address)
