"""What the tasks of one home say, found out when somebody asks.

Most tasks stand as they were left, and a run that writes nothing needs none of their words.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import count

from mdfollow.dialects import quote
from mdfollow.etiquette.model import Step
from mdfollow.letters.facts import asking, named
from mdfollow.letters.titles import title
from mdfollow.record import cached_property, dataclass


@dataclass(frozen=True)
class Titles:
    """The titles of all `steps` of a home; `occasions` by tag. `printed` makes a fingerprint."""

    steps: Sequence[Step]
    occasions: Mapping[str, str]
    printed: Callable[[str], str]

    @cached_property
    def words(self) -> Mapping[str, str]:
        """By step key, each once in the note: reminders and clients show nothing else."""
        taken: set[str] = set()
        carriers = {
            tag: asking([step for step in self.steps if step.tag == tag]) for tag in self.occasions
        }
        found = {}
        for step in self.steps:
            facts = named(step, carriers[step.tag])
            spoken_of = title(step, facts, occasion=self.occasions[step.tag])
            found[step.key] = _unique(quote.plain(spoken_of), taken)
        return found


@dataclass(frozen=True)
class Title:
    """The words of one task; equal to another that says the same."""

    titles: Titles
    key: str

    @property
    def words(self) -> str:
        """As plain text, not yet escaped for any dialect."""
        return self.titles.words[self.key]

    @cached_property
    def text(self) -> str:
        """Their fingerprint, as they read once written."""
        return self.titles.printed(self.words)

    def __eq__(self, other: object) -> bool:
        """Compare what is said, which finds it out."""
        return isinstance(other, Title) and (self.words, self.text) == (other.words, other.text)

    def __hash__(self) -> int:
        return hash(self.words)


def _unique(words: str, taken: set[str]) -> str:
    candidate = words
    for number in count(2):
        if candidate not in taken:
            break
        candidate = f"{words} ({number})"
    taken.add(candidate)
    return candidate
