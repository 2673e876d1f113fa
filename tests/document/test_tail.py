"""N15: what only works at the end of a note stays there; the rest of her words do, too."""

import time

import pytest
from tests.stalls import A_STALL

from mdfollow.document.tail import tail

STAYS_LAST = [
    "# vim: set ts=2:",
    "<!-- vim: set ft=markdown : -->",
    "<!-- vim: ts=2:sw=2 -->",
    "vim: tw=60 ts=2: ",
    "# vi:noai:sw=3 ts=6",
    "vim: ts=2\n\n",
    "<!--\nvim: ts=2\n-->",
    "Local Variables:\nfill-column: 70\nEnd:",
    "<!--\nLocal Variables:\nfill-column: 70\nEnd:\n-->\n",
    "<!-- Local Variables: -->\n<!-- fill-column: 70 -->\n<!-- End: -->",
    "[^1]: A footnote.",
    "[^1]: A footnote.\n\n    Its second paragraph.\n[^2]: Another.",
    "[a]: https://acme.example",
    "[a]: <https://acme.example> 'title'\n[b]: other.md\n",
    "[^1]: A footnote.\n\n# vim: set ts=2:",
]
IS_HERS = [
    "Bring the laptop, ex: macbook",
    "I like vim: great editor",
    "Her editor is vim: set in her ways",
    "[ ] not: a definition",
    "[Dana]: she will write to me",
    "Local Variables: is a chapter of the Emacs manual",
    "a paragraph\n[^1]: that goes on",
    "a paragraph\n[a]: https://acme.example",
    "a paragraph\n[a]: one\n[b]: two",
    "the last thing I learned ^block-1",
    "| a |\n|---|\n\n^table",
    "",
]


@pytest.mark.parametrize("end", STAYS_LAST)
def test_what_works_only_at_the_end_stays_last(end: str) -> None:
    """A plan goes above it."""
    texts = f"# Acme\n\nMy notes.\n\n{end}".split("\n")
    assert tail(texts, 0) == 4


@pytest.mark.parametrize("end", IS_HERS)
def test_her_own_words_are_never_parted(end: str) -> None:
    """A plan goes below them."""
    texts = f"# Acme\n\nMy notes.\n\n{end}".split("\n")
    assert tail(texts, 0) == len(texts)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a paragraph\n# vim: set ts=2:", 1),
        ("a paragraph\n[a]: one\n\n[b]: two", 3),
        ("a paragraph\n[a]: one\nvim: ts=2", 2),
        ("a\n<!-- mdfollow:state v1 note=x\nmf-7k2m9q i1/ask due=2026-01-01\n-->\n\nvim: ts=2", 5),
        ("vim: ts=2\n" + "\n" * 6, 7),
    ],
)
def test_only_what_can_be_parted_is(text: str, line: int) -> None:
    """Definitions glued to a paragraph may be part of it; a modeline is one wherever it stands."""
    texts = text.removesuffix("\n").split("\n")
    assert tail(texts, 0) == line


def test_frontmatter_is_never_the_tail() -> None:
    """The tail begins behind line `first`."""
    assert tail(["---", "vim: ts=2", "---"], 3) == 3
    assert tail(["---", "a: b", "---", "vim: ts=2"], 3) == 3


def test_a_note_of_definitions_takes_no_time() -> None:
    """Each of them looked through the last 3,000 characters: minutes for a long note."""
    begin = time.process_time()
    assert tail(["words", "", *["[^1]: x"] * 20_000], 0) == 2
    assert time.process_time() - begin < A_STALL
