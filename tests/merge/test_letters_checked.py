"""`check` reads the drafts as they stand: silent on good ones, exact on the others."""

import json
import re
from typing import Any

import pytest

from tests.merge.desk import ACME, Desk
from tests.merge.running import words

DANA, SAM, A1 = "thank:dana-kim", "thank:sam-roe", "attempt:1"
FULL = ACME.replace(
    "  - Dana Kim <dana@acme.example> (hiring manager)\n"
    "  - Sam Roe <sam@acme.example> (recruiter)\n"
    "skills: [ran the pager hand-over]\n",
    """\
  - {name: Dana Kim, email: dana@acme.example, role: hiring manager, learned: on-call moves}
  - {name: Sam Roe, email: sam@acme.example, role: recruiter, learned: the garden has a pond}
skills: [ran the pager hand-over, wrote the handbook]
discussed: [Kubernetes]
""",
)


NONE = "mdfollow: {max_attempts: 0}\n"


def findings(desk: Desk) -> list[dict[str, Any]]:
    _, out, _ = words(desk.root, desk.today, "check", "--output-format", "json")
    found: list[dict[str, Any]] = json.loads(out)["findings"]
    return found


def codes(desk: Desk) -> list[str]:
    return [each["code"] for each in findings(desk)]


@pytest.fixture
def full(desk: Desk) -> Desk:
    assert "on-call moves" in FULL
    desk.write(FULL)
    desk.sync()
    return desk


def marked(desk: Desk, finding: dict[str, Any]) -> str:
    """The text from the place of a finding to the end of its line."""
    line: str = desk.read().splitlines()[finding["line"] - 1]
    return line[finding["column"] - 1 :]


def test_good_drafts_are_not_worth_a_word(full: Desk) -> None:
    assert "[" not in full.draft(DANA) + full.draft(SAM)
    assert findings(full) == []


def test_a_whole_application_stays_silent(full: Desk) -> None:
    for step, day in ((DANA, "2026-11-11"), (SAM, "2026-11-11")):
        full.tick(step, day)
    full.sync()
    for step, day in ((A1, "2026-12-04"), ("attempt:2", "2026-12-14")):
        assert full.draft(step)
        assert findings(full) == [], full.draft(step)
        full.tick(step, day)
        full.sync(day)
    assert full.draft("attempt:3")
    assert findings(full) == []


def test_a_skeleton_is_one_hint_at_its_first_slot(desk: Desk) -> None:
    desk.write()
    desk.sync()
    found = findings(desk)
    assert [each["code"] for each in found] == ["MDF401", "MDF401"]
    assert [each["severity"] for each in found] == ["hint", "hint"]
    assert marked(desk, found[1]).startswith("[what Sam explained")
    assert found[1]["message"].count("[") == 2
    assert found[1]["message"].endswith(" still wait for your words.")


def test_nothing_is_said_of_a_letter_that_was_sent_or_deleted(desk: Desk) -> None:
    desk.write()
    desk.sync()
    desk.tick(DANA, "2026-11-11")
    desk.delete(SAM)
    desk.sync()
    assert [each["code"] for each in findings(desk) if each["line"] > 15] == []


def test_nothing_is_said_of_letters_that_are_not_written_yet(desk: Desk) -> None:
    desk.write()
    assert codes(desk) == []


@pytest.mark.parametrize(
    ("hers", "code", "place"),
    [
        ("I am disappointed, I must say.", "MDF406", "I am disappointed"),
        ("Please say hello, Sam.", "MDF405", "Sam."),
        ("My experience with Kubernetes did not come up.", "MDF404", "Kubernetes did"),
        ("[one more thought]", "MDF401", "[one more thought]"),
    ],
)
def test_a_sentence_of_hers_is_named_where_it_stands(
    full: Desk, hers: str, code: str, place: str
) -> None:
    full.replace("Dear Dana,\n", f"Dear Dana,\n\n{hers}\n")
    (found,) = [each for each in findings(full) if each["code"] != "MDF402"]
    assert (found["code"], found["severity"]) == (code, "hint")
    assert marked(full, found).startswith(place)


def test_a_draft_in_a_callout_is_read_without_its_marks(full: Desk) -> None:
    head, mark, block = full.read().partition("## Follow-up plan")
    rows = [f"> {row}".rstrip() for row in (mark + block).rstrip("\n").split("\n")]
    full.write(head + "\n".join(rows) + "\n")
    assert findings(full) == []
    full.replace("> Dear Dana,\n", "> Dear Dana, [soon]\n")
    (found,) = findings(full)
    assert (found["code"], marked(full, found)) == ("MDF401", "[soon]")


def test_a_place_is_exact_with_crlf_and_without_a_final_newline(full: Desk) -> None:
    full.write(full.read().replace("Dear Dana,", "Dear Dana, [soon]").replace("\n", "\r\n"))
    (found,) = findings(full)
    assert marked(full, found) == "[soon]"


def test_two_letters_with_the_same_words_are_told_once(full: Desk) -> None:
    shared = "The bridge over the harbour was open again that day."
    for name in ("Dana", "Sam"):
        full.replace(f"Dear {name},\n", f"Dear {name},\n\n{shared}\n")
    (found,) = [each for each in findings(full) if each["code"] == "MDF403"]
    assert "the thank-you note to Dana Kim" in found["message"]
    full.tick(SAM, "2026-11-11")
    full.sync()
    (found,) = [each for each in findings(full) if each["code"] == "MDF403"]
    assert "the thank-you note to Sam Roe" in found["message"]


