"""P1 to P3: the walk against `rg` on vaults of 1,000, 10,000 and 100,000 notes, side by side.

    python benchmarks/scan.py [--sizes 1000,10000] [--rounds 9] [--vaults DIR]

Prints ratios of one run only; times of different runs or machines say nothing. The vaults are made
from a fixed seed, so every machine measures the same notes; the fastest round counts, for the
others measure what else the machine was doing.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = ("meeting", "plan", "team", "notes", "draft", "coffee", "project", "idea", "list", "book")
SCAN = """
import sys
from mdfollow.settings import Settings
from mdfollow.vault.notes import walk
def accepts(path, head):
    end = head.find(b"\\n---", 3) if head[:3] == b"---" else 0
    return b"company" in head[:end] and b"interview" in head[:end]
print(sum(1 for _ in walk(sys.argv[1], Settings(), accepts)))
"""
IDLE = "import sys\nfrom mdfollow.vault.notes import walk"


def prose(chance: random.Random, size: int) -> str:
    lines = []
    while size > 0:
        line = " ".join(chance.choices(WORDS, k=12)) + "."
        lines.append(line)
        size -= len(line) + 1
    return "\n".join(lines) + "\n"


def note(chance: random.Random, number: int) -> str:
    """2 % interviews, 57 % other frontmatter, the rest plain; about 6.6 KB each."""
    body = f"# Note {number}\n\n" + prose(chance, chance.randint(200, 13_000))
    kind = chance.random()
    if kind < 0.02:
        skills = "".join(f"  - {prose(chance, 60).strip()}\n" for _ in range(chance.randint(4, 25)))
        head = f"company: Company {number}\ninterview_date: 2026-11-03\nskills:\n{skills}"
        return f"---\ntype: interview\n{head}---\n{body}"
    if kind < 0.59:
        return f"---\ntags: [{chance.choice(WORDS)}]\ncreated: 2026-01-02\n---\n{body}"
    return body


def make(root: Path, size: int) -> None:
    """Write a vault of `size` notes with folders, Org files and what else lies in a vault."""
    chance = random.Random(size)
    folders = [root / f"area{n % 20}" / f"folder{n}" for n in range(max(1, size * 41 // 1000))]
    for folder in folders:
        folder.mkdir(parents=True)
    for number in range(size):
        ending = "org" if chance.random() < 0.02 else "md"
        file = chance.choice(folders) / f"note {number}.{ending}"
        file.write_text(note(chance, number), encoding="utf-8")
    for hidden in (".git/objects", ".obsidian/plugins/some", "attachments"):
        (root / hidden).mkdir(parents=True)
        for number in range(size // 20):
            (root / hidden / f"{number}.png").write_bytes(b"\x89PNG" * 100)


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def compare(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Time the commands in turn, `rounds` times; the fastest of each, in seconds."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return {name: min(series[1:]) for name, series in times.items()}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--sizes", default="1000,10000")
    arguments.add_argument("--rounds", type=int, default=9)
    arguments.add_argument("--vaults", help="keep the vaults in this folder")
    options = arguments.parse_args()
    rg = shutil.which("rg")
    if rg is None:
        sys.exit("ripgrep (rg) is what this is measured against; please install it.")
    with tempfile.TemporaryDirectory() as fresh:
        base = Path(options.vaults or fresh)
        walks: dict[int, float] = {}
        for size in map(int, options.sizes.split(",")):
            root = base / f"vault-{size}"
            if not root.exists():
                make(root, size)
            files = os.path.realpath(root)
            took = compare(
                {
                    "rg": [rg, "-l", "--no-ignore", "^type: interview", files],
                    "scan": [sys.executable, "-c", SCAN, files],
                    "idle": [sys.executable, "-c", IDLE],
                },
                options.rounds,
            )
            walks[size] = took["scan"] - took["idle"]
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(
                f"{size:>7} notes: rg {took['rg'] * 1e3:.1f} ms, scan {took['scan'] * 1e3:.1f} ms"
                f" = {took['scan'] / took['rg']:.2f}x rg; the walk alone"
                f" {walks[size] / size * 1e6:.1f} us a note; largest process {peak:.0f} MB"
            )
        sizes = sorted(walks)
        if len(sizes) == 3:
            small, middle, large = (walks[size] for size in sizes)
            print(f"growth (P3): {(large - middle) / (middle - small):.1f}, ideal 10")


if __name__ == "__main__":
    main()
