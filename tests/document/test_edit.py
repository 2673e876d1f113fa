"""Edits as values: done at once, put together, and followed back line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.document.edit import Edit, apply, composed, old_lines, overlap

TEXTS = st.lists(st.sampled_from([b"a", b"bb", b"\n", b"c\n", b""]), max_size=12).map(b"".join)
NEW = st.sampled_from([b"", b"x", b"y\n", b"\nz"])


@st.composite
def edits(draw: st.DrawFn, data: bytes) -> list[Edit]:
    """Edits of `data` that do not overlap, in any order."""
    places = sorted(draw(st.lists(st.integers(0, len(data)), max_size=8)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    return draw(st.permutations([Edit(start, end, draw(NEW)) for start, end in pairs]))


def starts(data: bytes) -> list[int]:
    at = [0]
    for line in data.split(b"\n"):
        at.append(at[-1] + len(line) + 1)
    return [start for start in at if start < len(data)]


@given(TEXTS, st.data())
def test_two_steps_are_one(old: bytes, data: st.DataObject) -> None:
    first = data.draw(edits(old))
    middle = apply(old, first)
    second = data.draw(edits(middle))
    both = composed(first, second, len(old))
    assert apply(old, both) == apply(middle, second)


@given(TEXTS, st.data())
def test_a_line_outside_all_edits_is_found_again(old: bytes, data: st.DataObject) -> None:
    made = data.draw(edits(old))
    new = apply(old, made)
    pairs = old_lines(starts(old), starts(new), made)
    before, after = old.split(b"\n"), new.split(b"\n")
    assert len(set(pairs.values())) == len(pairs)
    for number, was in pairs.items():
        start = starts(old)[was]
        untouched = all(e.end < start or e.start > start + len(before[was]) for e in made)
        if untouched:
            assert after[number] == before[was]
    if not made:
        assert pairs == {number: number for number in range(len(starts(old)))}


@pytest.mark.parametrize(
    ("edit", "pairs"),
    [
        (Edit(4, 4, b"new\n"), {0: 0, 1: 1, 3: 2}),
        (Edit(3, 3, b"\nnew"), {0: 0, 1: 1, 3: 2}),
        (Edit(3, 3, b"more"), {0: 0, 1: 1, 2: 2}),
        (Edit(2, 4, b""), {0: 0, 1: 2}),
        (Edit(2, 4, b"B\n"), {0: 0, 1: 1, 2: 2}),
    ],
)
def test_lines_that_were_put_in_have_no_line_before(edit: Edit, pairs: dict[int, int]) -> None:
    old = b"a\nb\nc\n"
    assert old_lines(starts(old), starts(apply(old, [edit])), [edit]) == pairs


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply(b"abc", [Edit(0, 2, b""), Edit(1, 3, b"")])


@given(TEXTS, st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=4))
def test_edits_overlap_where_they_cannot_all_be_done(
    old: bytes, places: list[tuple[int, int]]
) -> None:
    made = [Edit(start, start + size, b"") for start, size in places]
    if all(each.end <= len(old) for each in made) and not overlap(made):
        apply(old, made)
    elif made:
        with pytest.raises(ValueError, match="overlap or leave"):
            apply(old, made)
