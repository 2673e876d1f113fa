"""What `mdfollow init` says: what it found, and what to do next."""

from collections.abc import Mapping
from types import MappingProxyType

from mdfollow.surroundings import Surroundings, Tool
from mdfollow.views.shown import shown_path
from mdfollow.views.sync_lines import counted

_TOOLS: Mapping[Tool, str] = MappingProxyType(
    {
        Tool.OBSIDIAN: "an Obsidian vault",
        Tool.TEMPLATER: "an Obsidian vault with Templater",
        Tool.LOGSEQ: "a Logseq graph",
        Tool.ZK: "a zk notebook",
        Tool.ORG: "a folder of Org files",
        Tool.PLAIN: "a folder of notes",
    }
)


def found(vault: str, around: Surroundings, tool: Tool, notes: int) -> list[str]:
    """What kind of vault this is, how plans will be written, how many interviews it holds."""
    number = (
        f"{counted(notes, 'interview note')} in it" if notes else "no interview notes in it yet"
    )
    return [f"{shown_path(vault)} is {_TOOLS[tool]}, with {number}.", _spelling(around, tool)]


def _spelling(around: Surroundings, tool: Tool) -> str:
    if around.logseq:
        return "Plans are written as Logseq tasks."
    if around.tasks_plugin:
        dates = "Dataview fields" if around.task_format == "dataview" else "emoji dates"
        mark = f" and {around.global_filter}" if around.global_filter else ""
        return f"Plans are written as tasks of its Tasks plugin, with {dates}{mark}."
    if tool is Tool.ORG:
        return "Plans are written as Org headings with TODO and dates."
    return "Plans are written as Markdown tasks: - [ ] …"


def own_template(path: str, line: str) -> str:
    """What is said of a template of hers: understood as it is, or the one line it lacks."""
    if not line:
        return f"{shown_path(path)}: your own template; notes made from it are understood."
    return (
        f"{shown_path(path)}: your own template; put a line `{line}` among its fields, "
        "and notes made from it get plans."
    )


def next_step(notes: int) -> list[str]:
    """The next thing to do."""
    if notes:
        return ["", "Next: `mdfollow sync --diff` shows the plans without writing anything."]
    return [
        "",
        'Next: mdfollow new "Acme" --with "Dana Kim"',
        "makes a note for an interview you had today; `mdfollow sync` writes its plan.",
    ]
