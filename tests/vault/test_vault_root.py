"""Where a vault begins, and what it is used with."""

import json
import os
from pathlib import Path

import pytest

from mdfollow.problem import MdfollowError
from mdfollow.surroundings import Surroundings
from mdfollow.vault.root import find, surroundings

PLUGIN = ".obsidian/plugins/obsidian-tasks-plugin"


def put(root: str, path: str, text: str) -> None:
    file = Path(root, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("marker", ["mdfollow.toml", ".obsidian/app.json", "logseq/config.edn"])
def test_found_from_a_folder_within(root: str, marker: str) -> None:
    put(root, marker, "")
    inner = Path(root, "jobs", "2026")
    inner.mkdir(parents=True)
    assert find(str(inner)) == root
    assert find(root) == root


def test_the_nearest_marker_counts(root: str) -> None:
    put(root, "mdfollow.toml", "")
    put(root, "jobs/.git/HEAD", "")
    assert find(os.path.join(root, "jobs")) == os.path.join(root, "jobs")


def test_without_a_marker_the_folder_itself(root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository of settings in the home folder makes no vault of all of home."""
    put(root, ".git/HEAD", "")
    inner = Path(root, "notes", "logseq")
    inner.mkdir(parents=True)
    monkeypatch.setenv("HOME", root)
    assert find(str(inner)) == str(inner)
    monkeypatch.setenv("HOME", "/nowhere")
    assert find(str(inner)) == root


def test_a_vault_that_is_a_link(root: str, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(root)
    assert find(str(link)) == root


def test_no_such_folder(root: str) -> None:
    with pytest.raises(MdfollowError, match="there is no such folder; name your vault"):
        find(os.path.join(root, "nowhere"))


def test_a_plain_folder(root: str) -> None:
    assert surroundings(root) == Surroundings()


def test_obsidian_without_the_plugin(root: str) -> None:
    put(root, ".obsidian/app.json", "{}")
    assert surroundings(root) == Surroundings(obsidian=True)


def test_the_tasks_plugin_without_settings(root: str) -> None:
    put(root, f"{PLUGIN}/main.js", "")
    assert surroundings(root) == Surroundings(obsidian=True, tasks_plugin=True)


def test_the_tasks_plugin_with_settings(root: str) -> None:
    statuses = {
        "coreStatuses": [
            {"symbol": " ", "type": "TODO"},
            {"symbol": "x", "type": "DONE"},
            {"symbol": "X", "type": "IN_PROGRESS"},
        ],
        "customStatuses": [
            {"symbol": "n", "type": "NON_TASK"},
            {"symbol": "-", "type": "CANCELLED"},
            {"symbol": "h", "type": "ON_HOLD"},
            {"symbol": "d", "type": "DONE"},
            {"symbol": "d", "type": "TODO"},
            {"symbol": 3, "type": "DONE"},
            "nonsense",
        ],
    }
    data = {"taskFormat": "dataview", "globalFilter": "#task", "statusSettings": statuses}
    put(root, f"{PLUGIN}/data.json", json.dumps(data))
    assert surroundings(root) == Surroundings(
        obsidian=True,
        tasks_plugin=True,
        task_format="dataview",
        global_filter="#task",
        open_symbols=frozenset(" /hX"),
        done_symbols=frozenset("xd"),
        cancelled_symbols=frozenset("-n"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"taskFormat": 3, "globalFilter": null, "statusSettings": []}',
        '{"statusSettings": {"coreStatuses": {}, "customStatuses": 1}}',
        "[" * 100_000,
        "\ufeff{}",
    ],
)
def test_settings_of_the_plugin_that_cannot_be_read_count_as_defaults(root: str, text: str) -> None:
    put(root, f"{PLUGIN}/data.json", text)
    assert surroundings(root) == Surroundings(obsidian=True, tasks_plugin=True)


@pytest.mark.parametrize("text", ["#a\n# b", "#a\x1b[31m", "#" + "a" * 100])
def test_a_global_filter_that_no_task_line_can_hold(root: str, text: str) -> None:
    put(root, f"{PLUGIN}/data.json", json.dumps({"globalFilter": text}))
    with pytest.raises(MdfollowError, match="its global filter is not one short line"):
        surroundings(root)


def test_settings_of_the_plugin_that_are_no_file(root: str) -> None:
    Path(root, PLUGIN, "data.json").mkdir(parents=True)
    with pytest.raises(MdfollowError, match="nothing is written before it can be read"):
        surroundings(root)


@pytest.mark.parametrize(
    ("text", "form", "workflow"),
    [
        ("{}", "markdown", "now"),
        ("{:preferred-format :org :preferred-workflow :todo}", "org", "todo"),
        ('{:preferred-format "Org"\n :preferred-workflow :now}', "org", "now"),
        (';; :preferred-format :org\n{:url "a;b" :preferred-format :markdown}', "markdown", "now"),
        ('{:preferred-format ""}', "markdown", "now"),
    ],
)
def test_a_logseq_graph(root: str, text: str, form: str, workflow: str) -> None:
    put(root, "logseq/config.edn", text)
    assert surroundings(root) == Surroundings(
        logseq=True, logseq_format=form, logseq_workflow=workflow
    )
