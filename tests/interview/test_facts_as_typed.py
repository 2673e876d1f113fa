"""Facts written as `{say: "…"}`: the mark reaches whoever weaves them into a letter."""

from tests.interview.test_cases import read_note

from mdfollow.interview.model import AsTyped

NOTE = b"""---
company: Acme
interview_date: 2026-11-03
learned:
  - {say: "how calm it is"}
  - plain
interviewers:
  - {name: Dana Kim, learned: {say: "that you bake"}, skill: {say: "I forge"}}
---
"""


def test_a_fact_to_be_said_as_typed_keeps_its_mark() -> None:
    """A plain fact beside it has none."""
    found = read_note(NOTE).interviews[0]
    dana = found.people[0]
    assert found.learned == ("how calm it is", "plain")
    assert [isinstance(fact, AsTyped) for fact in found.learned] == [True, False]
    assert [isinstance(fact, AsTyped) for fact in (*dana.learned, *dana.skills)] == [True, True]


def test_an_unreadable_decision_is_kept_beside_the_unknown_day() -> None:
    """ASK-3: a warning, never an error, and the words are there for the plan."""
    note = NOTE.replace(b"---\ncompany", b"---\ndecision: after the 3rd board meeting\ncompany")
    reading = read_note(note)
    decision = reading.interviews[0].decision
    assert (decision.day, decision.unread) == (None, "after the 3rd board meeting")
    assert [problem.severity.value for problem in reading.problems] == ["warning"]
