"""How a dashboard is spelled: for Obsidian, for any Markdown, for Org and for Logseq."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol
from urllib.parse import quote, unquote

from mdfollow.endings import MARKDOWN, ORG, format_of
from mdfollow.pattern import pattern
from mdfollow.record import dataclass
from mdfollow.surroundings import Surroundings
from mdfollow.views.marked_part import ENDING, OPENING
from mdfollow.views.shown import shown
from mdfollow.views.text_table import padded, width

Bullet = tuple[str, Sequence[str]]
"""A line and the lines beneath it, all of them spelled already."""

_SIGNS = pattern(
    r"[\\`*_\[\]<|$^]|(?<![^\s(])#|([%=~{(])(?=\1)|(?<=([%=~{(]))\2|(?<=:):|&(?=#?\w+;)"
)
"""What could mean something to some reader of Markdown; elsewhere the same signs are text."""
_PLAIN = pattern(r"[^\\`*\[\]<>#|^$%\r\n]+")
"""What may stand in a wiki link as it is: there nothing can be escaped."""


_ORG_SIGNS = {
    "|": "\\vert{}",
    "<": "\\lt{}",
    "[[": "[\u200b[",
    "{{{": "{\u200b{{",
    "[fn:": "[\u200bfn:",
    " :: ": " :\u200b: ",
}
"""What would be a border, a time stamp, a link, a macro, a footnote or a term to Org."""
_ORG_LINK = pattern(r"\[\[[^\]]*\]\[(.*?)\]\]")


class Spelling(Protocol):
    """One way to write the page; texts are spelled before they go into a block."""

    @property
    def marks(self) -> tuple[str, str]:
        """The lines before and after our part, as she may write them herself."""

    def text(self, text: str) -> str:
        """Her words, so that no sign in them means anything."""

    def strong(self, text: str) -> str:
        """Words that stand out."""

    def link(self, path: str, label: str, *, cell: bool = False) -> str:
        """A link to a note, called `label`; in a `cell` of a table where that differs."""

    def heading(self, title: str) -> list[str]:
        """The heading of a section."""

    def bullets(self, rows: Iterable[Bullet]) -> list[str]:
        """A list, two levels deep."""

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
        """A table whose columns stand one below the other in plain text, too."""

    def diagram(self, lines: Sequence[str]) -> list[str]:
        """A Mermaid diagram; nothing where it would not be drawn."""

    @property
    def lead(self) -> str:
        """What stands before the first mark in a file of our own."""

    def whole(self, lines: Sequence[str], footer: str) -> str:
        """Our part, from the first mark to the last."""


def spelling_for(path: str, surroundings: Surroundings) -> Spelling:
    """The spelling of the dashboard at `path` in a vault of this kind."""
    folder = path.rpartition("/")[0]
    if format_of(path) == ORG:
        return OrgSpelling(folder)
    if surroundings.logseq:
        return LogseqSpelling(folder)
    return MarkdownSpelling(folder, wiki=surroundings.obsidian and surroundings.wiki_links)


def relative(path: str, folder: str) -> str:
    """The way from a folder of the vault to a note, both counted from the vault."""
    return posixpath.relpath(path, folder or ".") if folder else path


@dataclass(frozen=True, slots=True)
class MarkdownSpelling:
    """Markdown for any reader; with `wiki`, links as Obsidian writes them."""

    folder: str = ""
    wiki: bool = False
    marks: tuple[str, str] = (f"<!-- {OPENING} -->", f"<!-- {ENDING} -->")
    lead: str = ""

    def text(self, text: str) -> str:
        """Backslashes before every sign that could mean something to some reader."""
        return _SIGNS.sub(r"\\\g<0>", shown(text))

    def strong(self, text: str) -> str:
        """Bold."""
        return f"**{text}**"

    def link(self, path: str, label: str, *, cell: bool = False) -> str:
        """A wiki link from the vault's root, or a relative one."""
        target = path.removesuffix(".md")
        label = shown(label)
        if self.wiki and target != path and _PLAIN.fullmatch(target) and _PLAIN.fullmatch(label):
            return f"[[{target}{chr(92) if cell else ''}|{label}]]"
        way = quote(relative(path, self.folder), errors="surrogateescape")
        return f"[{self.text(label)}]({way})"

    def heading(self, title: str) -> list[str]:
        """A heading of the second level."""
        return [f"## {title}", ""]

    def bullets(self, rows: Iterable[Bullet]) -> list[str]:
        """List items without a box, so that no list of tasks shows them again."""
        return [*_nested(rows, "- ", "  - "), ""]

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
        """A table as GitHub and Obsidian draw it."""
        return [*_ruled(head, rows), ""]

    def diagram(self, lines: Sequence[str]) -> list[str]:
        """A fence that GitHub and Obsidian draw."""
        return ["```mermaid", *lines, "```", ""]

    def whole(self, lines: Sequence[str], footer: str) -> str:
        """Marks as comments on lines of their own."""
        opening, ending = self.marks
        return "\n".join([opening, "", *lines, f"*{footer}*", "", ending])


