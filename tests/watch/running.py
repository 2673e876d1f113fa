"""The real command in a process of its own, and ways to wait for what it does."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

DEADLINE = 30.0


def until(holds: Callable[[], object], what: str = "it", deadline: float = DEADLINE) -> None:
    """Wait for a condition; fails after the deadline."""
    end = time.monotonic() + deadline
    while not holds():
        assert time.monotonic() < end, f"{what} did not happen within {deadline} seconds"
        time.sleep(0.01)


class Running:
    """`mdfollow watch` on a vault; its lines are read as they come."""

    def __init__(
        self,
        root: Path,
        *options: str,
        quiet: float | None = 0.2,
        today: str = "2026-11-12",
        wrap: Sequence[str] = (),
        env: dict[str, str] | None = None,
    ) -> None:
        quiet_time = [] if quiet is None else ["--quiet-time", str(quiet)]
        command = [*wrap, sys.executable, "-m", "mdfollow", "--vault", str(root), "watch"]
        self.process = subprocess.Popen(
            [*command, "--today", today, "--log-format", "json", "-v", *quiet_time, *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
        )
        self.lines: list[dict[str, Any]] = []
        self.said: list[str] = []
        self._readers = [
            threading.Thread(target=self._read, daemon=True),
            threading.Thread(target=self._read_errors, daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    def __enter__(self) -> Self:
        until(lambda: self.events("watching") or self.process.poll() is not None, "its start")
        assert self.process.poll() is None, self.said
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(json.loads(line))

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.said += [line.decode() for line in self.process.stderr]

    def events(self, event: str) -> list[dict[str, Any]]:
        """Its lines of one kind."""
        return [line for line in list(self.lines) if line["event"] == event]

    def written(self, note: str = "") -> int:
        """How often it has written, this note or any."""
        return sum(1 for line in self.events("written") if not note or line["note"] == note)

    def hold(self) -> None:
        """Stop it where it is, every thread: a busy machine lets some run on for a while."""
        self.process.send_signal(signal.SIGSTOP)
        threads = Path(f"/proc/{self.process.pid}/task")
        until(
            lambda: all(
                each.read_text().rpartition(")")[2].split()[0] == "T"
                for each in threads.glob("*/stat")
            ),
            "a standstill",
        )

    def go_on(self) -> None:
        """Let it run again."""
        self.process.send_signal(signal.SIGCONT)

    def peak(self) -> int:
        """The most memory it has held, in kilobytes."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(text.split("VmHWM:")[1].split()[0])

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and wait for the end; its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(DEADLINE)
        for reader in self._readers:
            reader.join(DEADLINE)
        return code
