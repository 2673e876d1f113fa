"""Law 1 over the file of a dashboard: every byte outside the marks comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.views.dashboard_spelling import (
    LogseqSpelling,
    MarkdownSpelling,
    OrgSpelling,
    Spelling,
)
from mdfollow.views.marked_part import find, with_part, without_part

SPELLINGS: list[Spelling] = [MarkdownSpelling(), LogseqSpelling(), OrgSpelling()]
HERS = st.one_of(st.binary(max_size=40), st.text(max_size=40).map(str.encode)).map(
    lambda data: data.replace(b"mdfollow", b"")
)


@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda s: type(s).__name__)
@given(before=HERS, after=HERS)
def test_law_1_every_byte_around_our_part_stays(
    spelling: Spelling, before: bytes, after: bytes
) -> None:
    lines = b"\n" if isinstance(spelling, OrgSpelling) else b""
    opening, ending = (mark.encode() for mark in spelling.marks)
    data = before + lines + opening + b"\nold\n" + ending + lines + after
    text = spelling.whole(["a line", "another"], "The end.")
    new = with_part(data, find(data, spelling.marks), text)
    assert new.startswith(before + lines + opening)
    assert new.endswith(ending + lines + after)
    assert b"old" not in new[len(before) : len(new) - len(after)]
    again = find(new, spelling.marks)
    assert with_part(new, again, text) == new
    rest = without_part(new, again, spelling.lead)
    mine = (before + lines + after).removeprefix(b"\xef\xbb\xbf").strip()
    assert bool(rest) is (mine not in (b"", spelling.lead.strip().encode()))
    assert not rest or (rest.startswith(before) and rest.endswith(after.lstrip(b"\r\n")))


@given(data=HERS)
def test_law_1_a_file_without_marks_is_left_alone(data: bytes) -> None:
    part = find(data, SPELLINGS[0].marks)
    assert bool(part.trouble) is bool(data.removeprefix(b"\xef\xbb\xbf").strip())
