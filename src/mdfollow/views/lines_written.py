"""The lines that a verb wrote, as they stand now."""

from collections.abc import Iterator, Sequence

from mdfollow.document.edit import Edit
from mdfollow.document.source import Source
from mdfollow.pattern import pattern
from mdfollow.sync.trace import OPENING
from mdfollow.views.shown import shown

_PROPERTY = pattern(r"[ \t]*:MDFOLLOW_\w+\+?:")


def lines_written(new: bytes, edits: Sequence[Edit]) -> Iterator[tuple[int, str]]:
    """Numbers (from 1) and texts of the lines in `new` that `edits` put words into.

    Lines of the state comment are ours and stay unshown.
    """
    source = Source(new)
    hidden = _comment(source)
    moved, told = 0, set()
    for edit in sorted(edits):
        start = edit.start + moved
        stop = start + len(edit.new)
        moved += len(edit.new) - (edit.end - edit.start)
        for number, line in enumerate(source.lines):
            inside = line.start < stop and start < line.stop and edit.new.strip()
            if inside and number not in told and number not in hidden:
                told.add(number)
                yield number + 1, shown(source.texts[number].strip())


def _comment(source: Source) -> set[int]:
    hidden: set[int] = set()
    inside = False
    for number, text in enumerate(source.texts):
        inside = inside or OPENING in text
        if inside or _PROPERTY.match(text):
            hidden.add(number)
        inside = inside and "-->" not in text
    return hidden
