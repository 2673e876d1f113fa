"""TOML fields (`+++`) as texts, each at the line of its key."""

import re
import tomllib
from datetime import datetime
from typing import Any

from mdfollow.document.fault import TOO_MUCH, TWICE, Fault
from mdfollow.pattern import pattern
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

MAX_DEPTH = 8
MAX_NODES = 2_000

_WHERE = pattern(r"\(at line (\d+), column (\d+)\)")
_KEY = pattern(
    r"""\s*(?:\[+\s*)?(?:[\w-]+\s*\.\s*)*["']?([^"'=\]]+?)["']?\s*(?:=|\]+\s*(?:#.*)?$)"""
)
_NESTED = pattern(r"[\[{]\s*" * (MAX_DEPTH + 4))
_DOTS = pattern(r"^[^=\"'#\n]*(?:\.[^=\"'#\n]*){9}", re.MULTILINE)


def read_toml(text: str, line: int) -> Mapping | Fault:
    """The fields of `text`, whose first line is number `line` of the note."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if too_deep(plain):
        return _too_much(line)
    try:
        table = tomllib.loads(plain, parse_float=str)
    except RecursionError:
        return _too_much(line)
    except ValueError as trouble:
        return _explain(str(trouble), line)
    walk = _Walk(_key_lines(plain, line))
    value = walk.value(table, Place(line, 1), 0)
    return value if isinstance(value, Mapping) and walk.nodes <= MAX_NODES else _too_much(line)


def too_deep(text: str) -> bool:
    """Whether keys or lists are nested deeper than anybody writes them, and a parser can bear."""
    return bool(_NESTED.search(text) or _DOTS.search(text))


class _Walk:
    """Turns Python's values back into texts, giving each key the next line that spells it."""

    def __init__(self, places: dict[str, list[Place]]) -> None:
        self.places = places
        self.nodes = 0

    def value(self, raw: Any, place: Place, depth: int) -> Value:
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            self.nodes = MAX_NODES + 1
            return Scalar("", place)
        if isinstance(raw, dict):
            return Mapping(tuple(self.entry(k, v, place, depth) for k, v in raw.items()), place)
        if isinstance(raw, list):
            return Sequence(tuple(self.value(item, place, depth + 1) for item in raw), place)
        return Scalar(_text(raw), place, quoted=isinstance(raw, str))

    def entry(self, key: str, raw: Any, place: Place, depth: int) -> tuple[Scalar, Value]:
        known = self.places.get(key)
        if known:
            place = known.pop(0) if len(known) > 1 else known[0]
        return Scalar(key, place), self.value(raw, place, depth + 1)


def _text(raw: object) -> str:
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, datetime):
        return raw.isoformat(" ")
    return raw if isinstance(raw, str) else _iso(raw)


def _iso(raw: object) -> str:
    spelt = getattr(raw, "isoformat", None)
    return str(spelt() if spelt else raw)


def _key_lines(text: str, line: int) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for number, row in enumerate(text.split("\n"), line):
        found = _KEY.match(row)
        if found:
            places.setdefault(found[1].strip(), []).append(Place(number, found.start(1) + 1))
    return places


def _too_much(line: int) -> Fault:
    return Fault(
        line, 1, "the frontmatter is nested too deep or too long", "keep it flat", TOO_MUCH
    )


def _explain(message: str, line: int) -> Fault:
    where = _WHERE.search(message)
    number = line + int(where[1]) - 1 if where else line
    column = int(where[2]) if where else 1
    if "overwrite" in message or "twice" in message:
        return Fault(number, column, "a key is given twice", "keep one of them", TWICE)
    return Fault(
        number, column, "this line cannot be read as TOML", f"line {number}: quote the value"
    )
