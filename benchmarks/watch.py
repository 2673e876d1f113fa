"""P7 to P9: `mdfollow watch` on vaults of its own: how soon, at what cost idle, after a burst.

    python benchmarks/watch.py [--only P7,P8,P9] [--saves 25] [--seconds 60]

P7 gives times above the quiet time, from the end of a save to the rewritten note. P8 takes the
process's own CPU time and peak memory, of both vaults in the same minute. P9 counts from the end
of the burst; `lost` are notes whose last version was not handled. Each takes about two minutes.
"""

import argparse
import json
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from measure import compiled, row
from tests.watch.saves import Save, in_place, in_steps, like_vim, replaced, synced

TODAY = "2026-11-12"
QUIET = 0.3
"""Seconds; hers are two. Every one of hundreds of saves waits for it."""
LONGEST = 30.0
"""Seconds after which a save that is not answered is lost."""
NOTE = """\
---
company: Company {number}
role: Engineer
interview_date: 2026-11-10
format: onsite
decision: 2026-11-20
interviewers: Dana Kim, Sam Roe (recruiter)
---
# Company {number}

turn 0
{body}
"""
DAYS = (16, 17, 20, 23, 24, 25)
"""Days of which each moves the check-in to another one than the day before it."""
DECISION = re.compile(rb"decision: \d{4}-\d\d-\d\d")


def interview(number: int) -> bytes:
    return NOTE.format(number=number, body="words " * 40).encode()


STYLES: dict[str, Save] = {
    "in place": in_place,
    "in place, synced": synced,
    "replace": replaced,
    "like vim": like_vim,
    "in steps": in_steps,
}


class Watch:
    """The command on a vault, its lines read on demand."""

    def __init__(self, root: Path, *options: str) -> None:
        command = [sys.executable, "-m", "mdfollow", "--vault", str(root), "watch"]
        self.process = subprocess.Popen(
            [*command, "--today", TODAY, "--log-format", "json", *options],
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
        )
        while self.line()["event"] != "watching":
            pass

    def line(self) -> dict[str, str]:
        assert self.process.stdout is not None
        found: dict[str, str] = json.loads(self.process.stdout.readline())
        return found

    def cpu(self) -> float:
        """Seconds of CPU used so far, by the scheduler's own account."""
        return int(Path(f"/proc/{self.process.pid}/schedstat").read_text().split()[0]) / 1e9 + sum(
            int((each / "schedstat").read_text().split()[0]) / 1e9
            for each in Path(f"/proc/{self.process.pid}/task").iterdir()
            if each.name != str(self.process.pid)
        )

    def peak(self) -> float:
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(text.split("VmHWM:")[1].split()[0]) / 1024

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate()


