"""The dashboard as a part of a run: when it is written, and what is told of it."""

from mdfollow.commands.chosen import Choice
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.messages import Style
from mdfollow.commands.run import AGAIN, CHANGED, PAUSE, ROUNDS, Result
from mdfollow.session import Session
from mdfollow.vault.outcome import Verdict
from mdfollow.views.shown import shown, shown_path


def refresh(
    session: Session, result: Result, choice: Choice, style: Style, console: Console
) -> Exit:
    """Bring the dashboard up to date after a run over the whole vault, or over it alone."""
    path = session.settings.dashboard
    if not path or not choice(path):
        return Exit.DONE
    from time import sleep

    from mdfollow.dashboard import refresh as refreshed

    found = None
    for left in reversed(range(ROUNDS)):
        found = refreshed(session, session.store(dry=style.dry), result.reports)
        if found is None or found.outcome.verdict not in AGAIN or not left:
            break
        sleep(PAUSE)
    if found is None:
        return Exit.DONE
    outcome = found.outcome
    if outcome.verdict in CHANGED:
        if style.diffs:
            from mdfollow.views.diff import diff

            console.data(diff(path, found.data, found.edits, console.paint))
        if style.lines:
            what = "would change: " if style.dry else ""
            console.data(f"{shown_path(path)}: {what}the dashboard is brought up to date\n")
        return Exit.FINDINGS if style.dry else Exit.DONE
    if outcome.verdict is Verdict.DEFERRED:
        console.say(f"{shown_path(path)}: waiting, {shown(outcome.reason)}")
        return Exit.DONE
    console.say(f"{shown_path(path)}: not written, {shown(outcome.reason)}.")
    return Exit.FINDINGS
