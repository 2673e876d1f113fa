"""Tasks to lines and lines to tasks: pure, one row or file a spelling."""

from mdfollow.dialects.base import Dialect
from mdfollow.dialects.checkbox import Checkbox
from mdfollow.dialects.logseq import Logseq
from mdfollow.dialects.org import Org

CHECKBOXES: dict[str, Dialect] = {
    row.name: row
    for row in (
        Checkbox("tasks", " 🆔 {id} ⏳ {start} 📅 {due}"),
        Checkbox("dataview", "  [id:: {id}]  [scheduled:: {start}]  [due:: {due}]"),
        Checkbox("gfm", " <!-- {id} --> ⏳ {start} 📅 {due}"),
    )
}
"""What a Markdown note can be written in."""

DIALECTS: dict[str, Dialect] = CHECKBOXES | {"org": Org(), "logseq": Logseq()}
"""All of them."""
