"""Expressions matched in one pass: as Python matches them, and in no time."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stalls import A_STALL

from mdfollow.problem import MdfollowError
from mdfollow.settings import Settings
from mdfollow.vault.linear import MOST_SETS, Expression, UnreadableError
from mdfollow.vault.names import names_of

ATOMS = st.sampled_from(["a", "b", "/", ".", r"\d", r"\.", "[ab]", "[^a/]", r"[\w-]", r"\S"])
TIMES = st.sampled_from(["*", "+", "?", "*?", "{2}", "{1,2}", "{0,}"])
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(inner, TIMES).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=8,
)
BEFORE, BEHIND = st.sampled_from(["", "^", "(?:^|/)"]), st.sampled_from(["", "$", "(?:$|/)"])


@given(BEFORE, EXPRESSIONS, BEHIND, st.text("ab/.1-\n", max_size=8))
def test_as_python_does(before: str, inner: str, behind: str, text: str) -> None:
    expression = f"{before}{inner}{behind}"
    assert Expression(expression, whole=False).matches(text) is bool(re.search(expression, text))
    assert Expression(expression, whole=True).matches(text) is bool(re.fullmatch(expression, text))


UNREADABLE = [r"(?=a)", r"(?!a)", r"(?<=a)", r"(?<n>a)", r"\ba", r"(a)\1", r"\p{L}", "(", ")", "["]
UNREADABLE += ["[]", "[b-a]", "a{2,1}", "*", "a**", "(a{999}){999}", "(" * 5_000, "a\\", "[a-\\d]"]


@pytest.mark.parametrize("text", UNREADABLE, ids=[text[:9] for text in UNREADABLE])
def test_what_cannot_be_walked_in_one_pass_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        Expression(text, whole=False)


SLOW = [r"(a+)+$", r"(a|a)*b", r"(.*a){25}b", r"(a?){200}a{200}b", "a*" * 300 + "b", r"([a-z]+)*\d"]


@pytest.mark.parametrize("text", SLOW, ids=[text[:9] for text in SLOW])
def test_no_expression_takes_time(text: str) -> None:
    begin = time.process_time()
    assert not Expression(text, whole=False).matches("a" * 4_000 + "!")
    assert time.process_time() - begin < A_STALL


def test_what_is_remembered_is_bounded() -> None:
    """One set of places more with every name would fill the memory of a watch."""
    expression = Expression("a[ab]{14}c", whole=False)
    for number in range(MOST_SETS):
        assert not expression.matches(f"{number:016b}".replace("0", "a").replace("1", "b"))
    assert len(expression._sets) <= MOST_SETS + 1
    assert expression.matches("a" * 20 + "c")


STARS = ["*a" * 100 + "*b", "**/" * 100 + "x", "*" * 60_000, "[a-z]*" * 100 + "1", "?*" * 100 + "!"]


@pytest.mark.parametrize("glob", STARS, ids=[glob[:9] for glob in STARS])
@pytest.mark.parametrize("path", ["a" * 250 + ".md", "a/" * 1_000 + "b.md"], ids=["long", "deep"])
def test_no_pattern_of_the_settings_takes_time(glob: str, path: str) -> None:
    names_of.cache_clear()
    begin = time.process_time()
    names_of(Settings(ignore=(glob,))).skips_note(path)
    assert time.process_time() - begin < A_STALL


def test_more_patterns_than_can_be_looked_through_are_refused() -> None:
    with pytest.raises(MdfollowError, match="name whole folders"):
        names_of(Settings(ignore=tuple(f"{number:060}" for number in range(1_000))))


@pytest.mark.parametrize(
    ("glob", "path", "ignored"),
    [
        ("a[!b]c.md", "a/c.md", False),
        ("a[!b]c.md", "axc.md", True),
        ("a[b-d].md", "ac.md", True),
        ("a[[]b.md", "a[b.md", True),
        ("a{1}.md", "a{1}.md", True),
        ("(a|b)+.md", "(a|b)+.md", True),
        ("^a$.md", "^a$.md", True),
        ("a.md", "a-md.md", False),
        ("**/b.md", "a\nc/b.md", True),
        ("a\\b.md", "a\\b.md", True),
    ],
)
def test_a_pattern_is_no_expression(glob: str, path: str, *, ignored: bool) -> None:
    assert names_of(Settings(ignore=(glob,))).skips_note(path) is ignored
