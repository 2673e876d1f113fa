"""`mdfollow agenda`, `plan` and `rules`: for reading."""

import json
from pathlib import Path

import pytest

from mdfollow.etiquette.rules import RULES
from tests.cli.conftest import Start
from tests.cli.notes import ACME, BROKEN, VAULTS, contents, make

GROUPS = [
    ("2026-11-09", {"thank": "this_week", "attempt": "later"}),
    ("2026-11-10", {"thank": "today", "attempt": "later"}),
    ("2026-11-11", {"thank": "today", "attempt": "later"}),
    ("2026-11-12", {"thank": "overdue", "attempt": "later"}),
    ("2026-11-27", {"thank": "overdue", "attempt": "later"}),
    ("2026-11-28", {"thank": "overdue", "attempt": "this_week"}),
    ("2026-12-04", {"thank": "overdue", "attempt": "today"}),
    ("2026-12-05", {"thank": "overdue", "attempt": "overdue"}),
]


@pytest.mark.parametrize(("today", "groups"), GROUPS)
def test_steps_are_grouped_by_day(
    start: Start, tmp_path: Path, today: str, groups: dict[str, str]
) -> None:
    run = start(make(tmp_path, {"acme.md": ACME}))
    run("sync")
    items = json.loads(run("agenda", "--json", today=today).out)["items"]
    assert {item["kind"]: item["when"] for item in items} == groups
    assert len(items) == 3


def test_the_agenda_is_the_same_before_the_first_sync(start: Start, tmp_path: Path) -> None:
    """What is next is shown whether or not it stands in the note; LAZY: one attempt."""
    run = start(make(tmp_path, {"acme.md": ACME}))
    before = json.loads(run("agenda", "--json").out)["items"]
    run("sync")
    after = json.loads(run("agenda", "--json").out)["items"]
    assert [item["key"] for item in before] == [item["key"] for item in after]
    assert {item["line"] for item in before} == {None}
    assert all(item["line"] for item in after)


def test_what_is_due_is_never_a_reproach(start: Start, tmp_path: Path) -> None:
    """TONE-1: no counters, no `overdue`, no `late` in anything a person reads."""
    run = start(make(tmp_path, VAULTS["several notes"]))
    run("sync")
    for how in ((), ("--markdown",)):
        text = run("agenda", *how, today="2027-01-10").out
        assert "first check-in due" in text
        for word in ("overdue", "late", "days ago", "missed", "still"):
            assert word not in text.replace("still interested", "").lower()


def test_days_leaves_out_what_begins_later(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path, {"acme.md": ACME}))
    kinds = {
        days: [i["kind"] for i in json.loads(run("agenda", "--json", "--days", days).out)["items"]]
        for days in ("0", "21", "22")
    }
    assert kinds == {
        "0": ["thank", "thank"],
        "21": ["thank", "thank"],
        "22": ["thank", "thank", "attempt"],
    }


def test_what_she_knows_of_them_is_asked_at_the_attempt(start: Start, tmp_path: Path) -> None:
    """PPL-2."""
    lines = start(make(tmp_path, {"acme.md": ACME}))("agenda").lines
    at = next(n for n, line in enumerate(lines) if "Call Sam Roe" in line)
    assert lines[at + 1].strip() == "What do you know of Dana Kim?"


def test_an_application_at_rest(start: Start, tmp_path: Path) -> None:
    """STOP-1: every attempt made."""
    data = ACME.replace(
        b"skills:", b"contacted: [2026-12-04, 2026-12-14, 2026-12-28]\nthanked: true\nskills:"
    )
    run = start(make(tmp_path, {"acme.md": data}))
    for how in ((), ("--markdown",)):
        ran = run("agenda", *how, today="2026-12-29")
        assert "Nothing is due. Enjoy the day." in ran.out
        assert "Acme: You have done enough; the next word is theirs." in ran.out
    assert "You have done enough; the next word is theirs." in run("plan").out


def test_markdown_holds_links_and_no_tasks(start: Start, tmp_path: Path) -> None:
    text = start(make(tmp_path, VAULTS["odd names"]))("agenda", "--markdown").out
    assert "- [ ]" not in text
    assert "](a%20b/%C3%BCml%C3%A4ut%20%F0%9F%93%85.md)" in text


def test_plan_shows_step_window_state_rules_and_why(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path, {"acme.md": ACME}))
    text = run("plan").out
    assert text.startswith("acme.md\n  Acme, Platform Engineer: round 1 on Tue 10 Nov, onsite\n")
    assert "They decide by Tue 1 Dec ('3 weeks': counted from the interview)." in text
    assert "Fri 4 Dec            planned  Call Sam Roe (Acme)" in text
    assert "Three days after the decision date they named, 1 December. [EXP-1 FU-1" in text
    assert "Fri 11 – Mon 14 Dec" in text
    assert "worth a look whether Acme has been in the news" in text
    run("sync")
    assert "Fri 4 Dec            open     Call Sam Roe (Acme)" in run("plan").out


def test_plan_says_what_became_of_a_deleted_task(start: Start, tmp_path: Path) -> None:
    """Merge-cases 32."""
    vault = make(tmp_path, {"acme.md": ACME})
    run = start(vault)
    run("sync")
    note = vault / "acme.md"
    lines = note.read_text().split("\n")
    note.write_text("\n".join(line for line in lines if "- [ ] Call Sam Roe" not in line))
    text = run("plan").out
    assert "deleted" in text
    assert "one moved elsewhere counts too" in text


def test_plan_names_a_note_that_has_none(start: Start, tmp_path: Path) -> None:
    ran = start(make(tmp_path, {"acme.md": ACME, "hooli.md": BROKEN}))("plan")
    assert ran.code == 1
    assert "acme.md\n" in ran.out
    assert "hooli.md:3:17: error MDF102" in ran.err


@pytest.mark.parametrize("command", ["plan", "agenda", "check"])
def test_looking_writes_nothing(start: Start, tmp_path: Path, command: str) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    before = contents(vault)
    start(vault)(command)
    assert contents(vault) == before


@pytest.mark.parametrize("command", ["sync", "plan", "agenda", "check"])
def test_every_command_explains_an_empty_vault(start: Start, tmp_path: Path, command: str) -> None:
    ran = start(make(tmp_path, {}))(command)
    assert (ran.code, ran.out) == (0, "")
    assert "    company: Acme\n" in ran.err


def test_rules_lists_every_rule_once(start: Start, tmp_path: Path) -> None:
    lines = start(tmp_path)("rules").lines
    ids = [line.split(" ")[0] for line in lines]
    assert [ids.count(rule.id) for rule in RULES] == [1] * len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_one_rule_shows_its_examples(start: Start, tmp_path: Path, rule: object) -> None:
    from mdfollow.etiquette.rules import Rule

    assert isinstance(rule, Rule)
    text = " ".join(start(tmp_path)("rules", rule.id.lower()).out.split())
    assert rule.sentence in text
    for example in (*rule.examples, rule.own):
        assert " ".join(example.split()) in text
