"""Write the pages of docs/ that are made from the source: `python scripts/pages.py`."""

import sys
from collections.abc import Callable
from pathlib import Path

from mdfollow.etiquette import rules
from mdfollow.views.field_pages import fields_page
from reference import commands_page, settings_reference

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES: dict[str, Callable[[], str]] = {
    "fields.md": fields_page,
    "etiquette.md": rules.page,
    "commands.md": commands_page,
    "settings.md": settings_reference,
}
"""Every such page with the function that makes it."""


def main() -> int:
    """Write them all."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
