"""Whether the tests would notice: small mistakes in the code, each against the tests it concerns.

`python -m scripts.mutants COUNT [SEED]` tries so many, picked by chance but the same for a seed;
what no test noticed is listed, unless decision 0230 explains it. Then every rule and law is
looked for: at least one mistake must be noticed by a test that has its name.

The tests are collected once. A first run notes which of them call which function; then each mistake
is made in a process forked off, by giving the function its changed code, and only the tests that
call it are run: first those that call little else.
"""

import builtins
import json
import os
import random
import re
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from scripts.mutant_code import SOURCE, forget, put_in, spoil
from scripts.mutant_operators import Mutant, mutants, telling

from mdfollow.etiquette.rules import RULES

EXPLAINED = Path("docs/decisions/0230-looking-for-what-nobody-thought-of.md")
TESTS: dict[str, tuple[str, ...]] = {
    "etiquette/": ("tests/etiquette/", "tests/merge/test_over", "tests/merge/test_decision"),
    "sync/merge.py": ("tests/merge/", "tests/laws/", "tests/pages/"),
    "sync/merging.py": ("tests/merge/", "tests/laws/", "tests/pages/"),
    "sync/proof.py": ("tests/merge/", "tests/laws/", "tests/pages/"),
    "vault/store.py": ("tests/vault/",),
    "vault/write.py": ("tests/vault/",),
}
"""What is changed, and the tests that are to notice."""
WORDS: dict[str, tuple[str, ...]] = {
    "letters/": ("tests/letters/test_facts", "tests/letters/test_letters"),
    "interview/detect.py": ("tests/interview/test_evidence",),
    "views/responsiveness.py": ("tests/views/test_responsiveness",),
}
"""Where rules of words and of views are kept: changed to see whether a test of a rule notices."""
UNKIND = {"TONE-1": "They are late.", "TONE-2": "They still haven't answered."}
"""Rules of kind words, and what must not stand in the plans' own."""
LAWS = {
    "law 1, preservation": "test_preservation|test_removal|law_1|only_adds",
    "law 2, idempotence": "test_idempotence|test_a_second_sync_writes_nothing|law_2",
    "law 3, the user wins": "test_row_|test_merge|law_3",
    "law 4, convergence": "test_machines|test_copies|test_two_copies|test_page_machines|law_4",
    "law 5, purity": "decides_nothing|law_5|today_changes|order_of_notes",
    "law 6, proof": "test_proof|test_page_proof|law_6",
    "law 7, one bad note": "test_bad_notes|law_7",
    "W07": "w07",
    "W08": "w08",
    "W26": "w26",
}
"""Laws and faults, and how the tests that have their names are called."""
BUDGET = 15
"""Seconds of processor time for the tests of one mistake."""
SPARE = 5
"""Seconds of processor time beyond four times what its tests took, and then a mistake hangs."""
CALLED = "_mutants_called"
"""What every function calls in the first run."""
SLOW = re.compile("test_families|test_growth|test_lean|test_start|test_names")
"""Tests that take long and say little of single places."""


def files() -> dict[str, tuple[str, ...]]:
    """Every module that is changed, with its tests."""
    return {
        str(file.relative_to(SOURCE)): tests
        for part, tests in (TESTS | WORDS).items()
        for file in sorted(SOURCE.glob(part + "*.py" if part.endswith("/") else part))
    }


