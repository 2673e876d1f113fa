"""What mdfollow remembers in Org files: properties, where other notes have one comment.

    ** Follow-up plan
    :PROPERTIES:
    :MDFOLLOW_NOTE: 4f7q2c
    :MDFOLLOW_STATE: v1 dialect=org i1=2026-11-10
    :MDFOLLOW_SEEN+: mf-7k2m9q i1/thank:dana-kim v=1
    :END:

The plan's heading names every step that is or was there, with what has to outlive its heading;
the rest stands in the task's own MDFOLLOW_BASE and goes with it to wherever she refiles it.
"""

from collections.abc import Sequence

from mdfollow.dialects.codec import STATE, Memory, around
from mdfollow.document.org import Heading, OrgNote
from mdfollow.document.org_drawer import Drawer, Property
from mdfollow.document.span import Span

NOTE = "MDFOLLOW_NOTE"
HEADER = "MDFOLLOW_STATE"
SEEN = "MDFOLLOW_SEEN"
_OURS = frozenset({NOTE, HEADER, SEEN})
_IN_TASK_ONLY = frozenset({"due", "sched", "txt", "in", "draft"})
"""Fields of a step that go with its heading."""
_OUTLIVING = frozenset({"v", "use", "done", "mail", "over", "at", "asks", "to"})
"""Fields that stay with the plan; those of other versions do only where no heading stands."""


def memory_of(outline: OrgNote, heading: Heading) -> Memory | None:
    """What the plan of a heading remembers, in normal form; None for a heading without one."""
    drawer = heading.drawer
    note = drawer.get(NOTE) if drawer else None
    if drawer is None or note is None or not note.value.text:
        return None
    source = outline.source
    state = drawer.get(HEADER)
    version, _, header = (state.value.text if state else "v1").partition(" ")
    seen = [p.value.text for p in own(drawer, frozenset({SEEN})) if p.value.text]
    rows = [p.key.line for p in own(drawer, _OURS)]
    whole = range(drawer.first, drawer.last + 1)
    first = source.texts[rows[0]]
    lead = first[: len(first) - len(first.lstrip())]
    return Memory(
        node=heading,
        lines=(f"{STATE}{version} note={note.value.text} {header}", *seen),
        span=lambda: Span(source.offset(rows[0], len(lead)), source.lines[rows[0]].end),
        lead=lead,
        whole=tuple(whole if len(rows) == len(drawer.properties) else rows),
        around=around(header),
        rest=tuple(rows[1:]),
        typed=tuple(source.texts[row].strip() for row in rows),
    )


def properties(lines: Sequence[str]) -> list[str]:
    """The lines of a plan's drawer between its first and last, from the normal form."""
    header, *rows = lines
    version, note, rest = header.removeprefix(STATE).split(" ", 2)
    return [
        f":{NOTE}: {note.removeprefix('note=')}",
        f":{HEADER}: {version} {rest}",
        *(f":{SEEN}+: {_outliving(row)}" for row in rows if row != "-->"),
    ]


def own(drawer: Drawer, names: frozenset[str]) -> list[Property]:
    """The properties of a drawer with these names."""
    return [p for p in drawer.properties if p.key.text.upper() in names]


def _outliving(line: str) -> str:
    """What of a step's line has to outlive its heading; what is no such line stays as it is."""
    words = line.split(" ")
    step, fields = words[:2], words[2:]
    names = {field.partition("=")[0] for field in fields}
    gone = set(_IN_TASK_ONLY)
    if "over" in names:
        gone.discard("due")
    elif "txt" in names:
        gone = names - _OUTLIVING
    return " ".join((*step, *(f for f in fields if f.partition("=")[0] not in gone)))
