"""Which reader a note gets, by how its name ends and by what the vault is used with."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from mdfollow.dialects import CHECKBOXES
from mdfollow.endings import MARKDOWN, ORG, format_of
from mdfollow.problem import Problem
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.markdown_page import MarkdownPage, open_markdown
from mdfollow.sync.standing import Page

if TYPE_CHECKING:
    from mdfollow.sync.logseq_page import LogseqPage

Opened = Page | tuple[Problem, ...]
"""A page, or the problems of a note that cannot be read; none for a note of another kind."""

LOGSEQ = "logseq"
_WRITTEN = re.compile(rb"<!-- mdfollow:state \S+ [^\r\n]*\bdialect=([a-z]+)")


def _open_md(path: str, data: bytes, settings: Settings, surroundings: Surroundings) -> Opened:
    """A Markdown note, or a page of a Logseq graph: the way it was first written stays.

    A graph that Obsidian's Tasks plugin works on, too, is written for the plugin.
    """
    for name in dict.fromkeys(found.decode() == LOGSEQ for found in _WRITTEN.findall(data)):
        page = (_open_logseq if name else open_markdown)(path, data, settings, surroundings)
        # a comment quoted in a code fence is no memory: only the reader of its dialect knows
        if isinstance(page, tuple) or _holds(page, blocks=name):
            return page
    graph = LOGSEQ if surroundings.logseq and not surroundings.tasks_plugin else ""
    blocks = (settings.dialect or graph) == LOGSEQ
    page = (_open_logseq if blocks else open_markdown)(path, data, settings, surroundings)
    if isinstance(page, tuple):
        return page
    wished = page.reading.wishes.dialect
    if wished == LOGSEQ != page.dialect:
        return _open_logseq(path, data, settings, surroundings)
    if wished in CHECKBOXES and page.dialect == LOGSEQ:
        return open_markdown(path, data, settings, surroundings)
    return page


def _holds(page: "MarkdownPage | LogseqPage", *, blocks: bool) -> bool:
    """Whether a plan in blocks, or in lists, stands on the page."""
    traces = (trace for home in page.homes for trace in home.traces)
    return any((trace.dialect == LOGSEQ) == blocks for trace in traces)


def _open_logseq(
    path: str, data: bytes, settings: Settings, surroundings: Surroundings
) -> "LogseqPage | tuple[Problem, ...]":
    # Loaded with the first such page: a vault of Markdown notes starts without it.
    from mdfollow.sync.logseq_page import open_logseq

    return open_logseq(path, data, settings, surroundings)


def _open_org(path: str, data: bytes, settings: Settings, surroundings: Surroundings) -> Opened:
    from mdfollow.sync.org_page import open_org

    return open_org(path, data, settings, surroundings)


READERS: dict[str, Callable[[str, bytes, Settings, Surroundings], Opened]] = {
    MARKDOWN: _open_md,
    ORG: _open_org,
}


def open_page(path: str, data: bytes, settings: Settings, surroundings: Surroundings) -> Opened:
    """Read one note."""
    reader = READERS.get(format_of(path))
    return reader(path, data, settings, surroundings) if reader else ()
