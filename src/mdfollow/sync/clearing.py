"""Taking our work out again: what is as we wrote it goes, what she touched stays as her text."""

from collections.abc import Sequence

from mdfollow.document.edit import Edit, apply
from mdfollow.problem import Problem
from mdfollow.sync import report
from mdfollow.sync.pages import open_page
from mdfollow.sync.removal import joined
from mdfollow.sync.result import Note, NoteReport, Vault
from mdfollow.sync.standing import Home, Page
from mdfollow.sync.trace import Trace


def clearing(page: Page, work: Sequence[tuple[Home, Sequence[Trace]]]) -> tuple[Edit, ...]:
    """The edits that take out the work of the traces given with each home."""
    return tuple(joined(edit for home, traces in work for edit in page.removal(home, traces)))


def remove(notes: Sequence[Note], vault: Vault) -> tuple[NoteReport, ...]:
    """Every note without mdfollow in it: uninstalling leaves no trace."""
    reports = []
    for note in sorted(notes, key=lambda note: note.path):
        page = open_page(note.path, note.data, vault.settings, vault.surroundings)
        if b"mdfollow" in note.data.lower():
            # a plan stays in a note that is no interview's any more, and in headings of such
            every = open_page(
                note.path, note.data, vault.settings, vault.surroundings, against=True
            )
            held = not isinstance(every, tuple) and any(home.traces for home in every.homes)
            page = every if held else page
        if not isinstance(page, tuple):
            reports.append(_removed(note, page, page.homes))
    return tuple(reports)


def _removed(note: Note, page: Page, homes: Sequence[Home]) -> NoteReport:
    edits = clearing(page, [(home, home.traces) for home in homes])
    new = apply(note.data, edits)
    trouble = page.proof(edits, new) if new != note.data else ""
    if trouble:
        problem = Problem(note.path, 1, 1, report.UNPROVEN, trouble, "nothing was written")
        return NoteReport(note.path, note.data, note.data, problems=(problem,), failed=True)
    return NoteReport(note.path, note.data, new, page.dialect, edits=edits)
