"""Where a note's fields begin and end, and that every value keeps its words and its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.document.values import plain

from mdfollow.document.frontmatter import MAX_BYTES, Frontmatter, Kind, fields, find, lines
from mdfollow.problem import Problem
from mdfollow.value import Mapping, Place, Scalar, Sequence


def read(data: bytes) -> Mapping | Problem:
    block = find(data)
    assert block is not None
    return fields(block, "notes/a.md")


def understood(data: bytes) -> object:
    outcome = read(data)
    assert isinstance(outcome, Mapping), outcome
    return plain(outcome)


@pytest.mark.parametrize(
    ("data", "kind", "start", "end", "text", "closed"),
    [
        (b"---\na: 1\n---\nx", Kind.YAML, 0, 13, "a: 1\n", True),
        (b"---\na: 1\n---", Kind.YAML, 0, 12, "a: 1\n", True),
        (b"---\na: 1\n...\nx", Kind.YAML, 0, 13, "a: 1\n", True),
        (b"---\r\na: 1\r\n---\r\nx", Kind.YAML, 0, 16, "a: 1\r\n", True),
        (b"---\ra: 1\r---\rx", Kind.YAML, 0, 13, "a: 1\r", True),
        (b"\xef\xbb\xbf---\na: 1\n---\nx", Kind.YAML, 3, 16, "a: 1\n", True),
        (b"---\n---\nx", Kind.YAML, 0, 8, "", True),
        (b"--- \t\na: 1\n--- \nx", Kind.YAML, 0, 16, "a: 1\n", True),
        (b"---\na: |\n  x\n ---\nb: 2\n---\n", Kind.YAML, 0, 27, "a: |\n  x\n ---\nb: 2\n", True),
        (b"---\na: 1\n----\nb: 2\n---\n", Kind.YAML, 0, 23, "a: 1\n----\nb: 2\n", True),
        (b"+++\na = 1\n+++\nx", Kind.TOML, 0, 14, "a = 1\n", True),
        (b"+++\na = 1\n...\n+++\n", Kind.TOML, 0, 18, "a = 1\n...\n", True),
        (b"---\na: 1\nb: 2\n\ntext", Kind.YAML, 0, 4, "a: 1\nb: 2\n", False),
        (b"a:: 1\nb c:: 2\n\nx", Kind.PAGE, 0, 14, "a:: 1\nb c:: 2\n", True),
        (b"a:: 1", Kind.PAGE, 0, 5, "a:: 1", True),
        (b"\xef\xbb\xbfa:: 1\r\nx", Kind.PAGE, 3, 10, "a:: 1\r\n", True),
    ],
)
def test_a_block_is_found_with_its_exact_bytes(
    data: bytes, kind: Kind, start: int, end: int, text: str, closed: bool
) -> None:
    first = 1 if kind is Kind.PAGE else 2
    assert find(data) == Frontmatter(kind, start, end, text, first, closed)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"----\na: 1\n----\n",
        b"\n---\na: 1\n---\n",
        b"  ---\na: 1\n---\n",
        b"--- a\na: 1\n---\n",
        b'{\n"a": 1\n}\n',
        b"++\na = 1\n++\n",
        b"+++\na = 1\n\ntext",
        b"---\nJust a rule, then prose.\n",
        b"---",
        b"# Acme\na:: 1\n",
        b"- a:: 1\n",
        b"std::vector is fast, a::b\n",
        b"\xff\xfe-\x00-\x00-\x00\n\x00",
    ],
)
def test_anything_else_at_the_top_is_no_frontmatter(data: bytes) -> None:
    assert find(data) is None


def test_values_are_texts_as_typed() -> None:
    note = (
        b"---\na: no\nb: 14:30\nc: 0701234567\nd: 2026-11-03\ne: ~\nf:\ng: '1'\n"
        b'h: "x\\u0041"\ni: !!python/x y\nj: 1_000\nk: [[Acme|b]]\nl: {m: n}\n2026: yes\n---\n'
    )
    assert understood(note) == {
        "a": "no",
        "b": "14:30",
        "c": "0701234567",
        "d": "2026-11-03",
        "e": "~",
        "f": "",
        "g": "1",
        "h": "xA",
        "i": "y",
        "j": "1_000",
        "k": [["Acme|b"]],
        "l": {"m": "n"},
        "2026": "yes",
    }


@pytest.mark.parametrize("eol", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_places_are_lines_and_characters_of_the_note(eol: bytes, bom: bytes) -> None:
    note = bom + "---\ncité: é\nb:\n  - 'x'\n  - {y: z}\n---\n".encode().replace(b"\n", eol)
    outcome = read(note)
    assert isinstance(outcome, Mapping)
    (cite, e), (_, items) = outcome.entries
    assert (cite.place, e) == (Place(2, 1), Scalar("é", Place(2, 7)))
    assert isinstance(items, Sequence)
    x, inner = items.items
    assert x == Scalar("x", Place(4, 5), quoted=True)
    assert isinstance(inner, Mapping)
    assert inner.entries == ((Scalar("y", Place(5, 6)), Scalar("z", Place(5, 9))),)


def test_toml_values_are_texts_at_the_line_of_their_key() -> None:
    note = (
        b"+++\na = 2026-11-03\nb = 2026-11-03T10:00:00Z\nc = 14:30:00\nd = 1.50\ne = true\n"
        b'f = ["x", 2]\n[[g]]\nh = "1"\n[[g]]\nh = "2"\n+++\n'
    )
    assert understood(note) == {
        "a": "2026-11-03",
        "b": "2026-11-03 10:00:00+00:00",
        "c": "14:30:00",
        "d": "1.50",
        "e": "true",
        "f": ["x", "2"],
        "g": [{"h": "1"}, {"h": "2"}],
    }
    outcome = read(note)
    assert isinstance(outcome, Mapping)
    assert [key.place.line for key, _ in outcome.entries] == [2, 3, 4, 5, 6, 7, 8]


def test_page_properties_keep_their_places() -> None:
    outcome = read(b"company:: [[Acme]]\r\nInterview Date::  2026-11-03\r\n\r\ntext")
    assert isinstance(outcome, Mapping)
    assert outcome.entries == (
        (Scalar("company", Place(1, 1)), Scalar("[[Acme]]", Place(1, 11))),
        (Scalar("Interview Date", Place(2, 1)), Scalar("2026-11-03", Place(2, 19))),
    )


@pytest.mark.parametrize(
    ("data", "line", "column", "code", "way_out"),
    [
        (b"---\nrole: Engineer: Backend\n---\n", 2, 15, "MDF110", 'role: "Engineer: Backend"'),
        (b"---\r\n# x\r\na: @ann\r\n---\r\n", 3, 4, "MDF110", 'line 3: quote the value: a: "@ann"'),
        (b"---\na: `x`\n---\n", 2, 4, "MDF110", "quote the value"),
        (b"---\na: %x\n---\n", 2, 4, "MDF110", "quote the value"),
        (b"---\na: *x*\n---\n", 2, 6, "MDF110", "quote the value"),
        (b"---\na: {{date}}\n---\n", 2, 5, "MDF110", "quote the value"),
        (b"---\na: [[X]] y\n---\n", 2, 10, "MDF110", "quote the value"),
        (b"---\na: [x\nb: 1\n---\n", 2, 4, "MDF110", "close the bracket"),
        (b"---\na: 'x\nb: 1\n---\n", 2, 4, "MDF110", "close the quotation mark"),
        (b"---\na: 1\n\tb: 2\n---\n", 3, 1, "MDF110", "use spaces"),
        (b"---\na: 1\nprose\n---\n", 3, 1, "MDF110", "indent it"),
        (b"---\na: 1\nb: 2\na: 3\n---\n", 4, 1, "MDF111", "keep one of them"),
        (b"---\na: {b: 1, b: 2}\n---\n", 2, 11, "MDF111", "keep one of them"),
        (b"---\n? [a]\n: 1\n---\n", 2, 1, "MDF110", "indent it"),
        (b"---\nx:\n  ? {a: b}\n  : 1\n---\n", 3, 5, "MDF110", "quote the value"),
        (b"---\na: &x [1]\n---\n", 2, 4, "MDF113", "write the value itself"),
        (b"---\na: &x {b: c}\n---\n", 2, 4, "MDF113", "write the value itself"),
        (b"---\na: *x\n---\n", 2, 4, "MDF113", "write the value itself"),
        (b"---\na:\n  <<: b\n---\n", 3, 3, "MDF113", "write the value itself"),
        (b"---\na: b\x07c\n---\n", 2, 5, "MDF114", "delete it"),
        ("---\na: b\u2028c\n---\n".encode(), 2, 5, "MDF114", "delete it"),
        (b"---\na: 1\nb: \xff\n---\n", 3, 4, "MDF114", "UTF-8"),
        (b"---\na: 1\n", 1, 1, "MDF115", "---"),
        (b"---\n- a\n---\n", 2, 1, "MDF110", "write one"),
        (b"+++\na = b\n+++\n", 2, 5, "MDF110", "quote the value"),
        (b"+++\r\na = 1\r\na = 2\r\n+++\r\n", 3, 6, "MDF111", "keep one"),
        (b"a:: 1\na:: 2\n", 2, 1, "MDF111", "keep one"),
    ],
)
def test_what_cannot_be_read_names_place_and_way_out(
    data: bytes, line: int, column: int, code: str, way_out: str
) -> None:
    problem = read(data)
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line, problem.column) == ("notes/a.md", line, column)
    assert problem.code == code
    assert way_out in problem.way_out
    assert problem.sentence
    assert "\n" not in problem.sentence + problem.way_out


def test_twenty_scalar_aliases_are_read_and_one_more_is_not() -> None:
    twenty = b"---\na: &x y\n" + b"".join(b"b%d: *x\n" % n for n in range(20))
    assert understood(twenty + b"---\n") == {"a": "y"} | {f"b{n}": "y" for n in range(20)}
    problem = read(twenty + b"c: *x\n---\n")
    assert isinstance(problem, Problem)
    assert problem.line == 23


def test_two_thousand_values_and_64_kib_are_the_limit() -> None:
    rows = b"".join(b"k%d: 1\n" % n for n in range(999))
    assert isinstance(read(b"---\n" + rows + b"---\n"), Mapping)
    many = read(b"---\n" + rows + rows.replace(b"k", b"j") + b"---\n")
    assert isinstance(many, Problem)
    assert many.code == "MDF112"
    long = read(b"---\na: " + b"x" * MAX_BYTES + b"\n---\n")
    assert isinstance(long, Problem)
    assert long.code == "MDF112"


def test_without_libyaml_the_outcome_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    note = b"---\na: &x y\nb: [1, {c: *x}]\nd: '\xc3\xa9'\n---\n"
    with_c = read(note)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert read(note) == with_c
    deep = read(b"---\na: " + b"[" * 3_000 + b"\n---\n")
    assert isinstance(deep, Problem)


_PIECES = st.sampled_from(
    [
        "---",
        "...",
        "+++",
        "\n",
        "\r\n",
        "\r",
        "a: 1",
        "b = 2",
        "c:: 3",
        " ",
        "- x",
        "{",
        "[[A]]",
        "*x",
        "&x",
        "é",
        "\t",
        '"',
        "'",
        "#",
        ":",
        "company: Acme",
        "\u2028",
        "\x00",
    ]
)


@given(st.lists(_PIECES, max_size=20).map("".join), st.booleans())
def test_any_bytes_give_none_a_mapping_or_a_problem_within_the_note(text: str, bom: bool) -> None:
    data = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    block = find(data)
    if block is None:
        return
    assert 0 <= block.start <= block.end <= len(data)
    assert block.end == len(data) or not block.closed or data[block.end - 1 : block.end] in b"\r\n"
    outcome = fields(block)
    if isinstance(outcome, Problem):
        assert 1 <= outcome.line <= len(lines(text))


@given(st.binary(max_size=200), st.sampled_from([b"", b"---\n", b"+++\n", b"---\na: ", b"a:: "]))
def test_no_bytes_raise(noise: bytes, head: bytes) -> None:
    block = find(head + noise)
    if block is not None:
        assert isinstance(fields(block), Mapping | Problem)
