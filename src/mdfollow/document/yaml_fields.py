"""YAML fields as typed, from parser events under tight limits (safety.md 5.1).

Nothing is composed or constructed: libyaml's composer crashes the process on deep input, and
YAML's guesses turn 14:30 into 870. Events come lazily, so a refused note costs next to nothing.
"""

from collections.abc import Iterable
from typing import Any

from mdfollow.document.fault import REFERENCE, TOO_MUCH, Fault, twice
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, field
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

MAX_DEPTH = 8
MAX_NODES = 2_000
MAX_ALIASES = 20

_LINE_END = pattern(r"\r\n|\n|\r")
_HALF = pattern(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_ITEM = pattern(r"""\s*- +([^"#]*[^"#\s])\s*$""")
_PAIR = pattern(r"""\s*(?:- +)?(?P<key>[^\s:"'][^:"']*):\s+(?P<value>[^"#]*[^"#\s])\s*$""")


def read_yaml(text: str, line: int) -> Mapping | Fault:
    """The fields of `text`, whose first line is number `line` of the note."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    builder = _Builder(line)
    try:
        fault = builder.build(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as trouble:
        return _explain(trouble, text, line)
    except yaml.YAMLError:
        return Fault(line, 1, "the frontmatter cannot be read as YAML", "quote its values")
    except RecursionError:
        return _too_deep(Place(line, 1))
    return fault or builder.result(Place(line, 1))


@dataclass(slots=True)
class _Open:
    """A list or map whose end has not come yet."""

    place: Place
    is_map: bool
    values: list[Value] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None

    @property
    def wants_key(self) -> bool:
        return self.is_map and self.key is None

    def closed(self) -> Value:
        if self.is_map:
            return Mapping(tuple(zip(self.keys.values(), self.values, strict=True)), self.place)
        return Sequence(tuple(self.values), self.place)


class _Builder:
    """Takes events one by one; stops at the first thing it will not read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.stack: list[_Open] = []
        self.root: Value | None = None
        self.anchors: dict[str, Scalar] = {}
        self.nodes = 0
        self.aliases = 0

    def build(self, events: Iterable[Any]) -> Fault | None:
        takers = {
            "ScalarEvent": self._scalar,
            "AliasEvent": self._alias,
            "SequenceStartEvent": self._start,
            "MappingStartEvent": self._start,
            "SequenceEndEvent": self._end,
            "MappingEndEvent": self._end,
        }
        for event in events:
            take = takers.get(type(event).__name__)
            fault = take(event) if take else None
            if fault:
                return fault
        return None

    def result(self, place: Place) -> Mapping | Fault:
        if isinstance(self.root, Mapping):
            return self.root
        if self.root is None or self.root == Scalar("", self.root.place):
            return Mapping((), place)
        where = self.root.place
        sentence = "the frontmatter has no `key: value` lines"
        return Fault(where.line, where.column, sentence, "write one, or take its `---` lines out")

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.line + mark.line, mark.column + 1)

    def _scalar(self, event: Any) -> Fault | None:
        scalar = Scalar(event.value, self._place(event), quoted=event.style not in (None, ""))
        if event.anchor:
            self.anchors[event.anchor] = scalar
        return self._put(scalar)

    def _alias(self, event: Any) -> Fault | None:
        place = self._place(event)
        self.aliases += 1
        known = self.anchors.get(event.anchor)
        if known is None:
            return _reference(place, f"`*{event.anchor}` does not point to a plain text")
        if self.aliases > MAX_ALIASES:
            return _reference(place, f"there are more than {MAX_ALIASES} aliases")
        return self._put(Scalar(known.text, place, known.quoted))

    def _start(self, event: Any) -> Fault | None:
        place = self._place(event)
        if event.anchor:
            return _reference(place, f"the anchor `&{event.anchor}` stands on a list or map")
        if self.stack and self.stack[-1].wants_key:
            sentence = "a list or map in brackets stands where a key should be"
            return Fault(place.line, place.column, sentence, "quote the value")
        if len(self.stack) >= MAX_DEPTH:
            return _too_deep(place)
        self.stack.append(_Open(place, type(event).__name__ == "MappingStartEvent"))
        return self._count(place)

    def _end(self, _event: Any) -> Fault | None:
        return self._put(self.stack.pop().closed(), counted=True)

    def _put(self, value: Value, *, counted: bool = False) -> Fault | None:
        if not self.stack:
            self.root = value
            return None
        top = self.stack[-1]
        if top.wants_key:
            return self._put_key(top, value)
        top.values.append(value)
        top.key = None
        return None if counted else self._count(value.place)

    def _put_key(self, top: _Open, value: Value) -> Fault | None:
        place = value.place
        if not isinstance(value, Scalar):
            return Fault(place.line, place.column, "a key must be plain text", "quote it")
        if value.text == "<<" and not value.quoted:
            return _reference(place, "merge keys (`<<`) are not read")
        if value.text in top.keys:
            return twice(value.text, place, top.keys[value.text].place)
        top.keys[value.text] = top.key = value
        return self._count(place)

    def _count(self, place: Place) -> Fault | None:
        self.nodes += 1
        if self.nodes <= MAX_NODES:
            return None
        sentence = f"the frontmatter has more than {MAX_NODES:,} values"
        return Fault(place.line, place.column, sentence, "move text below it", TOO_MUCH)


