"""What comes next in a note, in a line or two."""

from collections.abc import Sequence
from datetime import date

from mdfollow.etiquette.remarks import Code
from mdfollow.sync.result import NoteReport
from mdfollow.views import days
from mdfollow.views.agenda import is_next
from mdfollow.views.shown import shown
from mdfollow.views.standing import standing

NOTHING = "Nothing more is planned here."


def next_words(reports: Sequence[NoteReport], path: str, company: str, today: date) -> list[str]:
    """The company's next step in the note at `path`, and how many follow; else what rests it."""
    report = next((each for each in reports if each.path == path), None)
    interviews = [e for e in standing(report) if e.interview.company == company] if report else []
    steps = [step for each in interviews for step in each.steps if is_next(step)]
    steps.sort(key=lambda step: (step.start, step.due))
    if not steps:
        enough = [r.sentence for e in interviews for r in e.remarks if r.code == Code.ENOUGH]
        return [shown(enough[0]) if enough else NOTHING]
    first, *others = steps
    more = f", and {len(others)} more" if others else ""
    when = "today" if first.start <= today <= first.due else ""
    when = when or days.window(first.start, first.due, today)
    return [f"Next: {shown(first.desired.words)} ({when}){more}."]
