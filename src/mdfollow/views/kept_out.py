"""What a letter does not say because it is not for its reader, and how to say it anyway."""

from mdfollow.letters.gate import is_private
from mdfollow.letters.stock import every_fact
from mdfollow.letters.unused import brief
from mdfollow.sync.result import State, StepReport

_OPEN = frozenset({State.OPEN, State.EDITED, State.PLANNED})


def kept_out(step: StepReport) -> str:
    """One sentence a private fact that the step's letter was given; empty without one.

    Most notes tell of nothing private, and of those no facts are handed out.
    """
    if step.state not in _OPEN:
        return ""
    if not any(map(is_private, every_fact(step.desired.step.interview))):
        return ""
    facts = step.desired.given
    items = (facts.learned, facts.skill, facts.news)
    found = [brief(item) for item in items if item and is_private(item)]
    return " ".join(
        f'Kept out of the letter: “{item}”; {{say: "…"}} in the note would put it in.'
        for item in found
    )
