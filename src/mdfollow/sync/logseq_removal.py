"""Taking our work out of a Logseq page, so that an untouched plan leaves no trace."""

from collections.abc import Iterable

from mdfollow.dialects.logseq import LogseqTask
from mdfollow.document.edit import Edit
from mdfollow.etiquette.model import Mark
from mdfollow.sync.logseq_edits import LogseqWriter
from mdfollow.sync.logseq_scan import DRAFT, StandingComment, StandingDraft
from mdfollow.sync.merge import same
from mdfollow.sync.standing import Home


def removal(writer: LogseqWriter, home: Home) -> tuple[Edit, ...]:
    """Edits that take out blocks as we wrote them, and our ids and comments everywhere.

    The plan's block goes too once nothing stands under it, with the blank line we put above.
    """
    bases = {name: base for each in writer.comments for name, base in each.trace.bases.items()}
    drafts = [draft for draft in writer.page.drafts if draft.id in bases]
    clean = {draft.block.line for draft in drafts if draft.text == bases[draft.id].draft}
    gone: set[int] = set()
    found: list[Edit] = []
    for task in writer.page.tasks:
        if task.id not in bases:
            continue
        own = [d for d in drafts if d.id == task.id and task.line < d.block.line < task.block.stop]
        if _untouched(task, home, bases) and all(d.block.line in clean for d in own):
            gone |= set(range(task.line, writer.page.trimmed(task.line + 1, task.block.stop)))
        else:
            found.append(Edit(task.carrier.span.start, task.carrier.span.end, b""))
    for draft in drafts:
        stop = writer.page.trimmed(draft.block.line + 1, draft.block.stop)
        if draft.block.line in clean:
            gone |= set(range(draft.block.line, stop))
        else:
            found.append(_without_mark(writer, draft))
    for comment in writer.comments:
        gone |= set(range(comment.comment.first, comment.comment.last + 1))
    return (*found, *_cuts(writer, gone))


def _untouched(task: LogseqTask, home: Home, bases: object) -> bool:
    standing = next((t for t in home.actual.get(task.id, ()) if t.line == task.line + 1), None)
    base = bases.get(task.id) if isinstance(bases, dict) else None
    if standing is None or not same(standing, base):
        return False
    return standing.plain and not standing.touched and standing.mark is Mark.OPEN


def _without_mark(writer: LogseqWriter, draft: StandingDraft) -> Edit:
    source, line = writer.page.source, draft.block.line
    found = DRAFT.search(source.texts[line])
    if found is None:
        raise ValueError("a draft carries its mark")
    start = len(source.texts[line][: found.start()].rstrip(" \t"))
    return Edit(source.offset(line, start), source.offset(line, found.end()), b"")


def _cuts(writer: LogseqWriter, gone: set[int]) -> Iterable[Edit]:
    source = writer.page.source
    for comment in writer.comments:
        begin = _heading(writer, comment, gone)
        line = source.lines[comment.block.line]
        if begin is not None and begin <= line.start:
            gone.add(comment.block.line)
        if begin is not None and begin != line.start:
            yield Edit(begin, max(line.start, line.stop if begin == line.end else 0), b"")
    yield from (writer.lines.cut(line, line + 1) for line in sorted(gone))


def _heading(writer: LogseqWriter, comment: StandingComment, gone: set[int]) -> int | None:
    """Where our part of the plan's block begins, endings of lines above included; None: nowhere."""
    source, block, said = writer.page.source, comment.block, comment.trace.said
    inside = range(block.line + 1, block.stop)
    left = [n for n in inside if n not in gone and source.texts[n].strip(" \t")]
    plain = block.bullet.marker is None and block.bullet.priority is None
    if left or not plain or not writer.named(block):
        return None
    is_last = bool(said("ended")) and block.stop == len(source.texts)
    if said("filled"):
        return source.lines[block.line].end if is_last else None
    start, above = source.lines[block.line].start, block.line - 1
    if said("pad") and above >= 0 and not source.texts[above]:
        start, above = source.lines[above].start, above - 1
    if is_last and above >= 0:
        start = source.lines[above].end
    return start
