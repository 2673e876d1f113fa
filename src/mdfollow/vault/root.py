"""Where the vault is, and which programs it is used with."""

import os
import re
import stat as modes
from collections.abc import Iterator

from mdfollow.pattern import pattern
from mdfollow.problem import MdfollowError
from mdfollow.surroundings import Surroundings
from mdfollow.vault.bounded import text_of

SETTINGS_FILE = "mdfollow.toml"
LOGSEQ_FILE = "logseq/config.edn"
TASKS_PLUGIN = ".obsidian/plugins/obsidian-tasks-plugin"
APP_FILE = ".obsidian/app.json"
MARKERS = (SETTINGS_FILE, ".obsidian", LOGSEQ_FILE, ".git")
"""A folder that holds one of these is a vault; Logseq's own folder counts with its settings."""

LIMIT = 1024 * 1024
"""Bytes of a settings file of another program."""
LONGEST_FILTER = 100
_DONE = frozenset({"DONE"})
_CANCELLED = frozenset({"CANCELLED", "NON_TASK"})
# Possessive throughout: what is not closed is taken to the end once, and not tried again.
_EDN_COMMENT = pattern(r'("[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z))|;[^\n]*', re.DOTALL)
_EDN_HIDDEN = pattern(r":hidden\s*+\[([^\]]*+)(?:\]|\Z)")
TEMPLATE_SETTINGS = {
    ".obsidian/templates.json": "folder",
    ".obsidian/plugins/templater-obsidian/data.json": "templates_folder",
}
"""Where Obsidian's Templates and Templater say in which folder their templates lie."""
_EDN_VALUE = pattern(r':(preferred-format|preferred-workflow)\s+:?"?([A-Za-z]+)')


def find(start: str) -> str:
    """Give the real path of the vault around the folder `start`, or that folder itself.

    Raises MdfollowError when `start` is no folder.
    """
    real = os.path.realpath(start)
    if not os.path.isdir(real):
        raise MdfollowError(f"{start}: there is no such folder; name your vault with --vault DIR.")
    # A repository in the home folder itself keeps settings of programs, not notes.
    home = os.path.realpath(os.path.expanduser("~"))
    for folder in _upward(real):
        markers = MARKERS[:-1] if folder == home else MARKERS
        if any(os.path.lexists(os.path.join(folder, marker)) for marker in markers):
            return folder
    return real


def _upward(folder: str) -> Iterator[str]:
    yield folder
    while (parent := os.path.dirname(folder)) != folder:
        folder = parent
        yield folder


def identity(root: str) -> tuple[int, int] | None:
    """Which folder stands at `root`: device and inode; None when there is none."""
    try:
        stat = os.stat(root)
    except OSError:
        return None
    return (stat.st_dev, stat.st_ino) if modes.S_ISDIR(stat.st_mode) else None


def surroundings(root: str) -> Surroundings:
    """Look which programs the vault is used with; what cannot be read counts as its default."""
    plain = Surroundings()
    data = read_object(read_text(root, f"{TASKS_PLUGIN}/data.json"))
    open_, done, cancelled = _symbols(data, plain)
    app = read_object(read_text(root, APP_FILE))
    graph = read_text(root, LOGSEQ_FILE)
    plain_graph = _EDN_COMMENT.sub(r"\1", graph) if graph else ""
    values = dict(_EDN_VALUE.findall(plain_graph)) if plain_graph else {}
    return Surroundings(
        obsidian=os.path.isdir(os.path.join(root, ".obsidian")),
        tasks_plugin=os.path.isdir(os.path.join(root, TASKS_PLUGIN)),
        task_format=_text(data, "taskFormat") or plain.task_format,
        global_filter=_filter(data),
        open_symbols=open_,
        done_symbols=done,
        cancelled_symbols=cancelled,
        logseq=graph is not None,
        logseq_format=values.get("preferred-format", plain.logseq_format).lower(),
        logseq_workflow=values.get("preferred-workflow", plain.logseq_workflow).lower(),
        template_folders=_template_folders(root),
        wiki_links=app.get("useMarkdownLinks") is not True,
        excluded=(*_ignored(app), *_hidden(plain_graph)),
    )


def _filter(data: dict[str, object]) -> str:
    """The Tasks plugin's global filter. Raises MdfollowError where no task line could hold it."""
    text = _text(data, "globalFilter").strip()
    if len(text) > LONGEST_FILTER or not text.isprintable():
        raise MdfollowError(
            f"{TASKS_PLUGIN}/data.json: its global filter is not one short line of visible text, "
            "so nothing is written; mend it in the settings of Tasks."
        )
    return text


def _template_folders(root: str) -> tuple[str, ...]:
    found = (
        _text(read_object(read_text(root, file)), key) for file, key in TEMPLATE_SETTINGS.items()
    )
    parts = (
        [p for p in text.replace("\\", "/").split("/") if p not in ("", ".")] for text in found
    )
    return tuple(dict.fromkeys("/".join(each) for each in parts if each))


def _ignored(app: dict[str, object]) -> list[str]:
    found = _list(app, "userIgnoreFilters")
    return [text for text in found if isinstance(text, str) and text.strip("/")]


def _hidden(graph: str) -> list[str]:
    """`:hidden ["/archived" "/pages/old.md"]` of a Logseq graph without its comments."""
    found = _EDN_HIDDEN.search(graph) if graph else None
    return [f"{text.strip('/')}" for text in re.findall(r'"([^"]+)"', found[1])] if found else []


def read_text(root: str, path: str) -> str | None:
    """The text of a settings file of some program; None when it is not there.

    Raises MdfollowError where it is there and cannot be read: it may name what must not be written.
    """
    return text_of(root, path, LIMIT, follow=True)


def read_object(text: str | None) -> dict[str, object]:
    """The JSON object a text holds; an empty one for anything else."""
    if not text:
        return {}
    import json  # only where a program of hers left a file in it

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _text(data: dict[str, object], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _symbols(
    data: dict[str, object], plain: Surroundings
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Sort the plugin's statuses into open, done and cancelled; the first of a symbol counts."""
    kinds = dict.fromkeys(plain.open_symbols, "TODO") | dict.fromkeys(plain.done_symbols, "DONE")
    kinds |= dict.fromkeys(plain.cancelled_symbols, "CANCELLED")
    kinds |= dict(reversed(_statuses(data)))
    done = frozenset(symbol for symbol, kind in kinds.items() if kind in _DONE)
    cancelled = frozenset(symbol for symbol, kind in kinds.items() if kind in _CANCELLED)
    return frozenset(kinds) - done - cancelled, done, cancelled


def _statuses(data: dict[str, object]) -> list[tuple[str, str]]:
    settings = data.get("statusSettings")
    if not isinstance(settings, dict):
        return []
    rows = [*_list(settings, "coreStatuses"), *_list(settings, "customStatuses")]
    return [
        (row["symbol"], row["type"])
        for row in rows
        if isinstance(row, dict)
        and isinstance(row.get("symbol"), str)
        and isinstance(row.get("type"), str)
    ]


def _list(data: dict[str, object], key: str) -> list[object]:
    value = data.get(key)
    return value if isinstance(value, list) else []
