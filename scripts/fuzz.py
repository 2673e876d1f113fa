"""Feed targets of `tests/fuzz` with made-up bytes: `python -m scripts.fuzz SECONDS [TARGET ...]`.

With atheris (`pip install --group fuzz`) what is fed is guided by the branches it reaches; without
it, bytes are made of the corpus by chance. What breaks a law is kept in `.fuzz/`.
"""

import hashlib
import random
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.mutating import MOST, mutated
from tests.fuzz.targets import BYTES, EVERY, Target

FOUND = Path(".fuzz")
ATHERIS = """
import sys, atheris
with atheris.instrument_imports(include=["mdfollow"], enable_loader_override=False):
    from tests.fuzz.targets import EVERY
atheris.Setup([sys.argv[0], *sys.argv[2:]], EVERY[sys.argv[1]].check)
atheris.Fuzz()
"""


def guided(name: str, seconds: float) -> bool:
    """Fuzz one target with atheris in a process of its own; whether it held."""
    target, corpus = EVERY[name], FOUND / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = FOUND / f"{name}.words"
    rows = ("".join(f"\\x{byte:02x}" for byte in word) for word in target.words + BYTES)
    words.write_text("".join(f'"{row}"\n' for row in rows), encoding="ascii")
    options = {
        "max_total_time": int(seconds) + 1,
        "max_len": MOST,
        "timeout": 20,
        "dict": words,
        "artifact_prefix": f"{FOUND}/{name}-",
        "print_final_stats": 1,
        "verbosity": 1,
    }
    told = [f"-{option}={value}" for option, value in options.items()]
    command = [sys.executable, "-c", ATHERIS, name, *told, str(corpus)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stderr.splitlines()
    runs = next((line.split()[-1] for line in lines if "executed_units" in line), "0")
    print(f"{name}: {runs} inputs, {'sound' if done.returncode == 0 else 'BROKEN'}", flush=True)
    if done.returncode:
        print(done.stdout[-3000:], done.stderr[-3000:], sep="\n")
    return done.returncode == 0


def by_chance(name: str, seconds: float) -> bool:
    """Fuzz one target with bytes made of its corpus; whether it held."""
    target, end = EVERY[name], time.monotonic() + seconds
    chance, number = random.Random(), 0  # noqa: S311  # no secret hangs on it
    while time.monotonic() < end:
        number += 1
        if not _holds(name, target, mutated(target, chance)):
            return False
    print(f"{name}: {number} inputs, sound", flush=True)
    return True


def _holds(name: str, target: Target, data: bytes) -> bool:
    try:
        target.check(data)
    except Exception as error:  # whatever it is, the bytes that do it are what is looked for
        file = FOUND / f"{name}-{hashlib.sha256(data).hexdigest()[:16]}"
        file.write_bytes(data)
        print(f"{name}: BROKEN by {file}: {error!r}", flush=True)
        return False
    return True


def main(seconds: float, names: list[str]) -> int:
    """Share the time among the targets; how many of them broke."""
    FOUND.mkdir(exist_ok=True)
    names = names or list(EVERY)
    way = guided if find_spec("atheris") else by_chance
    return sum(not way(name, seconds / len(names)) for name in names)


if __name__ == "__main__":
    sys.exit(min(main(float(sys.argv[1]), sys.argv[2:]), 1))
