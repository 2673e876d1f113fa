"""Two readers of Markdown, one answer; and what a line is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stalls import A_STALL

from mdfollow.document import markdown_note
from mdfollow.document.markdown import (
    Layout,
    LineKind,
    _parser,
    _quick,
    _thorough,
    heading,
    layout,
    tokens,
)
from mdfollow.document.markdown import quote_marks as marks_of
from mdfollow.document.source import Source

PIECES = (
    *("", "  ", "\t", "a", "a mf-abcdef", "text $$ x $$ text", "\xa0", "\x0c", "\\", "&nbsp;"),
    *("- [ ] t 🆔 mf-abcdef", "\t- [ ] t 🆔 mf-abcdef", "    - [ ] t 🆔 mf-abcdef"),
    *("    code mf-abcdef", "-     [ ] x mf-abcdef", "-\t\t[ ] x mf-abcdef", "1.\t[ ] mf-abcdef"),
    *("> - [ ] mf-abcdef", ">     - [ ] mf-abcdef", "> q", "> > d", "> [!note]- Plan"),
    *("- a", "  - b", "1. x", "10) y", "-", "- $$", "- ```", "- <!-- x", "- <div>"),
    *("```", "~~~", "````", "```py", "  ```", "    ```", "> ```", "```\xa0", "\t```", "``` `x`"),
    *("<!-- a -->", "<!--", "-->", "<!-->", "a <!-- b", "a -->", "<!-- x --> y", "  <!-- x"),
    *("<div>", "</div>", "<b>x</b>", "<https://x.y>", "<details>", "<?php", "<!X", "<script>"),
    *("</script>", "<pre>", "$$", "%%", "$$ a", "a $$", "%% a %%", "> %%", "$$$", "%%%%", "  $$"),
    *("# h", "   # h", "    # h", "===", "---", "***", "| a |", "[a]: http://x", "[^1]: x"),
)


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=9),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_the_quick_reader_never_contradicts_the_thorough_one(
    pieces: list[str], ending: str, ended: bool
) -> None:
    """Where the quick look answers, a Markdown parser says the same."""
    text = ending.join(pieces) + (ending if ended else "")
    source = Source(text.encode())
    quick = _quick(source.texts, 0)
    if quick is None:
        return
    thorough = _thorough(source, 0)
    assert quick.unclosed == thorough.unclosed
    for line, one, other in zip(source.texts, quick.kinds, thorough.kinds, strict=True):
        indented_code = other is LineKind.CODE and "mf-" not in line
        assert (one is LineKind.TEXT) == (other is LineKind.TEXT) or indented_code, line


SIGNS = ("", "--", "---", "> -", "===", "  =\t", "* * *", "_ _ _  ", "[a]: u", "```", "~~~ x")


@pytest.mark.parametrize("sign", [*SIGNS, "\t---", "1. ---", "# h"])
@given(above=st.sampled_from(("", "a\n", "a\n\n", "- b\n", "> c\n")), below=st.sampled_from(SIGNS))
def test_rules_that_are_left_out_would_find_nothing(sign: str, above: str, below: str) -> None:
    """The parser without the rules that a text has no sign of says what the whole one says."""
    source = Source(f"{above}{sign}\n{below}\n".encode())
    whole = _parser(()).parse("\n".join((*source.texts, "")))
    assert [each.as_dict() for each in tokens(source) or ()] == [each.as_dict() for each in whole]


@pytest.mark.parametrize("turn", ["> ~~~\nA\n", "> # h\nA\n", ">  <!--\n  +++\n"])
def test_what_would_take_the_parser_minutes_is_equal_to_nothing(turn: str) -> None:
    """n14: from each quotation it looks ahead to the next empty line."""
    few, many = (Source((turn * times).encode()) for times in (60, 4_000))
    begin = time.process_time()
    assert tokens(few)
    assert tokens(Source((f"{turn}\n" * 200).encode()))
    assert tokens(many) is None
    assert markdown_note.scan(many).structure != markdown_note.scan(many).structure
    assert time.process_time() - begin < A_STALL


def kinds(text: str) -> str:
    """One letter a line."""
    return "".join(kind.name[0] for kind in layout(Source(text.encode())).kinds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n```\n- [ ] x\n```\nb", "TCCCT"),
        ("- a\n  ```\n  - [ ] x\n  ```\nb", "TCCCT"),
        ("<!--\n- [ ] x\n-->\nb", "CCCT"),
        ("<!-- one line --> - [ ] x\nb", "CT"),
        ("a <!-- inside --> b", "T"),
        ("%%\n- [ ] x\n%%\nb", "CCCT"),
        ("$$\nx\n$$\nb", "MMMT"),
        ("- $$\n  x\n  $$\nb", "MMMT"),
        ("%%\n```\n%%\n```\nb", "CCCCC"),
        ("$$$ is what they pay", "T"),
        ("<div>\n- [ ] x\n</div>\n\nb", "HHHTT"),
        ("> ```\n> - [ ] x\nb", "CCT"),
        ("> - [ ] x", "T"),
        ("a\n\n    - [ ] mf-abcdef", "TTC"),
        ("- a\n    - [ ] mf-abcdef", "TT"),
    ],
)
def test_what_a_line_is(text: str, expected: str) -> None:
    """Fenced and commented lines are never tasks; quoted and nested ones are."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "unclosed"),
    [
        ("a\n```\nb", "a code fence"),
        ("a\n```", "a code fence"),
        ("~~~\nb\n```", "a code fence"),
        ("- a\n  ```\n  b", ""),
        ("> ```\n> b", ""),
        ("<!--\nb", "an HTML comment"),
        ("- <!-- b", ""),
        ("<script>\nb", "an HTML block"),
        ("<?php\nb", "an HTML block"),
        ("<![CDATA[\nb", "an HTML block"),
        ("<div>\nb", ""),
        ("$$\nb", "a $$ formula"),
        ("- $$\n  b\n", "a $$ formula"),
        ("%%\nb", "a %% comment"),
        ("%% a %% b %%", "a %% comment"),
        ("```\nb\n```", ""),
        ("$$\nb\n$$ where b is", ""),
    ],
)
def test_what_the_note_ends_in(text: str, unclosed: str) -> None:
    """N14: whatever would swallow a plan at the end has a name."""
    assert layout(Source(text.encode())).unclosed == unclosed


