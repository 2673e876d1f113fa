"""Write the pages of docs/ and the files for shells that are made from the source.

Usage: `python scripts/pages.py`.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from completions import completion
from man_page import man_page
from mdfollow.commands.completion import FOLDER, SHELLS
from mdfollow.etiquette import rules
from mdfollow.views.field_pages import fields_page
from picture import picture
from reference import commands_page, settings_reference
from sample import ROOT

DOCS = ROOT / "docs"
PAGES: dict[str, Callable[[], str]] = {
    "fields.md": fields_page,
    "etiquette.md": rules.page,
    "commands.md": commands_page,
    "settings.md": settings_reference,
    "mdfollow.1": man_page,
    "picture.svg": picture,
}
"""Every such page with the function that makes it; README's picture and the man page are two."""


def main() -> int:
    """Write them all."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
    for shell, name in SHELLS.items():
        Path(FOLDER, name).write_text(completion(shell), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
