"""Expressions compiled at their first use, and only then."""

import re

import pytest

from mdfollow.pattern import pattern


def test_it_is_what_re_compile_gives() -> None:
    lazy, real = pattern(r"(\w)-(\d+)", re.IGNORECASE), re.compile(r"(\w)-(\d+)", re.IGNORECASE)
    text = "a-1, B-22"
    assert [hit.groups() for hit in lazy.finditer(text)] == [
        hit.groups() for hit in real.finditer(text)
    ]
    assert lazy.sub("x", text) == real.sub("x", text)
    assert lazy.findall(text) == real.findall(text)
    assert lazy.match(text)
    assert lazy.fullmatch(text) is None
    assert (lazy.pattern, lazy.flags, lazy.groups) == (real.pattern, real.flags, real.groups)
    assert pattern(rb"\d").search(b"a1")


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.match("x")
