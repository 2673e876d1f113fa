"""Merge-cases 19, 31 and 32: tasks that she moved to other files are found there by their ids."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from mdfollow.sync.elsewhere import Elsewhere
from mdfollow.sync.memory import Memory
from mdfollow.sync.report import MOVED
from mdfollow.sync.result import Note, NoteReport, State, Vault
from tests.laws.notes import FIELDS, vault
from tests.pages.kinds import KINDS, TODAY, Kind
from tests.pages.sheet import Sheet

DANA, SAM, A1, A2 = "thank:dana-kim", "thank:sam-roe", "attempt:1", "attempt:2"


@dataclass
class Folder:
    """A vault of files by path; `looked` counts the passes over all of them."""

    vault: Vault
    files: dict[str, str]
    looked: int = 0
    again: frozenset[str] = frozenset()
    state: Elsewhere = field(default_factory=Elsewhere)
    memory: Memory = field(default_factory=Memory)

    def look(self, words: frozenset[str]) -> Sequence[Note]:
        self.looked += 1
        held = {path: text for path, text in self.files.items() if any(w in text for w in words)}
        return [Note(path, text.encode()) for path, text in held.items()]

    def sync(self, day: date = TODAY) -> dict[str, NoteReport]:
        """Run it; a second run, and one that remembers nothing, write no more."""
        found = self._run(day, self.state, self.memory)
        for path, report in found.items():
            self.files[path] = report.new.decode()
        for state, memory in ((self.state, self.memory), (Elsewhere(), Memory())):
            again = self._run(day, state, memory)
            assert not any(each.changed for each in again.values())
        return found

    def _run(self, day: date, state: Elsewhere, memory: Memory) -> dict[str, NoteReport]:
        notes = [Note(path, text.encode()) for path, text in sorted(self.files.items())]
        notes = [each for each in notes if not each.path.endswith("_archive")]
        return {r.path: r for r in state.sync(notes, self.vault, day, memory, self.look)}


def states(report: NoteReport) -> dict[str, State]:
    return {step.desired.step.name: step.state for each in report.interviews for step in each.steps}


def markdown() -> tuple[Folder, str]:
    """A planned note in Obsidian, and the line of its first check-in."""
    folder = Folder(vault("tasks"), {"Acme.md": FIELDS})
    folder.sync()
    rows = folder.files["Acme.md"].split("\n")
    return folder, next(row for row in rows if row.startswith(("- [ ] Write", "- [ ] Call")))


def test_row_32_a_task_moved_to_a_daily_note_is_found_and_its_tick_counts() -> None:
    """What is written is `at=` and no more; the line there is hers."""
    folder, line = markdown()
    before = folder.files["Acme.md"].replace(line + "\n", "")
    daily = f"# Friday 4\n\n{line}\n"
    folder.files |= {"Acme.md": before, "My days/Friday 4.md": daily}
    report = folder.sync()["Acme.md"]
    assert states(report)[A1] is State.EDITED
    assert folder.files["Acme.md"].replace(" at=My%0020days/Friday%00204.md", "") == before
    assert folder.files["My days/Friday 4.md"] == daily
    ticked = daily.replace("[ ]", "[x]", 1).replace(line[-10:], line[-10:] + " ✅ 2026-12-04")
    folder.files["My days/Friday 4.md"] = ticked
    folder.state = Elsewhere()
    report = folder.sync(date(2026, 12, 7))["Acme.md"]
    assert states(report)[A1] is State.DONE
    assert states(report)[A2] is State.OPEN
    assert folder.files["My days/Friday 4.md"] == ticked


def test_row_32_back_in_its_note_it_is_ours_again() -> None:
    folder, line = markdown()
    whole = folder.files["Acme.md"]
    folder.files |= {"Acme.md": whole.replace(line + "\n", ""), "day.md": line + "\n"}
    folder.sync()
    assert " at=day.md" in folder.files["Acme.md"]
    moved = folder.files["Acme.md"]
    first = next(row for row in whole.split("\n") if row.startswith("- [ ] Thank"))
    folder.files = {"Acme.md": moved.replace(first, f"{first}\n{line}", 1)}
    folder.state = Elsewhere()
    assert states(folder.sync()["Acme.md"])[A1] is State.OPEN
    assert " at=" not in folder.files["Acme.md"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("day.md", "```\n{}\n```\n"),
        ("day.md", "<!--\n{}\n-->\n"),
        ("Acme (conflicted copy).md", "{}\n"),
        ("templates/day.md", "{}\n"),
        ("day.md", "Some words, and no line of ours.\n"),
    ],
    ids=["fence", "comment", "conflict", "template", "nowhere"],
)
def test_row_32_an_id_that_stands_nowhere_counts_as_deleted(path: str, text: str) -> None:
    folder, line = markdown()
    folder.files["Acme.md"] = folder.files["Acme.md"].replace(line + "\n", "")
    folder.files[path] = text.format(line)
    before = dict(folder.files)
    assert states(folder.sync()["Acme.md"])[A1] is State.DELETED
    assert folder.files == before


def test_row_32_one_pass_finds_it_and_none_follows() -> None:
    """What is missing is looked for once, not at every save."""
    folder, line = markdown()
    folder.files["Acme.md"] = folder.files["Acme.md"].replace(line + "\n", "")
    folder.files["day.md"] = line + "\n"
    folder.sync()
    folder.looked = 0
    notes = [Note(path, text.encode()) for path, text in sorted(folder.files.items())]
    for _ in range(3):
        folder.state.sync(notes, folder.vault, TODAY, folder.memory, folder.look)
    assert folder.looked == 0


def test_row_32_nothing_missing_costs_nothing() -> None:
    """No pass over the vault where all stands in its place."""
    folder, _ = markdown()
    folder.looked = 0
    folder.sync()
    folder.sync(date(2026, 12, 1))
    assert folder.looked == 0


@pytest.fixture(params=sorted(KINDS))
def planned(request: pytest.FixtureRequest) -> Sheet:
    sheet = Sheet(KINDS[request.param])
    sheet.sync()
    return sheet


def archive(kind: Kind) -> str:
    return f"{kind.path}_archive" if kind.path.endswith(".org") else "journals/2026_11_12.md"


def test_row_31_a_task_refiled_or_archived_is_known_there(planned: Sheet) -> None:
    """Its tick in the archive counts, and nothing is thanked twice."""
    folder = Folder(planned.kind.vault, planned.files)
    planned.tick(A1, "2026-11-12")
    folder.files[archive(planned.kind)] = planned.delete(A1)
    report = folder.sync()[planned.path]
    assert states(report)[A1] is State.DONE
    assert A2 in planned.steps()


def test_row_19_a_whole_plan_that_was_archived_is_not_written_anew(planned: Sheet) -> None:
    """One sentence names the file; `--again` plans from scratch."""
    folder = Folder(planned.kind.vault, planned.files)
    tasks = "".join(planned.block(step) for step in (DANA, SAM, A1))
    bare = planned.kind.fields() + planned.kind.notes
    folder.files |= {planned.path: bare, archive(planned.kind): tasks}
    report = folder.sync()[planned.path]
    assert folder.files[planned.path] == bare
    assert [problem.code for problem in report.problems] == [MOVED]
    assert archive(planned.kind) in report.problems[0].sentence
