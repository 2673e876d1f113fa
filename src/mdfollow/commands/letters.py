"""`mdfollow init --templates`: the built-in letters as files of her own to change."""

import json

from mdfollow.commands.console import Console
from mdfollow.session import Session
from mdfollow.surroundings import Tool
from mdfollow.vault.create import THERE, create
from mdfollow.vault.outcome import Verdict
from mdfollow.vault.tools import Workplace
from mdfollow.views.shown import shown_path

BESIDE_PAGES = "templates"
"""Where a Logseq graph keeps them: its own templates are blocks of pages."""


def letters_folder(session: Session, where: Workplace) -> str:
    """The folder in the vault that her letters belong in."""
    own = session.settings.templates.strip("/")
    if own:
        return own
    return BESIDE_PAGES if where.tool is Tool.LOGSEQ or not where.folder else where.folder


def write_letters(session: Session, folder: str, console: Console) -> bool:
    """Write each letter that is not there yet; false where the disk would not have one."""
    from mdfollow.letters.wordings import sources

    sound = True
    for name, text in sources(session.settings.language).items():
        path = f"{folder}/{name}"
        outcome = create(session.root, path, text.encode())
        if outcome.verdict is Verdict.WRITTEN:
            console.data(f"{shown_path(path)}: letters to change as you like\n")
        else:
            console.say(f"{shown_path(path)}: {outcome.reason}.")
            sound = sound and outcome.reason == THERE
    console.say(
        "What stands in {braces} is put in from your note. Letters still to come are written "
        "from these files; those in your notes stay as they are."
    )
    if not _is_set(session, folder):
        console.say("For that, put this into mdfollow.toml, above any line in [brackets]:")
        console.data(f"templates = {json.dumps(folder, ensure_ascii=False)}\n")
    return sound


def _is_set(session: Session, folder: str) -> bool:
    from mdfollow.vault.settings import read_settings

    return read_settings(session.root).templates.strip("/") == folder
