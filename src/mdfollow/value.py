"""What a note's fields say, with places: the one shape YAML, TOML, page properties and Org give."""

from mdfollow.record import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column in the note, both from 1; columns count characters."""

    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text exactly as typed, quotes taken off; an empty value is the empty text."""

    text: str
    place: Place = Place()
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Value, ...]"
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys as typed, in order. A key given twice never gets here (the guard refuses it)."""

    entries: "tuple[tuple[Scalar, Value], ...]"
    place: Place = Place()


Value = Scalar | Sequence | Mapping
