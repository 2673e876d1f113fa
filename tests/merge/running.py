"""Running the command over a folder, and what it says."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

from mdfollow.cli import main
from mdfollow.record import dataclass, field


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of `sync --json`: its exit code, what it said beside, its notes by path."""

    code: int
    said: str
    notes: dict[str, Any] = field(default_factory=dict)

    def problems(self, path: str = "acme.md") -> list[dict[str, Any]]:
        """Everything said of a note."""
        found: list[dict[str, Any]] = self.notes.get(path, {}).get("problems", [])
        return found

    def codes(self, path: str = "acme.md") -> list[str]:
        """The codes of everything said of a note, in order."""
        return [problem["code"] for problem in self.problems(path)]

    def steps(self, path: str = "acme.md") -> dict[str, dict[str, Any]]:
        """The note's steps: `attempt:1`, or `i2/attempt:1` after the first interview."""
        steps = [step for each in self.notes[path]["interviews"] for step in each["steps"]]
        return {step["key"].removeprefix("i1/"): step for step in steps}

    def states(self, path: str = "acme.md") -> dict[str, str]:
        """The state of every step of a note."""
        return {key: step["state"] for key, step in self.steps(path).items()}


def run(root: Path, today: str, *more: str, command: str = "sync") -> Ran:
    """Run a command in the vault at `root` and read its JSON."""
    code, out, said = words(root, today, command, "--json", *more)
    notes = json.loads(out)["notes"] if out else []
    return Ran(code, said, {note["path"]: note for note in notes})


def words(root: Path, today: str, command: str, *more: str) -> tuple[int, str, str]:
    """Run a command: exit code, what it gives, what it says."""
    out, said = StringIO(), StringIO()
    given = ["--vault", str(root), command, "--today", today, *more]
    code = main(given, cwd=str(root), stdin=StringIO(), stdout=out, stderr=said, env={})
    return int(code), out.getvalue(), said.getvalue()
