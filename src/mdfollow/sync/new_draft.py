"""A draft the plan has for a step, rendered when somebody looks at it.

Most drafts stand in their notes already, and a run that writes nothing needs none of their words.
"""

from collections.abc import Callable
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
    """The draft of one step in the wording `variant`; equal to another that says the same."""

    step: "Step"
    facts: "Facts"
    variant: int
    occasion: str
    vault: "Vault"
    printed: "Callable[[Draft], str]"
    """The fingerprint it will have in the note."""

    @cached_property
    def draft(self) -> "Draft":
        """Its heading and text."""
        from mdfollow import letters

        found = letters.draft(
            self.step,
            self.facts,
            self.variant,
            self.vault.settings.me,
            occasion=self.occasion,
            templates=self.vault.templates,
            language=self.vault.settings.language,
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
