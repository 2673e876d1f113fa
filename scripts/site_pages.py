"""What the site adds to the pages of docs/: anchors for codes, and pages kept at the root."""

import re
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FROM_ROOT = {
    "changelog.md": "CHANGELOG.md",
    "contributing.md": "CONTRIBUTING.md",
    "security.md": "SECURITY.md",
}
"""Pages of the site that are files of the repository's root."""

_PART = re.compile(r"\n(\*\*(?:Why|What to do)\.\*\*)")
_CODE = re.compile(r"^(### (MDF\d{3}): .+)$", re.MULTILINE)


def page(text: str) -> str:
    """A page of docs/ as the site has it: codes are anchors, links to the root stay here.

    A problem's three parts are paragraphs of their own.
    """
    text = _PART.sub(r"\n\n\1", text)
    text = _CODE.sub(lambda found: f"{found[1]} {{#{found[2].lower()}}}", text)
    for name, source in FROM_ROOT.items():
        text = text.replace(f"](../{source}", f"]({name}")
    return text


def root_page(text: str) -> str:
    """A file of the root as a page of the site: its links into docs/ lose the folder."""
    for name, source in FROM_ROOT.items():
        text = text.replace(f"]({source}", f"]({name}")
    return text.replace("](docs/", "](")


def anchor(heading: str) -> str:
    """The anchor of a heading, as the site gives it."""
    if found := re.search(r"\{#([\w-]+)\}$", heading):
        return found[1]
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
