"""The kinds of note that are no Markdown: how they tell of an interview, what may stand in them."""

from datetime import date

from hypothesis import strategies as st

from mdfollow.record import dataclass, replace
from mdfollow.surroundings import Surroundings
from mdfollow.sync.clearing import remove
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, NoteReport, Vault

TODAY = date(2026, 11, 12)
BOM = b"\xef\xbb\xbf"
PLAIN = Surroundings()
ENDINGS = ("\n", "\n", "\r\n", "\r")
PEOPLE = "Dana Kim <dana@acme.example> (hiring manager); Sam Roe (recruiter)"


@dataclass(frozen=True, slots=True)
class Kind:
    """`fields` and `value` spell an interview; `pieces` are what people write around it."""

    name: str
    path: str
    opening: str
    row: str
    closing: str
    pieces: tuple[str, ...]
    notes: str
    """What she wrote herself, for a plain note."""
    above: tuple[str, ...] = ("",)
    surroundings: Surroundings = PLAIN

    @property
    def vault(self) -> Vault:
        """A vault it is at home in."""
        return Vault(surroundings=self.surroundings)

    def fields(self, **values: str) -> str:
        """The fields of an interview; names may use `_` for the sign between words."""
        given = {
            "company": "Acme",
            "role": "Platform Engineer",
            "interview_date": "2026-11-10",
            "format": "onsite",
            "decision": "3 weeks",
            "interviewers": PEOPLE,
        } | values
        lines = (self.row.format(name=name, value=value) for name, value in given.items() if value)
        return self.opening + "".join(lines) + self.closing

    def sync(self, data: bytes, today: date = TODAY) -> NoteReport:
        """One note's report; an interview note always has one."""
        (report,) = sync((Note(self.path, data),), self.vault, today)
        return report

    def removed(self, data: bytes) -> bytes:
        """The note without mdfollow in it."""
        (report,) = remove((Note(self.path, data),), self.vault)
        return report.new


ORG = Kind(
    name="org",
    path="Jobs/acme.org",
    opening="* Acme, on site   :interview:\n:PROPERTIES:\n",
    row=":{name}: {value}\n",
    closing=":END:\n",
    notes="My own notes.\n** Questions I asked\n- why?\n",
    above=("", "#+TITLE: Jobs\n", "#+TODO: NEXT TODO | DONE CANCELLED\n\n", "# top\n\ntext\n"),
    pieces=(
        *("", "", "  ", "\t", "Some words.", "Trailing blanks  ", "tab\tin", "naïve 😀 \u2028 sep"),
        *("* Other", "** Questions", "*** Deep", "** TODO my own task", "* Footnotes\n\n[fn:1] x"),
        *("** DONE x\nCLOSED: [2026-11-10 Tue]", "** Follow-up plan", "* COMMENT hidden\n** x"),
        *("- a\n  - b", "- [ ] box", "1. one", "| a | b |\n|---+---|", ": literal", "# comment"),
        *("#+begin_src sh\nls\n#+end_src", "#+BEGIN_QUOTE\nq\n#+END_QUOTE", "#+NAME: x"),
        *(
            ":LOGBOOK:\n- x\n:END:",
            ":NOTES:\ntext\n:END:",
            "[[https://a.b][c]]",
            "<2026-11-12 Thu>",
        ),
        *("** Later\nSCHEDULED: <2026-12-01 Tue>\n:PROPERTIES:\n:Effort: 0:10\n:END:\ntext",),
        *(
            "# Local Variables:\n# fill-column: 70\n# End:",
            "# vim: set ts=2:",
            "* Archive :ARCHIVE:",
        ),
        *("* Beta\n:PROPERTIES:\n:COMPANY: Beta\n:INTERVIEW_DATE: <2026-11-09 Mon>\n:END:",),
        *("*** Round 2\n:PROPERTIES:\n:INTERVIEW_DATE: [2026-11-11 Wed]\n:END:\nmore",),
        *("** x :ARCHIVE:", "\\begin{x}\n\\end{x}", "*bold* start", "[note]: https://acme.example"),
    ),
)
LOGSEQ = Kind(
    name="logseq",
    path="pages/Acme.md",
    opening="type:: interview\n",
    row="{name}:: {value}\n",
    closing="",
    notes="\n- My own notes\n\t- why?\n",
    surroundings=Surroundings(logseq=True, logseq_workflow="todo"),
    pieces=(
        *("", "- Notes", "- a\n\t- b\n\t- c", "- a\n  - b\n    text", "\t- deep", "- TODO my own"),
        *(
            "- DONE x\n  SCHEDULED: <2026-11-10 Tue>",
            "- ## Follow-up plan",
            "- Follow-up plan",
            "-",
        ),
        *("- ", "text", "  indented", "\ttab", "# Heading", "- # Heading\n\t- x", "- x\nkey:: v"),
        *("- x\n  id:: 6512-a\n  collapsed:: true", "- ```sh\n  ls\n  ```", "```\n- code\n```"),
        *(
            "- <!-- a -->",
            "<!--\na\n\n- b\n-->",
            "- x <!-- y --> z",
            "- [ ] box",
            "* star",
            "1. one",
        ),
        *(
            "- x\n  :LOGBOOK:\n  CLOCK: [2026-11-10 Tue 10:00]\n  :END:",
            "- #+BEGIN_QUOTE\n  q\n  #+END_QUOTE",
        ),
        *(
            "> quote",
            "| a |",
            "- naïve 😀 \u2028 sep",
            "- trailing  ",
            "- [[Dana]] ((6512)) {{query x}}",
        ),
        *("- DEADLINE: <2026-11-30 Mon>", "$$x$$", "- $$\n  x\n  $$"),
    ),
)
KINDS = {kind.name: kind for kind in (ORG, LOGSEQ)}


@st.composite
def notes(draw: st.DrawFn, kind: Kind, fields: str = "") -> bytes:
    """A whole note as bytes: any line ends, mixed or not, with or without a BOM."""
    pieces = draw(st.lists(st.sampled_from(kind.pieces) | st.text(max_size=12), max_size=8))
    body = "\n".join(piece.replace("\r", "\n") for piece in pieces)
    body += draw(st.sampled_from(("", "\n", "\n\n")))
    text = draw(st.sampled_from(kind.above)) + (fields or kind.fields()) + body
    if draw(st.booleans()):
        text = text.replace("\n", draw(st.sampled_from(ENDINGS)))
    else:
        first, *rest = text.split("\n")
        text = first + "".join(draw(st.sampled_from(ENDINGS)) + part for part in rest)
    return (BOM if draw(st.booleans()) else b"") + text.encode("utf-8", "replace")


def renamed(kind: Kind, path: str) -> Kind:
    """The same kind under another path."""
    return replace(kind, path=path)