def _too_deep(place: Place) -> Fault:
    sentence = f"lists are nested more than {MAX_DEPTH} deep"
    return Fault(place.line, place.column, sentence, "quote the value if it is text", TOO_MUCH)


def _reference(place: Place, sentence: str) -> Fault:
    return Fault(place.line, place.column, sentence, "write the value itself", REFERENCE)


def _explain(trouble: Any, text: str, line: int) -> Fault:
    """The parser's complaint in the note's own lines, with the quoted form to write instead."""
    mark = trouble.problem_mark or trouble.context_mark
    context = trouble.context or ""
    if trouble.context_mark and ("flow" in context or "quoted" in context):
        mark = trouble.context_mark
    if mark is None:
        return Fault(line, 1, "the frontmatter cannot be read as YAML", "quote its values")
    rows = _LINE_END.split(text)
    if "escape" in trouble.problem or "hexdec" in trouble.problem:
        return _backslash(rows, trouble.problem_mark, line)
    row = rows[mark.line] if mark.line < len(rows) else ""
    number = line + min(mark.line, len(rows) - 1)
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return Fault(number, 1, "a tab indents this line", "use spaces instead")
    sentence = "this line cannot be read as YAML"
    for word, way_out in (("flow", "close the bracket"), ("quoted", "close the quotation mark")):
        if word in context:
            return Fault(number, mark.column + 1, sentence, f"line {number}: {way_out}")
    return Fault(number, mark.column + 1, sentence, f"line {number}: quote the value{_quoted(row)}")


def _backslash(rows: list[str], mark: Any, line: int) -> Fault:
    """Within double quotes a backslash begins a code; JSON's code for an emoji is two halves."""
    row, number = rows[min(mark.line, len(rows) - 1)], min(mark.line, len(rows) - 1) + line
    at = max(row.rfind("\\", 0, mark.column + 1), 0)
    if half := _HALF.match(row, at):
        sentence = f"`{half[0]}` is half a character, which YAML does not read"
        return Fault(number, at + 1, sentence, f"line {number}: write the character itself")
    sentence = f"`{row[at : at + 2]}` in double quotes is not a code that YAML knows"
    way_out = f"line {number}: write the backslash twice, or use single quotes"
    return Fault(number, at + 1, sentence, way_out)


def _quoted(row: str) -> str:
    """The row as it should be written, where that is plain to see."""
    pair = _PAIR.match(row)
    if pair:
        value = pair["value"]
        inner = value[1:-1] if len(value) > 1 and value[0] == value[-1] == "'" else value
        return f': {pair["key"]}: "{inner}"'
    item = _ITEM.match(row)
    return f': - "{item[1]}"' if item else ""
