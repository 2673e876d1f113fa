"""The one page over the whole search, kept in a note of the vault where the settings name one."""

from collections.abc import Sequence

from mdfollow.document.edit import Edit
from mdfollow.record import dataclass
from mdfollow.session import Session
from mdfollow.sync.result import NoteReport
from mdfollow.vault import notes
from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.store import Store
from mdfollow.views import marked_part
from mdfollow.views.dashboard import dashboard
from mdfollow.views.dashboard_page import dashboard_page
from mdfollow.views.dashboard_spelling import spelling_for

REFRESHED, TAKEN_OUT = "the dashboard is updated", "the dashboard is taken out"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of the page: the outcome, the bytes before and the edits that were wanted."""

    outcome: Outcome
    data: bytes = b""
    edits: tuple[Edit, ...] = ()


def refresh(session: Session, store: Store, reports: Sequence[NoteReport]) -> Refreshed | None:
    """Bring the page up to date; None where there is none to keep, or nothing to change.

    `reports` tell how the notes stand after the sync. A vault without interviews gets no page.
    """
    path = session.settings.dashboard
    if not path:
        return None
    page = dashboard(reports)
    spelling = spelling_for(path, session.surroundings)
    text = dashboard_page(page, spelling)
    if notes.signature(session.root, path) is None:
        new = f"{spelling.lead}{text}\n".encode("utf-8", "surrogateescape")
        is_empty = not (page.rows or page.quiet or page.ended)
        return None if is_empty else Refreshed(store.create(path, new), b"", (Edit(0, 0, new),))
    found = store.read(path)
    if not isinstance(found, Snapshot):
        return Refreshed(found)
    part = marked_part.find(found.data, spelling.marks)
    if part.trouble:
        return Refreshed(Outcome(Verdict.SKIPPED, path, part.trouble))
    if part.is_blank:
        text = f"{spelling.lead}{text}\n"
    new = marked_part.with_part(found.data, part, text)
    if new == found.data:
        return None
    edit = Edit(part.start, part.end, new[part.start : len(new) - len(found.data) + part.end])
    return Refreshed(store.replace(found, new), found.data, (edit,))


def take_out(session: Session, store: Store) -> Refreshed | None:
    """Take our part out again, and the file with it where nothing else is in it."""
    path = session.settings.dashboard
    found = store.read(path) if path else None
    if not isinstance(found, Snapshot):
        return None
    spelling = spelling_for(path, session.surroundings)
    part = marked_part.find(found.data, spelling.marks)
    if part.trouble or part.is_blank:
        return None
    rest = marked_part.without_part(found.data, part, spelling.lead)
    outcome = store.replace(found, rest) if rest else store.discard(found)
    edit = Edit(part.start, len(found.data) - len(rest) + part.start, b"")
    return Refreshed(outcome, found.data, (edit if rest else Edit(0, len(found.data), b""),))
