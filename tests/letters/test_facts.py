"""Who gets which fact: once each, and never taken away again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.etiquette.model import Kind, Step, Want
from mdfollow.interview.model import AsTyped, Channel, Format, Interview, Part, Person
from mdfollow.letters.assign import assign
from mdfollow.letters.facts import FACT_LIMIT, Facts, mark, plain
from mdfollow.letters.kept import Held, kept
from tests.letters.invented import DAY, person, step

DANA = person("Dana Kim", part=Part.HIRING_MANAGER)
LEE = person("Lee Ortiz")
SAM = person("Sam Roe", part=Part.RECRUITER, email="sam@acme.example")


def thank(who: Person | None, interview: Interview, **more: Any) -> Step:
    name = f"thank:{who.slug if who else 'whoever'}"
    return step(Kind.THANK, name, person=who, interview=interview, **more)


def attempt(number: int, interview: Interview, who: Person | None = None, **more: Any) -> Step:
    name = f"attempt:{number}"
    return step(Kind.ATTEMPT, name, person=who, interview=interview, number=number, **more)


def note(*people: Person, **more: Any) -> Interview:
    return Interview("Acme", DAY, people=people, **more)


def steps(interview: Interview, attempts: int = 0) -> list[Step]:
    thanks = [thank(each, interview) for each in interview.people if each.interviewer]
    return thanks + [attempt(number, interview) for number in range(1, attempts + 1)]


def skills(plan: Sequence[Step], held: dict[str, Held] | None = None) -> list[str]:
    found = assign(plan, held or {})
    return [found[each.key].skill for each in plan]


def test_ty_4_ty_5_a_person_s_own_facts_come_first() -> None:
    own = replace(DANA, learned=("hers",), skills=("own",))
    interview = note(LEE, own, learned=("note's", "hers"), skills=("first", "own", "second"))
    found = assign(steps(interview), {})
    assert found["i1/thank:dana-kim"].learned == "hers"
    assert found["i1/thank:dana-kim"].skill == "own"
    assert found["i1/thank:lee-ortiz"].learned == "note's"
    assert found["i1/thank:lee-ortiz"].skill == "first"


def test_ty_5_two_skills_for_three_people_leave_the_third_a_slot() -> None:
    assert skills(steps(note(DANA, LEE, SAM, skills=("a", "b")))) == ["a", "b", ""]


def test_ty_5_what_was_discussed_is_no_skill_to_add() -> None:
    interview = note(DANA, LEE, skills=("Kubernetes", "Go"), discussed=("kubernetes.",))
    assert skills(steps(interview)) == ["Go", ""]


def test_msg_3_msg_5_attempts_take_news_and_a_skill_the_thank_yous_left() -> None:
    interview = note(DANA, skills=("a", "b"), news=("new site",))
    found = assign(steps(interview, attempts=2), {})
    first, second = found["i1/attempt:1"], found["i1/attempt:2"]
    assert (first.skill, first.news) == ("", "new site")
    assert (second.skill, second.news) == ("b", "")


def test_what_may_be_said_goes_before_what_may_not() -> None:
    interview = note(
        DANA, LEE, learned=("pays 34k", "liked the workshop", "how the yard plans jobs by the tide")
    )
    found = assign(steps(interview), {})
    assert found["i1/thank:dana-kim"].learned == "how the yard plans jobs by the tide"
    assert found["i1/thank:lee-ortiz"].learned == "liked the workshop"


def test_a_skill_goes_where_it_shares_a_word_with_the_fact() -> None:
    interview = note(
        replace(DANA, learned=("the garden behind the ward",)),
        replace(LEE, learned=("the pager hand-over",)),
        skills=("ran the pager rota", "kept the garden of a school"),
    )
    found = assign(steps(interview), {})
    assert found["i1/thank:dana-kim"].skill == "kept the garden of a school"
    assert found["i1/thank:lee-ortiz"].skill == "ran the pager rota"


def test_part_of_a_discussed_topic_is_no_news() -> None:
    interview = note(DANA, skills=("wrote Terraform for three sites",), discussed=("Terraform",))
    assert skills(steps(interview)) == [""]
    held = {"i1/thank:dana-kim": Held(use=(mark("wrote Terraform for three sites"),))}
    assert skills(steps(interview), held) == ["wrote Terraform for three sites"]


def test_what_a_person_was_told_elsewhere_is_not_told_again() -> None:
    interview = note(DANA, skills=("a", "b"))
    plan = steps(interview)
    found = assign(plan, {}, {"i1/thank:dana-kim": frozenset({mark("a")})})
    assert found["i1/thank:dana-kim"].skill == "b"


def test_say_is_another_fact_than_the_same_words_without_it() -> None:
    plain_one, said = Facts(learned="pays well"), Facts(learned=AsTyped("pays well"))
    assert plain_one.lines() != said.lines()
    kept = assign(steps(note(replace(DANA, learned=(AsTyped("it  pays"),)))), {})
    assert isinstance(kept["i1/thank:dana-kim"].learned, AsTyped)


def test_a_taken_skill_stays_when_people_come_before() -> None:
    held = {"i1/thank:dana-kim": Held(use=(mark("a"),))}
    assert skills(steps(note(LEE, DANA, skills=("a", "b"))), held) == ["b", "a"]


def test_skills_typed_afterwards_go_to_untouched_drafts_only() -> None:
    """Row 23 of the merge cases."""
    interview = note(DANA, LEE, SAM, skills=("a", "b"))
    held = {"i1/thank:dana-kim": Held(open=False), "i1/thank:lee-ortiz": Held()}
    assert skills(steps(interview), held) == ["", "a", "b"]


def test_a_touched_draft_keeps_its_item_and_gains_none() -> None:
    """Row 22 of the merge cases."""
    closed = Held(use=(mark("a"),), open=False)
    interview = note(DANA, LEE, skills=("a", "b"), learned=("new",))
    found = assign(steps(interview), {"i1/thank:dana-kim": closed})
    assert found["i1/thank:dana-kim"].skill == "a"
    assert found["i1/thank:dana-kim"].learned == ""
    assert found["i1/thank:lee-ortiz"].learned == "new"


def test_the_items_of_a_touched_draft_whose_person_is_gone_stay_used() -> None:
    """Row 14 of the merge cases."""
    held = {"i1/thank:dana-kim": Held(use=(mark("a"),), open=False)}
    assert skills(steps(note(LEE, skills=("a", "b"))), held) == ["b"]
    other = {"i2/thank:dana-kim": Held(use=(mark("a"),), open=False)}
    assert skills(steps(note(LEE, skills=("a", "b"))), other) == ["a"]


def test_an_item_she_took_back_makes_room_for_the_next() -> None:
    held = {"i1/thank:dana-kim": Held(use=(mark("gone"),))}
    assert skills(steps(note(DANA, skills=("a",))), held) == ["a"]


def test_too_long_a_fact_leaves_its_slot() -> None:
    interview = note(DANA, skills=("x" * (FACT_LIMIT + 1), "...", "short"))
    assert skills(steps(interview)) == ["short"]


def test_steps_that_are_not_written_choose_last() -> None:
    interview = note(DANA, LEE, skills=("a",))
    plan = [thank(DANA, interview, want=Want.HOLD), thank(LEE, interview)]
    assert skills(plan) == ["", "a"]
    standing = {"i1/thank:dana-kim": Held(use=(mark("a"),))}
    assert skills(plan, standing) == ["a", ""]


def test_a_thank_you_made_by_key_counts_as_having_had_its_facts() -> None:
    interview = note(DANA, skills=("a", "b"))
    plan = [thank(DANA, interview, want=Want.DROP, made=DAY), attempt(1, interview)]
    assert skills(plan) == ["a", "b"]


def test_no_steps_no_facts() -> None:
    assert assign([], {}) == {}


def test_lines_are_sorted_and_leave_empty_facts_out() -> None:
    facts = Facts(person="Dana Kim", company="Acme", skill="b", learned="a", news="c")
    assert facts.lines() == (
        "company=Acme",
        "learned=a",
        "news=c",
        "person=Dana Kim",
        "skill=b",
    )
    assert facts.use() == (mark("a"), mark("b"), mark("c"))
    assert [len(each) for each in facts.use()] == [4, 4, 4]


def test_facts_are_one_line_of_visible_characters() -> None:
    facts = assign(steps(note(DANA, learned=("a\r\nb\u202ec\x00  d\u2028e",))), {})
    assert facts["i1/thank:dana-kim"].learned == "a bc d e"
    assert plain("زن\u200cها") == "زن\u200cها"


def test_names_are_cut_to_80_characters() -> None:
    interview = replace(note(person("D" * 90)), company="C" * 90, role="R" * 90)
    facts = next(iter(assign(steps(interview), {}).values()))
    assert {len(facts.person), len(facts.company), len(facts.role)} == {80}


@pytest.mark.parametrize(
    ("more", "name", "value"),
    [
        ({"also": Channel.CARD}, "channel", "email+card"),
        ({"channel": Channel.CARD}, "channel", "card"),
        ({"asks": True}, "asked", "yes"),
        ({"again": True}, "again", "yes"),
    ],
)
def test_facts_of_the_step(more: dict[str, Any], name: str, value: str) -> None:
    asking = thank(DANA, note(DANA), **more)
    assert getattr(assign([asking], {})[asking.key], name) == value


@pytest.mark.parametrize(
    ("more", "name", "value"),
    [
        ({"culture": "Traditional"}, "culture", "formal"),
        ({"culture": "start-up"}, "culture", ""),
        ({"internal": True}, "internal", "yes"),
        ({"format": Format.ONSITE}, "format", "onsite"),
        ({"stage": "Technical interview"}, "stage", "technical"),
        ({"stage": "final"}, "stage", ""),
        ({"role": "Engineer"}, "role", "Engineer"),
    ],
)
def test_facts_of_the_interview(more: dict[str, Any], name: str, value: str) -> None:
    plan = steps(note(DANA, **more))
    assert getattr(assign(plan, {})[plan[0].key], name) == value


def test_neither_window_nor_decision_nor_hints_are_facts() -> None:
    interview = note(DANA)
    before = assign(steps(interview), {})
    moved = replace(interview, heard=DAY, known=("likes tea",), max_attempts=2, line=9)
    assert assign(steps(moved), {}) == before


@pytest.mark.parametrize(
    ("people", "via"),
    [
        ((DANA, SAM), "Sam Roe"),
        ((replace(DANA, email="d@acme.example"), SAM), ""),
        ((DANA, replace(SAM, email="")), ""),
        ((DANA, LEE), ""),
    ],
)
def test_addr_without_an_address_a_note_goes_through_the_recruiter(
    people: tuple[Person, ...], via: str
) -> None:
    plan = steps(note(*people))
    assert assign(plan, {})["i1/thank:dana-kim"].via == via


def test_the_ask_names_the_one_whose_thank_you_carries_it() -> None:
    interview = note(DANA, SAM)
    asking = step(Kind.ASK, "ask", person=SAM, interview=interview)
    carried = assign([asking, thank(DANA, interview, asks=True)], {})["i1/ask"]
    assert carried == Facts(person="Dana Kim", company="Acme", asked="yes")
    alone = assign([asking, thank(DANA, interview)], {})["i1/ask"]
    assert alone == Facts(person="Sam Roe", company="Acme")


ITEMS = st.lists(st.sampled_from(["a", "b", "c", "d", "e f", "g"]), unique=True, max_size=5)
SLUGS = ("ann", "ben", "cy", "di")


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    names = draw(st.lists(st.sampled_from(SLUGS), unique=True, max_size=4))
    people = [person(name, learned=tuple(draw(ITEMS)), skills=tuple(draw(ITEMS))) for name in names]
    return note(
        *people,
        learned=tuple(draw(ITEMS)),
        skills=tuple(draw(ITEMS)),
        discussed=tuple(draw(ITEMS)),
        news=tuple(draw(ITEMS)),
    )


def used(found: dict[str, Facts]) -> list[str]:
    return [digest for facts in found.values() for digest in facts.use()]


@given(interviews())
def test_every_item_is_used_once(interview: Interview) -> None:
    found = used(assign(steps(interview, 2), {}))
    assert len(found) == len(set(found))


@given(interviews(), interviews(), st.sets(st.sampled_from(SLUGS)))
def test_no_item_moves_from_one_draft_to_another(
    before: Interview, after: Interview, touched: set[str]
) -> None:
    """Row 23: whatever she changes in the note, an item stays where it is or goes."""
    first = assign(steps(before, 2), {})
    closed = {f"i1/thank:{slug}" for slug in touched}
    held = {key: Held(facts.use(), key not in closed) for key, facts in first.items()}
    second = assign(steps(after, 2), held)
    assert len(used(second)) == len(set(used(second)))
    owner = {digest: key for key, facts in first.items() for digest in facts.use()}
    for key, facts in second.items():
        for digest in facts.use():
            settled = owner.get(digest)
            still = settled in second and (settled in closed or digest in second[settled].use())
            assert settled == key or not still
        if key in closed and key in first:
            assert set(facts.use()) <= set(first[key].use())


@given(interviews())
def test_nothing_changes_when_nothing_changes(interview: Interview) -> None:
    plan = steps(interview, 2)
    first = assign(plan, {})
    assert assign(plan, {key: Held(facts.use()) for key, facts in first.items()}) == first


def prints(facts: Facts) -> str:
    return "\n".join(facts.lines())


@given(interviews(), interviews(), st.sets(st.sampled_from(SLUGS)))
def test_what_stands_is_what_would_be_handed_out(
    before: Interview, after: Interview, touched: set[str]
) -> None:
    """Whatever she changes: facts are called standing only where handing out gives the same."""
    first = assign(steps(before, 2), {})
    closed = {f"i1/thank:{slug}" for slug in touched}
    held = {key: Held(facts.use(), key not in closed) for key, facts in first.items()}
    noted = {key: prints(facts) for key, facts in first.items()}
    plan = steps(after, 2)
    all_noted = {step.key: noted.get(step.key, "") for step in plan}
    found = kept(plan, held, all_noted, held, prints)
    if found is not None:
        again = assign(plan, held)
        assert {key: facts for key, facts in again.items() if key in found.facts} == found.facts
        assert all(noted[key] == prints(again[key]) for key in found.standing)


@given(interviews(), st.booleans())
def test_what_was_handed_out_stands(interview: Interview, drafted: bool) -> None:
    """A letter that is not written yet remembers the fingerprint of its facts alone."""
    plan = steps(interview, 2)
    first = assign(plan, {})
    noted = {key: prints(facts) for key, facts in first.items()}
    held = {key: Held(facts.use()) for key, facts in first.items()} if drafted else {}
    found = kept(plan, held, noted, held, prints) if plan else None
    assert not plan or found is not None
    assert not found or found.standing == first.keys()
