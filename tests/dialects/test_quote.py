"""Her values stay values, in titles and in drafts (safety 5.3)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.dialects import quote

TITLES = {
    "N01 line endings": ("Acme\nLtd\r\nUK\rEU", "Acme Ltd UK EU"),
    "N02 odd line endings": ("a\u2028b\u2029c\x0bd\x0ce\x85f", "a b c d e f"),
    "N03 comment end": ("a --> b", r"a -- \> b"),
    "N03 comment": ("<!-- a -->", r"\<!-- a -- \>"),
    "N04 fence": ("```sh", r"\`\`\`sh"),
    "N05 HTML": ("<b>a</b>", r"\<b\>a\</b\>"),
    "N06 wikilink": ("[[Acme|x]]", r"\[ \[Acme\|x\]\]"),
    "N07 Tasks emoji": ("a 📅 2026-01-01 🆔 b", "a 2026-01-01 b"),
    "N08 inline field": ("[due:: 2026-01-01]", r"\[due: : 2026-01-01\]"),
    "N08 block id": ("a ^id", r"a \^id"),
    "N08 tag": ("#tag", r"\#tag"),
    "N09 Templater": ("<% x %>", r"\< \% x \%\>"),
    "N09 Dataview JS": ("`$= x`", r"\`\$= x\`"),
    "N10 bidi, zero width, ESC, NUL": ("a\u202eb\u200bc\x1bd\x00e", "a b c d e"),
    "N10 joiners between letters stay": ("می\u200cخواهم", "می\u200cخواهم"),
    "N10 joiners elsewhere go": ("\u200da\u200d", "a"),
    "N12 modelines": ("vim: ts=2 ex: x Local Variables:", "vim : ts=2 ex : x Local Variables :"),
    "formula": ("$$x$$", r"\$\$x\$\$"),
    "percent comment": ("a %% b", r"a \% \% b"),
    "composed": ("e\u0301", "é"),
    "blank": (" \t ", ""),
}
DRAFTS = {
    "comment end": ("a --> b", "a -- > b"),
    "Templater": ("<% x", "< % x"),
    "percent comment": ("a %% b", "a % % b"),
    "wikilink": ("[[Acme]]", "[ [Acme]]"),
    "a final block id": ("a ^id", "a ^ id"),
    "a power": ("x^2 and y^3 stay", "x^2 and y^3 stay"),
    "tag": ("#tag and C#", "# tag and C#"),
    "Tasks emoji": ("a 📅 b", "a   b"),
    "a slot stays visible": ("[what you learned]", "[what you learned]"),
    "no backslashes": ("a*b_c", "a*b_c"),
    "line by line": ("a ^b\n#c", "a ^ b\n# c"),
}


@pytest.mark.parametrize(("value", "expected"), TITLES.values(), ids=TITLES)
def test_a_value_in_a_title(value: str, expected: str) -> None:
    """Nothing in it is markup or a field."""
    assert quote.title(quote.plain(value)) == expected


@pytest.mark.parametrize(("value", "expected"), DRAFTS.values(), ids=DRAFTS)
def test_a_value_in_a_draft(value: str, expected: str) -> None:
    """Only the harmful bits change: a draft is sent as it stands."""
    assert quote.draft(value) == expected


def test_long_values_are_cut() -> None:
    """N11: 80 characters and an ellipsis."""
    assert quote.plain("x" * 10_000, 80) == "x" * 80 + "…"
    assert quote.plain("x" * 80, 80) == "x" * 80


@given(st.text(max_size=40))
def test_plain_is_one_visible_line(value: str) -> None:
    """N13: no control character, no blank at the ends; twice is once."""
    text = quote.plain(value)
    assert text == " ".join(text.split())
    assert not [c for c in text if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Cs"}]
    assert quote.plain(text) == text


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_escapes_come_off_again(value: str) -> None:
    """A formatter that takes an escape off, or puts one on, changed no word."""
    text = quote.plain(value)
    once = quote.unescaped(quote.title(text))
    assert quote.unescaped(quote.title(once)) == once
