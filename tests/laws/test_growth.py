"""P3: what a run costs grows with the interview notes and not faster, counted in calls.

And a change costs what it touches: one note among many is planned, not the vault.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from operator import methodcaller
from pathlib import Path
from types import FrameType

import pytest

from mdfollow.sync.engine import sync
from mdfollow.sync.memory import Memory
from mdfollow.sync.result import Note, Vault
from mdfollow.views.draft_findings import draft_findings
from mdfollow.views.neighbours import Neighbours
from mdfollow.views.paint import PLAIN
from mdfollow.views.plan_table import plan_table
from tests.laws.many import one_org_file
from tests.own_home import own_home
from tests.watch.vigil import Vigil

__all__ = ["own_home"]
TODAY = date(2026, 11, 12)
MOST = 2.1
COUNTED = {
    "plans": ("etiquette/plan.py", "plan"),
    "claims": ("sync/claims.py", "mint"),
    "merges": ("sync/merge.py", "merge"),
    "renderings": ("letters/__init__.py", "draft"),
    "frames": ("letters/render.py", "rendered"),
    "assignments": ("letters/assign.py", "assign"),
    "judgements": ("letters/gate.py", "judge"),
    "private looks": ("tables/tongue.py", "found_in"),
    "memory lines": ("sync/trace.py", "base_line"),
    "parses": ("sync/pages.py", "open_page"),
    "readings": ("sync/page.py", "open_note"),
    "tokens": ("document/markdown.py", "tokens"),
}
"""What is counted by its name: the function that does it."""


@contextmanager
def calls() -> Iterator[Counter[str]]:
    """Calls of the functions of `COUNTED` and, as `all`, of all of ours, while it is open."""
    names = {place: name for name, place in COUNTED.items()}
    found: Counter[str] = Counter()

    def heard(frame: FrameType, event: str, _: object) -> None:
        if event != "call" or "mdfollow" not in frame.f_code.co_filename:
            return
        found["all"] += 1
        file = "/".join(frame.f_code.co_filename.rsplit("/", 2)[1:])
        if name := names.get((file, frame.f_code.co_name)):
            found[name] += 1

    sys.setprofile(heard)
    try:
        yield found
    finally:
        sys.setprofile(None)


def markdown(number: int) -> list[Note]:
    text = (
        "---\ncompany: Company {0}\ninterview_date: 2026-11-10\nrole: Cook\n"
        "interviewers: Dana Kim, Sam Roe\nlearned: they bake at night\n---\n# Company {0}\n"
    )
    return [Note(f"n{k:03}.md", text.format(k).encode()) for k in range(number)]


def planned(notes: list[Note], memory: Memory | None = None) -> list[Note]:
    reports = sync(notes, Vault(), TODAY, memory)
    assert all(report.changed for report in reports)
    return [Note(report.path, report.new) for report in reports]


Kind = Callable[[int], list[Note]]
KINDS = pytest.mark.parametrize("kind", [markdown, one_org_file])


def test_p3_a_first_plan_costs_twice_as_much_for_twice_the_people() -> None:
    """A list of attendees can be long; each of them has a line in the memory."""
    surnames = ("Vale", "Stone", "Marsh", "Lind", "Berg", "Frost")
    found = []
    for number in (3, 6):
        names = [
            f"{first} {last}" for last in surnames[:number] for first in ("Ada", "Ben", "Cleo")
        ]
        note = markdown(1)[0]
        data = note.data.replace(b"Dana Kim, Sam Roe", ", ".join(names).encode())
        with calls() as counts:
            planned([Note(note.path, data)])
        found.append(counts)
    assert found[1]["memory lines"] <= MOST * found[0]["memory lines"]
    assert found[1]["all"] <= MOST * found[0]["all"]


@KINDS
def test_p3_a_first_plan_costs_twice_as_much_for_twice_the_interviews(kind: Kind) -> None:
    few, many = kind(12), kind(24)
    with calls() as before:
        planned(few)
    with calls() as after:
        planned(many)
    assert before["plans"] >= 12
    assert {
        name: after[name] / before[name] for name in after if after[name] > before[name] * MOST
    } == {}


@KINDS
def test_p3_a_run_with_nothing_to_do_costs_twice_as_much(kind: Kind) -> None:
    few, many = planned(kind(12)), planned(kind(24))
    with calls() as before:
        assert not any(report.changed for report in sync(few, Vault(), TODAY))
    with calls() as after:
        assert not any(report.changed for report in sync(many, Vault(), TODAY))
    assert before["renderings"] == after["renderings"] == 0
    assert {
        name: after[name] / before[name] for name in after if after[name] > before[name] * MOST
    } == {}


def test_p3_a_letter_that_stands_is_not_rendered_and_a_page_is_read_once() -> None:
    notes = planned(markdown(5))
    with calls() as found:
        sync(notes, Vault(), TODAY)
    assert found["renderings"] == 0
    assert found["parses"] == 5
    assert found["plans"] == 5


def test_p4_a_first_plan_reads_a_note_before_and_after_and_parses_it_once() -> None:
    """The proof and the next round look at the same result, and what is behind hers is apart."""
    with calls() as found:
        planned(markdown(5))
    assert found["readings"] == 10
    assert found["tokens"] == 5


FACTS = (
    b"learned: [they bake at night, the ovens are new]\n"
    b"skills: [I ran the night rota, I taught ten bakers, I planned the ovens, I kept the books]\n"
    b"news: they opened a third shop\n"
)
FOLLOWING = ("judgements", "assignments", "frames", "renderings")


def with_facts() -> list[Note]:
    """A note with more facts than its letters take."""
    (note,) = markdown(1)
    return [Note(note.path, note.data.replace(b"learned: they bake at night\n", FACTS))]


@pytest.mark.parametrize(
    "change",
    [
        (b"", b""),
        (b"- [ ] Thank Dana", b"- [x] Thank Dana"),
        (b"Dear Dana", b"Dearest Dana"),
        (b"# Company 0", b"# A good talk"),
    ],
    ids=["as left", "ticked", "changed letter", "changed note"],
)
def test_p1b_what_stands_is_not_judged_nor_handed_out_nor_filled(
    change: tuple[bytes, bytes],
) -> None:
    """The facts of a letter are looked at where one is to be written, and nowhere else."""
    with calls() as first:
        notes = planned(with_facts())
    assert min(first[each] for each in FOLLOWING) > 0
    assert change[0] in notes[0].data
    notes = [Note(each.path, each.data.replace(*change, 1)) for each in notes]
    notes = [Note(each.path, each.new) for each in sync(notes, Vault(), TODAY)]
    with calls() as found:
        assert not any(report.changed for report in sync(notes, Vault(), TODAY))
    assert {each: found[each] for each in FOLLOWING} == dict.fromkeys(FOLLOWING, 0)


@pytest.mark.parametrize("skills", [8, 80])
def test_p4_only_what_a_letter_takes_is_looked_at_for_what_is_private(skills: int) -> None:
    """Raw facts stand in a slot as they are: one is as good as another, and the first is taken."""
    listed = ", ".join(f"oven {k} + {skills} rotas" for k in range(skills))
    raw = f"learned: they + bake {skills}\nskills: [{listed}]\n".encode()
    (note,) = markdown(1)
    with calls() as found:
        planned([Note(note.path, note.data.replace(b"learned: they bake at night\n", raw))])
    taken = 1 + 4
    assert found["private looks"] == 2 * taken, "in two languages"


def test_p1b_a_look_at_a_step_hands_its_facts_out_once() -> None:
    """Nothing is lost for being late: what is shown is what would be written."""
    notes = planned(with_facts())
    (report,) = sync(notes, Vault(), TODAY)
    steps = report.interviews[0].steps
    with calls() as found:
        given = {each.desired.step.key: each.desired.given for each in steps}
        given |= {each.desired.step.key: each.desired.given for each in steps}
    assert found["assignments"] == 2, "first for the thank-yous, then for all"
    assert given["i1/attempt:1"].news == "they opened a third shop"
    assert given["i1/thank:dana-kim"].learned == "the ovens are new"


@pytest.mark.parametrize("look", ["plan", "check"])
def test_p11_what_stands_is_looked_at_without_handing_facts_out(look: str) -> None:
    """But for a private fact, which is told, and a letter of hers, whose latest facts are."""
    notes = planned(with_facts())
    said = b"skills: [the pay is 50k a year, I ran the night rota, "
    private = planned([Note("p.md", notes[0].data.split(b"## ")[0].replace(b"skills: [", said))])

    def looked_at(notes: list[Note]) -> Counter[str]:
        with calls() as found:
            (report,) = sync(notes, Vault(), TODAY)
            if look == "plan":
                plan_table([report], TODAY, PLAIN)
            else:
                tuple(draft_findings(report, Neighbours.of([report])))
        return found

    assert looked_at(notes)["assignments"] == 0
    hers = [Note(each.path, each.data.replace(b"Dear Dana", b"Dearest Dana")) for each in notes]
    assert bool(looked_at(private)["assignments"]) is (look == "plan")
    assert bool(looked_at(hers)["assignments"]) is (look == "check")


@pytest.mark.parametrize("size", [3, 30])
def test_p7a_a_change_plans_its_application_whatever_else_there_is(size: int) -> None:
    """Two rounds (before and after the edits) of one application, in two readings of one note."""
    memory = Memory()
    notes = planned(markdown(size), memory)
    sync(notes, Vault(), TODAY, memory)
    changed = Note("n001.md", notes[1].data.replace(b"Sam Roe", b"Sam Roe, Kit Fox"))
    notes[1] = changed
    with calls() as found:
        reports = sync(notes, Vault(), TODAY, memory)
    assert [report.path for report in reports if report.changed] == ["n001.md"]
    assert (found["plans"], found["parses"], found["renderings"]) == (2, 2, 1)


def test_p7a_a_save_costs_the_same_calls_whatever_else_there_is(tmp_path: Path) -> None:
    """From the bytes of a save to the written note, in a watch: less than a call more a note."""
    costs = []
    for size in (10, 40):
        (root := tmp_path / str(size)).mkdir()
        for note in markdown(size):
            (root / note.path).write_bytes(note.data)
        vigil = Vigil(root).start()
        for old, new in ((b"Sam Roe", b"Kit Fox"), (b"Kit Fox", b"Sam Roe")):
            with calls() as found:
                vigil.edit("n001.md", methodcaller("replace", old, new, 1))
                vigil.rest(60)
        assert len(vigil.writes("n001.md")) == 3
        costs.append(found["all"])
    assert costs[1] - costs[0] < 30
