"""Notes whose plans can touch each other: by a shared comment, company or person.

A vault falls into such families, mostly of one note. Each is planned by itself, so that a save
costs its family and not the vault.
"""

from collections.abc import Iterable, Iterator

from mdfollow.interview.names import company_key
from mdfollow.sync.claims import mint
from mdfollow.sync.standing import Home

HELD = "held "
"""How the key of a comment that stands in a note begins."""


class Families:
    """What every note is known by, and which notes share it."""

    def __init__(self) -> None:
        self._ties: dict[str, frozenset[str]] = {}
        self._paths: dict[str, dict[str, None]] = {}

    def put(self, path: str, ties: frozenset[str]) -> set[str]:
        """Tie the note at `path` by these; all notes that were or are tied to it."""
        before = self._ties.pop(path, frozenset())
        touched = {other for tie in before for other in self._paths[tie]}
        for tie in before - ties:
            del self._paths[tie][path]
            if not self._paths[tie]:
                del self._paths[tie]
        for tie in ties - before:
            self._paths.setdefault(tie, {})[path] = None
        if ties:
            self._ties[path] = ties
        return touched | {other for tie in ties for other in self._paths[tie]}

    def of(self, path: str) -> frozenset[str]:
        """All notes of the family of one note, itself among them."""
        found, left = {path}, [path]
        while left:
            for tie in self._ties.get(left.pop(), ()):
                fresh = self._paths[tie].keys() - found
                found |= fresh
                left += fresh
        return frozenset(found)

    def holds(self, note: str) -> bool:
        """Whether a comment with this key stands in any note."""
        return HELD + note in self._paths


def ties_of(homes: Iterable[Home]) -> frozenset[str]:
    """What the homes of one note are known by: their comments, the key to be, the companies."""
    return frozenset(tie for home in homes for tie in _ties(home))


def _ties(home: Home) -> Iterator[str]:
    for trace in home.traces:
        yield HELD + trace.note
        yield f"note {trace.note}"
    if not home.interviews:
        return
    yield f"note {mint(home)}"
    for interview in home.interviews:
        yield f"company {company_key(interview.company)}"
        for person in interview.people:
            if person.email:
                yield f"mail {person.email.casefold()}"
        if interview.linked:
            yield f"company {company_key(interview.linked)}"
