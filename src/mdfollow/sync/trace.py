"""The state comment: the only memory mdfollow has, kept inside the note.

    <!-- mdfollow:state v1 note=4f7q2c dialect=tasks i1=2026-11-10
    mf-7k2m9q i1/thank:dana-kim due=2026-11-11 sched=2026-11-10 txt=9f3a1c in=0d2e44
    -->

Keys this version does not know are kept as they stand.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from unicodedata import normalize

from mdfollow.digest import digest
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, field, replace

OPENING = "<!-- mdfollow:state "
VERSION = "v1"
_NO_WORD = pattern(r"[\s%<>=]")
"""What cannot stand in a field's value; a path may hold it."""
_ESCAPED = pattern(r"%([0-9a-f]{4})")
_TAG = pattern(r"i[1-9][0-9]*$")
_LINE = pattern(r"(?P<id>mf-[0-9a-z]{6,8}) (?P<key>\S+/\S+)(?P<rest>.*)$")
_KNOWN = ("due", "sched", "txt", "in", "draft", "v", "use", "done", "mail", "over", "asks", "at")


@dataclass(frozen=True, slots=True)
class Base:
    """What we last wrote of one step; `extra` holds fields of other versions.

    `text`, `facts` and `draft` are fingerprints; `draft` is empty as long as none was written.
    `over`: we took the line out, `time` because its time had passed, `asked` because a letter
    asked it; `due` is then the plan's due day at that time. `asks`: the draft as we wrote it
    carries the question about the decision date (ASK-2).
    """

    id: str
    key: str
    start: date | None = None
    due: date | None = None
    text: str = ""
    facts: str = ""
    draft: str = ""
    variant: int | None = None
    use: tuple[str, ...] = ()
    done: date | None = None
    mail: str = ""
    over: str = ""
    asks: bool = False
    at: str = ""
    """The file she moved the task to, as far as it was seen there."""
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def tag(self) -> str:
        """The interview's tag: `i1`."""
        return self.key.partition("/")[0]

    @property
    def name(self) -> str:
        """The step's name within its interview: `thank:dana-kim`."""
        return self.key.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Trace:
    """One state comment: note key, dialect, interview tags with their dates, a base a step."""

    note: str
    dialect: str
    tags: Mapping[str, date] = field(default_factory=dict)
    bases: Mapping[str, Base] = field(default_factory=dict)
    header: tuple[tuple[str, str], ...] = ()
    """Further header fields, ours (`pad`, `filled`) and those of other versions."""
    version: str = VERSION
    twins: tuple[Base, ...] = ()
    """Further lines with an id that has one already (a union merge leaves them)."""
    other: tuple[str, ...] = ()
    """Lines that say nothing to this version; kept."""


@lru_cache(maxsize=1024)
def note_key(stem: str, company: str, first_day: date, salt: str = "") -> str:
    """The note's key: minted once from its first facts, then only read."""
    return digest("\n".join((stem, company, first_day.isoformat(), *filter(None, (salt,)))))


def step_id(note: str, key: str) -> str:
    """The id of a step: the same on every machine, from the note's key and the step's."""
    return "mf-" + digest(f"{note}\n{key}")


