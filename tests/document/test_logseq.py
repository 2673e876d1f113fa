"""Logseq pages: every byte has its place, and every part says what stands there."""

from datetime import date

import pytest
from hypothesis import given
from tests.document.pieces import pages, top

from mdfollow.document.logseq import LogseqNote, scan
from mdfollow.document.logseq_lines import LogseqKind, MarkerKind
from mdfollow.document.source import Source

PAGE = """\
company:: [[Acme]]
interview_date:: [[2026-11-03]]

- # Notes
  tags:: x
\t- talked
\t  - deeper
- ## Follow-up plan
  <!-- mdfollow:state v1 note=4f7q2c
  - mf-7k2m9q i1/thank:dana
  -->
\t- TODO [#A] Thank Dana <!-- mf-7k2m9q -->
\t  DEADLINE: <2026-11-11 Wed>
\t  SCHEDULED: <2026-11-10 Tue>
\t  id:: 6a7b
\t  :LOGBOOK:
\t  CLOCK: [2026-11-10 Tue 10:00:00]--[2026-11-11 Wed 10:00:04] =>  24:00:04
\t  * State "DONE" from "TODO" [2026-11-11 Wed 10:00]
\t  :END:
\t\t- Dear Dana,
\t- CANCELED other
"""
FRAGMENTS = [
    "- TODO [#A] é <!-- x --> y",
    "\t- ## a:: b",
    "  SCHEDULED: <2026-11-10 Tue>",
    "k:: 面接",
    "```",
    "<!-- a",
    "b --> <!-- c",
    "-->",
    ":LOGBOOK:",
    ":END:",
    "# h",
    "",
    "\u2028\x0c",
    "---",
]


def read(text: str) -> LogseqNote:
    return scan(Source(text.encode()))


@given(pages(FRAGMENTS))
def test_pieces_are_the_page_and_parts_stand_where_they_say(data: bytes) -> None:
    note = scan(Source(data))
    assert top(data) + b"".join(span.of(data) for _, span in note.pieces()) == data
    for block in note.blocks:
        bullet = block.bullet
        parts = [p for p in (bullet.title, bullet.marker, bullet.priority) if p]
        parts += [part for p in block.properties for part in (p.key, p.value)]
        parts += [e.word for plan in block.planning for e in plan.entries]
        parts += [e.stamp.whole for plan in block.planning for e in plan.entries if e.stamp]
        for part in parts:
            assert part.span.of(data).decode() == part.text
            assert block.line <= part.line < block.body_stop
        for comment in block.comments:
            assert comment.span.of(data).decode() == f"<!--{comment.text}-->"
        assert block.line < block.body_stop <= block.stop <= len(note.kinds)


def test_a_page_with_everything() -> None:
    note = read(PAGE)
    notes, talked, deeper, plan, thank, dear, other = note.blocks
    assert [block.level for block in note.blocks] == [1, 2, 4, 1, 2, 3, 2]
    assert [block.parent for block in note.blocks] == [None, 0, 1, None, 3, 4, 3]
    assert list(note.children(plan)) == [thank, other]
    assert (plan.bullet.title.text, plan.bullet.size) == ("Follow-up plan", 2)
    (state,) = plan.comments
    assert (state.first, state.last) == (8, 10)
    assert state.text.startswith(" mdfollow:state v1 note=4f7q2c\n  - mf-7k2m9q")
    assert thank.bullet.title.text == "Thank Dana <!-- mf-7k2m9q -->"
    assert [comment.text for comment in thank.comments] == [" mf-7k2m9q "]
    marks = [thank.bullet.mark, other.bullet.mark, dear.bullet.mark]
    assert marks == [MarkerKind.OPEN, MarkerKind.CANCELLED, None]
    deadline, scheduled = thank.date("DEADLINE"), thank.date("SCHEDULED")
    assert deadline
    assert scheduled
    assert (deadline.day, scheduled.day) == (date(2026, 11, 11), date(2026, 11, 10))
    assert [p.key.text for p in thank.properties] == ["id"]
    assert [stamp.last for stamp in note.clocks(thank)] == [date(2026, 11, 11)]
    assert [state.after for state in note.states(thank)] == ["DONE"]
    assert note.span(plan.line, plan.stop).end == len(PAGE.encode())
    assert deeper.stop == plan.line
    assert talked.body_stop == deeper.line
    assert notes.properties[0].value.text == "x"


def test_properties_of_the_page() -> None:
    found = [(p.key.text, p.value.text) for p in read(PAGE).properties]
    assert found == [("company", "[[Acme]]"), ("interview_date", "[[2026-11-03]]")]


def test_kinds_of_lines() -> None:
    kinds = [kind.name for kind in read(PAGE).kinds]
    assert kinds == (
        ["PROPERTY"] * 2
        + ["BLANK", "BLOCK", "PROPERTY"]
        + ["BLOCK"] * 3
        + ["COMMENT"] * 3
        + ["BLOCK", "PLANNING", "PLANNING", "PROPERTY"]
        + ["DRAWER"] * 4
        + ["BLOCK"] * 2
    )


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("- TODO x", "TODO"),
        ("- # DOING x", "DOING"),
        ("\t-   NOW x", "NOW"),
        ("- IN-PROGRESS x", "IN-PROGRESS"),
        ("- todo x", None),
        ("- TODO: x", None),
        ("- TODOx", None),
        ("- x TODO", None),
        ("- [ ] x", None),
    ],
)
def test_markers(text: str, marker: str | None) -> None:
    (block,) = read(text).blocks
    assert (block.bullet.marker.text if block.bullet.marker else None) == marker


@pytest.mark.parametrize(
    "text",
    [
        "* TODO x",
        "TODO x",
        "1. TODO x",
        "-TODO x",
        "> - TODO x",
        "---\ntags:\n- TODO x\n---\n",
        "```\n- TODO x\n```",
        "<!--\n- TODO x\n-->",
        "<!-- a --> <!--\n- TODO x\n-->",
        "#+BEGIN_SRC\n- TODO x\n#+END_SRC",
    ],
)
def test_what_is_no_block(text: str) -> None:
    assert read(text).blocks == ()


@pytest.mark.parametrize("opening", ["```", "<!--", "#+BEGIN_SRC", ":LOGBOOK:"])
def test_what_is_never_closed_hides_nothing(opening: str) -> None:
    assert len(read(f"- a\n  {opening}\n- b\n").blocks) == 2


def test_long_lines_and_many_openings_are_read_in_one_pass() -> None:
    assert len(read("- a " + "<!-- " * 200_000 + "\n" + "<!--\n```\n" * 20_000).blocks) == 1
    assert LogseqKind.BLANK not in read("\t" * 100_000 + "x " * 100_000).kinds
