"""What one interview gives its letters: learned facts, skills and news, each cleaned once."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from mdfollow.etiquette.model import Kind, Step
from mdfollow.interview.model import AsTyped, Interview, Person
from mdfollow.letters.facts import FACT_LIMIT, mark, plain
from mdfollow.letters.pairing import talked_about
from mdfollow.record import cached_property

SLOTS = {
    Kind.ASK: (),
    Kind.THANK: ("learned", "skill"),
    Kind.ATTEMPT: ("skill", "news"),
    Kind.FEEDBACK: ("learned",),
}
"""The items each kind of step takes."""
FILLED_BY = {"learned": "learned", "skill": "skills", "news": "news"}
"""The field of the note, or of a person, that fills each slot."""
_NOBODY = Person(name="", slug="")

Items = tuple[str, ...]


class Stock:
    """The items of one interview.

    A text under several keys counts under the first of learned, skills, news, so that a digest
    tells its slot.
    """

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self._found: dict[tuple[str, Items], Items] = {}

    def items(self, step: Step, slot: str, *, held: bool = False) -> tuple[Items, Items]:
        """What may fill a slot: the items of the step's person, and those of the note.

        Skills that belong to a discussed topic are left out, but not those a draft already holds
        (`held`).
        """
        own = step.person or _NOBODY
        found = self._items(slot, own), self._items(slot, self.interview)
        if held or slot != "skill" or not self.interview.discussed:
            return found
        return self._untold(found[0]), self._untold(found[1])

    def pools(self, step: Step, *, held: bool = False) -> dict[str, tuple[Items, Items]]:
        """`items` of every slot that the step has."""
        return {slot: self.items(step, slot, held=held) for slot in SLOTS[step.kind]}

    def free(self, step: Step, slot: str, used: Iterable[str]) -> Iterator[str]:
        """What may fill a slot and is not among the `used` digests."""
        for items in self.items(step, slot):
            yield from (item for item in items if mark(item) not in used)

    def _items(self, slot: str, source: Interview | Person) -> Items:
        texts: Items = getattr(source, FILLED_BY[slot], ())
        if not texts:
            return ()
        known = slot, texts
        if known not in self._found:
            self._found[known] = _items(texts, self._hidden(slot))
        return self._found[known]

    def _hidden(self, slot: str) -> frozenset[str]:
        if slot == "learned":
            return frozenset()
        return self._learned | (self._discussed if slot == "skill" else self._skills)

    @cached_property
    def _learned(self) -> frozenset[str]:
        return self._folded("learned")

    @cached_property
    def _skills(self) -> frozenset[str]:
        return self._folded("skills")

    @cached_property
    def _discussed(self) -> frozenset[str]:
        return frozenset(map(_folded, self.interview.discussed))

    def _folded(self, key: str) -> frozenset[str]:
        sources = (self.interview, *self.interview.people)
        return frozenset(_folded(item) for each in sources for item in getattr(each, key))

    def _untold(self, skills: Sequence[str]) -> Items:
        return tuple(each for each in skills if not talked_about(each, self.interview.discussed))


def _items(texts: Iterable[str], hidden: frozenset[str]) -> Items:
    """The texts that can be used: neither empty nor too long nor hidden."""
    cleaned = (
        _cleaned(text) for text in texts if text[:1].isalnum() or any(map(str.isalnum, text))
    )
    return tuple(
        text for text in cleaned if len(text) <= FACT_LIMIT and _folded(text) not in hidden
    )


def _cleaned(text: str) -> str:
    return AsTyped(plain(text)) if isinstance(text, AsTyped) else plain(text)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return plain(text).casefold().rstrip(".!; ")


def every_fact(interview: Interview) -> Iterator[str]:
    """Every fact that an interview tells, as typed."""
    yield from (*interview.learned, *interview.skills, *interview.news)
    for person in interview.people:
        yield from (*person.learned, *person.skills)
