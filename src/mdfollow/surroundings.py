"""What stands around the notes: the programs a vault is used with, as one plain value.

Reading it from disk is `vault.root`.
"""

from enum import StrEnum

from mdfollow.record import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What decides the dialect where neither a setting nor the note does; the default is plain."""

    obsidian: bool = False
    """The vault has an `.obsidian` folder."""
    tasks_plugin: bool = False
    """The folder of Obsidian's Tasks plugin is there."""
    task_format: str = "tasksPluginEmoji"
    """The Tasks plugin's `taskFormat`: `tasksPluginEmoji` or `dataview`."""
    global_filter: str = ""
    """The Tasks plugin's global filter, such as `#task`; a line without it is no task there."""
    open_symbols: frozenset[str] = frozenset({" ", "/"})
    """Characters between the brackets that mean: still to do."""
    done_symbols: frozenset[str] = frozenset({"x", "X"})
    """Characters that mean: done."""
    cancelled_symbols: frozenset[str] = frozenset({"-"})
    """Characters that mean: will not be done, or no task at all."""
    logseq: bool = False
    """The vault is a Logseq graph of files."""
    logseq_format: str = "markdown"
    """Logseq's `:preferred-format`: `markdown` or `org`."""
    logseq_workflow: str = "now"
    """Logseq's `:preferred-workflow`: `now` (LATER, NOW) or `todo` (TODO, DOING)."""
    template_folders: tuple[str, ...] = ()
    """Folders that Obsidian's Templates and Templater name in their settings."""
    wiki_links: bool = True
    """Obsidian links by `[[name]]`; false where its settings say Markdown links."""
    excluded: tuple[str, ...] = ()
    """Obsidian's excluded files and Logseq's hidden ones: how their paths begin, or `/regex/`."""


class Tool(StrEnum):
    """What somebody makes new notes with; it decides the shape and the place of a template."""

    OBSIDIAN = "obsidian"
    """Obsidian's own Templates."""
    TEMPLATER = "templater"
    """Obsidian's Templater plugin."""
    LOGSEQ = "logseq"
    ZK = "zk"
    ORG = "org"
    PLAIN = "plain"
    """Any editor: the template is copied by hand."""
