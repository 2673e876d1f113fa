"""Names of the house are read as nothing before a letter is searched for what harms."""

import re

from hypothesis import given
from hypothesis import strategies as st

from mdfollow.letters.critic_words import _plain

ODD = "aAbB_ 1.·éÉſKx-"


@given(st.text(ODD, max_size=25), st.text(ODD, min_size=2, max_size=4))
def test_a_name_is_blanked_as_an_expression_would_find_it(text: str, name: str) -> None:
    hit = rf"(?<!\w){re.escape(name)}(?!\w)"
    assert _plain(text, [name]) == re.sub(
        hit, lambda found: "·" * len(found[0]), text, flags=re.IGNORECASE
    )


def test_the_longest_name_is_blanked_first_and_parts_of_words_are_left() -> None:
    text = "Acme Labs, ACME and acmes’ lab"
    assert _plain(text, ["Acme", "acme labs"]) == f"{'·' * 9}, {'·' * 4} and acmes' lab"