def p7(saves: int, notes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for number in range(notes):
            (root / f"n{number}.md").write_bytes(interview(number))
        watch = Watch(root, "--quiet-time", str(QUIET))
        file, total, turns = root / "n0.md", [], 0
        used = watch.cpu()
        for name, save in STYLES.items():
            times = []
            for _ in range(saves):
                day = b"decision: 2026-11-%d" % DAYS[turns % len(DAYS)]
                turns += 1
                data = DECISION.sub(day, file.read_bytes(), count=1)
                data = re.sub(rb"(?m)^turn.*$", b"turn %d" % turns, data)
                save(file, data)
                began = time.perf_counter()
                while file.stat().st_size == len(data) and file.read_bytes() == data:
                    assert time.perf_counter() - began < LONGEST, "it was not rewritten"
                    time.sleep(0.0002)
                times.append(time.perf_counter() - began - QUIET)
                watch.line()
            total += times
            print(f"  {name:<17} {figures(times)}")
        print(f"  CPU a save        {(watch.cpu() - used) / turns * 1e3:5.2f} ms")
        watch.stop()
        ordered = sorted(total)
        row(f"P7 median, {notes} interview notes", statistics.median(ordered) * 1e3, 5, 2, "ms")
        row(
            f"P7 p99, {notes} interview notes", ordered[len(ordered) * 99 // 100] * 1e3, 20, 8, "ms"
        )


def figures(times: list[float]) -> str:
    ordered = sorted(times)
    last = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"median {statistics.median(ordered) * 1e3:5.2f} ms, p99 {last * 1e3:5.2f} ms"


def folders_and_notes(root: Path, folders: int) -> None:
    """A vault of so many folders, every fiftieth with an interview note that has its plan."""
    for number in range(folders):
        inner = root / f"area{number % 20}" / f"folder{number}"
        inner.mkdir(parents=True)
        (inner / "note.md").write_bytes(b"---\ntags: [x]\n---\nwords\n")
        if number % 50 == 0:
            (inner / "interview.md").write_bytes(interview(number))
    command = [sys.executable, "-m", "mdfollow", "--vault", str(root), "sync", "--yes"]
    command += ["--today", TODAY]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def p8(sizes: tuple[int, ...], seconds: float) -> None:
    with ExitStack() as held:
        watches = []
        for folders in sizes:
            root = Path(held.enter_context(tempfile.TemporaryDirectory())).resolve()
            folders_and_notes(root, folders)
            watches.append(Watch(root))
        used = [watch.cpu() for watch in watches]
        time.sleep(seconds)
        for folders, watch, before in zip(sizes, watches, used, strict=True):
            share = (watch.cpu() - before) / seconds
            row(f"P8 idle CPU, {folders} folders", share * 100, 0.1, 0.01, "%")
            row(f"P8 peak memory, {folders} folders", watch.peak(), 40, 30, "MB")
            watch.stop()


def p9_checkout(files: int) -> None:
    """Replace every file at once; one in fifty is an interview note with another date."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for number in range(files):
            inner = root / f"folder{number % 50}"
            inner.mkdir(exist_ok=True)
            is_note = number % 50 == 0
            data = interview(number) if is_note else b"---\ntags: [x]\n---\nwords\n"
            (inner / f"n{number}.md").write_bytes(data)
        watch = Watch(root, "--quiet-time", "2")
        new = b"decision: 2026-11-25"
        for number in range(files):
            file = root / f"folder{number % 50}" / f"n{number}.md"
            replaced(file, DECISION.sub(new, file.read_bytes(), count=1) + b"more\n")
        end = time.perf_counter()
        notes = [root / f"folder{n % 50}" / f"n{n}.md" for n in range(0, files, 50)]
        took, lost = handled(notes, b"due=2026-11-30", end)
        row(f"P9 {files} files replaced", took, 4, 2.2, "s", f"quiet time 2 s; {lost} lost")
        began = time.perf_counter()
        watch.stop()
        row("P9 SIGTERM answered", time.perf_counter() - began, 1, 0.2, "s")


def p9_saves(saves: int, notes: int) -> None:
    """Temp + rename saves of a few notes, one after another without a pause."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        files = [root / f"n{number}.md" for number in range(notes)]
        for number, file in enumerate(files):
            file.write_bytes(interview(number))
        watch = Watch(root, "--quiet-time", "2")
        texts = [file.read_bytes() for file in files]
        for turn in range(saves):
            at = turn % notes
            day = b"decision: 2026-11-%02d" % (25 if turn >= saves - notes else 16 + turn % 5)
            replaced(files[at], DECISION.sub(day, texts[at], count=1))
        end = time.perf_counter()
        took, lost = handled(files, b"due=2026-11-30", end)
        row(f"P9 {saves} saves", took, 4, 2.2, "s", f"quiet time 2 s; {lost} lost")
        watch.stop()


def handled(notes: list[Path], mark: bytes, end: float) -> tuple[float, int]:
    """Wait until every note carries the mark: seconds since `end`, and how many never did."""
    waiting = set(notes)
    took = 0.0
    while waiting and time.perf_counter() - end < 60:
        for file in list(waiting):
            if mark in file.read_bytes():
                waiting.discard(file)
                took = time.perf_counter() - end
        time.sleep(0.005)
    return took, len(waiting)


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--only", default="P7,P8,P9")
    arguments.add_argument("--saves", type=int, default=25)
    arguments.add_argument("--seconds", type=float, default=60)
    options = arguments.parse_args()
    wanted = set(options.only.split(","))
    compiled()
    if "P7" in wanted:
        for notes in (1, 200, 1000):
            p7(options.saves, notes)
    if "P8" in wanted:
        p8((1_400, 10_400), options.seconds)
    if "P9" in wanted:
        p9_checkout(5_000)
        p9_saves(19_400, 20)


if __name__ == "__main__":
    main()
