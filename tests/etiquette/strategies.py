"""Arbitrary applications for property tests."""

from datetime import date

from hypothesis import strategies as st

from mdfollow.etiquette.model import Entry, Mark, Past, Window
from mdfollow.interview.model import (
    Channel,
    Decision,
    Format,
    Interview,
    Part,
    Person,
    Status,
    Thanked,
)
from mdfollow.settings import Settings

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
NAMES = ("dana", "sam", "lee", "eva", "max")
STEPS = ("ask", "feedback", "thank:whoever", *(f"thank:{name}" for name in NAMES))

any_days = st.dates(FIRST, LAST)
seasons = st.dates(date(2026, 10, 1), date(2027, 3, 31))
days = st.one_of(seasons, seasons, seasons, any_days)


def windows() -> st.SearchStrategy[Window]:
    return st.builds(Window, start=days, due=days)


def pasts() -> st.SearchStrategy[Past]:
    ticked = st.builds(Past, mark=st.just(Mark.DONE), day=days)
    untouched = st.sampled_from([Past(Mark.OPEN), Past(Mark.DELETED), Past(Mark.CANCELLED)])
    hers = st.builds(Past, mark=st.sampled_from((Mark.OPEN, Mark.CANCELLED)), window=windows())
    return st.one_of(ticked, untouched, hers)


def histories() -> st.SearchStrategy[dict[str, Past]]:
    written = st.dictionaries(st.sampled_from(STEPS), pasts(), max_size=4)
    attempts = st.lists(pasts(), max_size=5).map(
        lambda found: {f"attempt:{index + 1}": past for index, past in enumerate(found)}
    )
    return st.builds(lambda one, other: one | other, written, attempts)


def people() -> st.SearchStrategy[tuple[Person, ...]]:
    person = st.builds(
        Person,
        name=st.just("Dana Kim"),
        slug=st.sampled_from(NAMES),
        part=st.sampled_from(Part),
        email=st.sampled_from(("", "team@acme.example", "dana@acme.example")),
        phone=st.sampled_from(("", "+1 555 0100")),
        prefers=st.none() | st.sampled_from(Channel),
        thank=st.none() | st.booleans(),
        interviewer=st.booleans(),
    )
    return st.lists(person, max_size=5, unique_by=lambda found: found.slug).map(tuple)


def interviews() -> st.SearchStrategy[Interview]:
    return st.builds(
        Interview,
        company=st.sampled_from(("Acme", "Acme Ltd")),
        day=days,
        role=st.sampled_from(("", "Cook")),
        format=st.none() | st.sampled_from(Format),
        round=st.none() | st.integers(1, 5),
        decision=st.builds(Decision, day=st.none() | days),
        asked=st.none() | st.just(True) | days,
        people=people(),
        status=st.sampled_from((Status.WAITING,) * 4 + tuple(Status)),
        status_word=st.sampled_from(("", "rejected")),
        heard=st.none() | st.none() | st.just(True) | days,
        thanked=st.builds(
            Thanked,
            everyone=st.booleans(),
            slugs=st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
            day=st.none() | days,
        ),
        contacted=st.lists(days, max_size=3).map(lambda found: tuple(sorted(found))),
        internal=st.booleans(),
        max_attempts=st.none() | st.none() | st.integers(-1, 9),
    )


def entries() -> st.SearchStrategy[list[Entry]]:
    entry = st.builds(
        Entry,
        path=st.sampled_from(("a.md", "b.md", "c.md")),
        tag=st.sampled_from(("i1", "i2", "i10")),
        interview=interviews(),
        history=histories(),
    )
    return st.lists(entry, min_size=1, max_size=5, unique_by=lambda found: (found.path, found.tag))


def settings() -> st.SearchStrategy[Settings]:
    return st.builds(
        Settings,
        method=st.sampled_from(("", "phone", "email")),
        days_off=st.lists(seasons, max_size=5).map(tuple),
        days_off_yearly=st.lists(st.tuples(st.integers(1, 12), st.integers(1, 31)), max_size=5).map(
            tuple
        ),
        max_attempts=st.none() | st.integers(0, 5),
        first_wait=st.integers(0, 30),
        stale_days=st.integers(0, 100),
    )
