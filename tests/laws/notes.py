"""Arbitrary notes: bodies as people write them, under an interview's fields."""

import json
from datetime import date

from hypothesis import strategies as st

from mdfollow.settings import Settings
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, NoteReport, Vault

TODAY = date(2026, 11, 10)
BOM = b"\xef\xbb\xbf"
DIALECTS = ("tasks", "dataview", "gfm")
FIELDS = """\
---
company: Acme
role: Platform Engineer
interview_date: 2026-11-10 10:00
decision: 3 weeks
interviewers:
  - Dana Kim <dana@acme.example> (hiring manager)
  - Sam Roe (recruiter)
---
"""
CONSTRUCTS = (
    *("", "", "  ", "\t", "Some words.", "Trailing blanks  ", "tab\tinside", "naïve 😀 \u2028 sep"),
    *("# Acme", "## Questions", "### Follow-up plan", "Setext\n===", "Setext\n---", "***", "---"),
    *("- a", "- a\n  - b\n\n    c", "* [ ] own task 📅 2026-01-05", "1. one\n2) two", "-", "- "),
    *("> quoted", "> - in it\nlazy", "> [!note]- Folded\n> text", ">", "> > deeper"),
    *("```\ncode\n```", "~~~py\n- [ ] x 🆔 mf-abcdef\n~~~", "    indented", "- ```\n  x\n  ```"),
    *(
        "<div>\n\nhtml\n\n</div>",
        "<details>\n<summary>s</summary>",
        "<!-- a -->",
        "<!--\na\n\nb\n-->",
    ),
    *("%% hidden %%", "%%\nhidden\n%%", "$$\nx = y\n$$", "- $$\n  x\n  $$", "| a |\n|---|\n| b |"),
    *(
        "[^1]: A footnote.",
        "[a]: https://acme.example",
        "# vim: set ts=2:",
        "^block",
        "text ^block",
    ),
    *("Local Variables:\nfill-column: 70\nEnd:", "<!--\nvim: ts=2\n-->", "## Follow-up plan", "\\"),
    *("[[Dana]] ![[x.png]] `code` *em* $x$", "&amp; <b>x</b> https://a.b", "\xa0", "a\x0bb\x0cc"),
)
UNCLOSED = ("```\nopen", "~~~", "<!-- open", "<script>\nopen", "$$\nopen", "%% open", "%%", "<?php")
ENDINGS = st.sampled_from(("\n", "\n", "\r\n", "\r"))


@st.composite
def bodies(draw: st.DrawFn, *, closed: bool = True) -> str:
    """Everything below the fields, with LF line ends, perhaps without the last one."""
    pieces = draw(st.lists(st.sampled_from(CONSTRUCTS) | st.text(max_size=12), max_size=8))
    text = "\n".join(piece.replace("\r", "\n") for piece in pieces)
    if not closed:
        text += "\n" + draw(st.sampled_from(UNCLOSED))
    return text + draw(st.sampled_from(("", "\n", "\n\n")))


@st.composite
def notes(draw: st.DrawFn, *, closed: bool = True, fields: str = FIELDS) -> bytes:
    """A whole note as bytes: any line ends, mixed or not, with or without a BOM."""
    text = fields + draw(bodies(closed=closed))
    if draw(st.booleans()):
        ending = draw(ENDINGS)
        text = text.replace("\n", ending)
    else:
        parts = text.split("\n")
        text = parts[0] + "".join(draw(ENDINGS) + part for part in parts[1:])
    return (BOM if draw(st.booleans()) else b"") + text.encode("utf-8", "replace")


def fields_of(**values: object) -> str:
    """Frontmatter with every value as a double-quoted YAML string or list of them."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    return "\n".join(["---", *lines, "---", ""])


def vault(dialect: str = "tasks", **settings: object) -> Vault:
    """A vault with nothing but a dialect set."""
    return Vault(Settings(dialect=dialect, **settings))  # type: ignore[arg-type]


def synced(data: bytes, where: Vault, today: date = TODAY, path: str = "Acme.md") -> NoteReport:
    """One note's report; an interview note always has one."""
    (report,) = sync((Note(path, data),), where, today)
    return report


def inserted(old: bytes, new: bytes) -> tuple[int, int]:
    """The span of `new` that is not `old`, if all of `old` stands around it; else ValueError."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    grown = len(new) - len(old)
    for at in range(start, -1, -1):
        if new[at + grown :] == old[at:]:
            return at, at + grown
    raise ValueError("the old bytes do not stand around one insertion")
