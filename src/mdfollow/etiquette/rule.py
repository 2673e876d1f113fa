"""What a rule of the etiquette is."""

from enum import StrEnum

from mdfollow.record import dataclass


class Origin(StrEnum):
    """Where a rule comes from."""

    ARTICLE = "article"
    """"Interviewing: Follow Up for Success" by Patra Frame, ClearedJobs.Net."""
    OWN = "own"
    """Ours: it fills a gap where the article is silent."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a stable id, one sentence, examples as text, and its origin.

    `own` names what mdfollow adds to a rule of the article; empty when it adds nothing.
    """

    id: str
    sentence: str
    examples: tuple[str, ...]
    origin: Origin = Origin.ARTICLE
    own: str = ""
