"""`mdfollow service`: let the system keep a watch on a vault running."""

import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.problem import MdfollowError
from mdfollow.views.shown import shown_path
from mdfollow.watch.units import SYSTEMS, Service

ACTIONS = ("install", "uninstall", "status", "logs")
LOGS = "Library/Logs/mdfollow.log"


def arguments(parser: Parser) -> None:
    """Add what `service` takes."""
    parser.add_argument("action", choices=ACTIONS, help=", ".join(ACTIONS))
    parser.add_argument(
        "--print",
        dest="only_print",
        action="store_true",
        help="show the file and the commands, and do nothing",
    )


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session = chosen.session(args, console)
    home = Path(console.env.get("HOME") or Path.home())
    service = service_of(session.root, home)
    if args.only_print:
        _show(service, args.action, home, console)
        return Exit.DONE
    if args.action == "install":
        return _install(service, home, console)
    if args.action == "uninstall":
        return _uninstall(service, home, console)
    line = service.status if args.action == "status" else service.logs
    return Exit.DONE if _do([line], home, console) else Exit.FINDINGS


def service_of(root: str, home: Path, system: str = sys.platform) -> Service:
    """The service for the vault at `root`; raises MdfollowError where there is none."""
    make = SYSTEMS.get(system)
    if make is None:
        raise MdfollowError("there is no service for this system yet; `mdfollow watch` runs alone.")
    command = [sys.executable, "-m", "mdfollow", "--vault", root, "watch"]
    return make(root, command, str(home / LOGS))


def _commands(service: Service, action: str) -> Sequence[Sequence[str]]:
    return {
        "install": service.install,
        "uninstall": service.uninstall,
        "status": (service.status,),
        "logs": (service.logs,),
    }[action]


def _show(service: Service, action: str, home: Path, console: Console) -> None:
    if action == "install":
        console.say(f"# {shown_path(str(home / service.path))}")
        console.data(service.text)
    for line in _commands(service, action):
        console.say("# " + " ".join(line))


def _install(service: Service, home: Path, console: Console) -> Exit:
    file = home / service.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(service.text, encoding="utf-8", errors="surrogateescape")
    if not _do(service.install, home, console):
        console.say(f"{shown_path(str(file))} is written, but the system did not start it.")
        return Exit.FINDINGS
    console.say(
        f"{service.name} watches the vault from now on; `mdfollow service logs` shows what it "
        "did, `mdfollow service uninstall` ends it."
    )
    return Exit.DONE


def _uninstall(service: Service, home: Path, console: Console) -> Exit:
    file = home / service.path
    if not file.exists():
        console.say("There is no service for this vault, so there is nothing to take out.")
        return Exit.DONE
    first, *rest = service.uninstall
    _do([first], home, console)
    file.unlink()
    _do(rest, home, console)
    console.say(f"{service.name} is taken out; the notes stay as they are.")
    return Exit.DONE


def _do(lines: Sequence[Sequence[str]], home: Path, console: Console) -> bool:
    """Run the system's own commands; whether all went well."""
    for line in lines:
        program = shutil.which(line[0])
        if program is None:
            raise MdfollowError(
                f"this system has no `{line[0]}`; `mdfollow service install --print` shows what "
                "would be set up, and `mdfollow watch` runs without it."
            )
        words = [word.replace("~", str(home), 1) if word[:2] == "~/" else word for word in line]
        ran = subprocess.run(  # noqa: S603  # a fixed command of the system
            [program, *words[1:]], check=False, capture_output=True, text=True
        )
        console.data(ran.stdout)
        if ran.stderr:
            console.say(ran.stderr.rstrip())
        if ran.returncode:
            return False
    return True
