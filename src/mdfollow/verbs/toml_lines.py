"""One line of TOML: the value after its key, or a new key before the first table."""

import json

from mdfollow.document.edit import Edit
from mdfollow.document.frontmatter import Frontmatter, lines
from mdfollow.document.source import Source
from mdfollow.pattern import pattern
from mdfollow.value import Mapping, Scalar, Value

_VALUE = pattern(
    r"""[ \t]*(?:"[^"]*"|'[^']*'|[\w-]+)[ \t]*=[ \t]*"""
    r"""(?P<raw>"(?:[^"\\]|\\.)*"|'[^']*'|[^"'\[{#\s](?:[^#]*[^#\s])?)[ \t]*(?:#.*)?\Z"""
)
_ISO = pattern(r"\d{4}-\d\d-\d\d\Z")


def replaced(source: Source, key: Scalar, value: Value, text: str) -> Edit | None:
    """Put `text` in place of the value, which must stand whole on its key's line."""
    row = key.place.line - 1
    found = _VALUE.match(source.texts[row])
    if found is None or not isinstance(value, Scalar):
        return None
    start, end = found.span("raw")
    new = raw(text, found["raw"][:1])
    return Edit(source.offset(row, start), source.offset(row, end), new.encode())


def added(
    source: Source, block: Frontmatter, entry: Mapping | None, key: str, text: str
) -> Edit | None:
    """A new line before the first table of the note, or at the head of an entry's table."""
    rows = range(block.line - 1, block.line - 2 + len(lines(block.text)))
    if entry is not None:
        heads = [n for n in rows if n < entry.place.line and _is_table(source.texts[n])]
        row = heads[-1] + 1 if heads else 0
    else:
        row = next((n for n in rows if _is_table(source.texts[n])), rows.stop)
        while row - 1 in rows and not source.texts[row - 1].strip():
            row -= 1
    if not row:
        return None
    at = source.lines[row].start
    return Edit(at, at, f"{key} = {raw(text, '')}{source.newline}".encode())


def _is_table(line: str) -> bool:
    return line.lstrip().startswith("[")


def raw(text: str, old: str) -> str:
    """`text` as TOML: a day and a yes or no bare, unless the old value stood in quotes."""
    if old not in ("'", '"') and (_ISO.match(text) or text in ("true", "false")):
        return text
    return json.dumps(text, ensure_ascii=False)
