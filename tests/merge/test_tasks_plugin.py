"""The Tasks plugin's own settings, read from the vault: filter, format, symbols of her own."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.merge.desk import ACME, Desk

DANA, SAM, A1, A2 = "thank:dana-kim", "thank:sam-roe", "attempt:1", "attempt:2"
STATUSES = {
    "coreStatuses": [
        {"symbol": " ", "name": "Todo", "nextStatusSymbol": "x", "type": "TODO"},
        {"symbol": "x", "name": "Done", "nextStatusSymbol": " ", "type": "DONE"},
    ],
    "customStatuses": [
        {"symbol": "/", "name": "Doing", "nextStatusSymbol": "x", "type": "IN_PROGRESS"},
        {"symbol": "-", "name": "No", "nextStatusSymbol": " ", "type": "CANCELLED"},
        {"symbol": "d", "name": "Sent", "nextStatusSymbol": " ", "type": "DONE"},
        {"symbol": "c", "name": "Dropped", "nextStatusSymbol": " ", "type": "CANCELLED"},
        {"symbol": "i", "name": "Idea", "nextStatusSymbol": " ", "type": "NON_TASK"},
        {"symbol": "h", "name": "On hold", "nextStatusSymbol": " ", "type": "ON_HOLD"},
        {"symbol": "📞", "name": "Called", "nextStatusSymbol": " ", "type": "DONE"},
        {"symbol": "x", "name": "Second of its symbol", "nextStatusSymbol": " ", "type": "TODO"},
    ],
}


def desk_with(tmp_path: Path, **settings: Any) -> Desk:
    desk = Desk(tmp_path / "vault", settings.pop("dialect", "tasks"))
    data = desk.root / ".obsidian/plugins/obsidian-tasks-plugin/data.json"
    data.write_text(json.dumps(settings), encoding="utf-8")
    desk.write()
    desk.sync()
    return desk


@pytest.mark.parametrize("mark", ["#task", "#todo/jobs", "TODO"])
def test_the_global_filter_is_written_first(tmp_path: Path, mark: str) -> None:
    desk = desk_with(tmp_path, globalFilter=mark)
    for step in (DANA, SAM, A1):
        assert desk.line(step).startswith(f"- [ ] {mark} ")
    assert f"- [ ] {mark} Thank Dana Kim (Acme)" in desk.read()


@pytest.mark.parametrize("mark", [" #task", "#task ", "  #task  "])
def test_item_7_blanks_around_the_global_filter_are_none_of_it(tmp_path: Path, mark: str) -> None:
    """Our line stays ours: it moves with the plan."""
    desk = desk_with(tmp_path, globalFilter=mark)
    assert desk.line(A1).startswith("- [ ] #task Write")
    desk.replace("decision: 3 weeks", "decision: 4 weeks")
    desk.sync()
    assert desk.window(A1) == ("2026-12-11", "2026-12-11")


def test_a_filter_of_ours_is_no_tag_of_hers(tmp_path: Path) -> None:
    """The line with the filter is as we wrote it: it moves with the plan, and goes with it."""
    desk = desk_with(tmp_path, globalFilter="#task")
    desk.replace("decision: 3 weeks", "decision: 4 weeks")
    desk.sync()
    assert desk.window(A1) == ("2026-12-11", "2026-12-11")
    assert desk.line(A1).startswith("- [ ] #task Write")
    desk.replace("format: onsite", "format: onsite\nstatus: rejected")
    desk.sync()
    assert desk.steps() == []


def test_a_filter_switched_on_later_counts_for_what_is_written_later(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    before = desk.read()
    data = desk.root / ".obsidian/plugins/obsidian-tasks-plugin/data.json"
    data.write_text('{"globalFilter": "#task"}')
    desk.quiet()
    assert desk.read() == before
    desk.replace("(recruiter)\n", "(recruiter)\n  - Lee Ortiz\n")
    desk.sync()
    assert desk.line("thank:lee-ortiz").startswith("- [ ] #task Thank Lee")
    assert "#task" not in desk.line(DANA)


def test_a_filter_she_takes_off_a_line_is_her_edit_and_stays_off(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, globalFilter="#task")
    desk.edit(DANA, "#task ", "")
    desk.quiet()


@pytest.mark.parametrize("symbol", ["x", "X", "d", "📞"])
def test_a_symbol_of_her_own_means_done(tmp_path: Path, symbol: str) -> None:
    desk = desk_with(tmp_path, statusSettings=STATUSES)
    desk.edit(A1, "[ ]", f"[{symbol}]")
    ran = desk.sync("2026-12-04")
    assert ran.states()[A1] == "done"
    assert desk.state()[A1].fields["done"] == "2026-12-04"
    assert A2 in desk.steps()


@pytest.mark.parametrize("symbol", ["-", "c", "i"])
def test_a_symbol_of_her_own_means_it_will_not_be_done(tmp_path: Path, symbol: str) -> None:
    """NON_TASK too: what is no task is not waited for."""
    desk = desk_with(tmp_path, statusSettings=STATUSES)
    desk.edit(A1, "[ ]", f"[{symbol}]")
    ran = desk.sync("2026-12-04")
    assert ran.states()[A1] == "cancelled"
    assert "done" not in desk.state()[A1].fields


@pytest.mark.parametrize("symbol", ["/", "h", "?"])
def test_any_other_symbol_is_still_to_do_and_hers(tmp_path: Path, symbol: str) -> None:
    desk = desk_with(tmp_path, statusSettings=STATUSES)
    desk.edit(A1, "[ ]", f"[{symbol}]")
    ran = desk.sync("2026-12-04")
    assert ran.states()[A1] == "edited"
    assert A2 not in desk.steps()
    desk.replace("format: onsite", "format: onsite\nheard: 2026-12-03")
    desk.sync()
    assert A1 in desk.steps()


def test_mdf207_an_empty_box_that_means_done_is_said_to_be_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "vault")
    data = desk.root / ".obsidian/plugins/obsidian-tasks-plugin/data.json"
    data.write_text('{"statusSettings": {"coreStatuses": [{"symbol": " ", "type": "DONE"}]}}')
    desk.write()
    (problem,) = desk.sync().problems()
    assert desk.read() == ACME
    assert problem["code"] == "MDF207"
    assert "a new task would count as done" in str(problem)
    assert "have `[ ]` mean an open task" in str(problem)


def test_without_statuses_of_her_own_those_symbols_are_open(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    desk.edit(A1, "[ ]", "[d]")
    assert desk.sync("2026-12-04").states()[A1] == "edited"


def test_the_plugins_dataview_format_is_followed(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, dialect="dataview", taskFormat="dataview", globalFilter="#task")
    line = desk.line(A1)
    assert line.startswith("- [ ] #task Write to Sam Roe")
    assert "  [id:: mf-" in line
    assert line.endswith("[scheduled:: 2026-12-04]  [due:: 2026-12-04]")
    assert desk.header()["dialect"] == "dataview"


def test_a_format_changed_later_counts_for_new_notes(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    data = desk.root / ".obsidian/plugins/obsidian-tasks-plugin/data.json"
    data.write_text('{"taskFormat": "dataview"}')
    desk.quiet()
    desk.write(ACME.replace("company: Acme", "company: Apex"), "apex.md")
    desk.sync()
    assert desk.header("apex.md")["dialect"] == "dataview"
    assert desk.header()["dialect"] == "tasks"


@pytest.mark.parametrize("data", ["", "{", "[]", '{"globalFilter": 3, "statusSettings": []}'])
def test_settings_nobody_can_read_count_as_none(tmp_path: Path, data: str) -> None:
    desk = Desk(tmp_path / "vault")
    (desk.root / ".obsidian/plugins/obsidian-tasks-plugin/data.json").write_text(data)
    desk.write()
    desk.sync()
    assert desk.line(A1).startswith("- [ ] Write to Sam Roe")