def test_frontmatter_is_a_kind_of_its_own() -> None:
    """Nothing in it opens or closes anything."""
    found = layout(Source(b"---\nx: '```'\n---\n- a\n"), 3)
    assert found == Layout((*[LineKind.FRONTMATTER] * 3, LineKind.TEXT))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Follow-up plan", ("", 2, "Follow-up plan")),
        ("   ### a ##  ", ("   ", 3, "a")),
        ("#", ("", 1, "")),
        ("> ## a", ("> ", 2, "a")),
        ("> > # a #b", ("> > ", 1, "a #b")),
        ("#tag", None),
        ("####### a", None),
        ("    # a", None),
        ("a # b", None),
    ],
)
def test_headings(text: str, found: tuple[str, int, str] | None) -> None:
    """ATX headings, quoted ones too."""
    assert heading(text) == found


@pytest.mark.parametrize(
    ("text", "marks"),
    [("a", ""), ("> a", "> "), (">> a", ">> "), ("> > - a", "> > "), ("a > b", "")],
)
def test_quote_marks(text: str, marks: str) -> None:
    """Kept when a line is rewritten."""
    assert marks_of(text) == marks


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=9), min_size=1, max_size=9))
def test_what_stands_behind_an_empty_line_on_its_own_changes_nothing_above(
    pieces: list[str],
) -> None:
    """What `begins_anew` promises: the parser's word on the whole tells of the part above."""
    lines = Source("\n".join(pieces).encode("utf-8", "replace") + b"\n").texts
    whole = markdown_note.scan(Source("\n".join(lines).encode()))
    for line in range(1, len(whole.source.texts)):
        if line > whole.first and whole.begins_anew(line):
            above = markdown_note.scan(Source("\n".join(lines[:line]).encode() + b"\n"))
            shorter = len(above.source.texts)
            assert above.structure == whole.structure[:shorter]


@pytest.mark.parametrize("above", ["text", "- item", "```\nx\n```", "<!-- x -->", "# h", "[a]: b"])
def test_a_heading_begins_anew_behind_whatever_is_closed(above: str) -> None:
    lines = f"{above}\n\n## Plan\n"
    assert markdown_note.scan(Source(lines.encode())).begins_anew(lines.count("\n") - 1)


@pytest.mark.parametrize("above", ["```", "<!--", "<script>", "- a\n  ```", "> ~~~", "text"])
def test_a_heading_begins_nothing_in_what_is_open_or_without_an_empty_line(above: str) -> None:
    lines = f"{above}\n\n## Plan\n" if above != "text" else "text\n## Plan\n"
    found = markdown_note.scan(Source(lines.encode())).begins_anew(lines.count("\n") - 1)
    assert found is (above in {"- a\n  ```", "> ~~~"})
