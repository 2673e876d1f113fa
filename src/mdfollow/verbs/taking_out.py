"""What `stop`, `tidy` and a calendar take out of a note: work of ours that she never touched."""

from collections.abc import Iterator

from mdfollow.document.edit import Edit, apply
from mdfollow.document.source import Source
from mdfollow.endings import ORG, format_of
from mdfollow.etiquette.model import Mark
from mdfollow.record import replace
from mdfollow.sync.merge import untouched
from mdfollow.sync.pages import open_page
from mdfollow.sync.result import NoteReport, Vault
from mdfollow.sync.standing import Change, Home, Letter, Page, Rewrite
from mdfollow.sync.trace import Base
from mdfollow.verbs.act import Act, Answer, Refusal

UNSAFE = Refusal("nothing can be taken out of this note safely", "take it out in your editor")


def open_lines(report: NoteReport, vault: Vault, line: int = 0) -> Answer:
    """Every open task as we wrote it goes, with its draft and what is remembered of it.

    `line` is where the interview begins in a file that holds several plans; 0 for all of them.
    """
    page = open_page(report.path, report.data, vault.settings, vault.surroundings)
    if isinstance(page, tuple):
        return UNSAFE
    edits = [
        edit
        for home in page.homes
        if not line or not home.place or home.line == line
        for edit in _without_open(page, home)
    ]
    trouble = page.proof(edits, apply(report.data, edits)) if edits else ""
    return UNSAFE if trouble else Act(report.path, tuple(edits))


def one_task(report: NoteReport, vault: Vault, name: str) -> Answer:
    """One open task as we wrote it goes with its draft, as if she had deleted it.

    It stays remembered, so that it does not come back.
    """
    page = open_page(report.path, report.data, vault.settings, vault.surroundings)
    if isinstance(page, tuple):
        return UNSAFE
    for home in page.homes:
        trace = home.traces[0] if len(home.traces) == 1 and home.blocked is None else None
        if trace is None or name not in trace.bases:
            continue
        change = _goes(home, trace.bases[name])
        if change is None:
            return Refusal("it was changed in the note", "delete it there if you do not want it")
        rewrite = Rewrite((change,), trace)
        edits = page.edits(home, trace.note, rewrite, trace.dialect)
        trouble = page.proof(edits, apply(report.data, edits))
        return UNSAFE if trouble else Act(report.path, edits)
    return UNSAFE


def _goes(home: Home, base: Base) -> Change | None:
    """The change that takes an untouched task out, with its draft."""
    twins = home.actual.get(base.id, ())
    if len(twins) != 1 or not untouched(base, twins[0], home.drafts.get(base.id)):
        return None
    return Change(None, base.id, line=twins[0].line, draft=True, remove=True)


def _without_open(page: Page, home: Home) -> Iterator[Edit]:
    if len(home.traces) != 1 or home.blocked is not None:
        return
    (trace,) = home.traces
    changes = [change for base in trace.bases.values() if (change := _goes(home, base))]
    gone = {change.id for change in changes}
    kept = {name: base for name, base in trace.bases.items() if name not in gone}
    if changes and not kept:
        # Nothing is left to remember: our heading and the comment go, too.
        yield from page.removal(home, home.traces)
    elif changes:
        rewrite = Rewrite(tuple(changes), replace(trace, bases=kept))
        yield from page.edits(home, trace.note, rewrite, trace.dialect)


def sent_drafts(report: NoteReport, vault: Vault) -> Answer:
    """Every draft of a ticked task goes, where she changed nothing in it."""
    page = open_page(report.path, report.data, vault.settings, vault.surroundings)
    if isinstance(page, tuple):
        return Act(report.path)
    edits: list[Edit] = []
    for home in page.homes:
        for name, letter in home.letters.items():
            base = next((t.bases[name] for t in home.traces if name in t.bases), None)
            ticked = any(task.mark is Mark.DONE for task in home.actual.get(name, ()))
            if ticked and base and base.draft and home.drafts.get(name) == base.draft:
                edits += _draft(Source(report.data), report.path, name, letter)
    return Act(report.path, tuple(edits))


def _draft(source: Source, path: str, name: str, letter: Letter) -> Iterator[Edit]:
    """The lines of one draft with its heading and the comment that knows it."""
    first, stop = letter.places[0][0] - 1, letter.places[-1][0]
    if format_of(path) != ORG:
        first = _head(source, name, first)
        if first < 0:
            return
        logseq = source.texts[first].lstrip(" \t>").startswith("- ")
        while not logseq and stop < len(source.texts) and not source.texts[stop].strip(" \t>"):
            stop += 1
    yield Edit(source.lines[first].start, source.lines[stop - 1].stop, b"")


def _head(source: Source, name: str, row: int) -> int:
    """The row a draft begins in: its block's, or the heading's above its comment; -1 if lost."""
    mark = f"<!-- {name} draft -->"
    row = next((n for n in range(row, -1, -1) if mark in source.texts[n]), -1)
    if row < 0 or source.texts[row].lstrip(" \t>").startswith(("- ", "* ")):
        return row
    heads = (n for n in range(row, -1, -1) if source.texts[n].lstrip(" \t>").startswith("#"))
    return next(heads, -1)
