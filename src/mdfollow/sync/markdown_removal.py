"""Taking our work out of a Markdown note, so that an untouched plan leaves no trace."""

from collections.abc import Iterable

from mdfollow.dialects.checkbox import id_span
from mdfollow.document.edit import Edit
from mdfollow.document.source import Source
from mdfollow.document.tail import tail
from mdfollow.etiquette.model import Mark
from mdfollow.settings import Settings
from mdfollow.sync.markdown_block import USUAL_PAD
from mdfollow.sync.markdown_edits import Writer
from mdfollow.sync.markdown_scan import Heading, StandingTask
from mdfollow.sync.merge import same
from mdfollow.sync.standing import Home
from mdfollow.sync.trace import Base, Trace


def removal(writer: Writer, home: Home) -> tuple[Edit, ...]:
    """Edits that take out lines, drafts and comments as we wrote them, and ids everywhere.

    Our heading goes too once nothing stands under it, with the blank line we put above.
    """
    note = writer.note
    bases = {name: base for each in writer.comments for name, base in each.trace.bases.items()}
    ours = [task for task in note.tasks if task.task.id in bases]
    whole = [task for task in ours if _untouched(task, bases[task.task.id], home)]
    gone = {line for task in whole for line in range(task.line, task.stop)}
    drafts = [draft for draft in note.drafts if draft.id in bases]
    for draft in drafts:
        base = bases[draft.id]
        clean = base.draft and draft.text == base.draft
        gone |= set(range(draft.first, draft.stop)) if clean else {draft.comment}
    for comment in writer.comments:
        gone |= set(range(comment.first, comment.stop))
    found = [_without_id(note.source, task) for task in ours if task not in whole]
    return (*found, *_joined(_cuts(writer, gone)))


def _untouched(task: StandingTask, base: Base, home: Home) -> bool:
    standing = next(t for t in home.actual[base.id] if t.line == task.line + 1)
    plain = standing.plain and not standing.touched and standing.mark is Mark.OPEN
    return plain and same(standing, base)


def _without_id(source: Source, task: StandingTask) -> Edit:
    span = id_span(source.texts[task.line], task.task.id)
    return Edit(source.offset(task.line, span.start), source.offset(task.line, span.end), b"")


def _cuts(writer: Writer, gone: set[int]) -> Iterable[Edit]:
    source, texts = writer.note.source, writer.note.source.texts
    section = writer.section() if writer.comments else None
    start, stop = writer.bounds(section)
    bottom = min(stop, tail(texts, start)) if section else 0
    under = range(start + 1, bottom)
    ours = section is not None and section.words in {writer.heading, Settings().heading}
    inside = [n for n in under if n in gone] if ours else []
    if section and inside:
        last = inside[-1]
        header = writer.comments[-1].trace
        empty = range(start + 1, last + 1) if header.said("filled") else under
        if all(n in gone or not texts[n].strip(" \t>") for n in empty):
            yield _whole(source, section, last, header)
            gone = gone.difference(inside)
    for number in sorted(gone):
        line = source.lines[number]
        yield Edit(line.start, line.stop, b"")


def _joined(cuts: Iterable[Edit]) -> Iterable[Edit]:
    """The same cuts, those that touch made one: a draft may end in our heading's blank line."""
    start = end = -1
    for cut in sorted(cuts):
        if cut.start > end:
            if end >= 0:
                yield Edit(start, end, b"")
            start = cut.start
        end = max(end, cut.end)
    if end >= 0:
        yield Edit(start, end, b"")


def _whole(source: Source, section: Heading, last: int, header: Trace) -> Edit:
    """Cut a plan with all that was put around it; her heading stays."""
    lines = source.lines
    pad = header.said("pad")
    if header.said("filled"):
        begin = lines[section.line].end if pad else lines[section.line].stop
    else:
        begin = _padding(source, section.line, int(pad) if pad.isdecimal() else USUAL_PAD)
    footed = header.said("foot") and last + 1 < len(lines) and not source.texts[last + 1].strip()
    return Edit(begin, lines[last + bool(footed)].stop, b"")


def _padding(source: Source, heading: int, pad: int) -> int:
    """Where our text began: `pad` line endings above the heading, as far as they are ours.

    The ending of a line with words is ours only where the note had none there (`pad` of 2).
    """
    begin = source.lines[heading].start
    for number in range(heading - 1, heading - 1 - pad, -1):
        if number < 0 or (source.texts[number].strip() and (pad < 2 or number == heading - 1)):
            break
        begin = source.lines[number].end
    return begin
