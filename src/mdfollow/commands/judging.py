"""What the notes of a vault are that are no interviews: asked about one, or about all."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from mdfollow.interview.paths import aside
from mdfollow.session import Session
from mdfollow.vault.names import names_of
from mdfollow.vault.outcome import Outcome

if TYPE_CHECKING:
    from mdfollow.interview.detect import Judgement
    from mdfollow.interview.nearly import Missing

_UNREAD = "it is in a place where no notes are read"


def lacking(session: Session, reported: Collection[str] = ()) -> dict[str, Missing]:
    """The notes of the last look, but for the `reported` ones, that lack one line of ours."""
    unreported = {path: each for path, each in session.notes.items() if path not in reported}
    if not unreported:
        return {}
    from mdfollow.sync.judging import judged

    settings = session.settings
    found = {
        path: judged(path, snapshot.data, settings).missing for path, snapshot in unreported.items()
    }
    return {path: missing for path, missing in sorted(found.items()) if missing}


def judgement(session: Session, path: str) -> Judgement:
    """What the note at `path` is to us, and why."""
    from mdfollow.interview.detect import Judgement, Kind
    from mdfollow.sync.judging import judged

    if path == session.settings.dashboard:
        return Judgement(Kind.ANOTHER, "it is your dashboard, which `mdfollow sync` keeps")
    if not names_of(session.settings).is_note(path):
        return Judgement(Kind.ANOTHER, aside(path, session.settings) or _UNREAD)
    found = session.store().read(path)
    if isinstance(found, Outcome):
        return Judgement(Kind.NONE, found.reason)
    if left_out := session.leaves_out(found):
        return Judgement(Kind.ANOTHER, left_out.reason)
    return judged(path, found.data, session.settings)


def inner_vaults(session: Session) -> tuple[str, ...]:
    """The vaults inside the vault that hold interviews without a plan."""
    if not session.left_out:
        return ()
    from mdfollow.interview.detect import Kind
    from mdfollow.sync.judging import judged

    settings = session.settings
    found = (
        each.inner
        for path, each in session.left_out.items()
        if each.inner and judged(path, each.snapshot.data, settings).what is Kind.INTERVIEW
    )
    return tuple(sorted(set(found)))
