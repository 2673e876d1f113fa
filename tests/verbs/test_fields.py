"""Fields: one line for each key, the alias that stands there, and everything else byte for byte."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.document.edit import apply
from mdfollow.verbs.fields import fields_edited
from mdfollow.verbs.wish import ByHand, Wish
from tests.verbs.notes import KEYWORDS, LINES, NOTES, ORG, TOML, YAML

DAY = "2026-12-01"
WISHES = {
    "heard": Wish("heard", "2026-11-20"),
    "decision": Wish("decision", DAY),
    "phrase": Wish("decision", "end of the month"),
    "status": Wish("status", "rejected"),
    "stop": Wish("mdfollow", "false"),
}
EXPECTED = {
    ("yaml", "heard"): "heard: 2026-11-20",
    ("yaml", "decision"): f'Hear Back: "{DAY}"   # they said',
    ("yaml", "phrase"): 'Hear Back: "end of the month"   # they said',
    ("yaml", "status"): "status:   Rejected   # hm",
    ("yaml", "stop"): "mdfollow: false",
    ("toml", "heard"): "heard = 2026-11-20",
    ("toml", "decision"): f'hear_back = "{DAY}" # they said',
    ("toml", "status"): 'status = "Rejected"',
    ("toml", "stop"): "mdfollow = false",
    ("page", "heard"): "heard:: 2026-11-20",
    ("page", "decision"): f"hear-back:: {DAY}",
    ("page", "stop"): "mdfollow:: false",
    ("org", "heard"): ":HEARD:          [2026-11-20 Fri]",
    ("org", "decision"): ":HEAR_BACK:      [2026-12-01 Tue]",
    ("org", "status"): ":STATUS:         Rejected",
    ("org", "stop"): ":MDFOLLOW:       false",
    ("keywords", "heard"): "#+heard: [2026-11-20 Fri]",
    ("keywords", "phrase"): "#+hear_back: end of the month",
}


def write(name: str, text: str, *wishes: Wish) -> bytes | ByHand:
    path, data = NOTES[name][0], text.encode()
    found = fields_edited(path, data, LINES.get(name, 1), wishes)
    return found if isinstance(found, ByHand) else apply(data, found)


def lines(data: bytes) -> list[bytes]:
    return re.findall(rb"[^\r\n]*(?:\r\n|\n|\r)?", data)


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("name", NOTES)
def test_one_line_is_changed_or_added_and_a_second_run_changes_nothing(
    name: str, wish: str
) -> None:
    text = NOTES[name][1]
    new = write(name, text, WISHES[wish])
    assert isinstance(new, bytes)
    old_lines, new_lines = lines(text.encode()), lines(new)
    assert len(new_lines) - len(old_lines) in {0, 1}
    changed = [line for line in new_lines if line not in old_lines]
    gone = [line for line in old_lines if line not in new_lines]
    assert len(changed) == 1
    assert len(gone) == (len(new_lines) == len(old_lines))
    expected = EXPECTED.get((name, wish))
    assert expected is None or changed[0].strip() == expected.encode()
    assert write(name, new.decode(), WISHES[wish]) == new


@pytest.mark.parametrize("name", NOTES)
def test_all_at_once(name: str) -> None:
    wishes = [WISHES[key] for key in ("heard", "decision", "status", "stop")]
    new = write(name, NOTES[name][1], *wishes)
    assert isinstance(new, bytes)
    one_by_one: bytes | ByHand = NOTES[name][1].encode()
    for wish in wishes:
        assert isinstance(one_by_one, bytes)
        one_by_one = write(name, one_by_one.decode(), wish)
    assert new == one_by_one


HANDS_OFF = {
    "a map": YAML.replace("status:   Interviewing   # hm", "mdfollow: {max_attempts: 2}"),
    "a list": YAML.replace("status:   Interviewing   # hm", "mdfollow:\n  - no"),
    "in braces": "---\n{company: Acme, interview_date: 2026-11-10}\n---\n",
    "an alias of YAML": YAML.replace('"3 weeks"', "&when no").replace("hm", "hm\nmdfollow: *when"),
    "a folded text": YAML.replace("status:   Interviewing   # hm", "mdfollow: >\n  maybe\n  not"),
    "not closed": YAML.replace("---\nHer", "Her"),
    "broken": YAML.replace("role: Platform", "role: [Platform"),
    "no fields at all": "Her own words.\n",
}


@pytest.mark.parametrize("case", HANDS_OFF)
def test_what_cannot_be_done_safely_is_a_line_for_her(case: str) -> None:
    found = write("yaml", HANDS_OFF[case], Wish("mdfollow", "false"))
    assert isinstance(found, ByHand), found
    assert found.text == "mdfollow: false"


ROUNDS = """\
---
company: Acme
interviews:
  - date: 2026-11-01
    format: phone
  - {date: 2026-11-05}
  - date: 2026-11-10
    interviewers:
      - Dana
    # her remark
