"""P7a and P3: one changed note among many in a warm process, and how calls grow.

python benchmarks/save.py [--rounds 30] [--sizes 100,1000]
"""

import argparse
import gc
import random
import sys
import time
from collections import Counter
from datetime import date
from statistics import median
from types import FrameType

import vaults
from measure import row
from tests.laws.many import one_org_file

from mdfollow.sync.engine import sync
from mdfollow.sync.memory import Memory
from mdfollow.sync.result import Note, Vault

DAY = date(2026, 11, 12)


def markdown(number: int) -> list[Note]:
    chance = random.Random(1)
    texts = (vaults.interview(chance, each) for each in range(number))
    return [Note(f"n{each:05}.md", text.encode()) for each, text in enumerate(texts)]


def planned(notes: list[Note], memory: Memory | None = None) -> list[Note]:
    return [Note(each.path, each.new) for each in sync(notes, Vault(), DAY, memory)]


def p7a(size: int, rounds: int) -> None:
    """CPU from the bytes of a save to the note's new bytes, all others as they were."""
    memory = Memory()
    notes = planned(markdown(size), memory)
    sync(notes, Vault(), DAY, memory)
    gc.freeze()  # as a watch does once all is planned
    times = []
    for turn in range(rounds):
        at = turn * 37 % size
        day = b"decision: 2026-11-%d" % (25 + turn % 4)
        changed = notes[at].data.replace(notes[at].data.split(b"\n")[6], day, 1)
        notes[at] = Note(notes[at].path, changed)
        began = time.process_time()
        reports = sync(notes, Vault(), DAY, memory)
        times.append((time.process_time() - began) * 1e3)
        written = {each.path: Note(each.path, each.new) for each in reports if each.changed}
        notes = [written.get(note.path, note) for note in notes]
    row(f"P7a one save among {size}", median(times), 10, 5, "ms", f"worst {max(times):.1f} ms")


def calls(notes: list[Note]) -> Counter[str]:
    """Calls of our functions in a run with nothing to do."""
    found: Counter[str] = Counter()
    names = {
        "plan.py": {"plan": "plans"},
        "claims.py": {"mint": "claims"},
        "new_draft.py": {"draft": "renderings"},
        "pages.py": {"open_page": "parses"},
    }

    def heard(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and "mdfollow" in frame.f_code.co_filename:
            found["all"] += 1
            file = frame.f_code.co_filename.rpartition("/")[2]
            if name := names.get(file, {}).get(frame.f_code.co_name):
                found[name] += 1

    sys.setprofile(heard)
    sync(notes, Vault(), DAY)
    sys.setprofile(None)
    return found


def p3(size: int) -> None:
    for kind in (markdown, one_org_file):
        few, many = calls(planned(kind(size))), calls(planned(kind(2 * size)))
        for name in sorted(many):
            if few[name] > 1:
                growth = many[name] / few[name]
                row(f"P3 {name}, {kind.__name__.replace('_', ' ')}", growth, 2.1, 2.0)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=30)
    arguments.add_argument("--sizes", default="100,1000")
    options = arguments.parse_args()
    for size in map(int, options.sizes.split(",")):
        p7a(size, options.rounds)
    p3(50)


if __name__ == "__main__":
    main()
