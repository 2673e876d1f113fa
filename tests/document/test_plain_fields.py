"""The short way through plain frontmatter says what YAML says, or nothing."""

from itertools import product

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.document.frontmatter import fields, find
from mdfollow.document.plain_fields import read_plain
from mdfollow.document.yaml_fields import read_yaml
from mdfollow.problem import Problem

LINES = (
    *("company: Acme & Co", "a: b", "a_b-c d: (x) y", "1: +2", "at: 14:30", "on: 2026-11-10"),
    *("url: https://x.example/a?b=c#d", "people:", "  - Dana <d@x.example> (boss)", "- item"),
    *("  -   Sam  ", "    - deep", "  - a: b", "  -", "-", "- [a]", 'q: "a: # b"', "q: 'it is'"),
    *(
        '- "[[Dana Kim]]"',
        "r: 'it''s'",
        's: "a\\n"',
        "t: 'a' b",
        "empty:   # words",
        "b: x # words",
    ),
    *("c: C#", "d: x#", "e: x:", "f: x: y", "g: :x", "h: a:b", "# words", "  # words", "", "   "),
    *("tags: [a, b c ,d-e]", "l: []", "l: [ a ]", "l: [a", 'l: ["a"]', "l: [a: b]", "l: [a, 'b]"),
    *("m: {a: b}", "n: |", "o: >-", "  more", "p: &x y", "u: *x", "v: !t x", "w: %x", "<<: x"),
    *(
        "x:\xa0y",
        "y: a\xa0#b",
        "z: a\tb",
        "k:\tb",
        "é: ü漢😀",
        "---",
        "...",
        "? x",
        "- - x",
        "i: -1",
        "j: ? x",
    ),
)
PIECES = (
    *":#-,[]{}'\"|>&*!?%@`~ \t\n",
    ": ",
    " #",
    "\r\n",
    "\n- ",
    "\n  ",
    "é",
    "\\",
    "<<",
    "\xa0",
)
FIRST = ("", "people:\n", "people:\n  - Dana\n", "a: b\n")
CHANGED = ("a: b c", "a:", "a: 'b' # c", 'a: "b"', "a:\n  - b c\n  - d", "a:\n- b", "a: [b c, d]")


def check(text: str) -> None:
    found = read_plain(text, 2)
    assert found is None or found == read_yaml(text, 2), text


def test_what_is_read_without_yaml_is_what_yaml_reads() -> None:
    """Every line after every other."""
    for first in FIRST:
        for one, other in product(LINES, LINES):
            check(f"{first}{one}\n{other}\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_is_put_into_a_plain_line_reads_as_in_yaml(end: str) -> None:
    for line, piece in product(CHANGED, PIECES):
        for at in range(len(line) + 1):
            check(f"{line[:at]}{piece}{line[at:]}\nx: y\n".replace("\n", end))


@given(st.lists(st.sampled_from(LINES), max_size=6).map("\n".join))
def test_it_is_what_yaml_reads_where_its_parser_is_pure_python(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CBaseLoader", raising=False)
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "type: interview\ncompany: Acme & Co (Berlin)\nrole: C# Engineer\n",
        "interviewers:\n  - Dana Kim <dana@acme.example> (manager)\n  - Sam Roe\nformat: onsite\n",
        "company:             # who you talked to\nrole:\ntags: [interview, 2026/autumn]\n",
        "interviewers:\n- '[[Dana Kim]]'\n- \"[[Sam Roe]]\"\n\n# her words\ndecision: 3 weeks\n",
    ],
)
def test_the_usual_notes_are_read_without_yaml(text: str) -> None:
    """So that the properties above are about something."""
    assert read_plain(text, 2) == read_yaml(text, 2)


@pytest.mark.parametrize("items", [500, 2_100])
def test_y01_a_list_is_no_longer_without_yaml_than_with_it(items: int) -> None:
    note = f"---\na: [{', '.join('x' * items)}]\n---\n".encode()
    block = find(note)
    assert block is not None
    assert isinstance(fields(block), Problem) == (items > 2_000)
