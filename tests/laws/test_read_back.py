"""Law 6: the proof finds what was not meant, whoever the culprit would be."""

from typing import Any

import pytest

from mdfollow.dialects import DIALECTS
from mdfollow.document.edit import Edit, apply
from mdfollow.document.source import Source
from mdfollow.record import replace
from mdfollow.sync.pages import open_page
from mdfollow.sync.proof import ASTRAY, CHANGED, EDGES, kept, moved, plain, read_back
from mdfollow.sync.standing import Change, Home, Rewrite
from mdfollow.value import Mapping, Place, Scalar, Sequence
from tests.laws.notes import FIELDS, synced, vault

REPORT = synced(FIELDS.encode(), vault())
PLANNED = REPORT.new.decode()
DANA, SAM = (next(c for c in REPORT.changes if c.desired and name in c.desired.words)
             for name in ("Dana", "Sam"))  # fmt: skip


def home(text: str) -> Home:
    page = open_page("Acme.md", text.encode(), vault().settings, vault().surroundings)
    assert not isinstance(page, tuple)
    return page.homes[0]


BEFORE, NOTE = home(PLANNED), home(PLANNED).traces[0]


def proof(text: str, *changes: Change, before: str = PLANNED, trace: Any = None) -> str:
    return read_back(home(before), home(text), NOTE.note, Rewrite(changes, trace))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- [ ] Thank Sam", "- [x] Thank Sam"),
        ("Thank Sam Roe (Acme)", "Thank Sam Roe (Bolt)"),
        ("📅 2026-11-11", "📅 2026-11-13"),
        ("⏳ 2026-11-10", "⏳ 2026-11-09"),
    ],
)
def test_law_6_a_task_nobody_meant_to_change_stands_as_before(old: str, new: str) -> None:
    assert proof(PLANNED) == ""
    assert proof(PLANNED.replace(old, new, 1)) == CHANGED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Thank Sam Roe (Acme)", "Thank Sam Roe (Bolt)"),
        ("- [ ] Thank Sam", "- [x] Thank Sam"),
        ("mf-esc2ef ⏳ 2026-11-10", "mf-esc2ef ⏳ 2026-11-09"),
        ("mf-esc2ef ⏳", "hers mf-esc2ef ⏳"),
    ],
)
def test_law_6_a_new_task_reads_as_it_was_to_be(old: str, new: str) -> None:
    line = next(line for line in PLANNED.split("\n") if "Thank Sam" in line)
    before = PLANNED.replace(line + "\n", "")
    added = replace(SAM, draft=False)
    assert proof(PLANNED, added, before=before) == ""
    assert proof(PLANNED.replace(old, new, 1), added, before=before) == ASTRAY


def test_law_6_what_was_to_go_is_gone_and_what_was_to_move_has_moved() -> None:
    line = next(line for line in PLANNED.split("\n") if "Thank Sam" in line)
    removal = Change(None, SAM.id, line=1, remove=True)
    assert proof(PLANNED.replace(line + "\n", ""), removal) == ""
    assert proof(PLANNED, removal) == CHANGED
    bare = PLANNED.replace(line + "\n", "")
    assert proof(bare, removal, before=bare) == ""
    assert SAM.desired
    moved = Change(SAM.desired, SAM.id, line=1, window=SAM.desired.step.window)
    assert proof(PLANNED, moved) == ""
    assert proof(PLANNED.replace("📅 2026-11-11", "📅 2026-11-13"), moved) != ""


def test_law_6_a_draft_reads_as_it_was_written() -> None:
    written = Change(SAM.desired, SAM.id, line=1, draft=True)
    assert proof(PLANNED, written) == ""
    assert proof(PLANNED.replace("Dear Sam", "Dear Dana"), written) == ASTRAY


def test_law_6_the_memory_reads_as_it_was_written() -> None:
    added = replace(SAM, draft=False, add=False)
    assert proof(PLANNED, trace=NOTE) == ""
    assert proof(PLANNED.replace("i1=2026-11-10", "i1=2026-11-11"), trace=NOTE) == ASTRAY
    bent = PLANNED.replace(
        f"{SAM.id} i1/thank:sam-roe due=2026-11-11", f"{SAM.id} i1/thank:sam-roe"
    )
    assert proof(bent, added, trace=NOTE) == ASTRAY
    gone = "\n".join(line for line in PLANNED.split("\n") if not line.startswith(f"{SAM.id} "))
    assert proof(gone, trace=NOTE) == ASTRAY
    twice = PLANNED + bent[bent.index("<!-- mdfollow:state") :]
    assert proof(twice, added, trace=NOTE) == ASTRAY


def test_law_6_every_line_that_no_edit_touches_is_looked_at() -> None:
    old = Source(b"a\nb\nc\nd\n")
    edits = [Edit(2, 4, b"x\ny\n"), Edit(6, 6, b"new\n")]
    assert kept(old, edits, Source(apply(old.data, edits))) == [(0, 0), (2, 3), (3, 5)]
    assert kept(old, edits, Source(b"a\nx\ny\nc\nnew\nD\n")) is None


def outline(data: bytes, dialect: str = "tasks") -> Any:
    opened = DIALECTS[dialect].open(Source(data), vault().surroundings, vault().settings)
    return opened.outline


def after(old: bytes, *edits: Edit, dialect: str = "tasks") -> str:
    """Why a note must not be written with these edits."""
    return moved(outline(old, dialect), edits, outline(apply(old, edits), dialect))


def test_law_6_a_result_without_a_line_of_hers_is_refused() -> None:
    old, edits = b"# A\n\nhers\n", [Edit(4, 4, b"ours\n")]
    assert moved(outline(old), edits, outline(b"# A\n\nhis\n")) == EDGES


def test_law_6_hers_stays_what_it_is_and_where_it_is() -> None:
    """Code, or a part of an item of ours, is not what she wrote; nothing else is the matter."""
    old = b"# A\n\n  - hers\n\nmore\n"
    assert after(old, Edit(5, 5, b"```\n")) == CHANGED
    assert after(old, Edit(5, 5, b"- ours\n")) == CHANGED
    assert after(old, Edit(5, 5, b"ours\n\n")) == ""
    assert after(old, Edit(len(old), len(old), b"\n- ours\n")) == ""
    assert after(old, Edit(len(old), len(old), b"===\n")) == CHANGED
    assert after(b"hers", Edit(4, 4, b"\n===\n")) == CHANGED
    assert after(b"", Edit(0, 0, b"- ours\n")) == ""
    assert after(b"hers\n", Edit(5, 5, b"===\n\nours\n")) == CHANGED


def test_law_6_hers_stays_under_the_heading_it_stands_under() -> None:
    old = b"* A\nhers\n* B\nmore\n"
    end = Edit(18, 18, b"* TODO ours\n")
    assert after(old, Edit(0, 0, b"* TODO ours\n"), end, dialect="org") == ""
    assert after(old, Edit(4, 4, b"* TODO ours\n"), end, dialect="org") == CHANGED
    assert after(old, Edit(0, 4, b"* C\n"), end, dialect="org") == CHANGED
    tail = b"# Local Variables:\n# fill-column: 70\n# End:\n"
    assert after(old + tail, end, dialect="org") == ""


def test_law_6_a_field_that_would_say_something_else_is_seen() -> None:
    one, other = Scalar("1", Place(2, 1)), Scalar("2", Place(2, 1))
    assert plain(Mapping(((one, one),), one.place)) != plain(Mapping(((one, other),), one.place))
    assert plain(Sequence((one,), one.place)) != plain(Sequence((other,), one.place))
    assert plain(one) == plain(Scalar("1", Place(9, 9)))
