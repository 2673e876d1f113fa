"""Worked examples of the rules that shape a plan: the rule's id is the test's id.

Each example names steps and what must be true of them, as words: want, window, channel, `to:` the
person's slug, `made:` a day, flags. `None` means that the step is not planned at all. Where a
step shows the rule at work, the rule stands in its `rules`.
"""

import pytest

from mdfollow.etiquette.model import Step, Want
from mdfollow.etiquette.outcome import Reason
from mdfollow.etiquette.remarks import Code
from mdfollow.etiquette.rules import RULES
from mdfollow.interview.model import Decision, Format, Person, Status
from mdfollow.record import replace
from tests.etiquette.cases import Case, E
from tests.etiquette.cases_attempts import ATTEMPTS
from tests.etiquette.cases_endings import ENDINGS
from tests.etiquette.cases_thanks import THANKS
from tests.etiquette.notes import (
    DANA,
    DELETED,
    EVA,
    LEE,
    ONSITE,
    OPEN,
    PANEL,
    SAM,
    attempts,
    codes,
    day,
    done,
    named,
    names,
    note,
    planned,
    redated,
    span,
)

CASES = (*THANKS, *ATTEMPTS, *ENDINGS)


def shown(step: Step) -> set[str]:
    words = {str(step.want), span(step.window), str(step.channel)}
    words |= {f"also:{step.also}", f"to:{step.person.slug if step.person else 'whoever'}"}
    words |= {f"made:{step.made}"} if step.made else {"unmade"}
    words |= {"asks" if step.asks else "quiet", "again" if step.again else "new"}
    words |= {"ahead" if step.ahead else "here"}
    return words | {f"reason:{step.reason}"}


def has_words(step: Step, words: str) -> bool:
    found = shown(step)
    texts = {word for word in words.split() if word.startswith("reason:")}
    return set(words.split()) - texts <= found and all(
        any(known.startswith(text) for known in found) for text in texts
    )


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.rule}-{index}" for index, case in enumerate(CASES)]
)
def test_worked_example(case: Case) -> None:
    """The example of a rule holds, and the step it shapes names the rule."""
    made = planned(*case.entries, settings=case.settings, today=case.today)
    several = len(case.entries) > 1
    found = {f"{s.path} {s.name}" if several else s.name: s for s in made.steps}
    for name, words in case.steps.items():
        if words is None:
            assert name not in found
        else:
            assert has_words(found[name], words), shown(found[name])
    assert set(case.codes) <= set(codes(made))
    if case.by:
        assert case.rule in found[case.by].rules


NOT_OF_THE_PLAN = (
    frozenset(f"TY-{number}" for number in (3, 4, 5, 6))
    | {"ADDR", "SAME", "EXP-1", "CH-4", "CH-5", "RESP-1", "RESP-2", "SIDE-1"}
    | {
        *(f"MSG-{number}" for number in range(1, 6)),
        *(f"TONE-{number}" for number in range(1, 4)),
    }
)
"""Rules of reading, of words and of views; their examples stand with those."""


def test_every_rule_has_two_examples() -> None:
    """No rule that shapes plans goes with fewer than two worked examples."""
    counts = {known.id: sum(case.rule == known.id for case in CASES) for known in RULES}
    assert {name for name, count in counts.items() if count < 2} == NOT_OF_THE_PLAN


def test_rules_stand_in_order() -> None:
    """Every step lists its rules once, in the order of the etiquette."""
    order = [known.id for known in RULES]
    for case in CASES:
        for step in planned(*case.entries, settings=case.settings, today=case.today).steps:
            ranks = [order.index(name) for name in step.rules]
            assert ranks == sorted(set(ranks))


def test_exp_1_is_named_where_a_span_was_read() -> None:
    """EXP-1 stands with the first attempt when the date was read from words."""
    entry = note(expected=E)
    read = replace(entry.interview, decision=Decision(day(E), "3 weeks after the interview"))
    (first,) = [s for s in planned(replace(entry, interview=read)).steps if s.name == "attempt:1"]
    assert "EXP-1" in first.rules


def test_order_in_the_note() -> None:
    """Ask first, then thanks in the order of people, attempts, feedback."""
    made = planned(note(people=(LEE, DANA, SAM), format=ONSITE))
    thanks = ["thank:lee-ortiz", "thank:dana-kim", "thank:sam-roe"]
    assert names(made) == ["ask", *thanks, "attempt:1", "attempt:2", "attempt:3"]


