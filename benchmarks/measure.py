"""Running commands side by side: the least CPU and wall time of each over many rounds."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

sys.path.append(str(Path(__file__).resolve().parent.parent))  # for what the tests have already

TODAY = "2026-11-12"
MDFOLLOW = [sys.executable, "-m", "mdfollow"]


class Cost(NamedTuple):
    """Seconds of CPU and of the clock, and the largest size in MB."""

    cpu: float
    wall: float
    peak: float


def cost(command: list[str]) -> Cost:
    """What one run costs; its exit code does not matter."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def side_by_side(commands: dict[str, list[str]], rounds: int) -> dict[str, Cost]:
    """Run the commands in turn; the least of each, after one round to warm up."""
    series: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            series[name].append(cost(command))
    return {
        name: Cost(min(c.cpu for c in all_[1:]), min(c.wall for c in all_[1:]), all_[-1].peak)
        for name, all_ in series.items()
    }


def mdfollow(root: Path, *words: str) -> list[str]:
    return [*MDFOLLOW, "--vault", os.path.realpath(root), "--today", TODAY, *words]


def ripgrep(root: Path) -> list[str] | None:
    """`rg -l` over the vault, or None where it is not installed."""
    rg = shutil.which("rg")
    return [rg, "-l", "--no-ignore", "^type: interview", os.path.realpath(root)] if rg else None


def row(name: str, value: float, must: float, goal: float, unit: str = "x", note: str = "") -> None:
    """Print one row of the table in performance.md."""
    verdict = "goal" if value <= goal else "ok" if value <= must else "ABOVE"
    print(f"{name:<34} {value:8.2f}{unit:<3} must {must:g}, goal {goal:g}: {verdict}  {note}")


def skipped(name: str, why: str) -> None:
    """Print a row that cannot be measured here."""
    print(f"{name:<34} skipped: {why}")


def compiled() -> None:
    """An installed package has its bytecode; a fresh checkout must not be measured compiling."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([*MDFOLLOW, "rules"], stdout=subprocess.DEVNULL, check=False)
