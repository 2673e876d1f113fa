"""Which lines of a note are hers, and whether a sync left every one of them alone."""

import re
from collections.abc import Iterable


class Ledger:
    """Remembers every line a sync has written; all other lines are hers, edited ones too."""

    def __init__(self) -> None:
        self.written: set[bytes] = set()

    def compare(self, before: bytes, after: bytes) -> None:
        """Her lines are the same, in the same order; what is new is ours from now on."""
        old, new = lines(before), lines(after)
        fresh = set(new) - set(old)
        self.written |= fresh
        hers = [line for line in old if self.is_hers(line)]
        moved = [line for line in hers if line not in new]
        left = [
            line for line in new if self.is_hers(line) or (line in fresh and _followed(line, moved))
        ]
        assert len(hers) == len(left), (hers, left)
        assert all(a == b or _followed(b, [a]) for a, b in zip(hers, left, strict=True)), (
            hers,
            left,
        )

    def is_hers(self, line: bytes) -> bool:
        """Whether a line with words on it was not written by a sync as it stands."""
        return bool(line.strip(b"> \t\r\n")) and line not in self.written


def lines(data: bytes) -> list[bytes]:
    """Lines with their endings; a missing last one is not counted as a difference."""
    found = data.splitlines(keepends=True)
    if found and not found[-1].endswith(b"\n"):
        found[-1] += b"\r\n" if b"\r\n" in data else b"\n"
    return found


def _followed(line: bytes, hers: Iterable[bytes]) -> bool:
    """Whether an open task she reworded got new dates, or one she dated got new words."""
    task_id, words, dates = _parts(line)
    return bool(task_id) and any(
        task_id == _parts(old)[0] and (words == _parts(old)[1]) != (dates == _parts(old)[2])
        for old in hers
        if b"[ ]" in old
    )


def _parts(line: bytes) -> tuple[bytes, bytes, bytes]:
    """Of a task line its id, its words, its dates."""
    found = re.search(rb"(.*\[ \] .*?)(?:\W*)(mf-\w{6})(.*)", line)
    return (found[2], found[1], found[3]) if found else (b"", b"", b"")
