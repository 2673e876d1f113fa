"""Put all letters of the planned sample vaults on one page, to be read aloud.

Usage: python scripts/letters_page.py [FILE]: by default to the terminal.
"""

import re
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "docs" / "sample-after"
LETTER = re.compile(
    r"^[ \t#*-]*((?:Thank-you note|Note card|(?:\w+ )?[Cc]heck-in|Asking) .*\n(?:.*\n)*?)"
    r"(?=[ \t]*(?:#|\*|<!--|- )[^\n]*(?:Thank|Note card|heck-in|Asking|TODO|state|#)|\Z)",
    re.MULTILINE,
)
MEMORY = re.compile(r"^[ \t]*(?:<!-- mf-.*-->|:\w+.*|SCHEDULED:.*)\n", re.MULTILINE)


def page() -> str:
    """Every letter under the path of its note."""
    parts = []
    for path in sorted(each for each in SAMPLES.rglob("*") if each.suffix in {".md", ".org"}):
        found = LETTER.findall(path.read_text(encoding="utf-8"))
        if found:
            parts.append(f"{'=' * 72}\n{path.relative_to(SAMPLES)}\n")
            parts += [re.sub(r"\n{3,}", "\n\n", MEMORY.sub("", each)) for each in found]
    return "\n".join(parts)


if __name__ == "__main__":
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())
