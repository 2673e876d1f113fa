"""Look through the built site: `python scripts/check_site.py build/site`.

MkDocs itself checks links and anchors between pages. Here: nothing is loaded from elsewhere, and
every code and rule has its anchor.
"""

import re
import sys
from pathlib import Path

from mdfollow.etiquette.rules import RULES
from site_pages import ROOT

_LOADED = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*\bsrc=[\"']?((?:https?:)?//[^\"' >]+)"
    r"|<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|preload|preconnect|icon))"
    r"[^>]*\bhref=[\"']?((?:https?:)?//[^\"' >]+)"
)
_IN_STYLE = re.compile(r"(?:@import\s+|url\()[\"']?((?:https?:)?//[^\"')]+)")
_CODE = re.compile(r'"(MDF\d{3})"')


def faults(site: Path) -> list[str]:
    """A sentence for everything that is wrong with the site."""
    pages = sorted(site.rglob("*.html"))
    if not pages:
        return [f"{site}: there is no page; `make docs` builds the site."]
    found = [
        f"{each.relative_to(site)}: loads {match[1] or match[2]} from elsewhere."
        for each in pages
        for match in _LOADED.finditer(each.read_text(encoding="utf-8"))
    ]
    found += [
        f"{each.relative_to(site)}: loads {match[1]} from elsewhere."
        for each in sorted(site.rglob("*.css"))
        for match in _IN_STYLE.finditer(each.read_text(encoding="utf-8"))
    ]
    wanted = {"problems.html": sorted(codes()), "etiquette.html": [rule.id for rule in RULES]}
    for name, ids in wanted.items():
        text = (site / name).read_text(encoding="utf-8")
        found += [
            f"{name}: there is no anchor #{each.lower()}."
            for each in ids
            if f'id="{each.lower()}"' not in text
        ]
    return found


def codes() -> set[str]:
    """Every code that the source spells out."""
    files = sorted((ROOT / "src").rglob("*.py"))
    return {code for each in files for code in _CODE.findall(each.read_text(encoding="utf-8"))}


def main(argv: list[str]) -> int:
    """Print what is wrong; 1 if anything is."""
    found = faults(Path(argv[0]) if argv else ROOT / "build" / "site")
    sys.stdout.writelines(f"{each}\n" for each in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
