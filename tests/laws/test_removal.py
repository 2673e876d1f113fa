"""Taking a plan out takes nothing of hers, wherever she put our lines."""

import pytest

from mdfollow.sync.clearing import remove
from mdfollow.sync.result import Note
from tests.laws.notes import DIALECTS, FIELDS, synced, vault

EXACT = {
    "text": "# Acme\n\nText.\n",
    "no newline at the end": "Text.",
    "blank lines at the end": "Text.\n\n\n",
    "nothing": "",
    "a template's heading": "Text.\n\n## Follow-up plan\n\n",
    "a template's heading at the very end": "Text.\n## Follow-up plan",
    "a template's heading of another level": "Text.\n### Follow-up plan\n\n\n",
    "a template's heading before another": "## Follow-up plan\n\n## Notes\n\nText.\n",
    "two headings of a template": "## Follow-up plan\n### Follow-up plan\n\nHers.\n",
    "a template's heading in a callout": "> ## Follow-up plan\n>\n",
    "footnotes": "Text[^1].\n\n[^1]: A footnote.\n",
    "footnotes without a newline": "Text[^1].\n\n[^1]: A footnote.",
    "a modeline glued to a paragraph": "Text.\nvim: ts=2\n",
    "local variables in a comment": "Text.\n\n<!--\nLocal Variables:\nfill-column: 44\nEnd:\n-->\n",
    "a lone CR at the end": "a\nb\nc\r",
    "a lone CR, then blank lines": "a\nb\nc\r\n\r\r[^1]: d",
    "CR everywhere, the tail after an LF": "a\rb\rc\r\n\n[^1]: d\r",
    "a table and its block id": "| a |\n|---|\n\n^table\n",
}


def removed(text: str, dialect: str = "tasks") -> str:
    """The note without mdfollow."""
    (report,) = remove((Note("Acme.md", text.encode()),), vault(dialect))
    assert not report.problems
    return report.new.decode()


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("body", EXACT.values(), ids=EXACT)
def test_an_untouched_plan_leaves_no_trace(body: str, dialect: str) -> None:
    """Byte for byte."""
    report = synced((FIELDS + body).encode(), vault(dialect))
    assert report.changed
    assert removed(report.new.decode(), dialect) == FIELDS + body


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_task_moved_below_her_text_takes_none_of_it_along(dialect: str) -> None:
    """Merge-cases 38, then `remove`: what stands between is hers."""
    planned = synced(FIELDS.encode(), vault(dialect)).new.decode()
    line = next(text for text in planned.split("\n") if text.startswith("- [ ] Thank Dana"))
    later = "\n## Notes\n\nMy own words.\n\n"
    moved = planned.replace(line + "\n", "") + later + line + "\n"
    assert removed(moved, dialect) == FIELDS + later


def test_what_she_wrote_below_stays_apart() -> None:
    """A blank line above her footnotes is not ours to take."""
    planned = synced((FIELDS + "Text[^1].\n").encode(), vault()).new.decode()
    below = "\n[^1]: Mine.\n"
    assert removed(planned + below) == FIELDS + "Text[^1].\n" + below


def test_what_she_touched_stays_without_our_ids() -> None:
    """Ticked tasks, edited drafts and their headings are her text."""
    planned = synced(FIELDS.encode(), vault()).new.decode()
    hers = planned.replace("[ ] Thank Dana", "[x] Thank Dana", 1).replace(
        "\n### Thank-you note to Sam", "\nMy own ending.\n\n### Thank-you note to Sam", 1
    )
    rest = removed(hers)
    assert "mf-" not in rest
    assert "- [x] Thank Dana" in rest
    assert "## Follow-up plan" in rest
    assert "My own ending." in rest
    assert "Thank-you note to Sam" not in rest


def test_a_line_of_white_space_that_is_text_gets_its_end_back() -> None:
    """To Markdown a no-break space is no blank: such a last line without an ending stays so."""
    note = FIELDS + "\xa0"
    assert removed(synced(note.encode(), vault()).new.decode()) == note
