"""A draft the plan has for a step, rendered when somebody looks at it.

Most drafts stand in their notes already, and a run that writes nothing needs none of their words.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from mdfollow.record import dataclass

if TYPE_CHECKING:
    from mdfollow.etiquette.model import Step
    from mdfollow.letters import Draft
    from mdfollow.letters.facts import Facts
    from mdfollow.sync.result import Vault


@dataclass(frozen=True)
class NewDraft:
    """The draft of one step; equal to another that says the same.

    `wording` is the variant it has in the note, None before it was first written: it then gets
    one that neither the notes' drafts (`taken`) nor the new ones `before` it have.
    """

    step: "Step"
    facts: "Facts"
    wording: int | None
    taken: frozenset[int]
    before: "NewDraft | None"
    occasion: str
    vault: "Vault"
    printed: "Callable[[Draft], str]"
    """The fingerprint it will have in the note."""

    @cached_property
    def variant(self) -> int:
        """Which wording it has."""
        if self.wording is not None:
            return self.wording
        from mdfollow import letters

        return letters.pick(self.step, {*self.taken, *self._others()}, self.vault.templates)

    def _others(self) -> Iterator[int]:
        before = self.before
        while before is not None:
            yield before.variant
            before = before.before

    @cached_property
    def draft(self) -> "Draft":
        """Its heading and text."""
        from mdfollow import letters

        me, templates = self.vault.settings.me, self.vault.templates
        found = letters.draft(
            self.step, self.facts, self.variant, me, occasion=self.occasion, templates=templates
        )
        if found is None:
            raise ValueError(f"there is no draft for a step of the kind {self.step.kind}")
        return found

    @cached_property
    def text(self) -> str:
        """Its fingerprint."""
        return self.printed(self.draft)

    def __eq__(self, other: object) -> bool:
        """Compare what is written, which renders it."""
        if not isinstance(other, NewDraft):
            return NotImplemented
        return (self.draft, self.text, self.variant) == (other.draft, other.text, other.variant)

    def __hash__(self) -> int:
        return hash(self.step)
