"""Replacing spans of bytes."""

from collections.abc import Iterable

from mdfollow.record import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace bytes `start..end` by `new`; an insertion where `start == end`."""

    start: int
    end: int
    new: bytes


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """`data` with all edits done. Edits at one place keep their order; overlap is a ValueError."""
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at or edit.end > len(data):
            raise ValueError("edits overlap or leave the note")
        parts += (data[at : edit.start], edit.new)
        at = edit.end
    parts.append(data[at:])
    return b"".join(parts)
