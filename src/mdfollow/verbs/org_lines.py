"""One property of an Org heading, or one `#+KEY:` line of an Org file."""

from collections.abc import Sequence

from mdfollow.document import org, org_fields
from mdfollow.document.edit import Edit, apply
from mdfollow.document.org import OrgNote
from mdfollow.document.org_drawer import Drawer, Keyword, Property
from mdfollow.document.org_fields import FieldSource
from mdfollow.document.source import Source
from mdfollow.document.span import Part
from mdfollow.interview.fields import ALIASES, fold
from mdfollow.interview.words import read_status
from mdfollow.value import Mapping
from mdfollow.verbs.wish import ByHand, Wish, as_stamp, bare, same, says

_MEANING = {alias: name for name, aliases in ALIASES.items() for alias in aliases}


def drawer_edited(data: bytes, line: int, wish: Wish) -> Edit | ByHand | None:
    """The edit for the interview whose fields begin in `line`; None where it says so already."""
    source = Source(data)
    note = org.scan(source)
    places = _places(note)
    target = next((n for n, one in enumerate(places) if one.line == line), None)
    if target is None:
        return ByHand(line, f":{wish.name.upper()}: {as_stamp(wish)}")
    own = _own(note, places[target], wish.name)
    old = own.value.text if own else ""
    value = as_stamp(wish, old)
    if own and says(wish, old):
        return None
    edit = _replaced(own, value) if own else _added(note, places[target], wish, value)
    if edit and _proven(data, edit, places, target, wish, value):
        return edit
    return _by_hand(places[target], wish, value)


def _places(note: OrgNote) -> tuple[FieldSource, ...]:
    return org_fields.sources(note, lambda key: _MEANING.get(key, key))


def _own(note: OrgNote, place: FieldSource, name: str) -> Property | Keyword | None:
    """Her own line that says it in the interview's place, whatever it is called there."""
    drawer = place.heading.drawer if place.heading else note.drawer
    rows: list[Property | Keyword] = list(drawer.properties) if drawer else []
    if place.heading is None:
        rows += [keyword for keyword in note.keywords if keyword.heading is None]
    order = ALIASES[name]
    fitting = [row for row in rows if fold(row.key.text) in order and _speaks(row.value, name)]
    fitting.sort(key=lambda row: (not row.value.text, order.index(fold(row.key.text))))
    return next(iter(fitting), None)


def _speaks(value: Part, name: str) -> bool:
    return name != "status" or not value.text or read_status(value.text) is not None


def _replaced(own: Property | Keyword, value: str) -> Edit | None:
    if isinstance(own, Property) and own.adds:
        return None
    span = own.value.span
    lead = (
        "" if own.value.text or own.value.column > own.key.column + len(own.key.text) + 1 else " "
    )
    return Edit(span.start, span.end, f"{lead}{value}".encode())


def _added(note: OrgNote, place: FieldSource, wish: Wish, value: str) -> Edit | None:
    drawer = place.heading.drawer if place.heading else note.drawer
    if drawer and drawer.properties:
        return _in_drawer(note.source, drawer, wish.name, value)
    keywords = (
        []
        if place.heading
        else [
            each
            for each in note.keywords
            if each.heading is None and fold(each.key.text) in _MEANING
        ]
    )
    if not keywords:
        return None
    last = keywords[-1]
    text = note.source.texts[last.key.line]
    name = wish.name.upper() if last.key.text.isupper() else wish.name
    lead = text[: len(text) - len(text.lstrip())]
    return _behind(note.source, last.key.line, f"{lead}#+{name}: {value}")


def _in_drawer(source: Source, drawer: Drawer, name: str, value: str) -> Edit:
    """A line at the end of the drawer, its value under the others where they are aligned."""
    last = drawer.properties[-1]
    text = source.texts[last.key.line]
    lead = text[: len(text) - len(text.lstrip())]
    upper = all(row.key.text.isupper() for row in drawer.properties)
    key = f"{lead}:{name.upper() if upper else name}:"
    columns = {row.value.column for row in drawer.properties if row.value.text}
    wide = columns.pop() if len(columns) == 1 else 0
    return _behind(source, drawer.last - 1, f"{key.ljust(wide - 1)} {value}")


def _behind(source: Source, row: int, text: str) -> Edit:
    line = source.lines[row]
    if line.stop == line.end:
        return Edit(line.end, line.end, f"{source.newline}{text}".encode())
    return Edit(line.stop, line.stop, f"{text}{source.newline}".encode())


def _proven(
    data: bytes, edit: Edit, places: Sequence[FieldSource], target: int, wish: Wish, value: str
) -> bool:
    """Whether this interview says it now, and every other place says what it said."""
    after = _places(org.scan(Source(apply(data, [edit]))))
    if len(after) != len(places):
        return False
    for number, (old, new) in enumerate(zip(places, after, strict=True)):
        if number != target and not same(old.mapping, new.mapping):
            return False
    return _says(places[target].mapping, after[target].mapping, wish.name, value)


def _says(old: Mapping, new: Mapping, name: str, value: str) -> bool:
    """Whether `new` says what `old` said, and `value` for the one field.

    What it took over for that field from the headings above may be hidden now.
    """
    rest, meant = _parted(old, name)
    new_rest, new_meant = _parted(new, name)
    known = {bare(item) for _, item in meant.entries}
    said_now = [bare(item) for _, item in new_meant.entries]
    others = [text for text in said_now if text != value]
    return same(rest, new_rest) and value in said_now and known.issuperset(others)


def _parted(mapping: Mapping, name: str) -> tuple[Mapping, Mapping]:
    meant = [entry for entry in mapping.entries if fold(entry[0].text) in ALIASES[name]]
    rest = [entry for entry in mapping.entries if entry not in meant]
    return Mapping(tuple(rest)), Mapping(tuple(meant))


def _by_hand(place: FieldSource, wish: Wish, value: str) -> ByHand:
    if place.heading:
        return ByHand(place.line, f":{wish.name.upper()}: {value}")
    return ByHand(1, f"#+{wish.name}: {value}")
