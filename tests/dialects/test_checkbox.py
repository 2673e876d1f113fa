"""What other programs make of our lines is read as what it says (task-formats 1, 2, 3, 8, 11)."""

from datetime import date

import pytest

from mdfollow.dialects import DIALECTS
from mdfollow.dialects.base import Symbols, Written
from mdfollow.dialects.checkbox import scan
from mdfollow.etiquette.model import Mark
from mdfollow.record import dataclass

ID = "mf-7k2m9q"
OPEN, DONE, CANCELLED = Mark.OPEN, Mark.DONE, Mark.CANCELLED
D10, D11, D20 = date(2026, 11, 10), date(2026, 11, 11), date(2026, 11, 20)


@dataclass(frozen=True)
class Case:
    """A line and what it says; `words` are "Thank Dana" unless given."""

    line: str
    mark: Mark = OPEN
    start: date | None = D10
    due: date | None = D11
    made: date | None = None
    extra: bool = False
    words: str = "Thank Dana"


BY_CLIENTS = {
    "tasks tick": Case(
        "- [x] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11 ✅ 2026-11-20", DONE, made=D20
    ),
    "tasks cancel": Case(
        "- [-] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11 ❌ 2026-11-20", CANCELLED
    ),
    "un-ticked, the date stays (merge-cases 5)": Case(
        "- [ ] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11 ✅ 2026-11-20", made=D20
    ),
    "in progress": Case("- [/] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11"),
    "unknown symbol": Case("- [>] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11"),
    "capital X": Case("- [X] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11", DONE),
    "vim tick, no date": Case(
        "- [x] Thank Dana <!-- mf-7k2m9q --> ⏳ 2026-11-10 📅 2026-11-11", DONE
    ),
    "gfm tick by Tasks": Case(
        "- [x] Thank Dana <!-- mf-7k2m9q --> ⏳ 2026-11-10 📅 2026-11-11 ✅ 2026-11-20",
        DONE,
        made=D20,
    ),
    "snooze by Reminder": Case(
        "- [ ] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-20", due=D20
    ),
    "check by Reminder": Case(
        "- [x] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11 ✅ 2026-11-20", DONE, made=D20
    ),
    "dataview tick": Case(
        "- [x] Thank Dana  [id:: mf-7k2m9q]  [scheduled:: 2026-11-10]  [due:: 2026-11-11]"
        "  [completion:: 2026-11-20]",
        DONE,
        made=D20,
    ),
    "dataview tick of an emoji line": Case(
        "- [x] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11 [completion:: 2026-11-20]",
        DONE,
        made=D20,
    ),
    "dataview cancel": Case(
        "- [-] Thank Dana  [id:: mf-7k2m9q]  [scheduled:: 2026-11-10]  [due:: 2026-11-11]"
        "  [cancelled:: 2026-11-20]",
        CANCELLED,
    ),
    "parentheses hide keys": Case(
        "- [ ] Thank Dana  (id:: mf-7k2m9q)  (scheduled:: 2026-11-10)  (due:: 2026-11-11)"
    ),
    "the switch from dataview to emoji": Case(
        "- [ ] Thank Dana [id:: mf-7k2m9q] ⏳ 2026-11-10 📅 2026-11-11"
    ),
    "variation selectors": Case(
        "- [ ] Thank Dana 🆔\ufe0f mf-7k2m9q ⏳\ufe0f 2026-11-10 📅\ufe0f 2026-11-11"
    ),
    "other emoji of the same fields": Case(
        "- [ ] Thank Dana 🆔 mf-7k2m9q ⌛ 2026-11-10 🗓 2026-11-11"
    ),
    "no blanks": Case("- [ ]Thank Dana🆔mf-7k2m9q⏳2026-11-10📅2026-11-11"),
    "fields before the words": Case("- [ ] 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11 Thank Dana"),
    "dates first, id last": Case("- [ ] Thank Dana ⏳ 2026-11-10 📅 2026-11-11 🆔 mf-7k2m9q"),
    "block id": Case("- [ ] Thank Dana ⏳ 2026-11-10 📅 2026-11-11 ^mf-7k2m9q"),
    "the left of two dates": Case(
        "- [ ] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11 📅 2026-11-20"
    ),
    "no dates left": Case("- [ ] Thank Dana 🆔 mf-7k2m9q", start=None, due=None),
    "no such day": Case("- [ ] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-02-30", due=None),
    "a formatter's marker": Case("* [ ] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11"),
    "a numbered item": Case("12. [ ] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11"),
    "nested in a callout": Case("> \t- [ ] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11"),
    "escapes of a formatter": Case(
        r"- [ ] Thank Dana\_Kim \(Acme\) 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11",
        words="Thank Dana_Kim (Acme)",
    ),
}
BY_HER = {
    "words behind the date (11.7)": "🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11 left voicemail",
    "words behind the id": "🆔 mf-7k2m9q by hand ⏳ 2026-11-10 📅 2026-11-11",
    "a priority": "🆔 mf-7k2m9q 🔺 ⏳ 2026-11-10 📅 2026-11-11",
    "a recurrence": "🆔 mf-7k2m9q 🔁 every week ⏳ 2026-11-10 📅 2026-11-11",
    "a start date": "🆔 mf-7k2m9q 🛫 2026-11-09 ⏳ 2026-11-10 📅 2026-11-11",
    "a tag at the end": "🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11 #urgent",
    "a tag among the words": "#urgent 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11",
    "a dependency": "🆔 mf-7k2m9q ⛔ abc ⏳ 2026-11-10 📅 2026-11-11",
}
NOT_OURS = {
    "no box": "- Thank Dana 🆔 mf-7k2m9q",
    "an empty box": "- [] Thank Dana 🆔 mf-7k2m9q",
    "no list": "[ ] Thank Dana 🆔 mf-7k2m9q",
    "no id": "- [ ] Thank Dana 📅 2026-11-11",
    "her own id": "- [ ] Thank Dana 🆔 abc 📅 2026-11-11",
    "too short": "- [ ] Thank Dana 🆔 mf-7k2",
    "too long": "- [ ] Thank Dana 🆔 mf-7k2m9q7k2m9q",
    "with a tail": "- [ ] Thank Dana 🆔 mf-7k2m9q-2",
    "only spoken of": "- [ ] Ask about mf-7k2m9q",
    "escaped": r"- [ ] Thank \^mf-7k2m9q",
}


