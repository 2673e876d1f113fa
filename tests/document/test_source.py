"""Lines, places and edits count bytes, and give every byte back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.document.edit import Edit, apply
from mdfollow.document.source import BOM, Source

TEXTS = st.text(st.sampled_from("a ñ🆔\t\n\r\u2028\x0b\x85-"), max_size=60)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"", ()),
        (b"a", ("a",)),
        (b"a\n", ("a",)),
        (b"a\r\nb\rc\n\n", ("a", "b", "c", "")),
        (b"\n\r", ("", "")),
        (BOM + b"a\n", ("a",)),
        ("a\u2028b\x0bc\x0cd\x85e\n".encode(), ("a\u2028b\x0bc\x0cd\x85e",)),
    ],
)
def test_only_cr_and_lf_end_a_line(data: bytes, texts: tuple[str, ...]) -> None:
    """U+2028 and friends are text, as they are for Markdown (N01)."""
    assert Source(data).texts == texts


@pytest.mark.parametrize(
    ("data", "newline"),
    [
        (b"", "\n"),
        (b"a", "\n"),
        (b"a\r\nb\r\nc\n", "\r\n"),
        (b"a\rb\rc\n", "\r"),
        (b"a\r\nb\n", "\n"),
        (b"a\nb\nc\r\n", "\n"),
    ],
)
def test_new_lines_end_as_most_lines_do(data: bytes, newline: str) -> None:
    """W19: the majority decides, LF in a tie."""
    assert Source(data).newline == newline


@given(TEXTS, st.booleans())
def test_lines_cover_every_byte(text: str, bom: bool) -> None:
    """Joined again, text and ending of all lines are the note."""
    data = (BOM if bom else b"") + text.encode()
    source = Source(data)
    pieces = [data[line.start : line.stop] for line in source.lines]
    assert (BOM if bom else b"") + b"".join(pieces) == data
    assert all(line.end < line.stop for line in source.lines[:-1])
    for byte in range(len(data) + 2):
        assert source.ended(byte) == sum(line.stop <= byte for line in source.lines)


@given(TEXTS.filter(bool), st.data())
def test_columns_count_characters_and_offsets_bytes(text: str, data: st.DataObject) -> None:
    """An offset points at the very character."""
    source = Source(text.encode())
    line = data.draw(st.integers(0, len(source.lines) - 1))
    column = data.draw(st.integers(0, len(source.texts[line])))
    rest = source.texts[line][column:].encode()
    assert source.data[source.offset(line, column) : source.lines[line].end] == rest


def test_edits_keep_the_order_of_one_place() -> None:
    """Two insertions at one byte stand as they were given."""
    assert apply(b"abc", (Edit(1, 1, b"1"), Edit(2, 3, b"-"), Edit(1, 1, b"2"))) == b"a12b-"


@pytest.mark.parametrize(
    "edits", [(Edit(0, 2, b""), Edit(1, 3, b"")), (Edit(2, 9, b""),)], ids=["overlap", "beyond"]
)
def test_edits_that_do_not_fit_are_refused(edits: tuple[Edit, ...]) -> None:
    """Better no write than a wrong one."""
    with pytest.raises(ValueError, match="overlap or leave"):
        apply(b"abc", edits)
