"""A letter that says what the note keeps to itself is named, whoever wrote it."""

import pytest

from mdfollow.interview.model import AsTyped
from mdfollow.letters.critic import PRIVATE, kept_private

LETTER = "Dear Dana,\n\nThank you. {fact}, you said, and I liked it.\n\nKind regards"


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ("pay is 32k, don't repeat that", True),
        ("Sara is leaving in May", True),
        ("the ward runs its own clinic", False),
        (AsTyped("Sara is leaving in May"), False),
    ],
)
def test_a_private_fact_in_a_letter_is_named(fact: str, found: bool) -> None:
    text = LETTER.format(fact=fact)
    (*hits,) = kept_private(text, [fact])
    assert bool(hits) is found
    for hit in hits:
        assert (hit.code, text[hit.start : hit.end]) == (PRIVATE, fact)


def test_a_letter_without_the_fact_is_left_alone() -> None:
    assert not list(kept_private("Dear Dana, thank you.", ["she is pregnant"]))
