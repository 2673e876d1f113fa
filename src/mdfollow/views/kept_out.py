"""What a letter does not say because it is not for its reader, and how to say it anyway."""

from mdfollow.letters.gate import Verdict, judge
from mdfollow.letters.unused import brief
from mdfollow.sync.result import State, StepReport

_OPEN = frozenset({State.OPEN, State.EDITED, State.PLANNED})


def kept_out(step: StepReport) -> str:
    """One sentence a private fact that the step's letter was given; empty without one."""
    if step.state not in _OPEN:
        return ""
    facts = step.desired.given
    items = {kind: getattr(facts, kind) for kind in ("learned", "skill", "news")}
    found = [
        brief(item)
        for kind, item in items.items()
        if item and judge(kind, item).verdict is Verdict.PRIVATE
    ]
    return " ".join(
        f'Kept out of the letter: “{item}”; {{say: "…"}} in the note would put it in.'
        for item in found
    )
