"""Where a first plan goes in a Markdown note, and what is noted to take it out again exactly.

The state comment's header remembers what stands around the plan and is ours: `filled` where she
had put the heading there, `pad` for the line endings above, `foot` for a blank line below.
"""

from collections.abc import Sequence

from mdfollow.dialects import quote
from mdfollow.document.edit import Edit
from mdfollow.document.tail import tail
from mdfollow.record import replace
from mdfollow.sync.markdown_lines import Lines, new_drafts
from mdfollow.sync.markdown_scan import Heading
from mdfollow.sync.standing import Change
from mdfollow.sync.trace import Trace, render

USUAL_PAD = 1


def block(lines: Lines, heading: Heading, changes: Sequence[Change], trace: Trace) -> Edit:
    """The whole plan of a note that has none: under an empty heading of ours, else at the end.

    `heading` has the words and level for a new one. The end is before what has to stay last.
    """
    empty = _empty_section(lines, heading.words)
    if empty is not None:
        return _filled(lines, empty, changes, trace)
    texts = lines.source.texts
    at = tail(texts, lines.note.first)
    unended = lines.unended(at - 1)
    parted = at == lines.note.first or bool(texts[at - 1].strip())
    trace = _noted(trace, "pad", parted + unended, USUAL_PAD)
    trace = _noted(trace, "foot", int(at < len(texts)))
    title = "#" * heading.level + " " + quote.title(heading.words)
    body = [*[""] * parted, title, "", *_body(lines, heading.level, changes), *render(trace)]
    return lines.insert(at, lines.text([*body, *[""] * (at < len(texts))]))


def restored(lines: Lines, trace: Trace) -> Edit | None:
    """The comment alone, below the work of ours that still stands (merge-cases 21)."""
    note = lines.note
    stops = [t.stop for t in note.tasks if t.task.id in trace.bases]
    stops += [d.stop for d in note.drafts if d.id in trace.bases]
    if not stops:
        return None
    at = max(stops)
    bottom = tail(note.source.texts, note.first)
    at = min(at, bottom) if bottom > at - 1 else at
    body = [*([] if lines.blank(at - 1) else [""]), *render(trace)]
    body += [""] if at < len(note.source.texts) and not lines.blank(at) else []
    return lines.insert(at, lines.text(body))


def _filled(lines: Lines, empty: Heading, changes: Sequence[Change], trace: Trace) -> Edit:
    trace = _noted(trace, "filled", 1)
    trace = _noted(trace, "pad", int(lines.unended(empty.line)))
    body = ["", *_body(lines, empty.level, changes), *render(trace)]
    return lines.insert(empty.line + 1, lines.text(body, empty.marks))


def _body(lines: Lines, level: int, changes: Sequence[Change]) -> list[str]:
    tasks = [lines.task(change) for change in changes]
    return [*tasks, *[""] * bool(tasks), *new_drafts(changes, level + 1)]


def _noted(trace: Trace, name: str, value: int, usual: int = 0) -> Trace:
    if value == usual:
        return trace
    return replace(trace, header=(*trace.header, (name, str(value))))


def _empty_section(lines: Lines, words: str) -> Heading | None:
    """A heading exactly like ours with nothing under it: a template left it for us."""
    headings = lines.note.headings
    for each in headings:
        if each.words == words:
            after = [h.line for h in headings if h.line > each.line]
            stop = min([*after, tail(lines.source.texts, each.line + 1)])
            if all(lines.blank(line) for line in range(each.line + 1, stop)):
                return each
    return None
