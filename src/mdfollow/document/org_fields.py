"""Where an Org note tells of interviews: the file's own fields, and those of marked headings.

A file speaks through its `#+KEY: value` lines and its property drawer, a heading through its
property drawer. A heading takes over what the headings above and the file say, nearest first;
never a date, and where several interviews share what stands above, nothing of what happened in
one room: a person must not be thanked for a round she was not in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Map

from mdfollow.document.org import Heading, OrgNote
from mdfollow.document.org_days import heading_day
from mdfollow.document.org_drawer import Drawer
from mdfollow.document.org_lines import OrgKind
from mdfollow.document.span import Part, Span
from mdfollow.interview.evidence_words import INTERVIEW_KIND, INTERVIEW_TAG, KIND_KEYS
from mdfollow.interview.fields import ALIASES, DATE_WITH_A_MARKER, EXPLICIT_DATE
from mdfollow.interview.look import kind_words
from mdfollow.record import dataclass
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

_DATES = frozenset({*ALIASES["interview_date"], *DATE_WITH_A_MARKER})
NEVER_INHERITED = _DATES | {"title", "deadline", *ALIASES["interviews"]}
"""Folded keys that say when: they speak for the place they stand in, and for no heading below."""
OF_ONE_INTERVIEW = frozenset(
    {
        *("time", "interviewtime", "interviewers", "interviewer", "interviewedby", "panel", "with"),
        *(f"interviewer{number}" for number in range(1, 10)),
        *("interviewername", "interviewernames", "people", "attendees", "stakeholders"),
        *("format", "interviewformat", "mode", "medium", "interviewtype"),
        *("round", "roundnumber", "interviewround", "roundname"),
        *("thanked", "thankyousent", "learned", "learnt", "takeaway", "discussed", "covered"),
        *("known", "aboutthem"),
    }
)
"""Folded keys that a heading takes over only where no other interview would."""
_OF_ORG = frozenset(
    {
        *("archive", "author", "bibliography", "bind", "columns", "constants", "creator"),
        *("description", "email", "excludetags", "filetags", "htmlhead", "include", "keywords"),
        *("language", "latexclass", "latexheader", "link", "macro", "options", "priorities"),
        *("property", "selecttags", "seqtodo", "setupfile", "startup", "tags", "todo", "typtodo"),
        *("id", "customid"),
    }
)
"""Folded keys with a meaning to Org itself, which say nothing of an interview."""
_ID = "mf-"


@dataclass(frozen=True, slots=True)
class FieldSource:
    """One place that may tell of an interview, with all fields that hold there.

    `heading` is None for the file. `span` are the bytes of the subtree (for the file: all of
    them), `line` counts from 1.
    """

    mapping: Mapping
    heading: Heading | None
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A key as first typed and all its values; `adds`: only `:KEY+:` lines gave them."""

    key: Scalar
    values: tuple[Value, ...]
    adds: bool = False


_Layer = dict[str, _Row]


def fold(key: str) -> str:
    """A key without case, blanks, `-` and `_`."""
    return "".join(char for char in key.lower() if char not in " \t_-")


def sources(note: OrgNote, meaning: Callable[[str], str] = fold) -> tuple[FieldSource, ...]:
    """The file, if it has fields, then every marked heading in order.

    A heading is marked by its own tag or kind or by an explicit interview date in its own
    drawer. Commented and archived trees are left out. `meaning` tells which folded keys are
    spellings of one field, so that `EMPLOYER` in a drawer hides the file's `COMPANY`.
    """
    file = _file(note)
    marked = [heading for heading in note.headings if not heading.hidden and _marked(heading)]
    chains = [[heading, *note.above(heading)] for heading in marked]
    users = Counter(over.index for chain in chains for over in chain)
    shared = len(marked) + _marks(file) > 1
    found = [_source(note, None, file)] if file or any(_tagged(note, None)) else []
    for heading, (_, *above) in zip(marked, chains, strict=True):
        layers = [_inheritable(_drawer(h.drawer), shared=users[h.index] > 1) for h in above]
        layers.append(_inheritable(file, shared=shared))
        merged = _merged(_drawer(heading.drawer), layers, meaning)
        found.append(_source(note, heading, merged))
    return tuple(found)


def places(note: OrgNote) -> dict[int, int]:
    """First line and end (from 0) of every subtree that may tell of an interview."""
    return {h.line: h.stop for h in note.headings if not h.hidden and _marked(h)}


def body(
    note: OrgNote, source: FieldSource, others: Map[int, int] | None = None
) -> tuple[tuple[int, str], ...]:
    """The text lines of a source with their numbers from 1, other sources' subtrees left out.

    `others` are the `places` of the note, found once for all its sources.
    """
    skips = places(note) if others is None else others
    stop = source.heading.stop if source.heading else len(note.kinds)
    line = source.heading.line if source.heading else 0
    found: list[tuple[int, str]] = []
    own = line if source.heading else -1
    while line < stop:
        if line in skips and line != own:
            line = skips[line]
            continue
        if note.kinds[line] is OrgKind.TEXT:
            found.append((line + 1, note.source.texts[line]))
        line += 1
    return tuple(found)


