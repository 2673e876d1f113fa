"""Tasks to lines and lines to tasks: pure, one row or file a spelling."""

from functools import cache

from mdfollow.dialects.row import Dialect
from mdfollow.endings import MARKDOWN, ORG, format_of

_EMOJI = " 🆔 {id} ⏳ {start} 📅 {due}"
_INLINE = "  [id:: {id}]  [scheduled:: {start}]  [due:: {due}]"
_HIDDEN = " <!-- {id} --> ⏳ {start} 📅 {due}"

DIALECTS: dict[str, Dialect] = {
    row.name: row
    for row in (
        Dialect("tasks", MARKDOWN, "markdown", _EMOJI),
        Dialect("dataview", MARKDOWN, "markdown", _INLINE),
        Dialect("gfm", MARKDOWN, "markdown", _HIDDEN),
        Dialect("logseq", MARKDOWN, "logseq"),
        Dialect("org", ORG, "org"),
    )
}
"""The only list of dialects: a new one is one row here."""


def rows_of(path: str) -> dict[str, Dialect]:
    """The dialects a note with this path may be written in, by name; none for another file."""
    return _rows(format_of(path))


@cache
def _rows(format_: str) -> dict[str, Dialect]:
    return {name: row for name, row in DIALECTS.items() if row.format == format_}
