"""Which codec reads a note, by how its name ends and by what the vault is used with."""

from typing import TYPE_CHECKING

from mdfollow.dialects import DIALECTS, rows_of
from mdfollow.pattern import pattern
from mdfollow.problem import Problem
from mdfollow.sync.page import NotePage, open_note
from mdfollow.sync.standing import Page

if TYPE_CHECKING:
    from mdfollow.dialects.codec import Codec
    from mdfollow.document.source import Source
    from mdfollow.settings import Settings
    from mdfollow.surroundings import Surroundings

Opened = Page | tuple[Problem, ...]
"""A page, or the problems of a note that cannot be read; none for a note of another kind."""

_WRITTEN = pattern(rb"<!-- mdfollow:state \S+ [^\r\n]*\bdialect=([a-z]+)")


def open_page(
    path: str,
    data: bytes,
    settings: "Settings",
    surroundings: "Surroundings",
    *,
    against: bool = False,
) -> Opened:
    """Read one note: the way it was first written stays, else her wish and the setting decide.

    `against`: what is no interview note is read as well, for what of ours may stand in it.
    """
    rows = rows_of(path)
    wanted = [settings.dialect, *_usual(surroundings)]
    names = [*(name for name in dict.fromkeys(wanted) if name in rows), *rows]

    def opened(codec: str) -> NotePage | tuple[Problem, ...]:
        mine = tuple(dict.fromkeys(name for name in names if rows[name].codec == codec))

        def opens(source: "Source") -> "Codec":
            return DIALECTS[mine[0]].open(source, surroundings, settings)

        return open_note(path, data, settings, opens, mine, against=against)

    if not names:
        return ()
    # most notes hold none: the expression would look at every byte
    marks = _WRITTEN.findall(data) if b"<!-- mdfollow:state " in data else ()
    written = (rows.get(found.decode()) for found in marks)
    for codec in dict.fromkeys(row.codec for row in written if row):
        page = opened(codec)
        # a comment quoted in a code fence is no memory: only the codec of its dialect knows
        if isinstance(page, tuple) or _holds(page):
            return page
    page = opened(rows[names[0]].codec)
    if isinstance(page, tuple):
        return page
    wish = rows.get(page.wishes.dialect)
    return opened(wish.codec) if wish and wish.codec != rows[names[0]].codec else page


def _usual(around: "Surroundings") -> tuple[str, ...]:
    """What the vault shows, the most telling first: the Tasks plugin before a Logseq graph."""
    if around.tasks_plugin:
        return ("dataview" if around.task_format == "dataview" else "tasks",)
    return ("logseq", "gfm") if around.logseq else ("gfm",)


def _holds(page: NotePage) -> bool:
    """Whether a plan of the page's own dialects stands on it."""
    traces = (trace for home in page.homes for trace in home.traces)
    return any(trace.dialect in page.dialects for trace in traces)
