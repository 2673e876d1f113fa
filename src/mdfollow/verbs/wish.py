"""What is to be said in a note's fields, and the answer where no line can be changed safely."""

from datetime import date
from typing import NamedTuple

from mdfollow.interview.fields import ALIASES, Field, fields_of, fold
from mdfollow.interview.texts import single
from mdfollow.interview.words import read_status
from mdfollow.pattern import pattern
from mdfollow.value import Mapping, Scalar, Sequence, Value

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ISO = pattern(r"\d{4}-\d\d-\d\d\Z")
_LINKED = pattern(r"\[\[[^\]|]*\]\]\Z")


class Wish(NamedTuple):
    """A field, by its name in the table of fields, and the value it is to have."""

    name: str
    value: str

    @property
    def day(self) -> date | None:
        """The value where it is a day."""
        return date.fromisoformat(self.value) if _ISO.match(self.value) else None


class ByHand(NamedTuple):
    """The line for her to write: there is no safe way to write it for her."""

    line: int
    """Where it belongs, from 1."""
    text: str


def standing(mapping: Mapping, wish: Wish) -> Field | None:
    """The key of her own that says this already, whatever it is called there.

    A status may share its key with something else (`stage: 2`, `state: CA`): only one that says
    a status, or nothing yet, is taken.
    """
    fields = fields_of(mapping)
    found = [field for field in fields.every(wish.name) if _speaks(field, wish.name)]
    return next((field for field in found if not field.empty), found[0] if found else None)


def _speaks(field: Field, name: str) -> bool:
    if name != "status" or field.empty:
        return True
    one = single(field.value)
    return one is not None and read_status(one.text) is not None


def spelling(mapping: Mapping, name: str) -> str:
    """How a new key is written: with a capital, or all capitals, where her other keys are."""
    known = {alias for aliases in ALIASES.values() for alias in aliases}
    mine = [key.text for key, _ in mapping.entries if fold(key.text) in known]
    if mine and all(key.isupper() for key in mine):
        return name.upper()
    return name.capitalize() if mine and all(key[:1].isupper() for key in mine) else name


def in_shape(wish: Wish, old: str) -> str:
    """The value as she writes such values: a linked day linked, a status with its capital."""
    if wish.day and _LINKED.match(old.strip()):
        return f"[[{wish.value}]]"
    capital = wish.name == "status" and old[:1].isupper()
    return wish.value.capitalize() if capital else wish.value


def says(wish: Wish, old: str) -> bool:
    """Whether the old value says this already, be it in her own word for it."""
    if wish.name == "status":
        return read_status(old) == read_status(wish.value)
    return old.strip("[]<>").partition(" ")[0] == wish.value if wish.day else old == wish.value


def as_stamp(wish: Wish, old: str = "") -> str:
    """The value as Org writes it: a day as a stamp, active where the old one was."""
    if wish.day is None:
        return in_shape(wish, old)
    opening, closing = ("<", ">") if old.startswith("<") else ("[", "]")
    return f"{opening}{wish.value} {DAYS[wish.day.weekday()]}{closing}"


Bare = str | tuple[object, ...]


def bare(value: Value) -> Bare:
    """What a value says, wherever it stands."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Sequence):
        return ("list", *map(bare, value.items))
    return ("map", *((key.text, bare(item)) for key, item in value.entries))


def changed(mapping: Mapping, inner: Mapping, key: str, text: str) -> Mapping:
    """`mapping` with `text` under `key` of `inner`, which is itself or one of its entries."""

    def walk(value: Value) -> Value:
        if value is inner:
            return put(inner, key, text)
        if isinstance(value, Sequence):
            return Sequence(tuple(map(walk, value.items)), value.place)
        if isinstance(value, Mapping):
            entries = tuple((name, walk(item)) for name, item in value.entries)
            return Mapping(entries, value.place)
        return value

    found = walk(mapping)
    return found if isinstance(found, Mapping) else mapping


def put(mapping: Mapping, key: str, text: str) -> Mapping:
    """`mapping` with `text` under `key`: in its place, else as the last one."""
    entries = dict(mapping.entries)
    old = next((known for known in entries if known.text == key), Scalar(key))
    entries[old] = Scalar(text)
    return Mapping(tuple(entries.items()), mapping.place)


def same(one: Mapping, two: Mapping) -> bool:
    """Whether two maps say the same; the order of their keys says nothing."""
    return _sorted(bare(one)) == _sorted(bare(two))


def _sorted(value: object) -> object:
    if isinstance(value, tuple) and value and value[0] == "map":
        return ("map", *sorted((key, repr(_sorted(item))) for key, item in value[1:]))
    return tuple(map(_sorted, value)) if isinstance(value, tuple) else value
