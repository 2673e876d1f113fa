"""Taking the plan out again: what is as we wrote it goes, what is hers stays."""

import pytest

from tests.merge.desk import ACME, NOTE, Desk
from tests.merge.running import words

A1, DANA, SAM = "attempt:1", "thank:dana-kim", "thank:sam-roe"
SHAPES = {
    "plain": ACME,
    "no final newline": ACME.rstrip("\n"),
    "blank lines at the end": ACME + "\n\n",
    "CRLF": ACME.replace("\n", "\r\n"),
    "BOM": "\ufeff" + ACME,
    "a footnote": ACME + "\nThe pager[^1].\n\n[^1]: Seven nights a month.\n",
    "an empty section": ACME + "\n## Follow-up plan\n",
    "an empty section in the middle": ACME + "\n## Follow-up plan\n\n## Impressions\n\nFine.\n",
    "nothing below the fields": ACME.partition("# Acme")[0],
}


def _remove(desk: Desk) -> None:
    words(desk.root, desk.today, "remove")


@pytest.mark.parametrize("shape", SHAPES)
def test_an_untouched_plan_leaves_no_trace(desk: Desk, shape: str) -> None:
    desk.write(SHAPES[shape])
    desk.sync()
    assert desk.read() != SHAPES[shape]
    _remove(desk)
    assert desk.read() == SHAPES[shape]


def test_what_she_touched_stays_as_plain_text(desk: Desk) -> None:
    desk.write()
    desk.sync()
    desk.tick(DANA, "2026-11-11")
    desk.hang(A1, "    - ring at nine")
    draft = desk.edit_draft(SAM)
    ids = desk.ids()
    _remove(desk)
    text = desk.read()
    assert text.startswith(ACME)
    assert not [task_id for task_id in ids if task_id in text]
    assert "- [x] Thank Dana Kim (Acme)" in text
    assert "\n    - ring at nine\n" in text
    assert "Thank Sam Roe" not in text
    assert draft.split("-->", 1)[1].strip() in text
    assert "mdfollow" not in text


@pytest.mark.parametrize("drafts", ["none", "all"])
def test_a_heading_of_hers_stays(desk: Desk, drafts: str) -> None:
    """She moved the last task below a heading of her own, and the comment was rebuilt there."""
    desk.setting(f'drafts = "{drafts}"\n')
    desk.write()
    desk.sync()
    line = desk.delete(A1)
    desk.write(desk.read() + f"\n## Later\n\n{line}\n")
    desk.cut_comment()
    desk.sync()
    _remove(desk)
    assert "mf-" not in desk.read()
    assert "\n## Later\n" in desk.read()


def test_a_heading_she_reworded_stays(desk: Desk) -> None:
    desk.write()
    desk.sync()
    desk.replace("## Follow-up plan", "## What is next")
    desk.quiet()
    _remove(desk)
    assert (desk.root / NOTE).read_text().rstrip() == f"{ACME}\n## What is next"


def test_a_note_that_is_to_have_no_plan_any_more_gives_it_up(desk: Desk) -> None:
    """`mdfollow: false` stops the planning; `remove` takes out what was planned before."""
    desk.write()
    desk.sync()
    marked = ACME.replace("---\n", "---\nmdfollow: false\n", 1)
    desk.write(desk.read().replace("---\n", "---\nmdfollow: false\n", 1))
    _remove(desk)
    assert desk.read() == marked


@pytest.mark.parametrize(
    ("day", "again"), [("2026-11-11", False), ("", False), ("2026-11-03", True)]
)
def test_row_54_nobody_is_thanked_twice_after_remove(desk: Desk, day: str, again: bool) -> None:
    """A ticked line with our words counts, unless its day is before the interview."""
    desk.write()
    desk.sync()
    desk.tick(DANA, day)
    _remove(desk)
    assert "mf-" not in desk.read()
    desk.sync()
    assert (DANA in desk.steps()) == again
    assert SAM in desk.steps()


def test_row_54_the_tick_may_be_tidied_away_afterwards(desk: Desk) -> None:
    """The new plan remembers it."""
    desk.write()
    desk.sync()
    desk.tick(DANA, "2026-11-11")
    _remove(desk)
    desk.sync()
    (line,) = [each for each in desk.read().split("\n") if "Thank Dana" in each and "[x]" in each]
    desk.replace(line + "\n", "")
    desk.quiet()
    assert DANA not in desk.steps()
    assert desk.state()[DANA].fields["done"] == "2026-11-11"


def test_row_54_beside_a_plan_that_stands_her_line_counts_and_is_not_remembered(
    plain: Desk,
) -> None:
    """What is remembered was sent before the plan was written (docs/format.md)."""
    plain.write(ACME.replace("  - Dana Kim <dana@acme.example> (hiring manager)\n", ""))
    plain.sync()
    sent = plain.line(SAM).replace("[ ]", "[x]").partition(" 🆔")[0].replace("Sam Roe", "Lee Poe")
    plain.replace("- [ ] my own", f"{sent}\n- [ ] my own")
    plain.replace("  - Sam Roe", "  - Lee Poe <lee@acme.example>\n  - Sam Roe")
    plain.sync()
    assert "thank:lee-poe" not in {*plain.steps(), *plain.state()}


def test_ask_2_of_a_letter_sent_before_the_plan_nobody_knows_that_it_asked(desk: Desk) -> None:
    desk.write(ACME.replace("decision: 3 weeks\n", ""))
    desk.sync()
    assert desk.state()[SAM].fields["asks"] == "1"
    desk.tick(SAM, "2026-11-11")
    _remove(desk)
    desk.sync()
    sam = desk.state()[SAM].fields
    assert sam["done"] == "2026-11-11"
    assert "asks" not in sam
    assert "ask" in desk.steps()


def test_row_54_a_line_with_a_foreign_id_never_counts(desk: Desk) -> None:
    desk.write()
    desk.sync()
    line = desk.line(DANA).replace("[ ]", "[x]").replace("mf-", "mf-0")
    _remove(desk)
    desk.write(desk.read() + f"\n{line}\n")
    desk.sync("", "--again", NOTE)
    assert DANA in desk.steps()
