"""Saying one thing in a note's fields: one line changed or added, the rest byte for byte.

An edit is proven before it is believed: the fields are read again, and nothing in them may say
anything else than before but for the one key. Where no edit proves itself, the line is hers.
"""

from collections.abc import Iterator, Sequence

from mdfollow.document import frontmatter
from mdfollow.document.edit import Edit, apply
from mdfollow.document.frontmatter import Frontmatter, Kind
from mdfollow.document.source import Source
from mdfollow.endings import ORG, format_of
from mdfollow.interview.fields import ALIASES, fold
from mdfollow.value import Mapping
from mdfollow.value import Sequence as Values
from mdfollow.verbs import org_lines, page_lines, toml_lines, yaml_lines
from mdfollow.verbs.wish import ByHand, Wish, changed, in_shape, same, says, spelling, standing

_ENTRIES = frozenset(ALIASES["interviews"])
_OF_ALL = frozenset({"status", "mdfollow"})
"""What holds for the whole application: it is said for the note, not for one of its entries."""
_FORMS = {
    Kind.YAML: (yaml_lines.replaced, yaml_lines.added, ": "),
    Kind.TOML: (toml_lines.replaced, toml_lines.added, " = "),
    Kind.PAGE: (page_lines.replaced, page_lines.added, ":: "),
}


def fields_edited(
    path: str, data: bytes, line: int, wishes: Sequence[Wish], *, own: bool = False
) -> tuple[Edit, ...] | ByHand:
    """The edits that make the fields say all `wishes`; none where they do already.

    `line` is where the interview's fields begin (from 1). `own`: its own entry in a list of
    interviews is meant, not what the note says for the latest of them.
    """
    edits: list[Edit] = []
    for wish in wishes:
        found = _said(path, data, line, wish, own=own)
        if isinstance(found, ByHand):
            return found
        edits += [found] if found else []
    return tuple(edits)


def _said(path: str, data: bytes, line: int, wish: Wish, *, own: bool) -> Edit | ByHand | None:
    if format_of(path) == ORG:
        return org_lines.drawer_edited(data, line, wish)
    block = frontmatter.find(data)
    mapping = frontmatter.fields(block) if block else None
    if block is None or not isinstance(mapping, Mapping):
        return ByHand(1, f"{wish.name}: {wish.value}")
    for inner in _places(mapping, line, wish.name, own=own):
        if isinstance(found := _tried(data, block, mapping, inner, wish), Edit):
            return found
        if found:
            return None
    return _by_hand(block, mapping, line, wish, own=own)


def _places(mapping: Mapping, line: int, name: str, *, own: bool) -> Iterator[Mapping]:
    """Where it may be said, best first: her own entry where it is or must be, else the note."""
    entry = None if name == "mdfollow" else entry_at(mapping, line)
    if entry is not None:
        yield entry
    if not own or name in _OF_ALL:
        yield mapping


def entry_at(mapping: Mapping, line: int) -> Mapping | None:
    """The entry of a list of interviews that begins in `line`, where just one does."""
    found = [
        item
        for key, value in mapping.entries
        if fold(key.text) in _ENTRIES and isinstance(value, Values)
        for item in value.items
        if isinstance(item, Mapping) and item.place.line == line
    ]
    return found[0] if len(found) == 1 else None


def _tried(
    data: bytes, block: Frontmatter, mapping: Mapping, inner: Mapping, wish: Wish
) -> Edit | bool:
    """A proven edit; True where `inner` says it already, False where nothing can be proven."""
    replaced, added, _ = _FORMS[block.kind]
    source, field = Source(data), standing(inner, wish)
    if field is not None:
        old = getattr(field.value, "text", "")
        value = in_shape(wish, old)
        if says(wish, old):
            return True
        edit = replaced(source, field.key, field.value, value)
        key = field.key.text
    elif inner is not mapping and (wish.name in _OF_ALL or standing(mapping, wish)):
        return False  # the note says it for its latest interview: it is said there
    else:
        key, value = spelling(mapping, wish.name), wish.value
        edit = added(source, block, None if inner is mapping else inner, key, value)
    wanted = changed(mapping, inner, key, value)
    return edit if edit and _proven(data, block, edit, wanted) else False


def _proven(data: bytes, block: Frontmatter, edit: Edit, wanted: Mapping) -> bool:
    new = apply(data, [edit])
    after = frontmatter.find(new)
    if (
        after is None
        or after.kind is not block.kind
        or len(new) - after.end != len(data) - block.end
    ):
        return False
    read = frontmatter.fields(after)
    return isinstance(read, Mapping) and same(read, wanted)


def _by_hand(block: Frontmatter, mapping: Mapping, line: int, wish: Wish, *, own: bool) -> ByHand:
    mark = _FORMS[block.kind][2]
    entry = entry_at(mapping, line) if own else None
    field = standing(entry or mapping, wish)
    key = field.key.text if field else spelling(mapping, wish.name)
    value = toml_lines.raw(wish.value, "") if block.kind is Kind.TOML else wish.value
    at = field.key.place.line if field else (line if entry else block.line)
    return ByHand(at, f"{key}{mark}{value}")
