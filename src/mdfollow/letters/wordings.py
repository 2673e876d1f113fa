"""The letters and words that come with mdfollow, a folder a language, read when first needed."""

import pkgutil
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from mdfollow.letters.frames import KINDS, Choice, Letters, choice, parsed

ENDING = ".toml"


class Words(NamedTuple):
    """What letters need to know of a language; `places` are texts made of other places."""

    days: tuple[str, ...]
    months: tuple[str, ...]
    ordinals: tuple[str, ...]
    called: frozenset[str]
    article: tuple[str, ...]
    madam: frozenset[str]
    sir: frozenset[str]
    places: Mapping[str, Choice]


def source(language: str, name: str) -> str:
    """The text of one file as it is shipped."""
    data = pkgutil.get_data("mdfollow.letters", f"wordings/{language}/{name}{ENDING}")
    return (data or b"").decode("utf-8")


def sources(language: str) -> dict[str, str]:
    """File name → text of every kind of letter."""
    return {f"{kind}{ENDING}": source(language, kind) for kind in KINDS}


@cache
def letters(language: str, kind: str) -> Letters:
    """Our letters of one kind."""
    return parsed(source(language, kind))


@cache
def words(language: str) -> Words:
    """The words of a language."""
    found = tomllib.loads(source(language, "words"))
    return Words(
        days=tuple(found["days"]),
        months=tuple(found["months"]),
        ordinals=tuple(found["ordinals"]),
        called=frozenset(found["called"]),
        article=tuple(found["article"]),
        madam=frozenset(found["madam"]),
        sir=frozenset(found["sir"]),
        places={name: choice(given) for name, given in found["places"].items()},
    )
