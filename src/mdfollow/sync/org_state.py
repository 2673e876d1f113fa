"""What mdfollow remembers in an Org file: properties, where Markdown notes have one comment.

    ** Follow-up plan
    :PROPERTIES:
    :MDFOLLOW_NOTE: 4f7q2c
    :MDFOLLOW_STATE: v1 dialect=org i1=2026-11-10
    :MDFOLLOW_SEEN+: mf-7k2m9q i1/thank:dana-kim v=1
    :END:

The plan's heading names every step that is or was there, with what has to outlive its heading;
the rest stands in the task's own MDFOLLOW_BASE and goes with it to wherever she refiles it.
"""

from collections.abc import Iterable, Mapping, Sequence

from mdfollow.document.org_drawer import Drawer, Property
from mdfollow.record import replace
from mdfollow.sync.trace import OPENING, VERSION, Base, Trace, parse, render

NOTE = "MDFOLLOW_NOTE"
STATE = "MDFOLLOW_STATE"
SEEN = "MDFOLLOW_SEEN"
OURS = frozenset({NOTE, STATE, SEEN})


def is_plan(drawer: Drawer | None) -> bool:
    """Whether a heading with this drawer holds a plan."""
    found = drawer.get(NOTE) if drawer else None
    return found is not None and bool(found.value.text)


def ours(drawer: Drawer) -> tuple[Property, ...]:
    """The properties of a plan's drawer that are mdfollow's."""
    return tuple(p for p in drawer.properties if p.key.text.upper() in OURS)


def seen(drawer: Drawer) -> frozenset[str]:
    """The ids of every step that is or was in the plan."""
    return frozenset(line.partition(" ")[0] for line in _lines(drawer))


def trace(drawer: Drawer, standing: Mapping[str, Sequence[str]]) -> Trace:
    """The trace of a plan; `standing` has the MDFOLLOW_BASE of its tasks that stand, by id."""
    note, state = drawer.get(NOTE), drawer.get(STATE)
    version, _, header = (state.value.text if state else VERSION).partition(" ")
    lines = [f"{OPENING}{version} note={note.value.text if note else ''} {header}"]
    for line in _lines(drawer):
        task_id = line.partition(" ")[0]
        own = [f"{task_id} {text}" for text in standing.get(task_id, ())]
        own = [text for text in dict.fromkeys(own) if _is_base(text)]
        # A task she brought back tells nothing of our having taken it out.
        lines += own if own and " over=" not in line else [line]
    found = parse(lines)
    if found is None:
        raise ValueError("a plan's heading has a note key")
    return found


def properties(trace: Trace) -> list[str]:
    """The lines of a plan's drawer between its first and last."""
    header = render(trace)[0].removeprefix(OPENING).replace(f" note={trace.note}", "", 1)
    lines = [_line(_outliving(base)) for _, base in sorted(trace.bases.items())]
    return [
        f":{NOTE}: {trace.note}",
        f":{STATE}: {header}",
        *(f":{SEEN}+: {line}" for line in (*lines, *trace.other)),
    ]


def base_text(base: Base) -> str:
    """The value of a task's MDFOLLOW_BASE: its state line without the id."""
    return _line(base).partition(" ")[2]


def _lines(drawer: Drawer) -> Iterable[str]:
    values = (p.value.text for p in drawer.properties if p.key.text.upper() == SEEN)
    return filter(None, values)


def _is_base(line: str) -> bool:
    found = parse([f"{OPENING}{VERSION}", line])
    return bool(found and found.bases)


def _outliving(base: Base) -> Base:
    extra = () if base.text and not base.over else base.extra
    due = base.due if base.over else None
    return replace(base, start=None, due=due, text="", facts="", draft="", extra=extra)


def _line(base: Base) -> str:
    return render(Trace("", "", bases={base.id: base}))[1]