---
"""


@pytest.mark.parametrize(
    ("line", "own", "expected"),
    [
        (4, True, "    format: phone\n    heard: 2026-11-20\n  - {"),
        (6, True, ""),
        (7, False, "    # her remark\n    heard: 2026-11-20\n---"),
    ],
)
def test_a_round_is_told_in_its_own_entry(line: int, own: bool, expected: str) -> None:
    found = fields_edited("a.md", ROUNDS.encode(), line, [WISHES["heard"]], own=own)
    if not expected:
        assert found == ByHand(6, "heard: 2026-11-20")
    else:
        assert not isinstance(found, ByHand)
        assert expected in apply(ROUNDS.encode(), found).decode()


def test_what_the_note_says_for_its_latest_round_is_changed_there() -> None:
    text = ROUNDS.replace("company: Acme", "company: Acme\nheard: 2026-11-12 # wrong")
    found = fields_edited("a.md", text.encode(), 8, [WISHES["heard"]])
    assert not isinstance(found, ByHand)
    assert "\nheard: 2026-11-20 # wrong\n" in apply(text.encode(), found).decode()


@pytest.mark.parametrize(
    "key", ["status: Rejected", "status: turned down", "outcome: not selected"]
)
def test_her_own_word_for_it_is_enough(key: str) -> None:
    text = YAML.replace("status:   Interviewing", key)
    assert write("yaml", text, WISHES["status"]) == text.encode()


@pytest.mark.parametrize("key", ["stage: 2", "state: CA"])
def test_a_key_that_says_something_else_keeps_saying_it(key: str) -> None:
    new = write("yaml", YAML.replace("status:   Interviewing   # hm", key), WISHES["status"])
    assert isinstance(new, bytes)
    assert f"\n{key}\n" in new.decode()
    assert "\nstatus: rejected\n---" in new.decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("heard:", "heard: 2026-11-20"),
        ("heard: # when?", "heard: 2026-11-20 # when?"),
        ("heard: ~", "heard: 2026-11-20"),
        ("heard: 'no'", "heard: '2026-11-20'"),
    ],
)
def test_an_empty_key_is_filled(old: str, new: str) -> None:
    text = YAML.replace("role: Platform Engineer", old)
    found = write("yaml", text, WISHES["heard"])
    assert isinstance(found, bytes)
    assert found.decode() == text.replace(old, new)


def test_a_heading_does_not_change_what_stands_above_it_for_others() -> None:
    text = ORG.replace(":STATUS:         Interviewing\n", "").replace(
        "#+TITLE", "#+STATUS: applied\n#+TITLE"
    )
    found = fields_edited("a.org", text.encode(), 3, [WISHES["status"]])
    assert not isinstance(found, ByHand)
    new = apply(text.encode(), found).decode()
    assert "#+STATUS: applied\n" in new
    assert ":STATUS:         rejected\n:END:" in new


def test_a_table_of_toml_stays_behind_the_new_key() -> None:
    new = write("toml", TOML, WISHES["heard"])
    assert isinstance(new, bytes)
    assert "\nheard = 2026-11-20\n\n[extra]\n" in new.decode()


LINE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=20)
"""A line of anything: what the guard refuses is refused here, too."""


@given(
    name=st.sampled_from(sorted(NOTES)),
    wish=st.sampled_from(sorted(WISHES)),
    extra=st.lists(LINE, max_size=3),
    at=st.integers(0, 14),
)
def test_whatever_else_stands_there_stays_byte_for_byte(
    name: str, wish: str, extra: list[str], at: int
) -> None:
    """Law 1 for the verbs: with any lines between hers, all lines but one come back, or none go."""
    rows = NOTES[name][1].split("\n")
    text = "\n".join([*rows[:at], *extra, *rows[at:]])
    new = write(name, text, WISHES[wish])
    if isinstance(new, ByHand):
        return
    old_lines, new_lines = lines(text.encode()), lines(new)
    head = 0
    while head < min(len(old_lines), len(new_lines)) and old_lines[head] == new_lines[head]:
        head += 1
    tail = 0
    rest = min(len(old_lines), len(new_lines)) - head
    while tail < rest and old_lines[-1 - tail] == new_lines[-1 - tail]:
        tail += 1
    assert len(old_lines) - head - tail <= 1
    assert len(new_lines) - head - tail <= 1
    assert write(name, new.decode(), WISHES[wish]) == new


def test_a_file_of_org_is_not_made_to_speak_for_its_headings() -> None:
    """What the file says its headings take over: a new line there would answer for them, too."""
    text = (
        KEYWORDS + "* Second round :interview:\n:PROPERTIES:\n:INTERVIEW_DATE: 2026-11-20\n:END:\n"
    )
    found = fields_edited("a.org", text.encode(), 1, [WISHES["heard"]])
    assert found == ByHand(1, "#+heard: [2026-11-20 Fri]")
