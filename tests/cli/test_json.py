"""JSON is stable: every output fits its schema, and the schema every key of cli.md."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mdfollow.etiquette.model import Kind
from mdfollow.etiquette.rules import rule
from mdfollow.interview.model import Channel, Format, Status
from mdfollow.problem import Severity
from mdfollow.sync.result import State
from mdfollow.views.agenda import When
from tests.cli.conftest import Start
from tests.cli.notes import VAULTS, make

SCHEMAS = sorted((Path(__file__).parents[2] / "docs/schema").glob("*.json"))
COMMANDS = {
    ("plan", "--json"): "plan",
    ("sync", "--check", "--json"): "plan",
    ("agenda", "--json"): "agenda",
    ("responsiveness", "--json"): "responsiveness",
    ("check", "--output-format", "json"): "check",
    ("calendar", "cal", "--inside", "--pull", "--check", "--json"): "calendar",
}


def schema(name: str) -> dict[str, Any]:
    (file,) = [file for file in SCHEMAS if file.stem == name]
    value: dict[str, Any] = json.loads(file.read_text())
    return value


def test_every_schema_is_one_and_is_used() -> None:
    assert {file.stem for file in SCHEMAS} == {*COMMANDS.values(), "error"}
    for file in SCHEMAS:
        jsonschema.Draft202012Validator.check_schema(json.loads(file.read_text()))


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    """Made once a schema, which is a test of its own."""
    return jsonschema.Draft202012Validator(schema(name))


@pytest.mark.parametrize("name", VAULTS)
@pytest.mark.parametrize("stage", ["before", "after", "much later"])
def test_every_output_fits_its_schema(start: Start, tmp_path: Path, name: str, stage: str) -> None:
    vault = make(tmp_path, VAULTS[name])
    run = start(vault)
    today = "2027-02-01" if stage == "much later" else "2026-11-12"
    if stage != "before":
        run("sync")
        for file in vault.rglob("*.md"):
            file.write_bytes(file.read_bytes().replace(b"- [ ] ", b"- [x] ", 1))
    for argv, fitting in COMMANDS.items():
        validator(fitting).validate(json.loads(run(*argv, today=today).out))


@pytest.mark.parametrize("argv", COMMANDS)
def test_a_run_that_ends_early_fits_its_schema_too(
    start: Start, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    vault = make(tmp_path, VAULTS["one note"])
    (vault / "mdfollow.toml").write_text("headin = 1")
    ran = start(vault)(*argv)
    validator("error").validate(json.loads(ran.out))
    assert ran.err == f"mdfollow: {json.loads(ran.out)['error']}\n"


def at(value: Any, path: str) -> Any:
    for part in path.split("/"):
        value = value[part]
    return value


WORDS = [
    ("plan", "$defs/step/properties/kind/enum", list(Kind)),
    ("plan", "$defs/step/properties/channel/enum", list(Channel)),
    ("plan", "$defs/step/properties/state/enum", list(State)),
    ("plan", "$defs/interview/properties/format/enum", [*Format, None]),
    ("plan", "$defs/interview/properties/status/enum", list(Status)),
    ("plan", "$defs/problem/properties/severity/enum", list(Severity)),
    ("check", "properties/findings/items/properties/severity/enum", list(Severity)),
    ("agenda", "$defs/item/properties/kind/enum", list(Kind)),
    ("agenda", "$defs/item/properties/channel/enum", list(Channel)),
    ("agenda", "$defs/item/properties/when/enum", list(When)),
]


@pytest.mark.parametrize(("name", "path", "words"), WORDS)
def test_a_schema_knows_every_word_there_is(name: str, path: str, words: list[str]) -> None:
    assert set(at(schema(name), path)) == {word and str(word) for word in words}


def test_the_plan_of_one_note_in_full(start: Start, tmp_path: Path) -> None:
    """The shape of cli.md, value by value."""
    vault = make(tmp_path / "sample-vault", VAULTS["one note"])
    value = json.loads(start(vault)("sync", "--json").out)
    (note,) = value.pop("notes")
    assert value == {"version": 1, "vault": "sample-vault", "today": "2026-11-12"}
    (interview,) = note.pop("interviews")
    assert note == {
        "path": "interviews/acme.md",
        "dialect": "gfm",
        "changed": True,
        "problems": [],
    }
    assert len(interview.pop("steps")) == 5
    assert interview == {
        "line": 1,
        "company": "Acme",
        "role": "Platform Engineer",
        "date": "2026-11-10",
        "format": "onsite",
        "round": 1,
        "decision": "2026-12-01",
        "status": "waiting",
    }


def test_a_thank_you_ticked_on_the_interviews_own_day_was_not_done_tomorrow(
    start: Start, tmp_path: Path
) -> None:
    """Without a day beside the tick it counts on its due day; in JSON never on one to come."""
    vault = make(tmp_path, VAULTS["one note"])
    note = next((vault / "interviews").iterdir())
    run = start(vault)
    assert run("sync", today="2026-11-10").code == 0
    text = note.read_text(encoding="utf-8")
    note.write_text(text.replace("- [ ] Thank Dana", "- [x] Thank Dana"), encoding="utf-8")
    for today, day in (("2026-11-10", "2026-11-10"), ("2026-11-12", "2026-11-11")):
        value = json.loads(run("plan", "--json", today=today).out)
        dana = value["notes"][0]["interviews"][0]["steps"][0]
        assert (dana["state"], dana["done_on"]) == ("done", day)


def test_the_steps_of_one_note_in_full(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["one note"])
    value = json.loads(start(vault)("sync", "--json").out)
    steps = value["notes"][0]["interviews"][0]["steps"]
    assert [step["key"] for step in steps] == [
        "i1/thank:dana-kim",
        "i1/thank:sam-roe",
        "i1/attempt:1",
        "i1/attempt:2",
        "i1/attempt:3",
    ]
    assert [step["state"] for step in steps] == ["open", "open", "open", "planned", "planned"]
    assert all(rule(name) for step in steps for name in step["rules"])
    dana = steps[0]
    assert dana["draft"].startswith("Subject: ")
    assert "Thank Dana Kim (Acme) by e-mail" in dana["title"]
    shown = ("person", "person_role", "channel", "also", "not_before", "due", "done_on")
    assert [dana[key] for key in shown] == [
        "Dana Kim",
        "hiring manager",
        "email",
        "card",
        "2026-11-10",
        "2026-11-11",
        None,
    ]
    assert "also" not in steps[1]


def test_problems_are_told_with_their_place(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["with trouble"])
    notes = {note["path"]: note for note in json.loads(start(vault)("plan", "--json").out)["notes"]}
    assert [p["code"] for p in notes["hooli.md"]["problems"]] == ["MDF102"]
    (bad,) = [p for p in notes["pied.md"]["problems"] if p["severity"] == "error"]
    assert (bad["code"], bad["line"]) == ("MDF103", 6)
    assert bad["message"].startswith("interviewers[1].email: ")
    assert notes["hooli.md"]["interviews"] == []
    assert notes["hooli.md"]["changed"] is False


def test_a_note_that_was_not_written_is_told_as_it_stands(start: Start, tmp_path: Path) -> None:
    """A plan that could not be written down is not said to stand there."""
    vault = make(tmp_path, VAULTS["one note"])
    (vault / "interviews/acme.md").chmod(0o444)
    ran = start(vault)("sync", "--json")
    (note,) = json.loads(ran.out)["notes"]
    assert ran.code == 1
    assert note["changed"] is False
    states = {step["state"] for step in note["interviews"][0]["steps"]}
    assert states == {"planned"}


def test_names_in_any_script_stay_readable(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["odd names"])
    ran = start(vault)("plan", "--json")
    assert '"path": "a b/ümläut 📅.md"' in ran.out
    assert {note["path"] for note in json.loads(ran.out)["notes"]} == set(VAULTS["odd names"])
