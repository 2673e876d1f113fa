"""What holds for the plan of any application."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from mdfollow.etiquette.application import Application, applications
from mdfollow.etiquette.budget import MOST
from mdfollow.etiquette.meeting import Meeting
from mdfollow.etiquette.model import Entry, Kind, Mark, Plan, Step, Want
from mdfollow.etiquette.plan import plan
from mdfollow.etiquette.workdays import is_working
from mdfollow.record import replace
from mdfollow.settings import Settings
from tests.etiquette.notes import next_attempt, note
from tests.etiquette.strategies import days, entries, settings

EVERY_TIME = (date(1990, 1, 1), date(2026, 11, 5), date(2100, 12, 31))
EARLY = EVERY_TIME[0]


def plans(found: Sequence[Entry], wishes: Settings, today: date) -> list[tuple[Application, Plan]]:
    return [(each, plan(each, wishes, today)) for each in applications(found)]


def held_back(step: Step) -> bool:
    return step.reason in {"stale", "met again"}


def dateless(step: Step) -> Step:
    """The step without what the clock may change."""
    clock = {"STALE", "LAZY", "OVER-2", "OVER-4", "ASK-2", "ASK-3"}
    rules = tuple(rule for rule in step.rules if rule not in clock)
    return replace(step, want=Want.WRITE, reason="", rules=rules, ahead=False)


@given(entries(), settings(), days, days)
def test_today_changes_no_date_and_no_word(
    found: list[Entry], wishes: Settings, one: date, other: date
) -> None:
    """Two days give the same steps, windows, people and sentences; only STALE and OVER differ."""
    for (_, first), (_, second) in zip(
        plans(found, wishes, one), plans(found, wishes, other), strict=True
    ):
        assert [*map(dateless, first.steps)] == [*map(dateless, second.steps)]
        for before, after in zip(first.steps, second.steps, strict=True):
            if not (held_back(before) or held_back(after)):
                assert replace(before, ahead=False) == replace(after, ahead=False)


@given(entries(), settings(), st.randoms(use_true_random=False))
def test_order_of_notes_does_not_matter(
    found: list[Entry], wishes: Settings, random: Random
) -> None:
    """Any order of entries gives the same applications and plans."""
    shuffled = list(found)
    random.shuffle(shuffled)
    assert plans(found, wishes, EARLY) == plans(shuffled, wishes, EARLY)


@given(entries(), settings())
def test_every_step_belongs_to_an_entry_once(found: list[Entry], wishes: Settings) -> None:
    """Keys are unique within a note, and every step names a note and tag there is."""
    known = {(entry.path, entry.tag) for entry in found}
    keys = [(step.path, step.key) for _, made in plans(found, wishes, EARLY) for step in made.steps]
    assert len(keys) == len(set(keys))
    assert {(path, key.split("/")[0]) for path, key in keys} <= known


@given(entries(), settings())
def test_windows(found: list[Entry], wishes: Settings) -> None:
    """No window ends before it starts, and attempts start and end on working days."""
    for _, made in plans(found, wishes, EARLY):
        for step in made.steps:
            assert step.window.start <= step.window.due
            if step.kind in {Kind.ATTEMPT, Kind.FEEDBACK}:
                assert is_working(step.window.start, wishes)
                assert is_working(step.window.due, wishes)


@given(entries(), settings())
def test_breathing_space(found: list[Entry], wishes: Settings) -> None:
    """GAP-3: what is still to do starts a week after the last attempt made, or later."""
    for application, made in plans(found, wishes, EARLY):
        attempt = next_attempt(made, *application.entries)
        real = [s.made for s in made.steps if s.kind is Kind.ATTEMPT and s.made is not None]
        if attempt is not None and real:
            assert (attempt.window.start - max(real)).days >= 7


@given(entries(), settings(), days)
def test_one_attempt_at_a_time(found: list[Entry], wishes: Settings, today: date) -> None:
    """LAZY: an application never has two attempts standing open."""
    for application, made in plans(found, wishes, today):
        next_attempt(made, *application.entries)


@given(entries(), settings())
def test_never_more_than_four(found: list[Entry], wishes: Settings) -> None:
    """AMT-3: what is made, let go and planned after one interview is four at most, unless she
    has made more herself."""
    for application, made in plans(found, wishes, EARLY):
        for meeting in application.meetings:
            homes = {(entry.path, entry.tag) for entry in meeting.entries}
            attempts = [
                s for s in made.steps if s.kind is Kind.ATTEMPT and (s.path, s.tag) in homes
            ]
            open_ = [s for s in attempts if is_planned(s, meeting.entries)]
            assert not open_ or len(attempts) - surplus(attempts) <= MOST


def is_planned(step: Step, notes: Sequence[Entry]) -> bool:
    if step.want not in {Want.WRITE, Want.LATER} or step.made is not None:
        return False
    past = next(
        entry.history.get(step.name)
        for entry in notes
        if (entry.path, entry.tag) == (step.path, step.tag)
    )
    return past is None or past.mark is Mark.OPEN


def steps_of(meeting: Meeting, made: Plan, kind: Kind) -> list[Step]:
    """The steps of one kind that a plan has for one interview."""
    places = {(entry.path, entry.tag) for entry in meeting.entries}
    return [s for s in made.steps if s.kind is kind and (s.path, s.tag) in places]


def surplus(attempts: Sequence[Step]) -> int:
    return sum(step.reason in {"enough", "unwanted"} for step in attempts)


@given(entries(), settings())
def test_planned_attempts_follow_each_other(found: list[Entry], wishes: Settings) -> None:
    """The attempts still to come stand a week apart at least, in the order of their numbers."""
    for application, made in plans(found, wishes, EARLY):
        for meeting in application.meetings:
            attempts = steps_of(meeting, made, Kind.ATTEMPT)
            coming = [step for step in attempts if is_planned(step, meeting.entries)]
            for before, after in pairwise(coming):
                assert before.number < after.number
                own = any(e.history.get(before.name, None) for e in meeting.entries)
                assert own or (after.window.start - before.window.start).days >= 7


@given(entries(), settings())
def test_thanked_once(found: list[Entry], wishes: Settings) -> None:
    """TY-1: nobody is thanked twice for one interview, and one question is asked at most."""
    for application, made in plans(found, wishes, EARLY):
        for meeting in application.meetings:
            thanks = steps_of(meeting, made, Kind.THANK)
            slugs = [step.person.slug for step in thanks if step.person is not None]
            assert len(slugs) == len(set(slugs))
            assert sum(step.asks for step in thanks) <= 1


@given(entries(), settings(), st.sampled_from(EVERY_TIME))
def test_what_she_settled_is_never_dropped(
    found: list[Entry], wishes: Settings, today: date
) -> None:
    """A step ticked, cancelled or deleted is neither dropped nor put off."""
    for application, made in plans(found, wishes, today):
        notes = {(entry.path, entry.tag): entry for entry in application.entries}
        for step in made.steps:
            past = notes[step.path, step.tag].history.get(step.name)
            if past is not None and past.mark is not Mark.OPEN:
                assert step.want is Want.WRITE


@given(entries(), settings(), st.sampled_from(EVERY_TIME))
def test_reasons_stand_with_what_is_not_wanted(
    found: list[Entry], wishes: Settings, today: date
) -> None:
    """Every dropped or held step says why, every other is silent; sentences are plain."""
    for _, made in plans(found, wishes, today):
        for step in made.steps:
            assert bool(step.reason) is (step.want in {Want.DROP, Want.HOLD})
            assert step.why.endswith(".")
            assert step.why.count(".") == 1
            assert step.rules
        for remark in made.remarks:
            assert "{" not in remark.sentence + remark.way_out


@given(entries(), settings())
def test_deleted_end(found: list[Entry], wishes: Settings) -> None:
    """A deleted last attempt leaves nothing open after it."""
    for application, made in plans(found, wishes, EARLY):
        for meeting in application.meetings:
            home = meeting.home("attempt")
            tries = sorted(name for name in home.history if name.startswith("attempt:"))
            if tries and home.history[tries[-1]].mark is Mark.DELETED:
                steps = [s for s in made.steps if (s.path, s.tag) == (home.path, home.tag)]
                assert not [
                    s for s in steps if s.kind is Kind.ATTEMPT and is_planned(s, meeting.entries)
                ]


@given(st.dates(), st.integers(0, 400))
def test_ends_of_the_calendar(on: date, wait: int) -> None:
    """No date of the calendar stops a plan."""
    entry = note(on.isoformat(), on.isoformat())
    for each in (entry, note(on.isoformat())):
        assert plans([each], Settings(first_wait=wait), date.max)