def _source(note: OrgNote, heading: Heading | None, layer: _Layer) -> FieldSource:
    merged = dict(layer)
    tags = tuple(_tagged(note, heading))
    if tags:
        own = merged.get("tags")
        merged["tags"] = _Row(Scalar("tags", tags[0].place), (*tags, *(own.values if own else ())))
    if (
        heading
        and not any(name in _DATES for name in merged)
        and (day := heading_day(note, heading))
    ):
        merged["scheduled"] = _Row(Scalar("SCHEDULED", day.place), (day,))
    entries = tuple((row.key, _value(row)) for row in merged.values())
    line = heading.line if heading else 0
    stop = heading.stop if heading else len(note.kinds)
    span = note.span(line, stop) if heading else Span(0, len(note.source.data))
    return FieldSource(Mapping(entries, Place(line + 1, 1)), heading, span, line + 1)


def _merged(own: _Layer, above: list[_Layer], meaning: Callable[[str], str]) -> _Layer:
    """What holds at a heading: nearer rows first, `:KEY+:` rows behind what they add to."""
    merged = dict(own)
    for layer in above:
        given = {meaning(name) for name in merged}
        for name, row in layer.items():
            near = merged.get(name)
            if near is not None and near.adds:
                merged[name] = _Row(near.key, row.values + near.values, row.adds)
            elif meaning(name) not in given:
                merged[name] = row
    return merged


def _file(note: OrgNote) -> _Layer:
    """Keywords before the first heading, `#+PROPERTY` among them, then the file's drawer."""
    layer: _Layer = {}
    for keyword in note.keywords:
        if keyword.heading is not None:
            break
        key, value = keyword.key, keyword.value
        if fold(key.text) == "property":
            name, blank, rest = value.text.partition(" ")
            at = len(value.text) - len(rest.lstrip(" \t"))
            adds = name.endswith("+")
            if blank:
                _add(layer, _cut(value, 0, len(name) - adds), _cut(value, at, None), adds=adds)
        else:
            _add(layer, key, value)
    return layer | _drawer(note.drawer)


def _drawer(drawer: Drawer | None) -> _Layer:
    layer: _Layer = {}
    for found in drawer.properties if drawer else ():
        _add(layer, found.key, found.value, adds=found.adds)
    return layer


def _add(layer: _Layer, key: Part, value: Part, *, adds: bool = False) -> None:
    name = fold(key.text)
    ours = name.startswith("mdfollow") and (name != "mdfollow" or value.text.startswith(_ID))
    if ours or name in _OF_ORG:
        return
    row = layer.get(name)
    if row is None:
        layer[name] = _Row(key.scalar(), (value.scalar(),), adds)
    else:
        layer[name] = _Row(row.key, (*row.values, value.scalar()), row.adds and adds)


def _cut(part: Part, start: int, end: int | None) -> Part:
    return Part(part.text[start:end], part.source, part.line, part.column + start)


def _inheritable(layer: _Layer, *, shared: bool) -> _Layer:
    kept = NEVER_INHERITED | OF_ONE_INTERVIEW if shared else NEVER_INHERITED
    return {name: row for name, row in layer.items() if name not in kept}


def _value(row: _Row) -> Value:
    values = tuple(v for v in row.values if not isinstance(v, Scalar) or v.text) or row.values[:1]
    return values[0] if len(values) == 1 else Sequence(values, values[0].place)


def _tagged(note: OrgNote, heading: Heading | None) -> Iterator[Scalar]:
    """The tags that hold at a place, nearest first, each where it was typed."""
    groups = [h.headline.tags_part for h in (heading, *note.above(heading))] if heading else []
    groups += [k.value for k in note.keywords if k.key.text.upper() == "FILETAGS"]
    seen = set()
    for group in groups:
        for tag in group.text.replace(":", " ").split() if group else ():
            if group and tag not in seen:
                seen.add(tag)
                yield Scalar(tag, group.scalar().place)


def _marked(heading: Heading) -> bool:
    tags = map(kind_words, heading.headline.tags)
    return any(map(INTERVIEW_TAG.fullmatch, tags)) or _marks(_drawer(heading.drawer))


def _marks(layer: _Layer) -> bool:
    kinds: Iterable[_Row] = (row for name, row in layer.items() if name in KIND_KEYS)
    said = (kind_words(v.text) for row in kinds for v in row.values if isinstance(v, Scalar))
    return any(map(INTERVIEW_KIND.fullmatch, said)) or any(name in EXPLICIT_DATE for name in layer)
