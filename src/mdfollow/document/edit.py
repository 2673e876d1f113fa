"""Replacing spans of bytes."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from mdfollow.record import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace bytes `start..end` by `new`; an insertion where `start == end`."""

    start: int
    end: int
    new: bytes


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """`data` with all edits done. Edits at one place keep their order; overlap is a ValueError."""
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=_place):
        if edit.start < at or edit.end > len(data):
            raise ValueError("edits overlap or leave the note")
        parts += (data[at : edit.start], edit.new)
        at = edit.end
    parts.append(data[at:])
    return b"".join(parts)


def overlap(edits: Iterable[Edit]) -> bool:
    """Whether two edits want the same bytes: `apply` refuses them."""
    placed = sorted(edits, key=_place)
    return any(one.end > other.start for one, other in pairwise(placed))


def composed(first: Sequence[Edit], second: Sequence[Edit], size: int) -> tuple[Edit, ...]:
    """The edits that do at once what `first` and then `second` do to `size` bytes."""
    if not first or not second:
        return tuple(first or second)
    middle = _Pieces(first, size)
    found: list[range | bytes] = []
    at = 0
    for edit in sorted(second, key=_place):
        found += [*middle.take(edit.start - at), edit.new]
        for _ in middle.take(edit.end - edit.start):
            pass  # it was there for a moment only
        at = edit.end
    found += middle.take(None)
    return tuple(_edits(found, size))


class _Pieces:
    """Edited bytes from their beginning on: ranges of the old ones, and new ones."""

    def __init__(self, edits: Iterable[Edit], size: int) -> None:
        self.left: list[range | bytes] = []
        at = 0
        for edit in sorted(edits, key=_place):
            self.left += (range(at, edit.start), edit.new)
            at = edit.end
        self.left.append(range(at, size))
        self.left.reverse()

    def take(self, length: int | None) -> Iterator[range | bytes]:
        """The next `length` bytes in pieces; None: all that is left."""
        while self.left and length != 0:
            piece = self.left.pop()
            if length is not None and len(piece) > length:
                self.left.append(piece[length:])
                piece = piece[:length]
            length = None if length is None else length - len(piece)
            yield piece


def _edits(pieces: Iterable[range | bytes], size: int) -> Iterator[Edit]:
    at, new = 0, b""
    for piece in pieces:
        if isinstance(piece, bytes):
            new += piece
        elif piece:
            if new or piece.start > at:
                yield Edit(at, piece.start, new)
            at, new = piece.stop, b""
    if new or at < size:
        yield Edit(at, size, new)


def old_lines(old: Sequence[int], new: Sequence[int], edits: Iterable[Edit]) -> dict[int, int]:
    """Line after the edits to line before them, both from 0; one that was put in is absent.

    `old` and `new` hold the byte at which each line starts. Within one edit the lines are the
    same ones where it has as many before as after.
    """
    pairs: dict[int, int] = {}
    starts = {start: number for number, start in enumerate(old)}
    at = moved = 0
    for edit in (*sorted(edits, key=_place), Edit(1 << 62, 1 << 62, b"")):
        begin, stop = edit.start + moved, edit.start + moved + len(edit.new)
        for number in range(bisect_left(new, at), bisect_left(new, begin)):
            if new[number] - moved in starts:
                pairs[number] = starts[new[number] - moved]
        before = range(bisect_left(old, edit.start), bisect_left(old, edit.end))
        after = range(bisect_left(new, begin), bisect_left(new, stop))
        if len(before) == len(after):
            pairs.update(zip(after, before, strict=True))
        at = stop
        moved += len(edit.new) - (edit.end - edit.start)
    return pairs
