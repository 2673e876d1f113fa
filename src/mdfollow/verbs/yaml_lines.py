"""One line of YAML: the value after its key, or a new key at the end of its map."""

import json
import re

from mdfollow.document.edit import Edit
from mdfollow.document.frontmatter import Frontmatter, lines
from mdfollow.document.source import Source
from mdfollow.pattern import pattern
from mdfollow.value import Mapping, Scalar, Value

_PLAIN = pattern(r"[^\W_](?:[\w .()/+’'-]*[\w.)+])?")
_QUOTED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"')}
_COLON = pattern(r"""(?:"[^"]*"|'[^']*'|.*?)[ \t]*:""")


def replaced(source: Source, key: Scalar, value: Value, text: str) -> Edit | None:
    """Put `text` in place of the value, which must stand whole on its key's line."""
    if not isinstance(value, Scalar):
        return None
    row = key.place.line - 1
    line = source.texts[row]
    if not value.text and not value.quoted:
        colon = _COLON.match(line, key.place.column - 1)
        at = source.offset(row, colon.end()) if colon else 0
        return Edit(at, at, f" {raw(text)}".encode()) if colon else None
    if value.place.line != key.place.line:
        return None
    start = value.place.column - 1
    end, quote = start + len(value.text), ""
    if value.quoted:
        quote = line[start : start + 1]
        found = _QUOTED[quote].match(line, start) if quote in _QUOTED else None
        if found is None:
            return None
        end = found.end()
    elif line[start:end] != value.text:
        return None
    return Edit(source.offset(row, start), source.offset(row, end), raw(text, quote).encode())


def added(
    source: Source, block: Frontmatter, entry: Mapping | None, key: str, text: str
) -> Edit | None:
    """A new line at the end of the note's map, or of one entry of a list."""
    if entry is None:
        row = block.line - 2 + len(lines(block.text))
        first = next((line for line in lines(block.text) if line.strip()), "")
        indent = len(first) - len(first.lstrip(" "))
    else:
        indent = entry.entries[0][0].place.column - 1 if entry.entries else 0
        row = _behind(source, entry.place.line, indent)
    if not row:
        return None
    at = source.lines[row].start if row < len(source.lines) else len(source.data)
    return Edit(at, at, f"{' ' * indent}{key}: {raw(text)}{source.newline}".encode())


def _behind(source: Source, row: int, indent: int) -> int:
    """The row (from 0) behind an entry that begins in the row before `row`."""
    stop = row
    for number in range(row, len(source.texts)):
        line = source.texts[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        stop = number + 1 if line.strip() else stop
    return stop


def raw(text: str, quote: str = "") -> str:
    """`text` as YAML, in the quotes that stood there, else plain where that reads the same."""
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    if quote or not _PLAIN.fullmatch(text):
        return json.dumps(text, ensure_ascii=False)
    return text
