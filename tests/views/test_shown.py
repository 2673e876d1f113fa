"""Texts as they may be shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.views.json_text import json_text
from mdfollow.views.shown import shown, shown_path

TEXTS = [
    ("Dana Kim", "Dana Kim"),
    ("Żółć 東京 📅", "Żółć 東京 📅"),
    ("a\x1b[31mb", "a\\x1b[31mb"),
    ("a\tb\nc\rd\u2028e", "a b c d e"),
    ("a\u202eb\u200bc", "a\\u202ebc"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("a\xa0b", "a\xa0b"),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_text_is_one_line_without_control_characters(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(st.text(st.characters()))
def test_nothing_shown_can_move_the_cursor(text: str) -> None:
    """Safety 5.3, over all of Unicode; and showing twice changes nothing."""
    for result in (shown(text), shown_path(text)):
        kinds = {unicodedata.category(c) for c in result if c not in "\u200c\u200d"}
        assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
        assert shown(result) == result
        result.encode()


def test_two_paths_never_look_the_same() -> None:
    paths = ["a.md", "a\n.md", "a\r.md", "a\udce9.md", "a\u202e.md"]
    assert len({shown_path(path) for path in paths}) == len(paths)


@given(st.text(st.characters()), st.booleans())
def test_json_text_is_json_for_every_text(text: str, ascii_only: bool) -> None:
    import json

    written = json_text({"a": text}, ascii_only=ascii_only)
    assert json.loads(written.encode()) == {"a": text}
    assert written.endswith("}\n")