def test_row_22_check_says_that_the_fact_is_unused(desk: Desk) -> None:
    """A fact typed after she made the draft hers: told once, and not once she has said it."""
    desk.write()
    desk.sync()
    desk.edit_draft(SAM)
    desk.replace(
        "  - Sam Roe <sam@acme.example> (recruiter)\n",
        "  - {name: Sam Roe, email: sam@acme.example, role: recruiter, "
        "learned: the whole office moves to the harbour}\n",
    )
    desk.sync()
    (found,) = [each for each in findings(desk) if each["code"] == "MDF410"]
    assert "“the whole office moves to the harbour”" in found["message"]
    assert marked(desk, found).startswith("Subject: ")
    desk.replace("The bridge is open again.", "I liked to hear that your office moves to harbour.")
    assert "MDF410" not in codes(desk)


def test_row_22_a_note_s_skill_that_no_open_letter_can_take(desk: Desk) -> None:
    desk.write(ACME.replace("skills: [ran the pager hand-over]\n", NONE))
    desk.sync()
    desk.edit_draft(DANA)
    desk.edit_draft(SAM)
    desk.replace(NONE, NONE + "skills: [wrote the handbook]\n")
    desk.sync()
    assert codes(desk).count("MDF410") == 1


def test_more_facts_than_letters_are_no_finding(full: Desk) -> None:
    full.replace("skills: [", "skills: [a third thing, a fourth thing, a fifth thing, ")
    full.sync()
    assert "MDF410" not in codes(full)


def test_a_fact_longer_than_a_letter_is_told(desk: Desk) -> None:
    long = "the harbour " * 45
    desk.write(ACME.replace("skills: [ran", f"learned: {long}\nskills: [ran"))
    desk.sync()
    (found,) = [each for each in findings(desk) if each["code"] == "MDF411"]
    assert "under `learned`" in found["message"]
    assert len(found["message"]) < 160


def test_a_slot_the_next_sync_fills_is_no_finding(desk: Desk) -> None:
    desk.write(ACME.replace("skills: [ran the pager hand-over]\n", ""))
    desk.sync()
    assert codes(desk) == ["MDF401", "MDF401"]
    desk.replace("---\n# Acme", "skills: [ran the pager hand-over, wrote a book]\n---\n# Acme")
    assert codes(desk) == []


OTHER = """\
---
company: Halden Foods
role: Baker
interview_date: 2026-11-10
format: onsite
interviewers:
  - Petra Novak <petra@halden.example>
{more}---
# Halden
"""


def test_another_application_s_company_and_people_are_named(full: Desk) -> None:
    full.write(OTHER.format(more=""), "halden.md")
    full.replace("Dear Dana,\n", "Dear Dana,\n\nI would love to join Halden Foods.\n")
    (found,) = [each for each in findings(full) if each["code"] == "MDF405"]
    assert marked(full, found).startswith("Halden Foods.")
    full.replace("I would love to join Halden Foods.", "Petra Novak told me about the ovens.")
    (found,) = [each for each in findings(full) if each["code"] == "MDF405"]
    assert marked(full, found).startswith("Petra Novak told")


def test_an_agency_s_other_client_may_be_named(full: Desk) -> None:
    """The recruiter stands in both notes, so both companies belong together."""
    full.write(OTHER.format(more="  - Sam Roe <sam@acme.example> (recruiter)\n"), "halden.md")
    full.replace("Dear Sam,\n", "Dear Sam,\n\nI would also love to join Halden Foods.\n")
    assert "MDF405" not in codes(full)


def test_the_reader_s_name_misspelt_is_pointed_at(full: Desk) -> None:
    full.replace("Dear Dana,\n", "Dear Dnaa,\n")
    (found,) = [each for each in findings(full) if each["code"] == "MDF405"]
    assert (marked(full, found), found["hint"]) == ("Dnaa,", "Write it as the person does: Dana.")


def test_the_same_letter_in_another_note_is_told(full: Desk) -> None:
    full.write(OTHER.format(more=""), "halden.md")
    full.sync()
    letter = (
        "I liked the long table at which all of you eat, and the map of every cable by the door. "
        "Nobody minded my questions, and the tour of the yard took us past the old crane as well."
    )
    for name, person in (("acme.md", "Dana"), ("halden.md", "Petra")):
        whole = rf"(?s)Dear {person},\n.*?(?=\n### |\n<!-- mdfollow:state)"
        hers = f"Dear {person},\n\n{letter}\n\nKind regards,\nRobin\n"
        full.write(re.sub(whole, hers, full.read(name)), name)
    (found,) = [each for each in findings(full) if each["code"] == "MDF403"]
    assert "the thank-you note to Dana Kim (acme.md)" in found["message"]


def test_a_letter_of_ours_is_read_for_what_is_private_only(full: Desk) -> None:
    """Words that a kind reader might change in hers stand unsaid in ours."""
    full.write(full.read().replace("on-call moves", "on-call moves, off the record"))
    full.sync()
    assert "MDF406" not in codes(full)
