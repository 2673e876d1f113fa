"""Org notes: every byte has its place, and every part says what stands there."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from tests.document.pieces import pages, top

from mdfollow.document.org import OrgNote, scan
from mdfollow.document.org_heading import TodoWords, todo_words
from mdfollow.document.org_lines import OrgKind
from mdfollow.document.org_stamp import Timestamp
from mdfollow.document.source import Source
from mdfollow.document.span import Part

NOTE = """\
# a comment
:PROPERTIES:
:COMPANY: Acme
:END:
#+TODO: OPEN WAIT(w@) | DONE GONE(g)
* Acme :interview:ünï:
SCHEDULED: <2026-11-10 Di 10:00-11:30 ++1w -2d> CLOSED: [2026-11-12 Do]
:PROPERTIES:
:INTERVIEWERS: Dana
:INTERVIEWERS+: Sam
:END:
- State "DONE"       from "WAIT"       [2026-11-12 Do 09:00] \\\\
  she wrote
:LOGBOOK:
- State "WAIT"       from              [2026-11-11 Mi]
:END:
** WAIT [#A] Call
** COMMENT old
*** DONE below
* GONE Other
"""
FRAGMENTS = [
    "* TODO [#A] x :t:",
    "** COMMENT",
    "SCHEDULED: <2026-11-10 Tue>",
    "DEADLINE: <2026-13-40>--<2026-11-10",
    ":PROPERTIES:",
    ":A+: é",
    ":END:",
    "#+begin_src",
    "#+end_src",
    "#+K: v",
    "# c",
    "",
    "\u2028\x0c",
    "面接 ",
]


def parts(value: Any) -> list[Part]:
    """Every part within a value."""
    if isinstance(value, Part):
        return [value]
    if isinstance(value, tuple):
        return [part for item in value for part in parts(item)]
    names = getattr(type(value), "__match_args__", ())
    return [part for name in names for part in parts(getattr(value, name))]


def read(text: str) -> OrgNote:
    return scan(Source(text.encode()))


def stamped(text: str) -> Timestamp:
    plan = read(f"* x\nSCHEDULED: {text}").headings[0].planning
    assert plan
    assert plan.scheduled
    return plan.scheduled


@given(pages(FRAGMENTS))
def test_pieces_are_the_note_and_parts_stand_where_they_say(data: bytes) -> None:
    note = scan(Source(data))
    assert top(data) + b"".join(span.of(data) for _, span in note.pieces()) == data
    for part in parts((note.headings, note.keywords, note.drawers, note.drawer or ())):
        assert part.span.of(data).decode() == part.text
        assert note.source.offset(part.line, part.column) == part.span.start
        assert "\n" not in part.text
    for heading in note.headings:
        assert heading.line < heading.body <= heading.body_stop <= heading.stop <= len(note.kinds)


def test_a_note_with_everything() -> None:
    note = read(NOTE)
    acme, call, old, below, other = note.headings
    assert [h.headline.title.text for h in note.headings] == [
        "Acme",
        "Call",
        "old",
        "below",
        "Other",
    ]
    assert note.words == TodoWords(("OPEN", "WAIT"), ("DONE", "GONE"), frozenset({"GONE"}))
    assert note.words.written == "OPEN"
    assert note.drawer
    assert [(p.key.text, p.value.text) for p in note.drawer.properties] == [("COMPANY", "Acme")]
    assert acme.headline.tags == ("interview", "ünï")
    assert acme.drawer
    assert [(p.key.text, p.value.text, p.adds) for p in acme.drawer.properties] == [
        ("INTERVIEWERS", "Dana", False),
        ("INTERVIEWERS", "Sam", True),
    ]
    assert [(s.after, s.before) for s in note.states(acme)] == [("DONE", "WAIT"), ("WAIT", "")]
    assert [d.name.text for d in note.drawers] == ["LOGBOOK"]
    assert [h.hidden for h in note.headings] == [False, False, True, True, False]
    assert [h.parent for h in note.headings] == [None, 0, 0, 2, None]
    assert list(note.children(acme)) == [call, old]
    assert list(note.above(below)) == [old, acme]
    assert note.span(acme.line, acme.stop).end == note.span(other.line, other.stop).start
    assert (acme.body_stop, acme.stop) == (call.line, other.line)
    assert other.headline.done


def test_kinds_of_lines() -> None:
    assert [kind.name for kind in read(NOTE).kinds] == (
        ["COMMENT"]
        + ["PROPERTY"] * 3
        + ["KEYWORD", "HEADING", "PLANNING"]
        + ["PROPERTY"] * 4
        + ["TEXT"] * 2
        + ["DRAWER", "TEXT", "DRAWER"]
        + ["HEADING"] * 4
    )


def test_a_stamp_with_everything() -> None:
    stamp = stamped("<2026-11-10 Di 10:00-11:30 .+1w/2w -2d>")
    assert (stamp.day, stamp.start, stamp.end) == (date(2026, 11, 10), time(10), time(11, 30))
    assert (stamp.repeater, stamp.warning, stamp.active) == (".+1w/2w", "-2d", True)
    assert (stamp.day_part.text, stamp.name and stamp.name.text) == ("2026-11-10", "Di")


@pytest.mark.parametrize(
    ("text", "start", "end", "last", "repeater", "warning"),
    [
        ("<2026-11-10>", None, None, None, "", ""),
        ("[2026-11-10 火 9:05]", time(9, 5), None, None, "", ""),
        ("<2026-11-10 T3 09:05>", time(9, 5), None, None, "", ""),
        ("<2026-11-10 24:30>", None, None, None, "", ""),
        ("<2026-11-10 10:00>--<2026-11-12 18:00>", time(10), time(18), date(2026, 11, 12), "", ""),
        ("<2026-11-10 Tue --3d +1m>", None, None, None, "+1m", "--3d"),
    ],
)
def test_stamps(
    text: str,
    start: time | None,
    end: time | None,
    last: date | None,
    repeater: str,
    warning: str,
) -> None:
    stamp = stamped(text)
    assert stamp.whole.text == text
    assert (stamp.day, stamp.start, stamp.end) == (date(2026, 11, 10), start, end)
    assert (stamp.last, stamp.repeater, stamp.warning) == (last, repeater, warning)


def test_a_day_that_is_none_in_the_calendar() -> None:
    assert stamped("<2026-02-30 Mon>").day is None


@pytest.mark.parametrize(
    ("line", "words", "plain"),
    [
        ("SCHEDULED: <2026-11-10> DEADLINE: <2026-11-11>", ["SCHEDULED", "DEADLINE"], True),
        ("  DEADLINE:<2026-11-10>", ["DEADLINE"], True),
        ("DEADLINE: <2026-11-10> and more", ["DEADLINE"], False),
        ("DEADLINE: tomorrow", [], False),
    ],
)
def test_planning_lines(line: str, words: list[str], plain: bool) -> None:
    plan = read(f"* x\n{line}\n").headings[0].planning
    assert plan
    assert ([entry.word.text for entry in plan.entries], plan.plain) == (words, plain)


@pytest.mark.parametrize(
    "text",
    [
        "* x\n\nSCHEDULED: <2026-11-10>\n",
        "* x\n:PROPERTIES:\n:END:\nSCHEDULED: <2026-11-10>\n",
        "* x\nscheduled: <2026-11-10>\n",
        "* x\ntext SCHEDULED: <2026-11-10>\n",
    ],
)
def test_a_date_elsewhere_plans_nothing(text: str) -> None:
    assert read(text).headings[0].planning is None


@pytest.mark.parametrize(
    "text",
    [
        "* x\n\n:PROPERTIES:\n:A: b\n:END:\n",
        "* x\n:PROPERTIES:\n:A: b\ntext\n:END:\n",
        "* x\n:PROPERTIES:\n:A: b\n",
        "* x\n:PROPERTIES:\n:A: b\n* y\n:END:\n",
        "\n:PROPERTIES:\n:A: b\n:END:\n",
        "#+title: x\n:PROPERTIES:\n:A: b\n:END:\n",
    ],
)
def test_a_drawer_elsewhere_has_no_properties(text: str) -> None:
    note = read(text)
    assert note.drawer is None
    assert not any(heading.drawer for heading in note.headings)
    assert OrgKind.PROPERTY not in note.kinds


@pytest.mark.parametrize(
    ("lines", "opened", "done", "written"),
    [
        ([], ("TODO",), ("DONE",), "TODO"),
        ([("todo", "A B C")], ("A", "B"), ("C",), "A"),
        (
            [("SEQ_TODO", "NEXT | GONE"), ("TYP_TODO", "Fred | OK")],
            ("Fred", "NEXT"),
            ("OK", "GONE"),
            "Fred",
        ),
        ([("TODO", "NEXT(n!) TODO(t@/!) | DONE(d)")], ("NEXT", "TODO"), ("DONE",), "TODO"),
        ([("TODO", "A B |")], ("A",), ("B",), "A"),
        ([("TODO", "")], ("TODO",), ("DONE",), "TODO"),
    ],
)
def test_words_of_the_file(
    lines: list[tuple[str, str]], opened: tuple[str, ...], done: tuple[str, ...], written: str
) -> None:
    words = todo_words(lines)
    assert (words.open, words.done, words.written) == (opened, done, written)


def test_keywords_in_examples_are_no_keywords() -> None:
    note = read("#+begin_src org\n#+TODO: A | B\n#+end_src\n#+begin_quote\n#+K: v\n#+end_quote\n")
    assert [k.key.text for k in note.keywords] == ["K"]
    assert note.words == TodoWords()


def test_deeply_nested_and_unclosed_structures_are_read_in_one_pass() -> None:
    nested = "".join(f"#+begin_a{n}\n" for n in range(20_000))
    closed = "".join(f"#+end_a{n}\n" for n in reversed(range(20_000)))
    assert len(read(nested + closed).blocks) == 20_000
    assert read(nested + ":A:\n" * 20_000).blocks == ()
    assert (
        len(read("* " + " " * 500_000 + "x\n" + "* SCHEDULED: <2026-11-10 " * 20_000).headings) == 2
    )
