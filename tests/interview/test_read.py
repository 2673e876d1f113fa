"""Properties of every reading, whatever the fields hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.interview.codes import CODES
from mdfollow.interview.fields import ALIASES, PERSON_ALIASES
from mdfollow.interview.names import company_key, role_key
from mdfollow.interview.read import Reading, read
from mdfollow.interview.words import STATUSES, read_status
from mdfollow.problem import Severity
from mdfollow.settings import Settings
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

KEYS = sorted(alias for aliases in ALIASES.values() for alias in aliases)
PERSON_KEYS = sorted({alias for aliases in PERSON_ALIASES.values() for alias in aliases})
WORDS = [
    *(
        "",
        "~",
        "Dana Kim",
        "Sam Roe <sam@acme.example> (recruiter)",
        "[[Lee|x]]",
        "3 weeks",
        "true",
    ),
    *(
        "2026-11-03",
        "2026-11-24 10:00",
        "03/11/2026",
        "next Friday",
        "rejected",
        "no",
        "onsite",
        "2",
    ),
    *(
        "dana(at)acme",
        "a, b; c and d",
        "<>",
        "[[",
        "](",
        "(",
        "-",
        ":",
        "Name:",
        "@",
        "{{x}}",
        "💼",
    ),
    *(
        "phone",
        "Nov 24",
        "9" * 30,
        "\n- a\n- b",
        "learned (Dana): x",
        "PhD",
        "0",
        "[[a]](mailto:b@c.d)",
    ),
]


def value(keys: list[str]) -> st.SearchStrategy[Value]:
    leaf: st.SearchStrategy[Value] = st.builds(
        Scalar, st.sampled_from(WORDS) | st.text(max_size=12), st.just(Place(3, 5)), st.booleans()
    )
    key = st.builds(Scalar, st.sampled_from(keys) | st.text(max_size=8), st.just(Place(2, 1)))

    def more(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
        entries = st.lists(st.tuples(key, inner), max_size=4, unique_by=lambda e: e[0].text)
        return st.builds(Sequence, st.lists(inner, max_size=3).map(tuple)) | st.builds(
            Mapping, entries.map(tuple)
        )

    return st.recursive(leaf, more, max_leaves=6)


@st.composite
def mappings(draw: st.DrawFn) -> Mapping:
    """Fields that hold at least a company and a date, and anything beside."""
    base: dict[str, Value] = {"company": Scalar("Acme"), "interview_date": Scalar("2026-11-03")}
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=6)):
        base[key] = draw(value([*KEYS, *PERSON_KEYS]))
    if draw(st.booleans()):
        rounds = draw(
            st.lists(st.dictionaries(st.sampled_from(KEYS), value(PERSON_KEYS)), max_size=3)
        )
        maps = tuple(
            Mapping(
                tuple((Scalar(k), v) for k, v in {"date": Scalar("2026-10-20"), **entry}.items())
            )
            for entry in rounds
        )
        base["interviews"] = Sequence(maps)
    return Mapping(tuple((Scalar(key, Place(1, 1)), inner) for key, inner in base.items()))


BODY = st.lists(
    st.sampled_from(["", "text", "- learned (Dana): x", "learned: y", "* learnt (?): z"])
)


def reading(mapping: Mapping, body: list[str]) -> Reading:
    return read(mapping, path="a.md", settings=Settings(), body=list(enumerate(body, 9)))


@given(mappings(), BODY)
def test_any_fields_give_interviews_or_reasons(mapping: Mapping, body: list[str]) -> None:
    found = reading(mapping, body)
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    if found.against:
        assert not found.interviews
        assert not found.problems
    elif not found.interviews:
        assert errors
    assert list(found.problems) == sorted(set(found.problems))
    for problem in found.problems:
        assert problem.code in CODES
        assert problem.sentence
        assert problem.path == "a.md"
    keys = [(company_key(i.company), role_key(i.role), i.day) for i in found.interviews]
    assert len(set(keys)) == len(keys)


@given(mappings(), BODY)
def test_every_interview_can_be_planned(mapping: Mapping, body: list[str]) -> None:
    for one in reading(mapping, body).interviews:
        slugs = [person.slug for person in one.people]
        assert len(set(slugs)) == len(slugs)
        assert all(1 <= len(slug) <= 40 for slug in slugs)
        assert all(person.name for person in one.people)
        assert one.company
        assert date(1990, 1, 1) <= one.day <= date(2100, 12, 31)
        assert set(one.thanked.slugs) <= set(slugs)
        assert list(one.contacted) == sorted(set(one.contacted))
        assert one.heard is not False
        assert one.asked is not False
        assert one.round is None or 1 <= one.round <= 20
        if one.decision.day:
            assert 0 <= (one.decision.day - one.day).days <= 366


@given(mappings(), BODY)
def test_the_same_fields_are_read_the_same_again(mapping: Mapping, body: list[str]) -> None:
    assert reading(mapping, body) == reading(mapping, body)


@pytest.mark.parametrize("phrase", [each for row in STATUSES for each in row[2].split("|")])
def test_every_status_of_the_table_can_be_read(phrase: str) -> None:
    """A row that no text can equal would be found by its pattern and by nothing else."""
    row = next(row for row in STATUSES if phrase in row[2].split("|"))
    assert read_status(phrase) == (row[0], row[1])


def test_every_spelling_means_one_field() -> None:
    assert len(set(KEYS)) == len(KEYS)
