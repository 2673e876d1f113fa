"""A plan that has been carried out asks for nothing more."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given

from mdfollow.etiquette.application import applications
from mdfollow.etiquette.model import Entry, Mark, Past, Want
from mdfollow.etiquette.plan import plan
from mdfollow.record import replace
from mdfollow.settings import Settings
from tests.etiquette.strategies import entries, seasons, settings


def carried_out(found: Sequence[Entry], wishes: Settings, today: date) -> list[Entry]:
    """The entries after one sync: wanted steps stand, untouched unwanted ones are gone."""
    after = []
    for application in applications(found):
        wants = {
            (step.path, step.tag, step.name): step.want
            for step in plan(application, wishes, today).steps
        }
        for entry in application.entries:
            kept = {
                name: past
                for name, past in entry.history.items()
                if past.mark is not Mark.OPEN
                or past.window is not None
                or wants.get((entry.path, entry.tag, name)) in {Want.WRITE, Want.HOLD}
            }
            new = {
                name: Past(Mark.OPEN)
                for (path, tag, name), want in wants.items()
                if (path, tag) == (entry.path, entry.tag) and want is Want.WRITE
            }
            after.append(replace(entry, history={**new, **kept}))
    return after


@given(entries(), settings(), seasons)
def test_a_second_sync_changes_nothing(found: list[Entry], wishes: Settings, today: date) -> None:
    """Law 2, for the plan alone: carrying it out again writes and removes no step."""
    once = carried_out(found, wishes, today)
    assert carried_out(once, wishes, today) == once
