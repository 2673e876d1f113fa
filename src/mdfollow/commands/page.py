"""The dashboard as a part of a run: when it is written, and what is told of it."""

from time import sleep
from typing import TYPE_CHECKING

from mdfollow.commands.chosen import Choice
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.messages import Style
from mdfollow.commands.run import AGAIN, CHANGED, PAUSE, ROUNDS, Result
from mdfollow.session import Session
from mdfollow.vault.outcome import Verdict
from mdfollow.views.shown import shown, shown_path

if TYPE_CHECKING:
    from mdfollow.dashboard import Refreshed


def refresh(
    session: Session, result: Result, choice: Choice, style: Style, console: Console
) -> Exit:
    """Bring the dashboard up to date after a run over the whole vault, or over it alone.

    Where the style is that of taking plans out, take it out with them.
    """
    path = session.settings.dashboard
    if not path or not choice(path):
        return Exit.DONE
    from mdfollow import dashboard

    def once() -> dashboard.Refreshed | None:
        store = session.store(dry=style.dry)
        if style.removing:
            return dashboard.take_out(session, store)
        return dashboard.refresh(session, store, result.reports)

    found = once()
    for _ in range(1, ROUNDS):
        if found is None or found.outcome.verdict not in AGAIN:
            break
        sleep(PAUSE)
        found = once()
    if found is None:
        return Exit.DONE
    if found.outcome.verdict in CHANGED:
        what = dashboard.TAKEN_OUT if style.removing else dashboard.REFRESHED
        return _written(found, what, style, console)
    reason = shown(found.outcome.reason)
    if found.outcome.verdict is Verdict.DEFERRED:
        console.say(f"{shown_path(path)}: waiting, {reason}")
        return Exit.DONE
    console.say(f"{shown_path(path)}: not written, {reason}.")
    return Exit.FINDINGS


def _written(found: "Refreshed", what: str, style: Style, console: Console) -> Exit:
    path = found.outcome.path
    if style.diffs:
        from mdfollow.views.diff import diff

        console.data(diff(path, found.data, found.edits, console.paint))
    if style.lines:
        console.data(f"{shown_path(path)}: {'would change: ' if style.dry else ''}{what}\n")
    return Exit.FINDINGS if style.dry else Exit.DONE
