"""P5 and P1: how long the command takes to say something, side by side with what it is held to.

    python benchmarks/startup.py [--sizes 10000] [--rounds 9] [--vaults DIR]

P5 holds `--version` and `--help` against `python -c pass`; P1 a whole `sync --check` of a vault
that is in sync against `rg -l` over the same notes. Prints ratios of one run only, the fastest
round of each. The vaults are those of scan.py, synced once.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scan import compare, make

TODAY = "2026-11-05"
MDFOLLOW = [str(Path(sys.executable).with_name("mdfollow"))]


def row(name: str, took: float, base: float, must: float, goal: float) -> str:
    ratio = took / base
    verdict = "goal" if ratio <= goal else "ok" if ratio <= must else "TOO SLOW"
    return f"{name}: {took * 1e3:.1f} ms = {ratio:.2f}x (must {must}, goal {goal}): {verdict}"


def startup(rounds: int) -> None:
    took = compare(
        {
            "pass": [sys.executable, "-c", "pass"],
            "version": [*MDFOLLOW, "--version"],
            "help": [*MDFOLLOW, "--help"],
        },
        rounds,
    )
    print(row("P5 --version", took["version"], took["pass"], 2, 1.3))
    print(row("P5 --help", took["help"], took["pass"], 3, 2))


def nothing_to_do(root: Path, size: int, rounds: int) -> None:
    rg = shutil.which("rg")
    if rg is None:
        sys.exit("ripgrep (rg) is what this is measured against; please install it.")
    files = os.path.realpath(root)
    sync = [*MDFOLLOW, "--vault", files, "--today", TODAY, "sync"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*sync, "--yes"], check=True, **quiet)
    took = compare(
        {
            "rg": [rg, "-l", "--no-ignore", "^type: interview", files],
            "check": ["sh", "-c", '"$@" 2>/dev/null', "sh", *sync, "--check"],
            "rules": ["sh", "-c", '"$@" 2>/dev/null', "sh", *MDFOLLOW, "rules", "TY-1"],
        },
        rounds,
    )
    must, goal = (2.5, 1.75) if size <= 10_000 else (1.8, 1.3)
    print(
        f"{size} notes: rg {took['rg'] * 1e3:.1f} ms, a small command {took['rules'] * 1e3:.1f} ms"
    )
    print(
        row(
            f"{'P1' if size <= 10_000 else 'P2'} sync --check",
            took["check"],
            took["rg"],
            must,
            goal,
        )
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--sizes", default="10000")
    arguments.add_argument("--rounds", type=int, default=9)
    arguments.add_argument("--vaults", help="keep the vaults in this folder")
    options = arguments.parse_args()
    # An installed package has its bytecode; a fresh checkout must not be measured compiling.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as bytecode:
        os.environ["PYTHONPYCACHEPREFIX"] = bytecode
        measure(options)


def measure(options: argparse.Namespace) -> None:
    startup(options.rounds)
    with tempfile.TemporaryDirectory() as fresh:
        for size in map(int, options.sizes.split(",")):
            root = Path(options.vaults or fresh) / f"vault-{size}"
            if not root.exists():
                make(root, size)
            nothing_to_do(root, size, options.rounds)


if __name__ == "__main__":
    main()