def test_tidied_line_does_not_end_the_chain() -> None:
    """A cancelled attempt whose line was cleared away counts as passed, for a later one stands."""
    history = {"attempt:1": DELETED, "attempt:2": OPEN}
    made = planned(note(expected=E, format=PANEL, history=history))
    assert [step.want for step in made.steps if step.number] == ["write", "write", "later"]


def test_fu_4_the_soonest_day_is_soon_enough() -> None:
    for expected, held_back in (("2026-11-03", True), ("2026-11-06", False)):
        made = planned(note(expected=expected))
        (first,) = [step for step in made.steps if step.name == "attempt:1"]
        assert ("FU-4" in first.rules) is held_back


def test_loop_1_a_week_to_ten_days_after_an_attempt_that_was_later_than_their_date() -> None:
    entry = note(expected="2026-11-17", format=ONSITE, history={"attempt:1": done("2026-11-16")})
    (second,) = [step for step in planned(entry).steps if step.name == "attempt:2"]
    assert (second.window.start, second.window.due) == (day("2026-11-23"), day("2026-11-26"))


def test_gap_1_an_attempt_on_the_decision_date_itself_is_after_it() -> None:
    entry = note(expected=E, format=ONSITE, history={"attempt:1": done(E)})
    (second,) = [step for step in planned(entry).steps if step.name == "attempt:2"]
    assert {"GAP-1", "LOOP-1"} & set(second.rules) == {"GAP-1"}


def test_ppl_1_three_interviewers_are_written_to_in_turn() -> None:
    three = LEE, EVA, Person("Max Ott", "max-ott")
    made = planned(note(people=three, format=PANEL))
    assert [step.person for step in attempts(made)] == list(three)


def test_amt_1_a_chat_is_worth_no_attempt_though_she_wrote_and_they_named_a_date() -> None:
    made = planned(note(expected=E, format=Format.INFORMATIONAL, contacted=("2026-11-13",)))
    assert [(step.number, step.want) for step in attempts(made)] == [(1, Want.DROP)]
    assert Code.ENOUGH not in codes(made)


def test_amt_5_is_named_only_where_their_word_ends_it() -> None:
    answered = note(heard="2026-11-12", history={"attempt:1": OPEN})
    plans = planned(note()), planned(note(), today="2027-11-05"), planned(answered)
    named_ = ["AMT-5" in named(made, "attempt:1").rules for made in plans]
    assert named_ == [False, False, True]


def test_over_1_an_offer_after_the_last_of_several_interviews_ends_the_attempts() -> None:
    offer = note("2026-11-10", path="2.md", status=Status.OFFER, history={"attempt:1": OPEN})
    made = planned(note(history={"attempt:1": OPEN}), offer, today="2026-11-12")
    assert {step.reason for step in made.steps if step.number} == {Reason.OFFER}


def test_over_2_one_is_met_again_among_others() -> None:
    again = note("2026-11-10", path="2.md", people=(LEE, DANA))
    made = planned(note(), again, today="2026-11-10")
    assert named(made, "thank:dana-kim").reason == Reason.MET_AGAIN


def test_over_2_the_day_after_her_own_date_is_the_first_on_which_it_is_over() -> None:
    first = note(history={"thank:dana-kim": redated("2026-11-12")})
    made = planned(first, note("2026-11-10", path="2.md"))
    assert named(made, "thank:dana-kim").lets_go_on == day("2026-11-13")


def test_gap_3_the_last_tick_in_the_note_of_a_cancelled_interview_counts() -> None:
    history = {"attempt:1": done("2026-11-06"), "attempt:2": done("2026-11-12")}
    off = note(path="off.md", status=Status.CANCELLED, history=history)
    (first,) = attempts(planned(off, note("2026-11-10", "2026-11-10")))
    assert first.window.start == day("2026-11-19")


def test_gap_3_room_is_left_after_the_interview_before_not_after_the_first() -> None:
    first = note(path="1.md", history={"attempt:1": done("2026-11-12")})
    second = note("2026-11-13", path="2.md", history={"attempt:1": done("2026-11-20")})
    step, *_ = attempts(planned(first, second, note("2026-11-21", "2026-11-21")))
    assert step.window.start == day("2026-11-27")


def test_ask_1_amt_3_a_cancelled_interview_asks_nothing_and_counts_as_one() -> None:
    history = {"thank:dana-kim": done("2026-11-03"), "attempt:1": done("2026-11-13")}
    made = planned(note(status=Status.CANCELLED, history=history))
    assert not named(made, "thank:dana-kim").asks
    assert "AMT-3" not in named(made, "attempt:1").rules
