"""Whatever her values look like, a fresh plan reads back as untouched, and follows."""

import json
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mdfollow.settings import Settings
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, NoteReport, State, Vault

TODAY = date(2026, 11, 12)
PIECES = [
    *("Dana", "Kim", "O'Hara", "Łukasz", "金", "mf-abcdef", "2026-01-01", "i1/ask", "v=3", "]("),
    *(
        "📅 2026-01-01",
        "🆔 mf-abcdef",
        "✅",
        "#tag",
        "^b1",
        "-->",
        "<!--",
        "%%",
        "$$",
        "::",
        "[due::",
    ),
    *("[[Dana]]", "[id:: mf-abcdef]", "*a*", "_b_", "`c`", "|", "<b>", "\\", "- [x]", "> ", "~~~"),
    *(
        "vim: set tw=1:",
        "Local Variables:",
        "<%",
        "{{",
        "\u200d",
        "\u202e",
        "e\u0301",
        "=",
        "#",
        "1.",
    ),
]
VALUES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join)
DIALECTS = ("tasks", "dataview", "gfm")


def _note(name: str, company: str, decision: str) -> Note:
    fields = {
        "company": company,
        "interview_date": "2026-11-10",
        "format": "onsite",
        "decision": decision,
        "interviewers": [{"name": name}, {"name": "Sam Roe"}],
        "skills": [name],
        "learned": company,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
    return Note("a.md", ("---\n" + "\n".join(lines) + "\n---\n# Hers\n").encode())


def _states(report: NoteReport) -> dict[str, State]:
    steps = [step for interview in report.interviews for step in interview.steps]
    return {step.desired.step.name: step.state for step in steps}


@pytest.mark.parametrize("dialect", DIALECTS)
@given(name=VALUES, company=VALUES)
@example(name="Dana 📅 2026-01-01", company="Acme")
@example(name="Dana", company="Acme 🆔 mf-abcdef")
@example(name="#tag", company="⏫")
def test_values_that_look_like_markup(dialect: str, name: str, company: str) -> None:
    vault = Vault(Settings(dialect=dialect))
    note = _note(name, company, "2026-12-01")
    planned = sync([note], vault, TODAY)
    if not planned or planned[0].failed:
        return
    first = planned[0]
    assert first.new.startswith(note.data)
    assert set(_states(first).values()) <= {State.OPEN, State.PLANNED}
    moved = first.new.replace(b'"2026-12-01"', b'"2026-12-08"', 1)
    (second,) = sync([Note("a.md", moved)], vault, TODAY)
    assert not second.failed
    assert second.new.count(b"2026-12-11") == 4
    assert set(_states(second).values()) <= {State.OPEN, State.PLANNED}
    ended = second.new.replace(b'format: "onsite"', b"status: cancelled", 1)
    (third,) = sync([Note("a.md", ended)], vault, TODAY)
    assert b"[ ] " not in third.new.partition(b"# Hers")[2]
    assert b" draft -->" not in third.new
