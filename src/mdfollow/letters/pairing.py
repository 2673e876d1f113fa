"""Which skill belongs to which fact: those that share a word of content (or the person's field)."""

from collections.abc import Iterable
from functools import lru_cache

from mdfollow.letters.tables.tongue import vocabulary
from mdfollow.pattern import pattern

_EMPTY = vocabulary(
    "about after again also been before between each every first from have into last made "
    "make more most next only other over part ran same some such than that their them then "
    "there these they this those three through time under until very week weeks well were "
    "when where which while whom with within work worked working works year years your four "
    "five forty team teams experience people place long large small good great better best "
    "used uses using built wrote kept "
    "eine einen einem einer eines der die das und oder aber wenn dass wie was beim über unter nach "
    "sich sind wird werden habe haben hatte nicht auch noch jede jeder jedes alle viel viele"
)
_WORD = pattern(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDING = pattern(r"(?:['’]s|ings?|ers?|ed|es|s)$")
_LAST = frozenset("sgrd")
"""The letters an ending ends with: three words in four have none."""


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words of content in `text`, small and without their endings."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(
        _ENDING.sub("", word) if word[-1] in _LAST else word
        for word in words
        if len(word) > 3 and word not in _EMPTY
    )


def tied(skill: str, fact: str) -> bool:
    """Whether skill and fact share a word of content."""
    return bool(skill and fact and content(skill) & content(fact))


def talked_about(skill: str, topics: Iterable[str]) -> bool:
    """Whether a skill is part of what the interview covered: all words of a topic are in it."""
    words = content(skill)
    return any(content(topic) and content(topic) <= words for topic in topics)
