"""The files by which systemd (Linux) and launchd (macOS) keep a watch running, as plain text."""

import plistlib
import unicodedata
from collections.abc import Callable, Sequence

from mdfollow.digest import digest
from mdfollow.pattern import pattern
from mdfollow.record import dataclass

SYSTEMD_FOLDER = ".config/systemd/user"
LAUNCHD_FOLDER = "Library/LaunchAgents"
_UNSAFE = pattern(r"[^a-z0-9]+")

UNIT = """\
[Unit]
Description=mdfollow watch on {described}
Documentation=man:mdfollow(1)
# A fault of our own (70) that comes back at every start is not tried again and again.
StartLimitIntervalSec=600
StartLimitBurst=5

[Service]
Type=notify
ExecStart={command}
ExecReload=kill -HUP $MAINPID
# Another watch on the vault (3) or settings that need a look (2) do not get better by trying again.
RestartPreventExitStatus=2 3
Restart=on-failure
RestartSec=10
WatchdogSec=120
TimeoutStartSec=300
TimeoutStopSec=10
Nice=10
NoNewPrivileges=yes
UMask=0077

[Install]
WantedBy=default.target
"""


@dataclass(frozen=True, slots=True)
class Service:
    """One vault's service: the name the system knows it by, where its file lies, what is in it."""

    name: str
    path: str
    """Relative to the home folder."""
    text: str
    install: tuple[tuple[str, ...], ...]
    """The commands that make the system take notice, in order; likewise to remove and look."""
    uninstall: tuple[tuple[str, ...], ...]
    status: tuple[str, ...]
    logs: tuple[str, ...]


def label(root: str) -> str:
    """A short name for a vault: its folder's name in plain letters and a digest of its path."""
    folder = root.rstrip("/").rpartition("/")[2]
    plain = unicodedata.normalize("NFKD", folder).encode("ascii", "ignore").decode().lower()
    words = _UNSAFE.sub("-", plain).strip("-")[:40] or "vault"
    return f"{words}-{digest(root)}"


def systemd(root: str, command: Sequence[str], logs: str = "") -> Service:
    """A unit of the user's own systemd; `command` starts the watch."""
    name = f"mdfollow-{label(root)}.service"
    line = " ".join(_quoted(word) for word in command)
    user = ("systemctl", "--user")
    return Service(
        name,
        f"{SYSTEMD_FOLDER}/{name}",
        UNIT.format(described=_one_line(root).replace("%", "%%"), command=line),
        ((*user, "daemon-reload"), (*user, "enable", "--now", name)),
        ((*user, "disable", "--now", name), (*user, "daemon-reload")),
        (*user, "status", "--no-pager", name),
        ("journalctl", "--user", "--no-pager", "--unit", name, "--lines", "200"),
    )


def launchd(root: str, command: Sequence[str], logs: str) -> Service:
    """An agent of the user's own launchd; `logs` is the file its lines go to."""
    name = f"io.mdfollow.{label(root)}"
    path = f"{LAUNCHD_FOLDER}/{name}.plist"
    value = {
        "Label": name,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 10,
        "ProcessType": "Background",
        "StandardOutPath": logs,
        "StandardErrorPath": logs,
    }
    text = plistlib.dumps(value, sort_keys=False).decode()
    return Service(
        name,
        path,
        text,
        (("launchctl", "load", "-w", f"~/{path}"),),
        (("launchctl", "unload", "-w", f"~/{path}"),),
        ("launchctl", "list", name),
        ("tail", "-n", "200", logs),
    )


SYSTEMS: dict[str, Callable[[str, Sequence[str], str], Service]] = {
    "linux": systemd,
    "darwin": launchd,
}


def _quoted(word: str) -> str:
    """A word of ExecStart= as systemd reads it: quotes, and nothing expanded."""
    safe = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    control = "".join(f"\\x{ord(char):02x}" if char < " " else char for char in safe)
    return f'"{control}"'


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)
