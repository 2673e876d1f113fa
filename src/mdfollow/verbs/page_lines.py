"""One page property (`key:: value`): Dataview's and Logseq's."""

from mdfollow.document.edit import Edit
from mdfollow.document.frontmatter import Frontmatter, lines
from mdfollow.document.source import Source
from mdfollow.value import Mapping, Scalar, Value


def replaced(source: Source, key: Scalar, value: Value, text: str) -> Edit | None:
    """Put `text` in place of the value."""
    if not isinstance(value, Scalar):
        return None
    row = key.place.line - 1
    line = source.texts[row]
    colons = line.index("::", key.place.column - 1) + 2
    if not value.text:
        at = source.offset(row, colons)
        return Edit(at, at, f" {text}".encode())
    start = value.place.column - 1
    end = start + len(value.text)
    return Edit(source.offset(row, start), source.offset(row, end), text.encode())


def added(
    source: Source, block: Frontmatter, entry: Mapping | None, key: str, text: str
) -> Edit | None:
    """A new line behind the last property, indented like it."""
    if entry is not None:
        return None
    rows = [row for row, line in enumerate(lines(block.text)) if "::" in line]
    last = source.texts[rows[-1]]
    lead = last[: len(last) - len(last.lstrip())] if len(rows) > 1 else ""
    line = source.lines[rows[-1]]
    if line.stop == line.end:
        return Edit(line.end, line.end, f"{source.newline}{lead}{key}:: {text}".encode())
    return Edit(line.stop, line.stop, f"{lead}{key}:: {text}{source.newline}".encode())