class Trial:
    """Runs instead of the tests: them once, then some of them again with each mistake."""

    def __init__(self, count: int, seed: int) -> None:
        self.count, self.chance = count, random.Random(seed)  # noqa: S311
        self.failed: list[str] = []
        self.calls: dict[str, list[str]] = {}
        self.reach: Counter[str] = Counter()
        self.took: dict[str, float] = {}
        self.items: dict[str, pytest.Item] = {}
        self.survived: list[Mutant] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what fails."""
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The whole of it."""
        wanted = tuple(test for tests in files().values() for test in tests)
        self.items = {
            item.nodeid: item
            for item in session.items
            if item.nodeid.startswith(wanted)
            and not SLOW.search(item.nodeid)
            and not item.get_closest_marker("client")
        }
        for file in files():  # what is imported late must be there to be changed
            import_module("mdfollow." + file.removesuffix(".py").replace("/", "."))
        answer = in_fork(self.first_run, seconds=3600)
        self.took = answer["took"]
        self.calls = answer["calls"]
        self.reach = Counter(test for tests in self.calls.values() for test in tests)
        for test in answer["failed"]:
            say(f"fails without any mistake, left out: {test}")
            self.items.pop(test, None)
        pool = [each for file in files() for each in mutants(file, (SOURCE / file).read_text())]
        explained = EXPLAINED.read_text(encoding="utf-8") if EXPLAINED.exists() else ""
        pool = [each for each in pool if f"`{each.key}`" not in explained]
        tried = [each for each in pool if each.file.startswith(tuple(TESTS))]
        picked = self.chance.sample(tried, min(self.count, len(tried)))
        died = sum(self.dies(each) for each in picked)
        say(f"{died} of {len(picked)} mistakes were noticed")
        unnamed = [name for name, called in named().items() if not self.has_one(name, called, pool)]
        say(f"without a mistake that a test of its name notices: {', '.join(unnamed) or 'none'}")
        return True

    def dies(self, mutant: Mutant) -> bool:
        """Whether a test notices."""
        folders = files()[mutant.file]
        tests = self.tests_of(mutant, lambda test: test.startswith(folders))
        noticed = self.attempt(partial(put_in, mutant.file, mutant.tree()), tests)
        if not noticed:
            self.survived.append(mutant)
            say(f"not noticed: {mutant.file}:{mutant.line} `{mutant.key}`")
        return bool(noticed)

    def has_one(self, name: str, called: str, pool: Sequence[Mutant]) -> bool:
        """Whether some mistake is noticed by a test that is called like that."""
        pattern = re.compile(called, re.IGNORECASE)
        mine = [test for test in self.items if pattern.search(test)]
        if words := UNKIND.get(name):
            noticed = self.attempt(partial(spoil, words), mine)
            say(f"{name}: `{words}` dies by {noticed or 'nothing'}")
            return noticed in mine
        reached = {place for place, tests in self.calls.items() if not set(mine).isdisjoint(tests)}
        fitting = [each for each in pool if each.place in reached]
        for mutant in self.chance.sample(fitting, min(40, len(fitting))):
            tests = self.tests_of(mutant, lambda test: pattern.search(test) is not None)
            if (
                noticed := self.attempt(partial(put_in, mutant.file, mutant.tree()), tests)
            ) in tests:
                say(f"{name}: `{mutant.key}` dies by {noticed}")
                return True
        return False

    def tests_of(self, mutant: Mutant, fits: Callable[[str], bool]) -> list[str]:
        """The tests that call the function and fit: first those that call little else."""
        calling = self.calls.get(mutant.place, list(self.items))
        mine = [test for test in calling if test in self.items and fits(test)]
        mine.sort(key=lambda test: (self.reach[test], self.took.get(test, 0.0)))
        before = accumulate((self.took.get(test, 0.0) for test in mine), initial=0.0)
        return [test for test, seconds in zip(mine, before, strict=False) if seconds < BUDGET]

    def attempt(self, mistake: Callable[[], None], tests: Sequence[str]) -> str:
        """The test that notices a mistake, or what ends it; empty if nothing does."""
        if not tests:
            return ""

        def run() -> str:
            mistake()
            return self.first_failing(tests)

        spent = 4 * sum(self.took.get(test, 0.0) for test in tests) + SPARE
        answer = in_fork(run, seconds=spent)
        return "the time it takes" if answer is None else str(answer)

    def first_failing(self, tests: Iterable[str]) -> str:
        """Run tests until one fails; which."""
        self.failed.clear()
        for test in tests:
            item = self.items[test]
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if self.failed:
                return self.failed[0]
        return ""

    def first_run(self) -> dict[str, Any]:
        """Which tests call which functions, how long each takes, and what fails anyway."""
        calls: dict[str, set[str]] = {}
        current = ""
        setattr(builtins, CALLED, lambda place: calls.setdefault(place, set()).add(current))
        for file in files():
            put_in(file, telling(file, (SOURCE / file).read_text(encoding="utf-8"), CALLED))
        before = ""
        for current, item in self.items.items():
            if (test := current.partition("[")[0]) != before:
                forget(item.module)  # what it would get from a test before is reached by it, too
                before = test
            begin = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            self.took[current] = time.process_time() - begin
        rows = {place: sorted(tests) for place, tests in calls.items()}
        return {"calls": rows, "took": self.took, "failed": self.failed}


def named() -> dict[str, str]:
    """Every rule, law and fault with the names of its tests; that a rule can be read is not one."""
    ids = {rule.id: rule.id.replace("-", "_") for rule in RULES}
    rules = {
        name: rf"(?<!_is_readable)\[{name}\b|::test_(?:[a-z]+_\d_)*{id_}_"
        for name, id_ in ids.items()
    }
    return {**rules, **LAWS}


def in_fork(act: Any, seconds: float) -> Any:
    """What `act` gives in a process of its own; None if it takes longer or dies."""
    back, forth = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.setpgid(0, 0)
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        limit = int(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        with os.fdopen(forth, "w") as out:
            json.dump(act(), out)
        os._exit(0)
    os.close(forth)
    told = ""
    signal.alarm(int(seconds * 10) + 60)
    with suppress(TimeoutError), os.fdopen(back) as answer:
        told = answer.read()
    signal.alarm(0)
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return json.loads(told) if told else None


def say(text: str) -> None:
    """One line, at once."""
    os.write(2, f"{text}\n".encode())


def too_late(*_: object) -> None:
    """A process that waits for ever is ended."""
    raise TimeoutError


def main(count: int, seed: int = 1) -> int:
    """Try so many mistakes; how many were not noticed."""
    signal.signal(signal.SIGALRM, too_late)
    trial = Trial(count, seed)
    folders = sorted({test.rpartition("/")[0] for tests in files().values() for test in tests})
    absent = ("terminal", "cacheprovider", "faulthandler")
    options = ["-o", "addopts=", "-s", *(f"-pno:{plugin}" for plugin in absent)]
    pytest.main([*options, *folders], plugins=[trial])
    return len(trial.survived)


if __name__ == "__main__":
    sys.exit(min(main(*map(int, sys.argv[1:])), 1))
