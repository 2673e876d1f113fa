"""A draft the plan has for a step, rendered when somebody looks at it.

Most drafts stand in their notes already, and a run that writes nothing needs none of their words.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mdfollow.record import cached_property, dataclass

if TYPE_CHECKING:
    from mdfollow.etiquette.model import Step
    from mdfollow.letters import Draft
    from mdfollow.sync.result import Vault
    from mdfollow.sync.shares import Share


@dataclass(frozen=True)
class NewDraft:
    """The draft of one step; equal to another that says the same."""

    step: "Step"
    share: "Share"
    vault: "Vault"
    printed: "Callable[[Draft], str]"
    """The fingerprint it will have in the note."""

    @cached_property
    def draft(self) -> "Draft":
        """Its heading and text."""
        from mdfollow import letters

        found = letters.draft(
            self.step,
            self.share.facts,
            self.share.variant,
            self.vault.settings.me,
            occasion=self.share.occasion,
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
        return (self.draft, self.text) == (other.draft, other.text)

    def __hash__(self) -> int:
        return hash(self.step)