@pytest.mark.parametrize("case", BY_CLIENTS.values(), ids=BY_CLIENTS)
def test_what_clients_write_is_understood(case: Case) -> None:
    """Task-formats 11.2: the same id, the tick seen, nothing counted as hers by mistake."""
    found = scan(case.line, Symbols())
    assert found is not None
    assert (found.id, found.words) == (ID, case.words)
    assert (found.mark, found.start, found.due, found.made) == (
        case.mark,
        case.start,
        case.due,
        case.made,
    )
    assert found.extra is case.extra
    assert found.plain is ("[ ]" in case.line)


@pytest.mark.parametrize("fields", BY_HER.values(), ids=BY_HER)
def test_what_she_adds_makes_a_task_hers(fields: str) -> None:
    """Merge-cases 48: id and dates are still read, the line is left alone."""
    found = scan(f"- [ ] Thank Dana {fields}", Symbols())
    assert found is not None
    assert (found.id, found.start, found.due, found.extra) == (ID, D10, D11, True)


@pytest.mark.parametrize("line", NOT_OURS.values(), ids=NOT_OURS)
def test_other_lines_are_not_ours(line: str) -> None:
    """Merge-cases 39, 40: only a checkbox with an id of our shape."""
    assert scan(line, Symbols()) is None


@pytest.mark.parametrize("name", [name for name, row in DIALECTS.items() if row.fields])
@pytest.mark.parametrize("prefix", ["#task", "TODO"])
def test_the_global_filter_stands_first_and_is_no_word(name: str, prefix: str) -> None:
    """Task-formats 1: without it the line is no task for the plugin at all."""
    symbols = Symbols(prefix=prefix)
    line = DIALECTS[name].render(Written(ID, "Thank Dana", D10, D11), symbols)
    found = scan(line, symbols)
    assert line.startswith(f"- [ ] {prefix} Thank Dana")
    assert found is not None
    assert (found.words, found.extra) == ("Thank Dana", False)


def test_her_own_statuses_count() -> None:
    """Symbols come from the plugin's settings."""
    symbols = Symbols(done=frozenset("xXd"), cancelled=frozenset("-c"))
    marks = {}
    for box in " xXdc-/":
        found = scan(f"- [{box}] Thank Dana 🆔 mf-7k2m9q", symbols)
        marks[box] = found.mark if found else None
    assert [box for box, mark in marks.items() if mark is DONE] == ["x", "X", "d"]
    assert [box for box, mark in marks.items() if mark is CANCELLED] == ["c", "-"]


def test_both_lines_of_a_ticked_recurring_task() -> None:
    """Task-formats 11.3: only the one that kept the id is ours."""
    again = scan("- [ ] Thank Dana 🔁 every week ⏳ 2026-11-17 📅 2026-11-18", Symbols())
    done = scan(
        "- [x] Thank Dana 🆔 mf-7k2m9q 🔁 every week ⏳ 2026-11-10 📅 2026-11-11 ✅ 2026-11-20",
        Symbols(),
    )
    assert again is None
    assert done is not None
    assert (done.mark, done.made, done.extra) == (DONE, D20, True)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("- [x] Thank Dana 🆔 mf-7k2m9q 📅 2026-11-11", "- [x] Thank Dana 📅 2026-11-11"),
        ("- [x] Thank Dana <!-- mf-7k2m9q --> 📅 d", "- [x] Thank Dana 📅 d"),
        ("- [x] Thank Dana  [id:: mf-7k2m9q]  [due:: d]", "- [x] Thank Dana  [due:: d]"),
        ("- [x] Thank Dana ^mf-7k2m9q", "- [x] Thank Dana"),
    ],
)
def test_an_id_can_be_taken_off(line: str, rest: str) -> None:
    """With the blanks before it, so that the line reads as if it had never been there."""
    found = scan(line, Symbols())
    assert found is not None
    assert line[: found.carrier.start] + line[found.carrier.end :] == rest
