"""The picture in README: one note before and after a real sync, as an editor shows it.

`scripts/pages.py` writes it to docs/picture.svg.
"""

import contextlib
import io
import re
import tempfile
import textwrap
from html import escape
from pathlib import Path

from mdfollow.cli import main as mdfollow

DAY = "2026-11-11"
"""The day of the picture: the interview's, and the sync's."""
NAME = f"{DAY} Fernhill Bakery.md"
NOTE = f"""\
---
company: Fernhill Bakery
interview_date: {DAY}
interviewers: Priya Raman
---
Phone call, twenty minutes. They need someone for the
ordering system.
"""
HIDDEN = re.compile(r" ?<!--.*?-->\n?", re.DOTALL)
DATED = re.compile(r"([⏳📅]) (?=\d)")
START, END = '<tspan class="slot">', "</tspan>"
COLUMNS, SIZE, LINE, PAD, GAP, HEAD = 58, 12.5, 18, 18, 24, 34
WIDTH = round(COLUMNS * SIZE * 0.602) + 2 * PAD
STYLE = """\
text { font: 12.5px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; fill: #24292f }
.page { fill: #ffffff; stroke: #d0d7de } .dim { fill: #8c959f } .strong { font-weight: bold }
.name { fill: #57606a } .new { fill: #2da44e } .slot { fill: #9a6700 }
@media (prefers-color-scheme: dark) {
text { fill: #d1d7e0 } .page { fill: #161b22; stroke: #30363d } .dim { fill: #6e7681 }
.name { fill: #9198a1 } .new { fill: #3fb950 } .slot { fill: #d29922 } }
"""


def synced() -> str:
    """The note after a sync of a vault that holds nothing else."""
    with tempfile.TemporaryDirectory() as vault:
        file = Path(vault, NAME)
        file.write_text(NOTE, encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            mdfollow(["--vault", vault, "--today", DAY, "sync"])
        return file.read_text(encoding="utf-8")


def lines(text: str) -> list[tuple[str, str]]:
    """The lines of a note as an editor shows them, as SVG text: no comments, wrapped; the class."""
    found: list[tuple[str, str]] = []
    for line in re.sub(r"\n{3,}", "\n\n", HIDDEN.sub("", text)).rstrip().split("\n"):
        words = DATED.sub("\\1\N{NO-BREAK SPACE}", re.sub(r"^- \[ \] ", "☐ ", line))
        kind = "dim" if words == "---" else "strong" if words.startswith("#") else ""
        hang = "  " if words.startswith("☐") else ""
        wrapped = textwrap.wrap(words.lstrip("# "), COLUMNS, subsequent_indent=hang) or [""]
        found += [(each, kind) for each in slots_marked(wrapped)]
    return found


def slots_marked(wrapped: list[str]) -> list[str]:
    """The lines of one paragraph with its slots in their colour, over the end of a line, too."""
    marked, inside = [], False
    for line in wrapped:
        text = START * inside + escape(line).replace("[", f"{START}[").replace("]", f"]{END}")
        inside = line.rfind("[") > line.rfind("]") or (inside and "]" not in line)
        marked.append(text + END * inside)
    return marked


def page(left: int, height: int, name: str, shown: list[tuple[str, str]], old: int) -> list[str]:
    """One sheet; lines from `old` on have a bar beside them."""
    x = left + PAD
    svg = [
        f'<text class="name" x="{left}" y="16">{escape(name)}</text>',
        f'<rect class="page" x="{left}" y="{HEAD - 8}" width="{WIDTH}" height="{height}" rx="6"/>',
    ]
    if old < len(shown):
        top, tall = HEAD + PAD + old * LINE - 10, (len(shown) - old) * LINE
        svg.append(f'<rect class="new" x="{left}" y="{top}" width="4" height="{tall}"/>')
    for number, (line, kind) in enumerate(shown):
        if line:
            y = HEAD + PAD + number * LINE
            svg.append(f'<text class="{kind}" x="{x}" y="{y}" xml:space="preserve">{line}</text>')
    return svg


def picture() -> str:
    """Both sheets side by side."""
    before, after = lines(NOTE), lines(synced())
    height = len(after) * LINE + 2 * PAD
    wide, tall = 2 * WIDTH + GAP + 2, height + HEAD
    size = f'viewBox="-1 0 {wide} {tall}" width="{wide}" height="{tall}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
            "<title>A note with three lines, and the same note after mdfollow sync</title>",
            f"<style>\n{STYLE}</style>",
            *page(0, len(before) * LINE + 2 * PAD, "You write", before, len(before)),
            *page(WIDTH + GAP, height, "mdfollow sync adds", after, len(before)),
            "</svg>\n",
        ]
    )