def parse(lines: Iterable[str]) -> Trace | None:
    """The trace in the lines of a comment (quote marks taken off); None if it is none of ours."""
    first, *rest = [line.strip() for line in lines]
    header = first.removeprefix(OPENING).removesuffix("-->").split()
    if not first.startswith(OPENING) or not header:
        return None
    version, *words = header
    tags: dict[str, date] = {}
    further: list[tuple[str, str]] = []
    known = {"note": "", "dialect": ""}
    for name, value in _fields(words):
        if name in known:
            known[name] = value
        elif _TAG.match(name) and (day := _day(value)):
            tags[name] = day
        else:
            further.append((name, value))
    lines = [line.removesuffix("-->").rstrip() for line in rest]
    read = [(line, _base(line)) for line in lines if line]
    found = tuple(base for _, base in read if base)
    other = tuple(line for line, base in read if not base and not line.startswith(OPENING))
    bases = {base.id: base for base in reversed(found)}
    twins = tuple(base for base in found if bases[base.id] is not base)
    return Trace(
        known["note"], known["dialect"], tags, bases, tuple(further), version, twins, other
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _fields(words: Iterable[str]) -> list[tuple[str, str]]:
    """Names and values; a word without either says nothing."""
    found = (word.partition("=") for word in words)
    return [(name, value) for name, _, value in found if name or value]


def _base(line: str) -> Base | None:
    found = _LINE.match(line)
    if not found:
        return None
    words = _fields(found["rest"].split())
    fields = dict(words)
    variant = fields.get("v", "")
    return Base(
        id=found["id"],
        key=normalize("NFC", found["key"]),
        start=_day(fields.get("sched", "")),
        due=_day(fields.get("due", "")),
        text=fields.get("txt", ""),
        facts=fields.get("in", ""),
        draft=fields.get("draft", ""),
        variant=int(variant) if variant.isascii() and variant.isdigit() else None,
        use=tuple(filter(None, fields.get("use", "").split(","))),
        done=_day(fields.get("done", "")),
        mail=fields.get("mail", ""),
        over=fields.get("over", ""),
        asks=fields.get("asks") == "1",
        at=_typed(fields["at"]) if "at" in fields else "",
        extra=tuple((name, value) for name, value in words if name not in _KNOWN),
    )


def _typed(place: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), place)


def union(traces: Iterable[Trace], fits: Callable[[Base], bool]) -> Trace:
    """Comments with one note key count as one, and so do two lines with one id.

    Of such lines the one that `fits` the task as it stands is kept, else one that says why the
    line is gone, else the first; the earlier `done` of all counts (merge-cases 2).
    """
    first, *others = traces
    if not (others or first.twins or first.other):
        return first
    candidates: dict[str, list[Base]] = {}
    tags: dict[str, date] = {}
    other: dict[str, None] = {}
    for trace in (first, *others):
        tags = dict(trace.tags) | tags
        other |= dict.fromkeys(trace.other)
        for base in (*trace.bases.values(), *trace.twins):
            candidates.setdefault(base.id, []).append(base)
    bases = {}
    for name, group in candidates.items():
        bases[name] = group[0] if len(group) == 1 else _best(group, fits)
    return replace(first, tags=tags, bases=bases, twins=(), other=tuple(other))


def _best(group: Sequence[Base], fits: Callable[[Base], bool]) -> Base:
    days = [base.done for base in group if base.done]
    gone = next((base for base in group if base.over), group[0])
    chosen = next(filter(fits, group), gone)
    return replace(chosen, done=min(days) if days else None)


def render(trace: Trace) -> tuple[str, ...]:
    """The comment's lines, header first, one line a base sorted by id."""
    header = [f"{OPENING}{trace.version} note={trace.note} dialect={trace.dialect}"]
    header += [f"{name}={value}" if value else name for name, value in trace.header]
    header += [f"{tag}={day}" for tag, day in sorted(trace.tags.items(), key=_tag_number)]
    lines = [base_line(base) for _, base in sorted(trace.bases.items())]
    return " ".join(header), *lines, *trace.other, "-->"


def _tag_number(item: tuple[str, date]) -> int:
    return int(item[0][1:])


def base_line(base: Base) -> str:
    """What is remembered of one step, behind its id."""
    fields: list[tuple[str, object]] = [
        ("due", base.due),
        ("sched", base.start),
        ("txt", base.text),
        ("in", base.facts),
        ("draft", base.draft),
        ("v", base.variant),
        ("use", ",".join(base.use)),
        ("done", base.done),
        ("mail", base.mail),
        ("over", base.over),
        ("asks", "1" if base.asks else ""),
        ("at", _NO_WORD.sub(lambda found: f"%{ord(found[0]):04x}", base.at)),
    ]
    words = [f"{name}={value}" for name, value in fields if value not in {None, ""}]
    words += [f"{name}={value}" if value else name for name, value in base.extra]
    return " ".join((base.id, base.key, *words))
