"""Tasks to lines and lines to tasks: pure, one row or file a spelling; `table` has them all."""

from mdfollow.dialects.base import Dialect
from mdfollow.dialects.checkbox import Checkbox

CHECKBOXES: dict[str, Dialect] = {
    row.name: row
    for row in (
        Checkbox("tasks", " 🆔 {id} ⏳ {start} 📅 {due}"),
        Checkbox("dataview", "  [id:: {id}]  [scheduled:: {start}]  [due:: {due}]"),
        Checkbox("gfm", " <!-- {id} --> ⏳ {start} 📅 {due}"),
    )
}
"""What a Markdown note can be written in; apart, for a vault of such notes needs no other."""
