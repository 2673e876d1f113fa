"""P1, P1a, P1b, P2, P4, P5, P10, P11, P12: whole commands, side by side in one run.

    python benchmarks/sync.py [--rounds 7] [--large] [--vaults DIR] [--only P1,P5]

Prints ratios of the least CPU time of each command; figures of different runs or machines say
nothing beside each other. `--large` adds P2 (100,000 notes, minutes to make).
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import vaults
from measure import MDFOLLOW, compiled, cost, mdfollow, ripgrep, row, side_by_side, skipped

PEER = """
import os, sys
import frontmatter
from markdown_it import MarkdownIt
parser = MarkdownIt()
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".md"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                parser.parse(frontmatter.load(file).content)
"""
AGENDA = """
(progn (require 'org-agenda) (setq org-agenda-files (directory-files "{}" t "\\\\.org$"))
 (org-agenda-list))
"""
BIG = "import sys\nfrom markdown_it import MarkdownIt\nMarkdownIt().parse(open(sys.argv[1]).read())"


def against_ripgrep(base: Path, rounds: int, size: int, interviews: int, name: str) -> None:
    limits = {"P1": (8, 5), "P1a": (3, 2), "P2": (8, 4)}
    root = vaults.make(base / f"{size}-{interviews}", size, interviews)
    rg = ripgrep(root)
    if rg is None:
        skipped(name, "ripgrep (rg) is not installed")
        return
    took = side_by_side({"rg": rg, "check": mdfollow(root, "sync", "--check")}, rounds)
    must, goal = limits[name]
    note = f"rg {took['rg'].cpu * 1e3:.0f} ms, ours {took['check'].cpu * 1e3:.0f} ms of CPU"
    row(
        f"{name} sync --check against rg", took["check"].cpu / took["rg"].cpu, must, goal, "x", note
    )
    row(f"{name} by the clock", took["check"].wall / took["rg"].wall, must, goal)
    if name == "P2":
        row("P2 peak memory", took["check"].peak, 150, 80, "MB")


def p1(base: Path, rounds: int) -> None:
    against_ripgrep(base, rounds, 10_000, 200, "P1")


def p1a(base: Path, rounds: int) -> None:
    against_ripgrep(base, rounds, 10_000, 0, "P1a")


def p2(base: Path, rounds: int) -> None:
    against_ripgrep(base, max(rounds // 3, 1), 100_000, 2_000, "P2")


def p1b(base: Path, rounds: int) -> None:
    """What each planned note costs beside the others: the slope over 0, 200 and 1,000."""
    sizes = (0, 200, 1000)
    roots = {n: vaults.make(base / f"1000-{n}", 1000, n) for n in sizes}
    commands = {str(n): mdfollow(root, "sync", "--check") for n, root in roots.items()}
    took = side_by_side(commands, rounds)
    for few, many in ((0, 200), (200, 1000)):
        slope = (took[str(many)].cpu - took[str(few)].cpu) / (many - few) * 1e3
        row(f"P1b a planned note, {few} to {many}", slope, 2, 1, "ms")


def p4(base: Path, rounds: int) -> None:
    """The first sync of 200 notes, less what the same notes cost once they are planned."""
    chance = vaults.random.Random(4)
    texts = [vaults.interview(chance, number) for number in range(200)]
    costs = []
    for _ in range(rounds):
        root = Path(tempfile.mkdtemp(dir=base))
        for number, text in enumerate(texts):
            (root / f"{number}.md").write_text(text, encoding="utf-8")
        first = cost(mdfollow(root, "sync", "--yes"))
        rules = cost([*MDFOLLOW, "rules", "TY-1"])
        costs.append((first.wall - rules.wall) / 200 * 1e3)
        shutil.rmtree(root)
    row("P4 a first sync, each note", min(costs), 4, 2, "ms")


def p5(base: Path, rounds: int) -> None:
    root = vaults.make(base / "1-1", 1, 1)
    took = side_by_side(
        {
            "pass": [sys.executable, "-c", "pass"],
            "version": [*MDFOLLOW, "--version"],
            "help": [*MDFOLLOW, "--help"],
            "sync": mdfollow(root, "sync"),
        },
        rounds * 2,
    )
    for name, must, goal in (("version", 2, 1.3), ("help", 3, 2), ("sync", 9, 6)):
        row(f"P5 {name} against `-c pass`", took[name].cpu / took["pass"].cpu, must, goal)


def p10(base: Path, rounds: int) -> None:
    """How much faster than a parser on every note, and than Emacs on Org files."""
    root = vaults.make(base / "10000-200", 10_000, 200)
    peer = cost([sys.executable, "-c", PEER, str(root)]).cpu
    ours = min(cost(mdfollow(root, "sync", "--check")).cpu for _ in range(rounds))
    print(f"{'P10 faster than parsing every note':<34} {peer / ours:8.1f}x  must 10, goal 30")
    emacs = shutil.which("emacs")
    if emacs is None:
        skipped("P10 faster than org-agenda", "emacs is not installed")
        return
    files = base / "org300"
    if not files.exists():
        files.mkdir()
        for number in range(300):
            text = f"* Company {number} :interview:\n:PROPERTIES:\n:COMPANY: Company {number}\n"
            text += ":INTERVIEW_DATE: 2026-11-10\n:INTERVIEWERS: Dana Kim\n:END:\nWords.\n"
            (files / f"{number}.org").write_text(text, encoding="utf-8")
        vaults.planned(files)
    agenda = cost([emacs, "--batch", "-Q", "--eval", AGENDA.format(files)]).cpu
    ours = min(cost(mdfollow(files, "agenda")).cpu for _ in range(rounds))
    print(f"{'P10 faster than org-agenda':<34} {agenda / ours:8.1f}x  must 10, goal 30")


def p11(base: Path, rounds: int) -> None:
    root = vaults.search(base / "search", 150, 3, 2000)
    commands = {name: mdfollow(root, name) for name in ("agenda", "plan", "check")}
    for name, took in side_by_side(commands, rounds).items():
        row(f"P11 {name}, 450 interviews", took.wall, 0.5, 0.25, "s")


def p12(base: Path, rounds: int) -> None:
    """A note of nearly 2 MiB with a plan and 20,000 tasks of hers, against reading it once."""
    folder = base / "big"
    file = folder / "big.md"
    if not folder.exists():
        folder.mkdir()
        chance = vaults.random.Random(12)
        tasks = "".join(f"- [ ] a task of hers, number {number}\n" for number in range(20_000))
        text = vaults.interview(chance, 1) + tasks + vaults.prose(chance, 1_200_000)
        file.write_text(text, encoding="utf-8")
        vaults.planned(folder)
    idle = [sys.executable, "-c", "import markdown_it"]
    took = side_by_side(
        {
            "idle": idle,
            "read": [sys.executable, "-c", BIG, str(file)],
            "rules": [*MDFOLLOW, "rules", "TY-1"],
            "sync": mdfollow(folder, "sync", "--check"),
        },
        max(rounds // 2, 1),
    )
    read, ours = took["read"].cpu - took["idle"].cpu, took["sync"].cpu - took["rules"].cpu
    row("P12 a big note against markdown-it", ours / read, 3, 1)


ROWS = {"P1": p1, "P1a": p1a, "P1b": p1b, "P4": p4, "P5": p5, "P10": p10, "P11": p11, "P12": p12}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--large", action="store_true", help="P2, too")
    arguments.add_argument("--vaults", help="keep the vaults in this folder")
    arguments.add_argument("--only", default="", help="these rows, parted by commas")
    options = arguments.parse_args()
    compiled()
    rows = ROWS | ({"P2": p2} if options.large else {})
    wanted = options.only.split(",") if options.only else list(rows)
    with tempfile.TemporaryDirectory() as fresh:
        base = Path(options.vaults or fresh)
        base.mkdir(parents=True, exist_ok=True)
        for name in wanted:
            rows[name](base, options.rounds)


if __name__ == "__main__":
    main()