@dataclass(frozen=True, slots=True)
class LogseqSpelling(MarkdownSpelling):
    """Blocks: every heading one, every line beneath it its child."""

    lead: str = "- ## Follow-ups "

    def link(self, path: str, label: str, *, cell: bool = False) -> str:
        """A page by its name, another file by the way to it."""
        folder, _, name = path.rpartition("/")
        page = unquote(name.rpartition(".")[0].replace("___", "/"))
        if folder == "pages" and format_of(path) == MARKDOWN and _PLAIN.fullmatch(page):
            return f"[{self.text(label)}]([[{page}]])"
        way = quote(relative(path, self.folder), errors="surrogateescape")
        return f"[{self.text(label)}]({way})"

    def heading(self, title: str) -> list[str]:
        """A block beneath the page's own."""
        return [f"\t- ### {title}"]

    def bullets(self, rows: Iterable[Bullet]) -> list[str]:
        """Blocks beneath the heading."""
        return list(_nested(rows, "\t\t- ", "\t\t\t- "))

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
        """A table within one block."""
        first, *rest = _ruled(head, rows)
        return [f"\t\t- {first}", *(f"\t\t  {row}" for row in rest)]

    def diagram(self, lines: Sequence[str]) -> list[str]:
        """Nothing: Logseq draws none."""
        return []

    def whole(self, lines: Sequence[str], footer: str) -> str:
        """Marks within the first and the last block."""
        opening, ending = self.marks
        return "\n".join([opening, *lines, f"\t- {footer} {ending}"])


@dataclass(frozen=True, slots=True)
class OrgSpelling:
    """Org: headings without a keyword and days without brackets, so that no agenda shows them."""

    folder: str = ""
    marks: tuple[str, str] = (f"# {OPENING}", f"# {ENDING}")
    lead: str = ""

    def text(self, text: str) -> str:
        """No time stamp, link, macro or table border can come of it."""
        text = shown(text).replace("\\", "\\\\").replace("|", "\\vert{}").replace("<", "\\lt{}")
        return (
            text.replace("[[", "[\u200b[").replace("{{{", "{\u200b{{").replace("[fn:", "[\u200bfn:")
        )

    def strong(self, text: str) -> str:
        """Bold."""
        return f"*{text}*"

    def link(self, path: str, label: str, *, cell: bool = False) -> str:
        """A file link."""
        way = relative(path, self.folder)
        way = way.replace("%", "%25").replace("[", "%5B").replace("]", "%5D").replace("|", "%7C")
        label = self.text(label).replace("]", "\u200b]")
        return f"[[file:{shown(way)}][{label}]]"

    def heading(self, title: str) -> list[str]:
        """A heading of the first level."""
        return [f"* {title}"]

    def bullets(self, rows: Iterable[Bullet]) -> list[str]:
        """A plain list."""
        return list(_nested(rows, "- ", "  - "))

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
        """A table in line as Emacs shows it, where a link is as wide as its label."""
        first, *rest = _lines(padded([head, *rows], lambda cell: width(_ORG_LINK.sub(r"\1", cell))))
        return [first, "|" + "+".join("-" * (len(c)) for c in first[1:-1].split("|")) + "|", *rest]

    def diagram(self, lines: Sequence[str]) -> list[str]:
        """Nothing: Org draws none by itself."""
        return []

    def whole(self, lines: Sequence[str], footer: str) -> str:
        """Marks as comment lines."""
        opening, ending = self.marks
        return "\n".join([opening, *lines, "", f"/{footer}/", ending])


def _nested(rows: Iterable[Bullet], outer: str, inner: str) -> Iterator[str]:
    for text, beneath in rows:
        yield outer + text
        yield from (inner + each for each in beneath)


def _ruled(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    first, *rest = _lines(padded([head, *rows]))
    rule = "|".join("-" * len(cell) for cell in first.strip("|").split("|"))
    return [first, f"|{rule}|", *rest]


def _lines(rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(cells)} |" for cells in rows]
