"""Taking our work out of an Org file, so that an untouched plan leaves no trace."""

from collections.abc import Iterable

from mdfollow.dialects import quote
from mdfollow.dialects.org import BASE_PROPERTY, ID_PROPERTY, OrgTask, stray
from mdfollow.document.edit import Edit
from mdfollow.document.org import Heading
from mdfollow.etiquette.model import Mark
from mdfollow.sync.merge import same
from mdfollow.sync.org_edits import OrgWriter
from mdfollow.sync.org_scan import StandingPlan
from mdfollow.sync.org_state import ours
from mdfollow.sync.standing import Home


def removal(writer: OrgWriter, home: Home) -> tuple[Edit, ...]:
    """Edits that take out tasks as we wrote them, and our properties everywhere.

    The plan's heading goes too once nothing stands under it, with the blank line we put above.
    """
    whole = {task.line for task in writer.tasks if _untouched(writer, task, home)}
    found = [edit for plan in writer.plans for edit in _plan(writer, plan, whole)]
    for task in writer.tasks:
        if task.line in whole:
            stop = writer.file.trimmed(task.line + 1, task.heading.body_stop)
            found.append(writer.lines.cut(task.line, stop))
        else:
            found += _without_id(writer, task)
    return tuple(found)


def _untouched(writer: OrgWriter, task: OrgTask, home: Home) -> bool:
    standing = next((t for t in home.actual.get(task.id, ()) if t.line == task.line + 1), None)
    base = next((p.trace.bases[task.id] for p in writer.plans if task.id in p.trace.bases), None)
    if base is None or standing is None or not same(standing, base):
        return False
    plain = standing.plain and not standing.touched and standing.mark is Mark.OPEN
    return plain and writer.file.draft(task) == base.draft


def _without_id(writer: OrgWriter, task: OrgTask) -> Iterable[Edit]:
    drawer = task.heading.drawer
    if drawer is None:
        note = writer.file.note
        yield from (writer.lines.cut(line, line + 1) for line in stray(note, task.heading))
        return
    names = {ID_PROPERTY, BASE_PROPERTY}
    own = [p.key.line for p in drawer.properties if p.key.text.upper() in names]
    if own and len(own) == len(drawer.properties):
        yield writer.lines.cut(drawer.first, drawer.last + 1)
    else:
        yield from (writer.lines.cut(line, line + 1) for line in own)


def _plan(writer: OrgWriter, plan: StandingPlan, whole: set[int]) -> Iterable[Edit]:
    """The plan's heading, or where something of hers is on it or under it, what we wrote on it."""
    heading, file = plan.heading, writer.file
    below = [each for each in file.note.headings if heading.line < each.line < heading.stop]
    empty = file.trimmed(heading.body, heading.body_stop) == heading.body
    empty = empty and all(each.line in whole for each in below)
    source = file.source
    is_last = bool(plan.trace.said("ended")) and _is_last(writer, heading)
    if plan.trace.said("filled") or not empty or not _is_ours(writer, plan):
        yield from writer.without(plan)
        if empty and is_last:
            line = source.lines[heading.line]
            yield Edit(line.end, line.stop, b"")
        return
    start = source.lines[heading.line].start
    above = heading.line - 1
    if plan.trace.said("pad") and above >= 0 and not source.texts[above]:
        start, above = source.lines[above].start, above - 1
    if is_last and above >= 0:
        start = source.lines[above].end
    yield Edit(start, writer.lines.start(heading.body), b"")


def _is_last(writer: OrgWriter, heading: Heading) -> bool:
    """Whether nothing but plans follows, each with an ending of its own put above it."""
    texts, headings = writer.file.source.texts, writer.file.note.headings
    if heading.stop == len(texts):
        return True
    following = next(each for each in headings if each.line == heading.stop)
    plan = next((p for p in writer.file.plans if p.heading.index == following.index), None)
    apart = plan is not None and plan.trace.said("ended") and not texts[heading.stop - 1]
    return bool(apart) and _is_last(writer, following)


def _is_ours(writer: OrgWriter, plan: StandingPlan) -> bool:
    """Whether the heading is as we wrote it."""
    line = plan.heading.headline
    hers = line.keyword or line.priority or line.tags_part or plan.heading.planning
    named = line.title.text == quote.org_title(writer.heading)
    return named and not hers and len(ours(plan.drawer)) == len(plan.drawer.properties)
